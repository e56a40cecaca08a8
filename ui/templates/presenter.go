package templates

import (
	"context"
	"errors"
	"slices"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// undoing takes a change back.
type undoing = func(ctx context.Context) error

// Desk is what the screen asks of the workspace.
type Desk interface {
	Events() *data.Events
	Now() time.Time
	Templates(ctx context.Context) ([]data.Template, error)
	SaveTemplate(ctx context.Context, t data.Template) (key string, undo undoing, err error)
	HideTemplate(ctx context.Context, key string, hidden bool) (undoing, error)
	DeleteTemplate(ctx context.Context, key string) (undoing, error)
	RestoreTemplate(ctx context.Context, key string) (undoing, error)
	Profile(ctx context.Context) (data.Profile, error)
	Preview(t data.Template, m data.Mention, p data.Profile) data.Filled
	CountText(source, text string) data.TextSize
	Variables(lang string) []string
	VariableIn(name, lang string) string
}

// Face is told what changed, on the UI goroutine; it asks the presenter for
// the rest.
type Face interface {
	ListChanged()  // which templates there are, or which one is chosen
	DraftChanged() // what is being written
	// Failed shows an error beside what is on screen; nil takes it away.
	Failed(err error)
	Done(what string)   // what was done, and can be taken back
	Undone(what string) // what was taken back
}

// Presenter decides what the screen shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	face       Face
	loading    *job.Loader

	all     []data.Template
	profile data.Profile
	loaded  bool
	form    Form
	chose   bool // the person chose the form
	query   string

	draft  data.Template // what is being written
	stored data.Template // as it is kept; zero for a new one
	saving bool
	again  func() // repeats what failed last
	stop   []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face Face) *Presenter {
	p := &Presenter{desk: d, words: words, dispatcher: dispatcher, history: history, face: face, loading: job.NewLoader(dispatcher)}
	p.form = formOf(words.Lang(), true)
	return p
}

// Start loads the templates and follows them from then on.
func (p *Presenter) Start() {
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.TemplatesChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }),
		events.SettingsChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }))
	p.Load()
}

// Stop ends what Start began. What was being written is stored first.
func (p *Presenter) Stop() {
	p.Leave(func() {})
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

// Load reads the templates and the profile.
func (p *Presenter) Load() {
	p.loading.Load(func(ctx context.Context) func() {
		all, err := p.desk.Templates(ctx)
		profile, profileErr := p.desk.Profile(ctx)
		return func() {
			if err := errors.Join(err, profileErr); err != nil {
				p.fail(err, p.Load)
				return
			}
			p.took(all, profile)
		}
	})
}

// took shows what was read. What is being written stays; what was only looked
// at follows.
func (p *Presenter) took(all []data.Template, profile data.Profile) {
	p.all, p.profile, p.loaded = all, profile, true
	touched := p.Dirty()
	if form := formOf(p.words.Lang(), profile.Formal); !p.chose && !touched && form != p.form {
		p.form = form
		p.first()
	}
	switch now, ok := p.find(p.draft.Key); {
	case ok:
		p.stored = now
		if !touched {
			p.draft = now
		} else {
			p.draft.Changed, p.draft.Hidden = now.Changed, now.Hidden
		}
	case touched:
		p.draft.Key, p.stored = "", data.Template{} // it went while it was being written
	case p.draft.Key != "" || p.draft.Lang == "":
		p.first()
	}
	p.face.ListChanged()
	p.face.DraftChanged()
}

func (p *Presenter) find(key string) (data.Template, bool) {
	n := slices.IndexFunc(p.all, func(t data.Template) bool { return key != "" && t.Key == key })
	if n < 0 {
		return data.Template{}, false
	}
	return p.all[n], true
}

// fail shows an error, unless the person stopped the work himself. again
// repeats what failed.
func (p *Presenter) fail(err error, again func()) {
	if data.CodeOf(err) != data.ErrCancelled {
		p.again = again
		p.face.Failed(err)
	}
}

// Retry repeats what failed last.
func (p *Presenter) Retry() {
	if again := p.again; again != nil {
		p.again = nil
		p.face.Failed(nil)
		again()
	}
}

// Loaded tells whether the templates are known.
func (p *Presenter) Loaded() bool { return p.loaded }
