package main

import (
	"strings"
	"time"
)

// rate gives a review its stars.
func rate(d *dice, m *mention) {
	if !m.review() {
		return
	}
	m.stars = map[string]int{positive: 5, neutral: 3, negative: 1}[m.tone]
	switch {
	case m.tone == positive && d.chance(0.22):
		m.stars = 4
	case m.tone == negative && m.theme != "sign" && d.chance(0.35):
		m.stars = 2
	}
}

// answer lets the bakery reply to a review, as often and as late as it does.
func (w *writer) answer(m *mention) {
	if !m.review() || !w.d.chance(answered(m)) {
		return
	}
	m.answeredAt = answerTime(w.d, m)
	if m.answeredAt.After(lastDay.Add(21 * time.Hour)) {
		m.answeredAt = time.Time{}
		return
	}
	lang := m.lang
	if foreign(m) {
		lang = "en"
	}
	section := lang + " " + m.tone + " reply"
	if m.tone == negative && m.aboutCrisis() {
		section = lang + " crisis reply"
	}
	text := choose(w.d, w.draw(section).text)
	as := *m
	as.lang = lang
	f := newFiller(w.d, &as, text)
	if strings.Contains(m.author.name, " ") && m.author.name == capital(m.author.name) && len(m.author.first()) > 2 && w.d.chance(0.7) {
		f.customer = m.author.first()
	}
	m.answer = capital(fill(text, f.value))
}

// answered is how likely an answer is: refunds seldom, in the crisis hardly.
func answered(m *mention) float64 {
	switch {
	case m.at.After(crisisStarts) && m.at.Before(apology):
		return 0.05
	case m.theme == "refund" && m.at.Before(apology):
		return 0.1
	case m.tone == negative && m.at.After(apology):
		return 0.6
	case m.tone == negative:
		return 0.5
	}
	return 0.24
}

// answerTime is within the bakery's office hours.
func answerTime(d *dice, m *mention) time.Time {
	hours := d.around(5, 0.8)
	if m.theme == "sign" || m.theme == "refund" {
		hours = d.around(30, 0.5)
	}
	t := m.at.Add(time.Duration(hours * float64(time.Hour))).In(rome)
	if t.Before(apology) && m.at.After(crisisStarts) {
		t = apology.Add(time.Duration(d.between(20, 900)) * time.Minute).In(rome)
	}
	switch h := t.Hour(); {
	case h >= 19:
		t = time.Date(t.Year(), t.Month(), t.Day()+1, 8, d.between(5, 59), d.IntN(60), 0, rome)
	case h < 8:
		t = time.Date(t.Year(), t.Month(), t.Day(), 8, d.between(5, 59), d.IntN(60), 0, rome)
	}
	return t
}

// notice counts who has seen a mention and what they did, unless told.
func notice(d *dice, m *mention) {
	if m.reach > 0 || m.views > 0 {
		return
	}
	loud := 1.0
	if m.theme == "sign" || m.theme == "apology" {
		loud = 4
	}
	seen := loud * d.around(0.6*float64(m.author.followers)+20, 0.5)
	m.reach, m.views = int(seen), int(seen)
	m.likes = int(seen * d.around(0.03, 0.6))
	m.replies = int(seen * d.around(0.005*loud, 0.7))
	m.shares = int(seen * d.around(0.003*loud, 0.8))
}
