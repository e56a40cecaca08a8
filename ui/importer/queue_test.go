package importer

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

// lines are the names and states of the queue.
func lines(p *Presenter) (out []string) {
	for n := range p.Files() {
		l := p.Line(n)
		out = append(out, l.Name+": "+l.State)
	}
	return out
}

func expectLines(t *testing.T, p *Presenter, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, lines(p)); diff != "" {
		t.Errorf("queue (-want +got):\n%s", diff)
	}
}

func TestSeveralFilesAreWorkedOneAfterAnother(t *testing.T) {
	d := &table{refuse: map[string]error{"c.csv": &data.Error{Code: data.ErrFileEmpty}}}
	p, _ := started(t, d)
	p.Drop([]string{"a.csv", "b.csv"})
	p.Drop([]string{"c.csv"})
	if p.File() != "a.csv" || p.Place() != "file 1 of 3" {
		t.Fatalf("%s, %s", p.File(), p.Place())
	}
	expectLines(t, p, "a.csv: ready: 9 new", "b.csv: ready: 9 new", "c.csv: The file is empty.")
	p.Import()
	p.Next()
	if p.File() != "b.csv" {
		t.Fatalf("after the first comes %s", p.File())
	}
	p.Skip()
	if p.Stage() != StageSummary {
		t.Fatalf("stage %v after the last", p.Stage())
	}
	expectLines(t, p, "a.csv: 9 mentions came in", "b.csv: skipped", "c.csv: The file is empty.")
	if sum, files := p.Sum(); files != 1 || sum.New != 9 || sum.Reasons[data.RejectNoDate] != 2 {
		t.Errorf("%d files brought %+v", files, sum)
	}
	p.Next()
	if p.Stage() != StageIdle || len(p.History()) != 1 {
		t.Errorf("stage %v, %d imports", p.Stage(), len(p.History()))
	}
}

func TestImportAll(t *testing.T) {
	t.Run("brings in all files that are sure", func(t *testing.T) {
		d := &table{refuse: map[string]error{"b.csv": &data.Error{Code: data.ErrFileEmpty}}}
		p, _ := started(t, d)
		p.Drop([]string{"a.csv", "b.csv", "c.csv"})
		p.ImportAll()
		if p.Stage() != StageSummary || len(d.imports) != 2 {
			t.Errorf("stage %v, %d imports", p.Stage(), len(d.imports))
		}
	})
	t.Run("leaves those that need a look", func(t *testing.T) {
		d := &table{}
		d.inspect = func(r *data.Preview) { d.doubtful = r.Path == "a.csv" }
		p, _ := started(t, d)
		p.Drop([]string{"a.csv", "b.csv", "c.csv"})
		if got, want := p.AllButton(), "Import the 2 that are sure"; got != want {
			t.Errorf("the button says %q", got)
		}
		p.ImportAll()
		expectLines(t, p, "a.csv: please check the columns", "b.csv: 9 mentions came in", "c.csv: 9 mentions came in")
		if p.File() != "a.csv" || p.Stage() != StageReady {
			t.Errorf("on screen is %s at stage %v", p.File(), p.Stage())
		}
	})
	t.Run("is not offered when no file is sure", func(t *testing.T) {
		d := &table{doubtful: true}
		p, _ := started(t, d)
		p.Drop([]string{"a.csv", "b.csv"})
		p.ImportAll()
		if p.CanImportAll() || len(d.imports) != 0 {
			t.Errorf("offered; %d imports", len(d.imports))
		}
	})
	t.Run("is not offered while an order of day and month is unclear", func(t *testing.T) {
		p, _ := started(t, &table{unclear: true})
		p.Drop([]string{"a.csv", "b.csv"})
		if p.CanImportAll() {
			t.Error("offered")
		}
	})
	t.Run("stops where the person stops it", func(t *testing.T) {
		d := &table{stops: true}
		p, _ := started(t, d)
		d.midway = p.StopImport
		p.Drop([]string{"a.csv", "b.csv"})
		p.ImportAll()
		if len(d.imports) != 1 || p.Stage() != StageDone || !p.HasNext() {
			t.Errorf("%d imports, stage %v", len(d.imports), p.Stage())
		}
	})
}

func TestFilesDroppedDuringAnImportWait(t *testing.T) {
	d := &table{}
	p, _ := started(t, d)
	d.midway = func() { p.Drop([]string{"b.csv"}) }
	p.Drop([]string{"a.csv"})
	p.Import()
	expectLines(t, p, "a.csv: 9 mentions came in", "b.csv: ready: 9 new")
}

func TestArchive(t *testing.T) {
	d := &table{boxes: map[string][]string{"x.zip": {"one.csv", "sub/two.csv", "three.csv"}, "single.zip": {"one.csv"}}}
	p, _ := started(t, d)
	p.Drop([]string{"x.zip"})
	if p.Stage() != StageBox || p.Chosen() != 3 {
		t.Fatalf("stage %v, %d chosen", p.Stage(), p.Chosen())
	}
	p.ChooseEntry(0, false)
	p.OpenBox()
	expectLines(t, p, "two.csv: ready: 9 new", "three.csv: ready: 9 new")
	if got := p.Line(0).Where; got != "in x.zip" {
		t.Errorf("where: %q", got)
	}
	if plan := d.plans[0]; plan.Path != "x.zip" || plan.Entry != "sub/two.csv" {
		t.Errorf("looked at %+v", plan)
	}
	p.Leave()
	p.Drop([]string{"single.zip"})
	if p.Stage() != StageReady {
		t.Errorf("an archive with one file stands at stage %v", p.Stage())
	}
}

func TestFolderBecomesItsFiles(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.csv", "a.JSON", "photo.png", ".hidden.csv"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p, _ := started(t, &table{})
	p.Drop([]string{folder})
	expectLines(t, p, "a.JSON: ready: 9 new", "b.csv: ready: 9 new")

	empty := t.TempDir()
	p.Leave()
	p.Drop([]string{empty})
	if data.CodeOf(p.Refusal()) != data.ErrFolderEmpty {
		t.Errorf("an empty folder: %v", p.Refusal())
	}
}

func TestPastedRows(t *testing.T) {
	d := &table{}
	p, h := started(t, d)
	p.Paste(" \n")
	if p.Stage() != StageIdle || h.told == "" {
		t.Fatalf("an empty clipboard leads to stage %v, told %q", p.Stage(), h.told)
	}
	p.Paste("Testo\nDue ore di attesa")
	p.Import()
	if p.File() != "Pasted rows" || p.Stage() != StageDone || len(d.imports) != 1 {
		t.Errorf("%s at stage %v", p.File(), p.Stage())
	}
}
