package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// Printed is a mention with its print and its group of copies, 0 if it is in
// none.
type Printed struct {
	ID, Group data.ID
	Print     []byte
}

// Printed reads the mentions that have prints, in order of id, between two
// ids, both included; at most limit.
func (s *Store) Printed(ctx context.Context, first, last data.ID, limit int) ([]Printed, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT p.mention_id, p.print, coalesce(c.group_id, 0)
		FROM prints p LEFT JOIN copies c ON c.mention_id = p.mention_id
		WHERE p.mention_id BETWEEN ? AND ? ORDER BY p.mention_id LIMIT ?`, first, last, limit)
	if err != nil {
		return nil, explain(err, s.path)
	}
	out := make([]Printed, 0, limit)
	err = each(rows, func() error {
		var p Printed
		err := rows.Scan(&p.ID, &p.Print, &p.Group)
		out = append(out, p)
		return err
	})
	return out, explain(err, s.path)
}

// TextReader reads the texts of single mentions, again and again.
type TextReader struct {
	read *sql.Stmt
	path string
}

// TextReader makes one; it must be closed.
func (s *Store) TextReader(ctx context.Context) (*TextReader, error) {
	read, err := s.reader.PrepareContext(ctx, `SELECT title, text, model_label FROM mentions WHERE id = ?`)
	return &TextReader{read, s.path}, explain(err, s.path)
}

// Close ends the reader.
func (r *TextReader) Close() error { return r.read.Close() }

// Text is what a mention says, with the model's label; false if it is gone.
func (r *TextReader) Text(ctx context.Context, id data.ID) (t Text, ok bool, err error) {
	var title string
	err = r.read.QueryRowContext(ctx, id).Scan(&title, &t.Text, &t.Label)
	if errors.Is(err, sql.ErrNoRows) {
		return t, false, nil
	}
	t.ID, t.Text = id, wholeText(title, t.Text)
	return t, err == nil, explain(err, r.path)
}

// CopyGroup is what changes about a group of copies: its new members, and the
// groups whose members become its own. It is called by its earliest mention.
type CopyGroup struct {
	ID       data.ID
	New, Old []data.ID
}

// SaveCopyGroups stores what was found in a stretch; false, and nothing is
// stored, if mentions came or went since, so that it must be looked at again.
func (s *Store) SaveCopyGroups(ctx context.Context, t CopiesTodo, groups []CopyGroup) (ok bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var newer bool
		err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM copies_todo WHERE id > ?)`, t.newest).Scan(&newer)
		if err != nil || newer {
			return err
		}
		ok = true
		return saveCopyGroups(ctx, tx, groups)
	})
	return ok && err == nil, err
}

func saveCopyGroups(ctx context.Context, tx *sql.Tx, groups []CopyGroup) error {
	insert, err := tx.PrepareContext(ctx, `INSERT INTO copies (group_id, mention_id) VALUES (?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, g := range groups {
		if len(g.Old) > 0 {
			if _, err := tx.ExecContext(ctx, `UPDATE copies SET group_id = ? WHERE group_id IN (`+join(g.Old)+`)`, g.ID); err != nil {
				return err
			}
		}
		for _, id := range g.New {
			if _, err := insert.ExecContext(ctx, g.ID, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// breakCopies takes apart the groups that lose mentions of an import within a
// span: what is left of them may hang together no more, and is looked at again.
func breakCopies(ctx context.Context, tx *sql.Tx, importID int64, span idSpan) error {
	const groups = `group_id IN (SELECT c.group_id FROM mentions m CROSS JOIN copies c ON c.mention_id = m.id WHERE m.import_id = ? AND m.id BETWEEN ? AND ?)`
	var first, last sql.NullInt64
	err := tx.QueryRowContext(ctx, `SELECT min(mention_id), max(mention_id) FROM copies WHERE `+groups, importID, span.first, span.last).Scan(&first, &last)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM copies WHERE `+groups, importID, span.first, span.last); err != nil {
		return err
	}
	if first.Valid {
		span = idSpan{data.ID(first.Int64), data.ID(last.Int64)}
	}
	return lookForCopies(ctx, tx, span)
}

// Copies lists the other members of a mention's group, oldest first, at most
// limit; total is how many there are.
func (s *Store) Copies(ctx context.Context, id data.ID, limit int) (rows []data.Row, total int, err error) {
	const others = ` FROM copies WHERE group_id = (SELECT group_id FROM copies WHERE mention_id = ?) AND mention_id <> ?`
	err = s.reader.QueryRowContext(ctx, `SELECT count(*)`+others, id, id).Scan(&total)
	if err != nil || total == 0 {
		return nil, 0, explain(err, s.path)
	}
	rows, err = s.rows(ctx, `SELECT mention_id AS id`+others+` ORDER BY mention_id LIMIT ?`, []any{id, id, limit}, "ASC")
	return rows, total, err
}

var copyChecks = []check{
	{"groups of copies with one mention", `SELECT group_id FROM copies GROUP BY group_id HAVING count(*) < 2`},
	{"groups of copies not called by their earliest mention", `SELECT group_id FROM copies GROUP BY group_id HAVING min(mention_id) <> group_id`},
	{"mentions whose copies nobody looks for", `SELECT m.id FROM mentions m JOIN imports i ON i.id = m.import_id
		WHERE i.printed_to IS NULL AND NOT EXISTS (SELECT 1 FROM prints WHERE mention_id = m.id)`},
}
