package copies

import (
	"math"
	"time"

	"vedetta/data"
)

// Within is how far apart two mentions may lie to be copies.
const Within = 14 * 24 * time.Hour

// Reach is Within as a difference of ids, which count seconds from bit 20 on.
const Reach = data.ID(Within/time.Second) << 20

// renewed is for how long mentions with the same print are kept as one.
const renewed = data.ID(24*time.Hour/time.Second) << 20

// Mention is what a Grouper needs of a mention.
type Mention struct {
	ID    data.ID
	Print Print
	Group data.ID // of which it was a member so far; 0: none
	// Fresh mentions are compared with all others, the rest with fresh ones
	// only.
	Fresh bool
}

// Group is what changes about a group: it gets new members and takes all of
// those of other groups.
type Group struct {
	ID   data.ID // of its earliest mention
	New  []data.ID
	Old  []data.ID // other groups that it takes in
	Size int       // mentions that the Grouper was shown
}

// Grouper finds groups of copies among mentions that come in order of id. It
// keeps those of the last 14 days, once for each print, and groups until
// nothing can join them any more.
type Grouper struct {
	near   func(a, b data.ID) (bool, error)
	nodes  nodes
	joined joined
	byOld  map[data.ID]int32 // component that holds an earlier group
	done   []Group
	next   int // number of nodes and members at which old ones are let go
}

// NewGrouper makes a Grouper. near compares two texts by their mentions' ids;
// it is asked only where prints do not decide.
func NewGrouper(near func(a, b data.ID) (bool, error)) *Grouper {
	return &Grouper{near: near, byOld: map[data.ID]int32{}, nodes: newNodes(smallest), next: smallest}
}

// Add takes in the next mention.
func (g *Grouper) Add(m Mention) error {
	if m.Print == (Print{}) {
		return nil
	}
	if g.nodes.len()+g.joined.len() > g.next {
		g.letGo(m.ID)
	}
	c := g.joined.add(m.ID, m.Group)
	if m.Group != 0 {
		if other, ok := g.byOld[m.Group]; ok {
			g.joined.join(c, other)
		} else {
			g.byOld[m.Group] = c
		}
	}
	if same := g.nodes.same(m); same >= 0 {
		n := &g.nodes.list[same]
		if m.Fresh || n.fresh {
			g.joined.join(c, n.component)
		}
		if m.ID-n.first < renewed && (n.fresh || !m.Fresh) {
			n.last = m.ID
			return nil
		}
	}
	if err := g.compare(m, c); err != nil {
		return err
	}
	g.nodes.add(m, c)
	return nil
}

// compare joins a mention with what it is a copy of.
func (g *Grouper) compare(m Mention, c int32) error {
	if m.Print.short() {
		return nil
	}
	for k := range keys {
		for i := g.nodes.first(k, m.Print.Keys[k]); i >= 0; {
			n := &g.nodes.list[i]
			if m.ID-n.first > Reach+renewed {
				break
			}
			if g.joined.same(c, n.component) {
				i = g.skip(k, i)
				continue
			}
			if err := g.tryJoin(m, c, n, k); err != nil {
				return err
			}
			i = n.next[k]
		}
	}
	return nil
}

func (g *Grouper) tryJoin(m Mention, c int32, n *node, k int) error {
	if n.print.Keys[k] != m.Print.Keys[k] || m.ID-n.last > Reach || !m.Fresh && !n.fresh ||
		k != permutations && n.print.far(m.Print) {
		return nil
	}
	near, err := g.near(n.first, m.ID)
	if near {
		g.joined.join(c, n.component)
	}
	return err
}

// skip gives the next node after i in a chain that belongs to another
// component than i, and remembers it: in a burst of copies the chain is long,
// and nearly all of one component.
func (g *Grouper) skip(k int, i int32) int32 {
	list := g.nodes.list
	to := list[i].skip[k]
	for to >= 0 && g.joined.same(list[i].component, list[to].component) {
		to = list[to].skip[k]
	}
	list[i].skip[k] = to
	return to
}

// smallest is how much is kept before it pays to look for what is too old.
const smallest = 1 << 12

// letGo forgets mentions to which those from now on are too far, and hands
// over the groups that are complete.
func (g *Grouper) letGo(now data.ID) {
	keep := g.joined.close(now-Reach, &g.done)
	for old, c := range g.byOld {
		if moved := keep[g.joined.root(c)]; moved < 0 {
			delete(g.byOld, old)
		} else {
			g.byOld[old] = moved
		}
	}
	g.nodes.compact(now, func(c int32) int32 { return keep[g.joined.root(c)] })
	g.joined.compact(keep)
	g.next = 2*(g.nodes.len()+g.joined.len()) + smallest
}

// Done hands over the groups that are complete; those that nothing changes
// about are left out.
func (g *Grouper) Done() []Group {
	done := g.done
	g.done = nil
	return done
}

// Finish hands over what is left: no mention follows.
func (g *Grouper) Finish() []Group {
	g.joined.close(math.MaxInt64, &g.done)
	return g.Done()
}
