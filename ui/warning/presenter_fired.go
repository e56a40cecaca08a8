package warning

import (
	"strings"
	"time"

	"vedetta/charts"
	"vedetta/data"
)

// Fired is an incident of a trial as the list shows it.
type Fired struct {
	When, What string
	Level      data.Level
	Expected   bool
}

// List is what the list of a trial shows, the last incident first, and how
// many more there are.
func (p *Presenter) List(t *Trial) (list []Fired, more int) {
	all := t.Result.Fired
	for n := len(all) - 1; n >= 0 && len(list) < t.Listed; n-- {
		i := all[n]
		list = append(list, Fired{When: p.words.DateTime(i.OpenedAt, p.desk.Zone()), What: p.what(t, i), Level: i.Level, Expected: i.Expect})
	}
	return list, len(all) - len(list)
}

// what says in a few words what an incident was about.
func (p *Presenter) what(t *Trial, i data.Incident) string {
	w := p.words
	if t.Rule != 0 && t.Tested.Kind == data.ReachRule && len(i.Alarms) > 0 {
		return w.Text("earlywarning.list.reach", "Reach", w.Number(int64(i.Strongest().Observed)))
	}
	parts := []string{w.Count("earlywarning.list.mentions", i.Mentions, "Negative", w.Number(int64(i.Negative)))}
	if t.Rule == 0 && len(i.Alarms) > 0 {
		parts = append([]string{w.Text("earlywarning.detector." + string(i.Strongest().Detector))}, parts...)
	}
	if name := p.streamName(i.Stream); name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, " · ")
}

// streamName names a stream; empty for the whole brand.
func (p *Presenter) streamName(s data.Stream) string {
	if s == data.Brand {
		return ""
	}
	return p.words.StreamName(s)
}

// Mentions are those of the day of the nth incident in the list of a trial,
// with a title for them: of its stream, or of what the rule looks at.
func (p *Presenter) Mentions(t *Trial, n int) (data.Filter, string) {
	all := t.Result.Fired
	i := all[len(all)-1-n]
	day := data.DayStart(i.OpenedAt, p.desk.Zone())
	return p.mentionsOf(t, i.Stream, data.Period{From: day.UTC(), To: day.AddDate(0, 0, 1).UTC()})
}

func (p *Presenter) mentionsOf(t *Trial, s data.Stream, period data.Period) (data.Filter, string) {
	filter := p.filterOf(t, s)
	filter.Period = period
	title := p.words.Range(period.From, period.To, p.desk.Zone())
	name := p.streamName(s)
	if t.Rule != 0 {
		name = t.Tested.Name
	}
	if name != "" {
		title += " · " + name
	}
	return filter, title
}

// filterOf finds the mentions that a rule or a stream looks at; all of them
// when that cannot be said in a filter.
func (p *Presenter) filterOf(t *Trial, s data.Stream) (f data.Filter) {
	switch {
	case t.Rule != 0:
		return p.queried(t.Tested.Query)
	case s.Kind == data.OfSource:
		f.Sources = []string{s.Name}
	case s.Kind == data.OfTag:
		f.Tags = []string{s.Name}
	case s.Kind == data.OfTopic:
		for _, topic := range p.set.Topics {
			if topic.Name == s.Name {
				return p.queried(topic.Query)
			}
		}
	}
	return f
}

func (p *Presenter) queried(query string) data.Filter {
	f, err := data.ParseQuery(query, p.desk.Zone())
	if err != nil { // it was checked when it was saved
		return data.Filter{}
	}
	return f
}

// Timeline is the history of a trial: by day, or by week where days would be
// too narrow to press on.
func (p *Presenter) Timeline(t *Trial) data.Timeline {
	days, zone := t.Result.Days, p.desk.Zone()
	if len(days) == 0 {
		return data.Timeline{Step: data.Daily}
	}
	whole := data.Period{From: days[0].Start, To: days[len(days)-1].End}
	if data.StepFor(whole.Length()) != data.Weekly {
		return data.Timeline{Step: data.Daily, Buckets: days}
	}
	weeks := data.Buckets(whole, data.Weekly, zone)
	at := 0
	for _, day := range days {
		for at < len(weeks)-1 && !day.Start.Before(weeks[at].End) {
			at++
		}
		for _, l := range data.Labels {
			weeks[at].Add(l, day.Of(l))
		}
	}
	return data.Timeline{Step: data.Weekly, Buckets: weeks}
}

// Bands mark the bars in which a trial would have fired.
func (p *Presenter) Bands(t *Trial) (bands []charts.Band) {
	buckets := p.Timeline(t).Buckets
	for _, i := range t.Result.Fired {
		from, to := spanOf(buckets, i, t.Result.Period.To)
		if from.IsZero() {
			continue
		}
		if last := len(bands) - 1; last >= 0 && from.Before(bands[last].To) {
			bands[last].To = later(bands[last].To, to)
			continue
		}
		bands = append(bands, charts.Band{From: from, To: to, Label: p.words.Day(i.OpenedAt, p.desk.Zone())})
	}
	return bands
}

// spanOf are the whole bars an incident lies in.
func spanOf(buckets []data.Bucket, i data.Incident, end time.Time) (from, to time.Time) {
	closed := i.ClosedAt
	if i.Open() {
		closed = end
	}
	for _, b := range buckets {
		if b.End.After(i.OpenedAt) && (b.Start.Before(closed) || from.IsZero()) {
			if from.IsZero() {
				from = b.Start
			}
			to = b.End
		}
	}
	return from, to
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// Bar explains a bar of a trial's chart.
func (p *Presenter) Bar(t *Trial, n int) string {
	w, b := p.words, p.Timeline(t).Buckets[n]
	return w.Count("earlywarning.bar", b.Mentions(), "When", w.Range(b.Start, b.End, p.desk.Zone()),
		"Negative", w.Number(int64(b.Negative)))
}

// BarMentions are the mentions of a bar, with a title for them.
func (p *Presenter) BarMentions(t *Trial, n int) (data.Filter, string) {
	b := p.Timeline(t).Buckets[n]
	return p.mentionsOf(t, data.Brand, data.Period{From: b.Start, To: b.End})
}
