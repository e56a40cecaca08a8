package drills

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// face notes what it is told.
type face struct {
	runs   []*desk.DrillRun
	failed error
	score  *data.DrillScore
	shown  int
}

func (f *face) Changed()                    { f.shown++ }
func (f *face) Started(run *desk.DrillRun)  { f.runs = append(f.runs, run) }
func (f *face) Failed(err error)            { f.failed = err }
func (f *face) Ticked()                     { f.shown++ }
func (f *face) InjectsChanged()             { f.shown++ }
func (f *face) Ended(score data.DrillScore) { f.score = &score }

func started(t testing.TB) (*Presenter, *face, *desk.Desk) {
	t.Helper()
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "real.db"), data.At(now))
	must(t, err)
	f := &face{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, f)
	p.Start()
	t.Cleanup(func() {
		p.Stop()
		for _, run := range f.runs {
			_ = run.Close(ctx, false)
		}
		must(t, d.Close())
	})
	return p, f, d
}

func TestTheDrillsAreListedWithWhatIsNotCertain(t *testing.T) {
	p, f, _ := started(t)
	if all := p.Entries(); len(all) != 3 || f.failed != nil || !all[0].Chosen {
		t.Fatalf("%+v, %v", all, f.failed)
	}
	p.Choose("taco-bell")
	d, ok := p.Detail()
	if !ok || !strings.Contains(d.Note, "not verified") || !strings.Contains(d.Note, "2017") {
		t.Errorf("note %q", d.Note)
	}
	p.Choose("united-2017")
	d, _ = p.Detail()
	unsure := 0
	for _, x := range d.Facts {
		if !x.Sure {
			unsure++
		}
		if x.Sure && x.Sources == "" {
			t.Errorf("sure without a source: %+v", x)
		}
	}
	if unsure < 4 || len(d.Sources) < 10 || d.Note != "" {
		t.Errorf("%d unsure facts, %d sources, note %q", unsure, len(d.Sources), d.Note)
	}
}

func TestABrokenDrillIsToldAndTheOthersAreListed(t *testing.T) {
	p, f, d := started(t)
	must(t, os.MkdirAll(filepath.Join(d.DrillFolder(), "mine"), 0o755))
	must(t, os.WriteFile(filepath.Join(d.DrillFolder(), "mine", "drill.txt"), []byte("[drill]\nzone: nowhere\n"), 0o644))
	p.Load()
	if len(p.Entries()) != 3 || data.CodeOf(f.failed) != data.ErrDrill {
		t.Errorf("%d drills, %v", len(p.Entries()), f.failed)
	}
}

// played starts the bakery drill and its bar.
func played(t testing.TB) (*Presenter, *Bar, *face) {
	t.Helper()
	p, f, _ := started(t)
	p.Begin(60, 1)
	if len(f.runs) != 1 {
		t.Fatalf("no run: %v", f.failed)
	}
	b := NewBar(f.runs[0], assets.WordsFor("en"), job.Inline{}, f)
	b.Start()
	t.Cleanup(b.Stop)
	return p, b, f
}

func TestTheBarGoesFromInjectToInjectAndToTheMorning(t *testing.T) {
	_, b, f := played(t)
	if got := b.Time(); !strings.HasSuffix(got, "20:00") || !b.Paused() {
		t.Errorf("it begins at %q", got)
	}
	if _, ok := b.Waiting(); ok {
		t.Error("an inject before the case")
	}
	b.SkipToInject()
	i, ok := b.Waiting()
	if !ok || i.Key != "madre" || i.Within != "23:15" || i.Wanted != "" || b.Open() != 1 {
		t.Errorf("%+v", i)
	}
	b.Dismiss("madre")
	if _, ok := b.Waiting(); ok {
		t.Error("it was put off")
	}
	b.Recall("madre")
	b.Answer("madre", "  ")
	if data.CodeOf(f.failed) != data.ErrReplyEmpty {
		t.Errorf("an empty answer: %v", f.failed)
	}
	b.Answer("madre", "I call you now")
	if b.Open() != 0 || b.Injects()[0].Wanted == "" {
		t.Errorf("%+v", b.Injects())
	}
	b.SkipToMorning()
	if got := b.Time(); !strings.HasSuffix(got, "08:00") || b.Open() != 2 {
		t.Errorf("the morning is %q, %d injects wait", got, b.Open())
	}
	b.SetSpeed(4)
	if b.Speed() != 4 || b.Paused() != true {
		t.Errorf("speed %d", b.Speed())
	}
	b.Pause()
	if b.Paused() {
		t.Error("it still stands")
	}
}

func TestARunEndsWithAScoreThatSaysWhatWouldHaveBeenBetter(t *testing.T) {
	p, b, f := played(t)
	b.SkipToInject()
	b.End()
	if f.score == nil || !b.Ending() {
		t.Fatalf("no score: %v", f.failed)
	}
	s := b.Shown(*f.score)
	if len(s.Parts) != 8 || !strings.Contains(s.Why, "L3") {
		t.Errorf("%+v", s)
	}
	for _, part := range s.Parts {
		if part.Share < 1 && part.Advice == "" || strings.Contains(part.Advice, "<no value>") {
			t.Errorf("%+v", part)
		}
	}
	d, _ := p.Detail()
	if len(d.Runs) != 1 || len(d.Line) != 1 || p.Entries()[0].Best == "" {
		t.Errorf("history %+v", d.Runs)
	}
}
