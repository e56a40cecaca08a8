package ingest

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// profile is what the cells of a column look like.
type profile struct {
	filled   int
	dates    int
	links    int
	handles  int
	numbers  int
	stars    int
	langs    int
	feelings int // words for a sentiment
	ids      int // like an id: no blank, a digit, long
	words    int
	distinct map[string]bool
}

// distinctWithin bounds the cells that are compared.
const distinctWithin = 500

func (p *profile) add(c string, d *dates) {
	if c = strings.TrimSpace(c); c == "" {
		return
	}
	p.filled++
	if p.distinct == nil {
		p.distinct = map[string]bool{}
	}
	if len(p.distinct) < distinctWithin {
		p.distinct[c] = true
	}
	n := len(strings.Fields(c))
	p.words += n
	isLink := strings.HasPrefix(c, "http://") || strings.HasPrefix(c, "https://") || strings.HasPrefix(c, "www.")
	number := count(c) != data.Unknown
	for _, kind := range []struct {
		n  *int
		is bool
	}{
		{&p.links, isLink && n == 1},
		{&p.handles, c[0] == '@' && n == 1 && len(c) > 1},
		{&p.numbers, number},
		{&p.stars, rating(c) > 0},
		{&p.langs, n == 1 && len(c) <= 12 && formats.LanguageCode(c) != "" && !number},
		{&p.feelings, feelings[strings.ToLower(c)]},
		{&p.ids, isID(c, n) && !isLink},
	} {
		if kind.is {
			*kind.n++
		}
	}
	if len(c) <= 60 && n <= 9 {
		if _, ok := d.parse(c); ok {
			p.dates++
		}
	}
}

func isID(c string, words int) bool {
	return words == 1 && len(c) >= 5 && strings.ContainsAny(c, "0123456789") && !strings.ContainsAny(c, "/:@,%")
}

var feelings = map[string]bool{
	"positive": true, "negative": true, "neutral": true, "mixed": true, "positivo": true, "negativo": true, "neutro": true,
	"positiva": true, "negativa": true, "neutra": true, "positif": true, "négatif": true, "neutre": true, "positiv": true, "negativ": true,
}

// share is how many of the filled cells are of a kind, 0..1.
func (p *profile) share(n int) float64 { return float64(n) / float64(max(p.filled, 1)) }

func (p *profile) wordsEach() float64 { return float64(p.words) / float64(max(p.filled, 1)) }

func (p *profile) unique() bool { return len(p.distinct) >= min(p.filled, distinctWithin)*19/20 }

// fits says how well a column's content goes with a field, 0..1; 0 is a
// contradiction.
func (p *profile) fits(f data.Field) float64 {
	if p.filled == 0 {
		return 0.3 // an empty column contradicts nothing
	}
	number := p.share(p.numbers)
	switch f {
	case data.FieldText, data.FieldAnswer:
		return p.fitsText()
	case data.FieldDate, data.FieldAnsweredAt:
		return steps(p.share(p.dates), 0.5, 0.85)
	case data.FieldURL:
		return steps(p.share(p.links), 0.5, 0.9)
	case data.FieldHandle:
		if p.wordsEach() > 2 || number > 0.9 && p.filled > 3 {
			return 0
		}
		return max(compatible, p.share(p.handles))
	case data.FieldID, data.FieldAuthorID, data.FieldInReplyTo:
		if p.wordsEach() > 1.2 || p.share(p.links) > 0.5 && f == data.FieldInReplyTo {
			return 0
		}
		if f == data.FieldID && !p.unique() && !scientificColumn(p) {
			return 0.25
		}
		return max(compatible, p.share(p.ids))
	case data.FieldRating:
		return steps(p.share(p.stars), 0.5, 0.9)
	case data.FieldLang:
		return steps(p.share(p.langs), 0.5, 0.9)
	case data.FieldSentiment:
		return max(0.4*steps(1-p.share(p.dates), 0.5, 0.9), p.share(p.feelings))
	case data.FieldLikes, data.FieldReplies, data.FieldShares, data.FieldViews, data.FieldReach, data.FieldFollowers:
		return steps(number, 0.5, 0.8)
	case data.FieldAuthor, data.FieldSource:
		if p.share(p.dates) > 0.9 && number < 0.5 || p.wordsEach() > 6 || number > 0.9 && p.filled > 3 {
			return 0
		}
		return compatible
	case data.FieldTitle:
		if p.share(p.dates) > 0.9 || number > 0.9 && p.filled > 3 {
			return 0
		}
	}
	return compatible
}

// compatible is for content that says no more than that a field may be there.
const compatible = 0.9

