package drill

import (
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// beforeT0 is how long before T0 the person comes in, unless a drill says.
const beforeT0 = 2 * time.Hour

func (r *reader) head() {
	s := r.need("drill")
	d := r.d
	d.Lang, d.Business = s.get("lang"), s.get("business")
	if d.Lang == "" || d.Business == "" {
		r.wrong(s.place, "lang or business is missing")
	}
	var err error
	if d.Zone, err = time.LoadLocation(s.get("zone")); err != nil || s.get("zone") == "" {
		r.wrong(s.at("zone"), "not a zone")
		return
	}
	d.T0, _ = r.moment(s.at("t0"), s.get("t0"))
	d.Start = d.T0.Add(-beforeT0)
	if at := s.get("start"); at != "" {
		d.Start, _ = r.moment(s.at("start"), at)
	}
	if d.Start.After(d.T0) {
		r.wrong(s.at("start"), "start is after t0")
	}
	d.Name, d.Briefing = r.need("name").text(""), r.need("briefing").text("")
	if n := r.sections["note"]; n != nil {
		d.Note = n.text("")
	}
	for _, name := range []string{"name", "briefing"} {
		if t := r.need(name).text(""); t["en"] == "" || t["it"] == "" {
			r.wrong(r.need(name).place, "en or it is missing")
		}
	}
}

func (r *reader) sources() {
	r.each("sources", 2, func(e *entry) {
		r.d.Sources = append(r.d.Sources, Source{e.fields[0], e.fields[1], e.field(2)})
	})
}

func (r *reader) facts() {
	r.each("facts", 2, func(e *entry) {
		f := Fact{Text: e.text("")}
		f.At, f.WholeDay = r.moment(e.place, e.fields[0])
		f.Certainty, f.Sources = r.certain(e.place, e.fields[1])
		if f.Text["en"] == "" || f.Text["it"] == "" {
			r.wrong(e.place, "en or it is missing")
		}
		r.d.Facts = append(r.d.Facts, f)
	})
}

func (r *reader) curves() {
	r.need("curves")
	r.each("curves", 2, func(e *entry) {
		hours := strings.Fields(e.fields[1])
		if len(hours) != 24 {
			r.wrong(e.place, "not 24 hours")
			return
		}
		var c Curve
		sum := 0.0
		for i, h := range hours {
			c[i] = r.number(e.place, h)
			sum += c[i]
		}
		if sum == 0 {
			r.wrong(e.place, "only zeros")
		}
		for i := range c {
			c[i] /= sum
		}
		r.d.Curves[e.fields[0]] = c
	})
}

// days reads "day | mentions | negative | positive | curve | certainty";
// the day may be "from..to", the mentions "12 ~ 4".
func (r *reader) days() {
	r.need("days")
	r.each("days", 6, func(e *entry) {
		from, to, many := strings.Cut(e.fields[0], "..")
		if !many {
			to = from
		}
		mentions, spread, varies := strings.Cut(e.fields[1], "~")
		day := Day{Mentions: int(r.number(e.place, strings.TrimSpace(mentions))), Curve: e.fields[4]}
		if varies {
			day.Spread = int(r.number(e.place, strings.TrimSpace(spread)))
		}
		if day.Spread > day.Mentions {
			r.wrong(e.place, "varies by more than it is")
		}
		day.Negative, day.Positive = r.percent(e.place, e.fields[2]), r.percent(e.place, e.fields[3])
		day.Certainty, day.Sources = r.certain(e.place, e.fields[5])
		if _, ok := r.d.Curves[day.Curve]; !ok {
			r.wrong(e.place, "no such curve")
		}
		if day.Negative+day.Positive > 1 {
			r.wrong(e.place, "more than 100 %")
		}
		var last time.Time
		day.Date, _ = r.moment(e.place, from)
		last, _ = r.moment(e.place, to)
		for ; r.err == nil && !day.Date.After(last); day.Date = day.Date.AddDate(0, 0, 1) {
			if n := len(r.d.Days); n > 0 && !r.d.Days[n-1].Date.AddDate(0, 0, 1).Equal(day.Date) {
				r.wrong(e.place, "days are missing or not in order")
			}
			r.d.Days = append(r.d.Days, day)
		}
	})
}

// themes reads "label name | weight | from | to".
func (r *reader) themes() {
	r.need("themes")
	r.each("themes", 2, func(e *entry) {
		label, name, _ := strings.Cut(e.fields[0], " ")
		t := Theme{Label: r.label(e.place, label), Name: name, Weight: r.number(e.place, e.fields[1])}
		if s := e.field(2); s != "" {
			t.From, _ = r.moment(e.place, s)
		}
		if s := e.field(3); s != "" {
			t.To, _ = r.moment(e.place, s)
		}
		r.d.Themes = append(r.d.Themes, t)
	})
}

// channels reads "source | weight | median followers".
func (r *reader) channels() {
	r.need("channels")
	r.each("channels", 2, func(e *entry) {
		c := Channel{Source: e.fields[0], Weight: r.number(e.place, e.fields[1])}
		if s := e.field(2); s != "" {
			c.Followers = r.number(e.place, s)
		}
		r.d.Channels = append(r.d.Channels, c)
	})
}

// fixed reads "time | source | label | author" with text and counts.
func (r *reader) fixed() {
	r.each("mentions", 4, func(e *entry) {
		f := Fixed{Source: e.fields[1], Label: r.label(e.place, e.fields[2]), Author: e.fields[3], Text: e.get("text")}
		f.At, _ = r.moment(e.place, e.fields[0])
		for name, n := range map[string]*int64{"followers": &f.Followers, "shares": &f.Shares, "likes": &f.Likes, "reach": &f.Reach} {
			*n = data.Unknown
			if s := e.get(name); s != "" {
				*n = int64(r.number(e.at(name), s))
			}
		}
		if f.Text == "" {
			r.wrong(e.place, "text is missing")
		}
		r.d.Fixed = append(r.d.Fixed, f)
	})
}

// injects reads "key | time | kind | minutes".
func (r *reader) injects() {
	r.each("injects", 3, func(e *entry) {
		i := Inject{Key: e.fields[0], Kind: e.fields[2], Title: e.text("title"), Text: e.text(""), Wanted: e.text("wanted")}
		i.At, _ = r.moment(e.place, e.fields[1])
		if s := e.field(3); s != "" {
			i.Minutes = int(r.number(e.place, s))
		}
		switch {
		case !slices.Contains(InjectKinds[:], i.Kind):
			r.wrong(e.place, "no such kind of inject")
		case slices.ContainsFunc(r.d.Injects, func(o Inject) bool { return o.Key == i.Key }):
			r.wrong(e.place, "the key is there twice")
		case len(i.Title) == 0 || len(i.Text) == 0:
			r.wrong(e.place, "title or text is missing")
		}
		r.d.Injects = append(r.d.Injects, i)
	})
	slices.SortStableFunc(r.d.Injects, func(a, b Inject) int { return a.At.Compare(b.At) })
}

func (r *reader) expected() {
	s := r.need("expected")
	x := &r.d.Expected
	x.Type, x.Cluster = data.CrisisType(s.get("type")), data.Cluster(s.get("cluster"))
	x.History, x.Why = s.get("history") == "yes", s.text("why")
	x.Level = int(r.number(s.at("level"), s.get("level")))
	x.Holding = time.Duration(r.number(s.at("holding_minutes"), s.get("holding_minutes"))) * time.Minute
	x.Detect = time.Duration(r.number(s.at("detect_minutes"), s.get("detect_minutes"))) * time.Minute
	for _, w := range strings.Fields(s.get("strategies")) {
		x.Strategies = append(x.Strategies, data.Strategy(w))
	}
	if cluster, ok := clusters[x.Type]; !ok {
		r.wrong(s.at("type"), "no such type")
	} else if cluster != x.Cluster {
		r.wrong(s.at("cluster"), "not the cluster of the type")
	}
	if x.Level > data.MostSeverity || x.Holding <= 0 || x.Detect <= 0 {
		r.wrong(s.place, "level, holding_minutes or detect_minutes is wrong")
	}
}

// clusters by type (Coombs, SCCT).
var clusters = map[data.CrisisType]data.Cluster{
	data.CrisisDisaster: data.ClusterVictim, data.CrisisRumour: data.ClusterVictim,
	data.CrisisViolence: data.ClusterVictim, data.CrisisTampering: data.ClusterVictim,
	data.CrisisChallenge: data.ClusterAccidental, data.CrisisTechAccident: data.ClusterAccidental,
	data.CrisisTechHarm:      data.ClusterAccidental,
	data.CrisisHumanAccident: data.ClusterPreventable, data.CrisisHumanHarm: data.ClusterPreventable,
	data.CrisisMisdeed: data.ClusterPreventable, data.CrisisManagement: data.ClusterPreventable,
	data.CrisisMisdeedInjured: data.ClusterPreventable,
}

// statements reads "time | kind | sources".
func (r *reader) statements() {
	r.each("statements", 2, func(e *entry) {
		s := Statement{Kind: e.fields[1], Title: e.text("title"), Text: e.get("text"), Sources: strings.Fields(e.field(2))}
		s.At, s.WholeDay = r.moment(e.place, e.fields[0])
		s.Warns, s.Praises, s.Not = strings.Fields(e.get("warns")), strings.Fields(e.get("praises")), strings.Fields(e.get("not"))
		r.known(e.place, s.Sources)
		if s.Text == "" {
			r.wrong(e.place, "text is missing")
		}
		r.d.Statements = append(r.d.Statements, s)
	})
}
