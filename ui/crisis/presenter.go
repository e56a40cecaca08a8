package crisis

import (
	"context"
	"io"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

type undoing = desk.Undo

// Desk is what the room asks of the workspace to lead through a crisis.
type Desk interface {
	Public
	Handing
	Learning
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Issues(ctx context.Context, closed bool) ([]data.Issue, error)
	DraftIssue(ctx context.Context, incident int64) (data.IssueDraft, error)

	Crises(ctx context.Context, closed bool) ([]data.Crisis, error)
	Crisis(ctx context.Context, issue int64) (data.Crisis, error)
	CrisisHistory(ctx context.Context) (int, error)
	TypeQuestions() []data.TypeQuestion
	ClusterOf(t data.CrisisType) data.Cluster
	UsualStrategies(t data.CrisisType, similar, poor bool) []data.Strategy
	Advise(t data.CrisisType, similar, poor bool, chosen []data.Strategy) []data.Advice
	Playbooks(ctx context.Context, lang string) ([]data.Playbook, error)
	Declare(ctx context.Context, d data.Declaration) (issue int64, err error)

	CrisisSteps(ctx context.Context, issue int64) ([]data.CrisisStep, error)
	CrisisLog(ctx context.Context, issue int64) ([]data.LogEntry, error)
	CrisisNumbers(ctx context.Context, issue int64) (data.CrisisNumbers, error)
	CrisisSeries(ctx context.Context, issue int64) ([]data.Bucket, error)

	RateCrisis(ctx context.Context, issue int64, r data.SeverityRating, severity int, reason string) error
	RetypeCrisis(ctx context.Context, issue int64, t data.CrisisType, reason string) error
	SetCrisisStrategies(ctx context.Context, issue int64, chosen []data.Strategy) error
	CrisisAdvice(ctx context.Context, issue int64) ([]data.Advice, error)
	MoveOnset(ctx context.Context, issue int64, at time.Time) error
	SetCrisisPlaybook(ctx context.Context, issue int64, key, lang string) error
	DoStep(ctx context.Context, step int64, done bool) (undoing, error)
	NoteStep(ctx context.Context, step int64, note string) error
	AddStep(ctx context.Context, issue int64, phase data.Phase, title string, minutes int) (undoing, error)
	WriteLog(ctx context.Context, issue int64, text string, file *desk.LogFile) error
	ExportCrisisLog(ctx context.Context, issue int64, to io.Writer, words desk.LogWords) error
	StandDown(ctx context.Context, issue int64) ([]data.Criterion, []data.Promise, error)
	CloseCrisis(ctx context.Context, issue int64, reason string) error
	ReopenCrisis(ctx context.Context, issue int64, reason string) error
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	RoomChanged() // what was loaded, or which crisis is shown
	Ticked()      // a second passed
	AskDeclare(f *Form)
	AskStandDown(s StandDown)
	AskReview(r data.Review)
	AskPlaybook(versions []data.Playbook)
	Done(what string) // and can be taken back
	Undone(what string)
	Said(what string)
	Failed(err error) // nil takes an earlier failure off the screen
}

// Presenter decides what the room shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	face       Face

	shown  state
	loaded bool
	chosen int64 // the crisis to be shown; 0: the most severe one that is open
	home   bool  // the list of crises is shown although one is open

	counted map[int64]int // mentions that say each claim

	loading, asking, ticking, counting *job.Loader

	pause time.Duration // gathers many changes into one refresh
	beat  time.Duration // between two ticks; 0: clocks stand
	stale bool          // something changed while a load was under way
	stop  []func()
}

// state is what one load brought.
type state struct {
	open, closed []data.Crisis
	crisis       data.Crisis // the one that is shown; Issue 0: none
	steps        []data.CrisisStep
	log          []data.LogEntry
	numbers      data.CrisisNumbers
	series       []data.Bucket
	advice       []data.Advice
	books        []data.Playbook
	said         said
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, history: history, face: face,
		loading: job.NewLoader(dispatcher), asking: job.NewLoader(dispatcher), ticking: job.NewLoader(dispatcher), counting: job.NewLoader(dispatcher),
	}
}

// Start loads, and follows what changes from then on.
func (p *Presenter) Start() {
	changed := func() { p.dispatcher.Post(p.refresh) }
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.CrisesChanged.Add(func(struct{}) { changed() }),
		events.IssuesChanged.Add(func(struct{}) { changed() }),
		events.MentionsChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }),
		events.RepliesChanged.Add(func([]data.ID) { changed() }),
		events.SettingsChanged.Add(func(struct{}) { changed() }))
	p.load(0)
	p.tick()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
	p.asking.Cancel()
	p.ticking.Cancel()
	p.counting.Cancel()
}

// numbersLast is how long figures are shown before they are counted again.
const numbersLast = time.Minute

// tick lets the clocks run. The figures are counted again when they are old.
func (p *Presenter) tick() {
	if p.beat <= 0 {
		return
	}
	p.ticking.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, p.beat) {
			return nil
		}
		return func() {
			if c := p.shown.crisis; c.Issue != 0 && c.ClosedAt.IsZero() {
				if p.desk.Now().Sub(p.shown.numbers.At) >= numbersLast {
					p.refresh()
				}
				p.face.Ticked()
			}
			p.tick()
		}
	})
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
	chosen, home := p.chosen, p.home
	p.loading.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		got, err := p.read(ctx, chosen, home)
		return func() {
			if err != nil {
				p.face.Failed(err)
			} else {
				p.shown, p.loaded = got, true
				p.takeCounts()
				p.face.Failed(nil)
				p.face.RoomChanged()
				p.countClaims()
			}
			if p.stale {
				p.load(p.pause)
			}
		}
	})
}

// read runs in the background.
func (p *Presenter) read(ctx context.Context, chosen int64, home bool) (s state, err error) {
	if s.open, err = p.desk.Crises(ctx, false); err != nil {
		return s, err
	}
	if s.closed, err = p.desk.Crises(ctx, true); err != nil {
		return s, err
	}
	if s.books, err = p.desk.Playbooks(ctx, p.words.Lang()); err != nil {
		return s, err
	}
	if s.crisis = choose(s, chosen); home || s.crisis.Issue == 0 {
		s.crisis = data.Crisis{}
		return s, nil
	}
	return s, p.readOne(ctx, &s)
}

// readOne reads what belongs to the crisis that is shown.
func (p *Presenter) readOne(ctx context.Context, s *state) (err error) {
	of := s.crisis.Issue
	for _, step := range []func() error{
		func() error { s.steps, err = p.desk.CrisisSteps(ctx, of); return err },
		func() error { s.log, err = p.desk.CrisisLog(ctx, of); return err },
		func() error { s.numbers, err = p.desk.CrisisNumbers(ctx, of); return err },
		func() error { s.series, err = p.desk.CrisisSeries(ctx, of); return err },
		func() error { s.advice, err = p.desk.CrisisAdvice(ctx, of); return err },
		func() error { s.said, err = p.readPublic(ctx, of); return err },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// choose is the crisis that is shown: the wanted one, else the most severe of
// those that are open.
func choose(s state, wanted int64) data.Crisis {
	for _, list := range [][]data.Crisis{s.open, s.closed} {
		for _, c := range list {
			if c.Issue == wanted {
				return c
			}
		}
	}
	if len(s.open) > 0 {
		return s.open[0]
	}
	return data.Crisis{}
}

// Loaded tells whether the crises are known.
func (p *Presenter) Loaded() bool { return p.loaded }
