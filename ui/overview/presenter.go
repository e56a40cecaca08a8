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
	AnswerFirst(ctx context.Context, f data.Filter, n int) ([]data.Row, error)
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	NumbersChanged() // tiles, chart and choices
	WordsChanged()   // drivers and answers
	Failed(err error)
}

// How many of a list the cards show.
const (
	driversShown = 6
	answersShown = 6
)

// Presenter decides what the overview shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face

	span        Span
	first, last time.Time // the days of SpanCustom, both included
	sources     []string  // empty: all

	shown   numbers
	drivers data.Drivers
	answers []data.Row
	loading *job.Loader
	finding *job.Loader
	stop    []func()
}

// numbers is what is on screen.
type numbers struct {
	made      bool
	workspace data.Workspace
	sources   []string
	filter    data.Filter
	summary   data.Summary
	timeline  data.Timeline
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, face: face, span: SpanMonth,
		loading: job.NewLoader(dispatcher), finding: job.NewLoader(dispatcher),
	}
}

// Start loads and follows the mentions from then on.
func (p *Presenter) Start() {
	changed := func() { p.dispatcher.Post(p.Refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.MentionsChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }),
		events.SettingsChanged.Add(func(struct{}) { changed() }))
	p.load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
	p.finding.Cancel()
}

// Refresh loads again, unless it is loading already: then what is on its way
// is nearly as fresh, and the next change will ask again.
func (p *Presenter) Refresh() {
	if !p.loading.Busy() {
		p.load()
	}
}

// load brings the numbers, then the words.
func (p *Presenter) load() {
	desk, ask := p.desk, p.question()
	p.finding.Cancel()
	p.loading.Load(func(ctx context.Context) func() {
		n, err := ask.numbers(ctx, desk)
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.shown = n
			p.face.NumbersChanged()
			p.find(n.filter)
		}
	})
}

func (p *Presenter) find(f data.Filter) {
	desk := p.desk
	p.finding.Load(func(ctx context.Context) func() {
		drivers, err := desk.Drivers(ctx, f, driversShown)
		var answers []data.Row
		if err == nil {
			answers, err = desk.AnswerFirst(ctx, f, answersShown)
		}
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.drivers, p.answers = drivers, answers
			p.face.WordsChanged()
		}
	})
}

func (p *Presenter) fail(err error) {
	if data.CodeOf(err) != data.ErrCancelled {
		p.face.Failed(err)
	}
}

// question is a copy of the choices, for work on another goroutine.
type question struct {
	span        Span
	first, last time.Time
	sources     []string
}

func (p *Presenter) question() question { return question{p.span, p.first, p.last, p.sources} }

func (q question) numbers(ctx context.Context, d Desk) (n numbers, err error) {
	n.made = true
	if n.workspace, err = d.Workspace(ctx); err != nil {
		return n, err
	}
	sources, err := d.Sources(ctx)
	if err != nil {
		return n, err
	}
	for _, s := range sources {
		n.sources = append(n.sources, s.Source)
	}
	n.filter.Period = q.span.period(d.Now(), n.workspace.Last, q.first, q.last, d.Zone())
	n.filter.Sources = q.sources
	if n.summary, err = d.Summary(ctx, n.filter); err != nil {
		return n, err
	}
	n.timeline, err = d.Timeline(ctx, n.filter)
	return n, err
}
