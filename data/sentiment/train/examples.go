package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"vedetta/data/sentiment"
)

// example is a labelled text.
type example struct {
	text   string
	label  int // 0 negative, 1 neutral, 2 positive
	lang   int
	marks  []string
	marked bool    // marks were considered
	weight float64 // 1 unless the set says otherwise
	vector sentiment.Vector
}

var labelNames = map[string]int{"negative": 0, "neutral": 1, "positive": 2, "0": 0, "1": 1, "2": 2}

// readSet reads all .tsv files under a file or folder: label<TAB>language<TAB>text
// and, in our own corpus, <TAB>marks. Other labels and languages are left out.
func readSet(path string, weight float64) ([]example, error) {
	var files []string
	err := filepath.WalkDir(path, func(file string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == validationFolder && file != path {
			return filepath.SkipDir
		}
		if err == nil && !d.IsDir() && filepath.Ext(file) == ".tsv" {
			files = append(files, file)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var set []example
	for _, file := range files {
		more, err := readFile(file, weight)
		if err != nil {
			return nil, err
		}
		set = append(set, more...)
	}
	return set, nil
}

func readFile(file string, weight float64) ([]example, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var set []example
	number := 0
	for line := range strings.Lines(string(content)) {
		number++
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) < 3 {
			return nil, fmt.Errorf("%s, line %d: %d columns", file, number, len(f))
		}
		label, known := labelNames[f[0]]
		lang := slices.Index(sentiment.Codes(), f[1])
		if !known || lang < 0 {
			continue
		}
		x := example{text: f[2], label: label, lang: lang, weight: weight}
		if len(f) > 3 {
			x.marks = strings.Fields(f[3])
		}
		x.marked = f[0] > "9" // our own corpus names its labels
		set = append(set, x)
	}
	return set, nil
}

// withVectors finds the features of every example.
func withVectors(set []example) []example {
	for i := range set {
		set[i].vector = sentiment.VectorOf(set[i].text, set[i].lang)
	}
	return set
}

func ofLang(set []example, lang int) (some []example) {
	for _, x := range set {
		if x.lang == lang {
			some = append(some, x)
		}
	}
	return some
}
