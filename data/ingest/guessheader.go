package ingest

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// looksLikeData tells a cell that no header has.
func looksLikeData(c string) bool {
	c = strings.TrimSpace(c)
	if c == "" {
		return false
	}
	if isLink(c) || len(strings.Fields(c)) > 12 || utf8.RuneCountInString(c) > 120 {
		return true
	}
	if len(c) >= 5 && strings.Trim(c, "0123456789") == "" {
		return true
	}
	_, ok := anyDates.parse(c)
	return ok && strings.ContainsAny(c, "0123456789") && len(c) >= 6
}

// comparedRows is how many rows a first one is compared with.
const comparedRows = 50

// isLikeTheRest tells a first row that is data already: its cells are more
// like those below them than not.
func isLikeTheRest(first []string, below [][]string) bool {
	like, unlike := 0, 0
	for i, c := range first {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		switch (&columnBelow{}).of(below[:min(len(below), comparedRows)], i).compare(c) {
		case isLike:
			like++
		case isUnlike:
			unlike++
		}
	}
	return like > unlike
}

// columnBelow is what stands under a cell that may be the name of a column.
type columnBelow struct {
	filled, words int
	kinds         [3]int
	times         map[string]int // that a cell is there
}

func (b *columnBelow) of(rows [][]string, at int) *columnBelow {
	b.times = map[string]int{}
	for _, row := range rows {
		if at >= len(row) {
			continue
		}
		if c := strings.TrimSpace(row[at]); c != "" {
			b.filled++
			b.words += wordsIn(c)
			b.kinds[kindOf(c)]++
			b.times[c]++
		}
	}
	return b
}

type likeness int

const (
	isUnclear likeness = iota
	isLike
	isUnlike
)

// compare tells whether a cell is like those in the column: of the same kind,
// one of the few that occur, or as long as they are.
func (b *columnBelow) compare(c string) likeness {
	const longText = 4 // words
	of := func(yes bool) likeness {
		if yes {
			return isLike
		}
		return isUnlike
	}
	switch {
	case b.filled < 2:
		return isUnclear
	case slices.ContainsFunc([]kind{kindNumber, kindLink}, func(k kind) bool { return b.kinds[k]*10 >= b.filled*9 }):
		return of(b.kinds[kindOf(c)]*10 >= b.filled*9)
	case b.times[c] > 0 && len(b.times)*2 <= b.filled:
		return isLike
	case b.words >= longText*b.filled:
		words := wordsIn(c) * b.filled
		switch {
		case words*2 >= b.words:
			return isLike
		case words*3 <= b.words:
			return isUnlike
		}
	}
	return isUnclear
}
