package overview

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the overview asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Workspace(ctx context.Context) (data.Workspace, error)
	Sources(ctx context.Context) ([]data.SourceTotals, error)
	Summary(ctx context.Context, f data.Filter) (data.Summary, error)
	Timeline(ctx context.Context, f data.Filter) (data.Timeline, error)
	Drivers(ctx context.Context, f data.Filter, n int) (data.Drivers, error)
	CopiesIn(ctx context.Context, f data.Filter) (data.Copies, error)
	ModelState(ctx context.Context) (data.ModelState, error)
	AnswerFirst(ctx context.Context, f data.Filter, n int) ([]data.Row, error)
	Situation(ctx context.Context) (data.Situation, error)
	Incidents(ctx context.Context, p data.Period) ([]data.Incident, error)
	Marks(ctx context.Context, p data.Period) ([]data.Mark, error)
	FilterOf(ctx context.Context, i data.Incident) (data.Filter, data.Period, error)
	Why(ctx context.Context, f data.Filter, before data.Period) (data.Why, error)
	Digest(ctx context.Context) (data.Digest, error)
	DigestRead(ctx context.Context) error
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	FiguresChanged() // banner, tiles, chart, period, sources
	WordsChanged()   // what the banner is about, what drives it, what to answer first
	DigestChanged()  // what happened meanwhile
	BusyChanged()
	Failed(err error) // nil takes an earlier failure off the screen
}

const (
	// mostDrivers and mostAnswers are how long the two lists become.
	mostDrivers, mostAnswers = 10, 12
)

// Presenter decides what the overview shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face

	choice  choice
	figures figures
	told    told
	digest  data.Digest
	met     bool // what happened meanwhile was asked for
	loading *job.Loader
	// following waits for the detectors, meanwhile reads what happened while
	// the program was closed.
	following, meanwhile *job.Loader
	again                time.Duration // between two looks at the detectors
	pause                time.Duration // gathers many changes into one refresh
	stale                bool          // something changed while a load was under way
	stop                 []func()
}

// figures are the numbers on screen.
type figures struct {
	loaded    bool
	workspace data.Workspace
	sources   []string
	filter    data.Filter
	anchored  bool // the period ends at the newest mention, not today
	span      Span
	summary   data.Summary
	timeline  data.Timeline
	model     data.ModelState
	situation data.Situation
	incidents []data.Incident // of the period
	marks     []data.Mark
}

// told are the lists on screen.
type told struct {
	loaded  bool
	drivers data.Drivers
	answers []data.Row
	copies  data.Copies
	whyOf   int64 // the incident that why is about
	why     data.Why
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, face: face,
		choice: choice{span: SpanMonth}, loading: job.NewLoader(dispatcher),
		following: job.NewLoader(dispatcher), meanwhile: job.NewLoader(dispatcher), again: lookAgain,
	}
}

// Start loads, and follows what changes from then on.
func (p *Presenter) Start() {
	changed := func() { p.dispatcher.Post(p.Refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.MentionsChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }),
		events.SettingsChanged.Add(func(struct{}) { changed() }),
		events.ModelChanged.Add(func(struct{}) { changed() }),
		events.IncidentsChanged.Add(func(struct{}) { changed() }),
		events.CrisesChanged.Add(func(struct{}) { changed() }))
	p.Load()
	p.readDigest()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
	p.following.Cancel()
	p.meanwhile.Cancel()
	p.leave()
}

// Busy tells whether numbers are on their way.
func (p *Presenter) Busy() bool { return p.loading.Busy() }

// Loaded tells whether there are numbers to show.
func (p *Presenter) Loaded() bool { return p.figures.loaded }

// Cancel gives up the load under way; what is on screen stays.
func (p *Presenter) Cancel() {
	p.loading.Cancel()
	p.face.BusyChanged()
}

// Refresh loads again, soon; many calls become one.
func (p *Presenter) Refresh() {
	if p.loading.Busy() {
		p.stale = true
		return
	}
	p.load(p.pause)
}

// Load loads at once.
func (p *Presenter) Load() { p.load(0) }

func (p *Presenter) load(pause time.Duration) {
	c := p.choice.copied()
	p.stale = false
	p.loading.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		f, err := p.readFigures(ctx, c)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.figures = f
			p.face.Failed(nil)
			p.face.FiguresChanged()
			p.loadWords()
			p.follow()
		}
	})
	p.face.BusyChanged()
}

// loadWords follows with the lists: they take longer than the figures.
func (p *Presenter) loadWords() {
	f, s := p.figures.filter, p.figures.situation
	p.loading.Load(func(ctx context.Context) func() {
		t, err := p.readWords(ctx, f, s)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.told = t
			p.face.WordsChanged()
			p.face.BusyChanged()
			if p.stale {
				p.load(p.pause)
			}
		}
	})
}

func (p *Presenter) failed(err error) {
	if data.CodeOf(err) != data.ErrCancelled {
		p.face.Failed(err)
	}
	p.face.BusyChanged()
}

// readFigures runs in the background.
func (p *Presenter) readFigures(ctx context.Context, c choice) (figures, error) {
	f := figures{loaded: true, span: c.span}
	var err error
	if f.workspace, err = p.desk.Workspace(ctx); err != nil {
		return f, err
	}
	totals, err := p.desk.Sources(ctx)
	if err != nil {
		return f, err
	}
	for _, t := range totals {
		f.sources = append(f.sources, t.Source)
	}
	f.filter.Sources = c.sources
	f.filter.Period, f.anchored = c.period(p.desk.Now(), f.workspace.Last, p.desk.Zone())
	if f.summary, err = p.desk.Summary(ctx, f.filter); err != nil {
		return f, err
	}
	if f.timeline, err = p.desk.Timeline(ctx, f.filter); err != nil {
		return f, err
	}
	if f.model, err = p.desk.ModelState(ctx); err != nil {
		return f, err
	}
	if f.situation, err = p.desk.Situation(ctx); err != nil {
		return f, err
	}
	if f.incidents, err = p.desk.Incidents(ctx, f.filter.Period); err != nil {
		return f, err
	}
	f.marks, err = p.desk.Marks(ctx, f.filter.Period)
	return f, err
}

// readWords runs in the background.
func (p *Presenter) readWords(ctx context.Context, f data.Filter, s data.Situation) (told, error) {
	t := told{loaded: true}
	var err error
	if t.whyOf, t.why, err = p.readWhy(ctx, s); err != nil {
		return t, err
	}
	if t.drivers, err = p.desk.Drivers(ctx, f, mostDrivers); err != nil {
		return t, err
	}
	if t.copies, err = p.desk.CopiesIn(ctx, f); err != nil {
		return t, err
	}
	t.answers, err = p.desk.AnswerFirst(ctx, f, mostAnswers)
	return t, err
}
