package main

import (
	"fmt"
	"math/rand/v2"

	"vedetta/data"
	"vedetta/data/sentiment"
)

const (
	lessons = 200 // corrections that the simulation gives
	draws   = 10  // random choices of them, which are averaged
)

// simulate prints, for each language of a set, what a model gains on texts it
// has not seen from corrections out of the same stream.
func simulate(m *sentiment.Model, set testSet, seed uint64) {
	for lang, code := range sentiment.Codes() {
		texts := ofLang(set.texts, lang)
		if len(texts) < lessons+enoughTexts {
			continue
		}
		random := rand.New(rand.NewPCG(seed, 19))
		before, after, used := 0.0, 0.0, map[sentiment.Way]int{}
		for range draws {
			random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
			adaptation, trial := m.Adapt(correctionsOf(texts[:lessons], code))
			used[trial.Way]++
			before += measureWith(m, texts[lessons:], code).macroF1 / draws
			after += measureWith(m.With(adaptation), texts[lessons:], code).macroF1 / draws
		}
		fmt.Printf("%-28s %-5s %d corrections: F1 %.1f → %.1f on the other %d (mean of %d draws; ways %v)\n",
			set.name, code, lessons, before, after, len(texts)-lessons, draws, used)
	}
}

func correctionsOf(texts []example, lang string) []sentiment.Correction {
	all := make([]sentiment.Correction, len(texts))
	for i, x := range texts {
		all[i] = sentiment.Correction{Input: sentiment.Input{Text: x.text, Lang: lang}, Label: data.Label(x.label), Weight: 1}
	}
	return all
}

func measureWith(m *sentiment.Model, texts []example, lang string) measured {
	return measure(texts, func(x *example) []float64 {
		p := m.Classify(sentiment.Input{Text: x.text, Lang: lang}).P
		return p[:]
	})
}

func (o *options) teach(m *sentiment.Model) error {
	sets, err := testSets(o.Teach)
	for _, set := range sets {
		simulate(m, set, o.Seed)
	}
	return err
}
