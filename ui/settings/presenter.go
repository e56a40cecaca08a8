package settings

import (
	"context"
	"errors"
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
	Sources(ctx context.Context) ([]data.SourceTotals, error)
	SourceZones() map[string]*time.Location
	SetSourceZone(ctx context.Context, source, zone string) error
	KeepsEvidence(ctx context.Context) (bool, error)
	SetKeepsEvidence(ctx context.Context, keep bool) error
	WatchedFolder(ctx context.Context) (data.WatchedFolder, error)
	labelling
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
	importing  importing
	model      model
	loading    *job.Loader
	stop       []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{desk: d, dispatcher: dispatcher, face: face, loading: job.NewLoader(dispatcher)}
}

// Start loads and follows the settings from then on.
func (p *Presenter) Start() {
	events := p.desk.Events()
	changed := func() { p.dispatcher.Post(p.load) }
	p.stop = append(p.stop,
		events.SettingsChanged.Add(func(struct{}) { changed() }),
		events.ImportsChanged.Add(func(struct{}) { changed() }),
		events.WatchChanged.Add(func(data.WatchedFolder) { changed() }),
		events.ModelChanged.Add(func(struct{}) { changed() }),
		events.RescoringChanged.Add(func(struct{}) { changed() }),
		events.TriageChanged.Add(func([]data.ID) { changed() }))
	p.load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

func (p *Presenter) load() {
	p.loading.Load(func(ctx context.Context) func() {
		w, err := p.desk.Workspace(ctx)
		i, importErr := readImporting(ctx, p.desk)
		m, modelErr := readModel(ctx, p.desk)
		return func() {
			if err := errors.Join(err, importErr, modelErr); err != nil {
				p.face.Failed(err)
				return
			}
			p.workspace, p.importing, p.model = w, i, m.since(p.model)
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
	return among(name)
}

// among is the place of a zone among those to choose from, with it.
func among(name string) (zones []string, chosen int) {
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
