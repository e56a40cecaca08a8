package store

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
)

// FoldedPage lists mentions as Page does, but of each group of copies only the
// earliest that the filter means, with the number of the others that it means.
// So a mention is left out only where one that says the same stands for it.
// Walking over what is left out costs what reading it would.
func (s *Store) FoldedPage(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	fold := fold{store: s, query: s.compile(f), first: map[data.ID]data.ID{}, copies: map[data.ID]int{}}
	var ids []data.ID
	for walked, more := 0, true; more && len(ids) < n; {
		size := toWalk(n-len(ids), len(ids), walked)
		found, err := s.grouped(ctx, f, before, size)
		if err == nil {
			err = fold.learn(ctx, found)
		}
		if err != nil {
			return nil, explain(err, s.path)
		}
		for _, m := range found {
			if before = m.ID; fold.stands(m) && len(ids) < n {
				ids = append(ids, m.ID)
			}
		}
		walked, more = walked+size, len(found) == size
	}
	rows, err := s.RowsOf(ctx, ids)
	for i := range rows {
		rows[i].Copies = fold.copies[rows[i].ID]
	}
	return rows, err
}

// How many mentions are read at a time beyond those that are wanted, for some
// will be left out; and how many at most.
const (
	walkedBeyond = 32
	mostWalked   = 20_000
)

// toWalk is how many mentions to read for a number of rows, when of those
// walked so far some were found to stand in the list.
func toWalk(wanted, found, walked int) int {
	if walked == 0 {
		return wanted + walkedBeyond
	}
	return min(wanted*walked/max(found, 1)+walkedBeyond, mostWalked)
}

// grouped is a mention and its group of copies; 0 if it is in none.
type grouped struct{ ID, Group data.ID }

// grouped lists ids as Page does.
func (s *Store) grouped(ctx context.Context, f data.Filter, before data.ID, n int) ([]grouped, error) {
	ids, args := s.compile(f).ids(before, n)
	rows, err := s.reader.QueryContext(ctx, `SELECT page.id, coalesce(c.group_id, 0)
		FROM (`+ids+`) page LEFT JOIN copies c ON c.mention_id = page.id ORDER BY page.id DESC`, args...)
	if err != nil {
		return nil, err
	}
	out := make([]grouped, 0, n)
	err = each(rows, func() error {
		var g grouped
		err := rows.Scan(&g.ID, &g.Group)
		out = append(out, g)
		return err
	})
	return out, err
}

// fold knows, for each group of copies, which mention of a filter stands for
// the others.
type fold struct {
	store  *Store
	query  query
	first  map[data.ID]data.ID // by group
	copies map[data.ID]int     // by the mention that stands for them
}

// stands tells whether a mention stands for its group, or has none.
func (f *fold) stands(m grouped) bool { return m.Group == 0 || f.first[m.Group] == m.ID }

