package copies

import (
	"math/bits"

	"vedetta/data"
)

// node stands for the mentions with one print, of about a day.
type node struct {
	print       Print
	first, last data.ID
	component   int32
	fresh       bool
	next        [chains]int32 // the node before it in each chain; -1: none
	skip        [keys]int32   // one further on; all in between are of its component
}

// The nodes with one key hang together in a chain, newest first; the last
// chain is by SimHash.
const (
	chains   = keys + 1
	simChain = keys
)

// nodes is a hash table of chains.
type nodes struct {
	list  []node
	heads [chains][]int32
	shift int
}

func newNodes(size int) nodes {
	n := nodes{shift: 32 - bits.Len(uint(size))}
	for k := range n.heads {
		n.heads[k] = make([]int32, 1<<bits.Len(uint(size)))
		for i := range n.heads[k] {
			n.heads[k][i] = -1
		}
	}
	return n
}

func (n *nodes) len() int { return len(n.list) }

func (n *nodes) slot(key uint32) uint32 { return key * 0x9e3779b1 >> n.shift }

// first is the newest node in the chain of a key; others with the same slot
// are in it too.
func (n *nodes) first(chain int, key uint32) int32 { return n.heads[chain][n.slot(key)] }

// same finds the newest node with a mention's print within reach; -1: none.
func (n *nodes) same(m Mention) int32 {
	i := n.first(simChain, keyOf(m.Print.Sim))
	for i >= 0 && n.list[i].print != m.Print {
		i = n.list[i].next[simChain]
	}
	if i >= 0 && m.ID-n.list[i].last > Reach {
		return -1
	}
	return i
}

// add puts a mention at the heads of its chains.
func (n *nodes) add(m Mention, component int32) {
	n.push(node{print: m.Print, first: m.ID, last: m.ID, component: component, fresh: m.Fresh})
}

func (n *nodes) push(added node) {
	at := int32(len(n.list))
	for chain := range chains {
		key := keyOf(added.print.Sim) // mixed: copies differ in a few bits only
		if chain < keys {
			key = added.print.Keys[chain]
		}
		if key == 0 && chain < keys {
			continue // a short text
		}
		head := &n.heads[chain][n.slot(key)]
		added.next[chain] = *head
		*head = at
	}
	copy(added.skip[:], added.next[:keys])
	n.list = append(n.list, added)
}

// compact keeps the nodes that mentions from now on can reach.
func (n *nodes) compact(now data.ID, component func(int32) int32) {
	kept := 0
	for _, x := range n.list {
		if now-x.last <= Reach {
			kept++
		}
	}
	out := newNodes(2*kept + smallest)
	out.list = make([]node, 0, 2*kept+smallest)
	for _, x := range n.list {
		if now-x.last <= Reach {
			x.component = component(x.component)
			out.push(x)
		}
	}
	*n = out
}