// scientificColumn tells ids that a spreadsheet has rounded: many are alike.
func scientificColumn(p *profile) bool {
	n := 0
	for c := range p.distinct {
		if scientific(c) || strings.HasSuffix(c, "0000") {
			n++
		}
	}
	return n*2 > len(p.distinct)
}

func (p *profile) fitsText() float64 {
	if p.share(p.dates) > 0.8 || p.share(p.links) > 0.8 || p.share(p.numbers) > 0.8 && p.filled > 3 {
		return 0
	}
	if p.wordsEach() >= 5 {
		return 1
	}
	return compatible
}

func steps(share, low, high float64) float64 {
	switch {
	case share >= high:
		return 1
	case share >= low:
		return 0.6
	}
	return 0
}

// guessed is a field that a column may fill.
type guessed struct {
	column     int
	field      data.Field
	confidence float64
}

// The weights of name and content, and what it takes to believe them.
const (
	nameWeight    = 0.6
	contentWeight = 0.4
	believed      = 0.35
	contradicted  = 0.3 // what is left of a name when the content speaks against it
)

// guess finds out which column fills which field, from names and contents.
// Each field is filled by the column that fits it best.
func guess(header []string, profiles []profile) []guessed {
	var all []guessed
	for i := range header {
		p := &profiles[i]
		for _, g := range formats.FieldsOf(header[i]) {
			content := p.fits(g.Field)
			c := nameWeight*g.Confidence + contentWeight*content
			if content == 0 {
				c = nameWeight * g.Confidence * contradicted
			}
			all = append(all, guessed{i, g.Field, c})
		}
		all = append(all, p.byContent(i)...)
	}
	slices.SortStableFunc(all, func(a, b guessed) int { return cmp.Compare(b.confidence, a.confidence) })
	var out []guessed
	takenField, takenColumn := map[data.Field]bool{}, map[int]bool{}
	for _, g := range all {
		if g.confidence >= believed && !takenField[g.field] && !takenColumn[g.column] {
			takenField[g.field], takenColumn[g.column] = true, true
			out = append(out, g)
		}
	}
	for _, needed := range []data.Field{data.FieldText, data.FieldDate} {
		if !takenField[needed] {
			out = append(out, byNameAlone(all, needed, takenColumn)...)
		}
	}
	return out
}

// byNameAlone takes a column for what it is called, though what it holds says
// otherwise: its rows will say why they cannot be read.
func byNameAlone(all []guessed, f data.Field, taken map[int]bool) []guessed {
	for _, g := range all {
		if g.field == f && !taken[g.column] && g.confidence >= nameWeight*formats.LeastWhole*contradicted {
			taken[g.column] = true
			return []guessed{g}
		}
	}
	return nil
}

// byContent is what a column's content alone suggests, whatever its name.
func (p *profile) byContent(column int) (out []guessed) {
	const fewest = 3 // cells that must agree
	suggest := func(f data.Field, confidence float64, yes bool) {
		if yes && p.filled >= fewest {
			out = append(out, guessed{column, f, confidence})
		}
	}
	number := p.share(p.numbers)
	suggest(data.FieldDate, 0.58, p.share(p.dates) >= 0.9 && !(number > 0.9 && p.wordsEach() < 1.5 && !p.plausibleDays()))
	suggest(data.FieldURL, 0.55, p.share(p.links) >= 0.9)
	suggest(data.FieldText, min(0.38+p.wordsEach()/100, 0.55), p.wordsEach() >= 4 && p.fitsText() > 0)
	suggest(data.FieldHandle, 0.5, p.share(p.handles) >= 0.9)
	suggest(data.FieldLang, 0.42, p.share(p.langs) >= 0.95 && len(p.distinct) <= 12)
	suggest(data.FieldSentiment, 0.5, p.share(p.feelings) >= 0.9)
	suggest(data.FieldRating, 0.4, p.share(p.stars) >= 0.98 && p.filled >= 10 && len(p.distinct) >= 3 && len(p.distinct) <= 9)
	suggest(data.FieldID, 0.41, p.share(p.ids) >= 0.95 && p.unique() && p.share(p.dates) < 0.5)
	return out
}

// plausibleDays tells whether a column of numbers can be times: ids of ten or
// thirteen digits are as long as epochs, but these are no epochs of today.
func (p *profile) plausibleDays() bool {
	for c := range p.distinct {
		n, ok := number(c)
		if !ok {
			return false
		}
		if t, ok := anyDates.instant(n); !ok || t.Year() < 2005 || t.Year() > 2035 {
			return false
		}
	}
	return true
}

// anyDates reads dates of which nothing is known.
var anyDates = newDates(time.UTC, data.DateOther, time.Time{})

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
