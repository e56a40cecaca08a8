package crisis

import "sync"

// tongueWords gives the languages that a word belongs to, as bits.
var tongueWords = sync.OnceValue(func() map[string]uint8 {
	all := map[string]uint8{}
	for code, words := range wordLists("tongues.txt") {
		for i, known := range tongues {
			if known == code {
				for _, w := range words {
					all[w] |= 1 << i
				}
			}
		}
	}
	return all
})

var tongues = [...]string{"it", "en", "de", "fr", "es", "pt"}

func countTongues(s *tokens) (count [len(tongues)]int) {
	known := tongueWords()
	for i := range s.list {
		if bits := known[string(s.form(i))]; bits != 0 {
			for t := range tongues {
				count[t] += int(bits >> t & 1)
			}
		}
	}
	return count
}

// guessTongue tells the language by its small words; empty when too few speak
// for one.
func guessTongue(s *tokens) string {
	count := countTongues(s)
	best, second := 0, -1
	for t := 1; t < len(count); t++ {
		if count[t] > count[best] {
			best, second = t, best
		} else if second < 0 || count[t] > count[second] {
			second = t
		}
	}
	if count[best] < 2 || count[best] <= count[second] {
		return ""
	}
	return tongues[best]
}

// writes says whether a good part of the text is in a language, as where a
// statement stands in two.
func writes(s *tokens, code string) bool {
	const few, part = 6, 5
	count := countTongues(s)
	for t, known := range tongues {
		if known == code {
			return count[t] >= few && count[t]*part >= len(s.list)/2
		}
	}
	return false
}
