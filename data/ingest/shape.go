package ingest

import (
	"slices"
	"strings"
)

// shape is what the rows of a file look like. It tells a row that was read
// right from one that was not; nil tells nothing.
type shape []columnShape

type columnShape struct {
	kind   kind
	length int // of its cells, the sum
}

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

// shape takes the kinds of columns from the records of a width. A few cells
// may be damaged, or be the header.
func (s survey) shape(width int) shape {
	counts, out := make([][3]int, width), make(shape, width)
	for _, rec := range s.records {
		if len(rec) != width {
			continue
		}
		for i, c := range rec {
			out[i].length += len(c)
			if strings.TrimSpace(c) != "" {
				counts[i][kindOf(c)]++
			}
		}
	}
	for i, n := range counts {
		all := n[kindText] + n[kindNumber] + n[kindLink]
		for _, k := range []kind{kindNumber, kindLink} {
			if n[k] >= 2 && n[k]*10 >= (all-1)*9 {
				out[i].kind = k
			}
		}
	}
	return out
}

// tells is whether some column is more than text.
func (s shape) tells() bool {
	return slices.ContainsFunc(s, func(c columnShape) bool { return c.kind != kindText })
}

// fits is whether a row is as wide as the shape and of its kinds.
func (s shape) fits(cells []string) bool {
	if len(cells) != len(s) {
		return false
	}
	for i, c := range cells {
		if k := s[i].kind; k != kindText && strings.TrimSpace(c) != "" && kindOf(c) != k {
			return false
		}
	}
	return true
}
