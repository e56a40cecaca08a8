package incidents

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// table is a desk in memory that answers as it was told.
type table struct {
	events    data.Events
	now       time.Time
	zone      *time.Location
	situation data.Situation
	incidents []data.Incident
	why       data.Why
	topics    map[string]string // queries by name
	expected  []data.ExpectedPeriod
	asked     []data.Filter // for Why
	terms     []string      // that drive what becomes an issue
	made      []string      // titles of issues
	err       error         // of everything
	whyErr    error
}

func newTable() *table {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err)
	}
	return &table{
		now: time.Date(2026, 11, 25, 18, 12, 0, 0, time.UTC), zone: rome, topics: map[string]string{},
		situation: data.Situation{Days: 120, Until: 21, FalseAlarms: data.Normal.FalseAlarms(), Sensitivity: data.Normal},
	}
}

func (d *table) Events() *data.Events { return &d.events }
func (d *table) Now() time.Time       { return d.now }
func (d *table) Zone() *time.Location { return d.zone }

func (d *table) Situation(context.Context) (data.Situation, error) { return d.situation, d.err }

func (d *table) Incidents(context.Context, data.Period) ([]data.Incident, error) {
	return slices.Clone(d.incidents), d.err
}

func (d *table) Why(_ context.Context, f data.Filter, before data.Period) (data.Why, error) {
	d.asked = append(d.asked, f)
	found := d.why
	// Whole hours are counted.
	found.Now, found.Before = data.Period{From: f.Period.From.Truncate(time.Hour), To: f.Period.To.Add(time.Hour - 1).Truncate(time.Hour)}, before
	return found, d.whyErr
}

func (d *table) FilterOf(_ context.Context, i data.Incident) (f data.Filter, before data.Period, err error) {
	switch i.Stream.Kind {
	case data.OfSource:
		f.Sources = []string{i.Stream.Name}
	case data.OfTopic:
		if f, err = data.ParseQuery(d.topics[i.Stream.Name], d.zone); err != nil {
			return f, before, err
		}
	}
	f.Period = data.Period{From: i.Onset, To: i.ClosedAt}
	if i.Open() {
		f.Period.To = d.now
	}
	return f, data.Period{From: i.Onset.AddDate(0, 0, -30), To: i.Onset}, d.err
}

// Judge fires as the real desk does, unless it fails.
func (d *table) Judge(_ context.Context, id int64, v data.Verdict) error {
	if d.err != nil {
		return d.err
	}
	for n := range d.incidents {
		if d.incidents[n].ID == id {
			d.incidents[n].Verdict = v
		}
	}
	d.events.IncidentsChanged.Fire(struct{}{})
	return nil
}

func (d *table) Expect(_ context.Context, e data.ExpectedPeriod) error {
	if d.err != nil {
		return d.err
	}
	d.expected = append(d.expected, e)
	d.events.IncidentsChanged.Fire(struct{}{})
	return nil
}

func (d *table) DraftIssue(_ context.Context, id int64) (data.IssueDraft, error) {
	for _, i := range d.incidents {
		if i.ID == id {
			return data.IssueDraft{Incident: i, Terms: d.terms, Mentions: []data.ID{1, 2}}, d.err
		}
	}
	return data.IssueDraft{}, d.err
}

func (d *table) IssueFromIncident(_ context.Context, id int64, title string, ids []data.ID) (int64, func(context.Context) error, error) {
	d.made = append(d.made, title)
	handle := func(issue int64) error {
		for n := range d.incidents {
			if d.incidents[n].ID == id {
				d.incidents[n].Issue = issue
			}
		}
		d.events.IncidentsChanged.Fire(struct{}{})
		return d.err
	}
	const made = 70
	return made, func(context.Context) error { return handle(0) }, handle(made)
}

// held keeps work until the test lets it run, as a slow disk would.
type held struct{ pending []func() }

func (h *held) Post(fn func()) { fn() }

func (h *held) Do(work job.Work) func() {
	ctx, cancel := context.WithCancel(context.Background())
	h.pending = append(h.pending, func() {
		if deliver := work(ctx); deliver != nil && ctx.Err() == nil {
			deliver()
		}
	})
	return cancel
}

// run does the work that waits.
func (h *held) run() {
	now := h.pending
	h.pending = nil
	for _, work := range now {
		work()
	}
}
