package main

import (
	"slices"
	"strings"

	"vedetta/assets"
	"vedetta/data/sentiment"
)

// wordsALine is how many words of a list make a text.
const wordsALine = 6

// tongueWords are the words of our lists as short texts, from which only the
// language is learnt: the function words that tell the six apart, several
// times because they matter most, and the terms of the lexicons.
func tongueWords(seed uint64) (all []spoken, err error) {
	const functionRounds = 6
	random := randomOf(seed)
	for lang, code := range sentiment.Codes() {
		if lang == otherLang {
			continue
		}
		function, err := listed("lexicons/languages.tsv", code+"\tword\t")
		if err != nil {
			return nil, err
		}
		for range functionRounds {
			all = append(all, spokenWords(function, lang, random.Shuffle)...)
		}
		terms, err := listed("lexicons/sentiment."+code+".tsv", "")
		if err != nil {
			return nil, err
		}
		all = append(all, spokenWords(terms, lang, random.Shuffle)...)
	}
	return all, nil
}

// listed reads the words of a list: of a line that begins so, those with
// blanks between; of any line, its first column.
func listed(name, begins string) (words []string, err error) {
	content, err := assets.Lexicons.ReadFile(name)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(content)) {
		rest, ok := strings.CutPrefix(line, begins)
		switch {
		case !ok || strings.HasPrefix(line, "#"):
		case begins != "":
			words = append(words, strings.Fields(rest)...)
		default:
			term, _, _ := strings.Cut(line, "\t")
			words = append(words, strings.TrimRight(term, "*"))
		}
	}
	return words, nil
}

func spokenWords(words []string, lang int, shuffle func(int, func(i, j int))) (all []spoken) {
	words = slices.Clone(words)
	shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	for chunk := range slices.Chunk(words, wordsALine) {
		all = append(all, spoken{rows: sentiment.TongueOf(strings.Join(chunk, " ")), lang: lang})
	}
	return all
}
