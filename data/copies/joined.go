package copies

import (
	"slices"

	"vedetta/data"
)

// joined keeps which mentions hang together (a union-find forest; each root
// has the list of its members).
type joined struct {
	components []component
	members    []member
}

type component struct {
	parent     int32 // itself at a root
	head, tail int32 // of the members
	size       int32
	group      data.ID // earliest mention, of those seen and of earlier groups
	last       data.ID
}

type member struct {
	id, old data.ID
	next    int32
}

func (j *joined) len() int { return len(j.members) }

// add makes a component of one mention.
func (j *joined) add(id, old data.ID) int32 {
	at, c := int32(len(j.members)), int32(len(j.components))
	j.members = append(j.members, member{id, old, -1})
	group := id
	if old != 0 {
		group = min(id, old)
	}
	j.components = append(j.components, component{c, at, at, 1, group, id})
	return c
}

// root finds the root of a component and shortens the way to it.
func (j *joined) root(c int32) int32 {
	for j.components[c].parent != c {
		up := j.components[c].parent
		j.components[c].parent = j.components[up].parent
		c = up
	}
	return c
}

func (j *joined) same(a, b int32) bool { return j.root(a) == j.root(b) }

func (j *joined) join(a, b int32) {
	a, b = j.root(a), j.root(b)
	if a == b {
		return
	}
	if j.components[a].size < j.components[b].size {
		a, b = b, a
	}
	to, from := &j.components[a], &j.components[b]
	from.parent = a
	j.members[to.tail].next = from.head
	to.tail = from.tail
	to.size += from.size
	to.group, to.last = min(to.group, from.group), max(to.last, from.last)
}

// close hands over the groups whose last mention lies before an id. keep has,
// for each root, its number among those that go on; -1 for those that do not.
func (j *joined) close(before data.ID, done *[]Group) (keep []int32) {
	keep = make([]int32, len(j.components))
	kept := int32(0)
	for c := range j.components {
		x := &j.components[c]
		keep[c] = -1
		switch {
		case x.parent != int32(c):
		case x.last >= before:
			keep[c] = kept
			kept++
		case x.size > 1:
			if g := j.changes(x); len(g.New)+len(g.Old) > 0 {
				*done = append(*done, g)
			}
		}
	}
	return keep
}

// changes tells what of a group is not stored yet.
func (j *joined) changes(c *component) Group {
	g := Group{ID: c.group, Size: int(c.size)}
	for i := c.head; i >= 0; i = j.members[i].next {
		switch m := j.members[i]; {
		case m.old == 0:
			g.New = append(g.New, m.id)
		case m.old != g.ID:
			g.Old = append(g.Old, m.old)
		}
	}
	slices.Sort(g.New)
	slices.Sort(g.Old)
	g.Old = slices.Compact(g.Old)
	return g
}

// compact keeps the roots that go on, under their new numbers.
func (j *joined) compact(keep []int32) {
	var out joined
	for c, to := range keep {
		if to < 0 {
			continue
		}
		x := j.components[c]
		first := int32(len(out.members))
		for i := x.head; i >= 0; i = j.members[i].next {
			m := j.members[i]
			m.next = int32(len(out.members)) + 1
			out.members = append(out.members, m)
		}
		x.parent, x.head, x.tail = to, first, int32(len(out.members))-1
		out.members[x.tail].next = -1
		out.components = append(out.components, x)
	}
	*j = out
}
