package issues

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Undoing takes a change back.
type undoing = func(context.Context) error

// Desk is what the issues ask of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Issues(ctx context.Context, closed bool) ([]data.Issue, error)
	Issue(ctx context.Context, id int64) (data.Issue, error)
	IssueCounts(ctx context.Context) (open, closed int, err error)
	IssueTimeline(ctx context.Context, id int64) ([]data.IssueEvent, error)
	Page(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error)
	MoreLikeThis(ctx context.Context, id int64, n int) ([]data.Proposal, error)

	NewIssue(ctx context.Context, title string, ids []data.ID) (int64, func(context.Context) error, error)
	AddToIssue(ctx context.Context, ids []data.ID, issue int64) (func(context.Context) error, error)
	RemoveFromIssue(ctx context.Context, ids []data.ID, issue int64) (func(context.Context) error, error)
	RenameIssue(ctx context.Context, id int64, title string) (func(context.Context) error, error)
	RateIssue(ctx context.Context, id int64, r data.SeverityRating, level int, reason string) (func(context.Context) error, error)
	SetIssueStatus(ctx context.Context, id int64, s data.IssueStatus) (func(context.Context) error, error)
	SetIssueDue(ctx context.Context, id int64, due time.Time) (func(context.Context) error, error)
	SetIssueNotes(ctx context.Context, id int64, notes string) (func(context.Context) error, error)
	MergeIssues(ctx context.Context, from, into int64) (func(context.Context) error, error)
	SplitIssue(ctx context.Context, id int64, ids []data.ID, title string) (int64, func(context.Context) error, error)
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	ListChanged()   // issues, and which one is chosen
	DetailChanged() // the chosen one, its timeline and its mentions
	MarksChanged()
	ProposalsChanged()
	Open(f data.Filter, title string)
	Done(what string) // and can be taken back
	Undone(what string)
	Failed(err error) // nil takes an earlier failure off the screen
}

// Presenter decides what the issues show. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	face       Face

	shown    state
	loaded   bool
	closed   bool  // the closed ones are listed
	chosen   int64 // 0: none
	wanted   int64 // to be chosen once it is known
	pages    int   // of mentions
	marked   map[data.ID]bool
	alike    proposals
	seeking  bool // proposals are on screen
	changing int  // changes under way

	loading, finding *job.Loader

	pause time.Duration // gathers many changes into one refresh
	stale bool          // something changed while a load was under way
	stop  []func()
}

// state is what one load brought.
type state struct {
	issues     []data.Issue
	open, shut int
	of         int64 // whose events and rows these are
	events     []data.IssueEvent
	rows       []data.Row
	more       bool // there are further rows
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, history: history, face: face, pages: 1, marked: map[data.ID]bool{},
		loading: job.NewLoader(dispatcher), finding: job.NewLoader(dispatcher),
	}
}

// Start loads, and follows what changes from then on.
func (p *Presenter) Start() {
	changed := func() { p.dispatcher.Post(p.refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.IssuesChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }),
		events.MentionsChanged.Add(func(struct{}) { changed() }),
		events.RepliesChanged.Add(func([]data.ID) { changed() }),
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
	p.finding.Cancel()
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
	p.load(0)
}

func (p *Presenter) load(pause time.Duration) {
	p.stale = false
	closed, chosen, wanted, limit := p.closed, p.chosen, p.wanted, p.pages*pageOf
	p.loading.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		if wanted != 0 {
			if i, err := p.desk.Issue(ctx, wanted); err == nil {
				closed, chosen = i.Closed(), wanted
			}
		}
		got, err := p.read(ctx, closed, chosen, limit)
		return func() {
			if err != nil {
				p.face.Failed(err)
			} else {
				p.closed, p.wanted = closed, 0
				p.take(got)
			}
			if p.stale {
				p.load(p.pause)
			}
		}
	})
}

// read runs in the background. The first issue is chosen where the one before
// is gone.
func (p *Presenter) read(ctx context.Context, closed bool, chosen int64, limit int) (s state, err error) {
	if s.issues, err = p.desk.Issues(ctx, closed); err != nil {
		return s, err
	}
	if s.open, s.shut, err = p.desk.IssueCounts(ctx); err != nil || len(s.issues) == 0 {
		return s, err
	}
	s.of = s.issues[0].ID
	for _, i := range s.issues {
		if i.ID == chosen {
			s.of = chosen
		}
	}
	if s.events, err = p.desk.IssueTimeline(ctx, s.of); err != nil {
		return s, err
	}
	s.rows, err = p.desk.Page(ctx, data.Filter{Issues: []int64{s.of}}, 0, limit+1)
	if s.more = len(s.rows) > limit; s.more {
		s.rows = s.rows[:limit]
	}
	return s, err
}

// take shows what was loaded.
func (p *Presenter) take(s state) {
	another := p.chosen != s.of
	p.shown, p.chosen, p.loaded = s, s.of, true
	if another {
		p.forget()
	}
	p.keepMarks()
	p.face.Failed(nil)
	p.face.ListChanged()
	p.face.DetailChanged()
	if p.seeking {
		p.find()
	}
}

// forget drops what was about the issue before.
func (p *Presenter) forget() {
	p.pages, p.marked, p.alike = 1, map[data.ID]bool{}, proposals{}
	p.finding.Cancel()
	p.face.ProposalsChanged()
}

// Loaded tells whether the issues are known.
func (p *Presenter) Loaded() bool { return p.loaded }
