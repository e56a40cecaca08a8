package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vedetta/data"
	"vedetta/data/store"
)

// state is all that a workspace says of its mentions, whichever import
// brought them.
func state(t *testing.T, s *store.Store) (out []data.Detail) {
	t.Helper()
	ids, err := s.IDs(ctx, data.Filter{}, 10_000)
	must(t, err)
	for _, id := range ids {
		d, err := s.Mention(ctx, id)
		must(t, err)
		d.Import, d.Line = 0, 0
		for i := range d.Replies {
			d.Replies[i].ID = 0
		}
		out = append(out, d)
	}
	return out
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for _, p := range permutations(n - 1) {
		for at := range n {
			out = append(out, slices.Insert(slices.Clone(p), at, n-1))
		}
	}
	return out
}

// weeks are four exports of one tool, each overlapping the one before, with
// the likes of their day.
func weeks() []export {
	var out []export
	for w := range 4 {
		e := export{format: "generic", seenAt: now.Add(time.Duration(w) * 24 * time.Hour)}
		for i := w * 5; i < w*5+12; i++ {
			m := mention(fmt.Sprint(i), 60*i, data.Label(i%3), fmt.Sprintf("testo numero %d", i))
			m.Line = i
			if i%2 == 0 {
				m.Engagement.Likes = int64(10*w + i)
			}
			if i%3 == 0 && w%2 == 0 {
				m.Engagement.Reach = int64(100 * (w + 1))
			}
			e.mentions = append(e.mentions, m)
		}
		out = append(out, e)
	}
	return out
}

func TestOverlappingExportsInAnyOrderGiveTheSameWorkspace(t *testing.T) {
	all := weeks()
	var want []data.Detail
	for _, order := range permutations(len(all)) {
		s := open(t)
		for _, i := range order {
			addExport(t, s, all[i])
		}
		sound(t, s)
		got := state(t, s)
		if want == nil {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("in the order %v:\n%s", order, d)
		}
	}
}

func TestUndoingLeavesWhatTheOthersBrought(t *testing.T) {
	all := weeks()
	for undone := range all {
		t.Run(fmt.Sprintf("export %d undone", undone), func(t *testing.T) {
			want := open(t)
			for i, e := range all {
				if i != undone {
					addExport(t, want, e)
				}
			}
			s := open(t)
			var id int64
			for i, e := range all {
				n, _ := addExport(t, s, e)
				if i == undone {
					id = n
				}
			}
			undo(t, s, id)
			sound(t, s)
			// What the undone import alone knew of a mention's counts stays with
			// the mention, like its text.
			counts := cmpopts.IgnoreFields(data.Detail{}, "Engagement", "Snapshots")
			if d := cmp.Diff(state(t, want), state(t, s), counts); d != "" {
				t.Error(d)
			}
			if got := externals(t, s, parse(t, "testo")); len(got) != len(state(t, want)) {
				t.Errorf("search finds %d of %d", len(got), len(state(t, want)))
			}
		})
	}
}

func undo(t *testing.T, s *store.Store, id int64) {
	t.Helper()
	for {
		_, more, err := s.UndoSome(ctx, id)
		must(t, err)
		if !more {
			return
		}
	}
}

func TestUndoBeforeTheIndexHasComeThere(t *testing.T) {
	for _, indexFirst := range []bool{false, true} {
		s := open(t)
		var ids []int64
		for range 2 {
			id, err := s.BeginImport(ctx, "test.csv", "generic", nil)
			must(t, err)
			_, err = s.AddBatch(ctx, &store.Batch{Import: id, Mentions: numbered(30, data.Neutral)})
			must(t, err)
			must(t, s.FinishImport(ctx, id, data.ImportDone))
			ids = append(ids, id)
			if indexFirst {
				index(t, s)
			}
		}
		undo(t, s, ids[0])
		index(t, s)
		sound(t, s)
		if got := externals(t, s, parse(t, "testo")); len(got) != 30 {
			t.Errorf("indexed first %v: search finds %d of 30", indexFirst, len(got))
		}
	}
}

// otherTool tells of the same mentions under its own ids, without seconds.
func otherTool(mentions []data.Mention) []data.Mention {
	out := slices.Clone(mentions)
	for i := range out {
		m := &out[i]
		m.ExternalID = "tool-" + m.ExternalID
		m.PublishedAt = m.PublishedAt.Truncate(time.Minute)
		m.Author = data.Author{Handle: m.Author.Name, Followers: data.Unknown}
		m.Line = i + 1
	}
	return out
}

