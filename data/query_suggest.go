package data

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Known is what a workspace holds that a search can ask for.
type Known struct {
	Sources, Tags, Langs, Authors []string
	Now                           time.Time // in the zone of the workspace; zero offers no dates
}

// Suggestion is one way on from what was typed so far.
type Suggestion struct {
	Text   string // the whole search after it was taken
	Cursor int    // runes before the cursor then
	Shown  string // as it would be typed
	Kind   string // what it is: "field.tag", "is.negative", "tag", "date.today"…
}

// suggestMost bounds a list that is read at a glance.
const suggestMost = 8

// Suggest tells how the word at the cursor may go on: fields after their first
// letters, and after a field its values. cursor counts runes. Words and phrases
// have no suggestions: nobody knows what is meant.
func Suggest(text string, cursor int, known Known) []Suggestion {
	w := wordAt([]rune(text), cursor)
	if w.phrase {
		return nil
	}
	field, value, hasValue := strings.Cut(w.typed, ":")
	var offers []offer
	switch {
	case hasValue && isFieldName(field):
		offers = valuesLike(strings.ToLower(field), strings.Trim(value, `"“”`), known)
	case !hasValue && (w.typed != "" || w.opensPart()):
		offers = fieldsLike(w.typed, w.not)
	}
	var out []Suggestion
	for _, o := range offers[:min(len(offers), suggestMost)] {
		out = append(out, w.take(o))
	}
	return out
}

// offer is a suggestion before it is put into the text.
type offer struct{ shown, kind string }

// typing is the word at the cursor and what surrounds it.
type typing struct {
	before, after string
	typed         string // of the word, up to the cursor, without its minus
	not, phrase   bool
}

// wordAt finds the word at the cursor; the part behind the cursor belongs to it
// too and is replaced.
func wordAt(text []rune, cursor int) typing {
	cursor = min(max(cursor, 0), len(text))
	start, depth, quoted := 0, 0, false
	for i, r := range text[:cursor] {
		switch {
		case isQuote(r):
			quoted = !quoted
		case quoted:
		case unicode.IsSpace(r), r == ')' && depth > 0:
			start = i + 1
			if r == ')' {
				depth--
			}
		case r == '(' && opens(text[start:i]):
			start = i + 1
			depth++
		}
	}
	end := wordEnd(text, cursor, depth, quoted)
	w := typing{before: string(text[:start]), after: string(text[end:]), typed: string(text[start:cursor])}
	if rest, ok := strings.CutPrefix(w.typed, "-"); ok {
		w.before, w.typed, w.not = w.before+"-", rest, true
	}
	first, _, _ := strings.Cut(w.typed, ":")
	w.phrase = strings.ContainsFunc(first, isQuote)
	return w
}

func wordEnd(text []rune, from, depth int, quoted bool) int {
	for i := from; i < len(text); i++ {
		r := text[i]
		if isQuote(r) {
			quoted = !quoted
		} else if !quoted && (unicode.IsSpace(r) || r == ')' && depth > 0) {
			return i
		}
	}
	return len(text)
}

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '”' }

// opensPart tells whether a part of the search begins here, so that fields are
// of use before a letter is typed.
func (w typing) opensPart() bool {
	before := strings.TrimSpace(w.before)
	if before == "" || w.not || strings.HasSuffix(before, "(") {
		return true
	}
	words := strings.Fields(before)
	return slices.Contains([]string{"OR", "AND", "NOT"}, words[len(words)-1])
}

// take puts an offer in the place of the word. A finished word is followed by a
// blank, an open field by its value.
func (w typing) take(o offer) Suggestion {
	middle, after := o.shown, w.after
	if !strings.HasSuffix(middle, ":") && !strings.HasPrefix(after, ")") {
		middle, after = middle+" ", strings.TrimPrefix(after, " ")
	}
	return Suggestion{
		Text: w.before + middle + after, Cursor: len([]rune(w.before + middle)),
		Shown: o.shown, Kind: o.kind,
	}
}

// fieldOrder is how fields are offered: the most useful first. Fields that are
// not named here follow by name.
var fieldOrder = []string{"is", "source", "tag", "lang", "author", "rating", "after", "before", "reach", "import", "near"}

// excludable are the fields that can stand behind a minus.
var excludable = map[string]bool{"is": true, "source": true, "tag": true, "lang": true}

func fieldsLike(typed string, not bool) (out []offer) {
	names := slices.Clone(fieldOrder)
	var others []string
	for name := range queryFields {
		if !slices.Contains(names, name) {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	for _, name := range append(names, others...) {
		if queryFields[name] && strings.HasPrefix(name, foldLetters(typed)) && (!not || excludable[name]) {
			out = append(out, offer{name + ":", "field." + name})
		}
	}
	return out
}

// isValues are what may stand after is:, as the parser itself lists them.
func isValues() (out []string) {
	_, err := ParseQuery("is:?", time.UTC)
	var wrong *Error
	if !errors.As(err, &wrong) {
		return nil
	}
	for _, v := range strings.Split(wrong.Args["Expected"].(string), ", ") {
		out = append(out, strings.TrimPrefix(v, "is:"))
	}
	return out
}

func valuesLike(field, typed string, known Known) []offer {
	switch field {
	case "is":
		return matching(field, "is.", isValues(), typed)
	case "source":
		return matching(field, "", known.Sources, typed)
	case "tag":
		return matching(field, "", known.Tags, typed)
	case "lang":
		return matching(field, "", known.Langs, typed)
	case "author":
		return matching(field, "", known.Authors, strings.TrimPrefix(typed, "@"))
	case "rating":
		return matching(field, "", []string{"<3", ">=4", "1", "2", "3", "4", "5"}, typed)
	case "reach":
		return matching(field, "", []string{">1000", ">10000", ">100000"}, typed)
	case "before", "after":
		return datesLike(field, typed, known.Now)
	}
	return nil
}

// matching offers the values that begin with what was typed, then those with a
// later word that does. kind is the field where it says enough.
func matching(field, kind string, values []string, typed string) []offer {
	typed = foldLetters(typed)
	var begin, within []offer
	for _, v := range values {
		o := offer{field + ":" + QueryValue(v), field}
		if kind != "" {
			o.kind = kind + v
		}
		switch folded := foldLetters(v); {
		case strings.ContainsFunc(v, isQuote) || strings.TrimSpace(v) == "":
		case strings.HasPrefix(folded, typed):
			begin = append(begin, o)
		case wordBegins(folded, typed):
			within = append(within, o)
		}
	}
	return append(begin, within...)
}

func wordBegins(text, typed string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) })
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, typed) })
}

// datesLike offers days by what they are called.
func datesLike(field, typed string, now time.Time) (out []offer) {
	if now.IsZero() {
		return nil
	}
	for _, d := range []struct {
		kind string
		back int
	}{{"today", 0}, {"yesterday", 1}, {"week", 7}, {"month", 30}} {
		day := now.AddDate(0, 0, -d.back).Format(time.DateOnly)
		if strings.HasPrefix(day, typed) || strings.IndexFunc(typed, unicode.IsLetter) == 0 {
			out = append(out, offer{field + ":" + day, "date." + d.kind})
		}
	}
	return out
}

// QueryValue is a value as it stands after a field: in quotes where a blank or
// a parenthesis would end it.
func QueryValue(v string) string {
	if strings.ContainsFunc(v, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' }) {
		return `"` + v + `"`
	}
	return v
}
