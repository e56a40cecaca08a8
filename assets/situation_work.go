package assets

import (
	"cmp"
	"slices"

	"vedetta/data"
)

// How much a situation report says of what is long.
const (
	latestSteps = 3
	nextSteps   = 4
	saidRunes   = 220
)

// whatWeDid is how far the playbook is, the latest steps and who was told.
func (w *Words) whatWeDid(f data.CrisisFile) (out []string) {
	var done []data.CrisisStep
	for _, s := range f.Steps {
		if !s.DoneAt.IsZero() {
			done = append(done, s)
		}
	}
	if len(f.Steps) > 0 {
		out = append(out, w.Count("handover.steps", len(f.Steps), "Done", w.Number(int64(len(done)))))
	}
	slices.SortStableFunc(done, func(a, b data.CrisisStep) int { return b.DoneAt.Compare(a.DoneAt) })
	for _, s := range done[:min(len(done), latestSteps)] {
		out = append(out, w.Text("handover.step.done", "When", w.Moment(s.DoneAt, f.Zone), "Title", s.Title))
	}
	for _, s := range f.Stakeholders {
		if !s.ToldAt.IsZero() {
			out = append(out, w.Text("handover.told", "Name", w.StakeholderName(s), "When", w.Moment(s.ToldAt, f.Zone)))
		}
	}
	if f.Numbers.Answerable > 0 {
		out = append(out, w.Text("handover.answered", "Answered", w.Number(int64(f.Numbers.Answered)), "All", w.Number(int64(f.Numbers.Answerable))))
	}
	return out
}

// StakeholderName is who is to be told: by name, else by group.
func (w *Words) StakeholderName(s data.Stakeholder) string {
	if key := "handover.group." + s.Group; s.Name == "" && w.Has(key) {
		return w.Text(key)
	}
	return cmp.Or(s.Name, s.Group)
}

// whatWeSaid are the published statements, the newest first.
func (w *Words) whatWeSaid(f data.CrisisFile) (out []string) {
	for _, s := range slices.Backward(f.Published()) {
		out = append(out, w.Text("handover.said", "When", w.Moment(s.SentAt, f.Zone), "Kind", Capital(w.StatementKind(s.Kind)),
			"Where", cmp.Or(s.Channels, "—"), "Text", shortened(s.Text, saidRunes)))
	}
	return out
}

// StatementKind is what a statement is for, in words.
func (w *Words) StatementKind(k data.StatementKind) string {
	return w.Text("handover.kind." + string(k))
}

// StatementMark is a statement as a chart marks it.
func (w *Words) StatementMark(m data.Mark) string {
	return cmp.Or(oneLine(m.Title), Capital(w.StatementKind(m.Kind)))
}

// nextWord is when people expect to hear again.
func (w *Words) nextWord(f data.CrisisFile) []string {
	next := f.Numbers.NextUpdate
	switch {
	case next.IsZero():
		return nil
	case next.Before(f.MadeAt):
		return []string{w.Text("handover.next.late", "When", w.DateTime(next, f.Zone), "Span", w.Span(f.MadeAt.Sub(next)))}
	}
	return []string{w.Text("handover.next.at", "When", w.DateTime(next, f.Zone), "Span", w.Span(next.Sub(f.MadeAt)))}
}

// needed is what is still to be done: what waits, the next steps, whom to
// tell and what was promised.
func (w *Words) needed(f data.CrisisFile) (out []string) {
	if n := f.Numbers.Answerable - f.Numbers.Answered; n > 0 {
		out = append(out, w.Count("handover.waiting", n, "Span", w.Span(f.Numbers.OldestWaiting)))
	}
	for _, s := range f.Statements {
		if s.State != data.ReplySent && f.ClosedAt.IsZero() {
			out = append(out, w.Text("handover.unpublished", "Kind", Capital(w.StatementKind(s.Kind)), "State", w.StatementState(s.State)))
		}
	}
	out = append(out, w.openSteps(f)...)
	for _, s := range f.Stakeholders {
		if s.ToldAt.IsZero() && f.ClosedAt.IsZero() {
			out = append(out, w.Text("handover.tell", "Name", w.StakeholderName(s)))
		}
	}
	for _, p := range f.Promises {
		if p.DoneAt.IsZero() {
			out = append(out, w.Text("handover.promise", "Text", w.PromiseText(p), "When", w.DateTime(p.DueAt, f.Zone)))
		}
	}
	return out
}

func (w *Words) openSteps(f data.CrisisFile) (out []string) {
	left := 0
	for _, s := range f.Steps {
		if !s.DoneAt.IsZero() {
			continue
		}
		if left++; left > nextSteps {
			continue
		}
		out = append(out, w.OpenStep(s, f))
	}
	if left > nextSteps {
		out = append(out, w.Count("handover.steps.more", left-nextSteps))
	}
	return out
}

// OpenStep is a step that is to be done, with its owner and by when.
func (w *Words) OpenStep(s data.CrisisStep, f data.CrisisFile) string {
	said := s.Title
	if s.Owner != "" {
		said += " (" + s.Owner + ")"
	}
	switch {
	case s.DueAt.IsZero():
		return said
	case s.DueAt.Before(f.MadeAt):
		return w.Text("handover.step.late", "Title", said, "When", w.Moment(s.DueAt, f.Zone), "Span", w.Span(f.MadeAt.Sub(s.DueAt)))
	}
	return w.Text("handover.step.due", "Title", said, "When", w.Moment(s.DueAt, f.Zone))
}

// StatementState says how far a statement is.
func (w *Words) StatementState(s data.ReplyState) string {
	return w.Text("handover.state." + string(s))
}

// PromiseText is what was promised; the checks after a crisis have no words
// of the person's.
func (w *Words) PromiseText(p data.Promise) string {
	return cmp.Or(p.Text, w.Text("handover.promise."+string(p.Kind)))
}

func shortened(text string, runes int) string {
	all := []rune(oneLine(text))
	if len(all) <= runes {
		return string(all)
	}
	return string(all[:runes-1]) + "…"
}
