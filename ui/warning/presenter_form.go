package warning

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"vedetta/data"
)

// Field is a field of a form.
type Field string

// The fields.
const (
	FieldName  Field = "name"
	FieldQuery Field = "query"
	FieldCount Field = "count"
	FieldShare Field = "share"
	FieldReach Field = "reach"
	FieldDays  Field = "days"
	FieldSaved Field = "saved" // no field: the whole could not be stored
)

// Wrong says what is wrong with which field; empty when nothing is.
type Wrong map[Field]string

// longestName bounds the names that a person gives.
const longestName = 60

// checkName wants a name that none of the others has.
func (p *Presenter) checkName(wrong Wrong, name string, others []string) {
	switch {
	case name == "":
		wrong[FieldName] = p.words.Text("earlywarning.wrong.name")
	case len([]rune(name)) > longestName:
		wrong[FieldName] = p.words.Count("earlywarning.wrong.name.long", longestName)
	}
	for _, other := range others {
		if strings.EqualFold(other, name) {
			wrong[FieldName] = p.words.Text("earlywarning.wrong.name.twice", "Name", other)
		}
	}
}

// QueryWrong says what is wrong with a query; empty when it can be read.
func (p *Presenter) QueryWrong(query string) string {
	_, err := data.ParseQuery(query, p.desk.Zone())
	if err == nil {
		return ""
	}
	message, hint := p.words.Explain(err)
	return message + " " + hint
}

// TypingWrong is QueryWrong while the person types: the last word may not be
// at its end yet, so that it counts only once the query was found wrong.
func (p *Presenter) TypingWrong(query string, found bool) string {
	if !found {
		query = query[:strings.LastIndexByte(query, ' ')+1]
	}
	return p.QueryWrong(query)
}

func (p *Presenter) checkQuery(wrong Wrong, query string) {
	if said := p.QueryWrong(query); said != "" {
		wrong[FieldQuery] = said
	}
}

// whole is a whole number with or without marks between thousands, as
// Italian, English and Swiss hands write them.
var whole = regexp.MustCompile(`^(\d+|\d{1,3}([., '’\x{a0}\x{202f}]\d{3})+)$`)

// number reads a whole number; false when it is none.
func number(text string) (int64, bool) {
	text = strings.TrimSpace(text)
	if !whole.MatchString(text) {
		return 0, false
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, err == nil
}

// between reads a whole number from least to most, or says what is wrong.
func (p *Presenter) between(wrong Wrong, field Field, text string, least, most int64) int64 {
	n, ok := number(text)
	if !ok || n < least || n > most {
		wrong[field] = p.words.Text("earlywarning.wrong.number", "Least", p.words.Number(least), "Most", p.words.Number(most))
	}
	return n
}

// save stores what a form holds and hands back what is wrong with it.
func (p *Presenter) save(store func(context.Context) error, saved func(), done func(Wrong)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := store(ctx)
		return func() {
			if err != nil {
				message, hint := p.words.Explain(err)
				done(Wrong{FieldSaved: message + " " + hint})
				return
			}
			done(nil)
			saved()
		}
	})
}

// remove takes something away and offers to bring it back.
func (p *Presenter) remove(said string, remove, restore func(context.Context) error) {
	p.change(remove, func() {
		p.face.Told(said, func() { p.change(restore, nil) })
	})
}
