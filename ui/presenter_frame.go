package ui

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// frameDesk is what the window's frame asks of the workspace.
type frameDesk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	OnlyLooks() bool
	Workspace(ctx context.Context) (data.Workspace, error)
	Situation(ctx context.Context) (data.Situation, error)
	IssueCounts(ctx context.Context) (open, closed int, err error)
	Crises(ctx context.Context, closed bool) ([]data.Crisis, error)
	ImportDemo(ctx context.Context, onProgress data.OnProgress) error
}

// frameFace is told what changed, on the UI goroutine.
type frameFace interface {
	FrameChanged() // rail, and whether the workspace is empty
	DemoChanged()  // the demo's import began, came further or ended
	WatchedArrived(data.WatchedFile)
	Taught(data.ModelInfo)
	Warned(data.Incident)
	FrameFailed(err error) // nil takes an earlier failure off the screen
}

// refreshPause gathers the many changes of an import into a few refreshes a
// second.
const refreshPause = 300 * time.Millisecond

// framePresenter decides what the rail shows, and runs the first start. It
// lives on the UI goroutine.
type framePresenter struct {
	desk       frameDesk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       frameFace

	figures
	loaded  bool
	stale   bool
	loading *job.Loader
	demo    demo
	pause   time.Duration
	stop    []func()
}

// figures are what the rail counts.
type figures struct {
	workspace data.Workspace
	incidents int // that are going on
	issues    int // that are not closed
	crises    int // that are not closed
}

// demo is the import of the demo bakery under way.
type demo struct {
	running  bool
	progress data.Progress
	cancel   func()
}

func newFramePresenter(d frameDesk, words *assets.Words, dispatcher job.Dispatcher, face frameFace) *framePresenter {
	return &framePresenter{
		desk: d, words: words, dispatcher: dispatcher, face: face,
		loading: job.NewLoader(dispatcher),
	}
}

// Start loads and follows every change from then on.
func (p *framePresenter) Start() {
	changed := func() { p.dispatcher.Post(p.Refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.MentionsChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }),
		events.ImportsChanged.Add(func(struct{}) { changed() }),
		events.SettingsChanged.Add(func(struct{}) { changed() }),
		events.IncidentsChanged.Add(func(struct{}) { changed() }),
		events.IssuesChanged.Add(func(struct{}) { changed() }),
		events.CrisesChanged.Add(func(struct{}) { changed() }),
		events.WatchedImported.Add(func(f data.WatchedFile) { p.dispatcher.Post(func() { p.face.WatchedArrived(f) }) }),
		events.Taught.Add(func(m data.ModelInfo) { p.dispatcher.Post(func() { p.face.Taught(m) }) }),
		events.Warned.Add(func(i data.Incident) { p.dispatcher.Post(func() { p.face.Warned(i) }) }))
	p.load(0)
}

// Stop ends what Start began.
func (p *framePresenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

// Refresh loads again, soon; many calls become one.
func (p *framePresenter) Refresh() {
	if p.loading.Busy() {
		p.stale = true
		return
	}
	p.load(p.pause)
}

func (p *framePresenter) load(pause time.Duration) {
	p.stale = false
	p.loading.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		got, err := p.read(ctx)
		return func() {
			p.face.FrameFailed(err)
			if err == nil {
				p.figures, p.loaded = got, true
				p.face.FrameChanged()
			}
			if p.stale {
				p.load(p.pause)
			}
		}
	})
}

// read runs in the background.
func (p *framePresenter) read(ctx context.Context) (f figures, err error) {
	if f.workspace, err = p.desk.Workspace(ctx); err != nil {
		return f, err
	}
	s, err := p.desk.Situation(ctx)
	if err != nil {
		return f, err
	}
	f.incidents = len(s.Open)
	if f.issues, _, err = p.desk.IssueCounts(ctx); err != nil {
		return f, err
	}
	open, err := p.desk.Crises(ctx, false)
	f.crises = len(open)
	return f, err
}

// Empty tells whether there is nothing in the workspace to look at.
func (p *framePresenter) Empty() bool { return p.loaded && p.workspace.Mentions == 0 }

// Alarms is the number of incidents that are going on.
func (p *framePresenter) Alarms() string {
	if p.incidents == 0 {
		return ""
	}
	return p.words.Number(int64(p.incidents))
}

// Issues is the number of issues that are not closed.
func (p *framePresenter) Issues() string {
	if p.issues == 0 {
		return ""
	}
	return p.words.Number(int64(p.issues))
}

// Crises is the number of crises that are not closed.
func (p *framePresenter) Crises() string {
	if p.crises == 0 {
		return ""
	}
	return p.words.Number(int64(p.crises))
}

// Badge is the number of negative mentions that wait for an answer.
func (p *framePresenter) Badge() string {
	if p.workspace.Unanswered == 0 {
		return ""
	}
	return p.words.Number(int64(p.workspace.Unanswered))
}

// Late tells whether some of them should have been answered by now.
func (p *framePresenter) Late() bool { return p.workspace.Overdue.Count > 0 }

// Foot are the lines at the foot of the rail.
func (p *framePresenter) Foot() (name, mentions, last string) {
	if !p.loaded {
		return "", "", ""
	}
	w := p.workspace
	name = w.Name
	if name == "" {
		name = p.words.Text("ui.foot.nameless")
	}
	mentions = p.words.Count("ui.foot.mentions", w.Mentions)
	if w.Indexing {
		mentions = p.words.Text("ui.foot.indexing")
	}
	return name, mentions, p.lastImport(w.LastImport)
}

func (p *framePresenter) lastImport(i data.Import) string {
	if i.ID == 0 {
		return p.words.Text("ui.foot.no_import")
	}
	if i.State == data.ImportRunning {
		return p.words.Text("ui.foot.importing")
	}
	zone := p.desk.Zone()
	when := p.words.Date(i.StartedAt, zone)
	if data.DayStart(i.StartedAt, zone).Equal(data.DayStart(p.desk.Now(), zone)) {
		when = p.words.Clock(i.StartedAt, zone)
	}
	return p.words.Text("ui.foot.last_import", "When", when)
}
