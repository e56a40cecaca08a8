package store_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/store"
)

// printed gives every text without a print one, all the same, and tells how
// many they were.
func printed(t testing.TB, s *store.Store, limit int) (n int) {
	t.Helper()
	for {
		u, err := s.Unprinted(ctx, limit)
		must(t, err)
		if len(u.Texts) == 0 {
			return n
		}
		prints := make([][]byte, len(u.Texts))
		for i := range prints {
			prints[i] = []byte("print")
		}
		must(t, s.SavePrints(ctx, u, prints))
		n += len(prints)
	}
}

// todo is the next stretch in which to look for copies.
func todo(t testing.TB, s *store.Store) store.CopiesTodo {
	t.Helper()
	next, ok, err := s.CopiesTodo(ctx, minute)
	must(t, err)
	if !ok {
		t.Fatal("there is nothing to look for")
	}
	return next
}

const minute = data.ID(60) << 20

func allIDs(t testing.TB, s *store.Store) []data.ID {
	t.Helper()
	ids, err := s.IDs(ctx, data.Filter{}, 1000)
	must(t, err)
	return ids
}

func TestEachTextGetsAPrintOnce(t *testing.T) {
	s := open(t)
	add(t, s, numbered(25, data.Neutral)...)
	if n := printed(t, s, 10); n != 25 {
		t.Errorf("%d prints, want 25", n)
	}
	add(t, s, mention("late", 3, data.Neutral, "un altro"))
	if n := printed(t, s, 10); n != 1 {
		t.Errorf("%d prints more, want 1", n)
	}
	rows, err := s.Printed(ctx, 0, 1<<62, 100)
	must(t, err)
	if len(rows) != 26 || string(rows[3].Print) != "print" {
		t.Errorf("%d prints are kept, as %q", len(rows), rows[3].Print)
	}
	sound(t, s)
}

func TestTextsOfTheFirstVersionGetPrints(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	firstVersion(t, path, 7)
	if n := printed(t, openAt(t, path), 100); n != 7 {
		t.Errorf("%d prints, want 7", n)
	}
}

func TestPrintsOfMentionsThatWentMeanwhileAreDropped(t *testing.T) {
	s := open(t)
	id, _ := add(t, s, numbered(5, data.Neutral)...)
	u, err := s.Unprinted(ctx, 10)
	must(t, err)
	undo(t, s, id)
	must(t, s.SavePrints(ctx, u, make([][]byte, len(u.Texts))))
	rows, err := s.Printed(ctx, 0, 1<<62, 100)
	must(t, err)
	if len(rows) != 0 {
		t.Errorf("%d prints of mentions that are gone", len(rows))
	}
}

func TestStretchesWithinReachAreLookedThroughTogether(t *testing.T) {
	s := open(t)
	for _, minutes := range []int{1, 2, 30, 31} {
		add(t, s, mention(string(rune('a'+minutes)), minutes, data.Neutral, "testo"))
		printed(t, s, 10)
	}
	ids := allIDs(t, s) // newest first
	var got [][2]data.ID
	for range 2 {
		next := todo(t, s)
		got = append(got, [2]data.ID{next.First, next.Last})
		must(t, s.EndCopiesTodo(ctx, next))
	}
	if diff := cmp.Diff([][2]data.ID{{ids[3], ids[2]}, {ids[1], ids[0]}}, got); diff != "" {
		t.Error(diff)
	}
	if _, ok, err := s.CopiesTodo(ctx, minute); ok || err != nil {
		t.Errorf("more to look through: %v, %v", ok, err)
	}
}

func TestUndoingTakesAGroupApartAndHasItLookedAtAgain(t *testing.T) {
	s := open(t)
	add(t, s, numbered(3, data.Neutral)...)
	gone, _ := add(t, s, mention("x", 1, data.Neutral, "testo numero 1"))
	printed(t, s, 10)
	ids := allIDs(t, s)
	before := todo(t, s)
	group := []store.CopyGroup{{ID: ids[3], New: ids}}
	if ok, err := s.SaveCopyGroups(ctx, before, group); !ok || err != nil {
		t.Fatalf("saved %v, %v", ok, err)
	}
	must(t, s.EndCopiesTodo(ctx, before))
	if _, n, err := s.Copies(ctx, ids[0], 10); n != 3 || err != nil {
		t.Fatalf("%d copies, %v", n, err)
	}
	undo(t, s, gone)
	for _, id := range allIDs(t, s) {
		if _, n, err := s.Copies(ctx, id, 10); n != 0 || err != nil {
			t.Errorf("%d copies left, %v", n, err)
		}
	}
	if next := todo(t, s); next.First != ids[3] || next.Last != ids[0] {
		t.Errorf("to look through: %d to %d, want %d to %d", next.First, next.Last, ids[3], ids[0])
	}
	if ok, err := s.SaveCopyGroups(ctx, before, group); ok || err != nil {
		t.Errorf("what was found before the undo is saved: %v, %v", ok, err)
	}
	sound(t, s)
}
