package settings

import (
	"context"
	"strings"

	"vedetta/data"
	"vedetta/data/job"
)

// profiles is what the card of the profile asks of the workspace.
type profiles interface {
	Events() *data.Events
	Profile(ctx context.Context) (data.Profile, error)
	SetProfile(ctx context.Context, p data.Profile) (undo func(context.Context) error, err error)
}

// profileFace is told what changed, on the UI goroutine.
type profileFace interface {
	ProfileChanged()
	ProfileSaved()
	Failed(err error)
}

// profilePresenter decides what the card of the profile shows. It lives on the
// UI goroutine.
type profilePresenter struct {
	desk       profiles
	dispatcher job.Dispatcher
	history    *job.History
	face       profileFace
	profile    data.Profile
	loading    *job.Loader
	what       string // how a change is called
	stop       []func()
}

func newProfilePresenter(d profiles, dispatcher job.Dispatcher, history *job.History, what string, face profileFace) *profilePresenter {
	return &profilePresenter{desk: d, dispatcher: dispatcher, history: history, what: what, face: face, loading: job.NewLoader(dispatcher)}
}

// Start loads and follows the profile from then on.
func (p *profilePresenter) Start() {
	changed := func(struct{}) { p.dispatcher.Post(p.load) }
	p.stop = append(p.stop, p.desk.Events().TemplatesChanged.Add(changed), p.desk.Events().SettingsChanged.Add(changed))
	p.load()
}

// Stop ends what Start began.
func (p *profilePresenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

func (p *profilePresenter) load() {
	p.loading.Load(func(ctx context.Context) func() {
		profile, err := p.desk.Profile(ctx)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.profile = profile
			p.face.ProfileChanged()
		}
	})
}

// Set changes a part of the profile and stores it, unless it is the same.
func (p *profilePresenter) Set(change func(*data.Profile)) {
	now := p.profile
	change(&now)
	now = now.Trimmed()
	if same(now, p.profile.Trimmed()) {
		return
	}
	p.profile = now
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := p.desk.SetProfile(ctx, now)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.history.Add(p.what, undo)
			p.face.ProfileSaved()
		}
	})
}

// Undo takes the last change back.
func (p *profilePresenter) Undo() {
	p.history.Undo(p.dispatcher, func(_ string, err error) {
		if err != nil {
			p.face.Failed(err)
		}
	})
}

func same(a, b data.Profile) bool {
	own := strings.Join(a.Own, ",") == strings.Join(b.Own, ",")
	return own && a.Business == b.Business && a.Person == b.Person && a.Signature == b.Signature && a.Email == b.Email &&
		a.Phone == b.Phone && a.Web == b.Web && a.Address == b.Address && a.Channel == b.Channel && a.Formal == b.Formal
}

// handlesOf reads handles that stand between commas or blanks.
func handlesOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",; \t\n", r) })
}
