package inbox

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Export writes nothing and tells of it as a desk does.
func (m *memory) Export(_ context.Context, f data.Filter, _ string, _ *assets.Words, onProgress data.OnProgress) (data.Exported, error) {
	n := len(m.matching(f))
	onProgress(data.Progress{Stage: "progress.export", Done: 1, Total: int64(n), Rows: 1, Elapsed: time.Second})
	return data.Exported{Mentions: n, Cut: 1, Sheets: 2}, m.fail
}

// exportOf is a presenter with what it told.
func exportOf(m *memory, d job.Dispatcher) (p *exportPresenter, shares *[]float64, told *[]string, failures *[]error) {
	p = newExportPresenter(m, assets.WordsFor("en"), d)
	shares, told, failures = &[]float64{}, &[]string{}, &[]error{}
	p.changed = func() {
		if p.running != nil {
			_, share := p.far()
			*shares = append(*shares, share)
		}
	}
	p.done = func(what, path string) { *told = append(*told, what+" @ "+path) }
	p.failed = func(err error) { *failures = append(*failures, err) }
	return p, shares, told, failures
}

func TestExporting(t *testing.T) {
	t.Run("shows how far it is and says where the file is", func(t *testing.T) {
		p, shares, told, _ := exportOf(mentions(4), job.Inline{})
		p.start(data.Filter{}, "/home/nina/a.csv")
		if len(*shares) == 0 || (*shares)[0] != 0.25 {
			t.Errorf("shares %v", *shares)
		}
		want := "4 mentions exported to /home/nina/a.csv. One text was too long for a cell and was cut: JSON Lines keeps it whole. The rows fill 2 sheets @ /home/nina/a.csv"
		if len(*told) != 1 || (*told)[0] != want {
			t.Errorf("told %q", *told)
		}
	})
	t.Run("an error is shown, and the next export can start", func(t *testing.T) {
		m := mentions(4)
		m.fail = errRefused
		p, _, told, failures := exportOf(m, job.Inline{})
		p.start(data.Filter{}, "a.csv")
		if len(*failures) != 1 || len(*told) != 0 || p.running != nil {
			t.Errorf("failures %v, told %v", *failures, *told)
		}
	})
	t.Run("stopped, it says nothing more", func(t *testing.T) {
		later := &later{}
		p, _, told, failures := exportOf(mentions(4), later)
		p.start(data.Filter{}, "a.csv")
		p.start(data.Filter{}, "b.csv") // one at a time
		p.stop()
		later.run()
		if p.running != nil || len(*told)+len(*failures) != 0 || later.works != 1 {
			t.Errorf("running %v, told %v, failures %v, %d works", p.running, *told, *failures, later.works)
		}
	})
}

// later does work when told to.
type later struct {
	job.Inline
	works     int
	work      job.Work
	cancelled bool
}

func (l *later) Do(work job.Work) (cancel func()) {
	l.works++
	l.work = work
	return func() { l.cancelled = true }
}

func (l *later) run() {
	if deliver := l.work(context.Background()); !l.cancelled {
		deliver()
	}
}

func TestTheNameOfAnExportTellsItsKind(t *testing.T) {
	p := newExportPresenter(mentions(1), assets.WordsFor("it"), job.Inline{})
	folder := t.TempDir()
	taken := filepath.Join(folder, "novembre.xlsx")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for chosen, want := range map[string]string{
		"a.csv": "a.csv", "A.XLSX": "A.XLSX", "b.jsonl": "b.jsonl", "dicembre": "dicembre.xlsx", "v1.2": "v1.2.xlsx",
		"novembre": "novembre 2.xlsx", // the person was not asked about that one
	} {
		if got := p.path(filepath.Join(folder, chosen)); got != filepath.Join(folder, want) {
			t.Errorf("%s goes to %s, want %s", chosen, got, want)
		}
	}
	if name := p.fileName("2026-11-25"); name != "menzioni 2026-11-25.xlsx" {
		t.Errorf("suggested %s", name)
	}
}

func TestTheExportButton(t *testing.T) {
	t.Run("asks for the kind of file", func(t *testing.T) {
		s, w := shownIn(t, mentions(40))
		s.exports.ask()
		if w.Canvas().Overlays().Top() == nil {
			t.Fatal("no dialog")
		}
		what, some := s.presenter.exportWhat()
		if !some || what != "40 mentions: all that the list means, copies too." {
			t.Errorf("%v %q", some, what)
		}
	})
	t.Run("says so when the list is empty", func(t *testing.T) {
		s, w := shownIn(t, mentions(0))
		s.exports.ask()
		if w.Canvas().Overlays().Top() != nil || !s.env.Toast.Visible() {
			t.Error("a dialog about nothing")
		}
	})
	t.Run("the strip is there while an export runs", func(t *testing.T) {
		s, _ := shownIn(t, mentions(40))
		later := &later{}
		s.exports.presenter.dispatcher = later
		s.exports.presenter.start(data.Filter{}, "a.csv")
		if !s.exports.strip.root.Visible() {
			t.Error("no strip")
		}
		later.run()
		if s.exports.strip.root.Visible() || !s.env.Toast.Visible() {
			t.Error("still there, or no toast")
		}
	})
}
