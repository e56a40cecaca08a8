package main

import (
	"time"
	_ "time/tzdata" // the same zone rules everywhere
)

// Tones of a mention.
const (
	positive = "positive"
	neutral  = "neutral"
	negative = "negative"
)

// mention is one public text about the bakery, before it takes the shape of
// an export.
type mention struct {
	at     time.Time
	source string
	lang   string // it, en, fr, es, de, or mix: Italian with English
	tone   string
	theme  string
	shop   int
	author *person

	title, opening, text string
	opener               int // number of the phrase the text begins with
	stars                int
	answer               string
	answeredAt           time.Time
	tool                 bool // found by the media monitor, although on X

	likes, replies, shares, views, reach int
}

// watched tells whether the media monitor found the mention.
func (m *mention) watched() bool {
	return m.tool || m.press() || m.source == "forum"
}

// press tells whether a paper or a blog printed the mention.
func (m *mention) press() bool { return m.source == "news" || m.source == "blog" }

// social tells whether the mention is a post that has to say whom it is about.
func (m *mention) social() bool {
	return m.source == "x" || m.source == "instagram" || m.source == "facebook"
}

// aboutCrisis tells whether the mention is about the sentence in the window.
func (m *mention) aboutCrisis() bool {
	switch m.theme {
	case "sign", "apology", "defend", "crisis", "crisis_after":
		return true
	}
	return false
}

// review tells whether the mention came with stars.
func (m *mention) review() bool { return m.source == "google" || m.source == "trustpilot" }

var rome = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err) // the zone is compiled in
	}
	return zone
}()

// days is the length of the story; lastDay is its last day.
const days = 90

var lastDay = day(time.November, 22)

func day(month time.Month, d int) time.Time { return moment(month, d, 0, 0) }

func moment(month time.Month, d, hour, minute int) time.Time {
	return time.Date(2026, month, d, hour, minute, 0, 0, rome)
}

// mentions tells the whole story, in order of time.
func mentions() []*mention {
	plan := plan(newDice(1))
	w := newWriter(newDice(2))
	for _, m := range plan {
		w.write(m)
	}
	return plan
}
