package store

import (
	"context"
	"database/sql"
	"strings"

	"vedetta/data"
)

// Key names a mention at its source.
type Key struct{ Source, ExternalID string }

func keyOf(m *data.Mention) Key { return Key{m.Source, m.ExternalID} }

// Known is what the workspace has of a mention.
type Known struct {
	ID         data.ID
	Engagement data.Engagement
}

// Unchanged tells whether importing m again would change nothing.
func (k Known) Unchanged(m *data.Mention) bool {
	return m.Answer == nil && merge(k.Engagement, m.Engagement) == k.Engagement
}

// Known finds which of the mentions are in the workspace already.
func (s *Store) Known(ctx context.Context, mentions []data.Mention) (map[Key]Known, error) {
	found, err := s.known(ctx, s.reader, mentions)
	return found, explain(err, s.path)
}

// KeyOf is the key under which Known reports a mention.
func KeyOf(m *data.Mention) Key { return keyOf(m) }

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// idsPerLookup is how many external ids one query asks for.
const idsPerLookup = 200

func (s *Store) known(ctx context.Context, q querier, mentions []data.Mention) (map[Key]Known, error) {
	bySource := map[string][]any{}
	for i := range mentions {
		bySource[mentions[i].Source] = append(bySource[mentions[i].Source], mentions[i].ExternalID)
	}
	found := make(map[Key]Known, len(mentions))
	for source, ids := range bySource {
		sourceID := s.sourceIDs([]string{source})
		for len(sourceID) > 0 && len(ids) > 0 {
			n := min(len(ids), idsPerLookup)
			if err := lookUp(ctx, q, source, sourceID[0], ids[:n], found); err != nil {
				return nil, err
			}
			ids = ids[n:]
		}
	}
	return found, nil
}

func lookUp(ctx context.Context, q querier, source string, sourceID int64, ids []any, found map[Key]Known) error {
	rows, err := q.QueryContext(ctx, `SELECT external_id, id, likes, replies, shares, views, reach FROM mentions
		WHERE source_id = ? AND external_id IN (?`+strings.Repeat(",?", len(ids)-1)+`)`, append([]any{sourceID}, ids...)...)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var k Known
		key := Key{Source: source}
		e := &k.Engagement
		err := rows.Scan(&key.ExternalID, &k.ID, &e.Likes, &e.Replies, &e.Shares, &e.Views, &e.Reach)
		found[key] = k
		return err
	})
}
