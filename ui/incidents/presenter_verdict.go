package incidents

import (
	"context"
	"time"

	"vedetta/data"
)

// ToggleVerdict stores what the person thinks of the chosen incident, or takes
// it back when it is that already.
func (p *Presenter) ToggleVerdict(v data.Verdict) {
	i, ok := p.current()
	if !ok {
		return
	}
	if i.Verdict == v {
		v = data.NoVerdict
	}
	p.judge(i.ID, v, func() {
		p.face.Judged(p.said(i, v), func() { p.judge(i.ID, i.Verdict, func() { p.face.Judged(p.said(i, i.Verdict), nil) }) })
	})
}

func (p *Presenter) said(i data.Incident, v data.Verdict) string {
	date := p.words.Day(i.OpenedAt, p.desk.Zone())
	switch v {
	case data.Useful:
		return p.words.Text("incidents.judged.useful", "Date", date)
	case data.NotCrisis:
		return p.words.Text("incidents.judged.not_crisis", "Date", date)
	}
	return p.words.Text("incidents.judged.none", "Date", date)
}

// judge shows a verdict at once, has the desk store it, and takes it off the
// screen again if the desk refuses.
func (p *Presenter) judge(id int64, v data.Verdict, done func()) {
	before := p.setVerdict(id, v)
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.Judge(ctx, id, v)
		return func() {
			if err != nil {
				p.setVerdict(id, before)
				p.face.Failed(err)
				return
			}
			done()
		}
	})
}

func (p *Presenter) setVerdict(id int64, v data.Verdict) (before data.Verdict) {
	for n := range p.incidents {
		if i := &p.incidents[n]; i.ID == id {
			before, i.Verdict = i.Verdict, v
		}
	}
	p.face.ListChanged()
	if id == p.chosen {
		p.face.DetailChanged()
	}
	return before
}

// Until is how long the person expects what an incident shows.
type Until int

// The choices. Lasted is only offered for what is over.
const (
	UntilLasted Until = iota
	UntilToday
	UntilThreeDays
	UntilWeek
	UntilCustom
)

// Key is the stable name of a choice.
func (u Until) Key() string {
	return [...]string{"lasted", "today", "three_days", "week", "custom"}[u]
}

// Untils are the choices for the chosen incident.
func (p *Presenter) Untils() []Until {
	if i, ok := p.current(); ok && !i.Open() {
		return []Until{UntilLasted, UntilToday, UntilThreeDays, UntilWeek, UntilCustom}
	}
	return []Until{UntilToday, UntilThreeDays, UntilWeek, UntilCustom}
}

// Today is the first day the person can expect anything until.
func (p *Presenter) Today() time.Time { return data.DayStart(p.desk.Now(), p.desk.Zone()) }

// Expectation are the days a choice means: from the day on which the chosen
// incident began, so that it is expected too. custom counts for UntilCustom;
// false when it is missing or comes before the incident.
func (p *Presenter) Expectation(u Until, custom *time.Time) (data.Period, bool) {
	i, ok := p.current()
	if !ok {
		return data.Period{}, false
	}
	zone := p.desk.Zone()
	first, last := i.Onset.In(zone), p.desk.Now().In(zone)
	switch u {
	case UntilLasted:
		last = i.ClosedAt.In(zone)
	case UntilThreeDays:
		last = last.AddDate(0, 0, 3)
	case UntilWeek:
		last = last.AddDate(0, 0, 7)
	case UntilCustom:
		if custom == nil {
			return data.Period{}, false
		}
		last = *custom // a day of the calendar, whatever its zone
	}
	period := data.WholeDays(first, first, zone)
	y, m, d := last.Date()
	period.To = time.Date(y, m, d+1, 0, 0, 0, 0, zone).UTC()
	return period, period.To.After(period.From)
}

// ExpectationText says which days a choice means, or what is wrong with it.
func (p *Presenter) ExpectationText(u Until, custom *time.Time) string {
	period, ok := p.Expectation(u, custom)
	if !ok {
		return p.words.Text("incidents.expect.wrong")
	}
	return p.words.Text("incidents.expect.days", "Days", p.words.Range(period.From, period.To, p.desk.Zone()))
}

// Expect stores that what the chosen incident shows is expected.
func (p *Presenter) Expect(period data.Period, note string, mute bool) {
	days := p.words.Range(period.From, period.To, p.desk.Zone())
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.Expect(ctx, data.ExpectedPeriod{Period: period, Note: note, Mute: mute})
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.Expected(p.words.Text("incidents.expected.done", "Days", days))
		}
	})
}
