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
	if !scaled {
		factor = 1
		if rest != "" && !fewWords(rest) {
			return data.Unknown
		}
	}
	x, ok := decimal(number, !scaled)
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

// decimal reads a number. A point or comma that comes last is the decimal
// sign, unless counted is set and all signs stand before three digits.
func decimal(s string, counted bool) (float64, bool) {
	point := strings.LastIndexAny(s, ".,")
	if counted && grouped(s) {
		point = -1
	}
	plain := make([]byte, 0, 24)
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			plain = append(plain, c)
		case i == point:
			plain = append(plain, '.')
		}
	}
	x, err := strconv.ParseFloat(string(plain), 64)
	return x, err == nil && x < 1e15
}

// grouped tells whether one sign, again and again, stands before every three
// digits of a number.
func grouped(s string) bool {
	sign, since := rune(0), 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			since++
			continue
		case sign == 0 && since <= 3 || sign == r && since == 3:
			sign, since = r, 0
		default:
			return false
		}
	}
	return sign != 0 && since == 3
}
