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
	Inspect(ctx context.Context, plan data.Plan) (data.Preview, error)
	Check(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Counts, error)
	Import(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Import, error)
	UndoImport(ctx context.Context, id int64, onProgress data.OnProgress) (removed int, err error)
	Worked(ctx context.Context, id int64) (int, error)
	Imports(ctx context.Context) ([]data.Import, error)
	Rejected(ctx context.Context, id int64, limit int) ([]data.RejectedRow, error)
	ExportRejected(ctx context.Context, id int64, w io.Writer) error
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	StageChanged()    // another stage, or what the present one shows
	ProgressChanged() // a check, import or undo came further
	HistoryChanged()
	// Failed shows an error beside what is on screen; nil takes it away.
	Failed(err error)
	// AskUndo asks whether an import shall go: how many of its mentions carry
	// the person's work.
	AskUndo(i data.Import, worked int)
	ShowRejected(i data.Import, rows []data.RejectedRow)
	Told(what string) // something is done
}

// Stage is where the person stands with a file.
type Stage int

// The stages.
const (
	StageIdle       Stage = iota // no file: drop one, or look at earlier imports
	StageInspecting              // the file is being recognised
	StageReady                   // the plan can be changed and imported
	StageRefused                 // the file cannot be read: Refusal says why
	StageImporting
	StageDone // Result says what became of the file
)

// Presenter decides what the import screen shows. It lives on the UI
// goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face

	files []string // to be worked, one after another
	at    int      // the one on screen

	stage    Stage
	plan     data.Plan
	preview  data.Preview
	refusal  error
	checked  *data.Counts // nil until the check is done
	progress data.Progress
	stopWork func()
	result   data.Import

	history    []data.Import
	undoing    int64 // import being undone, 0 for none
	inspecting *job.Loader
	checking   *job.Loader
	listing    *job.Loader
	asking     *job.Loader
	stopEvents []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, face: face,
		inspecting: job.NewLoader(dispatcher), checking: job.NewLoader(dispatcher),
		listing: job.NewLoader(dispatcher), asking: job.NewLoader(dispatcher),
	}
}

// Start loads the earlier imports and follows them from then on.
func (p *Presenter) Start() {
	p.stopEvents = append(p.stopEvents,
		p.desk.Events().ImportsChanged.Add(func(struct{}) { p.dispatcher.Post(p.loadHistory) }))
	p.loadHistory()
}

// Stop ends what Start began. An import under way goes on to its end.
func (p *Presenter) Stop() {
	for _, stop := range p.stopEvents {
		stop()
	}
	p.stopEvents = nil
	for _, l := range []*job.Loader{p.inspecting, p.checking, p.listing, p.asking} {
		l.Cancel()
	}
}

// Stage is where the person stands.
func (p *Presenter) Stage() Stage { return p.stage }

// Preview is what was recognised of the present file.
func (p *Presenter) Preview() data.Preview { return p.preview }

// Refusal is why the present file cannot be imported as planned.
func (p *Presenter) Refusal() error { return p.refusal }

// Checked is what an import would do; false until the check is done.
func (p *Presenter) Checked() (data.Counts, bool) {
	if p.checked == nil {
		return data.Counts{}, false
	}
	return *p.checked, true
}

// Progress is how far the check or import has come.
func (p *Presenter) Progress() data.Progress { return p.progress }

// Result is the import that has just ended.
func (p *Presenter) Result() data.Import { return p.result }

// Drop takes files to import. While one is on screen they wait behind it.
func (p *Presenter) Drop(paths []string) {
	if len(paths) == 0 {
		return
	}
	if p.stage == StageIdle || p.stage == StageDone && !p.HasNext() || p.stage == StageRefused && !p.HasNext() {
		p.files, p.at = nil, 0
	}
	p.files = append(p.files, paths...)
	if len(p.files) == len(paths) {
		p.begin()
		return
	}
	p.face.StageChanged()
}

// HasNext tells whether another file waits.
func (p *Presenter) HasNext() bool { return p.at+1 < len(p.files) }

// Next goes on to the next file, or back to the start when none waits.
func (p *Presenter) Next() {
	if !p.HasNext() {
		p.Leave()
		return
	}
	p.at++
	p.begin()
}

// Leave gives up the files that are not imported yet.
func (p *Presenter) Leave() {
	p.inspecting.Cancel()
	p.checking.Cancel()
	p.files, p.at, p.stage = nil, 0, StageIdle
	p.face.Failed(nil)
	p.face.StageChanged()
}
