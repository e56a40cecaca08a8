package inbox

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

func started(t *testing.T, m *memory, d job.Dispatcher) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(m, assets.WordsFor("en"), d, &job.History{}, h)
	p.pauses = pauses{}
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func current(t *testing.T, p *Presenter) int {
	t.Helper()
	at, ok := p.Current()
	if !ok {
		t.Fatal("the current mention is not in the list")
	}
	return at
}

func typed(p *Presenter, keys string) {
	for _, r := range keys {
		p.TypedRune(r)
	}
}

func TestMoving(t *testing.T) {
	tests := map[string]struct {
		keys string
		want int
	}{
		"the first mention is chosen at the start": {"", 0},
		"j goes down and k up":                     {"jjk", 1},
		"k stays at the top":                       {"kk", 0},
		"j stays at the bottom":                    {"jjjjjjjj", 4},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p, _ := started(t, mentions(5), job.Inline{})
			typed(p, tt.keys)
			if got := current(t, p); got != tt.want {
				t.Errorf("row %d, want %d", got, tt.want)
			}
			if d, _ := p.Detail(); d.ID != p.list.rows[tt.want].ID {
				t.Error("the mention shown in full is another one")
			}
		})
	}
}

func TestTriageByKey(t *testing.T) {
	tests := map[string]struct {
		view View
		keys string
		want func(data.Row) bool
	}{
		"e archives":                          {ViewOpen, "e", func(r data.Row) bool { return r.Status == data.StatusArchived }},
		"o opens again":                       {ViewAll, "eo", func(r data.Row) bool { return r.Status == data.StatusOpen }},
		"n asks for a reply":                  {ViewOpen, "n", func(r data.Row) bool { return r.Status == data.StatusNeedsReply }},
		"m marks replied":                     {ViewOpen, "m", func(r data.Row) bool { return r.Status == data.StatusReplied }},
		"3 makes it positive":                 {ViewOpen, "3", func(r data.Row) bool { return r.Label == data.Positive && r.Overridden }},
		"0 leaves it to the classifier":       {ViewOpen, "30", func(r data.Row) bool { return !r.Overridden }},
		"s stars, and once more takes it off": {ViewOpen, "ss", func(r data.Row) bool { return !r.Starred }},
		"z takes back":                        {ViewOpen, "ez", func(r data.Row) bool { return r.Status == data.StatusNew }},
		"z takes back many steps":             {ViewOpen, "snzz", func(r data.Row) bool { return !r.Starred && r.Status == data.StatusNew }},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := mentions(3)
			p, h := started(t, m, job.Inline{})
			p.SetView(tt.view)
			typed(p, tt.keys)
			if !tt.want(m.rows[0]) || h.err != nil {
				t.Errorf("stored %+v, error %v", m.rows[0], h.err)
			}
		})
	}
}

func TestArchivingGoesOnToTheNext(t *testing.T) {
	m := mentions(5)
	p, h := started(t, m, job.Inline{})
	third := m.rows[2].ID
	typed(p, "je")
	if d, _ := p.Detail(); d.ID != third || p.Len() != 4 {
		t.Errorf("shows %v of %d rows, want the next, %v, of 4", d.ID, p.Len(), third)
	}
	if diff := cmp.Diff([]string{"Archived 1 mention"}, h.done); diff != "" {
		t.Error(diff)
	}
	typed(p, "jjje")
	if got := current(t, p); got != 2 {
		t.Errorf("after the last one the cursor stands on row %d, want the new last, 2", got)
	}
}

func TestMarkedMentionsAreWorkedOnTogether(t *testing.T) {
	m := mentions(6)
	p, h := started(t, m, job.Inline{})
	p.Extend(1)
	p.Extend(1)
	if p.MarkedCount() != 3 {
		t.Fatalf("%d marked, want 3", p.MarkedCount())
	}
	p.Extend(-1)
	typed(p, "e")
	if m.rows[0].Status != data.StatusArchived || m.rows[1].Status != data.StatusArchived || m.rows[2].Status != data.StatusNew {
		t.Error("not exactly the two marked mentions were archived")
	}
	if p.MarkedCount() != 0 || p.Len() != 4 {
		t.Errorf("%d marks on %d rows, want none on 4", p.MarkedCount(), p.Len())
	}
	typed(p, "z")
	if p.Len() != 6 || !slices.Equal(h.undone, h.done) {
		t.Errorf("%d rows after undo; told %q", p.Len(), h.undone)
	}
}

func TestRefusedChangeIsTakenBack(t *testing.T) {
	for _, keys := range []string{"e", "3", "s"} {
		t.Run(keys, func(t *testing.T) {
			m := mentions(4)
			p, h := started(t, m, job.Inline{})
			typed(p, "j")
			before := slices.Clone(p.list.rows)
			m.fail = errRefused
			typed(p, keys)
			if diff := cmp.Diff(before, p.list.rows); diff != "" || h.err == nil {
				t.Errorf("error %v; rows (-before +after)\n%s", h.err, diff)
			}
			if current(t, p) != 1 || p.CanUndo() {
				t.Errorf("row %d, can undo %v", current(t, p), p.CanUndo())
			}
		})
	}
}

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

