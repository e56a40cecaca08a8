package incidents

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the incidents ask of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Situation(ctx context.Context) (data.Situation, error)
	Incidents(ctx context.Context, p data.Period) ([]data.Incident, error)
	Why(ctx context.Context, f data.Filter, before data.Period) (data.Why, error)
	FilterOf(ctx context.Context, i data.Incident) (f data.Filter, before data.Period, err error)
	Judge(ctx context.Context, id int64, v data.Verdict) error
	Expect(ctx context.Context, e data.ExpectedPeriod) error
	DraftIssue(ctx context.Context, incident int64) (data.IssueDraft, error)
	IssueFromIncident(ctx context.Context, incident int64, title string, ids []data.ID) (int64, func(context.Context) error, error)
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	ListChanged()   // incidents, notice, which one is chosen
	DetailChanged() // the chosen one
	WhyChanged()    // what drives it, or that this is being looked for
	Open(f data.Filter, title string)
	Judged(what string, undo func())
	Expected(what string)
	ShowIssue(id int64)
	MadeIssue(id int64, what string, undo func())
	Failed(err error) // nil takes an earlier failure off the screen
}

// Presenter decides what the incidents show. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	face       Face

	loaded    bool
	situation data.Situation
	incidents []data.Incident // newest first
	listed    int             // how many of them the list shows
	chosen    int64
	wanted    int64 // to be chosen once it is known
	making    bool  // an issue is being made
	why       why
	sought    fingerprint // what is being looked into
	allSeen   bool        // what all detectors saw is shown, not only of the first

	loading, digging, opening *job.Loader

	pause time.Duration // gathers many changes into one refresh
	stale bool          // something changed while a load was under way
	stop  []func()
}

// pageOf is how many incidents the list shows at first, and how many more at a
// time.
const pageOf = 50

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, history: history, face: face, listed: pageOf,
		loading: job.NewLoader(dispatcher), digging: job.NewLoader(dispatcher), opening: job.NewLoader(dispatcher),
	}
}

// Start loads, and follows what changes from then on.
func (p *Presenter) Start() {
	changed := func() { p.dispatcher.Post(p.refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.IncidentsChanged.Add(func(struct{}) { changed() }),
		events.SettingsChanged.Add(func(struct{}) { changed() }))
	p.load(0)
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
	p.digging.Cancel()
	p.opening.Cancel()
}

// refresh loads again, soon; many calls become one.
func (p *Presenter) refresh() {
	if p.loading.Busy() {
		p.stale = true
		return
	}
	p.load(p.pause)
}

// Retry loads everything again.
func (p *Presenter) Retry() {
	p.face.Failed(nil)
	p.why.stopped = false
	p.load(0)
}

func (p *Presenter) load(pause time.Duration) {
	p.stale = false
	p.loading.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		situation, err := p.desk.Situation(ctx)
		if err != nil {
			return func() { p.failed(err) }
		}
		all, err := p.desk.Incidents(ctx, data.Period{})
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.take(situation, all)
		}
	})
}

// failed shows an error; what is on screen stays.
func (p *Presenter) failed(err error) {
	p.face.Failed(err)
	p.catchUp()
}

func (p *Presenter) catchUp() {
	if p.stale {
		p.load(p.pause)
	}
}

// take shows what was loaded. The chosen incident stays chosen.
func (p *Presenter) take(s data.Situation, all []data.Incident) {
	p.situation, p.incidents, p.loaded = s, all, true
	if p.known(p.wanted) {
		p.chosen = p.wanted
	}
	p.wanted = 0
	if !p.known(p.chosen) {
		p.chosen = 0
		if len(all) > 0 {
			p.chosen = all[0].ID
		}
	}
	p.list(p.chosen)
	p.face.Failed(nil)
	p.face.ListChanged()
	p.face.DetailChanged()
	p.dig(false)
	p.catchUp()
}

// Loaded tells whether the incidents are known.
func (p *Presenter) Loaded() bool { return p.loaded }
