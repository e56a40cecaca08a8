package data

import (
	"strings"
	"time"
	"unicode"
)

// TextQuery is a full-text search: any of its clauses, each of which asks for
// all its terms.
type TextQuery struct{ Clauses []Clause }

// Clause is a list of terms that must all hold.
type Clause struct{ Terms []Term }

// Term is a word, a phrase of several words, or with Prefix the beginning of
// a word; Not excludes it.
type Term struct {
	Text   string
	Prefix bool
	Not    bool
}

// Empty tells whether the query asks for nothing.
func (q TextQuery) Empty() bool { return len(q.Clauses) == 0 }

// ParseQuery reads what a person types into a search field:
//
//	rimborso attesa      both words          "due ore"   the phrase
//	rimborso OR attesa   either              rimb*       words that begin so
//	-attesa, NOT attesa  without the word
//	source:google is:negative is:open lang:it tag:consegna author:name
//	rating:<3 before:2026-11-01 after:2026-10-01 import:4, each also with -
//	near:ID              the mention with this id and its copies
//
// A -field: excludes; dates are local days of zone, before: exclusive and
// after: inclusive. Errors are ErrQuery with the place and what was expected.
func ParseQuery(text string, zone *time.Location) (Filter, error) {
	p := queryParser{zone: zone}
	for _, tok := range splitQuery(text) {
		if err := p.take(tok); err != nil {
			return Filter{}, err
		}
	}
	p.endClause()
	return p.filter, nil
}

type queryToken struct {
	text   string
	at     int // 1-based rune position
	quoted bool
}

type queryParser struct {
	zone   *time.Location
	filter Filter
	terms  []Term
	negate bool
}

func (p *queryParser) take(tok queryToken) error {
	if !tok.quoted {
		switch tok.text {
		case "OR":
			p.endClause()
			return nil
		case "AND":
			return nil
		case "NOT":
			p.negate = true
			return nil
		}
	}
	body := tok.text
	not := p.negate
	p.negate = false
	if !tok.quoted && len(body) > 1 && body[0] == '-' {
		not, body = !not, body[1:]
	}
	if field, value, ok := strings.Cut(body, ":"); ok && !tok.quoted && isFieldName(field) {
		return p.condition(tok, strings.ToLower(field), strings.Trim(value, `"`), not)
	}
	quoted := tok.quoted
	if strings.HasPrefix(body, `"`) {
		body, quoted = strings.Trim(body, `"`), true
	}
	prefix := !quoted && strings.HasSuffix(body, "*")
	body = strings.TrimRight(body, "*")
	if strings.IndexFunc(body, isWordRune) < 0 {
		return nil // punctuation alone asks for nothing
	}
	p.terms = append(p.terms, Term{Text: body, Prefix: prefix, Not: not})
	return nil
}

func (p *queryParser) endClause() {
	if len(p.terms) > 0 {
		p.filter.Text.Clauses = append(p.filter.Text.Clauses, Clause{Terms: p.terms})
	}
	p.terms, p.negate = nil, false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// splitQuery cuts at blanks outside quotes; a missing closing quote is taken
// as standing at the end.
func splitQuery(text string) []queryToken {
	var out []queryToken
	var cur []rune
	start, inQuotes := 0, false
	flush := func() {
		if len(cur) > 0 {
			s := string(cur)
			quoted := len(s) > 0 && s[0] == '"'
			if quoted {
				s = strings.Trim(s, `"`)
			}
			out = append(out, queryToken{text: s, at: start, quoted: quoted})
		}
		cur = cur[:0]
	}
	for i, r := range []rune(text) {
		if r == '“' || r == '”' {
			r = '"'
		}
		if unicode.IsSpace(r) && !inQuotes {
			flush()
			continue
		}
		if len(cur) == 0 {
			start = i + 1
		}
		if r == '"' {
			inQuotes = !inQuotes
		}
		cur = append(cur, r)
	}
	flush()
	return out
}
