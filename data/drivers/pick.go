package drivers

const (
	together = 0.75 // of a word's texts also carry the pair: the pair says more
	overlaps = 0.5  // of a word's texts carry a pair that was picked already
)

// pick takes the first n ranked terms that do not say the same thing twice: a
// pair instead of a word that hardly ever stands without it, no pair that is
// merely one of a word's many uses, no two pairs that share a word.
func (c *counter) pick(ranked []int32, n int) []int32 {
	absorbed := c.absorbed(ranked)
	var picked []int32
	for _, id := range ranked {
		if len(picked) == n {
			break
		}
		if !absorbed[id] && !c.repeats(id, picked) {
			picked = append(picked, id)
		}
	}
	return picked
}

// absorbed marks the words that a pair replaces, and the pairs that replace
// nothing.
func (c *counter) absorbed(ranked []int32) map[int32]bool {
	absorbed := map[int32]bool{}
	for _, id := range ranked {
		pair := &c.terms[id]
		if !pair.pair {
			continue
		}
		replaces := false
		for _, w := range pair.words {
			if word := &c.terms[w]; word.shown && c.share(pair, word) >= together {
				absorbed[w], replaces = true, true
			}
		}
		if !replaces {
			absorbed[id] = true
		}
	}
	return absorbed
}

// share is the part of a word's texts that carry the pair.
func (c *counter) share(pair, word *term) float64 {
	return float64(pair.once[present]) / float64(word.once[present])
}

func (c *counter) repeats(id int32, picked []int32) bool {
	t := &c.terms[id]
	for _, p := range picked {
		other := &c.terms[p]
		switch {
		case t.pair && other.pair:
			if c.sharesWord(t, other) {
				return true
			}
		case other.pair && contains(other, id):
			if c.share(other, t) >= overlaps {
				return true
			}
		case t.pair && contains(t, p):
			if c.share(t, other) >= overlaps {
				return true
			}
		}
	}
	return false
}

func (c *counter) sharesWord(a, b *term) bool {
	for _, w := range a.words {
		if c.terms[w].shown && contains(b, w) {
			return true
		}
	}
	return false
}

func contains(pair *term, word int32) bool { return pair.words[0] == word || pair.words[1] == word }
