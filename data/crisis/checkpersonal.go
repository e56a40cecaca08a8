package crisis

import (
	"strings"
	"sync"
)

var (
	namesList = sync.OnceValue(func() map[string][]string { return wordLists("names.txt") })
	firstName = sync.OnceValue(func() map[string]bool { return setOf(namesList()["first"]) })
	acronyms  = sync.OnceValue(func() map[string]bool { return setOf(namesList()["acronym"]) })
	roles     = sync.OnceValue(func() map[string]bool { return setOf(namesList()["mailbox"]) })
)

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// personal finds what tells the world who somebody is, or asks them to tell it.
func (d *draft) personal() {
	if d.c.Kind == KindInternal {
		d.drop(RulePersonalData)
		return
	}
	if h, ok := d.firstOf("data_ask"); ok && !d.holds("private") {
		d.setHit(RulePersonalData, h)
	}
	if h, ok := d.firstOf("public_ask"); ok {
		d.setHit(RulePersonalData, h)
	}
	for i := 0; i < len(d.text); {
		end := i + 1
		for _, scan := range scanners {
			if n := scan(d, i); n > 0 {
				if !d.ours(d.text[i : i+n]) {
					d.set(RulePersonalData, i, i+n)
					return
				}
				end = i + n
				break
			}
		}
		i = end
	}
	d.fullNames()
}

// ours says whether a piece of the text is one of our own addresses, numbers
// or names.
func (d *draft) ours(piece string) bool {
	bare := bareOf(piece)
	for _, own := range d.c.Own {
		if o := bareOf(own); len(o) > 2 && len(bare) > 2 && (strings.Contains(o, bare) || strings.Contains(bare, o)) {
			return true
		}
	}
	return false
}

// bareOf leaves letters and digits, so that ways to write a number are one.
func bareOf(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if isWordRune(r) {
			b = appendFolded(b, r)
		}
	}
	return string(b)
}

// scanners give the length of what they know at text[i:], or 0.
var scanners = []func(d *draft, i int) int{mailAt, ibanAt, taxCodeAt, phoneAt}

func startsWord(text string, i int) bool {
	return i == 0 || !isASCIIWord(text[i-1])
}

func isASCIIWord(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func mailAt(d *draft, i int) int {
	if !isASCIIWord(d.text[i]) || !startsWord(d.text, i) {
		return 0
	}
	at := i
	for at < len(d.text) && (isASCIIWord(d.text[at]) || strings.IndexByte("._%+-", d.text[at]) >= 0) {
		at++
	}
	if at == len(d.text) || d.text[at] != '@' {
		return 0
	}
	end := at + 1
	for end < len(d.text) && (isASCIIWord(d.text[end]) || d.text[end] == '-' || d.text[end] == '.') {
		end++
	}
	end = i + len(strings.TrimRight(d.text[i:end], ".-"))
	if end <= at || !strings.Contains(d.text[at:end], ".") {
		return 0
	}
	box, _, _ := strings.Cut(strings.ToLower(d.text[i:at]), "+")
	for part := range strings.FieldsFuncSeq(box, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
		if roles()[part] {
			return 0
		}
	}
	return end - i
}

// ibanAt knows a country, two check digits and at least eleven more.
func ibanAt(d *draft, i int) int {
	text := d.text[i:]
	if len(text) < 15 || !startsWord(d.text, i) || !isUpper(text[0]) || !isUpper(text[1]) || !isDigit(text[2]) || !isDigit(text[3]) {
		return 0
	}
	n, count, digits := 4, 4, 0
	for n < len(text) && count < 34 {
		switch {
		case isDigit(text[n]):
			digits++
			count++
		case isUpper(text[n]):
			count++
		case text[n] == ' ' && n+1 < len(text) && isASCIIWord(text[n+1]) && count < 34:
		default:
			if digits >= 9 {
				return n
			}
			return 0
		}
		n++
	}
	if digits >= 9 {
		return n
	}
	return 0
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// taxCode is the shape of an Italian tax code.
const taxCode = "AAAAAA00A00A000A"

func taxCodeAt(d *draft, i int) int {
	n := len(taxCode)
	if i+n > len(d.text) || !startsWord(d.text, i) || i+n < len(d.text) && isASCIIWord(d.text[i+n]) {
		return 0
	}
	for k := range n {
		c := d.text[i+k]
		if taxCode[k] == '0' != isDigit(c) || !isASCIIWord(c) {
			return 0
		}
	}
	return n
}
