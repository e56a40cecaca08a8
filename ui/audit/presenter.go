package audit

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the audit asks of the workspace.
type Desk interface {
	Events() *data.Events
	Zone() *time.Location
	BeginAudit(ctx context.Context) (int64, error)
	Audits(ctx context.Context) ([]data.Audit, error)
	AuditStep(ctx context.Context, audit int64, place int) (data.AuditStep, error)
	LabelAudited(ctx context.Context, audit int64, step data.AuditStep, label *data.Label) error
	EndAudit(ctx context.Context, audit int64) error
}

// Face is told what changed, on the UI goroutine.
type Face interface {
	Changed()
	Failed(err error)
}

// State is what the screen shows.
type State int

// The states.
const (
	Loading State = iota
	Empty         // there are no mentions
	Labelling
	Ended // the result is on screen
)

// Presenter leads through an audit. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face
	loading    *job.Loader
	storing    bool // a label is on its way into the workspace

	state State
	audit data.Audit
	step  data.AuditStep
	stop  []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{desk: d, words: words, dispatcher: dispatcher, face: face, loading: job.NewLoader(dispatcher)}
}

// Start takes the audit up that was left, or draws a sample.
func (p *Presenter) Start() {
	p.stop = append(p.stop, p.desk.Events().MentionsChanged.Add(func(struct{}) { p.dispatcher.Post(p.refresh) }))
	p.Resume()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

// refresh looks again for mentions where there were none.
func (p *Presenter) refresh() {
	if p.state == Empty {
		p.Resume()
	}
}

// Resume takes the audit up that was left, or draws a sample.
func (p *Presenter) Resume() { p.load(false) }

// Again draws another sample.
func (p *Presenter) Again() { p.load(true) }

func (p *Presenter) load(fresh bool) {
	p.loading.Load(func(ctx context.Context) func() {
		audit, step, err := open(ctx, p.desk, fresh)
		return func() {
			switch {
			case data.CodeOf(err) == data.ErrNotFound:
				p.state = Empty
			case err != nil:
				p.face.Failed(err)
				return
			default:
				p.state, p.audit, p.step = Labelling, audit, step
			}
			p.face.Changed()
		}
	})
}

// open finds the audit under way and its first place without a label.
func open(ctx context.Context, d Desk, fresh bool) (audit data.Audit, step data.AuditStep, err error) {
	all, err := d.Audits(ctx)
	if err != nil {
		return audit, step, err
	}
	if fresh || len(all) == 0 || !all[0].EndedAt.IsZero() {
		if _, err = d.BeginAudit(ctx); err != nil {
			return audit, step, err
		}
		if all, err = d.Audits(ctx); err != nil {
			return audit, step, err
		}
		if len(all) == 0 {
			return audit, step, data.Errorf(data.ErrNotFound, "no mentions")
		}
	}
	audit = all[0]
	for place := 0; ; place = step.Place + 1 {
		if step, err = d.AuditStep(ctx, audit.ID, place); err != nil || step.Label == nil {
			return audit, step, err
		}
	}
}

// Label stores the person's label and goes on to the next mention.
func (p *Presenter) Label(l data.Label) {
	if p.state != Labelling || p.storing {
		return
	}
	p.storing = true
	audit, step := p.audit.ID, p.step
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.LabelAudited(ctx, audit, step, &l)
		return func() {
			p.storing = false
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.Move(1)
		}
	})
}

// Move goes to the next place or the one before; behind the last the audit
// ends.
func (p *Presenter) Move(by int) {
	if p.state != Labelling || p.step.Place+by < 0 {
		return
	}
	audit, place := p.audit.ID, p.step.Place+by
	p.loading.Load(func(ctx context.Context) func() {
		step, err := p.desk.AuditStep(ctx, audit, place)
		return func() {
			switch {
			case data.CodeOf(err) == data.ErrNotFound:
				p.End()
			case err != nil:
				p.face.Failed(err)
			default:
				p.step = step
				p.face.Changed()
			}
		}
	})
}

// End closes the audit and shows what it found.
func (p *Presenter) End() {
	audit := p.audit
	p.loading.Load(func(ctx context.Context) func() {
		err := p.desk.EndAudit(ctx, audit.ID)
		all, listErr := p.desk.Audits(ctx)
		return func() {
			if err == nil {
				err = listErr
			}
			if err != nil {
				p.face.Failed(err)
				return
			}
			audit.Labelled = 0
			for _, a := range all {
				if a.ID == audit.ID {
					audit = a
				}
			}
			p.state, p.audit = Ended, audit
			p.face.Changed()
		}
	})
}

// State is what the screen shows.
func (p *Presenter) State() State { return p.state }

// Step is the mention on screen.
func (p *Presenter) Step() data.AuditStep { return p.step }

// Place says how far the person has come.
func (p *Presenter) Place() string {
	return p.words.Text("audit.place", "N", p.words.Number(int64(p.step.Place+1)), "Total", p.words.Number(int64(p.audit.Size)))
}

// Result says what the audit found.
func (p *Presenter) Result() string {
	if !p.audit.Measured() {
		return p.words.Count("audit.few", p.audit.Labelled)
	}
	return p.words.Measured(&p.audit, p.desk.Zone())
}

// Confusion counts by the person's label and the model's; false when there is
// too little to show.
func (p *Presenter) Confusion() (counts [3][3]int, ok bool) {
	return p.audit.Confusion, p.audit.Measured()
}
