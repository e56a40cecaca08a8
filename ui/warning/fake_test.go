package warning

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
)

// table is a desk that keeps what is set in memory and answers back-tests as
// it was told.
type table struct {
	events  data.Events
	now     time.Time
	zone    *time.Location
	set     data.Watchfulness
	answers map[Subject]data.BackTest
	next    int64
	err     error  // of everything that changes or reads
	testErr error  // of back-tests
	midway  func() // called once a back-test is under way
	tests   []Subject
}

func newTable() *table {
	return &table{
		now: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC), zone: time.UTC, next: 100,
		set: data.Watchfulness{Sensitivity: data.Normal}, answers: map[Subject]data.BackTest{},
	}
}

func (d *table) Events() *data.Events { return &d.events }
func (d *table) Now() time.Time       { return d.now }
func (d *table) Zone() *time.Location { return d.zone }

func (d *table) Watchfulness(context.Context) (data.Watchfulness, error) {
	set := d.set
	set.Rules, set.Topics, set.Expected = slices.Clone(set.Rules), slices.Clone(set.Topics), slices.Clone(set.Expected)
	return set, d.err
}

// changed fires as the real desk does, unless the change failed.
func (d *table) changed() error {
	if d.err == nil {
		d.events.IncidentsChanged.Fire(struct{}{})
	}
	return d.err
}

func (d *table) SetSensitivity(_ context.Context, s data.Sensitivity) error {
	if d.err == nil {
		d.set.Sensitivity = s
	}
	return d.changed()
}

func (d *table) Expect(_ context.Context, e data.ExpectedPeriod) error {
	if d.err == nil {
		d.next++
		e.ID = d.next
		d.set.Expected = append(d.set.Expected, e)
	}
	return d.changed()
}

func (d *table) Unexpect(_ context.Context, id int64) error {
	if d.err == nil {
		d.set.Expected = slices.DeleteFunc(d.set.Expected, func(e data.ExpectedPeriod) bool { return e.ID == id })
	}
	return d.changed()
}

func (d *table) SaveRule(_ context.Context, r data.Rule) (int64, error) {
	if d.err == nil {
		if r.ID == 0 {
			d.next++
			r.ID = d.next
		}
		d.set.Rules = slices.DeleteFunc(d.set.Rules, func(o data.Rule) bool { return o.ID == r.ID })
		d.set.Rules = append(d.set.Rules, r)
	}
	return r.ID, d.changed()
}

func (d *table) DeleteRule(_ context.Context, id int64) error {
	if d.err == nil {
		d.set.Rules = slices.DeleteFunc(d.set.Rules, func(r data.Rule) bool { return r.ID == id })
	}
	return d.changed()
}

func (d *table) SaveTopic(_ context.Context, t data.Topic) (int64, error) {
	if d.err == nil {
		if t.ID == 0 {
			d.next++
			t.ID = d.next
		}
		d.set.Topics = slices.DeleteFunc(d.set.Topics, func(o data.Topic) bool { return o.ID == t.ID })
		d.set.Topics = append(d.set.Topics, t)
	}
	return t.ID, d.changed()
}

func (d *table) DeleteTopic(_ context.Context, id int64) error {
	if d.err == nil {
		d.set.Topics = slices.DeleteFunc(d.set.Topics, func(t data.Topic) bool { return t.ID == id })
	}
	return d.changed()
}

func (d *table) BackTest(_ context.Context, s data.Sensitivity, onProgress data.OnProgress) (data.BackTest, error) {
	return d.test(Subject{Sensitivity: s}, onProgress)
}

func (d *table) BackTestRule(_ context.Context, r data.Rule, onProgress data.OnProgress) (data.BackTest, error) {
	return d.test(Subject{Rule: r.ID}, onProgress)
}

func (d *table) test(s Subject, onProgress data.OnProgress) (data.BackTest, error) {
	d.tests = append(d.tests, s)
	onProgress(data.Progress{Done: 3, Total: 12, Rows: 1240, Elapsed: time.Second})
	if d.midway != nil {
		d.midway()
	}
	return d.answers[s], d.testErr
}

