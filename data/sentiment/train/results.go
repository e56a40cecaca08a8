package main

import (
	"fmt"

	"vedetta/data/sentiment"
)

// result is how a model did on the texts of one language of a set.
type result struct {
	set, lang string
	measured
	told      float64 // share of texts whose language was told right, per cent
	complaint float64 // area under the curve of complaints, per cent; 0 where few are marked
}

const enoughTexts = 20

func measureAll(m *sentiment.Model, tests []testSet) (all []result) {
	for _, set := range tests {
		for lang, code := range sentiment.Codes() {
			if texts := ofLang(set.texts, lang); len(texts) >= enoughTexts {
				all = append(all, measureOne(m, set.name, code, texts))
			}
		}
	}
	return all
}

func measureOne(m *sentiment.Model, set, lang string, texts []example) result {
	r := result{set: set, lang: lang}
	var points []float64
	r.measured = measure(texts, func(x *example) []float64 {
		found := m.Classify(sentiment.Input{Text: x.text, Lang: lang})
		points = append(points, found.Complaint)
		return found.P[:]
	})
	for i := range texts {
		if m.Classify(sentiment.Input{Text: texts[i].text}).Lang == lang {
			r.told += 100 / float64(len(texts))
		}
	}
	const enoughMarks = 10
	var is []bool
	marks := 0
	for i := range texts {
		has := hasMark(&texts[i], markComplaint)
		if is = append(is, has); has {
			marks++
		}
	}
	if marks >= enoughMarks {
		r.complaint = auc(points, is)
	}
	return r
}

func printResults(name string, all []result) {
	fmt.Printf("%s\n%-28s %-5s %6s %6s %6s %6s   %-22s %8s   %s\n", name, "set", "lang", "texts", "F1", "recall", "ECE", "recall neg/neu/pos", "language", "AUC of complaints")
	sums, n := map[string]float64{}, map[string]float64{}
	for _, r := range all {
		fmt.Printf("%-28s %-5s %6d %6.1f %6.1f %6.1f   %5.0f %5.0f %5.0f       %8.1f   %8.0f\n", r.set, r.lang, r.texts, r.macroF1, r.macroRecall, r.ece,
			r.recalls[0], r.recalls[1], r.recalls[2], r.told, r.complaint)
		sums[r.set] += r.macroF1
		n[r.set]++
	}
	for set, sum := range sums {
		fmt.Printf("%-28s mean %.1f\n", set, sum/n[set])
	}
	fmt.Println()
}
