package main

import (
	"slices"
	"strings"
)

// writer puts words to the plan. It is used in order of time, so that nobody
// writes like his neighbours.
type writer struct {
	d      *dice
	book   phrasebook
	bags   map[string]*bag
	said   map[string]bool       // every text so far
	recent map[string][]*mention // by source, the latest last; all of them under ""
}

func newWriter(d *dice) *writer {
	return &writer{d, readPhrases(), map[string]*bag{}, map[string]bool{}, map[string][]*mention{}}
}

// neighbours is how far back no mention of a source may begin alike.
const neighbours = 6

func (w *writer) write(m *mention) {
	if m.text == "" {
		w.compose(m)
	}
	w.said[m.text] = true
	for _, list := range []string{m.source, ""} {
		w.recent[list] = append(w.recent[list], m)
	}
	rate(w.d, m)
	w.answer(m)
	notice(w.d, m)
}

// compose writes until the text is new and unlike its neighbours.
func (w *writer) compose(m *mention) {
	for range 60 {
		m.title, m.opening = "", ""
		switch {
		case m.press():
			w.press(m)
		case foreign(m):
			p := w.draw(m.lang + " " + m.tone + " tiny")
			m.text, m.opener = w.say(m, p), p.number
			w.dress(m)
		default:
			w.people(m)
		}
		if !w.said[m.text] && w.fresh(m) {
			return
		}
	}
}

func foreign(m *mention) bool { return m.lang != "it" && m.lang != "en" }

func (w *writer) fresh(m *mention) bool {
	far := neighbours
	if m.press() {
		far = 1 // papers write about one thing for days
	}
	near := append(last(w.recent[m.source], far), last(w.recent[""], far)...)
	return !slices.ContainsFunc(near, func(other *mention) bool {
		return other.opener == m.opener || head(other.text) == head(m.text)
	})
}

// last copies the last n of a list.
func last(list []*mention, n int) []*mention {
	return slices.Clone(list[max(0, len(list)-n):])
}

// head is how a text begins: its first three words, without addresses.
func head(text string) string {
	var words []string
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if word = strings.Trim(word, ".,:;!?\"'«»"); word != "" && word[0] != '@' && len(words) < 3 {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

// press fills in title, opening and the sentence about us.
func (w *writer) press(m *mention) {
	p := w.draw(m.lang + " " + m.tone + " " + m.theme)
	parts := strings.Split(w.say(m, p), "||")
	m.title, m.opening, m.text = strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])
	m.opener = p.number
}

// say settles choices and blanks of a phrase.
func (w *writer) say(m *mention, p phrase) string {
	text := choose(w.d, p.text)
	return fill(text, newFiller(w.d, m, text).value)
}

func (w *writer) has(section string) bool { return len(w.book[section]) > 0 }

// draw takes the next phrase of a section.
func (w *writer) draw(section string) phrase {
	b, ok := w.bags[section]
	if !ok {
		if !w.has(section) {
			panic("no phrases under " + section)
		}
		b = &bag{phrases: w.book[section]}
		w.bags[section] = b
	}
	return b.draw(w.d)
}
