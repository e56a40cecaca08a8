package sentiment

import "bytes"

// The rules' constants; fitted on the training split that doc.go names.
const (
	praiseBy      = 0.7  // praise is often mere politeness, blame rarely is
	negatedBy     = -0.7 // what remains of praise after a negator
	notBadBy      = -0.4 // what remains of blame: "not bad" is faint praise
	negatorReach  = 3    // words
	strengthReach = 2
	beforeBut     = 0.6 // what a clause keeps when another contradicts it
	afterBut      = 1.15
	capsBy        = 1.25
	drawnBy       = 1.25
	superlativeBy = 1.3
	againBy       = 0.3 // a term said again adds this much of its weight
	bangBy        = 0.08
	mostBangs     = 4
)

// hit is a term that pushed the score.
type hit struct {
	start, end int // its place in the text, with what modified it
	key        uint64
	weight     float32
	again      int
}

// modifier is a negator or strength word that is still waiting for its word.
type modifier struct {
	start   int
	left    int // words that it still reaches
	negates bool
	factor  float32
}

// scorer walks once over the tokens of a text.
type scorer struct {
	*scratch
	lex    *lexicon // nil where only faces are read
	faces  map[uint64]float32
	shout  bool // the whole text is in capitals, so capitals stress nothing
	clause int  // first hit of the sentence
	factor float32
}

// score fills s.hits with what the lexicon of a language finds; in other
// languages it reads the emoji alone.
func (all *lexicons) score(s *scratch, lang int) {
	s.hits, s.mods = s.hits[:0], s.mods[:0]
	r := scorer{scratch: s, faces: all.faces, shout: s.mostlyCapitals(), factor: 1}
	if lang < languages {
		r.lex = &all.of[lang]
	}
	bangs := 0
	for i := 0; i < len(s.tokens); {
		n := r.step(i)
		i += n
		last := &s.tokens[i-1]
		bangs += int(last.bangs)
		r.pass(last, n)
	}
	by := 1 + bangBy*float32(min(bangs, mostBangs))
	for i := range s.hits {
		s.hits[i].weight *= by
	}
}

func (s *scratch) mostlyCapitals() bool {
	caps, words := 0, 0
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == word {
			words++
			if t.caps {
				caps++
			}
		}
	}
	return caps*2 > words
}

// step reads the term at token i and gives how many tokens it takes.
func (r *scorer) step(i int) int {
	t := &r.tokens[i]
	if t.kind == face {
		r.hit(i, 1, r.faces[t.hash])
		return 1
	}
	if r.lex == nil {
		return 1
	}
	e := r.lex.find(r.form(t), t.hash)
	if e == nil && t.long {
		e = r.lex.findDrawn(r.form(t))
	}
	if e == nil {
		return 1
	}
	n := 1
	if p := e.longest(r.scratch, i); p != nil {
		e, n = &p.entry, 1+len(p.rest)
	}
	r.take(i, n, e)
	return n
}

func (r *scorer) take(i, n int, e *entry) {
	switch e.role {
	case plain:
		r.hit(i, n, e.weight*r.stress(i, n))
	case negator:
		r.mods = append(r.mods, modifier{r.tokens[i].start, negatorReach + n, true, e.weight})
	case strength:
		r.mods = append(r.mods, modifier{r.tokens[i].start, strengthReach + n, false, e.weight})
	case contrast:
		for h := r.clause; h < len(r.hits); h++ {
			r.hits[h].weight *= beforeBut
		}
		r.mods = r.mods[:0]
		r.factor = afterBut
	}
}

// stress is how much the way a term is written adds to it.
func (r *scorer) stress(i, n int) float32 {
	by := float32(1)
	t := &r.tokens[i+n-1]
	if t.caps && !r.shout {
		by *= capsBy
	}
	if t.long {
		by *= drawnBy
	}
	if n == 1 && isSuperlative(r.form(t)) {
		by *= superlativeBy
	}
	return by
}

// isSuperlative tells whether a word ends in -issimo, -issima, …
func isSuperlative(form []byte) bool {
	return len(form) > 7 && bytes.Contains(form[len(form)-6:], []byte("ssim"))
}

func (r *scorer) hit(i, n int, weight float32) {
	if weight == 0 {
		return
	}
	h := hit{start: r.tokens[i].start, end: r.tokens[i+n-1].end, key: r.tokens[i].hash, weight: weight * r.factor}
	if r.tokens[i].kind == word {
		r.modify(&h)
	}
	if h.weight > 0 {
		h.weight *= praiseBy
	}
	for k := range r.hits {
		if old := &r.hits[k]; old.key == h.key {
			if old.again < 3 {
				old.weight += againBy * h.weight
				old.again++
			}
			return
		}
	}
	r.hits = append(r.hits, h)
}

// modify applies the waiting modifiers. Several negators count as one: "non
// delude mai" denies once.
func (r *scorer) modify(h *hit) {
	denied := false
	for _, m := range r.mods {
		h.start = min(h.start, m.start)
		switch {
		case !m.negates:
			h.weight *= m.factor
		case denied:
		case h.weight > 0:
			h.weight *= negatedBy * m.factor
			denied = true
		default:
			h.weight *= notBadBy * m.factor
			denied = true
		}
	}
}

// pass ends what does not reach beyond the term of n tokens just read.
func (r *scorer) pass(last *token, n int) {
	if last.pause == stop {
		r.mods = r.mods[:0]
		r.clause, r.factor = len(r.hits), 1
		return
	}
	kept := r.mods[:0]
	for _, m := range r.mods {
		if m.left -= n; m.left > 0 && last.pause == noPause {
			kept = append(kept, m)
		}
	}
	r.mods = kept
}
