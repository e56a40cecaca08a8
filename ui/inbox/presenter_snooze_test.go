package inbox

import (
	"context"
	"testing"
	"time"
)

func TestSnoozedMentionsLeaveTheOpenViews(t *testing.T) {
	m := mentions(5)
	p, h := listed(t, m)
	first := m.rows[0].ID
	until := noon.Add(3 * time.Hour)
	p.Snooze(until)
	open, _ := p.ViewCount(ViewOpen)
	off, _ := p.ViewCount(ViewSnoozed)
	if p.Len() != 4 || open != "4" || off != "1" {
		t.Errorf("%d rows, %s open, %s snoozed, error %v", p.Len(), open, off, h.err)
	}
	p.SetView(ViewSnoozed)
	if r, _ := p.Row(0); p.Len() != 1 || r.ID != first {
		t.Errorf("%d rows in the view", p.Len())
	}
	if d, _ := p.Detail(); p.SnoozedUntil(d) == "" {
		t.Error("the mention does not say until when")
	}
	typed(p, "z")
	p.SetView(ViewOpen)
	if p.Len() != 5 || !m.rows[0].Snoozed.IsZero() {
		t.Errorf("after undo %d rows, snoozed until %v", p.Len(), m.rows[0].Snoozed)
	}
}

func TestTheInboxWakesWhenTheNextComesBack(t *testing.T) {
	m := mentions(5)
	m.rows[1].Snoozed, m.rows[2].Snoozed = noon.Add(2*time.Hour), noon.Add(90*time.Second)
	p, _ := listed(t, m)
	var waited []time.Duration
	p.wait = func(_ context.Context, d time.Duration) bool {
		waited = append(waited, d)
		m.clock = m.Now().Add(d)
		return len(waited) < 3
	}
	p.loadSide()
	if len(waited) < 2 || waited[0] != time.Minute || waited[1] != 30*time.Second {
		t.Fatalf("waited %v", waited)
	}
	if p.Len() != 4 {
		t.Errorf("%d rows once the first is back, want 4", p.Len())
	}
}

func TestSnoozeKeyAsksUntilWhen(t *testing.T) {
	p, h := listed(t, mentions(2))
	typed(p, "h")
	choices := p.SnoozeChoices()
	if h.focus != "snooze" || len(choices) != 5 || choices[0].Words != "Later today (Wed 15:00)" {
		t.Errorf("asked %q, choices %+v", h.focus, choices)
	}
}
