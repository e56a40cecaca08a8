package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// compare learns a model from the recipe and all research sets, which may not
// be shipped, and prints its results beside.
func (o *options) compare(tests []testSet) error {
	texts, err := o.texts()
	if err != nil {
		return err
	}
	for _, with := range []bool{false, true} {
		all, err := o.researchTexts(tests)
		if err != nil {
			return err
		}
		if with {
			all = append(all, texts...)
		}
		model, err := o.learn(all)
		if err != nil {
			return err
		}
		name := fmt.Sprintf("research sets alone (%d texts)", len(all))
		if with {
			name = fmt.Sprintf("recipe and research sets (%d texts)", len(all))
		}
		printResults(name, measureAll(model.Model, tests))
	}
	return nil
}

// researchTexts reads the sets of sentiment in the folder, without those that
// are measured on.
func (o *options) researchTexts(tests []testSet) ([]example, error) {
	measured := map[string]bool{}
	for _, t := range tests {
		measured[t.name] = true
	}
	entries, err := os.ReadDir(o.Research)
	if err != nil {
		return nil, err
	}
	var all []example
	for _, e := range entries {
		name := e.Name()
		if measured[name] || name == "lexicon" || strings.Contains(name, "offensive") || strings.Contains(name, "emotion") || strings.HasSuffix(name, "_val") {
			continue
		}
		weight := 1.0
		if name == "umsab_train" {
			weight = 4
		}
		set, err := readSet(filepath.Join(o.Research, name), weight)
		if err != nil {
			return nil, err
		}
		all = append(all, set...)
	}
	return withVectors(all), nil
}

// curve prints the measure for growing parts of our own corpus.
func (o *options) curve(texts []example, tests []testSet) error {
	for _, part := range []float64{0, .125, .25, .5, .75, 1} {
		random := rand.New(rand.NewPCG(o.Seed, 17))
		var some []example
		own := 0
		for _, x := range texts {
			keep := random.Float64() < part
			if x.marked && !keep {
				continue
			}
			if x.marked {
				own++
			}
			some = append(some, x)
		}
		model := learn(some, bySentiment, o.Seed)
		fmt.Printf("%5d own texts:", own)
		for _, set := range tests {
			for _, lang := range []int{0, 1} {
				m := measure(withVectors(ofLang(set.texts, lang)), func(x *example) []float64 {
					p := model.logits(&x.vector)
					softmax(p)
					return p
				})
				fmt.Printf("  %s %s %.1f", set.name, []string{"it", "en"}[lang], m.macroF1)
			}
		}
		fmt.Println()
	}
	return nil
}