func TestTheSameMentionsFromTwoTools(t *testing.T) {
	one := export{format: "generic", seenAt: now, mentions: numbered(40, data.Negative)}
	two := export{format: "brandwatch", seenAt: now, mentions: append(otherTool(one.mentions[:25]), mention("new", 5, data.Neutral, "solo qui"))}
	t.Run("are counted once and known from then on", func(t *testing.T) {
		s := open(t)
		addExport(t, s, one)
		if _, c := addExport(t, s, two); c.Linked != 25 || c.New != 1 || c.Known != 25 {
			t.Errorf("second tool: %+v", c)
		}
		if _, c := addExport(t, s, two); c.Linked != 0 || c.New != 0 || c.Known != 26 {
			t.Errorf("second tool again: %+v", c)
		}
		sound(t, s)
	})
	t.Run("are as many in the other order", func(t *testing.T) {
		s := open(t)
		addExport(t, s, two)
		addExport(t, s, one)
		if n := len(state(t, s)); n != 41 {
			t.Errorf("%d mentions, want 41", n)
		}
	})
	t.Run("stay when one tool's import is undone", func(t *testing.T) {
		s := open(t)
		first, _ := addExport(t, s, one)
		second, _ := addExport(t, s, two)
		undo(t, s, first)
		if n := len(state(t, s)); n != 26 {
			t.Errorf("%d mentions after the first was undone, want 26", n)
		}
		if _, c := addExport(t, s, two); c.New != 0 {
			t.Errorf("the second tool again: %+v", c)
		}
		undo(t, s, second)
		sound(t, s)
	})
	t.Run("tell together who wrote it", func(t *testing.T) {
		s := open(t)
		unnamed, named := mention("a", 10, data.Negative, "ho aspettato due ore"), mention("b", 10, data.Negative, "ho aspettato due ore")
		unnamed.Author, named.Author = data.Author{Followers: data.Unknown}, data.Author{Handle: "ugo77", Followers: data.Unknown}
		named.URL = "https://x.test/1"
		addExport(t, s, export{format: "generic", mentions: []data.Mention{unnamed}})
		addExport(t, s, export{format: "brandwatch", mentions: []data.Mention{named}})
		all := state(t, s)
		if len(all) != 1 || all[0].Author.Handle != "ugo77" || all[0].URL != named.URL {
			t.Errorf("%+v", all)
		}
		if got := externals(t, s, parse(t, "author:ugo77")); len(got) != 1 {
			t.Errorf("search for the author finds %v", got)
		}
		sound(t, s)
	})
	t.Run("an article at one address is one, whenever the tools saw it", func(t *testing.T) {
		s := open(t)
		article := mention("a", 10, data.Negative, "Il forno di via Roma chiude due giorni per lavori, dice il Comune in una nota.")
		article.URL, article.Author = "https://www.news.test/forno?utm_source=rss", data.Author{}
		addExport(t, s, export{format: "generic", mentions: []data.Mention{article}})
		article.ExternalID, article.URL, article.PublishedAt = "other", "http://news.test/forno/", now.Add(-26*time.Hour)
		if _, c := addExport(t, s, export{format: "meltwater", mentions: []data.Mention{article}}); c.Linked != 1 || c.New != 0 {
			t.Errorf("counts %+v", c)
		}
	})
	t.Run("one tool's ids are believed: the same words twice are two mentions", func(t *testing.T) {
		s := open(t)
		a, b := mention("a", 10, data.Negative, "vergogna"), mention("b", 10, data.Negative, "vergogna")
		a.Author, b.Author = data.Author{Name: "Ugo"}, data.Author{Name: "Ugo"}
		addExport(t, s, export{format: "generic", mentions: []data.Mention{a}})
		if _, c := addExport(t, s, export{format: "generic", mentions: []data.Mention{b}}); c.New != 1 {
			t.Errorf("counts %+v", c)
		}
		both := []data.Mention{a, b}
		both[0].ExternalID, both[1].ExternalID = "x1", "x2"
		if _, c := addExport(t, s, export{format: "brandwatch", mentions: both}); c.Linked != 2 {
			t.Errorf("the other tool tells of both: %+v", c)
		}
	})
}

func TestEvidence(t *testing.T) {
	s := open(t)
	m := mention("17", 5, data.Negative, "è freddo")
	m.Line = 3
	block := store.PackEvidence([]store.FileRow{{Line: 2, Cells: []string{"16", "altro"}}, {Line: 3, Cells: []string{"17", "è freddo"}}})
	addExport(t, s, export{format: "generic", mentions: []data.Mention{m}, evidence: []store.EvidenceBlock{block}})
	ids, err := s.IDs(ctx, data.Filter{}, 1)
	must(t, err)
	e, err := s.Evidence(ctx, ids[0])
	must(t, err)
	if !e.Sound || e.Line != 3 || len(e.SHA256) != 64 || cmp.Diff([]string{"17", "è freddo"}, e.Cells) != "" || cmp.Diff([]string{"ID", "Testo"}, e.Names) != "" {
		t.Errorf("evidence %+v", e)
	}
}

func TestSearchFindsExtraColumns(t *testing.T) {
	s := open(t)
	m := mention("a", 1, data.Neutral, "testo")
	m.Extras = map[string]string{"Numero ordine": "Zanzibar 17"}
	add(t, s, m, mention("b", 2, data.Neutral, "altro"))
	if got := externals(t, s, parse(t, "zanzibar")); len(got) != 1 {
		t.Errorf("found %v", got)
	}
	if got := externals(t, s, parse(t, "numero")); got != nil {
		t.Errorf("the column's name is found: %v", got)
	}
	sound(t, s)
}
