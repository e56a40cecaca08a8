package ingest

import (
	"strconv"
	"strings"

	"vedetta/data"
)

// count reads 1250, "1,250", 1.250, 1 250, 1.2K, 3,4 mln, "12 mi piace", "One
// person found this helpful"; Unknown for anything else, as N/A.
func count(s string) int64 {
	if s == "" {
		return data.Unknown
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return max(n, data.Unknown)
	}
	s = strings.ToLower(strings.TrimSpace(s))
	number, rest := cutNumber(s)
	if number == "" {
		if word, rest, _ := strings.Cut(s, " "); starWords[word] == 1 && fewWords(rest) {
			return 1
		}
		return data.Unknown
	}
	factor, scaled := countUnits[strings.TrimSuffix(rest, "+")]
	switch {
	case scaled:
	case rest == "" || fewWords(rest):
		factor, number = 1, groups(number)
	default:
		return data.Unknown
	}
	x, ok := decimal(number)
	if !ok || x*factor > 1e15 {
		return data.Unknown
	}
	return int64(x*factor + 0.5)
}

// fewWords tells what may follow a count: "mi piace", "people found this
// helpful"; not the rest of a date or a time.
func fewWords(s string) bool {
	return len(s) > 1 && isLetter(s[0]) && !strings.ContainsAny(s, "0123456789") && strings.Count(s, " ") < 5
}

// countUnits are what follows a shortened count.
var countUnits = map[string]float64{
	"k": 1e3, "mila": 1e3, "mil": 1e3, "tsd": 1e3, "tsd.": 1e3, "m": 1e6, "mln": 1e6, "mln.": 1e6, "mio": 1e6, "mio.": 1e6, "mn": 1e6,
	"b": 1e9, "mrd": 1e9, "mrd.": 1e9, "mld": 1e9,
}

// cutNumber cuts the number off the beginning of a text.
func cutNumber(s string) (number, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && !strings.ContainsRune(",. \u00a0\u202f'’", r) })
	if end < 0 {
		end = len(s)
	}
	if number = strings.TrimRight(s[:end], ",. \u00a0\u202f'’"); number == "" || number[0] < '0' || number[0] > '9' {
		return "", ""
	}
	return number, s[end:]
}

// decimal reads a number with a decimal point or comma, which comes last
// where other signs group digits.
func decimal(s string) (float64, bool) {
	if at := strings.LastIndexAny(s, ".,"); at >= 0 {
		whole := strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "", "'", "").Replace(s[:at])
		s = whole + "." + s[at+1:]
	}
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil && x >= 0 && x < 1e15
}

// groups takes separators of thousands out of a number: those that three
// digits follow to the end.
func groups(s string) string {
	for _, sep := range []string{",", ".", " ", "\u00a0", "\u202f", "'", "’"} {
		parts := strings.Split(s, sep)
		grouped := len(parts) > 1 && len(parts[0]) > 0 && len(parts[0]) <= 3
		for _, p := range parts[1:] {
			grouped = grouped && len(p) == 3
		}
		if grouped {
			return strings.Join(parts, "")
		}
	}
	return s
}
