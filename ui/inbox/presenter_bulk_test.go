package inbox

import (
	"testing"

	"vedetta/data"
)

func TestAllOfAViewAreChangedWithOneUndo(t *testing.T) {
	m := mentions(1000)
	p, h := listed(t, m)
	typed(p, "x")
	if p.Selected() != "1 selected" || p.SelectAll() != "Select all 1,000" {
		t.Errorf("bar says %q and %q", p.Selected(), p.SelectAll())
	}
	typed(p, "X")
	if p.Selected() != "1,000 selected" || p.SelectAll() != "" {
		t.Errorf("bar says %q and %q", p.Selected(), p.SelectAll())
	}
	typed(p, "e")
	if p.Len() != 0 || m.rows[999].Status != data.StatusArchived || p.MarkedCount() != 0 || m.parts != 1 {
		t.Errorf("%d rows left, the last is %v, %d marked, %d parts", p.Len(), m.rows[999].Status, p.MarkedCount(), m.parts)
	}
	if len(h.done) != 1 || h.done[0] != "Archived 1,000 mentions" {
		t.Errorf("told %q", h.done)
	}
	typed(p, "z")
	if p.Len() != 1000 || m.rows[999].Status != data.StatusNew {
		t.Errorf("after undo %d rows, the last is %v", p.Len(), m.rows[999].Status)
	}
}

func TestTakingOneMarkAwayIsNotAllAnyMore(t *testing.T) {
	p, _ := listed(t, mentions(300))
	typed(p, "Xx")
	if p.AllMarked() || p.MarkedCount() != pageSize-1 {
		t.Errorf("all %v, %d marked", p.AllMarked(), p.MarkedCount())
	}
	p.Clear()
	if p.MarkedCount() != 0 {
		t.Error("Esc left marks")
	}
}

func TestAFailedChangeToAllIsTold(t *testing.T) {
	m := mentions(300)
	p, h := listed(t, m)
	typed(p, "X")
	m.fail = errRefused
	typed(p, "e")
	if h.err == nil || len(h.done) != 0 || p.pending != 0 || p.bulk.stop != nil {
		t.Errorf("error %v, told %q, %d pending", h.err, h.done, p.pending)
	}
}

func TestReplyToAllIsAskedAboutTheMarkedOnes(t *testing.T) {
	p, h := listed(t, mentions(10))
	typed(p, "xjxR")
	if h.focus != "reply to all" || len(p.meant()) != 2 {
		t.Errorf("asked %q about %d", h.focus, len(p.meant()))
	}
}

func TestAuthorCardCountsAndLeadsToAll(t *testing.T) {
	p, _ := listed(t, mentions(6))
	var lines []string
	p.AuthorCard(func(c data.AuthorCard) {
		c.Negative, c.First, c.Last = 3, noon.AddDate(0, -1, 0), noon
		lines = p.AuthorFacts(c)
	})
	if len(lines) != 2 || lines[0] != "6 mentions · 50% negative" {
		t.Errorf("card %q", lines)
	}
	p.ShowAuthor()
	if p.Query() != "author:Author" || p.View() != ViewAll {
		t.Errorf("searches %q", p.Query())
	}
}
