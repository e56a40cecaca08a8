package drivers

import (
	"cmp"
	"slices"
)

// Shared is a word that several texts have in common.
type Shared struct {
	Word  string // as people wrote it most often
	Texts int    // that carry it; repeated ones count once
}

// Words gives the n words that stand in most of some texts, without those
// that carry nothing.
func Words(texts []Text, n int) []Shared {
	c := newCounter(len(texts))
	c.read(texts, present)
	var ids []int32
	for id := range c.terms {
		if t := &c.terms[id]; t.shown && !t.pair {
			ids = append(ids, int32(id))
		}
	}
	slices.SortStableFunc(ids, func(a, b int32) int { return cmp.Compare(c.terms[b].once[present], c.terms[a].once[present]) })
	ids = ids[:min(n, len(ids))]
	found := make([]Found, len(ids))
	c.describe(found, ids, texts)
	out := make([]Shared, len(ids))
	for i, id := range ids {
		out[i] = Shared{found[i].Term, int(c.terms[id].once[present])}
	}
	return out
}
