package settings

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the settings ask of the workspace.
type Desk interface {
	Events() *data.Events
	Workspace(ctx context.Context) (data.Workspace, error)
	SetName(ctx context.Context, name string) error
	SetZone(ctx context.Context, zone string) error
}

// Face is told what changed, on the UI goroutine.
type Face interface {
	WorkspaceChanged()
	Failed(err error)
}

// Presenter decides what the settings show. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	dispatcher job.Dispatcher
	face       Face
	workspace  data.Workspace
	loading    *job.Loader
	stop       func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{desk: d, dispatcher: dispatcher, face: face, loading: job.NewLoader(dispatcher), stop: func() {}}
}

// Start loads and follows the settings from then on.
func (p *Presenter) Start() {
	p.stop = p.desk.Events().SettingsChanged.Add(func(struct{}) { p.dispatcher.Post(p.load) })
	p.load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	p.stop()
	p.loading.Cancel()
}

func (p *Presenter) load() {
	p.loading.Load(func(ctx context.Context) func() {
		w, err := p.desk.Workspace(ctx)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.workspace = w
			p.face.WorkspaceChanged()
		}
	})
}

// Name is the name of the business.
func (p *Presenter) Name() string { return p.workspace.Name }

// Path is the workspace's file.
func (p *Presenter) Path() string { return p.workspace.Path }

// Zone is the place of the zone among data.Zones; one that is not there is added.
func (p *Presenter) Zone() (zones []string, chosen int) {
	name := "UTC"
	if p.workspace.Zone != nil {
		name = p.workspace.Zone.String()
	}
	if i := slices.Index(data.Zones, name); i >= 0 {
		return data.Zones, i
	}
	return append([]string{name}, data.Zones...), 0
}

// SetName stores the name of the business.
func (p *Presenter) SetName(name string) {
	if name != p.workspace.Name {
		p.store(func(ctx context.Context) error { return p.desk.SetName(ctx, name) })
	}
}

// SetZone stores the time zone; days are then counted anew.
func (p *Presenter) SetZone(zone string) {
	if _, err := time.LoadLocation(zone); err == nil {
		p.store(func(ctx context.Context) error { return p.desk.SetZone(ctx, zone) })
	}
}

// store changes the workspace; the event of the change loads it again.
func (p *Presenter) store(change func(context.Context) error) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := change(ctx)
		return func() {
			if err != nil {
				p.face.Failed(err)
			}
		}
	})
}
