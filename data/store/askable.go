package store

import (
	"context"
	"slices"

	"vedetta/data"
)

// askableNewest is how many of the newest mentions tell which authors and
// languages are about.
const askableNewest = 2000

// Askable lists what a search can ask for: all sources and tags, and of the
// newest mentions the languages and authors, those first that wrote most.
func (s *Store) Askable(ctx context.Context) (k data.Known, err error) {
	s.mu.Lock()
	for key := range s.sources {
		k.Sources = append(k.Sources, key)
	}
	s.mu.Unlock()
	slices.Sort(k.Sources)
	tags, err := s.Tags(ctx)
	if err != nil {
		return k, err
	}
	for _, t := range tags {
		k.Tags = append(k.Tags, t.Tag)
	}
	const newest = ` FROM (SELECT lang, author, handle FROM mentions ORDER BY id DESC LIMIT ?) GROUP BY 1 ORDER BY count(*) DESC, 1`
	if k.Langs, err = s.firsts(ctx, `SELECT lang`+newest, askableNewest); err != nil {
		return k, err
	}
	k.Authors, err = s.firsts(ctx, `SELECT CASE WHEN handle <> '' THEN handle ELSE author END`+newest, askableNewest)
	return k, err
}

// firsts reads the first column of the rows where it is not empty.
func (s *Store) firsts(ctx context.Context, query string, args ...any) (out []string, err error) {
	rows, err := s.reader.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var v string
		if err := rows.Scan(&v); err != nil || v == "" {
			return err
		}
		out = append(out, v)
		return nil
	})
	return out, explain(err, s.path)
}
