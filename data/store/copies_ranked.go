package store

import (
	"context"
	"slices"

	"vedetta/data"
)

// Standing leaves out the mentions for which FoldedPage has a copy stand.
func (s *Store) Standing(ctx context.Context, f data.Filter, ids []data.ID) ([]data.ID, error) {
	fold, found, err := s.foldOf(ctx, f, ids)
	if err != nil {
		return nil, err
	}
	var out []data.ID
	for _, m := range found {
		if fold.stands(m) {
			out = append(out, m.ID)
		}
	}
	return out, nil
}

// FoldedRowsOf reads the rows of mentions in their order, with the number of
// the copies that FoldedPage folds into each.
func (s *Store) FoldedRowsOf(ctx context.Context, f data.Filter, ids []data.ID) ([]data.Row, error) {
	fold, _, err := s.foldOf(ctx, f, ids)
	if err != nil {
		return nil, err
	}
	rows, err := s.RowsInOrder(ctx, ids)
	for i := range rows {
		rows[i].Copies = fold.copies[rows[i].ID]
	}
	return rows, err
}

// foldOf finds the groups of some mentions, in their order.
func (s *Store) foldOf(ctx context.Context, f data.Filter, ids []data.ID) (fold, []grouped, error) {
	out := fold{store: s, query: s.compile(f), first: map[data.ID]data.ID{}, copies: map[data.ID]int{}}
	groups := map[data.ID]data.ID{}
	rows, err := s.reader.QueryContext(ctx, `SELECT mention_id, group_id FROM copies WHERE mention_id IN (`+join(ids)+`)`)
	if err != nil {
		return out, nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var id, group data.ID
		err := rows.Scan(&id, &group)
		groups[id] = group
		return err
	})
	found := make([]grouped, len(ids))
	for i, id := range ids {
		found[i] = grouped{id, groups[id]}
	}
	if err == nil {
		err = out.learn(ctx, found)
	}
	return out, found, explain(err, s.path)
}

// RowsInOrder reads the rows of mentions in the order of the ids.
func (s *Store) RowsInOrder(ctx context.Context, ids []data.ID) ([]data.Row, error) {
	rows, err := s.RowsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	at := make(map[data.ID]int, len(ids))
	for i, id := range ids {
		at[id] = i
	}
	slices.SortFunc(rows, func(a, b data.Row) int { return at[a.ID] - at[b.ID] })
	return rows, nil
}
