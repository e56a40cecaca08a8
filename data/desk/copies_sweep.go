package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/copies"
	"vedetta/data/store"
)

const (
	// sweepChunk is how many prints are read at a time.
	sweepChunk = 20_000
	// groupBatch is how many members of groups are stored in one transaction.
	groupBatch = 5_000
	// textsKept is how many texts are kept for further comparisons.
	textsKept = 4_096
)

// sweep looks through a stretch of mentions, and what lies within reach of it,
// for groups of copies.
type sweep struct {
	store   *store.Store
	reader  *store.TextReader
	todo    store.CopiesTodo
	texts   map[data.ID]said
	groups  []store.CopyGroup // found, not stored yet
	members int               // of them
	changed bool              // something was stored
	stale   bool              // mentions came or went meanwhile: it begins anew
}

func (s *sweep) run(ctx context.Context) error {
	g := copies.NewGrouper(func(a, b data.ID) (bool, error) { return s.near(ctx, a, b) })
	last := s.todo.Last + copies.Reach
	for next, more := s.todo.First-copies.Reach, true; more && !s.stale; {
		chunk, err := s.store.Printed(ctx, next, last, sweepChunk)
		if err != nil {
			return err
		}
		for _, p := range chunk {
			fresh := p.ID >= s.todo.First && p.ID <= s.todo.Last
			if err := g.Add(copies.Mention{ID: p.ID, Print: copies.PrintOf(p.Print), Group: p.Group, Fresh: fresh}); err != nil {
				return err
			}
			next = p.ID + 1
		}
		if err := s.take(ctx, g.Done()); err != nil {
			return err
		}
		more = len(chunk) == sweepChunk
	}
	if err := s.take(ctx, g.Finish()); err != nil {
		return err
	}
	if err := s.save(ctx); err != nil || s.stale {
		return err
	}
	return s.store.EndCopiesTodo(ctx, s.todo)
}

// take stores groups, a large one in parts.
func (s *sweep) take(ctx context.Context, groups []copies.Group) error {
	for _, g := range groups {
		for {
			part := store.CopyGroup{ID: g.ID, New: g.New[:min(len(g.New), groupBatch)], Old: g.Old}
			g.New, g.Old = g.New[len(part.New):], nil
			s.groups, s.members = append(s.groups, part), s.members+len(part.New)+len(part.Old)
			if s.members >= groupBatch {
				if err := s.save(ctx); err != nil {
					return err
				}
			}
			if len(g.New) == 0 {
				break
			}
		}
	}
	return nil
}

func (s *sweep) save(ctx context.Context) error {
	if s.stale || len(s.groups) == 0 {
		return nil
	}
	ok, err := s.store.SaveCopyGroups(ctx, s.todo, s.groups)
	s.stale, s.changed = !ok && err == nil, s.changed || ok
	s.groups, s.members = s.groups[:0], 0
	return err
}

// said is what a mention says, ready for comparing.
type said struct {
	text  copies.Text
	label data.Label
	gone  bool
}

// near compares the texts of two mentions. Praise is no copy of a complaint,
// however alike they are.
func (s *sweep) near(ctx context.Context, a, b data.ID) (bool, error) {
	x, err := s.said(ctx, a)
	if err != nil {
		return false, err
	}
	y, err := s.said(ctx, b)
	if err != nil || x.gone || y.gone || opposite(x.label, y.label) {
		return false, err
	}
	return copies.Near(x.text, y.text), nil
}

func opposite(a, b data.Label) bool { return a != b && a != data.Neutral && b != data.Neutral }

func (s *sweep) said(ctx context.Context, id data.ID) (said, error) {
	if t, ok := s.texts[id]; ok {
		return t, nil
	}
	t, ok, err := s.reader.Text(ctx, id)
	if err != nil {
		return said{}, err
	}
	if len(s.texts) >= textsKept {
		clear(s.texts)
	}
	s.texts[id] = said{copies.Read(t.Text), t.Label, !ok}
	return s.texts[id], nil
}
