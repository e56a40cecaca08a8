package drill_test

import (
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/drill"
)

// did is what somebody did.
type did struct {
	until, noticed time.Time
	ratings        []drill.Rating
	kind           data.CrisisType
	published      []drill.Published
	answerable     []drill.Answerable
	injects        map[string]drill.InjectAnswer
}

func (a did) Until() time.Time                       { return a.until }
func (a did) Noticed() time.Time                     { return a.noticed }
func (a did) Ratings() []drill.Rating                { return a.ratings }
func (a did) Type() data.CrisisType                  { return a.kind }
func (a did) Published() []drill.Published           { return a.published }
func (a did) Answerable() []drill.Answerable         { return a.answerable }
func (a did) Injects() map[string]drill.InjectAnswer { return a.injects }

// model is a run in which all was right.
func model(d *drill.Drill) did {
	t := d.T0
	a := did{
		until: d.End(), noticed: t.Add(20 * time.Minute), kind: d.Expected.Type,
		ratings:    []drill.Rating{{At: t.Add(25 * time.Minute), Level: 2}, {At: t.Add(30 * time.Minute), Level: d.Expected.Level}},
		published:  []drill.Published{{At: t.Add(30 * time.Minute), Kind: data.StatementHolding}},
		answerable: []drill.Answerable{{At: t, Answered: t.Add(time.Hour), Priority: 5}, {At: t, Answered: t.Add(2 * time.Hour), Priority: 1}},
		injects:    map[string]drill.InjectAnswer{},
	}
	for _, i := range d.Injects {
		a.injects[i.Key] = drill.InjectAnswer{At: i.At.Add(5 * time.Minute), Text: "…"}
	}
	return a
}

func TestAModelRunHasEveryPointAndNoAdvice(t *testing.T) {
	for _, key := range keys {
		d := builtIn(t, key)
		s := drill.Score(model(d), d)
		if s.Points != 100 {
			t.Errorf("%s: %v points", key, s.Points)
		}
		for _, p := range s.Parts {
			if p.Advice != "" {
				t.Errorf("%s: %+v", key, p)
			}
		}
	}
}

func TestEachThingMissedCostsItsPointsAndSaysWhy(t *testing.T) {
	d := builtIn(t, "united-2017")
	at := func(hours float64) time.Time { return d.T0.Add(time.Duration(hours * float64(time.Hour))) }
	for name, c := range map[string]struct {
		change      func(*did)
		part        string
		least, most float64
		advice      string
	}{
		"never noticed":           {func(a *did) { a.noticed = time.Time{} }, "detect", 0, 0, "detect.never"},
		"noticed the next day":    {func(a *did) { a.noticed = at(14) }, "detect", 0, 0, "detect.late"},
		"noticed after 3 hours":   {func(a *did) { a.noticed = at(3) }, "detect", 10, 19, "detect.late"},
		"never rated":             {func(a *did) { a.ratings = nil }, "severity", 0, 0, "severity.never"},
		"one level too low":       {func(a *did) { a.ratings = []drill.Rating{{Level: 3}} }, "severity", 7, 8, "severity.low"},
		"far too low":             {func(a *did) { a.ratings = []drill.Rating{{Level: 0}} }, "severity", 0, 0, "severity.low"},
		"another type":            {func(a *did) { a.kind = data.CrisisRumour }, "type", 0, 0, "type.wrong"},
		"a type of the cluster":   {func(a *did) { a.kind = data.CrisisMisdeed }, "type", 5, 5, "type.near"},
		"no type":                 {func(a *did) { a.kind = "" }, "type", 0, 0, "type.never"},
		"nothing published":       {func(a *did) { a.published = nil }, "holding", 0, 0, "holding.never"},
		"an hour late":            {func(a *did) { a.published[0].At = at(1.5) }, "holding", 8, 16, "holding.late"},
		"as late as in fact":      {func(a *did) { a.published[0].At = at(44.5) }, "holding", 0, 0, "holding.late"},
		"only an internal letter": {func(a *did) { a.published[0].Kind = data.StatementInternal }, "holding", 0, 0, "holding.never"},
		"two warnings left":       {func(a *did) { a.published[0].Warnings = 2 }, "tone", 5, 5, "tone.left"},
		"nothing to be checked":   {func(a *did) { a.published = nil }, "tone", 0, 0, "tone.never"},
		"half answered":           {func(a *did) { a.answerable[1].Answered = time.Time{} }, "answered", 5, 5, "answered.few"},
		"the small one first":     {func(a *did) { a.answerable[1].Answered = at(0.5) }, "order", 0, 0, "order.wrong"},
		"no inject answered":      {func(a *did) { a.injects = nil }, "injects", 0, 0, "injects.late"},
		"an inject answered late": {func(a *did) { a.injects["agency"] = drill.InjectAnswer{At: at(40)} }, "injects", 9, 9.9, "injects.late"},
	} {
		t.Run(name, func(t *testing.T) {
			a := model(d)
			c.change(&a)
			s := drill.Score(a, d)
			for _, p := range s.Parts {
				if p.Key == c.part && (p.Got < c.least || p.Got > c.most || p.Advice != c.advice) {
					t.Errorf("%+v", p)
				}
			}
			if s.Points >= 100 || s.Points < 0 {
				t.Errorf("%v points", s.Points)
			}
		})
	}
}

func TestARunEndedEarlyIsNotAskedForLaterInjects(t *testing.T) {
	d := builtIn(t, "united-2017")
	a := model(d)
	a.until = d.T0.Add(3 * time.Hour)
	a.injects = map[string]drill.InjectAnswer{"agency": a.injects["agency"]}
	for _, p := range drill.Score(a, d).Parts {
		if p.Key == "injects" && p.Got != p.Most {
			t.Errorf("%+v", p)
		}
	}
}
