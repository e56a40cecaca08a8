package drivers

// The two periods, as indexes.
const (
	past = iota
	present
)

// term is a word or a pair of words, with the texts that carry it.
type term struct {
	all    [2]int32 // by period
	once   [2]int32 // by period, texts with the same words counted once
	labels [3]int32 // of the present
	seen   int32    // number of the last text that carried it
	words  [2]int32 // of a pair: the terms it is made of
	pair   bool
	shown  bool // may stand in the result
	z      float64
}

// token is a word of a text; words that carry nothing are not kept.
type token struct {
	term       int32
	start, end uint32
	joined     bool // makes a pair with the token before
}

// counter counts in how many texts each term stands.
type counter struct {
	terms []term
	forms map[uint64]int32 // hash of a folded word -> term or nothing
	stems map[uint64]int32 // hash of its stem -> term
	pairs map[uint64]int32 // two terms -> term
	known map[uint64]struct{}
	texts [2]int // different texts by period

	tokens []token
	ends   [2][]int32 // where each text's tokens end, by period
	first  [2]int     // index of the first token of the period
	number int32      // texts read so far
}

func newCounter(texts int) *counter {
	return &counter{
		terms:  make([]term, 0, 16*texts+16),
		forms:  make(map[uint64]int32, 2*texts+16),
		stems:  make(map[uint64]int32, 2*texts+16),
		pairs:  make(map[uint64]int32, 16*texts+16),
		known:  make(map[uint64]struct{}, texts),
		tokens: make([]token, 0, 32*texts),
	}
}

// read counts the texts of a period.
func (c *counter) read(texts []Text, period int) {
	clear(c.known)
	c.first[period] = len(c.tokens)
	for i := range texts {
		from := len(c.tokens)
		same := c.tokenise(texts[i].Text)
		if g := texts[i].Group; g != 0 {
			same = uint64(g)
		}
		c.ends[period] = append(c.ends[period], int32(len(c.tokens)))
		_, repeated := c.known[same]
		c.known[same] = struct{}{}
		if !repeated {
			c.texts[period]++
		}
		c.number++
		for k := from; k < len(c.tokens); k++ {
			c.count(c.tokens[k].term, period, repeated, texts[i])
			if c.tokens[k].joined {
				c.count(c.pair(c.tokens[k-1].term, c.tokens[k].term), period, repeated, texts[i])
			}
		}
	}
}

func (c *counter) count(id int32, period int, repeated bool, text Text) {
	t := &c.terms[id]
	if t.seen == c.number {
		return
	}
	t.seen = c.number
	t.all[period]++
	if !repeated {
		t.once[period]++
	}
	if period == present {
		t.labels[text.Label]++
	}
}

// pair gives the term of two words that stand together, in either order: "pane
// freddo" and "freddo il pane" are one.
func (c *counter) pair(a, b int32) int32 {
	key := uint64(min(a, b))<<32 | uint64(max(a, b))
	id, ok := c.pairs[key]
	if !ok {
		id = c.newTerm(term{pair: true, words: [2]int32{a, b}, shown: a != b})
		c.pairs[key] = id
	}
	return id
}

func (c *counter) newTerm(t term) int32 {
	c.terms = append(c.terms, t)
	return int32(len(c.terms) - 1)
}

// walk calls visit for each term in each text of a period, with its place.
func (c *counter) walk(period int, visit func(doc int, id int32, start, end int)) {
	k := c.first[period]
	for doc, end := range c.ends[period] {
		for ; k < int(end); k++ {
			t := c.tokens[k]
			visit(doc, t.term, int(t.start), int(t.end))
			if t.joined {
				before := c.tokens[k-1]
				visit(doc, c.pair(before.term, t.term), int(before.start), int(t.end))
			}
		}
	}
}
