package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// ToRule is a stretch of an import that has not gone through the rules.
type ToRule struct {
	Import    int64
	From, To  data.ID // behind From, up to To
	Remaining bool    // there is more behind To
}

// NextToRule finds the next stretch: of an import that has ended and can be
// searched; false if all are through.
func (s *Store) NextToRule(ctx context.Context, most int) (t ToRule, ok bool, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT id, ruled_to FROM imports
		WHERE ruled_to IS NOT NULL AND finished_at > 0 AND indexed_to IS NULL ORDER BY id LIMIT 1`).Scan(&t.Import, &t.From)
	if errors.Is(err, sql.ErrNoRows) {
		return t, false, nil
	}
	if err != nil {
		return t, false, explain(err, s.path)
	}
	var to sql.NullInt64
	var n int
	err = s.reader.QueryRowContext(ctx, `SELECT max(id), count(*) FROM (SELECT m.id FROM imports i CROSS JOIN mentions m
		WHERE i.id = ? AND `+ofImport+` AND m.id > ? ORDER BY m.id LIMIT ?)`, t.Import, t.From, most).Scan(&to, &n)
	t.To, t.Remaining = data.ID(to.Int64), n == most
	return t, true, explain(err, s.path)
}

// Among lists the mentions of a stretch that a filter means.
func (s *Store) Among(ctx context.Context, f data.Filter, t ToRule) ([]data.ID, error) {
	q := s.compile(f)
	q.and("m.import_id = ? AND m.id > ? AND m.id <= ?", t.Import, t.From, t.To)
	return s.ids(ctx, "SELECT m.id FROM "+q.from+" WHERE "+q.sqlWhere()+" ORDER BY m.id", q.args...)
}
