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
	defer release(s)
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

// release keeps the memory of a classification for the next one, but not that
// of a book.
func release(s *scratch) {
	if cap(s.norm) < 1<<16 {
		pool.Put(s)
	}
}

// scoreIn scores with the lexicon of the language; where the language is not
// known, with the one that finds more, at a discount.
func (m *model) scoreIn(s *scratch, lang int) float64 {
	switch lang {
	case it, en:
		return float64(m.score(s, &m.lexicons[lang]))
	case unknown:
		inItalian := float64(m.score(s, &m.lexicons[it]))
		inEnglish := float64(m.score(s, &m.lexicons[en]))
		if math.Abs(inItalian) > math.Abs(inEnglish) {
			return unknownBy * float64(m.score(s, &m.lexicons[it])) // once more, for its hits
		}
		return unknownBy * inEnglish
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

// confidence is about the share of labels that were right among those of the
// same strength, on the training split, where the labels are equally frequent.
func confidence(s data.Sentiment, lang int) float64 {
	known := lang == it || lang == en
	strength := math.Abs(s.Score)
	switch {
	case s.Label == data.Neutral && known:
		return 0.52 - 1.5*strength
	case s.Label == data.Neutral:
		return 0.34
	case known:
		return 0.36 + 0.56*strength
	}
	return min(0.36+0.56*strength, 0.5)
}

const mostWords = 6

// deciding gives the strongest hits, strongest first.
func deciding(text string, hits []hit) []data.Word {
	if len(hits) == 0 {
		return nil
	}
	words := make([]data.Word, 0, min(len(hits), mostWords))
	for _, h := range hits {
		w := data.Word{Text: text[h.start:h.end], Weight: math.Round(100*float64(h.weight)) / 100}
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
