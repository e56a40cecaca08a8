package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vedetta/data"
)

// stakeholders is the map; who was told in which crisis is another table.
var stakeholders = shelf[data.Stakeholder]{
	table:   "stakeholders",
	columns: `id, grp, name, influence, interest, channel, contact, sentence`,
	scan: func(row scanner) (s data.Stakeholder, err error) {
		err = row.Scan(&s.ID, &s.Group, &s.Name, &s.Influence, &s.Interest, &s.Channel, &s.Contact, &s.Sentence)
		return s, err
	},
	id: func(s data.Stakeholder) int64 { return s.ID },
	insert: `(id, grp, name, influence, interest, channel, contact, sentence, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
		coalesce(?1, (SELECT coalesce(max(id), 0) + 1 FROM stakeholders)))`,
	update: `grp = ?2, name = ?3, influence = ?4, interest = ?5, channel = ?6, contact = ?7, sentence = ?8`,
	values: func(s data.Stakeholder) []any {
		return []any{s.Group, s.Name, s.Influence, s.Interest, s.Channel, s.Contact, s.Sentence}
	},
}

// Stakeholders is the map of those to be told, in its order, with when each
// was told in a crisis.
func (s *Store) Stakeholders(ctx context.Context, issue int64) ([]data.Stakeholder, error) {
	all, err := stakeholders.list(ctx, s.reader, `ORDER BY position, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	for n := range all {
		if all[n].ToldAt, all[n].Note, err = toldIn(ctx, s.reader, issue, all[n].ID); err != nil {
			return nil, explain(err, s.path)
		}
	}
	return all, nil
}

func toldIn(ctx context.Context, q querier, issue, id int64) (at time.Time, note string, err error) {
	var told int64
	err = q.QueryRowContext(ctx, `SELECT told_at, note FROM stakeholders_told WHERE issue_id = ? AND stakeholder_id = ?`, issue, id).Scan(&told, &note)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return timeOrZero(told), note, err
}

// PutStakeholder stores somebody on the map, at its end if new.
func (e *IssueEdit) PutStakeholder(s data.Stakeholder) (id int64, before data.Stakeholder, err error) {
	return stakeholders.put(e, s)
}

// DropStakeholder takes somebody off the map, with when they were told; the
// logs keep that.
func (e *IssueEdit) DropStakeholder(id int64) (data.Stakeholder, error) {
	rows, err := e.tx.QueryContext(e.ctx, `SELECT issue_id, told_at, note FROM stakeholders_told WHERE stakeholder_id = ?`, id)
	if err != nil {
		return data.Stakeholder{}, err
	}
	err = each(rows, func() error {
		var issue, at int64
		var note string
		err := rows.Scan(&issue, &at, &note)
		e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error {
			return tell(ctx, tx, issue, id, timeOrZero(at), note)
		})
		return err
	})
	if err != nil {
		return data.Stakeholder{}, err
	}
	return stakeholders.drop(e, id)
}

// FirstStakeholders fills a map on which nobody stands.
func (e *IssueEdit) FirstStakeholders(all []data.Stakeholder) error {
	there, err := stakeholders.list(e.ctx, e.tx, `LIMIT 1`)
	if err != nil || len(there) > 0 {
		return err
	}
	for _, s := range all {
		if _, err := stakeholders.add(e.ctx, e.tx, s); err != nil {
			return err
		}
	}
	return nil
}

// Tell notes when somebody was told in a crisis, with a note; a zero time: not
// yet. It gives whom.
func (e *IssueEdit) Tell(issue, id int64, at time.Time, note string) (who data.Stakeholder, err error) {
	if who, err = stakeholders.at(e.ctx, e.tx, id); err != nil {
		return who, err
	}
	before, noted, err := toldIn(e.ctx, e.tx, issue, id)
	if err != nil {
		return who, err
	}
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error { return tell(ctx, tx, issue, id, before, noted) })
	return who, tell(e.ctx, e.tx, issue, id, at, note)
}

func tell(ctx context.Context, tx *sql.Tx, issue, id int64, at time.Time, note string) error {
	if at.IsZero() {
		_, err := tx.ExecContext(ctx, `DELETE FROM stakeholders_told WHERE issue_id = ? AND stakeholder_id = ?`, issue, id)
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO stakeholders_told (issue_id, stakeholder_id, told_at, note) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET told_at = excluded.told_at, note = excluded.note`, issue, id, at.Unix(), note)
	return err
}
