package store

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"vedetta/data"
)

// join writes whole numbers into SQL: they are ours and cannot carry text.
func join[T ~int8 | ~int64](values []T) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = strconv.FormatInt(int64(v), 10)
	}
	return strings.Join(parts, ",")
}

func (s *Store) allSourceIDs() []int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]int64, 0, len(s.names))
	for id := range s.names {
		out = append(out, id)
	}
	return out
}

// snippet makes one line of title and text for a list.
func snippet(title, text string) string {
	if title != "" && !strings.HasPrefix(text, strings.TrimRight(title, "… .")) {
		text = strings.TrimSpace(title + " — " + text)
	}
	if strings.ContainsAny(text, "\n\r\t") || strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(text), " ")
	}
	if utf8.RuneCountInString(text) <= data.SnippetRunes {
		return strings.TrimSpace(text)
	}
	n := 0
	for i := range text {
		if n++; n == data.SnippetRunes {
			return text[:i] + "…"
		}
	}
	return text
}
