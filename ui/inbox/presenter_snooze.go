package inbox

import (
	"context"
	"time"

	"vedetta/data"
)

// snoozeDesk is what the inbox asks about what is put off.
type snoozeDesk interface {
	Snooze(ctx context.Context, ids []data.ID, until time.Time) (undoing, error)
	Snoozed(ctx context.Context) (data.Snoozed, error)
}

// SnoozeChoice is a moment to which mentions can be put off, in words.
type SnoozeChoice struct {
	Words string
	Until time.Time
}

// SnoozeChoices are the moments on offer now.
func (p *Presenter) SnoozeChoices() (out []SnoozeChoice) {
	zone := p.desk.Zone()
	for _, c := range data.SnoozeChoices(p.desk.Now(), zone) {
		when := p.words.Weekday(c.Until, zone) + " " + p.words.Clock(c.Until, zone)
		out = append(out, SnoozeChoice{p.words.Text("list.snooze."+c.Key, "When", when), c.Until})
	}
	return out
}

// SnoozeUntil reads a day as typed; false if it cannot be read or is past.
func (p *Presenter) SnoozeUntil(day string) (time.Time, bool) {
	return data.SnoozeUntil(day, p.desk.Now(), p.desk.Zone())
}

// Snooze puts the meant mentions off; the zero time brings them back.
func (p *Presenter) Snooze(until time.Time) {
	c := change{
		name: "list.done.back",
		row:  func(r *data.Row) { r.Snoozed = until },
		do:   func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.Snooze(ctx, ids, until) },
	}
	if !until.IsZero() {
		c.name, c.args = "list.done.snoozed", []any{"When", p.words.DateTime(until, p.desk.Zone())}
	}
	p.apply(c)
}

// SnoozedUntil says until when the mention shown in full is put off; empty if
// it is not.
func (p *Presenter) SnoozedUntil(d data.Detail) string {
	if !d.Snoozed.After(p.desk.Now()) {
		return ""
	}
	return p.words.Text("list.snoozed.until", "When", p.words.DateTime(d.Snoozed, p.desk.Zone()))
}

// AnySnoozed tells whether one of the meant mentions is put off.
func (p *Presenter) AnySnoozed() bool {
	for _, id := range p.meant() {
		if at, ok := p.find(id); ok && p.list.rows[at].Snoozed.After(p.desk.Now()) {
			return true
		}
	}
	return p.hasDetail && p.detail.Snoozed.After(p.desk.Now())
}

// lookAgain is how often the clock is looked at: a timer stands still while
// the computer sleeps.
const lookAgain = time.Minute

// wakeAt refreshes when the next mention comes back.
func (p *Presenter) wakeAt(next time.Time) {
	if next.IsZero() {
		p.loads.wake.Cancel()
		return
	}
	now, wait := p.desk.Now, p.wait
	p.loads.wake.Load(func(ctx context.Context) func() {
		for left := next.Sub(now()); left > 0; left = next.Sub(now()) {
			if !wait(ctx, min(left, lookAgain)) {
				return nil
			}
		}
		return p.Refresh
	})
}
