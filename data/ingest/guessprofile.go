package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// cellKind is something that a cell can look like; a cell may look like
// several.
type cellKind int

const (
	aDate    cellKind = iota
	timed             // a date with a time other than midnight
	aClock            // a time of day without a date
	aLink             // an address
	anImage           // an address of a picture
	aHandle           // @someone
	aNumber           // a count
	aRating           // one of five stars, in whatever form
	aLang             // a code or name of a language
	aFeeling          // a word for a sentiment
	anID              // no blank, a digit, long
	aClient           // the program that a tweet was written with
	aPhrase           // more than one word
	aList             // what a program writes, not a person
	cellKinds
)

// profile is what the cells of a column look like.
type profile struct {
	filled   int
	words    int
	of       [cellKinds]int
	numbered int // cells that count the rows from the first on
	first    int // what they count from
	distinct map[string]bool
}

// distinctWithin bounds the cells that are compared.
const distinctWithin = 500

// add takes in a cell.
func (p *profile) add(c string, d *dates) {
	if c = strings.TrimSpace(c); c == "" {
		return
	}
	p.filled++
	p.countRow(c)
	if p.distinct == nil {
		p.distinct = map[string]bool{}
	}
	if len(p.distinct) < distinctWithin {
		p.distinct[c] = true
	}
	n := wordsIn(c)
	p.words += n
	link := n == 1 && isLink(c)
	number := len(c) <= 30 && count(c) != data.Unknown
	p.see(aLink, link)
	p.see(anImage, link && isImage(c))
	p.see(aHandle, c[0] == '@' && n == 1 && len(c) > 1)
	p.see(aNumber, number)
	p.see(aRating, rating(c) > 0)
	p.see(aLang, n == 1 && !number && len(c) <= 12 && isLanguage(c))
	p.see(aFeeling, n == 1 && feelings[strings.ToLower(c)])
	p.see(anID, isID(c, n) && !link)
	p.see(aClient, isClient(c))
	p.see(aPhrase, n > 1)
	p.see(aList, strings.HasPrefix(c, "[{") || strings.HasPrefix(c, "{\"") || strings.HasPrefix(c, "['"))
	p.see(aClock, n <= 2 && isClock(c))
	if len(c) <= 60 && n <= 9 {
		t, ok := d.parse(c)
		p.see(aDate, ok)
		p.see(timed, ok && strings.Contains(c, ":") && t.In(d.zone).Format("15:04:05") != "00:00:00")
	}
}

func (p *profile) see(k cellKind, yes bool) {
	if yes {
		p.of[k]++
	}
}

// countRow watches for numbers that only count the rows.
func (p *profile) countRow(c string) {
	n, err := strconv.Atoi(c)
	if err != nil {
		return
	}
	if p.filled == 1 {
		p.first = n
	}
	if n == p.first+p.filled-1 && p.first <= 1 {
		p.numbered++
	}
}

// countsRows tells whether a column says no more than which row this is: the
// next file begins with the same numbers.
func (p *profile) countsRows() bool {
	const fewest = 20
	return p.filled >= fewest && p.numbered == p.filled
}

// share is how many of the filled cells are of a kind, 0..1.
func (p *profile) share(k cellKind) float64 { return float64(p.of[k]) / float64(max(p.filled, 1)) }

// mostly tells whether a column is of a kind, once there are enough cells to
// say so.
func (p *profile) mostly(k cellKind) bool { return p.filled > 3 && p.share(k) > 0.9 }

func (p *profile) wordsEach() float64 { return float64(p.words) / float64(max(p.filled, 1)) }

// variety is how many of the filled cells differ, 0..1; 1 if there are none.
func (p *profile) variety() float64 {
	if p.filled == 0 {
		return 1
	}
	return float64(len(p.distinct)) / float64(min(p.filled, distinctWithin))
}

// constant tells a column that says the same in every row.
func (p *profile) constant() bool { return p.filled > 3 && len(p.distinct) == 1 }

// wordsIn counts words, and two characters of a script that leaves no blanks
// between them as one.
func wordsIn(c string) int {
	n, together := len(strings.Fields(c)), 0
	for _, r := range c {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			together++
		}
	}
	return max(n, together/2)
}

func isLink(c string) bool {
	return strings.HasPrefix(c, "http://") || strings.HasPrefix(c, "https://") || strings.HasPrefix(c, "www.")
}

func isImage(link string) bool {
	path, _, _ := strings.Cut(strings.ToLower(link), "?")
	for _, end := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return false
}

func isID(c string, words int) bool {
	return words == 1 && len(c) >= 5 && strings.ContainsAny(c, "0123456789") && !strings.ContainsAny(c, "/:@,%")
}

// isClock tells a time of day: 9:05, 09.05.07, 9:05 AM.
func isClock(c string) bool {
	number, rest, _ := strings.Cut(strings.ToLower(c), " ")
	if rest = strings.Trim(rest, "."); rest != "" && rest != "am" && rest != "pm" && rest != "a.m" && rest != "p.m" {
		return false
	}
	number = strings.TrimRight(number, "apm")
	parts := strings.FieldsFunc(number, func(r rune) bool { return r == ':' || r == '.' })
	if len(parts) < 2 || len(parts) > 4 || len(parts[0]) > 2 {
		return false
	}
	for i, most := range []int{23, 59, 59}[:min(len(parts), 3)] {
		if n := digits(parts[i]); n < 0 || n > most || i > 0 && len(parts[i]) != 2 {
			return false
		}
	}
	return true
}

// isClient tells the programs that the exports of tweets name as a source.
func isClient(c string) bool {
	for _, prefix := range []string{"Twitter for ", "Twitter Web", "X Web", "TweetDeck", "<a href="} {
		if strings.HasPrefix(c, prefix) {
			return true
		}
	}
	return false
}

// isLanguage leaves "no" and "si" out, which are answers more often than
// Norwegian and Sinhala.
func isLanguage(c string) bool {
	code := formats.LanguageCode(c)
	return code != "" && strings.Contains(" it en es fr de pt nl pl ru ja zh ar tr sv da fi el ro hu cs sk sl hr sr bg uk ko hi he id th vi fa ca eu gl et lt lv ", " "+code+" ")
}

var feelings = map[string]bool{
	"positive": true, "negative": true, "neutral": true, "mixed": true, "positivo": true, "negativo": true, "neutro": true,
	"positiva": true, "negativa": true, "neutra": true, "positif": true, "négatif": true, "neutre": true, "positiv": true, "negativ": true,
	"positives": true, "negatives": true, "neutrals": true, "pos": true, "neg": true, "neu": true,
}
