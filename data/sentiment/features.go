package sentiment

import "math"

// Seeds keep the kinds of features apart in one table of weights.
const (
	seedWord uint64 = iota + 1
	seedPair
	seedLastPair
	seedTag
	seedSpoken // a word in one language
	seedShape
	seedPiece
	seedQuoted
	seedFirst
)

// Values of a feature: blocks are brought to length 1, so that a long text is
// no surer than a short one because of its length.
const pieceScale = 0.7

// The place of a feature is the index of its token. blank stands for features
// that no token carries, pairBit marks those of a token and the one before.
const (
	blank   = -1
	pairBit = 1 << 20
)

// features are the hashed features of a text, each once, as rows of the table
// of weights, and the token that each stands for.
type features struct {
	words, pieces     []uint32
	wordsOf, piecesOf []int32
	seen              seen
}

func (f *features) reset() {
	f.words, f.pieces = f.words[:0], f.pieces[:0]
	f.wordsOf, f.piecesOf = f.wordsOf[:0], f.piecesOf[:0]
}

// wordValue and pieceValue are the value of every feature of the block.
func (f *features) wordValue() float32 {
	return float32(1 / math.Sqrt(float64(max(len(f.words), 1))))
}

func (f *features) pieceValue() float32 {
	return float32(pieceScale / math.Sqrt(float64(max(len(f.pieces), 1))))
}

func (f *features) addWord(h uint64, token int) {
	row := rowOf(h)
	if f.seen.first(row) {
		f.words = append(f.words, row)
		f.wordsOf = append(f.wordsOf, int32(token))
	}
}

func (f *features) addPiece(h uint64, token int) {
	row := rowOf(h)
	if f.seen.first(row) {
		f.pieces = append(f.pieces, row)
		f.piecesOf = append(f.piecesOf, int32(token))
	}
}

// rowOf maps a hash to a row of the table of weights.
func rowOf(h uint64) uint32 {
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 32
	return uint32(h & (rows - 1))
}

func seeded(seed, h uint64) uint64 { return (h ^ seed*0x9e3779b97f4a7c15) * hashPrime }

// most bounds the work for one text: of a longer one its beginning decides.
const (
	mostTokens = 1200
	mostPieces = 6000
)

// pieces finds the pieces of the words, which do not depend on the language.
func (s *scratch) pieces() {
	f := &s.features
	f.reset()
	f.seen.begin()
	s.tongue.reset()
	for i := range s.tokens[:min(len(s.tokens), mostTokens)] {
		if t := &s.tokens[i]; t.kind == word && len(f.pieces) < mostPieces {
			if s.tongue.open() && !t.number {
				s.tongue.add(seeded(seedWord, t.hash))
			}
			s.pieceFeatures(i)
		}
	}
	for _, r := range s.letters {
		s.tongue.addLetter(r)
	}
}

// wordsAndShape finds all other features, in a language.
func (s *scratch) wordsAndShape(lang int) {
	s.features.seen.begin()
	s.wordFeatures(lang)
	s.shapeFeatures()
}

func (s *scratch) wordFeatures(lang int) {
	f := &s.features
	tokens := s.tokens[:min(len(s.tokens), mostTokens)]
	for i := range tokens {
		t := &tokens[i]
		f.addWord(seeded(seedWord, t.hash), i)
		if t.kind == word && lang < languages {
			f.addWord(seeded(seedSpoken+uint64(lang)<<8, t.hash), i)
		}
		if t.tag {
			f.addWord(seeded(seedTag, t.hash), i)
		}
		if t.quoted {
			f.addWord(seeded(seedQuoted, t.hash), i)
		}
		if i > 0 {
			f.addWord(seeded(seedPair, tokens[i-1].hash*3+t.hash), i|pairBit)
		}
	}
	if n := len(tokens); n > 0 {
		f.addWord(seeded(seedFirst, tokens[0].hash), 0)
		f.addWord(seeded(seedLastPair, tokens[n-1].hash), n-1)
	}
	if lang < languages {
		f.addWord(seeded(seedShape, uint64(1000+lang)), blank)
	}
}

// facesAlone finds the emoji and the shape: all that can be read of a text in
// a language that the model does not know.
func (s *scratch) facesAlone() {
	for i := range s.tokens[:min(len(s.tokens), mostTokens)] {
		if t := &s.tokens[i]; t.kind == face {
			s.features.addWord(seeded(seedWord, t.hash), i)
		}
	}
	s.shapeFeatures()
}

// shapeFeatures tell how the text is written, each count capped.
func (s *scratch) shapeFeatures() {
	var caps, drawn, bangs, faces, quoted int
	for i := range s.tokens {
		t := &s.tokens[i]
		bangs += int(t.bangs)
		switch {
		case t.kind == face:
			faces++
		case t.caps:
			caps++
		}
		if t.long {
			drawn++
		}
		if t.quoted {
			quoted++
		}
	}
	counts := [...]int{
		min(caps, 3), min(drawn, 3), min(bangs, 3), min(s.questions, 3), min(s.dots, 3),
		min(faces, 3), min(len(s.tokens)/5, 6), min(s.links, 2), min(s.names, 3), min(quoted, 2),
	}
	for kind, n := range counts {
		s.features.addWord(seeded(seedShape, uint64(16*kind+n)), blank)
	}
}

// Pieces of a word have these lengths, its edges "<" and ">" counted.
const (
	shortestPiece = 3
	longestPiece  = 5
)

// pieceFeatures finds the pieces of a word for the sentiment and, shorter
// ones too, for the language.
func (s *scratch) pieceFeatures(token int) {
	var edged [40]byte
	form := s.form(&s.tokens[token])
	form = form[:min(len(form), len(edged)-2)]
	edged[0] = '<'
	n := copy(edged[1:], form) + 1
	edged[n] = '>'
	n++
	forTongue := s.tongue.open() && !s.tokens[token].number
	for from := range n {
		h := uint64(hashStart)
		for k := from; k < min(n, from+longestPiece); k++ {
			h = (h ^ uint64(edged[k])) * hashPrime
			size := k - from + 1
			if size >= shortestPiece {
				s.features.addPiece(seeded(seedPiece, h), token)
			}
			if forTongue && size <= tonguePiece {
				s.tongue.add(h)
			}
		}
	}
}

// seen tells a row's first time in a text. A full neighbourhood lets a row
// count twice, which only very long texts can notice.
type seen struct {
	round uint32
	slots [1 << 11]struct{ round, row uint32 }
}

func (s *seen) begin() { s.round++ }

func (s *seen) first(row uint32) bool {
	const probes = 8
	at := row * 0x9e3779b1 >> 21
	for range probes {
		slot := &s.slots[at&(1<<11-1)]
		if slot.round != s.round {
			slot.round, slot.row = s.round, row
			return true
		}
		if slot.row == row {
			return false
		}
		at++
	}
	return true
}
