package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"vedetta/data"
)

// Unprinted are the next mentions of an import whose texts have no print yet.
type Unprinted struct {
	Texts []Text // without labels

	importID int64
	from, to data.ID
	ended    bool // no more in this import
}

// Unprinted reads the next texts that have no print, at most limit; none when
// all have, or while their import runs.
func (s *Store) Unprinted(ctx context.Context, limit int) (u Unprinted, err error) {
	for {
		err = s.reader.QueryRowContext(ctx, `SELECT id, printed_to FROM imports WHERE printed_to IS NOT NULL AND state <> ? ORDER BY id LIMIT 1`,
			data.ImportRunning).Scan(&u.importID, &u.from)
		if errors.Is(err, sql.ErrNoRows) {
			return Unprinted{}, nil
		}
		if err == nil {
			err = s.readUnprinted(ctx, &u, limit)
		}
		if err != nil || len(u.Texts) > 0 {
			return u, explain(err, s.path)
		}
		if err = s.SavePrints(ctx, u, nil); err != nil {
			return u, err
		}
	}
}

func (s *Store) readUnprinted(ctx context.Context, u *Unprinted, limit int) error {
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, m.title, m.text FROM imports i CROSS JOIN mentions m
		WHERE i.id = ? AND m.import_id = i.id AND m.id BETWEEN max(i.first_id, ?) AND i.last_id
			AND NOT EXISTS (SELECT 1 FROM prints WHERE mention_id = m.id) ORDER BY m.id LIMIT ?`,
		u.importID, u.from+1, limit)
	if err != nil {
		return err
	}
	err = each(rows, func() error {
		var t Text
		var title string
		err := rows.Scan(&t.ID, &title, &t.Text)
		t.Text = wholeText(title, t.Text)
		u.Texts = append(u.Texts, t)
		return err
	})
	u.ended = len(u.Texts) < limit
	if len(u.Texts) > 0 {
		u.to = u.Texts[len(u.Texts)-1].ID
	}
	return err
}

// wholeText is what a mention says.
func wholeText(title, text string) string {
	if title == "" {
		return text
	}
	return title + "\n" + text
}

// printsPerInsert is how many prints one statement stores.
const printsPerInsert = 100

// SavePrints stores the prints of the texts that Unprinted gave, in their
// order, and notes where to look for copies.
func (s *Store) SavePrints(ctx context.Context, u Unprinted, prints [][]byte) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		at := 0
		for some := range slices.Chunk(prints, printsPerInsert) {
			args := make([]any, 0, 2*len(some))
			for _, print := range some {
				args = append(args, int64(u.Texts[at].ID), print)
				at++
			}
			// Some may have gone since, with their import.
			_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO prints SELECT column1, column2 FROM
				(VALUES (?,?)`+strings.Repeat(",(?,?)", len(some)-1)+`) JOIN mentions ON id = column1`, args...)
			if err != nil {
				return err
			}
		}
		if at > 0 {
			if err := lookForCopies(ctx, tx, idSpan{u.Texts[0].ID, u.to}); err != nil {
				return err
			}
		}
		// Not if the import got mentions from another one meanwhile.
		_, err := tx.ExecContext(ctx, `UPDATE imports SET printed_to = CASE WHEN ? THEN NULL ELSE ? END WHERE id = ? AND printed_to = ?`,
			u.ended, u.to, u.importID, u.from)
		return err
	})
}

// lookForCopies notes that mentions between two ids came or went.
func lookForCopies(ctx context.Context, tx *sql.Tx, span idSpan) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO copies_todo (first_id, last_id) VALUES (?, ?)`, span.first, span.last)
	return err
}

// CopiesTodo is a stretch of mentions in which groups of copies are to be
// looked for.
type CopiesTodo struct {
	First, Last data.ID

	ids    []int64 // of the rows that it was put together from
	newest int64
}

// CopiesTodo gives the next stretch; what lies within reach of each other is
// put together. false: there is none.
func (s *Store) CopiesTodo(ctx context.Context, reach data.ID) (t CopiesTodo, ok bool, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, first_id, last_id FROM copies_todo ORDER BY first_id`)
	if err != nil {
		return t, false, explain(err, s.path)
	}
	err = each(rows, func() error {
		var id int64
		var first, last data.ID
		err := rows.Scan(&id, &first, &last)
		t.newest = max(t.newest, id)
		switch {
		case len(t.ids) == 0:
			t.First, t.Last, t.ids = first, last, []int64{id}
		case first <= t.Last+reach:
			t.Last, t.ids = max(t.Last, last), append(t.ids, id)
		}
		return err
	})
	return t, len(t.ids) > 0, explain(err, s.path)
}

// EndCopiesTodo notes that the groups of a stretch are stored.
func (s *Store) EndCopiesTodo(ctx context.Context, t CopiesTodo) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM copies_todo WHERE id IN (`+join(t.ids)+`)`)
		return err
	})
}
