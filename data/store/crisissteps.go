package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"vedetta/data"
)

const stepColumns = `s.id, s.key, s.phase, s.title, s.why, s.minutes, s.owner, s.note, s.done_at, c.declared_at`

const fromSteps = ` FROM crisis_steps s JOIN crises c ON c.issue_id = s.issue_id `

// CrisisSteps lists the steps of a crisis in their order.
func (s *Store) CrisisSteps(ctx context.Context, issue int64) ([]data.CrisisStep, error) {
	out, err := stepsIn(ctx, s.reader, issue)
	return out, explain(err, s.path)
}

func stepsIn(ctx context.Context, q querier, issue int64) (out []data.CrisisStep, err error) {
	rows, err := q.QueryContext(ctx, `SELECT `+stepColumns+fromSteps+`WHERE s.issue_id = ? ORDER BY s.position, s.id`, issue)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		step, err := scanStep(rows)
		out = append(out, step)
		return err
	})
	return out, err
}

func scanStep(row interface{ Scan(...any) error }) (s data.CrisisStep, err error) {
	var done, declared int64
	err = row.Scan(&s.ID, &s.Key, &s.Phase, &s.Title, &s.Why, &s.Minutes, &s.Owner, &s.Note, &done, &declared)
	s.DoneAt = timeOrZero(done)
	if s.Minutes > 0 {
		s.DueAt = time.Unix(declared, 0).UTC().Add(time.Duration(s.Minutes) * time.Minute)
	}
	return s, err
}

// StepIn reads a step and the crisis that it belongs to; ErrNotFound if there
// is none.
func (e *IssueEdit) StepIn(step int64) (issue int64, s data.CrisisStep, err error) {
	err = e.tx.QueryRowContext(e.ctx, `SELECT issue_id FROM crisis_steps WHERE id = ?`, step).Scan(&issue)
	if err == nil {
		s, err = scanStep(e.tx.QueryRowContext(e.ctx, `SELECT `+stepColumns+fromSteps+`WHERE s.id = ?`, step))
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = data.Errorf(data.ErrNotFound, "step %d", step)
	}
	return issue, s, err
}

// SaveStep stores when a step was done, and its note.
func (e *IssueEdit) SaveStep(s data.CrisisStep) error {
	_, err := e.tx.ExecContext(e.ctx, `UPDATE crisis_steps SET note = ?, done_at = ? WHERE id = ?`, s.Note, unixOrZero(s.DoneAt), s.ID)
	return err
}

// DropStep removes a step.
func (e *IssueEdit) DropStep(step int64) error {
	_, err := e.tx.ExecContext(e.ctx, `DELETE FROM crisis_steps WHERE id = ?`, step)
	return err
}

// AddStep puts a step behind the others of its phase.
func (e *IssueEdit) AddStep(issue int64, s data.PlaybookStep) (id int64, err error) {
	all, err := stepsIn(e.ctx, e.tx, issue)
	if err != nil {
		return 0, err
	}
	all = behindPhase(all, data.CrisisStep{PlaybookStep: s})
	return e.arrange(issue, all)
}

// SetSteps gives a crisis the steps of a playbook. Those that were done, noted
// or added by the person stay.
func (e *IssueEdit) SetSteps(issue int64, steps []data.PlaybookStep) error {
	old, err := stepsIn(e.ctx, e.tx, issue)
	if err != nil {
		return err
	}
	all := make([]data.CrisisStep, 0, len(steps)+len(old))
	for _, s := range steps {
		all = append(all, data.CrisisStep{PlaybookStep: s})
	}
	for _, s := range old {
		if s.DoneAt.IsZero() && s.Note == "" && s.Key != "" {
			if err := e.DropStep(s.ID); err != nil {
				return err
			}
			continue
		}
		n := slices.IndexFunc(all, func(o data.CrisisStep) bool { return s.Key != "" && o.Key == s.Key })
		if n >= 0 {
			all[n] = s
		} else {
			all = behindPhase(all, s)
		}
	}
	_, err = e.arrange(issue, all)
	return err
}

// behindPhase puts a step behind the last one of its phase, or of those before.
func behindPhase(all []data.CrisisStep, s data.CrisisStep) []data.CrisisStep {
	phase := func(s data.CrisisStep) int { return slices.Index(data.Phases[:], s.Phase) }
	at := 0
	for n, o := range all {
		if cmp.Compare(phase(o), phase(s)) <= 0 {
			at = n + 1
		}
	}
	return slices.Insert(all, at, s)
}

// arrange stores the order of steps and those that are new; id is the last
// new one's.
func (e *IssueEdit) arrange(issue int64, all []data.CrisisStep) (id int64, err error) {
	for n, s := range all {
		if s.ID > 0 {
			_, err = e.tx.ExecContext(e.ctx, `UPDATE crisis_steps SET position = ? WHERE id = ?`, n, s.ID)
		} else {
			err = e.tx.QueryRowContext(e.ctx, `INSERT INTO crisis_steps (issue_id, key, phase, title, why, minutes, position, owner)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, issue, s.Key, s.Phase, s.Title, s.Why, s.Minutes, n, s.Owner).Scan(&id)
		}
		if err != nil {
			return 0, err
		}
	}
	return id, nil
}
