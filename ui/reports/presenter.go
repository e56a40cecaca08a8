package reports

import (
	"context"
	"image"
	"slices"
	"time"

	"vedetta/assets"
	"vedetta/charts/report"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the reports screen asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Workspace(ctx context.Context) (data.Workspace, error)
	Sources(ctx context.Context) ([]data.SourceTotals, error)
	Report(ctx context.Context, f data.Filter, query string) (data.Report, error)
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	OptionsChanged()
	PagesChanged() // the pages, or that they are being drawn
	Failed(err error)
	OpenFile(path string) // with the system's viewer
	Told(what string)
}

const (
	// changePause lets several changes of the options become one drawing.
	changePause = 150 * time.Millisecond
	// previewDPI is crisp on a screen of twice the usual density at the
	// preview's largest width.
	previewDPI = 144
)

// Presenter decides what the reports screen shows. It lives on the UI
// goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face
	print      printer

	options options
	sources []string // every source there is
	shown   drawn
	pause   time.Duration
	dpi     int // of the preview
	loading *job.Loader
	stale   bool
	stop    []func()
}

// drawn is a report with its pages.
type drawn struct {
	report    data.Report
	workspace data.Workspace
	options   options
	pages     []image.Image
	made      bool
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, face: face, print: systemPrinter,
		options: options{span: SpanWeek, lang: words.Lang(), paper: report.A4},
		pause:   changePause, dpi: previewDPI, loading: job.NewLoader(dispatcher),
	}
}

// Start draws the first report and follows the mentions from then on.
func (p *Presenter) Start() {
	changed := func() { p.dispatcher.Post(p.Refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.MentionsChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }),
		events.SettingsChanged.Add(func(struct{}) { changed() }))
	p.draw()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

// Pages are the pages of the preview.
func (p *Presenter) Pages() []image.Image { return p.shown.pages }

// Made tells whether there is a report to save: not before the first drawing.
func (p *Presenter) Made() bool { return p.shown.made }

// Empty tells whether the workspace has no mention to report on.
func (p *Presenter) Empty() bool { return p.shown.made && p.shown.workspace.Mentions == 0 }

// Busy tells whether pages are being drawn.
func (p *Presenter) Busy() bool { return p.loading.Busy() }

// Cancel gives the drawing up; the pages on screen stay.
func (p *Presenter) Cancel() {
	p.loading.Cancel()
	p.face.PagesChanged()
}

// Period is the period of the report on screen.
func (p *Presenter) Period() string {
	period := p.shown.report.Summary.Filter.Period
	return p.words.Range(period.From, period.To, p.desk.Zone())
}

// Refresh draws again; many calls while one is under way become one.
func (p *Presenter) Refresh() {
	if p.loading.Busy() {
		p.stale = true
		return
	}
	p.draw()
}

func (p *Presenter) draw() {
	o := p.options
	o.sources = slices.Clone(o.sources)
	p.stale = false
	p.loading.Load(func(ctx context.Context) func() {
		d, sources, err := p.make(ctx, o)
		return func() {
			if err != nil {
				if data.CodeOf(err) != data.ErrCancelled {
					p.face.Failed(err)
				}
			} else {
				p.shown, p.sources = d, sources
				p.face.Failed(nil)
				p.face.OptionsChanged()
			}
			p.face.PagesChanged()
			if p.stale {
				p.draw()
			}
		}
	})
	p.face.PagesChanged()
}

// make runs in the background: it gathers the numbers and draws the pages.
func (p *Presenter) make(ctx context.Context, o options) (d drawn, sources []string, err error) {
	if err := rest(ctx, p.pause); err != nil {
		return d, nil, err
	}
	d.options = o
	if d.workspace, err = p.desk.Workspace(ctx); err != nil {
		return d, nil, err
	}
	totals, err := p.desk.Sources(ctx)
	if err != nil {
		return d, nil, err
	}
	for _, s := range totals {
		sources = append(sources, s.Source)
	}
	f := data.Filter{Period: o.period(p.desk.Now(), d.workspace.Last, p.desk.Zone()), Sources: o.sources}
	if d.report, err = p.desk.Report(ctx, f, ""); err != nil {
		return d, nil, err
	}
	d.pages, err = report.Pages(d.report, assets.WordsFor(o.lang), o.paper, p.dpi)
	d.made = err == nil
	return d, sources, err
}

// rest waits without work; an error when the work was given up meanwhile.
func rest(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return &data.Error{Code: data.ErrCancelled, Err: ctx.Err()}
	}
}
