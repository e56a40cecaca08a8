package ingest

import (
	"slices"
	"strings"
)

// shape is what the rows of a file look like: a kind for each column. It
// tells a row that was read right from one that was not; nil tells nothing.
type shape []kind

type kind byte

// The kinds of cells. A column of free text takes anything.
const (
	kindText   kind = iota
	kindNumber      // also dates in digits
	kindLink
)

func kindOf(cell string) kind {
	c := strings.Trim(cell[:min(len(cell), 40)], "\"' \x00")
	if strings.HasPrefix(c, "http") {
		return kindLink
	}
	if strings.Trim(c, "0123456789+-.,:/ %TZeE") == "" && strings.ContainsAny(c, "0123456789") {
		return kindNumber
	}
	return kindText
}

// shape takes the kinds of columns from the records that are as wide as most.
// A few cells may be damaged, or be the header.
func (s survey) shape() shape {
	counts := make([][3]int, s.width)
	for _, rec := range s.records {
		if len(rec) != s.width {
			continue
		}
		for i, c := range rec {
			if strings.TrimSpace(c) != "" {
				counts[i][kindOf(c)]++
			}
		}
	}
	out := make(shape, s.width)
	for i, n := range counts {
		all := n[kindText] + n[kindNumber] + n[kindLink]
		for _, k := range []kind{kindNumber, kindLink} {
			if n[k] >= 3 && n[k]*10 >= (all-1)*9 {
				out[i] = k
			}
		}
	}
	return out
}

// tells is whether some column is more than text.
func (s shape) tells() bool { return slices.ContainsFunc(s, func(k kind) bool { return k != kindText }) }

// fits is whether a row is as wide as the shape and of its kinds.
func (s shape) fits(cells []string) bool {
	if len(cells) != len(s) {
		return false
	}
	for i, c := range cells {
		if s[i] != kindText && strings.TrimSpace(c) != "" && kindOf(c) != s[i] {
			return false
		}
	}
	return true
}
