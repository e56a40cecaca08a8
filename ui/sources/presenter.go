package sources

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// Desk is what the screen asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Networks() []data.Network
	ConnectionFields(n data.Network) []data.ConnectionField
	Connections(ctx context.Context) ([]data.Connection, error)
	TestConnection(ctx context.Context, c data.Connection, secrets map[string]string) (data.ConnectionTest, error)
	SaveConnection(ctx context.Context, c data.Connection, secrets map[string]string) (int64, error)
	RemoveConnection(ctx context.Context, id int64) error
	Fetch(ctx context.Context, id int64, onProgress data.OnProgress) (data.Import, error)
	Cost(c data.Connection) (data.SourceCost, bool)
	Units(c data.Connection) (used, most int, ok bool)
	Answers(n data.Network) bool
	SecretPlace() desk.SecretPlace
	Unlock(passphrase string) error
	Outbox(ctx context.Context) (waiting, sendable int, err error)
	SendOutbox(ctx context.Context, how desk.SendOptions, onProgress data.OnProgress) (desk.Sending, error)
	AllowSending(ctx context.Context, connection int64, on bool) error
	DryRun(ctx context.Context) (bool, error)
	SetDryRun(ctx context.Context, on bool) error
}

// Face is told what changed, on the UI goroutine.
type Face interface {
	Changed()         // sources or the outbox
	ProgressChanged() // something is being fetched or sent, or no longer
	Tested()          // of the form that is open
	Stored()          // what the form asked for
	Failed(err error) // nil takes an earlier failure away
	Said(what string)
}

// Presenter decides what the screen shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face

	loaded bool
	shown  shown

	working string // what is being done, in words; empty for nothing
	far     data.Progress
	halt    func()

	loading, testing *job.Loader
	stop             []func()
}

// shown is what one load brought.
type shown struct {
	sources           []data.Connection
	waiting, sendable int
	dry               bool
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{desk: d, words: words, dispatcher: dispatcher, face: face, loading: job.NewLoader(dispatcher), testing: job.NewLoader(dispatcher)}
}

// Start loads, and follows what changes.
func (p *Presenter) Start() {
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.ConnectionsChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }),
		events.RepliesChanged.Add(func([]data.ID) { p.dispatcher.Post(p.Load) }))
	p.Load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
	p.testing.Cancel()
	p.Halt()
}

// Load reads everything again.
func (p *Presenter) Load() {
	p.loading.Load(func(ctx context.Context) func() {
		got, err := p.read(ctx)
		return func() {
			if p.face.Failed(err); err == nil {
				p.shown, p.loaded = got, true
				p.face.Changed()
			}
		}
	})
}

func (p *Presenter) read(ctx context.Context) (s shown, err error) {
	if s.sources, err = p.desk.Connections(ctx); err != nil {
		return s, err
	}
	if s.waiting, s.sendable, err = p.desk.Outbox(ctx); err != nil {
		return s, err
	}
	s.dry, err = p.desk.DryRun(ctx)
	return s, err
}

// Loaded tells whether the sources are known.
func (p *Presenter) Loaded() bool { return p.loaded }

// Mood is how a line is meant.
type Mood int

// The moods.
const (
	Plain Mood = iota
	Good
	Bad
	Warn
)

// Source is a source in words.
type Source struct {
	data.Connection
	Kind    string // its network
	Chip    string // its state in a word
	Mood    Mood
	Line    string // when it was fetched, what it brought, when it goes on
	Wrong   string // what went wrong and what to do; empty for nothing
	Cost    string // what it cost; empty where it is free
	Answers string // whether answers may leave by it; empty where the network takes none
}

// Sources are the sources by name.
func (p *Presenter) Sources() (out []Source) {
	for _, c := range p.shown.sources {
		out = append(out, p.source(c))
	}
	return out
}

func (p *Presenter) source(c data.Connection) Source {
	w := p.words
	s := Source{Connection: c, Kind: p.NetworkName(c.Network), Chip: w.Text("sources.state.fine"), Mood: Good, Line: p.line(c)}
	switch f := c.State.Failure; {
	case c.Paused:
		s.Chip, s.Mood = w.Text("sources.state.paused"), Plain
	case f != nil && f.Code == data.ErrFetchOffline:
		s.Chip, s.Mood = w.Text("sources.state.offline"), Plain
	case f != nil:
		message, hint := w.Explain(f)
		s.Chip, s.Mood, s.Wrong = w.Text("sources.state.wrong"), Bad, message+" "+hint
	case c.State.FetchedAt.IsZero():
		s.Chip, s.Mood = w.Text("sources.state.new"), Warn
	}
	if cost, ok := p.desk.Cost(c); ok {
		s.Cost = w.Text("sources.cost", "Spent", w.Decimal(cost.Spent, 2), "Limit", w.Decimal(cost.Limit, 2), "Page", w.Decimal(cost.Page, 2))
	}
	if used, most, ok := p.desk.Units(c); ok {
		s.Cost = w.Text("sources.units", "Used", w.Number(int64(used)), "Most", w.Number(int64(most)))
	}
	if p.desk.Answers(c.Network) {
		s.Answers = w.Text("sources.answers.no")
		if c.Sends {
			s.Answers = w.Text("sources.answers.yes")
		}
	}
	return s
}

func (p *Presenter) line(c data.Connection) string {
	w, s := p.words, c.State
	said := w.Text("sources.never")
	if !s.FetchedAt.IsZero() {
		said = w.Text("sources.fetched", "When", p.when(s.FetchedAt), "Mentions", w.Count("sources.mentions", s.Mentions))
	}
	switch {
	case c.Paused:
	case c.Every == 0:
		said += " · " + w.Text("sources.by_hand")
	case !s.NextAt.IsZero():
		said += " · " + w.Text("sources.next", "When", p.when(s.NextAt))
	}
	return said
}

func (p *Presenter) when(t time.Time) string {
	return p.words.ClockOrMoment(t, p.desk.Now(), p.desk.Zone())
}

// Outbox says what waits in the outbox, and what can be sent.
func (p *Presenter) Outbox() string {
	s := p.shown
	if s.waiting == 0 {
		return p.words.Text("sources.outbox.empty")
	}
	return p.words.Count("sources.outbox.waiting", s.waiting) + " " + p.words.Count("sources.outbox.sendable", s.sendable)
}

// CanSend tells whether something could be sent now.
func (p *Presenter) CanSend() bool { return p.shown.sendable > 0 && p.working == "" }

// Dry tells whether nothing leaves the outbox by itself.
func (p *Presenter) Dry() bool { return p.shown.dry }
