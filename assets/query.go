package assets

import (
	"strings"
	"time"
	"unicode"

	"vedetta/data"
)

// Search puts a search of the form into a sentence: "Negative mentions from
// Google review, of the last 7 days, containing rimborso". now is in the zone
// of the workspace.
func (w *Words) Search(s data.SimpleQuery, now time.Time) string {
	head := w.Text("query.says.all")
	if len(s.Labels) > 0 {
		head = w.Text("query.says.labels", "Labels", spoken(w, "query.or", s.Labels, func(l data.Label) string {
			return w.Text("query.labels." + l.String())
		}))
	}
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	w.sayLists(s, add)
	add(w.sayDays(s, now))
	w.sayWords(s, add)
	w.sayRest(s, add)
	first := []rune(strings.TrimSpace(head + " " + strings.Join(parts, ", ")))
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}

func (w *Words) sayLists(s data.SimpleQuery, add func(string)) {
	same := func(v string) string { return v }
	for _, part := range []struct {
		key, list string
	}{
		{"query.says.source", spoken(w, "query.or", s.Sources, w.Source)},
		{"query.says.lang", spoken(w, "query.or", s.Langs, w.Language)},
		{"query.says.tag", spoken(w, "query.or", s.Tags, same)},
		{"query.says.status", spoken(w, "query.or", s.Statuses, w.Status)},
		{"query.says.author", s.Author},
	} {
		if part.list != "" {
			add(w.Text(part.key, "What", part.list))
		}
	}
}

func (w *Words) sayWords(s data.SimpleQuery, add func(string)) {
	same := func(v string) string { return v }
	for _, part := range []struct {
		key, list string
	}{
		{"query.says.words", spoken(w, "query.and", data.WordsOf(s.All), same)},
		{"query.says.words", spoken(w, "query.or", data.WordsOf(s.Any), same)},
		{"query.says.phrase", strings.TrimSpace(s.Phrase)},
		{"query.says.none", spoken(w, "query.and", data.WordsOf(s.None), same)},
	} {
		if part.list != "" {
			add(w.Text(part.key, "What", part.list))
		}
	}
}

func (w *Words) sayRest(s data.SimpleQuery, add func(string)) {
	if s.Starred {
		add(w.Text("query.says.starred"))
	}
	if s.Rating != "" {
		add(w.Text("query.says.rating", "What", w.Stars(s.Rating)))
	}
	if s.ReachFrom > 0 {
		add(w.Text("query.says.reach", "What", w.Number(s.ReachFrom)))
	}
}

// Stars puts a restriction like <3 into words.
func (w *Words) Stars(rating string) string {
	n := strings.TrimLeft(rating, "<>=")
	switch strings.TrimSuffix(rating, n) {
	case "<":
		return w.Text("query.stars.below", "N", n)
	case "<=":
		return w.Text("query.stars.most", "N", n)
	case ">=":
		return w.Text("query.stars.least", "N", n)
	}
	return w.Text("query.stars", "N", n)
}

// sayDays names a period as people do where it ends today.
func (w *Words) sayDays(s data.SimpleQuery, now time.Time) string {
	from, to := w.dayOf(s.From), w.dayOf(s.To)
	switch {
	case s.From == "" && s.To == "":
		return ""
	case s.To == "" && s.From == now.Format(time.DateOnly):
		return w.Text("query.says.today")
	case s.To == "" && s.From == data.LastFrom(now, data.WeekDays):
		return w.Text("query.says.last", "N", data.WeekDays)
	case s.To == "" && s.From == data.LastFrom(now, data.MonthDays):
		return w.Text("query.says.last", "N", data.MonthDays)
	case s.To == "":
		return w.Text("query.says.since", "From", from)
	case s.From == "":
		return w.Text("query.says.until", "To", to)
	}
	return w.Text("query.says.between", "From", from, "To", to)
}

// dayOf writes a day of the form as the language does; what is none stays.
func (w *Words) dayOf(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return w.Date(t, time.UTC)
}

// spoken joins a list with a word between the last two.
func spoken[T any](w *Words, key string, list []T, say func(T) string) (out string) {
	for i, v := range list {
		switch {
		case i == 0:
			out = say(v)
		case i == len(list)-1:
			out = w.Text(key, "A", out, "B", say(v))
		default:
			out += ", " + say(v)
		}
	}
	return out
}
