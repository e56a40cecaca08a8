package crisis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phoneAt knows 8 to 15 digits with the marks of a phone number, which is not
// one that we ask to call.
func phoneAt(d *draft, i int) int {
	c := d.text[i]
	if !isDigit(c) && c != '+' || !startsWord(d.text, i) || i > 0 && strings.IndexByte("€$£#.,/-", d.text[i-1]) >= 0 {
		return 0
	}
	n, digits, groups := numberAt(d.text[i:])
	const fewest, most = 8, 15
	if digits < fewest || digits > most || d.isDate(i, n, digits, groups) || d.invites(i) {
		return 0
	}
	return n
}

// numberAt measures the digits that text begins with, and the marks between.
func numberAt(text string) (n, digits, groups int) {
	for ; n < len(text); n++ {
		switch c := text[n]; {
		case isDigit(c):
			if n == 0 || !isDigit(text[n-1]) {
				groups++
			}
			digits++
		case c == '+' && n == 0:
		case strings.IndexByte(" .-/()", c) < 0 || n+1 == len(text) || !isDigit(text[n+1]) && text[n+1] != '(':
			return n, digits, groups
		}
	}
	return n, digits, groups
}

// isDate says whether digits are a date or a span of years: 12/05/2026.
func (d *draft) isDate(i, n, digits, groups int) bool {
	text := d.text[i : i+n]
	return digits == fewestDate && (groups == 3 && strings.ContainsAny(text, "/.-") || groups == 2)
}

const fewestDate = 8

// invites says whether the words before place i ask to call: then the number
// is ours.
func (d *draft) invites(i int) bool {
	g := d.about.groups.numbers["call_us"]
	for k, t := range d.words.list {
		if t.start >= i {
			return at(d.hits, g, k-1) || at(d.hits, g, k-2) || at(d.hits, g, k-3)
		}
	}
	return false
}

// mostGreeting is how far into a reply its author may be greeted by a name
// that we do not know.
const mostGreeting = 3

// fullNames finds first and second name of somebody who is not of our own.
func (d *draft) fullNames() {
	title := d.about.groups.numbers["title"]
	for i := 0; i+1 < len(d.words.list); i++ {
		first, second := &d.words.list[i], &d.words.list[i+1]
		if at(d.hits, title, i) || !nameLike(first) || !nameLike(second) || second.before != noPause || d.signs(i) {
			continue
		}
		if len(d.c.Names) == 0 && i <= mostGreeting && d.c.Kind == KindReply {
			continue
		}
		titled := i > 0 && at(d.hits, title, i-1) && first.before == noPause
		if !titled && !firstName()[string(d.words.form(i))] || firstName()[string(d.words.form(i+1))] && !titled {
			continue
		}
		name := d.text[first.start:second.end]
		if !d.ours(name) && !d.addresses(name) {
			d.set(RulePersonalData, first.start, second.end)
			return
		}
	}
}

func nameLike(t *token) bool { return t.upper && !t.caps && t.letters > 1 && t.letters == t.runes }

// addresses says whether all words of a name are in the author's own.
func (d *draft) addresses(name string) bool {
	for part := range strings.FieldsSeq(name) {
		known := false
		for _, n := range d.c.Names {
			known = known || strings.Contains(bareOf(n), bareOf(part))
		}
		if !known {
			return false
		}
	}
	return true
}

// signs says whether the name at token i is a signature or an introduction:
// ours to give.
func (d *draft) signs(i int) bool {
	list := d.words.list
	g := d.about.groups.numbers["signs"]
	for k := max(0, i-3); k < i; k++ {
		if at(d.hits, g, k) && (k+1 == i || list[k+1].before != stop || i-k < 3) {
			return true
		}
	}
	for k := i + 2; k < min(len(list), i+5); k++ {
		if at(d.hits, d.about.groups.numbers["office"], k) {
			return true
		}
	}
	before := strings.TrimRight(d.text[:list[i].start], " ")
	r, _ := utf8.DecodeLastRuneInString(before)
	lastWords := i+2 >= len(list)
	return strings.ContainsRune("-–—~", r) && before != "" || lastWords && i > 0 && (list[i].line || list[i].before != noPause && !unicode.IsLetter(r))
}
