package sentiment

import (
	"math"
	"sync"

	"vedetta/data"
)

// Classify finds label, score, confidence, language and the deciding words of
// a text. It knows Italian and English; of other languages it reads the emoji
// alone. The words are parts of the text as written, each with the modifiers
// before it. It is safe for concurrent use; the first call reads the lexicons.
func Classify(text string) data.Sentiment {
	m := loaded()
	s := pool.Get().(*scratch)
	defer pool.Put(s)
	s.tokenise(text)
	lang := m.language(s)
	raw := m.scoreIn(s, lang)
	found := data.Sentiment{Score: squash(raw), Words: deciding(text, s.hits)}
	found.Label = labelOf(found.Score)
	found.Confidence = confidence(found, lang)
	if lang != unknown {
		found.Lang = codes[lang]
	}
	return found
}

var pool = sync.Pool{New: func() any { return new(scratch) }}

// scoreIn scores with the lexicon of the language; where the language is not
// known, with the one that finds more, at half weight.
func (m *model) scoreIn(s *scratch, lang int) float64 {
	switch lang {
	case it, en:
		return float64(m.score(s, &m.lexicons[lang]))
	case unknown:
		inItalian := m.score(s, &m.lexicons[it])
		inEnglish := m.score(s, &m.lexicons[en])
		if math.Abs(float64(inItalian)) > math.Abs(float64(inEnglish)) {
			inEnglish = m.score(s, &m.lexicons[it])
		}
		return unknownBy * float64(inEnglish)
	}
	return float64(m.score(s, nil))
}

const (
	unknownBy = 0.7
	softness  = 6.0 // a sum of weights of sqrt(softness) scores 0.71
)

// squash maps a sum of weights to -1..1.
func squash(sum float64) float64 { return sum / math.Sqrt(sum*sum+softness) }

// Scores below the first are negative, above the second positive.
const (
	negativeBelow = -0.15
	positiveAbove = 0.15
)

func labelOf(score float64) data.Label {
	switch {
	case score < negativeBelow:
		return data.Negative
	case score > positiveAbove:
		return data.Positive
	}
	return data.Neutral
}

func confidence(s data.Sentiment, lang int) float64 {
	c := 0.5
	if s.Label != data.Neutral {
		c = 0.4 + 0.4*math.Abs(s.Score)
	}
	if lang != it && lang != en {
		c = min(c, 0.4)
	}
	return c
}

const mostWords = 6

// deciding gives the strongest hits, strongest first.
func deciding(text string, hits []hit) []data.Word {
	if len(hits) == 0 {
		return nil
	}
	words := make([]data.Word, 0, min(len(hits), mostWords))
	for _, h := range hits {
		w := data.Word{Text: text[h.start:h.end], Weight: float64(h.weight)}
		at := len(words)
		for at > 0 && math.Abs(words[at-1].Weight) < math.Abs(w.Weight) {
			at--
		}
		if at == mostWords {
			continue
		}
		if len(words) < mostWords {
			words = append(words, data.Word{})
		}
		copy(words[at+1:], words[at:])
		words[at] = w
	}
	return words
}
