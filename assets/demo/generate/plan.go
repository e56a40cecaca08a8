package main

import (
	"slices"
)

// plan decides when, where, in which language and about what people write.
func plan(d *dice) []*mention {
	var all []*mention
	for _, day := range calendar() {
		for range d.poisson(day.volume() * d.around(1, 0.16)) {
			all = append(all, ordinary(d, day))
		}
	}
	all = append(all, crisis(d)...)
	all = append(all, told()...)
	slices.SortStableFunc(all, func(a, b *mention) int { return a.at.Compare(b.at) })
	crowd := newCrowd(d)
	for _, m := range all {
		m.shop = d.IntN(len(shops))
		if m.author == nil {
			m.author = crowd.author(m)
		}
		m.tool = m.source == "x" && m.text == "" && d.chance(0.04)
	}
	return all
}

func ordinary(d *dice, day date) *mention {
	m := &mention{at: day.timeOf(d)}
	m.source = d.weighted([]weight{
		{"google", 30},
		{"trustpilot", 14},
		{"instagram", 17},
		{"facebook", 10},
		{"x", 20},
		{"news", 3.6},
		{"blog", 2},
		{"forum", 3.4},
	})
	m.lang = language(d, day, m.source)
	m.tone = tone(d, day, m.source)
	m.theme = theme(d, day, m)
	return m
}

func language(d *dice, day date, source string) string {
	english := 17.0
	if day.within(touristsCome, touristsGo) {
		english = 42
	}
	other := 5.0
	if source == "news" || source == "blog" || source == "forum" {
		english, other = english/2, 0
	}
	if source == "forum" {
		english = 0
	}
	return d.weighted([]weight{
		{"it", 95 - english - other},
		{"en", english},
		{"mix", other * 0.3},
		{"fr", other * 0.3},
		{"es", other * 0.15},
		{"de", other * 0.25},
	})
}

// tone draws the tone: how people of a source are wont to write, and what the
// day gives them reason for.
func tone(d *dice, day date, source string) string {
	usual := map[string][2]float64{ // shares of negative and neutral
		"google": {0.12, 0.17}, "trustpilot": {0.23, 0.15}, "instagram": {0.08, 0.45}, "facebook": {0.14, 0.40},
		"x": {0.18, 0.50}, "news": {0.06, 0.76}, "blog": {0.08, 0.45}, "forum": {0.18, 0.52},
	}[source]
	bad, even := usual[0], usual[1]
	if source != "news" && source != "blog" {
		if day.rain {
			bad += 0.12
		}
		if day.within(checkoutBreaks, checkoutWorks) {
			bad += 0.2
		}
		bad += 0.2 * day.grudge()
	}
	return d.weighted([]weight{{negative, bad}, {neutral, even}, {positive, max(1-bad-even, 0.1)}})
}
