package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vedetta/data"
	"vedetta/data/store"
)

// worked is a mention as an export of a workspace tells it.
func worked(external string, minutes int) data.Mention {
	negative := data.Negative
	m := mention(external, minutes, data.Positive, "testo "+external)
	m.Work = &data.Work{
		Triage: data.Triage{Status: data.StatusOpen, Override: &negative, Starred: true, Note: "da richiamare", Tags: []string{"attese", "pane"}},
		Issues: []data.IssueMark{{Title: "Pane freddo", Severity: 2}}, Replies: []data.Reply{{State: "draft", Text: "Ci dispiace"}},
		ChangedAt: now.Add(-time.Hour), Seen: []data.Snapshot{{SeenAt: now.Add(-2 * time.Hour), Engagement: m.Engagement}},
	}
	return m
}

// exported lists what an export would tell.
func exported(t testing.TB, s *store.Store) (out []data.Mention) {
	t.Helper()
	must(t, s.Export(ctx, data.Filter{}, func(m *data.Mention) error {
		out = append(out, *m)
		return nil
	}))
	return out
}

var notWhere = cmp.Options{cmpopts.IgnoreFields(data.Mention{}, "Import", "Line", "ID"), cmpopts.IgnoreFields(data.Reply{}, "ID")}

func TestRestoringWork(t *testing.T) {
	t.Run("a new mention gets all of it", func(t *testing.T) {
		s := open(t)
		want := []data.Mention{worked("a", 1), worked("b", 2)}
		add(t, s, want...)
		if d := cmp.Diff(want, exported(t, s), notWhere); d != "" {
			t.Error(d)
		}
		sound(t, s)
	})
	t.Run("one that is here and untouched gets it, once", func(t *testing.T) {
		s := open(t)
		plain := worked("a", 1)
		plain.Work = nil
		add(t, s, plain)
		for i, updated := range []int{1, 0} {
			if _, counts := add(t, s, worked("a", 1), worked("a", 1)); counts.Known != 2 || counts.Updated != updated {
				t.Errorf("import %d: %+v", i, counts)
			}
		}
		got := exported(t, s)[0]
		if d := cmp.Diff(worked("a", 1).Work, got.Work, cmpopts.IgnoreFields(data.Work{}, "Seen"), cmpopts.IgnoreFields(data.Reply{}, "ID")); d != "" {
			t.Error(d)
		}
		sound(t, s)
	})
	for name, work := range map[string]func(s *store.Store, id data.ID) error{
		"a status": func(s *store.Store, id data.ID) error {
			_, err := s.ChangeTriage(ctx, []data.ID{id}, func(t *data.Triage) { t.Status = data.StatusArchived })
			return err
		},
		"a tag": func(s *store.Store, id data.ID) error {
			_, err := s.Tag(ctx, []data.ID{id}, "mio")
			return err
		},
	} {
		t.Run("one with "+name+" of the person's keeps just that", func(t *testing.T) {
			s := open(t)
			plain := worked("a", 1)
			plain.Work = nil
			add(t, s, plain)
			must(t, work(s, exported(t, s)[0].ID))
			before := exported(t, s)
			known, err := s.Known(ctx, []data.Mention{worked("a", 1)})
			must(t, err)
			m := worked("a", 1)
			if !known[store.KeyOf(&m)].Unchanged(&m, now) {
				t.Error("a dry run would say that it changes")
			}
			if _, counts := add(t, s, m); counts.Updated != 0 {
				t.Errorf("%+v", counts)
			}
			if d := cmp.Diff(before, exported(t, s)); d != "" {
				t.Error(d)
			}
			sound(t, s)
		})
	}
	t.Run("an id is kept if it goes with the time", func(t *testing.T) {
		s := open(t)
		kept, moved := worked("a", 1), worked("b", 2)
		kept.ID, moved.ID = data.ID(kept.PublishedAt.Unix()<<20|77), 77
		add(t, s, kept, moved)
		got := exported(t, s)
		if got[0].ID != kept.ID || got[1].PublishedAt != moved.PublishedAt {
			t.Errorf("ids %d and %d", got[0].ID, got[1].ID)
		}
	})
	t.Run("another mention's id does not push it out", func(t *testing.T) {
		s := open(t)
		a, b := worked("a", 1), worked("b", 1)
		a.ID = data.ID(a.PublishedAt.Unix()<<20 | 77)
		b.ID = a.ID
		if _, counts := add(t, s, a, b); counts.New != 2 {
			t.Errorf("%+v", counts)
		}
		sound(t, s)
	})
	t.Run("undoing the import takes it out again", func(t *testing.T) {
		s := open(t)
		id, _ := add(t, s, worked("a", 1))
		lost, err := s.WorkLost(ctx, id)
		must(t, err)
		if lost.Worked != 1 {
			t.Errorf("lost %+v", lost)
		}
		for more := true; more; {
			_, more, err = s.UndoSome(ctx, id)
			must(t, err)
		}
		if left := exported(t, s); len(left) != 0 {
			t.Errorf("left %+v", left)
		}
		sound(t, s)
	})
}

func TestExportOfSomeOfMany(t *testing.T) {
	s := open(t)
	const n = 2500 // more than are completed together
	all := numbered(n, data.Neutral)
	for i := range all {
		if i%7 == 0 {
			all[i].Work = worked("x", 0).Work
			all[i].Work.Override = nil
		}
	}
	add(t, s, all...)
	for query, want := range map[string]int{"": n, "is:open": (n + 6) / 7, "tag:pane": (n + 6) / 7, "-tag:pane": n - (n+6)/7, "testo": n, "is:positive": 0} {
		got, tagged, last := 0, 0, data.ID(1<<62)
		must(t, s.Export(ctx, parse(t, query), func(m *data.Mention) error {
			got++
			if len(m.Work.Tags) == 2 && len(m.Work.Replies) == 1 && len(m.Work.Issues) == 1 {
				tagged++
			}
			if m.ID >= last {
				t.Fatalf("%s: %d came after %d", query, m.ID, last)
			}
			last = m.ID
			return nil
		}))
		if got != want || query != "-tag:pane" && got > 0 && tagged != (n+6)/7 {
			t.Errorf("%s: %d mentions, want %d; %d with work", query, got, want, tagged)
		}
	}
	sound(t, s)
}
