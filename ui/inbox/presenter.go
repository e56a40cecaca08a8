package inbox

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// undoing takes one change of the person back.
type undoing = func(context.Context) error

// Desk is what the inbox asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Page(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error)
	Count(ctx context.Context, f data.Filter, limit int) (int, error)
	Mention(ctx context.Context, id data.ID) (data.Detail, error)
	Tags(ctx context.Context) ([]data.TagCount, error)
	StatusCounts(ctx context.Context) (map[data.Status]int, error)
	SetStatus(ctx context.Context, ids []data.ID, s data.Status) (undoing, error)
	SetLabel(ctx context.Context, ids []data.ID, l *data.Label) (undoing, error)
	AddTag(ctx context.Context, ids []data.ID, tag string) (undoing, error)
	RemoveTag(ctx context.Context, ids []data.ID, tag string) (undoing, error)
	SetStarred(ctx context.Context, ids []data.ID, on bool) (undoing, error)
	SetNote(ctx context.Context, id data.ID, note string) (undoing, error)
	evidenceDesk
	copiesDesk
	exportDesk
	replyDesk
	replyAllDesk
	issueDesk
	viewsDesk
	orderDesk
	priorityDesk
	snoozeDesk
	bulkDesk
	authorDesk
	todayDesk
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	ListChanged()       // rows, their number, the marks, the current row
	DetailChanged()     // the mention shown in full
	SideChanged()       // views, tags, query, chip of the handed-in filter
	Undone(what string) // a change was taken back
	FocusSearch()
	FocusTag()
	OpenLink(url string)
	AskIssue()
	AskSnooze()
	AskReplyToAll()
	BulkChanged() // how far a change to many has come
	replyFace
}

const (
	// searchPause is how long typing rests before a search starts.
	searchPause = 200 * time.Millisecond
	// refreshPause gathers many changes, as an import makes them, into one
	// refresh.
	refreshPause = 300 * time.Millisecond
)

// Presenter decides what the inbox shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face

	view     View
	query    string
	parsed   data.Filter
	queryErr error
	handed   data.Filter // from another screen, with its title
	title    string

	list   list
	fold   folding
	order  data.Order
	marked map[data.ID]bool
	bulk   bulk
	// anchor is the row at which extending with shift began.
	anchor data.ID

	answer     *Answering
	issues     []data.Issue // of the mention shown in full
	detail     data.Detail
	hasDetail  bool
	priority   data.Priority // of the mention shown in full
	side       side
	today      data.Today // as last counted
	history    *job.History
	pending    int  // changes that the desk has not confirmed yet
	stale      bool // something changed while a refresh was not possible
	loads      loads
	pauses     pauses
	wait       func(context.Context, time.Duration) bool
	stopEvents []func()
}

type loads struct{ first, more, count, detail, side, refresh, unfold, issues, offer, wake, author, today *job.Loader }

type pauses struct{ search, refresh time.Duration }

// NewPresenter makes a presenter that shows itself on face; what it changes can
// be taken back from history. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face Face) *Presenter {
	p := &Presenter{
		desk: d, words: words, dispatcher: dispatcher, history: history, face: face,
		view: ViewOpen, marked: map[data.ID]bool{},
		pauses: pauses{search: searchPause, refresh: refreshPause}, wait: job.Rest,
	}
	for _, l := range []**job.Loader{
		&p.loads.first, &p.loads.more, &p.loads.count, &p.loads.detail, &p.loads.side, &p.loads.refresh, &p.loads.unfold,
		&p.loads.issues, &p.loads.offer, &p.loads.wake, &p.loads.author, &p.loads.today,
	} {
		*l = job.NewLoader(dispatcher)
	}
	p.answer = newAnswering(d, words, dispatcher, history, face)
	return p
}

// Start loads the first page and follows what changes from then on.
func (p *Presenter) Start() {
	events := p.desk.Events()
	p.stopEvents = append(p.stopEvents,
		events.MentionsChanged.Add(func(struct{}) { p.dispatcher.Post(p.Refresh) }),
		events.TriageChanged.Add(func([]data.ID) { p.dispatcher.Post(p.Refresh) }),
		events.RepliesChanged.Add(func([]data.ID) { p.dispatcher.Post(p.Refresh) }),
		events.IssuesChanged.Add(func(struct{}) { p.dispatcher.Post(p.loadIssues) }),
		events.TemplatesChanged.Add(func(struct{}) { p.dispatcher.Post(p.answer.loadTemplates) }),
		events.ViewsChanged.Add(func(struct{}) { p.dispatcher.Post(p.loadSide) }),
		events.RulesChanged.Add(func(struct{}) { p.dispatcher.Post(p.Refresh) }))
	p.reload()
	p.loadFolding()
	p.loadOrder()
	p.answer.loadTemplates()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	p.answer.stop()
	for _, stop := range p.stopEvents {
		stop()
	}
	p.stopEvents = nil
	for _, l := range []*job.Loader{p.loads.first, p.loads.more, p.loads.count, p.loads.detail, p.loads.side, p.loads.refresh, p.loads.unfold, p.loads.wake, p.loads.author, p.loads.today} {
		l.Cancel()
	}
}

// failed shows an error unless the load was given up on purpose.
func (p *Presenter) failed(err error) {
	if data.CodeOf(err) != data.ErrCancelled {
		p.face.Failed(err)
	}
}
