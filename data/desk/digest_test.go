package desk_test

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// evening is when the person goes home, eight the next morning.
var (
	evening = time.Date(2026, 11, 21, 18, 30, 0, 0, time.UTC)
	eight   = time.Date(2026, 11, 22, 7, 10, 0, 0, time.UTC)
)

// hands are those of a clock that the test sets while others read it.
type hands struct{ at atomic.Pointer[time.Time] }

func at(t time.Time) *hands {
	h := &hands{}
	h.set(t)
	return h
}

func (h *hands) set(t time.Time) { h.at.Store(&t) }

// ticking is a workspace whose clock the test sets.
func ticking(t testing.TB, clock *hands) *desk.Desk {
	t.Helper()
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "workspace.db"), func() time.Time { return *clock.at.Load() })
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func digest(t testing.TB, d *desk.Desk) data.Digest {
	t.Helper()
	got, err := d.Digest(ctx)
	must(t, err)
	return got
}

// nightly is two mentions every night at eleven for n nights before the
// evening, the second of them negative.
func nightly(n int) (all []said) {
	for back := n; back >= 1; back-- {
		at := time.Date(2026, 11, 21-back, 23, 0, 0, 0, time.UTC)
		all = append(all, said{at, fmt.Sprintf("%s (%d)", happy, back)}, said{at.Add(time.Minute), fmt.Sprintf("%s (%d)", angry, back)})
		all = append(all, said{at.Add(-11 * time.Hour), fmt.Sprintf("%s (%d)", plain, back)}) // at noon: of no night
	}
	return all
}

func TestTheFirstDigestIsEmptyAndBeginsToCount(t *testing.T) {
	clock := at(evening)
	d := ticking(t, clock)
	lookedAt(t, d, exported(t, "all.csv", nightly(3)))
	if got := digest(t, d); !got.Empty() {
		t.Errorf("the first digest tells of %+v", got)
	}
	clock.set(eight)
	got := digest(t, d)
	if !got.Empty() || !got.Since.Equal(evening) || !got.Until.Equal(eight) {
		t.Errorf("nothing happened, the digest tells of %+v", got)
	}
}

func TestADigestTellsOfTheNight(t *testing.T) {
	clock := at(evening)
	d := ticking(t, clock)
	lookedAt(t, d, exported(t, "before.csv", nightly(40)))
	digest(t, d)
	clock.set(eight)
	night := []said{
		{evening.Add(4 * time.Hour), angry + ", una"},
		{evening.Add(5 * time.Hour), angry + ", due"},
		{evening.Add(6 * time.Hour), "Ho avuto una intossicazione alimentare dopo la vostra torta, chiamo l'avvocato"},
		{evening.Add(7 * time.Hour), happy},
		{evening.Add(-30 * 24 * time.Hour), plain + " ieri"}, // arrived, but was not published then
	}
	lookedAt(t, d, exported(t, "night.csv", night))
	got := digest(t, d)
	if got.Arrived != 5 || got.Now.Mentions() != 4 || got.Now.Negative != 3 {
		t.Errorf("%d arrived, %+v", got.Arrived, got.Now)
	}
	if math.Abs(got.Usual-2) > 0.1 || got.UsualShare != 0.5 {
		t.Errorf("usual are %v, %v negative, want 2, half of them", got.Usual, got.UsualShare)
	}
	var look []string
	for _, r := range got.Look {
		look = append(look, fmt.Sprintf("%s, %d copies", r.PublishedAt.Format("2 Jan"), r.Copies))
	}
	if want := []string{"21 Nov, 0 copies", "21 Nov, 1 copies", "23 Oct, 30 copies"}; !slices.Equal(look, want) || len(got.Look[0].Watched.Risks()) == 0 {
		t.Errorf("to look at %q, want a word to watch, the night, what waits: %q", look, want)
	}
	if got.Late.Late != 31 || got.Late.Oldest.IsZero() {
		t.Errorf("late: %+v", got.Late)
	}
	must(t, d.DigestRead(ctx))
	clock.set(eight.Add(time.Minute))
	if got := digest(t, d); !got.Empty() {
		t.Errorf("read, it still tells of %+v", got)
	}
}

func TestWhatIsUndoneDidNotArrive(t *testing.T) {
	clock := at(evening)
	d := ticking(t, clock)
	digest(t, d)
	clock.set(eight)
	lookedAt(t, d, exported(t, "wrong.csv", nightly(2)))
	if got := digest(t, d).Arrived; got != 6 {
		t.Errorf("%d arrived, want 6", got)
	}
	w, err := d.Workspace(ctx)
	must(t, err)
	_, err = d.UndoImport(ctx, w.LastImport.ID, nil)
	must(t, err)
	if got := digest(t, d); !got.Empty() {
		t.Errorf("%d arrived of an import that was undone", got.Arrived)
	}
}

func TestWhatIsUsualNeedsAWeek(t *testing.T) {
	for name, c := range map[string]struct {
		nights int
		since  time.Duration // before the evening
		want   float64
	}{
		"three nights are too few":     {3, 0, 0},
		"a week is enough":             {9, 0, 2},
		"three days against others":    {40, 72 * time.Hour, 3*3 + 2},
		"longer than what is compared": {100, 40 * 24 * time.Hour, 40*3 + 2},
	} {
		t.Run(name, func(t *testing.T) {
			clock := at(evening.Add(-c.since))
			d := ticking(t, clock)
			digest(t, d)
			clock.set(eight)
			lookedAt(t, d, exported(t, "all.csv", nightly(c.nights)))
			if got := digest(t, d).Usual; math.Abs(got-c.want) > 0.5 {
				t.Errorf("usual are %v, want %v", got, c.want)
			}
		})
	}
}

func TestADigestTellsOfIncidents(t *testing.T) {
	clock := at(evening)
	d := ticking(t, clock)
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(60, 1)))
	digest(t, d)
	clock.set(eight)
	lookedAt(t, d, exported(t, "storm.csv", storm(evening.Add(2*time.Hour), 14)))
	got := digest(t, d)
	if len(got.Incidents) != 1 || got.Incidents[0].OpenedAt.Before(evening) {
		t.Fatalf("incidents: %s", findings(got.Incidents))
	}
	must(t, d.Judge(ctx, got.Incidents[0].ID, data.NotCrisis))
	if got := digest(t, d).Incidents; len(got) != 0 {
		t.Errorf("judged no crisis, it is told of: %s", findings(got))
	}
}

func TestAClockThatWasSetBackBeginsAnew(t *testing.T) {
	clock := at(eight)
	d := ticking(t, clock)
	digest(t, d)
	clock.set(evening)
	if got := digest(t, d); !got.Empty() {
		t.Errorf("tells of %+v", got)
	}
	clock.set(eight)
	if got := digest(t, d); !got.Since.Equal(evening) {
		t.Errorf("counts since %s, want %s", got.Since, evening)
	}
}
