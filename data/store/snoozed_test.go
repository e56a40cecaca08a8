package store_test

import (
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

// moving is a clock that a test sets.
type moving struct{ at time.Time }

func (m *moving) now() time.Time { return m.at }

func TestWhatIsPutOffLeavesAndComesBackByItself(t *testing.T) {
	clock := &moving{now}
	s, err := store.Open(ctx, t.TempDir()+"/w.db", clock.now)
	must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	add(t, s, mention("1", 1, data.Negative, "uno"), mention("2", 2, data.Negative, "due"))
	ids, err := s.IDs(ctx, data.Filter{}, 9)
	must(t, err)
	until := now.Add(3 * time.Hour)
	before, err := s.Snooze(ctx, ids[:1], until)
	must(t, err)

	count := func(want, off int) {
		t.Helper()
		open, err := s.Count(ctx, data.Filter{Statuses: data.Unanswered, Snoozed: data.NotSnoozed}, 9)
		must(t, err)
		hidden, err := s.Count(ctx, data.Filter{Snoozed: data.OnlySnoozed}, 9)
		must(t, err)
		if open != want || hidden != off {
			t.Errorf("%d open and %d put off, want %d and %d", open, hidden, want, off)
		}
	}
	count(1, 1)
	off, err := s.Snoozed(ctx)
	must(t, err)
	if !off.Next.Equal(until) || off.Statuses[data.StatusNew] != 1 || off.Total() != 1 {
		t.Errorf("put off: %+v", off)
	}
	d, err := s.Mention(ctx, ids[0])
	must(t, err)
	if !d.Snoozed.Equal(until) {
		t.Errorf("the mention says %v", d.Snoozed)
	}

	clock.at = until
	count(2, 0)
	if off, err := s.Snoozed(ctx); off.Total() != 0 || !off.Next.IsZero() || err != nil {
		t.Errorf("after its time %+v, error %v", off, err)
	}

	clock.at = now
	count(1, 1)
	_, err = s.SetSnoozed(ctx, before)
	must(t, err)
	count(2, 0)
}

func TestPuttingOffTwiceRemembersTheFirstMoment(t *testing.T) {
	s := open(t)
	add(t, s, mention("1", 1, data.Negative, "uno"))
	ids, err := s.IDs(ctx, data.Filter{}, 9)
	must(t, err)
	first := now.Add(time.Hour)
	_, err = s.Snooze(ctx, ids, first)
	must(t, err)
	before, err := s.Snooze(ctx, append(ids, 12345), now.Add(2*time.Hour))
	must(t, err)
	if len(before) != 1 || !before[ids[0]].Equal(first) {
		t.Errorf("before: %v", before)
	}
}
