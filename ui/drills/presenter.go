package drills

import (
	"context"
	"errors"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// Desk is what the screen asks of the workspace.
type Desk interface {
	Events() *data.Events
	Zone() *time.Location
	DrillFolder() string
	Drills(ctx context.Context) ([]*desk.Drill, []error)
	DrillResults(ctx context.Context) ([]data.DrillResult, error)
	StartDrill(ctx context.Context, s desk.DrillStart) (*desk.DrillRun, error)
}

// Face is told what changed, on the UI goroutine.
type Face interface {
	Changed()
	Started(run *desk.DrillRun)
	Failed(err error) // nil takes an earlier failure off the screen
}

// Presenter lists the drills. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	face       Face
	loading    *job.Loader

	all      []*desk.Drill
	results  []data.DrillResult
	chosen   string
	loaded   bool
	starting bool
	stop     []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, face Face) *Presenter {
	return &Presenter{desk: d, words: words, dispatcher: dispatcher, face: face, loading: job.NewLoader(dispatcher)}
}

// Start loads, and follows what changes.
func (p *Presenter) Start() {
	p.stop = append(p.stop, p.desk.Events().DrillsChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }))
	p.Load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.loading.Cancel()
}

// Load reads drills and scores again.
func (p *Presenter) Load() {
	p.loading.Load(func(ctx context.Context) func() {
		all, errs := p.desk.Drills(ctx)
		results, err := p.desk.DrillResults(ctx)
		return func() {
			p.face.Failed(errors.Join(append(errs, err)...))
			p.all, p.results, p.loaded = all, results, true
			if p.drill() == nil && len(all) > 0 {
				p.chosen = all[0].Key
			}
			p.face.Changed()
		}
	})
}

// Loaded tells whether the drills were read.
func (p *Presenter) Loaded() bool { return p.loaded }

// Starting tells whether a drill is being made ready.
func (p *Presenter) Starting() bool { return p.starting }

// Entry is a drill in the list.
type Entry struct {
	Key, Name, Facts, Best string
	Own                    bool
	Chosen                 bool
}

// Entries lists the drills.
func (p *Presenter) Entries() (out []Entry) {
	for _, d := range p.all {
		e := Entry{Key: d.Key, Name: d.Name.In(p.words.Lang()), Own: d.Own, Chosen: d.Key == p.chosen, Facts: p.size(d)}
		if best, n := p.best(d.Key); n > 0 {
			e.Best = p.words.Text("drills.best", "Points", p.words.Number(int64(best)))
		}
		out = append(out, e)
	}
	return out
}

// size says how long a drill is and how much it brings.
func (p *Presenter) size(d *desk.Drill) string {
	w := p.words
	return w.Count("drills.mentions", d.Mentions()) + " · " + w.Range(d.Start, d.End().Add(-time.Second), d.Zone) + " · " + w.Language(d.Lang)
}

func (p *Presenter) best(key string) (points float64, n int) {
	for _, r := range p.results {
		if r.Drill == key {
			points, n = max(points, r.Score.Points), n+1
		}
	}
	return points, n
}

// Choose shows a drill in full.
func (p *Presenter) Choose(key string) {
	p.chosen = key
	p.face.Changed()
}

func (p *Presenter) drill() *desk.Drill {
	for _, d := range p.all {
		if d.Key == p.chosen {
			return d
		}
	}
	return nil
}

// Begin starts the chosen drill.
func (p *Presenter) Begin(speed float64, seed uint64) {
	if p.starting || p.chosen == "" {
		return
	}
	p.starting = true
	p.face.Changed()
	s := desk.DrillStart{Key: p.chosen, Seed: seed, Speed: speed}
	p.dispatcher.Do(func(ctx context.Context) func() {
		run, err := p.desk.StartDrill(context.WithoutCancel(ctx), s)
		return func() {
			p.starting = false
			p.face.Failed(err)
			p.face.Changed()
			if err == nil {
				p.face.Started(run)
			}
		}
	})
}
