package ui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// clocked is a desk whose clocks a test sets.
type clocked struct {
	now time.Time
	due []data.CrisisDue
}

func (d *clocked) Now() time.Time       { return d.now }
func (d *clocked) Zone() *time.Location { return time.UTC }

func (d *clocked) CrisisDue(_ context.Context, now time.Time) (out []data.CrisisDue, _ error) {
	for _, one := range d.due {
		if !one.At.After(now) {
			out = append(out, one)
		}
	}
	return out, nil
}

type dueHeard struct{ said, alone []string }

func (h *dueHeard) FellDue(_ int64, said, alone string) {
	h.said, h.alone = append(h.said, said), append(h.alone, alone)
}

func TestWhatFallsDueIsToldOnceEvenAfterASleep(t *testing.T) {
	at := time.Date(2026, 11, 25, 18, 0, 0, 0, time.UTC)
	d := &clocked{now: at, due: []data.CrisisDue{
		{Issue: 1, Crisis: "Window sign", Kind: data.DueUpdate, At: at.Add(time.Hour)},
		{Issue: 1, Crisis: "Window sign", Kind: data.DueStep, ID: 4, Title: "Call the staff", At: at.Add(2 * time.Hour)},
		{Issue: 1, Crisis: "Window sign", Kind: data.DuePromise, ID: 2, Title: "New sign", At: at.Add(3 * time.Hour)},
	}}
	h := &dueHeard{}
	p := newDuePresenter(d, assets.WordsFor("en"), job.Inline{}, h)
	p.Start()
	if len(h.said) != 0 {
		t.Fatalf("told before it is due: %q", h.said)
	}
	d.now = at.Add(time.Hour)
	p.Start()
	p.Start() // the same once more
	d.now = at.Add(9 * time.Hour)
	p.Start()
	want := []string{"Crisis “Window sign”: the next word is due at 19:00", "Crisis room: 2 things are due"}
	if !slices.Equal(h.said, want) {
		t.Errorf("told %q, want %q", h.said, want)
	}
	for _, alone := range h.alone {
		if strings.Contains(alone, "sign") {
			t.Errorf("a locked screen shows %q", alone)
		}
	}
}
