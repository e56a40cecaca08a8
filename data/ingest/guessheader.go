package ingest

import (
	"strings"
	"unicode/utf8"
)

// looksLikeData tells a cell that no header has.
func looksLikeData(c string) bool {
	c = strings.TrimSpace(c)
	words := len(strings.Fields(c))
	if c == "" {
		return false
	}
	if strings.HasPrefix(c, "http://") || strings.HasPrefix(c, "https://") || words > 12 || utf8.RuneCountInString(c) > 120 {
		return true
	}
	if len(c) >= 5 && strings.Trim(c, "0123456789") == "" {
		return true
	}
	_, ok := anyDates.parse(c)
	return ok && strings.ContainsAny(c, "0123456789") && len(c) >= 6
}
