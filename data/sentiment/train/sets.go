package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// source is a set of texts that the shipped model is learnt from.
type source struct {
	path    string
	weight  float64
	what    string
	licence string
}

// shipped is the recipe of the model that ships.
var shipped = []source{
	{"data/sentiment/corpus", 12, "customer mentions written for Vedetta", "MIT, as the program"},
	{"data/sentiment/tse", .5, "Tweet Sentiment Extraction (English tweets, Kaggle 2020, from Figure Eight's “Emotion in Text”)", "CC BY 4.0"},
}

// validation texts lie inside the corpus and are never learnt from.
const validationFolder = "validation"

func (o *options) texts() ([]example, error) {
	sources := shipped
	if len(o.Set) > 0 {
		sources = nil
		for _, set := range o.Set {
			path, weight, err := pathAndWeight(set)
			if err != nil {
				return nil, err
			}
			sources = append(sources, source{path: path, weight: weight})
		}
	}
	var all []example
	for _, s := range sources {
		set, err := readSet(s.path, s.weight)
		if err != nil {
			return nil, err
		}
		all = append(all, set...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("there is no text to learn from")
	}
	phrases, err := phraseTexts()
	if err != nil {
		return nil, err
	}
	all = append(all, phrases...)
	return withVectors(all), nil
}

func pathAndWeight(set string) (path string, weight float64, err error) {
	at := strings.LastIndexByte(set, ':')
	if at < 0 {
		return set, 1, nil
	}
	weight, err = strconv.ParseFloat(set[at+1:], 64)
	return set[:at], weight, err
}

// testSet is what a model is measured on.
type testSet struct {
	name  string
	texts []example
}

func (o *options) tests() ([]testSet, error) {
	return testSets(append([]string{o.Validation}, o.Measure...))
}

func testSets(paths []string) (all []testSet, err error) {
	for _, path := range paths {
		texts, err := readSet(path, 1)
		if err != nil {
			return nil, err
		}
		all = append(all, testSet{filepath.Base(path), texts})
	}
	return all, nil
}

// split holds back every tenth text of our own corpus.
func split(texts []example) (most, held []example) {
	for i, x := range texts {
		if x.marked && x.lang != otherLang && i%10 == 7 {
			held = append(held, x)
		} else {
			most = append(most, x)
		}
	}
	return most, held
}

func hasMark(x *example, mark string) bool { return slices.Contains(x.marks, mark) }