func (h *held) run() {
	for len(h.pending) > 0 {
		now := h.pending
		h.pending = nil
		for _, f := range now {
			f()
		}
	}
}

func TestChangeIsOnScreenBeforeTheDeskAnswers(t *testing.T) {
	h := &held{}
	m := mentions(4)
	p, _ := started(t, m, h)
	h.run()
	typed(p, "ee")
	if p.Len() != 2 || m.rows[0].Status != data.StatusNew {
		t.Errorf("%d rows on screen, stored %v", p.Len(), m.rows[0].Status)
	}
	h.run()
	if p.Len() != 2 || m.rows[1].Status != data.StatusArchived {
		t.Errorf("%d rows after the answer, stored %v", p.Len(), m.rows[1].Status)
	}
}

func TestLastSearchWins(t *testing.T) {
	h := &held{}
	p, _ := started(t, mentions(9), h)
	h.run()
	p.SetQuery("is:negative")
	first := h.pending
	h.pending = nil
	p.SetQuery("is:positive")
	h.run()
	for _, f := range first {
		f()
	}
	for _, r := range p.list.rows {
		if r.Label != data.Positive {
			t.Fatalf("a %v mention in the answer for is:positive", r.Label)
		}
	}
}

func TestPagesComeWhenTheyAreAskedFor(t *testing.T) {
	h := &held{}
	m := mentions(1000)
	p, _ := started(t, m, h)
	h.run()
	if _, ok := p.Row(700); ok || p.Len() != 1000 {
		t.Fatalf("row 700 without reading it; length %d", p.Len())
	}
	p.Row(701)
	h.run()
	if r, ok := p.Row(700); !ok || r.ID != m.rows[700].ID {
		t.Error("row 700 is not there after the answer")
	}
	if m.pages != 2 {
		t.Errorf("%d pages read, want the first and one for the jump", m.pages)
	}
}

func TestRefreshKeepsThePlace(t *testing.T) {
	m := mentions(5)
	p, _ := started(t, m, job.Inline{})
	typed(p, "jj")
	was, _ := p.Detail()
	newer := m.rows[0]
	newer.ID += 1 << 30
	m.rows = append([]data.Row{newer}, m.rows...)
	m.events.MentionsChanged.Fire(struct{}{})
	if d, _ := p.Detail(); d.ID != was.ID || current(t, p) != 3 {
		t.Errorf("row %d, want the same mention, now row 3", current(t, p))
	}
}

func TestSearchErrorKeepsTheList(t *testing.T) {
	p, _ := started(t, mentions(5), job.Inline{})
	p.SetQuery("is:angry")
	if data.CodeOf(p.QueryError()) != data.ErrQuery || p.Len() != 5 {
		t.Errorf("error %v, %d rows", p.QueryError(), p.Len())
	}
	p.SetQuery("")
	if p.QueryError() != nil {
		t.Error("the error stays after the search was cleared")
	}
}

func TestOpeningAMention(t *testing.T) {
	m := mentions(5)
	m.rows[2].Status = data.StatusArchived
	p, _ := started(t, m, job.Inline{})
	p.OpenMention(m.rows[2].ID)
	if d, _ := p.Detail(); d.ID != m.rows[2].ID || current(t, p) != 0 || p.Len() != 3 {
		t.Errorf("row %d of %d, want it on top of the older ones", current(t, p), p.Len())
	}
	p.Clear()
	if p.Title() != "" || p.Len() != 5 {
		t.Errorf("%d rows under %q after Esc", p.Len(), p.Title())
	}
}

func TestSide(t *testing.T) {
	m := mentions(6)
	m.rows[0].Status = data.StatusReplied
	m.rows[1].Tags = []string{"due parole"}
	p, _ := started(t, m, job.Inline{})
	want := map[View]string{ViewAttention: "1", ViewOpen: "5", ViewReplied: "1", ViewAll: "6", ViewStarred: "0"}
	for v, n := range want {
		if got, _ := p.ViewCount(v); got != n {
			t.Errorf("%s: %s, want %s", v.key(), got, n)
		}
	}
	p.ToggleTag("due parole")
	if p.Query() != `tag:"due parole"` || !p.TagChosen("due parole") || p.Len() != 1 {
		t.Errorf("query %q shows %d rows", p.Query(), p.Len())
	}
	p.ToggleTag("due parole")
	if p.Query() != "" || p.Len() != 5 {
		t.Errorf("query %q shows %d rows", p.Query(), p.Len())
	}
}