// history makes a back-test on days of mentions up to now that fired on the
// given days before now, in a stream.
func (d *table) history(days int, stream data.Stream, ago ...int) data.BackTest {
	period := data.LastDays(d.now, days, d.zone)
	b := data.BackTest{Period: period, Days: data.Buckets(period, data.Daily, d.zone), Took: time.Second}
	for i := range b.Days {
		b.Days[i].Totals = data.Totals{Negative: 2 + i%3, Neutral: 4 + i%5, Positive: 5 + i%4}
	}
	slices.SortFunc(ago, func(a, b int) int { return b - a })
	for n, days := range ago {
		b.Fired = append(b.Fired, d.incident(n, stream, days))
		at := len(b.Days) - 1 - days
		b.Days[at].Negative += 30 + 9*n
	}
	return b
}

func (d *table) incident(n int, stream data.Stream, ago int) data.Incident {
	at := data.DayStart(d.now, d.zone).AddDate(0, 0, -ago).Add(14*time.Hour + 20*time.Minute).UTC()
	detectors := []data.Detector{data.NegativesDetector, data.ShareDetector, data.VolumeDetector, data.RiskDetector}
	return data.Incident{
		Stream: stream, Onset: at.Add(-2 * time.Hour), OpenedAt: at, ClosedAt: at.Add(30 * time.Hour),
		Level: data.Level(n%3 + 1), Negative: 37 + n, Mentions: 52 + 2*n, Expect: n == 1,
		Alarms: []data.Alarm{{Stream: stream, Detector: detectors[n%len(detectors)], At: at, Observed: 18_400, Expected: 4}},
	}
}

// rich is a desk on which everything is in use.
func rich() *table {
	d := newTable()
	d.zone, _ = time.LoadLocation("Europe/Rome")
	days := func(from, to time.Time) data.Period { return data.WholeDays(from, to, d.zone) }
	at := func(month time.Month, day int) time.Time { return time.Date(2026, month, day, 0, 0, 0, 0, time.UTC) }
	d.set = data.Watchfulness{
		Sensitivity: data.Normal,
		Rules: []data.Rule{
			{ID: 1, Name: "Rimborsi", Kind: data.CountRule, Query: `rimborso OR "soldi indietro"`, Window: 6 * time.Hour, Count: 3, On: true},
			{ID: 2, Name: "Quota negativa del negozio di via Larga", Kind: data.ShareRule, Query: "source:google", Window: 72 * time.Hour, Count: 8, Share: 0.4},
			{ID: 3, Name: "Chi ha un grande pubblico", Kind: data.ReachRule, Window: 24 * time.Hour, Reach: 10_000, On: true},
		},
		Topics: []data.Topic{{ID: 1, Name: "Consegne", Query: "consegna OR corriere OR tag:consegna"}, {ID: 2, Name: "Orari", Query: `orario OR "chiuso" -vacanza`}},
		Expected: []data.ExpectedPeriod{
			{ID: 1, Period: days(at(8, 8), at(8, 23)), Note: "Chiusura estiva", Mute: true},
			{ID: 2, Period: days(at(11, 23), at(11, 30)), Note: "Black Friday"},
		},
	}
	d.answers[Subject{Sensitivity: data.Calm}] = d.history(365, data.Brand, 60)
	d.answers[Subject{Sensitivity: data.Normal}] = d.history(365, data.Brand, 12, 60, 200)
	d.answers[Subject{Sensitivity: data.Alert}] = d.history(365, data.Stream{Kind: data.OfSource, Name: "google"}, 12, 33, 60, 61, 90, 140, 200, 330)
	d.answers[Subject{Rule: 1}] = d.history(100, data.Brand, 3, 60)
	d.answers[Subject{Rule: 3}] = d.history(100, data.Brand, 20)
	return d
}
