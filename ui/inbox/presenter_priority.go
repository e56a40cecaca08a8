package inbox

import (
	"context"

	"vedetta/data"
)

// priorityDesk is what the inbox asks about how pressing mentions are.
type priorityDesk interface {
	Priority(ctx context.Context, id data.ID) (data.Priority, error)
	SetPriority(ctx context.Context, ids []data.ID, priority int8) (undoing, error)
}

// The priorities by hand, and how their translation keys end.
const highPriority, normalPriority, lowPriority int8 = 1, 0, -1

func priorityKey(n int8) string {
	switch {
	case n > 0:
		return "high"
	case n < 0:
		return "low"
	}
	return "normal"
}

// Priorities are those that a person gives, the most pressing first.
var Priorities = [...]int8{highPriority, normalPriority, lowPriority}

// ByHand names a priority given by hand.
func (p *Presenter) ByHand(n int8) string { return p.words.Text("list.priority." + priorityKey(n)) }

// SetPriority makes the meant mentions more pressing, or less.
func (p *Presenter) SetPriority(n int8) {
	p.apply(change{
		name: "list.done.priority." + priorityKey(n),
		row:  func(r *data.Row) { r.Priority = n },
		do:   func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.SetPriority(ctx, ids, n) },
	})
}

// CyclePriority goes on from normal to high, low and back to normal.
func (p *Presenter) CyclePriority() {
	now := normalPriority
	if at, ok := p.Current(); ok {
		now = p.list.rows[at].Priority
	} else if p.hasDetail {
		now = p.detail.Priority
	}
	next := map[int8]int8{normalPriority: highPriority, highPriority: lowPriority, lowPriority: normalPriority}
	p.SetPriority(next[now])
}

// PriorityWords is the priority of the mention shown in full with its factors.
func (p *Presenter) PriorityWords() string {
	f := p.priority
	return p.words.Text("list.priority.is", "Value", p.factor(f.Value()), "Severity", p.factor(f.Severity),
		"Reach", p.factor(f.Reach), "Waiting", p.factor(f.Waiting), "Anger", p.factor(f.Anger))
}

// PriorityWhy explains the factors.
func (p *Presenter) PriorityWhy() string { return p.words.Text("list.priority.why") }

// factor writes a number as short as it can be.
func (p *Presenter) factor(x float64) string {
	if rounded := int64(x*10 + 0.5); rounded%10 == 0 {
		return p.words.Number(rounded / 10)
	}
	return p.words.Decimal(x, 1)
}
