package importer

import (
	"context"
	"io"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the import screen asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Contents(path string) ([]string, error)
	Inspect(ctx context.Context, plan data.Plan) (data.Preview, error)
	Check(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Counts, error)
	Import(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Import, error)
	UndoImport(ctx context.Context, id int64, onProgress data.OnProgress) (removed int, err error)
	WorkLost(ctx context.Context, id int64) (data.WorkLost, error)
	InspectText(ctx context.Context, text string, plan data.Plan) (data.Preview, error)
	CheckText(ctx context.Context, text string, plan data.Plan, onProgress data.OnProgress) (data.Counts, error)
	ImportText(ctx context.Context, text string, plan data.Plan, onProgress data.OnProgress) (data.Import, error)
	AddMention(ctx context.Context, m data.ManualMention) (data.AddedMention, error)
	Forget(ctx context.Context, header string) error
	WatchedFolder(ctx context.Context) (data.WatchedFolder, error)
	SetWatchedFolder(ctx context.Context, path string, on bool) error
	PlanOf(i data.Import) (data.Plan, bool)
	Dismiss(ctx context.Context, i data.Import) error
	Imports(ctx context.Context) ([]data.Import, error)
	Rejected(ctx context.Context, id int64, limit int) ([]data.RejectedRow, error)
	ExportRejected(ctx context.Context, id int64, comma rune, w io.Writer) error
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	StageChanged()    // another stage, or what the present one shows
	ProgressChanged() // a check, import or undo came further
	HistoryChanged()
	FolderChanged() // the watched folder, or what came from it
	// Failed shows an error beside what is on screen; nil takes it away.
	Failed(err error)
	// AskUndo asks whether an import shall go, and the person's work with it.
	AskUndo(i data.Import, lost data.WorkLost)
	ShowRejected(i data.Import, rows []data.RejectedRow)
	Told(what string) // something is done
}

// Presenter decides what the import screen shows. It lives on the UI
// goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face

	queue    []*item
	at       int  // the one on screen
	summing  bool // the summary over all of them is on screen instead
	all      bool // those that are ready are imported one after another
	running  *item
	progress data.Progress
	stopWork func()

	history   []data.Import
	undoing   int64 // import being undone, 0 for none
	folder    data.WatchedFolder
	arrival   data.WatchedFile // the last one, since the program was started
	arrivedAt time.Time

	looking    *job.Loader
	lookedAt   *item // by looking
	checking   *job.Loader
	checked    *item // by checking
	listing    *job.Loader
	asking     *job.Loader
	watching   *job.Loader
	stopEvents []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, face: face,
		looking: job.NewLoader(dispatcher), checking: job.NewLoader(dispatcher),
		listing: job.NewLoader(dispatcher), asking: job.NewLoader(dispatcher), watching: job.NewLoader(dispatcher),
	}
}

// Start loads the earlier imports and the watched folder, and follows them
// from then on.
func (p *Presenter) Start() {
	events := p.desk.Events()
	p.stopEvents = append(p.stopEvents,
		events.ImportsChanged.Add(func(struct{}) { p.dispatcher.Post(p.loadHistory) }),
		events.WatchedImported.Add(func(f data.WatchedFile) { p.dispatcher.Post(func() { p.arrived(f) }) }),
		events.WatchChanged.Add(func(f data.WatchedFolder) { p.dispatcher.Post(func() { p.rewatched(f) }) }))
	p.loadHistory()
	p.loadFolder()
}

// Stop ends what Start began. An import under way goes on to its end.
func (p *Presenter) Stop() {
	for _, stop := range p.stopEvents {
		stop()
	}
	p.stopEvents = nil
	for _, l := range []*job.Loader{p.looking, p.checking, p.listing, p.asking, p.watching} {
		l.Cancel()
	}
}

// Zone is the zone in which times are shown.
func (p *Presenter) Zone() *time.Location { return p.desk.Zone() }

// Now is the moment from which ages are told.
func (p *Presenter) Now() time.Time { return p.desk.Now() }
