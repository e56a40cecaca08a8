package data

import (
	"reflect"
	"strconv"
	"strings"
	"time"
)

// SimpleQuery is a search as a form shows it: one line for each question. All
// that is given must hold.
type SimpleQuery struct {
	All, Any, None string // words as typed, "phrases" and beginnings* among them
	Phrase         string
	Sources        []string
	Labels         []Label
	Statuses       []Status
	Tags, Langs    []string
	Starred        bool
	Rating         string // as after rating:, one of SimpleRatings
	ReachFrom      int64  // at least so many people
	From, To       string // local days, both included, as 2026-11-25
	Author         string
}

// SimpleRatings are the restrictions by stars that a form offers.
var SimpleRatings = []string{"", "1", "2", "3", "4", "5", "<3", "<=3", ">=3", ">=4"}

// SimpleQueryOf reads a search into a form; false where the form cannot say
// everything that the search says, so that nothing is lost by using it.
func SimpleQueryOf(text string, zone *time.Location) (SimpleQuery, bool) {
	f, err := ParseQuery(text, zone)
	if err != nil {
		return SimpleQuery{}, false
	}
	typed := f
	f = settled(f)
	s := SimpleQuery{
		Sources: f.Sources, Labels: f.Labels, Statuses: f.Statuses, Tags: f.Tags, Langs: f.Langs,
		Starred: f.Starred, Author: f.Author, ReachFrom: f.Reach.From,
	}
	s.words(typed)
	s.days(f.Period, zone)
	for _, rating := range SimpleRatings[1:] {
		if g, err := ParseQuery("rating:"+rating, zone); err == nil && g.Rated == f.Rated {
			s.Rating = rating
		}
	}
	again, err := ParseQuery(s.String(), zone)
	return s, err == nil && reflect.DeepEqual(settled(again), f)
}

// words spreads the terms over the lines; what does not fit is left out, which
// the comparison finds.
func (s *SimpleQuery) words(f Filter) {
	if len(f.Text.Clauses) > 1 {
		s.Any = alternativeWords(f.Text)
		return
	}
	for _, c := range f.Text.Clauses {
		for _, t := range c.Terms {
			switch {
			case t.Not:
				s.None = joinWords(s.None, t.written())
			case s.Phrase == "" && strings.Contains(t.Text, " "):
				s.Phrase = t.Text
			default:
				s.All = joinWords(s.All, t.written())
			}
		}
	}
	for _, g := range f.Groups {
		if len(g.Any) == 1 && !g.Not {
			s.Any = alternativeWords(g.Any[0].Text)
		}
	}
}

func alternativeWords(q TextQuery) (out string) {
	for _, c := range q.Clauses {
		if len(c.Terms) == 1 && !c.Terms[0].Not {
			out = joinWords(out, c.Terms[0].written())
		}
	}
	return out
}

func joinWords(list, word string) string { return strings.TrimSpace(list + " " + word) }

// written is a term as it is typed, without its minus.
func (t Term) written() string {
	field, _, hasValue := strings.Cut(t.Text, ":")
	switch plain := splitQuery(t.Text); {
	case t.Prefix:
		return t.Text + "*"
	case len(plain) != 1 || plain[0].quoted || strings.HasPrefix(t.Text, "-") || isOperator(t.Text) || hasValue && isFieldName(field):
		return `"` + t.Text + `"`
	}
	return t.Text
}

func isOperator(s string) bool { return s == "OR" || s == "AND" || s == "NOT" }

func (s *SimpleQuery) days(p Period, zone *time.Location) {
	if !p.From.IsZero() {
		s.From = p.From.In(zone).Format(time.DateOnly)
	}
	if !p.To.IsZero() {
		s.To = p.To.In(zone).AddDate(0, 0, -1).Format(time.DateOnly)
	}
}

// String writes the search that the form means.
func (s SimpleQuery) String() string {
	var out []string
	add := func(words ...string) { out = append(out, words...) }
	all, anyOf := WordsOf(s.All), WordsOf(s.Any)
	alone := len(all) == 0 && strings.TrimSpace(s.None) == "" && strings.TrimSpace(s.Phrase) == ""
	add(all...)
	if phrase := strings.Join(strings.Fields(strings.ReplaceAll(s.Phrase, `"`, " ")), " "); phrase != "" {
		add(`"` + phrase + `"`)
	}
	switch either := strings.Join(anyOf, " OR "); {
	case len(anyOf) == 1 || alone && either != "":
		add(either)
	case either != "":
		add("(" + either + ")")
	}
	for _, w := range WordsOf(s.None) {
		add("-" + w)
	}
	return strings.Join(append(out, s.fields()...), " ")
}

// WordsOf are the words of a line of the form, as words alone: operators,
// fields and parentheses in it are meant as words.
func WordsOf(line string) (out []string) {
	for _, tok := range splitQuery(strings.NewReplacer("(", " ", ")", " ").Replace(line)) {
		t := Term{Text: strings.TrimLeft(strings.ReplaceAll(tok.text, `"`, ""), "-")}
		if !tok.quoted {
			word := strings.TrimRight(t.Text, "*")
			t.Text, t.Prefix = word, word != t.Text
		}
		if strings.IndexFunc(t.Text, isWordRune) >= 0 {
			out = append(out, t.written())
		}
	}
	return out
}

func (s SimpleQuery) fields() (out []string) {
	add := func(field, value string) { out = append(out, field+":"+value) }
	for _, v := range s.Sources {
		add("source", QueryValue(v))
	}
	for _, l := range s.Labels {
		add("is", l.String())
	}
	if reflect.DeepEqual(s.Statuses, settledStatuses(Unanswered)) {
		add("is", "unanswered")
	} else {
		for _, st := range s.Statuses {
			add("is", st.String())
		}
	}
	if s.Starred {
		add("is", "starred")
	}
	for _, v := range s.Tags {
		add("tag", QueryValue(v))
	}
	for _, v := range s.Langs {
		add("lang", QueryValue(v))
	}
	if s.Rating != "" {
		add("rating", s.Rating)
	}
	if s.ReachFrom > 0 {
		add("reach", ">="+strconv.FormatInt(s.ReachFrom, 10))
	}
	if s.From != "" {
		add("after", QueryValue(s.From))
	}
	if s.To != "" {
		add("before", dayAfter(s.To))
	}
	if author := strings.TrimSpace(strings.ReplaceAll(s.Author, `"`, "")); author != "" {
		add("author", QueryValue(author))
	}
	return out
}

// dayAfter is the next day; what is no day stays, and the search says so.
func dayAfter(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return QueryValue(day)
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// The lengths of the periods that a form names; both end today.
const WeekDays, MonthDays = 7, 30

// LastFrom is the first of the last n days, that of now included.
func LastFrom(now time.Time, n int) string { return now.AddDate(0, 0, 1-n).Format(time.DateOnly) }
