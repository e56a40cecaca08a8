package main

// theme draws what a mention is about.
func theme(d *dice, day date, m *mention) string {
	if m.press() {
		return pressTheme(d, day, m)
	}
	var themes []weight
	switch m.tone {
	case positive:
		themes = praise(day)
	case negative:
		themes = complaints(day)
	default:
		themes = matters(day, m)
	}
	if m.source == "trustpilot" {
		themes = online(themes)
	}
	return d.weighted(themes)
}

func praise(day date) []weight {
	w := []weight{
		{"focaccia", 6},
		{"bread", 5},
		{"pastry", 4},
		{"staff", 4.5},
		{"place", 4},
		{"delivery", 2},
		{"value", 1},
		{"glutenfree", 0.6},
	}
	if !day.Before(panettoneSale) {
		w = append(w, weight{"panettone", 7})
	}
	if !day.Before(crisisEnds) {
		w = append(w, weight{"recovery", 2.5})
	}
	return w
}

func complaints(day date) []weight {
	w := []weight{{"price", 2.4}, {"queue", 2}, {"quality", 2.6}, {"staff", 1.6}, {"wrongorder", 1.1}}
	delay, checkout, refund := 0.8, 0.1, 0.0
	if day.rain {
		delay = 10
	}
	if day.within(checkoutBreaks, checkoutWorks) {
		checkout = 12
	}
	if !day.Before(checkoutWorks) {
		refund = 1
	}
	if !day.Before(panettoneSale) {
		w = append(w, weight{"panettone", 1.6})
	}
	if !day.Before(crisisEnds) {
		w = append(w, weight{"recovery", 3 * day.grudge()})
	}
	return append(w, weight{"delay", delay}, weight{"checkout", checkout}, weight{"refund", refund})
}

func matters(day date, m *mention) []weight {
	photo, mixed := 5.0, 1.0
	if m.review() {
		photo, mixed = 0, 12
	}
	w := []weight{
		{"photo", photo},
		{"mixed", mixed},
		{"hours", 2},
		{"glutenfree", 1.3},
		{"ordering", 1.6},
		{"delivery", 1.3},
		{"market", 1},
	}
	if !day.Before(panettoneTalk) {
		w = append(w, weight{"panettone", 2.5})
	}
	if !day.Before(crisisEnds) {
		w = append(w, weight{"recovery", 2 * day.grudge()})
	}
	return w
}

// online are the themes of people who know the shop by its website.
func online(themes []weight) []weight {
	share := map[string]float64{
		"focaccia": 0.1, "bread": 0.4, "pastry": 0.5, "staff": 0.1, "place": 0, "delivery": 7, "price": 0.4,
		"queue": 0, "quality": 0.6, "refund": 4, "checkout": 2, "wrongorder": 3, "delay": 3, "mixed": 1,
		"hours": 0, "market": 0, "ordering": 2, "glutenfree": 0.5, "panettone": 1.5,
	}
	chosen := make([]weight, 0, len(themes))
	for _, w := range themes {
		if s, ok := share[w.key]; ok {
			w.of *= s
		}
		chosen = append(chosen, w)
	}
	return chosen
}

// pressTheme is the section of press.txt that a news item or a blog post is
// made from.
func pressTheme(d *dice, day date, m *mention) string {
	switch {
	case m.source == "blog":
		return "blog"
	case m.lang == "it" && m.tone == positive && !day.Before(crisisEnds) && d.chance(0.5*day.grudge()):
		return "news_recovery"
	case m.lang == "it" && m.tone == neutral && !day.Before(panettoneTalk) && d.chance(0.3):
		return "news_panettone"
	}
	return "news"
}
