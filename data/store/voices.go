package store

import (
	"context"
	"time"

	"vedetta/data"
)

// Voice is who said something and how far it was carried.
type Voice struct {
	ID            data.ID
	Name, Handle  string
	Label         data.Label
	Reach         int64
	Likes, Shares int64
	Group         data.ID // of copies; 0 if it is in none
}

// Voices reads who wrote the mentions of a filter, newest first. Of more than
// limit it reads a sample, spread evenly over the period; total is how many
// there are.
func (s *Store) Voices(ctx context.Context, f data.Filter, total, limit int) (out []Voice, err error) {
	parts := []data.Period{f.Period}
	if total > limit && !f.Period.From.IsZero() && !f.Period.To.IsZero() {
		parts, limit = evenly(f.Period, sampleParts), limit/sampleParts
	}
	for _, p := range parts {
		f.Period = p
		ids, args := s.compile(f).ids(0, limit)
		rows, err := s.reader.QueryContext(ctx, `SELECT m.id, m.author, m.handle, m.label, m.reach, m.likes, m.shares, coalesce(c.group_id, 0)
			FROM (`+ids+`) page CROSS JOIN mentions m ON m.id = page.id LEFT JOIN copies c ON c.mention_id = m.id`, args...)
		if err != nil {
			return nil, explain(err, s.path)
		}
		err = each(rows, func() error {
			var v Voice
			err := rows.Scan(&v.ID, &v.Name, &v.Handle, &v.Label, &v.Reach, &v.Likes, &v.Shares, &v.Group)
			out = append(out, v)
			return err
		})
		if err != nil {
			return nil, explain(err, s.path)
		}
	}
	return out, nil
}

// evenly cuts a period into n parts of the same length.
func evenly(p data.Period, n int) (parts []data.Period) {
	step := p.Length() / time.Duration(n)
	for i := range n {
		from := p.From.Add(step * time.Duration(i))
		parts = append(parts, data.Period{From: from, To: from.Add(step)})
	}
	parts[n-1].To = p.To
	return parts
}
