package ingest

import (
	"regexp"
	"strconv"
	"strings"

	"vedetta/data"
)

// unwrap takes ="0000123", as spreadsheets keep ids from becoming numbers.
func unwrap(id string) string {
	if strings.HasPrefix(id, `="`) && strings.HasSuffix(id, `"`) {
		return id[2 : len(id)-1]
	}
	return id
}

// count reads 1250, "1,250", 1.250, 1.2K, 3,4 mln; Unknown for anything else.
func count(s string) int64 {
	if s == "" {
		return data.Unknown
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return max(n, data.Unknown)
	}
	factor := 1.0
	lower := strings.ToLower(strings.TrimSpace(s))
	for _, unit := range []struct {
		suffix string
		factor float64
	}{{"mln", 1e6}, {"mila", 1e3}, {"k", 1e3}, {"m", 1e6}} {
		if rest, ok := strings.CutSuffix(lower, unit.suffix); ok {
			lower, factor = strings.TrimSpace(rest), unit.factor
			break
		}
	}
	if factor == 1 {
		lower = groups(lower)
	}
	x, err := strconv.ParseFloat(strings.Replace(lower, ",", ".", 1), 64)
	if err != nil || x < 0 || x > 1e15 {
		return data.Unknown
	}
	return int64(x*factor + 0.5)
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

var starWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
	"uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5,
}

// rating reads 4, 4,5, FIVE, "5 stelle", 4/5, "5.0 out of 5"; 0 for anything
// outside 1..5.
func rating(s string) float64 {
	if s == "" {
		return 0
	}
	word := strings.ToLower(s)
	if i := strings.IndexAny(word, " /"); i > 0 {
		word = word[:i]
	}
	if n, ok := starWords[word]; ok {
		return n
	}
	if stars := strings.Count(s, "★") + strings.Count(s, "⭐"); stars > 0 && stars <= 5 {
		return float64(stars)
	}
	x, err := strconv.ParseFloat(strings.Replace(word, ",", ".", 1), 64)
	if err != nil || x < 1 || x > 5 {
		return 0
	}
	return x
}

// scientific is an id as a spreadsheet shows a large number.
var scientific = regexp.MustCompile(`^\d([.,]\d+)?[eE]\+?\d+$`)

// idsSeen watches the ids of a file for what spreadsheets do to them.
type idsSeen struct{ all, long, rounded int }

// exactDigits is how many digits of a number a spreadsheet keeps.
const exactDigits = 15

func (i *idsSeen) add(id string) {
	if id == "" {
		return
	}
	i.all++
	if scientific.MatchString(id) {
		i.long++
		i.rounded++
		return
	}
	if len(id) <= exactDigits || strings.Trim(id, "0123456789") != "" {
		return
	}
	i.long++
	if strings.Trim(id[exactDigits:], "0") == "" {
		i.rounded++
	}
}

// damaged tells whether the ids have been rounded: most of the long ones, and
// too many to be chance.
func (i *idsSeen) damaged() bool {
	return i.rounded > 0 && i.rounded*10 >= i.long*9 && i.long*2 >= i.all
}
