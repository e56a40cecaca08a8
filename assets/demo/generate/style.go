package main

import (
	"strings"
	"unicode/utf8"
)

// dress gives a text the habits of its place: addresses, hashtags, emoji,
// carelessness.
func (w *writer) dress(m *mention) {
	d := w.d
	if m.source == "forum" {
		m.title = strings.TrimSpace(strings.TrimRight(m.title, "| "))
	}
	m.text = careless(d, m)
	hashtags := "hashtag"
	switch {
	case m.aboutCrisis():
		hashtags = "hashtag_crisis"
	case m.tone == negative:
		hashtags = "hashtag_negative"
	}
	switch m.source {
	case "instagram":
		m.text += w.sprinkle("emoji_"+m.tone, 0.65, 2) + w.sprinkle(hashtags, 0.7, 4)
	case "facebook":
		m.text += w.sprinkle("emoji_"+m.tone, 0.3, 2)
	case "google":
		m.text += w.sprinkle("emoji_"+m.tone, 0.08, 1)
	case "x":
		m.text += w.sprinkle("emoji_"+m.tone, 0.2, 1) + w.sprinkle(hashtags, 0.3, 2)
	}
	if m.social() {
		m.text = w.named(m)
	}
}

// sprinkle gives up to most different words of a list, with a blank before.
func (w *writer) sprinkle(list string, p float64, most int) string {
	if !w.d.chance(p) {
		return ""
	}
	var b strings.Builder
	all := w.book["any "+list]
	for _, i := range w.d.Perm(len(all))[:w.d.between(1, most)] {
		b.WriteString(" " + all[i].text)
	}
	return b.String()
}

// longest is what fits into one post on X.
const longest = 280

// named makes sure that a post says whom it is about.
func (w *writer) named(m *mention) string {
	text := m.text
	if !strings.Contains(strings.ToLower(text), "aurora") {
		before := last(w.recent[""], 1)
		called := len(before) > 0 && strings.Contains(strings.ToLower(before[0].text[:min(12, len(before[0].text))]), "aurora")
		switch {
		case !called && m.source == "facebook" && w.d.chance(0.4):
			text = "Forno Aurora: " + text
		case !called && w.d.chance(0.4):
			text = "@fornoaurora " + text
		default:
			text += " " + pick(w.d, []string{"@fornoaurora", "#fornoaurora", "(Forno Aurora)", "#fornoauroratorino"})
		}
	}
	for m.source == "x" && utf8.RuneCountInString(text) > longest {
		text = text[:strings.LastIndex(text, " ")]
	}
	return text
}

// careless writes like people on a phone: now and then no capitals, no
// accents, no full stop, a slip of the finger.
func careless(d *dice, m *mention) string {
	text := m.text
	if m.tone == negative && d.chance(0.03) {
		return strings.ToUpper(text)
	}
	if d.chance(0.1) {
		text = strings.ToLower(text)
	}
	if d.chance(0.12) {
		text = strings.TrimSuffix(text, ".")
	}
	if d.chance(0.07) {
		text = strings.Replace(text, "!", "!!!", 1)
	}
	if m.lang == "it" {
		text = carelessItalian(d, text)
	}
	if d.chance(0.05) {
		text = slip(d, text)
	}
	return text
}

func carelessItalian(d *dice, text string) string {
	for _, habit := range []struct {
		p        float64
		from, to string
	}{
		{0.1, "é", "è"},
		{0.04, "È ", "E' "},
		{0.05, " è ", " e' "},
		{0.03, " non ", " nn "},
		{0.02, "comunque", "cmq"},
		{0.02, "perché", "xké"},
		{0.03, " perché", " perchè"},
		{0.04, "à ", "a' "},
	} {
		if d.chance(habit.p) {
			text = strings.ReplaceAll(text, habit.from, habit.to)
		}
	}
	return text
}

// slip swaps two letters inside a long word.
func slip(d *dice, text string) string {
	words := strings.Split(text, " ")
	for range 5 {
		i := d.IntN(len(words))
		r := []rune(words[i])
		if len(r) < 7 || strings.ContainsAny(words[i], "@#/€") {
			continue
		}
		at := d.between(2, len(r)-4)
		r[at], r[at+1] = r[at+1], r[at]
		words[i] = string(r)
		break
	}
	return strings.Join(words, " ")
}
