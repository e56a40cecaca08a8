package inbox

import (
	"context"
	"slices"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// listed starts an inbox over mentions.
func listed(t *testing.T, m *memory) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(m, assets.WordsFor("en"), job.Inline{}, &job.History{}, h)
	p.pauses = pauses{}
	p.wait = func(context.Context, time.Duration) bool { return false }
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

// places are those of the rows among the mentions, newest first.
func places(p *Presenter, m *memory, n int) (out []int) {
	for i := range n {
		r, _ := p.Row(i)
		out = append(out, m.at(r.ID))
	}
	return out
}

func TestTheOrderPutsSomeOnTopAndGoesOnNewestFirst(t *testing.T) {
	m := mentions(500)
	m.rows[7].Reach, m.rows[450].Reach = 50, 900
	p, h := listed(t, m)
	p.SetOrder(data.ByReach)
	if got, want := places(p, m, 9), []int{450, 7, 0, 1, 2, 3, 4, 5, 6}; !slices.Equal(got, want) {
		t.Errorf("rows %v, want %v", got, want)
	}
	seen := map[data.ID]bool{}
	for i := range 500 {
		r, ok := p.Row(i)
		if !ok || seen[r.ID] {
			t.Fatalf("row %d: found %v, before %v", i, ok, seen[r.ID])
		}
		seen[r.ID] = true
		if at, found := p.find(r.ID); !found || at != i {
			t.Fatalf("row %d is found at %d, %v", i, at, found)
		}
	}
	if m.order != data.ByReach || h.err != nil {
		t.Errorf("remembered %q, error %v", m.order, h.err)
	}
	if again, _ := listed(t, m); again.Order() != data.ByReach || places(again, m, 1)[0] != 450 {
		t.Error("the order is forgotten at the next start")
	}
}

func TestWorkOnWhatStandsOnTop(t *testing.T) {
	m := mentions(30)
	m.rows[20].Reach, m.rows[10].Reach = 900, 800
	m.order = data.ByReach
	p, _ := listed(t, m)
	typed(p, "e")
	if m.rows[20].Status != data.StatusArchived || places(p, m, 1)[0] != 10 || p.Len() != 29 {
		t.Errorf("status %v, first row %v of %d", m.rows[20].Status, places(p, m, 1), p.Len())
	}
	typed(p, "z")
	if got := places(p, m, 3); !slices.Equal(got, []int{20, 10, 0}) {
		t.Errorf("after undo %v", got)
	}
}

func TestPriorityByHandGoesRound(t *testing.T) {
	m := mentions(3)
	p, h := listed(t, m)
	for _, want := range []int8{1, -1, 0} {
		typed(p, "p")
		d, _ := p.Detail()
		if r, _ := p.Row(0); m.rows[0].Priority != want || r.Priority != want || d.Priority != want {
			t.Errorf("stored %d, row %d, detail %d, want %d", m.rows[0].Priority, r.Priority, d.Priority, want)
		}
	}
	typed(p, "z")
	if m.rows[0].Priority != -1 || len(h.done) != 3 || h.done[0] != "High priority for 1 mention" {
		t.Errorf("after undo %d; told %q", m.rows[0].Priority, h.done)
	}
	if got, want := p.PriorityWords(), "Priority 12 = severity 2 × reach 2 × waiting 1.5 × anger 2"; got != want {
		t.Errorf("says %q, want %q", got, want)
	}
}
