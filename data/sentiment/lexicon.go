package sentiment

// role is what a term does to its neighbours.
type role uint8

const (
	plain    role = iota
	negator       // turns what follows
	strength      // makes what follows stronger or weaker
	contrast      // what follows counts more than what came before
)

// entry is a term of a lexicon.
type entry struct {
	weight  float32 // -3..3 for plain terms, the factor for strength
	role    role
	known   bool  // false where it is only the beginning of phrases
	groups  uint8 // of words to watch, a bit each
	form    string
	phrases []phrase
	// byNext leads from the hash of a phrase's second word to the phrases; those
	// whose second word is a stem are in loose. "non" begins hundreds.
	byNext map[uint64][]int32
	loose  []int32
}

// phrase is a term of several words; the first is the key of its entry.
type phrase struct {
	rest []part
	entry
}

type part struct {
	form   string
	prefix bool // any word that begins so
}

// lexicon is the compiled word list of one language.
type lexicon struct {
	exact map[uint64]*entry
	stems map[uint64]*entry
	// maybe has a bit for the hash of each stem, so that most beginnings of
	// most words need no look into the map.
	maybe [1 << 9]uint64
}

const shortestStem = 3

func maybeBit(h uint64) (slot, bit uint64) {
	h ^= h >> 32
	return h >> 6 & 511, 1 << (h & 63)
}

// find gives the entry of a word: its own, or else that of the longest stem
// that it begins with; nil when there is none.
func (l *lexicon) find(form []byte, hash uint64) *entry {
	if e := l.exact[hash]; e != nil {
		return e
	}
	return l.findStem(form)
}

func (l *lexicon) findStem(form []byte) *entry {
	var found *entry
	h := uint64(hashStart)
	for i, c := range form {
		h = (h ^ uint64(c)) * hashPrime
		if i+1 < shortestStem {
			continue
		}
		if slot, bit := maybeBit(h); l.maybe[slot]&bit == 0 {
			continue
		}
		if e := l.stems[h]; e != nil {
			found = e
		}
	}
	return found
}

// findDrawn looks again for a drawn-out word with each double letter as one:
// "ottimoo" as "ottimo".
func (l *lexicon) findDrawn(form []byte) *entry {
	var once [64]byte
	n := 0
	for i, c := range form {
		if i > 0 && c == form[i-1] || n == len(once) {
			continue
		}
		once[n] = c
		n++
	}
	return l.find(once[:n], hashOf(once[:n]))
}

// longest gives the phrase that fits the tokens after i with the most words.
func (e *entry) longest(s *scratch, i int) *phrase {
	if i+1 >= len(s.tokens) || len(e.phrases) == 0 {
		return nil
	}
	best := e.longer(nil, s, i, e.byNext[s.tokens[i+1].hash])
	return e.longer(best, s, i, e.loose)
}

func (e *entry) longer(best *phrase, s *scratch, i int, among []int32) *phrase {
	for _, p := range among {
		ph := &e.phrases[p]
		if (best == nil || len(ph.rest) > len(best.rest)) && ph.fits(s, i+1) {
			best = ph
		}
	}
	return best
}

// index prepares longest.
func (e *entry) index() {
	const few = 4 // not worth a map
	if len(e.phrases) > few {
		e.byNext = make(map[uint64][]int32, len(e.phrases))
	}
	for i := range e.phrases {
		if next := &e.phrases[i].rest[0]; next.prefix || e.byNext == nil {
			e.loose = append(e.loose, int32(i))
		} else {
			h := hashOf([]byte(next.form))
			e.byNext[h] = append(e.byNext[h], int32(i))
		}
	}
}

func (p *phrase) fits(s *scratch, i int) bool {
	if i+len(p.rest) > len(s.tokens) {
		return false
	}
	for k, part := range p.rest {
		if s.tokens[i+k-1].pause == stop {
			return false
		}
		form := s.form(&s.tokens[i+k])
		if part.prefix {
			form = form[:min(len(form), len(part.form))]
		}
		if string(form) != part.form {
			return false
		}
	}
	return true
}
