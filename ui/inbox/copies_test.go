package inbox

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/job"
)

// withCopies makes ten mentions of which those of rows 1, 3, 5 and 8 say the
// same; row 8 is the earliest.
func withCopies() *memory {
	m := mentions(10)
	m.groups = map[data.ID]int{}
	for _, i := range []int{1, 3, 5, 8} {
		m.groups[m.rows[i].ID] = 1
	}
	return m
}

// shown is the list as rows of the whole, copies below their row in brackets.
func shown(p *Presenter, m *memory) string {
	var out strings.Builder
	for i := range p.Len() {
		r, _ := p.Row(i)
		at := string(rune('0' + m.at(r.ID)))
		if r.CopyOf != 0 {
			at = "(" + at + ")"
		}
		out.WriteString(at)
	}
	return out.String()
}

func TestCopiesAreFolded(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"the earliest stands for the others":        {"", "0246789"},
		"c shows the copies below it, oldest first": {"jjjjjc", "02467" + "8(5)(3)(1)9"},
		"c folds them again":                        {"jjjjjcc", "0246789"},
		"c on a copy folds them too":                {"jjjjjcjjc", "0246789"},
		"c does nothing where there are none":       {"c", "0246789"},
		"C shows each at its own time":              {"C", "0123456789"},
		"C folds them again":                        {"CC", "0246789"},
		"C leaves nothing below a row":              {"jjjjjcCC", "0246789"},
		"e archives what is folded into a row":      {"jjjjje", "024679"},
		"z takes back all of it":                    {"jjjjjez", "0246789"},
		"e archives one row where they are open":    {"jjjjjcje", "024678(3)(1)9"},
		"the rest stays open without the first":     {"jjjjjce", "0245(3)(1)679"},
	} {
		t.Run(name, func(t *testing.T) {
			m := withCopies()
			p, h := started(t, m, job.Inline{})
			typed(p, c.keys)
			if got := shown(p, m); got != c.want || h.err != nil {
				t.Errorf("shows %s, want %s; error %v", got, c.want, h.err)
			}
		})
	}
}

func TestTheNumberOfMentionsIsSaid(t *testing.T) {
	m := withCopies()
	p, h := started(t, m, job.Inline{})
	if got := p.Footer(); !strings.HasPrefix(got, "10 open in 7 rows ·") {
		t.Errorf("footer %q", got)
	}
	r, _ := p.Row(5)
	if got := p.words.Copies(r.Copies); got != "+3 copies" {
		t.Errorf("badge %q", got)
	}
	typed(p, "jjjjjxkxe")
	if diff := cmp.Diff([]string{"Archived 5 mentions"}, h.done); diff != "" {
		t.Error(diff)
	}
	if archived := slices.Collect(func(yield func(int) bool) {
		for i, r := range m.rows {
			if r.Status == data.StatusArchived && !yield(i) {
				return
			}
		}
	}); !slices.Equal(archived, []int{1, 3, 5, 7, 8}) {
		t.Errorf("archived %v", archived)
	}
	if got := p.Footer(); !strings.HasPrefix(got, "5 open ·") {
		t.Errorf("footer %q", got)
	}
}

func TestARefusedChangeOfCopiesIsTakenBack(t *testing.T) {
	m := withCopies()
	p, h := started(t, m, job.Inline{})
	typed(p, "jjjjj")
	m.fail = errRefused
	typed(p, "e")
	if h.err == nil || shown(p, m) != "0246789" {
		t.Errorf("shows %s, error %v", shown(p, m), h.err)
	}
}

func TestACopyCanBeOpened(t *testing.T) {
	m := withCopies()
	p, _ := started(t, m, job.Inline{})
	p.OpenMention(m.rows[3].ID)
	if d, _ := p.Detail(); d.ID != m.rows[3].ID || shown(p, m) != "3456789" {
		t.Errorf("opened row %d of %s", m.at(d.ID), shown(p, m))
	}
	if _, possible := p.Folds(); possible {
		t.Error("folding is offered where one copy is looked at")
	}
	p.Clear()
	if got := shown(p, m); got != "0246789" {
		t.Errorf("shows %s after Esc", got)
	}
}

func TestTheChoiceToSeeEachCopyIsKept(t *testing.T) {
	m := withCopies()
	p, _ := started(t, m, job.Inline{})
	p.ToggleFolding()
	again, _ := started(t, m, job.Inline{})
	if got := shown(again, m); got != "0123456789" {
		t.Errorf("shows %s", got)
	}
}

func TestTheDetailNamesTheCopies(t *testing.T) {
	m := withCopies()
	s, w := shownIn(t, m)
	if s.detail.alike.root.Visible() {
		t.Error("copies are named of a mention that has none")
	}
	test.Type(w.Canvas().Focused(), "jjjjj")
	p := s.detail.alike.presenter
	if !s.detail.alike.root.Visible() || p.title() != "3 other mentions say the same" || len(p.rows) != 3 {
		t.Errorf("%q, %d rows", p.title(), len(p.rows))
	}
	if got, want := p.line(p.rows[2]), "Author · Google review · Wed 25 Nov 2026 11:55 · new"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.detail.alike.open(p.rows[0].ID)
	if d, _ := s.presenter.Detail(); m.at(d.ID) != 1 {
		t.Errorf("opened row %d", m.at(d.ID))
	}
}
