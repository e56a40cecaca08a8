package crisis

import (
	"strings"
	"unicode/utf8"
)

// shouting finds capitals and rows of exclamation marks.
func (d *draft) shouting() {
	d.marks()
	run, loud, letters, first := 0, 0, 0, -1
	for i := range d.words.list {
		t := &d.words.list[i]
		if !d.loud(i) {
			run, letters = 0, 0
			continue
		}
		if first < 0 {
			first = i
		}
		run, loud, letters = run+1, loud+1, letters+t.letters
		const shortestShout = 7
		if run >= 2 && letters >= shortestShout || loud >= 3 {
			d.set(RuleShouting, d.words.list[first].start, t.end)
			return
		}
	}
}

// loud says whether a token is a word in capitals that is not a name.
func (d *draft) loud(i int) bool {
	t := &d.words.list[i]
	if !t.caps || d.bracketed(t) {
		return false
	}
	if acronyms()[string(d.words.form(i))] || d.ours(d.text[t.start:t.end]) {
		return false
	}
	return t.letters >= 4 || at(d.hits, d.about.groups.numbers["emphatic"], i)
}

func (d *draft) bracketed(t *token) bool {
	return t.start > 0 && strings.IndexByte("[{<#@", d.text[t.start-1]) >= 0
}

// marks finds three exclamation marks in a row, or a "?!?".
func (d *draft) marks() {
	for i := 0; i < len(d.text); i++ {
		n := 0
		bangs := 0
		for i+n < len(d.text) && (d.text[i+n] == '!' || d.text[i+n] == '?') {
			if d.text[i+n] == '!' {
				bangs++
			}
			n++
		}
		if n >= 3 && bangs > 0 {
			d.set(RuleShouting, i, i+n)
			return
		}
		i += n
	}
}

// unfilled finds what a template left open.
func (d *draft) unfilled() {
	for i := 0; i < len(d.text); i++ {
		n := 0
		switch d.text[i] {
		case '{':
			n = closing(d.text[i:], '}')
		case '[':
			n = closing(d.text[i:], ']')
		case '<':
			n = closing(d.text[i:], '>')
		case '_':
			n = repeated(d.text[i:], '_')
		case '%':
			if i+1 < len(d.text) && d.text[i+1]|0x20 == 's' && (i+2 == len(d.text) || d.text[i+2] <= ' ') && (i == 0 || d.text[i-1] == ' ') {
				n = 2
			}
		}
		if n > 0 {
			d.set(RuleUnfilled, i, i+n)
			return
		}
	}
	for i := range d.words.list {
		if t := d.words.list[i]; t.end-t.start >= 3 && repeated(strings.ToLower(d.text[t.start:t.end]), 'x') == t.end-t.start {
			d.set(RuleUnfilled, t.start, t.end)
			return
		}
	}
}

// gap is what templates leave between brackets where the person fills in.
const gap = "…"

// closing gives the length of what stands between text[0] and its closing
// mark, when it reads like the name of something to be filled in.
func closing(text string, mark byte) int {
	const longest = 40
	end := strings.IndexByte(text[:min(len(text), longest)], mark)
	if end < 0 {
		return 0
	}
	inner := strings.TrimLeft(text[1:end], "{[<% ")
	r, _ := utf8.DecodeRuneInString(inner)
	letters := isWordRune(r) && (r < '0' || r > '9') || strings.Contains(inner, "..") && mark != ']'
	switch strings.ToLower(strings.TrimSpace(inner)) {
	case "sic", "it", "en", "ita", "eng", "omissis", "3":
		return 0
	}
	if inner == gap {
		return end + 1
	}
	if !letters || mark == '>' && strings.ContainsAny(inner, "=/:") {
		return 0
	}
	return end + 1
}

func repeated(text string, c byte) int {
	n := 0
	for n < len(text) && text[n] == c {
		n++
	}
	if n < 3 {
		return 0
	}
	return n
}
