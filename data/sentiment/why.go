package sentiment

import (
	"cmp"
	"math"
	"slices"

	"vedetta/data"
)

// Explain classifies and names the words, phrases and emoji that pushed the
// label. The weight of each is the exact sum of what its features add to the
// logit of positive minus that of negative: above 0 it speaks for positive.
func (m *Model) Explain(in Input) data.Sentiment {
	s := pool.Get().(*scratch)
	defer release(s)
	found, _ := m.classify(s, in)
	spans, _ := m.spans(s, indexOf(found.Lang))
	found.Words = strongest(in.Text, s.tokens, spans)
	return found
}

// span is a part of the text, token from to token to, and what it pushes.
type span struct {
	from, to int
	weight   float32
}

// spans shares the difference of the logits among the tokens, whole terms of
// the lexicon as one part; rest is what no token carries: bias, language, shape.
func (m *Model) spans(s *scratch, lang int) (all []span, rest float32) {
	push := make([]float32, len(s.tokens))
	f := &s.features
	rest = m.Bias[lang][data.Positive] - m.Bias[lang][data.Negative]
	if m.adaptation != nil {
		rest += m.adaptation.Offsets[data.Positive] - m.adaptation.Offsets[data.Negative]
	}
	by := f.wordValue()
	for i, row := range f.words {
		rest += share(push, int(f.wordsOf[i]), by*m.difference(row))
	}
	by = f.pieceValue()
	for i, row := range f.pieces {
		rest += share(push, int(f.piecesOf[i]), by*m.difference(row))
	}
	return m.join(s, lang, push), rest
}

// share gives a feature's weight to its token, that of a pair to both alike;
// what no token carries comes back.
func share(push []float32, place int, weight float32) (rest float32) {
	switch {
	case place == blank:
		return weight
	case place&pairBit != 0:
		push[place&^pairBit] += weight / 2
		push[place&^pairBit-1] += weight / 2
	default:
		push[place] += weight
	}
	return 0
}

// difference is what a row adds for positive, less what it adds for negative.
func (m *Model) difference(row uint32) float32 {
	at := int(row) * stride
	weight := func(label data.Label) float32 { return m.Scale[label] * float32(int8(m.weights[at+int(label)])) }
	return weight(data.Positive) - weight(data.Negative)
}

// join makes one span of the tokens of each term of the lexicon, and adds what
// the lexicon says of it.
func (m *Model) join(s *scratch, lang int, push []float32) []span {
	var all []span
	taken := make([]bool, len(s.tokens))
	praise, blame := m.lexiconPush(s, lang)
	for i := range s.hits {
		h := &s.hits[i]
		weight := h.weight * praise
		if h.weight < 0 {
			weight = h.weight * blame
		}
		p := span{from: -1, weight: weight}
		for t := range s.tokens {
			if s.tokens[t].start >= h.start && s.tokens[t].end <= h.end {
				if p.from < 0 {
					p.from = t
				}
				p.to = t
				if !taken[t] {
					p.weight += push[t]
					taken[t] = true
				}
			}
		}
		all = append(all, p)
	}
	for t := range push {
		if !taken[t] {
			all = append(all, span{t, t, push[t]})
		}
	}
	return all
}

// lexiconPush is what a unit of praise and one of blame in the lexicon's hits
// adds to the difference of the logits: every input of dense belongs to one
// sign and is shared by its hits in proportion to their weights.
func (m *Model) lexiconPush(s *scratch, lang int) (praise, blame float32) {
	sums := [2]float32{}
	sums[0], sums[1] = s.praiseAndBlame()
	var push [2]float32
	for d, x := range s.dense() {
		push[d%2] += x * (m.denseWeight(lang, d, int(data.Positive)) - m.denseWeight(lang, d, int(data.Negative)))
	}
	if sums[0] > 0 {
		praise = push[0] / sums[0]
	}
	if sums[1] > 0 {
		blame = -push[1] / sums[1] // the weights of blame are below 0
	}
	return praise, blame
}

const (
	mostWords = 6
	weakest   = 0.05 // a push that nobody would miss
)

// strongest gives the spans that push most, strongest first.
func strongest(text string, tokens []token, all []span) []data.Word {
	all = slices.DeleteFunc(all, func(p span) bool { return p.from < 0 || abs(p.weight) < weakest })
	slices.SortStableFunc(all, func(a, b span) int { return cmp.Compare(abs(b.weight), abs(a.weight)) })
	var words []data.Word
	for _, p := range all[:min(len(all), mostWords)] {
		words = append(words, data.Word{
			Text:   text[tokens[p.from].start:tokens[p.to].end],
			Weight: math.Round(100*float64(p.weight)) / 100,
		})
	}
	return words
}

func abs(x float32) float32 { return max(x, -x) }
