package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"vedetta/assets"
	"vedetta/data/sentiment"
)

const (
	phraseWeight = 2
	clearWeight  = .9 // of a term in the lexicon, from which it is learnt
)

// phraseTexts are the terms of several words in our own lexicons, as short
// texts: so the table knows their words, and the learner how much a term of
// the lexicon says.
func phraseTexts() (all []example, err error) {
	for _, kind := range []string{"phrases", "sentiment"} {
		for _, code := range []string{"it", "en"} {
			name := "lexicons/" + kind + "." + code + ".tsv"
			content, err := assets.Lexicons.ReadFile(name)
			if err != nil {
				return nil, err
			}
			for line := range strings.Lines(string(content)) {
				if strings.HasPrefix(line, "#") {
					continue
				}
				x, err := phraseText(strings.TrimSpace(line), code)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", name, err)
				}
				if x.text != "" {
					all = append(all, x)
				}
			}
		}
	}
	return all, nil
}

// phraseText is empty for single words and for terms that say little.
func phraseText(line, code string) (x example, err error) {
	term, number, _ := strings.Cut(line, "\t")
	weight, err := strconv.ParseFloat(number, 64)
	if err != nil || math.Abs(weight) < clearWeight || !strings.Contains(term, " ") {
		return x, err
	}
	x = example{text: strings.ReplaceAll(term, "*", ""), lang: slices.Index(sentiment.Codes(), code), weight: phraseWeight}
	if weight > 0 {
		x.label = labelNames["positive"]
	}
	return x, nil
}
