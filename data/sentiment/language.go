package sentiment

// The languages that are told apart, as indexes. Sentiment is known in those
// before other.
const (
	it = iota
	en
	es
	fr
	de
	pt
	other
	languages = other
	tongues   = other + 1
)

// OtherLanguage is the code of languages that the model does not know.
const OtherLanguage = "other"

var codes = [tongues]string{"it", "en", "es", "fr", "de", "pt", OtherLanguage}

// indexOf is the language of a code ("it", "it-IT"); other when it is none of
// the six.
func indexOf(code string) int {
	if len(code) < 2 || len(code) > 2 && code[2] != '-' && code[2] != '_' {
		return other
	}
	for l, c := range codes[:languages] {
		if code[0]|0x20 == c[0] && code[1]|0x20 == c[1] {
			return l
		}
	}
	return other
}

const (
	tonguePiece = 4   // the longest piece of a word that tells the language
	mostTongue  = 600 // features; a language is told long before
	mostLetters = 64
	scriptBits  = 7 // letters that differ in the bits above belong to other scripts
)

// tongue are the features that tell the language: rows of its own table.
type tongue struct {
	rows []uint32
}

func (t *tongue) reset() { t.rows = t.rows[:0] }

func (t *tongue) open() bool { return len(t.rows) < mostTongue }

func (t *tongue) add(h uint64) {
	h ^= h >> 31
	h *= 0xbf58476d1ce4e5b9
	t.rows = append(t.rows, uint32(h>>32)&(tongueRows-1))
}

func (t *tongue) addLetter(r rune) {
	t.add(seeded(seedShape, uint64(r)))
	t.add(seeded(seedShape, 1<<32+uint64(r>>scriptBits)))
}

// language tells the language of the tokenised text and how sure that is,
// 0..1. other is the answer where nothing speaks for any of the six.
func (m *Model) language(s *scratch) (lang int, sure float32) {
	rows := s.tongue.rows
	if len(rows) == 0 {
		return other, 0
	}
	sums := sumRows(m.tongue, tongueStride, rows)
	var p [tongues]float32
	by := m.TongueScale / float32(len(rows))
	for l := range p {
		p[l] = float32(sums[l])*by + m.TongueBias[l]
	}
	softmax(p[:])
	for l := range p {
		if p[l] > p[lang] {
			lang = l
		}
	}
	return lang, p[lang]
}
