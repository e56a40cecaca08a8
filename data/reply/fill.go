package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vedetta/data"
)

// braces finds what looks like a variable; a brace that is never closed, or
// holds a sentence, is text.
var braces = regexp.MustCompile(`\{[\p{L}_][\p{L}\d_ -]{0,39}\}`)

// Fill replaces the variables of a body. values are by any name of a variable.
func Fill(body string, values map[string]string) data.Filled {
	known := map[string]string{}
	for name, value := range values {
		if v, ok := Variable(name); ok {
			known[v] = Clean(value)
		}
	}
	var out data.Filled
	var text strings.Builder
	at := 0
	for _, found := range braces.FindAllStringIndex(body, -1) {
		text.WriteString(body[at:found[0]])
		at = found[1]
		written := body[found[0]:found[1]]
		name, ok := Variable(written[1 : len(written)-1])
		switch value := known[name]; {
		case !ok:
			out.Unknown = add(out.Unknown, written[1:len(written)-1])
			text.WriteString(written)
		case value != "":
			text.WriteString(value)
		case optional(name):
			kept := leaveOut(text.String(), body[at:])
			text.Reset()
			text.WriteString(kept)
			if kept == "" {
				at += leading(body[at:])
			}
		default:
			out.Missing = add(out.Missing, name)
			text.WriteString(data.Placeholder)
		}
	}
	text.WriteString(body[at:])
	out.Text = strings.TrimSpace(text.String())
	if at > 0 {
		out.Text = capital(out.Text)
	}
	return out
}

func add(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// alone are greetings for those that cannot stand without a name.
var alone = map[string]string{
	"gentile": "Buongiorno", "gentilissimo": "Buongiorno", "gentilissima": "Buongiorno", "gent.mo": "Buongiorno",
	"gent.ma": "Buongiorno", "caro": "Ciao", "cara": "Ciao", "egregio": "Buongiorno", "dear": "Hello",
}

// leaveOut is the text before a variable without a value, so that what
// follows can stand right behind it.
func leaveOut(before, after string) string {
	line := strings.TrimRight(before, " \t")
	start := strings.LastIndexFunc(line, unicode.IsSpace) + 1
	if greeting, ok := alone[strings.ToLower(line[start:])]; ok {
		return line[:start] + greeting
	}
	if next, _ := utf8.DecodeRuneInString(after); len(after) == 0 || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return line
	}
	return before
}

// leading is how much of a text has no sense at its beginning.
func leading(text string) int {
	return len(text) - len(strings.TrimLeft(text, " \t,;:.!–—-"))
}

// capital writes the first letter of a text large.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || r == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// Sign puts a signature below a text, unless it is there.
func Sign(text, signature string) string {
	signature = Clean(signature)
	if signature == "" || strings.HasSuffix(text, signature) {
		return text
	}
	return text + "\n" + signature
}

// Uses tells whether a body has a variable, under any of its names.
func Uses(body, name string) bool {
	for _, written := range braces.FindAllString(body, -1) {
		if v, ok := Variable(written[1 : len(written)-1]); ok && v == name {
			return true
		}
	}
	return false
}

// longestValue bounds what is put in for a variable.
const longestValue = 300

// Clean makes a value one line of plain text: no control characters, none
// that turn the direction of writing or cannot be seen, and nothing at its
// beginning that a spreadsheet would calculate.
func Clean(value string) string {
	value = strings.ToValidUTF8(value, "")
	value = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Co, r), unicode.Is(unicode.Cs, r), hidden(r):
			return -1
		}
		return r
	}, value)
	value = strings.TrimLeft(strings.Join(strings.Fields(value), " "), "=|")
	if runes := []rune(value); len(runes) > longestValue {
		value = string(runes[:longestValue])
	}
	return strings.TrimSpace(value)
}

// hidden tells whether a rune cannot be seen, except for those that join
// emoji and letters.
func hidden(r rune) bool {
	const joiner, nonJoiner = '\u200d', '\u200c'
	return unicode.Is(unicode.Cf, r) && r != joiner && r != nonJoiner
}
