package ui

import (
	"context"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// frames counts what the frame is told.
type frames struct {
	changed, demo int
	arrived       []string // files of the watched folder
	err           error
}

func (f *frames) FrameChanged()         { f.changed++ }
func (f *frames) DemoChanged()          { f.demo++ }
func (f *frames) FrameFailed(err error) { f.err = err }

func (f *frames) Taught(data.ModelInfo) {}
func (f *frames) Warned(data.Incident)  {}

func (f *frames) WatchedArrived(one data.WatchedFile) { f.arrived = append(f.arrived, one.Path) }

// held keeps work until the test lets it run, as a slow disk would.
type held struct{ pending []func() }

func (h *held) Post(fn func()) { fn() }

func (h *held) Do(work job.Work) func() {
	ctx, cancel := context.WithCancel(context.Background())
	h.pending = append(h.pending, func() {
		if deliver := work(ctx); deliver != nil && ctx.Err() == nil {
			deliver()
		}
	})
	return cancel
}

func (h *held) run() (n int) {
	for ; len(h.pending) > 0; n++ {
		next := h.pending[0]
		h.pending = h.pending[1:]
		next()
	}
	return n
}

func TestTheFrameGathersManyChangesAndSeesTheLast(t *testing.T) {
	d, h, face := filledDesk(t), &held{}, &frames{}
	p := newFramePresenter(d, assets.WordsFor("en"), h, face)
	p.Start()
	t.Cleanup(p.Stop)
	for range 50 {
		d.Events().TriageChanged.Fire(nil)
	}
	if n := h.run(); n != 2 || face.changed != 2 {
		t.Errorf("%d loads, shown %d times, want the first and one for all changes", n, face.changed)
	}
}

func TestAStoppedDemoIsOver(t *testing.T) {
	h, face := &held{}, &frames{}
	p := newFramePresenter(emptyDesk(t), assets.WordsFor("en"), h, face)
	p.ImportDemo()
	p.ImportDemo()
	if len(h.pending) != 1 || !p.DemoRunning() {
		t.Fatalf("%d imports begun, running %v", len(h.pending), p.DemoRunning())
	}
	p.StopDemo()
	h.run()
	if p.DemoRunning() || face.err != nil {
		t.Errorf("running %v, error %v", p.DemoRunning(), face.err)
	}
}

func TestLinesAtTheFootOfTheRail(t *testing.T) {
	for _, c := range []struct {
		name string
		w    data.Workspace
		want [3]string
	}{
		{"nothing yet", data.Workspace{}, [3]string{"My business", "0 mentions · offline", "nothing imported yet"}},
		{
			"imported today",
			data.Workspace{Name: "Forno Aurora", Mentions: 48_213, LastImport: data.Import{ID: 1, StartedAt: noon.Add(-time.Hour)}},
			[3]string{"Forno Aurora", "48,213 mentions · offline", "Last import 12:00"},
		},
		{
			"imported earlier",
			data.Workspace{Name: "A", Mentions: 1, LastImport: data.Import{ID: 1, StartedAt: noon.AddDate(0, 0, -3)}},
			[3]string{"A", "1 mention · offline", "Last import 22 Nov 2026"},
		},
		{
			"an import under way, the index behind",
			data.Workspace{Name: "A", Indexing: true, LastImport: data.Import{ID: 1, State: data.ImportRunning}},
			[3]string{"A", "search is catching up…", "import under way…"},
		},
	} {
		p := newFramePresenter(emptyDesk(t), assets.WordsFor("en"), job.Inline{}, &frames{})
		p.workspace, p.loaded = c.w, true
		var got [3]string
		got[0], got[1], got[2] = p.Foot()
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// alarmed is a desk with incidents that are going on.
type alarmed struct {
	*desk.Desk
	open int
}

func (d *alarmed) Situation(context.Context) (data.Situation, error) {
	return data.Situation{Open: make([]data.Incident, d.open)}, nil
}

func TestTheRailCountsWhatIsGoingOn(t *testing.T) {
	d := &alarmed{Desk: emptyDesk(t)}
	d.WaitForDetectors()
	p := newFramePresenter(d, assets.WordsFor("en"), job.Inline{}, &frames{})
	p.Start()
	t.Cleanup(p.Stop)
	for n, want := range []string{"", "1", "2"} {
		d.open = n
		d.Events().IncidentsChanged.Fire(struct{}{})
		if got := p.Alarms(); got != want {
			t.Errorf("%d incidents: %q", n, got)
		}
	}
}

func TestTheFrameTellsOfFilesOfTheWatchedFolder(t *testing.T) {
	d, face := emptyDesk(t), &frames{}
	p := newFramePresenter(d, assets.WordsFor("en"), job.Inline{}, face)
	p.Start()
	d.Events().WatchedImported.Fire(data.WatchedFile{Path: "/x/a.csv"})
	p.Stop()
	d.Events().WatchedImported.Fire(data.WatchedFile{Path: "/x/late.csv"})
	if len(face.arrived) != 1 || face.arrived[0] != "/x/a.csv" {
		t.Errorf("told of %q", face.arrived)
	}
}
