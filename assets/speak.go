package assets

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"vedetta/data"
)

// Label is the word for a sentiment label.
func (w *Words) Label(l data.Label) string { return w.Text("label." + l.String()) }

// Status is the word for a triage status.
func (w *Words) Status(s data.Status) string { return w.Text("status." + s.String()) }

// longestSource is how many letters of the name of an unknown source are shown.
const longestSource = 40

// Source is the name of a source; one that we do not know is shown as the
// file wrote it, without what could deceive and no longer than a name is.
func (w *Words) Source(key string) string {
	if k := "source." + key; w.Has(k) {
		return w.Text(k)
	}
	runes := []rune(strings.Map(plainRune, key))
	if len(runes) > longestSource {
		return string(runes[:longestSource-1]) + "…"
	}
	return string(runes)
}

// plainRune drops controls and the marks that turn the direction of writing.
func plainRune(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return -1
	}
	return r
}

// Language is the name of a language code, or the code itself.
func (w *Words) Language(code string) string {
	if k := "lang." + code; w.Has(k) {
		return w.Text(k)
	}
	return code
}

// Explain puts an error into one sentence and a hint of what to do next.
// Failures that nobody foresaw keep their cause for the log only.
func (w *Words) Explain(err error) (message, hint string) {
	key := "error." + string(data.CodeOf(err))
	var e *data.Error
	var pairs []any
	if errors.As(err, &e) {
		for name, value := range e.Args {
			if name == "Reason" {
				value = w.reason(value)
			}
			pairs = append(pairs, name, value)
		}
	}
	return w.Text(key, pairs...), w.Text(key+".hint", pairs...)
}

// reason says why rows were rejected; "" for none.
func (w *Words) reason(value any) string {
	if key := fmt.Sprint("reason.", value); w.Has(key) {
		return w.Text(key)
	}
	return ""
}
