package job_test

import (
	"context"
	"testing"

	"vedetta/data"
	"vedetta/data/job"
)

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

func TestLoader(t *testing.T) {
	t.Run("the last of two loads wins even if it answers first", func(t *testing.T) {
		h := &held{}
		l := job.NewLoader(h)
		got := ""
		for _, s := range []string{"old", "new"} {
			l.Load(func(context.Context) func() { return func() { got += s } })
		}
		h.pending[1]()
		h.pending[0]()
		if got != "new" {
			t.Errorf("delivered %q, want only the new load", got)
		}
	})
	t.Run("it is busy until the answer is there", func(t *testing.T) {
		h := &held{}
		l := job.NewLoader(h)
		l.Load(func(context.Context) func() { return nil })
		if !l.Busy() {
			t.Error("not busy while the load is under way")
		}
		h.pending[0]()
		if l.Busy() {
			t.Error("still busy after the answer")
		}
	})
	t.Run("with the inline dispatcher it is done at once", func(t *testing.T) {
		l := job.NewLoader(job.Inline{})
		done := false
		l.Load(func(context.Context) func() { return func() { done = true } })
		if !done || l.Busy() {
			t.Errorf("done %v, busy %v", done, l.Busy())
		}
	})
}

func TestCounterSendsTheLastReport(t *testing.T) {
	var last data.Progress
	c := job.Count("stage", 10, func(p data.Progress) { last = p })
	c.AddRows(3)
	c.Set(10)
	c.Finish()
	if last.Done != 10 || last.Rows != 3 || last.Total != 10 {
		t.Errorf("last report %+v", last)
	}
}
