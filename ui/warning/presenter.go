package warning

import (
	"context"
	"slices"
	"strings"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what early warning asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Zone() *time.Location
	Watchfulness(ctx context.Context) (data.Watchfulness, error)
	SetSensitivity(ctx context.Context, s data.Sensitivity) error
	Expect(ctx context.Context, e data.ExpectedPeriod) error
	Unexpect(ctx context.Context, id int64) error
	SaveRule(ctx context.Context, r data.Rule) (int64, error)
	DeleteRule(ctx context.Context, id int64) error
	SaveTopic(ctx context.Context, t data.Topic) (int64, error)
	DeleteTopic(ctx context.Context, id int64) error
	BackTest(ctx context.Context, s data.Sensitivity, onProgress data.OnProgress) (data.BackTest, error)
	BackTestRule(ctx context.Context, r data.Rule, onProgress data.OnProgress) (data.BackTest, error)
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	Changed()         // what is set, or that it is known at all
	TrialChanged()    // a trial began, ended, was given up or is out of date
	ProgressChanged() // the trial under way came further
	// Failed shows an error beside what is on screen; nil takes it away.
	Failed(err error)
	// Told says what was done; undo, unless nil, takes it back.
	Told(what string, undo func())
}

// Presenter decides what early warning shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face
	loading    *job.Loader

	set    data.Watchfulness
	loaded bool
	again  func() // repeats what failed last
	unread bool   // that was reading what is set
	trials trials
	stop   []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, face: face,
		loading: job.NewLoader(dispatcher), trials: newTrials(dispatcher),
	}
}

// Start loads what is set and follows it from then on.
func (p *Presenter) Start() {
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.IncidentsChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }),
		events.SettingsChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }),
		events.MentionsChanged.Add(func(struct{}) { p.dispatcher.Post(p.outdate) }))
	p.Load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
	p.CancelTrial()
}

// Load reads what is set.
func (p *Presenter) Load() {
	p.loading.Load(func(ctx context.Context) func() {
		set, err := p.desk.Watchfulness(ctx)
		return func() {
			if err != nil {
				p.unread = true
				p.fail(err, p.Load)
				return
			}
			if p.unread {
				p.forgive()
			}
			p.took(set)
			p.face.Changed()
		}
	})
}

// took replaces what is set; the trials of what is set no longer go away.
func (p *Presenter) took(set data.Watchfulness) {
	slices.SortStableFunc(set.Expected, func(a, b data.ExpectedPeriod) int { return b.Period.From.Compare(a.Period.From) })
	slices.SortStableFunc(set.Topics, func(a, b data.Topic) int { return compareNames(a.Name, b.Name) })
	slices.SortStableFunc(set.Rules, func(a, b data.Rule) int { return compareNames(a.Name, b.Name) })
	before, known := p.set, p.loaded
	p.set, p.loaded = set, true
	if known && !(slices.EqualFunc(before.Expected, set.Expected, sameDays) && slices.Equal(before.Topics, set.Topics)) {
		p.outdate()
	}
	p.dropRuleTrials()
}

// sameDays tells whether two expected periods silence the same.
func sameDays(a, b data.ExpectedPeriod) bool {
	return a.Mute == b.Mute && a.Period.From.Equal(b.Period.From) && a.Period.To.Equal(b.Period.To)
}

func compareNames(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }

// fail shows an error, unless the person stopped the work himself. again
// repeats what failed.
func (p *Presenter) fail(err error, again func()) {
	if data.CodeOf(err) != data.ErrCancelled {
		p.again = again
		p.face.Failed(err)
	}
}

// forgive takes the error on screen away.
func (p *Presenter) forgive() {
	p.again, p.unread = nil, false
	p.face.Failed(nil)
}

// Retry repeats what failed last.
func (p *Presenter) Retry() {
	if again := p.again; again != nil {
		p.forgive()
		again()
	}
}

// change alters what is set and reads it again; done, unless nil, is called
// when it is altered.
func (p *Presenter) change(alter func(context.Context) error, done func()) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := alter(ctx)
		return func() {
			if err != nil {
				p.fail(err, func() { p.change(alter, done) })
				p.face.Changed() // a tick that was not stored goes back
				return
			}
			p.forgive()
			if done != nil {
				done()
			}
			p.Load()
		}
	})
}

// Loaded tells whether it is known what is set.
func (p *Presenter) Loaded() bool { return p.loaded }

// Rules are the person's own, by name.
func (p *Presenter) Rules() []data.Rule { return p.set.Rules }

// Topics are the saved queries, by name.
func (p *Presenter) Topics() []data.Topic { return p.set.Topics }

// Expected are the periods to expect more than usual in, the last one first.
func (p *Presenter) Expected() []data.ExpectedPeriod { return p.set.Expected }

// Sensitivity is the one in use.
func (p *Presenter) Sensitivity() data.Sensitivity { return p.set.Sensitivity }

// SetSensitivity stores another one.
func (p *Presenter) SetSensitivity(s data.Sensitivity) {
	if s != p.set.Sensitivity {
		p.change(func(ctx context.Context) error { return p.desk.SetSensitivity(ctx, s) }, nil)
	}
}
