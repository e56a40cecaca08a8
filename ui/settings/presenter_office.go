package settings

import (
	"context"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// offices is what the card of opening hours asks of the workspace.
type offices interface {
	Events() *data.Events
	Office(ctx context.Context) (data.Office, error)
	SetOffice(ctx context.Context, o data.Office) (undo func(context.Context) error, err error)
	Holidays(from time.Time) []data.ClosedDay
	Now() time.Time
}

// officeFace is told what changed, on the UI goroutine.
type officeFace interface {
	OfficeChanged()
	OfficeSaved()
	Failed(err error)
}

// officePresenter decides what the card of opening hours and targets shows. It
// lives on the UI goroutine.
type officePresenter struct {
	desk       offices
	dispatcher job.Dispatcher
	history    *job.History
	face       officeFace
	office     data.Office
	loading    *job.Loader
	what       string // how a change is called
	stop       func()
}

func newOfficePresenter(d offices, dispatcher job.Dispatcher, history *job.History, what string, face officeFace) *officePresenter {
	return &officePresenter{desk: d, dispatcher: dispatcher, history: history, what: what, face: face, loading: job.NewLoader(dispatcher)}
}

// Start loads and follows what changes.
func (p *officePresenter) Start() {
	p.stop = p.desk.Events().SettingsChanged.Add(func(struct{}) { p.dispatcher.Post(p.load) })
	p.load()
}

// Stop ends what Start began.
func (p *officePresenter) Stop() {
	if p.stop != nil {
		p.stop()
	}
	p.loading.Cancel()
}

func (p *officePresenter) load() {
	p.loading.Load(func(ctx context.Context) func() {
		office, err := p.desk.Office(ctx)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.office = office
			p.face.OfficeChanged()
		}
	})
}

// SetDay reads the opening hours of a weekday.
func (p *officePresenter) SetDay(day time.Weekday, text string) {
	spans, err := data.ParseOpening(text)
	p.set(text == data.OpeningText(p.office.Week[day]), err, func(o *data.Office) { o.Week[day] = spans })
}

// SetClosed reads the closing days.
func (p *officePresenter) SetClosed(text string) {
	days, err := data.ParseClosed(text)
	p.set(text == data.ClosedText(p.office.Closed), err, func(o *data.Office) { o.Closed = days })
}

// SetHolidays closes on public holidays, or not.
func (p *officePresenter) SetHolidays(on bool) {
	p.set(on == p.office.Holidays, nil, func(o *data.Office) { o.Holidays = on })
}

// SetAnswer reads how soon a mention of a level is to be answered.
func (p *officePresenter) SetAnswer(level int, text string) {
	d, err := data.ParseTarget(text)
	p.set(d == p.office.Targets[level].Answer, err, func(o *data.Office) { o.Targets[level].Answer = d })
}

// SetSettle reads how soon an issue of a level is to be settled.
func (p *officePresenter) SetSettle(level int, text string) {
	d, err := data.ParseTarget(text)
	p.set(d == p.office.Targets[level].Settle, err, func(o *data.Office) { o.Targets[level].Settle = d })
}

// SetWorking says whether a level counts opening hours only.
func (p *officePresenter) SetWorking(level int, on bool) {
	p.set(on == p.office.Targets[level].Working, nil, func(o *data.Office) { o.Targets[level].Working = on })
}

// set stores a change, unless it is none or cannot be read.
func (p *officePresenter) set(same bool, err error, change func(*data.Office)) {
	p.face.Failed(err)
	if same || err != nil {
		return
	}
	now := p.office
	change(&now)
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := p.desk.SetOffice(ctx, now)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.office = now
			p.history.Add(p.what, undo)
			p.face.OfficeSaved()
		}
	})
}

// Undo takes the last change back.
func (p *officePresenter) Undo() {
	p.history.Undo(p.dispatcher, func(_ string, err error) { p.face.Failed(err) })
}
