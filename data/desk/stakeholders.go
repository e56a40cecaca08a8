package desk

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/store"
)

// Stakeholders is the map of those to be told, those first who hear it first,
// with when each was told in a crisis. The map serves every crisis.
func (d *Desk) Stakeholders(ctx context.Context, issue int64) ([]data.Stakeholder, error) {
	return d.store.Stakeholders(ctx, issue)
}

// ToldBeforePress lists the groups that must hear it from us before the press
// does.
func (d *Desk) ToldBeforePress() []string { return crisis.BeforePress[:] }

// SaveStakeholder keeps somebody on the map, at its end if new. Without a name
// the group is one: ErrStakeholderEmpty without both.
func (d *Desk) SaveStakeholder(ctx context.Context, s data.Stakeholder) (id int64, undo Undo, err error) {
	s.Name, s.Group = oneLine(strings.ToValidUTF8(s.Name, "")), strings.TrimSpace(s.Group)
	s.Channel, s.Contact = oneLine(strings.ToValidUTF8(s.Channel, "")), oneLine(strings.ToValidUTF8(s.Contact, ""))
	s.Sentence = strings.TrimSpace(strings.ToValidUTF8(s.Sentence, ""))
	s.Influence, s.Interest = min(max(s.Influence, 1), 5), min(max(s.Interest, 1), 5)
	if s.Name == "" && s.Group == "" {
		return 0, nil, &data.Error{Code: data.ErrStakeholderEmpty}
	}
	undo, err = d.undoableCrisis(ctx, func(e *store.IssueEdit) (err error) {
		id, _, err = e.PutStakeholder(s)
		return err
	})
	return id, undo, err
}

// DropStakeholder takes somebody off the map.
func (d *Desk) DropStakeholder(ctx context.Context, id int64) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		_, err := e.DropStakeholder(id)
		return err
	})
}

// Told notes when somebody was told of a crisis; a zero time: not yet.
func (d *Desk) Told(ctx context.Context, issue, id int64, at time.Time) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		if _, err := e.CrisisIn(issue); err != nil {
			return err
		}
		who, err := e.Tell(issue, id, at, "")
		if err != nil {
			return err
		}
		kind, back, rest := data.LogTold, data.LogUntold, map[string]any{"group": who.Group, "name": who.Name}
		if at.IsZero() {
			kind, back = back, kind
		}
		e.LogTakenBack(issue, back, "", rest)
		return e.LogCrisis(issue, kind, "", rest)
	})
}
