package desk

import (
	"context"
	"encoding/json"
	"time"

	"vedetta/data"
	"vedetta/data/hours"
	"vedetta/data/store"
)

// Office is when the business answers, and how soon it means to.
func (d *Desk) Office(ctx context.Context) (data.Office, error) {
	o := data.NewOffice()
	stored, err := d.store.Setting(ctx, store.SettingOffice)
	if err != nil || stored == "" {
		return o, err
	}
	o = data.Office{}
	return o, json.Unmarshal([]byte(stored), &o)
}

// SetOffice stores opening hours and targets; ErrOfficeHours or ErrOfficeDay
// for those that cannot be.
func (d *Desk) SetOffice(ctx context.Context, o data.Office) (Undo, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	told, err := json.Marshal(o.Tidied())
	if err != nil {
		return nil, err
	}
	before, err := d.store.Setting(ctx, store.SettingOffice)
	if err != nil {
		return nil, err
	}
	put := func(ctx context.Context, value string) error {
		return d.changedSettings(d.store.SetSetting(ctx, store.SettingOffice, value))
	}
	return func(ctx context.Context) error { return put(ctx, before) }, put(ctx, string(told))
}

// Holidays lists the public holidays of Italy from a day on for a year.
func (d *Desk) Holidays(from time.Time) (all []data.ClosedDay) {
	for n := range 366 {
		day := from.AddDate(0, 0, n)
		if name, ok := hours.Italy(hours.DateOf(day)); ok {
			all = append(all, data.ClosedDay{Day: day.Format(time.DateOnly), Name: name})
		}
	}
	return all
}

// clockwork counts the time of a business.
type clockwork struct {
	calendar hours.Calendar
	targets  data.Targets
}

func (d *Desk) clockwork(ctx context.Context) (clockwork, error) {
	o, err := d.Office(ctx)
	if err != nil {
		return clockwork{}, err
	}
	c := clockwork{hours.Calendar{Zone: d.Zone(), Closed: map[hours.Date]string{}}, o.Targets}
	for weekday, spans := range o.Week {
		for _, s := range spans {
			c.calendar.Week[weekday] = append(c.calendar.Week[weekday], hours.Span(s))
		}
	}
	if o.Holidays {
		c.calendar.Holidays = hours.Italy
	}
	for _, closed := range o.Closed {
		if day, err := time.Parse(time.DateOnly, closed.Day); err == nil {
			c.calendar.Closed[hours.DateOf(day)] = closed.Name
		}
	}
	return c, nil
}

// due is when something is due that began at a moment; zero without a target.
func (c clockwork) due(from time.Time, within time.Duration, working bool) time.Time {
	switch {
	case within == 0:
		return time.Time{}
	case !working:
		return from.Add(within)
	}
	due, ok := c.calendar.Due(from, within)
	if !ok {
		return time.Time{} // it never opens
	}
	return due.UTC()
}

// answer is when a mention of a severity is to be answered.
func (c clockwork) answer(id data.ID, severity int) time.Time {
	t := c.targets[max(severity, data.AnswerSeverity)]
	return c.due(id.PublishedAt(), t.Answer, t.Working)
}

// settle is when an issue of a severity is to be settled that was rated at a
// moment.
func (c clockwork) settle(rated time.Time, severity int) time.Time {
	t := c.targets[severity]
	return c.due(rated.UTC().Truncate(time.Minute), t.Settle, t.Working)
}

// spent is how long an answer took, as its target counts.
func (c clockwork) spent(from, to time.Time, working bool) time.Duration {
	if !working {
		return max(to.Sub(from), 0)
	}
	return c.calendar.Between(from, to)
}

// cutoff is the latest publication whose answer is due by now: a search in
// time, for due never goes back while publication goes on.
func (c clockwork) cutoff(t data.Target, now, from time.Time) time.Time {
	low, high := from.Unix(), now.Unix()
	for low < high {
		middle := (low + high + 1) / 2
		due := c.due(time.Unix(middle, 0).UTC(), t.Answer, t.Working)
		if due.IsZero() || due.After(now) {
			high = middle - 1
		} else {
			low = middle
		}
	}
	return time.Unix(low, 0).UTC()
}
