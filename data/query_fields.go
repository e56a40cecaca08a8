package data

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"
)

// queryFields are the field names that a query knows.
var queryFields = map[string]bool{
	"source": true, "is": true, "lang": true, "tag": true, "author": true,
	"rating": true, "before": true, "after": true, "import": true,
	"near": true, "reach": true, "issue": true,
}

func isFieldName(s string) bool { return queryFields[strings.ToLower(s)] }

func queryError(tok queryToken, expected string) error {
	return (&Error{Code: ErrQuery, Err: errors.New("query: " + tok.text)}).
		With("What", tok.text).With("At", tok.at).With("Expected", expected)
}

func (p *queryParser) condition(tok queryToken, field, value string, not bool) error {
	if value == "" {
		return queryError(tok, field+":…")
	}
	f := &p.filter
	list := field
	if not || field != "source" && field != "lang" && field != "tag" && field != "is" && field != "issue" {
		list = ""
	}
	p.fields = append(p.fields, list)
	switch field {
	case "source":
		appendTo(p.pick(not, &f.Sources, func(e *Exclusions) *[]string { return &e.Sources }), strings.ToLower(value))
	case "lang":
		appendTo(p.pick(not, &f.Langs, func(e *Exclusions) *[]string { return &e.Langs }), strings.ToLower(value))
	case "tag":
		appendTo(p.pick(not, &f.Tags, func(e *Exclusions) *[]string { return &e.Tags }), value)
	case "is":
		return p.is(tok, value, not)
	case "issue":
		return p.issue(tok, value, not)
	default:
		if not {
			return queryError(tok, field+":…")
		}
		return p.single(tok, field, value)
	}
	return nil
}

func (p *queryParser) exclusions() *Exclusions {
	if p.filter.Not == nil {
		p.filter.Not = &Exclusions{}
	}
	return p.filter.Not
}

func (p *queryParser) pick(not bool, yes *[]string, no func(*Exclusions) *[]string) *[]string {
	if not {
		return no(p.exclusions())
	}
	return yes
}

func appendTo(list *[]string, v string) { *list = append(*list, v) }

func (p *queryParser) is(tok queryToken, value string, not bool) error {
	f := &p.filter
	if l, ok := ParseLabel(value); ok {
		p.fields[len(p.fields)-1] += "label"
		if not {
			p.exclusions().Labels = append(p.exclusions().Labels, l)
		} else {
			f.Labels = append(f.Labels, l)
		}
		return nil
	}
	statuses := Unanswered
	switch s, ok := ParseStatus(value); {
	case ok:
		statuses = []Status{s}
	case p.mark(value, not):
		return nil
	case value != "unanswered":
		return queryError(tok, "is:negative, is:neutral, is:positive, is:unanswered, is:new, is:open, is:needs_reply, is:replied, is:archived, is:starred, is:snoozed, is:muted, is:draft, is:ready")
	}
	if not {
		p.exclusions().Statuses = append(p.exclusions().Statuses, statuses...)
	} else {
		f.Statuses = append(f.Statuses, statuses...)
	}
	return nil
}

// mark reads what a mention carries or does not: a star, a time until which it
// is put off, a reply under way.
func (p *queryParser) mark(value string, not bool) bool {
	var marked Filter
	switch value {
	case "snoozed":
		if marked.Snoozed = OnlySnoozed; not {
			marked.Snoozed, not = NotSnoozed, false
		}
	case "muted":
		if marked.Muted = OnlyMuted; not {
			marked.Muted, not = NotMuted, false
		}
	case "starred":
		marked.Starred = true
	case "draft", "ready":
		marked.Replies = []ReplyState{ReplyState(value)}
	default:
		return false
	}
	p.fields[len(p.fields)-1] = ""
	if not {
		p.filter.Groups = append(p.filter.Groups, Group{Any: []Filter{marked}, Not: true})
	} else {
		p.filter = p.filter.and(marked)
	}
	return true
}

// issue reads the number of an issue, any or none.
func (p *queryParser) issue(tok queryToken, value string, not bool) error {
	list := &p.filter.Issues
	if not {
		list = &p.exclusions().Issues
	}
	n, err := strconv.ParseInt(value, 10, 64)
	switch {
	case strings.EqualFold(value, "any"):
		n = AnyIssue
	case strings.EqualFold(value, "none"):
		n = NoIssue
	case err != nil || n < 1:
		return queryError(tok, "issue:3, issue:any, issue:none")
	}
	*list = append(*list, n)
	return nil
}

func (p *queryParser) single(tok queryToken, field, value string) error {
	f := &p.filter
	switch field {
	case "author":
		f.Author = strings.TrimPrefix(value, "@")
	case "rating":
		return p.rating(tok, value)
	case "reach":
		return p.reach(tok, value)
	case "import":
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n < 1 {
			return queryError(tok, "import:4")
		}
		f.Import = n
	case "near":
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n < 1 {
			return queryError(tok, "near:1867514880000000000")
		}
		f.Near = ID(n)
	case "before", "after":
		day, err := time.ParseInLocation(time.DateOnly, value, p.zone)
		if err != nil {
			return queryError(tok, field+":2026-11-25")
		}
		if field == "before" {
			f.Period.To = day.UTC()
		} else {
			f.Period.From = day.UTC()
		}
	}
	return nil
}

// comparison cuts a value into its sign and its number.
func comparison(value string) (op string, n float64, err error) {
	digits := strings.TrimLeft(value, "<>=")
	n, err = strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64)
	return value[:len(value)-len(digits)], n, err
}

// reach reads >1000, >=1000, <1000 and <=1000 people; a mention of unknown
// reach never matches.
func (p *queryParser) reach(tok queryToken, value string) error {
	op, n, err := comparison(value)
	if err != nil || n < 0 || n > 1e15 || n != math.Trunc(n) {
		return queryError(tok, "reach:>1000")
	}
	r := &p.filter.Reach
	switch op {
	case "<":
		r.Below = int64(n)
	case "<=":
		r.Below = int64(n) + 1
	case ">":
		r.From = int64(n) + 1
	case ">=":
		r.From = int64(n)
	default:
		return queryError(tok, "reach:>1000")
	}
	r.On = true
	return nil
}

// rating reads 3, <3, <=3, >3 and >=3 stars.
func (p *queryParser) rating(tok queryToken, value string) error {
	op, n, err := comparison(value)
	if err != nil || n < 0 || n > 5 {
		return queryError(tok, "rating:<3")
	}
	const least = 0.01 // a mention without stars has rating 0 and never matches
	r := &p.filter.Rated
	switch op {
	case "":
		r.Min, r.Max = n, n
	case "<":
		r.Min, r.Max = least, n-least
	case "<=":
		r.Min, r.Max = least, n
	case ">":
		r.Min, r.Max = n+least, 5
	case ">=":
		r.Min, r.Max = max(n, least), 5
	default:
		return queryError(tok, "rating:<3")
	}
	return nil
}
