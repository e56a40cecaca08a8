package main

import (
	"slices"
	"strings"
	"unicode"
)

// habit is how people of a source build a text: how often they write next to
// nothing, and how often each part beside the matter itself.
type habit struct{ tiny, opening, again, detail, detail2, closing float64 }

var habits = map[string]habit{
	"google":     {0.13, 0.42, 0.16, 0.6, 0.25, 0.5},
	"trustpilot": {0.08, 0.45, 0.2, 0.7, 0.35, 0.5},
	"instagram":  {0.16, 0.22, 0.05, 0.3, 0, 0.3},
	"facebook":   {0.08, 0.35, 0.15, 0.5, 0.15, 0.4},
	"x":          {0.1, 0.22, 0.05, 0.28, 0, 0.28},
	"forum":      {0, 0.6, 0.6, 0.9, 0.5, 0.5},
}

// people writes a text of an ordinary person.
func (w *writer) people(m *mention) {
	h, kind := habits[m.source], kindOf(m)
	base := m.lang + " " + m.tone + " "
	var parts []phrase
	if tiny := base + "tiny" + kind; w.d.chance(h.tiny) && w.has(tiny) && m.theme != "refund" {
		parts = []phrase{w.draw(tiny)}
	} else {
		parts = w.parts(h, base, m.theme, kind)
	}
	m.opener = parts[0].number
	m.text = ""
	for _, p := range parts {
		m.text = join(m.text, w.say(m, p))
	}
	if m.source == "trustpilot" || m.source == "forum" {
		m.title = w.say(m, w.draw(w.titles(base, m)))
	}
	w.dress(m)
}

func (w *writer) parts(h habit, base, theme, kind string) []phrase {
	var parts []phrase
	add := func(p float64, section string) {
		if w.d.chance(p) && w.has(section) {
			parts = append(parts, w.draw(section))
		}
	}
	add(h.opening, base+"opening"+kind)
	add(1, base+theme)
	if kind != "_ask" && kind != "_note" {
		add(h.again, base+theme)
	}
	add(h.detail, base+"detail"+kind)
	add(h.detail2, base+"detail"+kind)
	closing := base + "closing" + kind
	if kind == "_sign" {
		closing = base + "crisis_closing"
	} else if !w.has(closing) && kind == "_web" {
		closing = base + "closing"
	}
	add(h.closing, closing)
	return withoutTwins(parts)
}

// withoutTwins leaves a phrase out that was drawn twice for one text.
func withoutTwins(parts []phrase) []phrase {
	var kept []phrase
	for _, p := range parts {
		if !slices.Contains(kept, p) {
			kept = append(kept, p)
		}
	}
	return kept
}

// kindOf says which openings, details and closings suit a theme: those of the
// shop "", of the website, of a question, of a passing note, of the crisis, or
// none.
func kindOf(m *mention) string {
	kinds := map[string]string{
		"delivery": "_web", "delay": "_web", "checkout": "_web", "refund": "_web", "wrongorder": "_web",
		"sign": "_sign", "apology": "_sign", "defend": "_sign",
		"hours": "_ask", "ordering": "_ask",
		"photo": "_note", "mixed": "_none", "market": "_none", "crisis": "_none", "crisis_after": "_none", "recovery": "_none",
	}
	kind := kinds[m.theme]
	if m.tone == neutral {
		switch m.theme {
		case "glutenfree", "delivery":
			kind = "_ask"
		case "panettone":
			kind = "_none"
		}
	}
	if m.source == "trustpilot" && kind == "" {
		kind = "_web"
	}
	return kind
}

func (w *writer) titles(base string, m *mention) string {
	section := base + "title"
	if m.source == "forum" {
		section = base + "forum"
		if kindOf(m) == "_sign" || (m.theme == "refund" && m.at.After(crisisStarts) && m.at.Before(crisisEnds)) {
			section = base + "forum_crisis"
		}
	}
	for _, special := range []string{"refund", "sign"} {
		if m.theme == special && w.has(section+"_"+special) {
			section += "_" + special
		}
	}
	return section
}

// join puts two parts together: small letters after a comma or a colon.
func join(before, after string) string {
	if before == "" {
		return capital(after)
	}
	if last := before[len(before)-1]; last != ',' && last != ':' {
		return before + " " + capital(after)
	}
	first, _, _ := strings.Cut(after, " ")
	if isName(strings.Trim(first, ",.:")) {
		return before + " " + after
	}
	r := []rune(after)
	r[0] = unicode.ToLower(r[0])
	return before + " " + string(r)
}

func isName(word string) bool {
	for _, s := range staff {
		if s.name == word {
			return true
		}
	}
	return slices.Contains([]string{"I", "I'm", "Torino", "Turin", "Forno", "Baci"}, word)
}
