package warning

import (
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

type heard struct {
	changes, trials, steps int
	err                    error
	told                   string
	undo                   func()
}

func (h *heard) Changed()                      { h.changes++ }
func (h *heard) TrialChanged()                 { h.trials++ }
func (h *heard) ProgressChanged()              { h.steps++ }
func (h *heard) Failed(err error)              { h.err = err }
func (h *heard) Told(what string, undo func()) { h.told, h.undo = what, undo }

func started(t *testing.T, d Desk, on job.Dispatcher) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), on, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func TestASensitivitySaysItsFalseAlarms(t *testing.T) {
	p, _ := started(t, newTable(), job.Inline{})
	for s, want := range map[data.Sensitivity]string{
		data.Calm: "in 10 months", data.Normal: "in 4 months", data.Alert: "in 6 weeks",
	} {
		if got := p.Promise(s); !strings.HasSuffix(got, want) {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestASensitivityIsStoredWhenChosen(t *testing.T) {
	d := newTable()
	p, h := started(t, d, job.Inline{})
	p.SetSensitivity(data.Alert)
	if d.set.Sensitivity != data.Alert || p.Sensitivity() != data.Alert || h.err != nil {
		t.Errorf("stored %s, shown %s, error %v", d.set.Sensitivity, p.Sensitivity(), h.err)
	}
}

func TestAFailureKeepsWhatIsOnScreenAndCanBeRepeated(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	d.err = data.Errorf(data.ErrDiskFull, "full")
	p.SetSensitivity(data.Calm)
	if h.err == nil || p.Sensitivity() != data.Normal || len(p.Rules()) != 3 {
		t.Fatalf("error %v, sensitivity %s, %d rules", h.err, p.Sensitivity(), len(p.Rules()))
	}
	d.err = nil
	p.Retry()
	if h.err != nil || p.Sensitivity() != data.Calm {
		t.Errorf("after trying again: error %v, sensitivity %s", h.err, p.Sensitivity())
	}
}

func TestAFailedLoadIsNotTakenForNothingSet(t *testing.T) {
	d := rich()
	d.err = data.Errorf(data.ErrWorkspaceLocked, "locked")
	p, h := started(t, d, job.Inline{})
	if p.Loaded() || h.err == nil {
		t.Fatalf("loaded %v, error %v", p.Loaded(), h.err)
	}
	d.err = nil
	d.events.IncidentsChanged.Fire(struct{}{})
	if !p.Loaded() || h.err != nil {
		t.Errorf("loaded %v, error %v after the workspace was free again", p.Loaded(), h.err)
	}
}

func TestWhatOthersChangeIsShown(t *testing.T) {
	d := newTable()
	p, _ := started(t, d, job.Inline{})
	d.set.Topics = []data.Topic{{ID: 1, Name: "orari", Query: "orario"}, {ID: 2, Name: "Consegne", Query: "consegna"}}
	d.events.IncidentsChanged.Fire(struct{}{})
	if got := p.Topics(); len(got) != 2 || got[0].Name != "Consegne" {
		t.Errorf("topics %v", got)
	}
}

func TestWhatIsDeletedCanBeTakenBack(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	for name, c := range map[string]struct {
		remove func()
		count  func() int
	}{
		"a rule":  {func() { p.DeleteRule(p.Rules()[0]) }, func() int { return len(p.Rules()) }},
		"a topic": {func() { p.DeleteTopic(p.Topics()[0]) }, func() int { return len(p.Topics()) }},
		"days":    {func() { p.Unexpect(p.Expected()[0]) }, func() int { return len(p.Expected()) }},
	} {
		t.Run(name, func(t *testing.T) {
			had := c.count()
			c.remove()
			if c.count() != had-1 || h.told == "" || h.undo == nil {
				t.Fatalf("%d are left of %d, told %q", c.count(), had, h.told)
			}
			if h.undo(); c.count() != had || h.err != nil {
				t.Errorf("%d after it was taken back, error %v", c.count(), h.err)
			}
		})
	}
	if got := p.Rules()[0]; got.Name != "Chi ha un grande pubblico" || got.Reach != 10_000 {
		t.Errorf("the rule came back as %+v", got)
	}
}

func TestDaysTellWhetherTheyAreOnOrOver(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	if now, past := p.Expected()[0], p.Expected()[1]; p.When(now) != 0 || p.When(past) != -1 {
		t.Errorf("when: %d and %d", p.When(now), p.When(past))
	}
	if got := p.Days(p.Expected()[0]); got != "23–30 November 2026" {
		t.Errorf("days %q", got)
	}
}

func TestDaysAreCheckedAndWhole(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	first, last := time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC), time.Date(2026, 12, 26, 0, 0, 0, 0, d.zone)
	sameDay := time.Date(2026, 12, 24, 0, 0, 0, 0, d.zone) // an hour before it in UTC
	for name, c := range map[string]struct {
		draft ExpectDraft
		wrong bool
	}{
		"no last day":               {ExpectDraft{First: &first}, true},
		"the last before the first": {ExpectDraft{First: &last, Last: &first}, true},
		"one day":                   {ExpectDraft{First: &first, Last: &sameDay}, false},
		"three days":                {ExpectDraft{First: &first, Last: &last, Note: " Natale ", Mute: true}, false},
	} {
		t.Run(name, func(t *testing.T) {
			var wrong Wrong
			p.Expect(c.draft, func(w Wrong) { wrong = w })
			if (wrong[FieldDays] != "") != c.wrong || h.err != nil {
				t.Errorf("wrong %v, error %v", wrong, h.err)
			}
		})
	}
	for _, e := range p.Expected() {
		if days, ok := e.Period.Days(d.zone); e.Note == "Natale" && (!ok || days != 3 || !e.Mute) {
			t.Errorf("stored %+v", e)
		}
	}
}
