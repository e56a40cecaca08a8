package inbox

import (
	"context"
	"slices"

	"vedetta/data"
)

// first is the earliest copy of a mention that a filter means.
func (m *memory) first(f data.Filter, id data.ID) (first data.ID, group []data.Row) {
	for _, r := range slices.Backward(m.matching(f)) {
		if m.groups[r.ID] != 0 && m.groups[r.ID] == m.groups[id] {
			group = append(group, r)
		}
	}
	if len(group) == 0 {
		return id, nil
	}
	return group[0].ID, group[1:]
}

func (m *memory) FoldedPage(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	if len(m.groups) == 0 {
		return m.Page(ctx, f, before, n)
	}
	rows, err := m.Page(ctx, f, before, len(m.rows))
	rows = slices.DeleteFunc(rows, func(r data.Row) bool { first, _ := m.first(f, r.ID); return first != r.ID })
	for i := range rows {
		_, group := m.first(f, rows[i].ID)
		rows[i].Copies = len(group)
	}
	return rows[:min(n, len(rows))], err
}

func (m *memory) FoldedCount(ctx context.Context, f data.Filter, limit int) (rows, mentions int, err error) {
	mentions, err = m.Count(ctx, f, limit)
	if len(m.groups) == 0 {
		return mentions, mentions, err
	}
	for _, r := range m.matching(f) {
		if first, _ := m.first(f, r.ID); first == r.ID {
			rows++
		}
	}
	return rows, mentions, err
}

func (m *memory) FoldedRows(_ context.Context, f data.Filter, id data.ID, limit int) ([]data.Row, error) {
	_, group := m.first(f, id)
	for i := range group {
		group[i].CopyOf = id
	}
	return group[:min(limit, len(group))], m.fail
}

func (m *memory) WithFolded(_ context.Context, f data.Filter, ids []data.ID) ([]data.ID, error) {
	all := slices.Clone(ids)
	for _, id := range ids {
		_, group := m.first(f, id)
		for _, r := range group {
			all = append(all, r.ID)
		}
	}
	return all, m.fail
}

func (m *memory) Copies(_ context.Context, id data.ID, limit int) (rows []data.Row, total int, err error) {
	for _, r := range m.rows {
		if r.ID != id && m.groups[id] != 0 && m.groups[r.ID] == m.groups[id] {
			rows = append(rows, r)
		}
	}
	return rows[:min(limit, len(rows))], len(rows), m.fail
}

func (m *memory) FoldsCopies(context.Context) (bool, error) { return !m.unfolds, m.fail }

func (m *memory) SetFoldsCopies(_ context.Context, fold bool) error {
	m.unfolds = !fold
	return m.fail
}
