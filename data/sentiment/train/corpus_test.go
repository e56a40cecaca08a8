package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"vedetta/data/sentiment"
)

const corpus = "../corpus"

type line struct {
	at, label, lang, text string
	marks                 []string
	validation            bool
}

func corpusLines(t *testing.T) (all []line) {
	t.Helper()
	files, err := filepath.Glob(corpus + "/*/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no corpus: ", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		number := 0
		for text := range strings.Lines(string(content)) {
			number++
			at := fmt.Sprintf("%s:%d", file, number)
			f := strings.Split(strings.TrimSuffix(text, "\n"), "\t")
			if len(f) < 3 || len(f) > 4 {
				t.Errorf("%s: %d columns", at, len(f))
				continue
			}
			l := line{at: at, label: f[0], lang: f[1], text: f[2], validation: strings.Contains(file, "validation")}
			if len(f) == 4 {
				l.marks = strings.Fields(f[3])
			}
			all = append(all, l)
		}
	}
	return all
}

func TestTheCorpusIsWellFormed(t *testing.T) {
	marks := []string{"complaint", "anger", "offence", "irony", "mixed"}
	for _, l := range corpusLines(t) {
		if _, known := labelNames[l.label]; !known || l.label < "a" || !slices.Contains(sentiment.Codes(), l.lang) || strings.TrimSpace(l.text) == "" {
			t.Errorf("%s: label %q, language %q, text %q", l.at, l.label, l.lang, l.text)
		}
		for _, m := range l.marks {
			if !slices.Contains(marks, m) {
				t.Errorf("%s: mark %q", l.at, m)
			}
		}
	}
}

var notLetters = regexp.MustCompile(`[^\pL\pN]+`)

func words(text string) []string {
	return strings.Fields(notLetters.ReplaceAllString(strings.ToLower(text), " "))
}

// Near-duplicates share most of their triples of words. Texts of fewer than
// six words are only compared whole: people say the same in three words.
func TestTheCorpusHasNoDuplicates(t *testing.T) {
	const enoughWords, near = 6, 0.6
	whole := map[string]line{}
	byTriple := map[string][]int{}
	var kept []line
	var sizes []int
	for _, l := range corpusLines(t) {
		if l.lang == "other" {
			continue
		}
		w := words(l.text)
		key := l.lang + " " + l.label + " " + strings.Join(w, " ")
		if first, twice := whole[key]; twice && len(w) > 2 && first.validation == l.validation {
			t.Errorf("%s says the same as %s: %s", l.at, first.at, l.text)
			continue
		}
		whole[key] = l
		if len(w) < enoughWords {
			continue
		}
		triples := map[string]bool{}
		for i := range len(w) - 2 {
			triples[strings.Join(w[i:i+3], " ")] = true
		}
		shared := map[int]int{}
		for s := range triples {
			for _, i := range byTriple[s] {
				shared[i]++
			}
		}
		for i, n := range shared {
			if float64(n) > near*float64(len(triples)+sizes[i]-n) {
				t.Errorf("%s nearly says what %s says: %s", l.at, kept[i].at, l.text)
			}
		}
		for s := range triples {
			byTriple[s] = append(byTriple[s], len(kept))
		}
		kept, sizes = append(kept, l), append(sizes, len(triples))
	}
}

// A text that is measured on must not be learnt from.
func TestTheValidationSetIsApart(t *testing.T) {
	learnt := map[string]string{}
	all := corpusLines(t)
	for _, l := range all {
		if !l.validation {
			learnt[strings.Join(words(l.text), " ")] = l.at
		}
	}
	for _, l := range all {
		if w := words(l.text); l.validation && len(w) > 4 && learnt[strings.Join(w, " ")] != "" {
			t.Errorf("%s stands in %s too: %s", l.at, learnt[strings.Join(w, " ")], l.text)
		}
	}
}
