package warning

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// ExpectDraft is an expected period as the form holds it: whole days, both
// included; nil for a day that was not given.
type ExpectDraft struct {
	First, Last *time.Time
	Note        string
	Mute        bool
}

// Today is the day of now as forms hold days.
func (p *Presenter) Today() time.Time {
	return day(p.desk.Now().In(p.desk.Zone()))
}

// day is the calendar day of t alone: the fields of a form may hold days of
// several zones.
func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Expect stores an expected period. done is told what is wrong with it, or
// nothing.
func (p *Presenter) Expect(d ExpectDraft, done func(Wrong)) {
	switch {
	case d.First == nil || d.Last == nil:
		done(Wrong{FieldDays: p.words.Text("earlywarning.wrong.days")})
		return
	case day(*d.Last).Before(day(*d.First)):
		done(Wrong{FieldDays: p.words.Text("earlywarning.wrong.days.order")})
		return
	}
	e := data.ExpectedPeriod{
		Period: data.WholeDays(*d.First, *d.Last, p.desk.Zone()), Note: strings.TrimSpace(d.Note), Mute: d.Mute,
	}
	p.save(func(ctx context.Context) error { return p.desk.Expect(ctx, e) }, p.Load, done)
}

// Unexpect takes an expected period away; it can be taken back.
func (p *Presenter) Unexpect(e data.ExpectedPeriod) {
	p.remove(p.words.Text("earlywarning.calendar.deleted", "Days", p.Days(e)),
		func(ctx context.Context) error { return p.desk.Unexpect(ctx, e.ID) },
		func(ctx context.Context) error {
			e.ID = 0
			return p.desk.Expect(ctx, e)
		})
}
