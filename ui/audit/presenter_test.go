package audit

import (
	"context"
	"fmt"
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

type heard struct {
	changes int
	err     error
}

func (h *heard) Changed()         { h.changes++ }
func (h *heard) Failed(err error) { h.err = err }

// workspace holds n reviews.
func workspace(t *testing.T, n int) *desk.Desk {
	t.Helper()
	dir := t.TempDir()
	d, err := desk.Open(context.Background(), filepath.Join(dir, "w.db"), data.At(time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if n == 0 {
		return d
	}
	var csv strings.Builder
	csv.WriteString("id,date,text\n")
	for i := range n {
		fmt.Fprintf(&csv, "%d,2026-11-%02d 10:00,recensione %s numero %d\n", i, i%20+1, []string{"orribile", "stupenda", "del locale"}[i%3], i)
	}
	file := filepath.Join(dir, "reviews.csv")
	if err := os.WriteFile(file, []byte(csv.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(context.Background(), data.Plan{Path: file}, nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForCopies()
	return d
}

func started(t *testing.T, d Desk) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func TestAnAuditIsLedToItsResult(t *testing.T) {
	p, h := started(t, workspace(t, 80))
	for i := range data.AuditSize {
		if want := fmt.Sprintf("%d of 50", i+1); p.Place() != want || p.State() != Labelling {
			t.Fatalf("at %q, state %v, want %q; error %v", p.Place(), p.State(), want, h.err)
		}
		label := p.Step().Mention.Sentiment.Label
		if i < 5 {
			label = (label + 1) % 3
		}
		p.Label(label)
	}
	if p.State() != Ended || !strings.Contains(p.Result(), "10%") || !strings.Contains(p.Result(), "50 random mentions") {
		t.Errorf("state %v, result %q, error %v", p.State(), p.Result(), h.err)
	}
	if _, ok := p.Confusion(); !ok {
		t.Error("no table of what was wrong")
	}
}

func TestAnAuditGoesOnWhereItWasLeft(t *testing.T) {
	d := workspace(t, 60)
	p, _ := started(t, d)
	p.Label(data.Negative)
	p.Label(data.Positive)
	p.Move(-1)
	if s := p.Step(); s.Place != 1 || s.Label == nil || *s.Label != data.Positive {
		t.Errorf("back at %+v", s)
	}
	p.Stop()
	again, _ := started(t, d)
	if again.Step().Place != 2 {
		t.Errorf("begins at place %d, want the first without a label", again.Step().Place)
	}
}

func TestTooFewLabelsGiveNoError(t *testing.T) {
	p, _ := started(t, workspace(t, 60))
	for range 3 {
		p.Label(data.Neutral)
	}
	p.End()
	if _, ok := p.Confusion(); ok || !strings.Contains(p.Result(), "at least 20") {
		t.Errorf("result %q", p.Result())
	}
}

func TestAnEmptyWorkspaceSaysSo(t *testing.T) {
	if p, h := started(t, workspace(t, 0)); p.State() != Empty || h.err != nil {
		t.Errorf("state %v, error %v", p.State(), h.err)
	}
}
