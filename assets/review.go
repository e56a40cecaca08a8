package assets

import (
	"strings"

	"vedetta/data"
)

// mostTold is how many things of a kind a review begins with.
const mostTold = 40

// ReviewDraft is what the log and the figures of a crisis say about it, for the
// person to go on from. Causes are left to them.
func (w *Words) ReviewDraft(f data.CrisisFile) data.Review {
	return data.Review{
		Happened: listed(w.reviewHappened(f)), Worked: listed(w.reviewWorked(f)),
		Failed: listed(w.reviewFailed(f)), Changes: listed(w.reviewChanges(f)),
	}
}

// listed is a line for each thing.
func listed(lines []string) string {
	var b strings.Builder
	for _, line := range lines[:min(mostTold, len(lines))] {
		b.WriteString("- " + oneLine(line) + "\n")
	}
	return strings.TrimSpace(b.String())
}

func (w *Words) reviewHappened(f data.CrisisFile) (out []string) {
	for _, e := range f.Decisions() {
		out = append(out, w.Moment(e.At, f.Zone)+": "+w.LogEntry(e, f.Zone))
	}
	return out
}

// inTime counts the steps with a clock, and those done within it.
func inTime(steps []data.CrisisStep) (kept, clocks int) {
	for _, s := range steps {
		if s.DueAt.IsZero() {
			continue
		}
		clocks++
		if !s.DoneAt.IsZero() && !s.DoneAt.After(s.DueAt) {
			kept++
		}
	}
	return kept, clocks
}

// answeredWell is the share of people answered from which it is no failing.
const answeredWell = 0.8

func (w *Words) reviewWorked(f data.CrisisFile) (out []string) {
	n := f.Numbers
	if n.Holding >= 0 && n.HoldingTarget > 0 && n.Holding <= n.HoldingTarget {
		out = append(out, w.Text("review.holding.kept", "Span", w.Span(n.Holding), "Target", w.Span(n.HoldingTarget)))
	}
	if kept, of := inTime(f.Steps); kept > 0 {
		out = append(out, w.Text("review.steps.kept", "N", kept, "Of", of))
	}
	if n.Answerable > 0 && float64(n.Answered) >= answeredWell*float64(n.Answerable) {
		out = append(out, w.Text("review.answered", "N", n.Answered, "Of", n.Answerable))
	}
	for _, s := range f.Published() {
		if e, ok := f.EffectOf(s.ID); ok && e.Clear && e.Change < 0 {
			out = append(out, w.Text("review.effect.less", "Kind", Capital(w.StatementKind(s.Kind)), "When", w.Moment(s.SentAt, f.Zone)))
		}
	}
	return out
}

func (w *Words) reviewFailed(f data.CrisisFile) (out []string) {
	n := f.Numbers
	switch {
	case n.Holding < 0:
		out = append(out, w.Text("review.holding.none"))
	case n.HoldingTarget > 0 && n.Holding > n.HoldingTarget:
		out = append(out, w.Text("review.holding.late", "Span", w.Span(n.Holding), "Target", w.Span(n.HoldingTarget)))
	}
	for _, s := range f.Steps {
		switch {
		case s.DoneAt.IsZero():
			out = append(out, w.Text("review.step.skipped", "Title", s.Title))
		case !s.DueAt.IsZero() && s.DoneAt.After(s.DueAt):
			out = append(out, w.Text("review.step.late", "Title", s.Title, "Span", w.Span(s.DoneAt.Sub(s.DueAt))))
		}
	}
	if waiting := n.Answerable - n.Answered; waiting > 0 && float64(n.Answered) < answeredWell*float64(n.Answerable) {
		out = append(out, w.Count("review.waiting", waiting))
	}
	for _, s := range f.Published() {
		if e, ok := f.EffectOf(s.ID); ok && e.Clear && e.Change > 0 {
			out = append(out, w.Text("review.effect.more", "Kind", Capital(w.StatementKind(s.Kind)), "When", w.Moment(s.SentAt, f.Zone)))
		}
	}
	return out
}

func (w *Words) reviewChanges(f data.CrisisFile) (out []string) {
	for _, p := range f.Promises {
		if p.Kind == data.PromiseChange {
			out = append(out, w.Text("review.promise", "Text", w.PromiseText(p), "When", w.Date(p.DueAt, f.Zone)))
		}
	}
	return out
}
