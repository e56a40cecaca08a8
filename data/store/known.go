package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// Key names a mention at its source.
type Key struct{ Source, ExternalID string }

func keyOf(m *data.Mention) Key { return Key{m.Source, m.ExternalID} }

// Known is what the workspace has of a mention.
type Known struct {
	ID         data.ID
	Engagement data.Engagement

	importID int64 // whose row it is
	line     int
	seenAt   int64
	sourceID int64
	// Whether it carries work and our answer; known only where a file tells of
	// some.
	worked, answered bool
}

// Unchanged tells whether importing m again, as it was seen at a moment, would
// change nothing.
func (k Known) Unchanged(m *data.Mention, seenAt time.Time) bool {
	if touched(m) && !k.worked || m.Answer != nil && !k.answered {
		return false
	}
	return k.tells(m.Engagement, seenAtOf(m, seenAt.Unix()))
}

// Known finds which of the mentions are in the workspace already.
func (s *Store) Known(ctx context.Context, mentions []data.Mention) (map[Key]Known, error) {
	all := make([]*data.Mention, len(mentions))
	for i := range mentions {
		all[i] = &mentions[i]
	}
	found, err := s.known(ctx, s.reader, all)
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

// known looks up ids and, for those not found, the ids of other tools.
func (s *Store) known(ctx context.Context, q querier, mentions []*data.Mention) (map[Key]Known, error) {
	found := make(map[Key]Known, len(mentions))
	if err := s.lookUp(ctx, q, mentions, found, byID); err != nil {
		return nil, err
	}
	if err := s.knownByAlias(ctx, q, mentions, found); err != nil {
		return nil, err
	}
	return found, lookBeside(ctx, q, mentions, found)
}

func (s *Store) knownByAlias(ctx context.Context, q querier, mentions []*data.Mention, found map[Key]Known) error {
	aliases, err := hasAliases(ctx, q)
	if err != nil || !aliases || len(found) == len(mentions) {
		return err
	}
	var missing []*data.Mention
	for _, m := range mentions {
		if _, ok := found[keyOf(m)]; !ok {
			missing = append(missing, m)
		}
	}
	return s.lookUp(ctx, q, missing, found, byAlias)
}

const (
	knownColumns = `m.id, m.import_id, m.line, m.seen_at, m.likes, m.replies, m.shares, m.views, m.reach`
	byID         = `SELECT m.external_id, ` + knownColumns + ` FROM mentions m WHERE m.source_id = ? AND m.external_id IN `
	byAlias      = `SELECT a.external_id, ` + knownColumns + ` FROM aliases a CROSS JOIN mentions m ON m.id = a.mention_id
		WHERE a.source_id = ? AND a.external_id IN `
)

// lookUp asks for mentions by their keys, source by source.
func (s *Store) lookUp(ctx context.Context, q querier, mentions []*data.Mention, found map[Key]Known, query string) error {
	bySource := map[string][]any{}
	for _, m := range mentions {
		bySource[m.Source] = append(bySource[m.Source], m.ExternalID)
	}
	for source, ids := range bySource {
		for _, sourceID := range s.sourceIDs([]string{source}) {
			for some := range slices.Chunk(ids, idsPerLookup) {
				rows, err := q.QueryContext(ctx, query+`(?`+strings.Repeat(",?", len(some)-1)+`)`, append([]any{sourceID}, some...)...)
				if err != nil {
					return err
				}
				if err := collectKnown(rows, source, found); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func collectKnown(rows *sql.Rows, source string, found map[Key]Known) error {
	return each(rows, func() error {
		var k Known
		key := Key{Source: source}
		e := &k.Engagement
		err := rows.Scan(&key.ExternalID, &k.ID, &k.importID, &k.line, &k.seenAt, &e.Likes, &e.Replies, &e.Shares, &e.Views, &e.Reach)
		found[key] = k
		return err
	})
}
