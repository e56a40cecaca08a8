package crisis

import (
	"time"

	"vedetta/data"
)

// What a crisis can teach a playbook.
const (
	EditLate    = "late"    // a step took longer than it was given
	EditSkipped = "skipped" // a step was not done
	EditAdded   = "added"   // a step that the playbook does not have
)

// lateFrom is how far beyond its clock a step says something about the clock,
// not about the day.
const lateFrom = 10 * time.Minute

// StepEdits proposes changes of a playbook from the steps of a crisis that
// followed it: other clocks for those that took longer, leaving out those that
// nobody did, taking in those that were added. Nothing is accepted yet.
func StepEdits(steps []data.CrisisStep) (out []data.StepEdit) {
	for _, s := range steps {
		e := data.StepEdit{Step: s.Key, Title: s.Title, Phase: s.Phase, Minutes: s.Minutes}
		switch {
		case s.Key == "":
			e.Why = EditAdded
		case s.DoneAt.IsZero():
			e.Why = EditSkipped
		case !s.DueAt.IsZero() && s.DoneAt.Sub(s.DueAt) >= lateFrom:
			e.Why, e.Minutes = EditLate, rounded(s.Minutes+int(s.DoneAt.Sub(s.DueAt)/time.Minute))
		default:
			continue
		}
		out = append(out, e)
	}
	return out
}

// rounded is a clock as people would set it: up to the next five minutes, from
// two hours on to the next half hour.
func rounded(minutes int) int {
	to := 5
	if minutes > 120 {
		to = 30
	}
	return (minutes + to - 1) / to * to
}

// Edited is a playbook with the changes that were accepted.
func Edited(p data.Playbook, edits []data.StepEdit) data.Playbook {
	change := map[string]data.StepEdit{}
	for _, e := range edits {
		if e.Accept && e.Step != "" {
			change[e.Step] = e
		}
	}
	var steps []data.PlaybookStep
	for _, s := range p.Steps {
		e, found := change[s.Key]
		if found && e.Why == EditSkipped {
			continue
		}
		if found {
			s.Minutes = e.Minutes
		}
		steps = append(steps, s)
	}
	for _, e := range edits {
		if e.Accept && e.Step == "" {
			steps = append(steps, data.PlaybookStep{Phase: e.Phase, Title: e.Title, Minutes: e.Minutes})
		}
	}
	p.Steps = steps
	return p
}
