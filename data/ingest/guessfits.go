package ingest

import (
	"strings"
	"time"

	"vedetta/data"
)

// compatible is for content that says no more than that a field may be there.
const compatible = 0.9

// fits says how well a column's content goes with a field, 0..1; 0 is a
// contradiction.
func (p *profile) fits(f data.Field) float64 {
	if p.filled == 0 {
		if f == data.FieldText || f == data.FieldDate {
			return 0 // another column has to tell them
		}
		return 0.3 // an empty column contradicts nothing
	}
	switch f {
	case data.FieldText, data.FieldAnswer:
		return p.fitsText()
	case data.FieldDate, data.FieldAnsweredAt:
		return p.fitsDate()
	case data.FieldTime:
		return steps(p.share(aClock), 0.5, 0.9)
	case data.FieldURL:
		if p.share(anImage) > 0.5 {
			return 0
		}
		return steps(p.share(aLink), 0.5, 0.9) * p.varied(0.3)
	case data.FieldID:
		return p.fitsID()
	case data.FieldRating:
		return steps(p.share(aRating), 0.5, 0.9)
	case data.FieldLang:
		return steps(p.share(aLang), 0.5, 0.9)
	case data.FieldSentiment:
		return max(0.4*steps(1-p.share(aDate), 0.5, 0.9), p.share(aFeeling))
	case data.FieldLikes, data.FieldReplies, data.FieldShares, data.FieldViews, data.FieldReach, data.FieldFollowers:
		return steps(p.share(aNumber), 0.5, 0.8)
	}
	return p.fitsName(f)
}

// fitsName is fits for what is named rather than told or counted.
func (p *profile) fitsName(f data.Field) float64 {
	switch f {
	case data.FieldAuthorID, data.FieldInReplyTo:
		if p.wordsEach() > 1.2 || p.constant() || p.share(aLink) > 0.5 && f == data.FieldInReplyTo {
			return 0
		}
		return max(compatible, p.share(anID))
	case data.FieldHandle:
		if p.share(aPhrase) > 0.2 || p.mostly(aNumber) || p.share(aLink) > 0.5 {
			return 0
		}
		return max(compatible, p.share(aHandle))
	case data.FieldAuthor, data.FieldSource:
		if p.share(aDate) > 0.9 && p.share(aNumber) < 0.5 || p.wordsEach() > 6 || p.mostly(aNumber) || p.share(aLink) > 0.5 || p.share(aClient) > 0.5 {
			return 0
		}
	case data.FieldTitle:
		if p.share(aDate) > 0.9 || p.mostly(aNumber) || p.mostly(aLink) || p.constant() {
			return 0
		}
	}
	return compatible
}

// varied lowers what speaks for a column whose cells repeat, by at most share:
// of two columns for one field the one that tells rows apart is about them.
func (p *profile) varied(share float64) float64 { return 1 - share*(1-p.variety()) }

func (p *profile) fitsText() float64 {
	if p.share(aDate) > 0.8 || p.share(aLink) > 0.8 || p.share(aNumber) > 0.8 && p.filled > 3 || p.share(aFeeling) > 0.8 || p.mostly(aLang) || p.share(aList) > 0.8 || p.constant() {
		return 0
	}
	if p.wordsEach() >= 5 {
		return p.varied(0.3)
	}
	return compatible * p.varied(0.3)
}

func (p *profile) fitsDate() float64 {
	if p.share(aNumber) > 0.9 && p.wordsEach() < 1.5 && !p.plausibleDays() {
		return 0
	}
	return steps(p.share(aDate), 0.5, 0.85) * p.varied(0.2)
}

// fitsID asks more than the name: rows with one id are one mention, so that a
// column that repeats would cost mentions.
func (p *profile) fitsID() float64 {
	const nearlyUnique = 0.9
	switch {
	case p.wordsEach() > 1.2 || p.countsRows():
		return 0
	case p.scientific():
		return 0.6
	case p.variety() < nearlyUnique:
		return 0
	}
	return max(compatible, p.share(anID))
}

// scientific tells ids that a spreadsheet has rounded: many are alike.
func (p *profile) scientific() bool {
	n := 0
	for c := range p.distinct {
		if scientific(c) || len(c) > exactDigits && strings.HasSuffix(c, "0000") {
			n++
		}
	}
	return n*2 > len(p.distinct)
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

func steps(share, low, high float64) float64 {
	switch {
	case share >= high:
		return 1
	case share >= low:
		return 0.6
	}
	return 0
}
