package ingest

import (
	"cmp"
	"slices"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

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
	all := candidates(header, profiles)
	var out []guessed
	column, taken := map[data.Field]int{}, map[int]bool{}
	take := func(g guessed) {
		column[g.field], taken[g.column] = g.column, true
		out = append(out, g)
	}
	for _, g := range all {
		if _, filled := column[g.field]; g.confidence >= believed && !filled && !taken[g.column] {
			take(g)
		}
	}
	for _, needed := range []data.Field{data.FieldText, data.FieldDate} {
		if _, filled := column[needed]; !filled {
			if g, ok := byNameAlone(all, profiles, needed, taken); ok {
				take(g)
			}
		}
	}
	if at, ok := column[data.FieldDate]; ok && profiles[at].share(timed) > 0.5 {
		out = slices.DeleteFunc(out, func(g guessed) bool { return g.field == data.FieldTime })
	}
	return out
}

// candidates are all fields that columns may fill, the surest first.
func candidates(header []string, profiles []profile) (all []guessed) {
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
		all = append(all, p.byContent(i, header[i])...)
	}
	slices.SortStableFunc(all, func(a, b guessed) int { return cmp.Compare(b.confidence, a.confidence) })
	return all
}

// byNameAlone takes a column for what it is called, though what it holds says
// otherwise: its rows will say why they cannot be read. A time of day alone is
// no date.
func byNameAlone(all []guessed, profiles []profile, f data.Field, taken map[int]bool) (guessed, bool) {
	for _, g := range all {
		clock := f == data.FieldDate && profiles[g.column].share(aClock) > 0.5
		if g.field == f && !taken[g.column] && !clock && g.confidence >= nameWeight*formats.LeastWhole*contradicted {
			return g, true
		}
	}
	return guessed{}, false
}

// byContent is what a column's content alone suggests. A name that says what
// else the column is about makes all of it unlikely, and an id impossible: the
// id of a product is not that of a review.
func (p *profile) byContent(column int, name string) (out []guessed) {
	const (
		fewest = 3   // cells that must agree
		doubt  = 0.1 // that the name casts
	)
	elsewhere := formats.IsAboutOther(name)
	suggest := func(f data.Field, confidence float64, yes bool) {
		if elsewhere {
			confidence -= doubt
		}
		if yes && p.filled >= fewest {
			out = append(out, guessed{column, f, confidence})
		}
	}
	suggest(data.FieldDate, 0.58, p.share(aDate) >= 0.9 && p.fitsDate() > 0)
	suggest(data.FieldURL, 0.55, p.share(aLink) >= 0.9 && p.share(anImage) < 0.5)
	suggest(data.FieldText, min(0.38+p.wordsEach()/100, 0.55), p.wordsEach() >= 4 && p.fitsText() > 0)
	suggest(data.FieldHandle, 0.5, p.share(aHandle) >= 0.9)
	suggest(data.FieldLang, 0.42, p.share(aLang) >= 0.95 && len(p.distinct) <= 12)
	suggest(data.FieldSentiment, 0.5, p.share(aFeeling) >= 0.9)
	suggest(data.FieldRating, 0.4, p.share(aRating) >= 0.98 && p.filled >= 10 && len(p.distinct) >= 3 && len(p.distinct) <= 9)
	suggest(data.FieldID, 0.41, !elsewhere && p.share(anID) >= 0.95 && p.fitsID() > 0 && p.variety() > 0.95 && p.share(aDate) < 0.5)
	return out
}
