package sentiment

// The languages that are told apart, as indexes.
const (
	it = iota
	en
	es
	fr
	de
	pt
	languages
)

const unknown = -1

var codes = [languages]string{"it", "en", "es", "fr", "de", "pt"}

// Evidence in points: a function word that one language alone has counts 4.
const (
	enoughEvidence = 4
	enoughLead     = 2
)

// language tells the language of the tokens: function words and letters first,
// word endings and the words of the lexicons where those do not say enough.
func (m *model) language(s *scratch) int {
	var votes [languages]int
	for l, n := range s.letters {
		votes[l] = 2 * int(n)
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == word {
			m.words[t.hash].vote(&votes)
		}
	}
	if best, ok := winner(&votes); ok {
		return best
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == word {
			m.voteByForm(s.form(t), t, &votes)
		}
	}
	best, ok := winner(&votes)
	if !ok {
		return unknown
	}
	return best
}

// winner is the language with the most votes, and whether that is enough.
func winner(votes *[languages]int) (best int, ok bool) {
	second := 0
	for l := 1; l < languages; l++ {
		if votes[l] > votes[best] {
			best = l
		}
	}
	for l, v := range votes {
		if l != best {
			second = max(second, v)
		}
	}
	return best, votes[best] >= enoughEvidence && votes[best]-second >= enoughLead
}

func (m *model) voteByForm(form []byte, t *token, votes *[languages]int) {
	for n := 2; n <= 4 && n < len(form); n++ {
		m.endings[hashOf(form[len(form)-n:])].vote(votes)
	}
	for l := range m.lexicons {
		if m.lexicons[l].find(form, t.hash) != nil {
			votes[l] += 2
		}
	}
}

// speakers is the set of languages that have a word.
type speakers uint8

// vote gives four points to a word's only language, fewer to each of several.
func (s speakers) vote(votes *[languages]int) {
	if s == 0 {
		return
	}
	points := pointsFor[s]
	for l := range votes {
		if s&(1<<l) != 0 {
			votes[l] += points
		}
	}
}

// pointsFor is 4 over the number of languages in the set, rounded up.
var pointsFor = func() (p [1 << languages]int) {
	for set := 1; set < len(p); set++ {
		n := 0
		for l := range languages {
			n += set >> l & 1
		}
		p[set] = (4 + n - 1) / n
	}
	return p
}()
