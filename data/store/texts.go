package store

import (
	"context"

	"vedetta/data"
)

// Text is a mention's words, for finding what drives a period.
type Text struct {
	ID    data.ID
	Text  string
	Label data.Label
	Group data.ID // of copies; 0 if it is in none
}

// sampleParts is into how many parts a period is cut for sampling: a sample from
// all over the period, read in few stretches of the table.
const sampleParts = 40

// Texts reads the texts of a filter. Of more than limit it reads a sample,
// spread evenly over the period; total is how many there are.
func (s *Store) Texts(ctx context.Context, f data.Filter, total, limit int) ([]Text, error) {
	if total <= limit || f.Period.From.IsZero() || f.Period.To.IsZero() {
		return s.textsOf(ctx, f, 0, limit)
	}
	var out []Text
	for _, p := range evenly(f.Period, sampleParts) {
		f.Period = p
		texts, err := s.textsOf(ctx, f, 0, limit/sampleParts)
		if err != nil {
			return nil, err
		}
		out = append(out, texts...)
	}
	return out, nil
}

func (s *Store) textsOf(ctx context.Context, f data.Filter, before data.ID, limit int) ([]Text, error) {
	ids, args := s.compile(f).ids(before, limit)
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, m.title, m.text, m.label, coalesce(c.group_id, 0)
		FROM (`+ids+`) page CROSS JOIN mentions m ON m.id = page.id LEFT JOIN copies c ON c.mention_id = m.id`, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []Text
	err = each(rows, func() error {
		var t Text
		var title string
		err := rows.Scan(&t.ID, &title, &t.Text, &t.Label, &t.Group)
		t.Text = wholeText(title, t.Text)
		out = append(out, t)
		return err
	})
	return out, explain(err, s.path)
}

// RowsOf reads the rows of given mentions, in their order of time.
func (s *Store) RowsOf(ctx context.Context, ids []data.ID) ([]data.Row, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	numbers := make([]int64, len(ids))
	for i, id := range ids {
		numbers[i] = int64(id)
	}
	return s.rows(ctx, "SELECT id FROM mentions WHERE id IN ("+join(numbers)+")", nil, "DESC")
}