// learn finds out about the groups of some mentions.
func (f *fold) learn(ctx context.Context, found []grouped) error {
	var groups []data.ID
	for _, m := range found {
		if _, known := f.first[m.Group]; m.Group != 0 && !known {
			f.first[m.Group] = 0
			groups = append(groups, m.Group)
		}
	}
	for some := range slices.Chunk(groups, groupsPerLookup) {
		members := f.query.members("g.column1", "0")
		rows, err := f.store.reader.QueryContext(ctx, `SELECT g.column1, coalesce((`+members+` LIMIT 1), 0), (SELECT count(*) FROM (`+members+` LIMIT ?))
			FROM (VALUES (`+strings.ReplaceAll(join(some), ",", "),(")+`)) g`, slices.Concat(f.query.args, f.query.args, []any{data.MostCopies + 1})...)
		if err != nil {
			return err
		}
		err = each(rows, func() error {
			var group, first data.ID
			var n int
			err := rows.Scan(&group, &first, &n)
			f.first[group], f.copies[first] = first, n-1
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// groupsPerLookup is how many groups one query asks for.
const groupsPerLookup = 200

// members is the SQL that gives the ids of a filter's mentions in a group of
// copies, oldest first; one may be left out.
func (q query) members(group, without string) string {
	return "SELECT c.mention_id AS id FROM copies c CROSS JOIN " + q.from + " WHERE " + q.sqlWhere() + " AND " + q.id() +
		" = c.mention_id AND c.group_id = " + group + " AND c.mention_id <> " + without + " ORDER BY c.mention_id"
}

// id is the column of the mention's id in the first table of the query.
func (q query) id() string {
	switch q.from {
	case "mentions m":
		return "m.id"
	case fromIssue:
		return issueID
	}
	return searchID
}

// FoldedCount counts mentions as Count does, and the rows that FoldedPage gives
// of as many.
func (s *Store) FoldedCount(ctx context.Context, f data.Filter, limit int) (rows, mentions int, err error) {
	ids, args := s.compile(f).ids(0, limit+1)
	err = s.reader.QueryRowContext(ctx, `SELECT count(*), count(*) - count(c.group_id) + count(DISTINCT c.group_id)
		FROM (`+ids+`) page LEFT JOIN copies c ON c.mention_id = page.id`, args...).Scan(&mentions, &rows)
	return rows, mentions, explain(err, s.path)
}

// FoldedRows lists the copies that FoldedPage folds into a mention, oldest
// first, at most limit.
func (s *Store) FoldedRows(ctx context.Context, f data.Filter, id data.ID, limit int) ([]data.Row, error) {
	group, err := s.copyGroup(ctx, id)
	if err != nil || group == 0 {
		return nil, explain(err, s.path)
	}
	q := s.compile(f)
	rows, err := s.rows(ctx, q.members("?", "?")+" LIMIT ?", append(q.args, group, id, limit), "ASC")
	for i := range rows {
		rows[i].CopyOf = id
	}
	return rows, err
}

// WithFolded adds to mentions, each of which stands for its copies, those that
// FoldedPage folds into them.
func (s *Store) WithFolded(ctx context.Context, f data.Filter, ids []data.ID) ([]data.ID, error) {
	all := slices.Clone(ids)
	q := s.compile(f)
	for _, id := range ids {
		group, err := s.copyGroup(ctx, id)
		if err != nil {
			return nil, explain(err, s.path)
		}
		rows, err := s.reader.QueryContext(ctx, q.members("?", "?"), append(slices.Clone(q.args), group, id)...)
		if err != nil {
			return nil, explain(err, s.path)
		}
		err = each(rows, func() error {
			var copied data.ID
			err := rows.Scan(&copied)
			all = append(all, copied)
			return err
		})
		if err != nil {
			return nil, explain(err, s.path)
		}
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// copyGroup is the group of copies to which a mention belongs; 0: none.
func (s *Store) copyGroup(ctx context.Context, id data.ID) (group data.ID, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce((SELECT group_id FROM copies WHERE mention_id = ?), 0)`, id).Scan(&group)
	return group, err
}

// CopiesIn counts the mentions of a filter that repeat each other, and the
// texts that they repeat.
func (s *Store) CopiesIn(ctx context.Context, f data.Filter) (c data.Copies, err error) {
	q := query{from: "copies c"}
	if all := s.compile(f); !f.OnlyPeriod() {
		q.from, q.where, q.args = "copies c CROSS JOIN "+all.from, all.where, all.args
		q.and(all.id() + " = c.mention_id")
	}
	if !f.Period.From.IsZero() {
		q.and("c.mention_id >= ?", int64(idAt(f.Period.From)))
	}
	if !f.Period.To.IsZero() {
		q.and("c.mention_id < ?", int64(idAt(f.Period.To)))
	}
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(sum(n), 0), count(*) FROM
		(SELECT count(*) AS n FROM `+q.from+` WHERE `+q.sqlWhere()+` GROUP BY c.group_id HAVING n > 1)`, q.args...).
		Scan(&c.Mentions, &c.Texts)
	return c, explain(err, s.path)
}
