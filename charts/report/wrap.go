package report

import (
	"strings"
	"unicode/utf8"
)

const ellipsis = "…"

// wrap cleans text and breaks it into lines of at most width points. With most
// above 0 there are no more lines than that, and an ellipsis ends a text that
// was longer. A word wider than a line is cut.
func (t *typesetter) wrap(s string, st style, width float64, most int) []string {
	words := strings.Fields(t.clean(s))
	var lines []string
	for len(words) > 0 {
		if most > 0 && len(lines) == most-1 {
			return append(lines, t.shorten(strings.Join(words, " "), st, width))
		}
		n := t.fitting(words, st, width)
		if n == 0 {
			head := t.head(words[0], st, width)
			lines = append(lines, head)
			if words[0] = words[0][len(head):]; words[0] == "" {
				words = words[1:]
			}
			continue
		}
		lines = append(lines, strings.Join(words[:n], " "))
		words = words[n:]
	}
	return lines
}

// fitting counts the words that fit into a line.
func (t *typesetter) fitting(words []string, st style, width float64) int {
	used := 0.0
	for i, w := range words {
		if i > 0 {
			used += t.width(" ", st)
		}
		if used += t.width(w, st); used > width {
			return i
		}
	}
	return len(words)
}

// fit cleans text and shortens it to one line.
func (t *typesetter) fit(s string, st style, width float64) string {
	return t.shorten(t.clean(s), st, width)
}

// shorten cuts clean text that is too wide, between words if it can, with an
// ellipsis.
func (t *typesetter) shorten(s string, st style, width float64) string {
	head := t.head(s, st, width)
	if head == s {
		return s
	}
	head = t.head(s, st, width-t.width(ellipsis, st))
	if i := strings.LastIndexByte(head, ' '); i > len(head)/2 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:.“«(") + ellipsis
}

// head is the beginning of s that fits, at least one character.
func (t *typesetter) head(s string, st style, width float64) string {
	used := 0.0
	for i, r := range s {
		used += t.glyph(st.weight, r).advance * st.size
		if used > width {
			return s[:max(i, firstLength(s))]
		}
	}
	return s
}

func firstLength(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
