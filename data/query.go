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
//	-attesa, NOT attesa  without the word    (…)         a part of its own
//	source:google is:negative is:open lang:it tag:consegna author:name
//	rating:<3 reach:>1000 before:2026-11-01 after:2026-10-01 import:4, each also
//	with - where that makes sense
//	near:ID              the mention with this id and its copies
//	issue:3 issue:any issue:none  what belongs to an issue, or to none
//
// Fields beside alternatives of words hold for all of them: rimborso OR attesa
// source:google asks for either word, on Google. Where an alternative has
// fields alone, each stands for itself: is:negative OR rating:<3.
// A -field: excludes; dates are local days of zone, before: exclusive and
// after: inclusive. Errors are ErrQuery with the place and what was expected.
func ParseQuery(text string, zone *time.Location) (Filter, error) {
	p := queryParser{zone: zone, tokens: splitQuery(text)}
	f, err := p.alternatives(0)
	if err == nil && p.next < len(p.tokens) {
		err = queryError(p.tokens[p.next], "(")
	}
	if err != nil {
		return Filter{}, within(text, err)
	}
	return f, nil
}

type queryToken struct {
	text   string
	at     int // 1-based rune position
	quoted bool
}

func (t queryToken) is(text string) bool { return !t.quoted && t.text == text }

type queryParser struct {
	zone   *time.Location
	tokens []queryToken
	next   int

	alternative      // that is being read
	negate      bool // what comes next
}

// deepest bounds parentheses in parentheses.
const deepest = 20

// alternatives reads up to the closing parenthesis or the end.
func (p *queryParser) alternatives(depth int) (Filter, error) {
	outer := p.alternative
	p.alternative = alternative{}
	var list []alternative
	end := func() {
		if !p.empty() {
			list = append(list, p.alternative)
		}
		p.alternative, p.negate = alternative{}, false
	}
	for p.next < len(p.tokens) && !p.tokens[p.next].is(")") {
		tok := p.tokens[p.next]
		p.next++
		switch {
		case tok.is("OR"):
			end()
		case tok.is("("), tok.is("-("):
			if err := p.group(tok, depth); err != nil {
				return Filter{}, err
			}
		default:
			if err := p.take(tok); err != nil {
				return Filter{}, err
			}
		}
	}
	end()
	p.alternative = outer
	return joined(list), nil
}

// group reads a part in parentheses.
func (p *queryParser) group(open queryToken, depth int) error {
	if depth == deepest {
		return queryError(open, "(…)")
	}
	not := p.negate != open.is("-(")
	p.negate = false
	f, err := p.alternatives(depth + 1)
	if err != nil {
		return err
	}
	if p.next == len(p.tokens) {
		return queryError(open, ")")
	}
	p.next++
	p.filter.Groups = append(p.filter.Groups, Group{Any: []Filter{f}, Not: not})
	return nil
}

// alternative is what stands between two ORs.
type alternative struct {
	filter Filter
	terms  []Term
	fields []string // the lists that its fields went to, "" for what is no list
}

func (a alternative) empty() bool {
	return len(a.terms) == 0 && len(a.fields) == 0 && len(a.filter.Groups) == 0
}

// whole is the alternative as a filter.
func (a alternative) whole() Filter {
	if len(a.terms) > 0 {
		a.filter.Text.Clauses = []Clause{{Terms: a.terms}}
	}
	return a.filter
}

// joined makes one filter of alternatives.
func joined(list []alternative) Filter {
	switch {
	case len(list) == 0:
		return Filter{}
	case len(list) == 1:
		return list[0].whole()
	case wordsIn(list) || sameList(list):
		return merged(list)
	}
	var g Group
	for _, a := range list {
		g.Any = append(g.Any, a.whole())
	}
	return Filter{Groups: []Group{g}}
}

// wordsIn tells whether every alternative asks for words and for no part in
// parentheses.
func wordsIn(list []alternative) bool {
	for _, a := range list {
		if len(a.terms) == 0 || len(a.filter.Groups) > 0 {
			return false
		}
	}
	return true
}

// sameList tells whether every alternative is one value of the same list.
func sameList(list []alternative) bool {
	for _, a := range list {
		if len(a.terms) > 0 || len(a.filter.Groups) > 0 || len(a.fields) != 1 || a.fields[0] == "" || a.fields[0] != list[0].fields[0] {
			return false
		}
	}
	return true
}

// merged is a filter of words in alternatives and fields for all of them.
func merged(list []alternative) Filter {
	var f Filter
	for _, a := range list {
		if len(a.terms) > 0 {
			f.Text.Clauses = append(f.Text.Clauses, Clause{Terms: a.terms})
		}
		f = f.and(a.filter)
	}
	return f
}

func (p *queryParser) take(tok queryToken) error {
	if tok.is("AND") {
		return nil
	}
	if tok.is("NOT") {
		p.negate = true
		return nil
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

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// opens tells whether a parenthesis that follows what was read of a word opens
// a part; within a word, as in ":(", it is only a sign.
func opens(word []rune) bool { return len(word) == 0 || len(word) == 1 && word[0] == '-' }

func parenthesis(r rune, at int, minus bool) queryToken {
	if minus {
		return queryToken{text: "-(", at: at}
	}
	return queryToken{text: string(r), at: at + 1}
}

// splitQuery cuts at blanks and parentheses outside quotes; a missing closing
// quote is taken as standing at the end.
func splitQuery(text string) []queryToken {
	var out []queryToken
	var cur []rune
	start, depth, inQuotes := 0, 0, false
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
		if !inQuotes && (r == '(' && opens(cur) || r == ')' && depth > 0) {
			minus := r == '(' && len(cur) == 1
			if minus {
				cur = cur[:0]
			}
			flush()
			out = append(out, parenthesis(r, i, minus))
			depth += 1 - 2*int(r-'(')
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
