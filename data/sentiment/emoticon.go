package sentiment

import "strings"

// wholeEmoticons are read as they stand; the normal form of each is a key of
// emoji.tsv.
var wholeEmoticons = []struct{ text, form string }{
	{"</3", "</3"},
	{"<3", "<3"},
	{"^_^", "^^"},
	{"^.^", "^^"},
	{"^^", "^^"},
	{"-_-", "-_-"},
	{"-.-", "-_-"},
	{"T_T", ":'("},
	{"T.T", ":'("},
	{">:(", ">:("},
	{":'(", ":'("},
	{":,(", ":'("},
	{":')", ":D"},
	{"(:", ":)"},
}

// emoticon adds the emoticon at text[i:] and gives its length in bytes, 0 when
// there is none. Letters beside it make it a word ("xDrive"), digits before it
// a time or a result ("2:3").
func (s *scratch) emoticon(text string, i int) int {
	if i > 0 && isASCIIWord(text[i-1]) && (isASCIIWord(text[i]) || text[i-1] <= '9') {
		return 0
	}
	form, n := readEmoticon(text[i:])
	if n == 0 {
		return 0
	}
	for i+n < len(text) && text[i+n] == text[i+n-1] { // :))))
		n++
	}
	if isASCIIWord(text[i+n-1]) && i+n < len(text) && isASCIIWord(text[i+n]) {
		return 0
	}
	lo := len(s.norm)
	s.norm = append(s.norm, form...)
	s.add(token{start: i, end: i + n, lo: lo, kind: face})
	return n
}

func readEmoticon(text string) (form string, n int) {
	switch text[0] {
	case '<', '^', '-', 'T', '>', ':', '(':
		for _, e := range wholeEmoticons {
			if strings.HasPrefix(text, e.text) {
				return e.form, len(e.text)
			}
		}
	}
	if text[0] == 'x' || text[0] == 'X' {
		if len(text) > 1 && text[1] == 'D' {
			return ":D", 2
		}
		return "", 0
	}
	if text[0] != ':' && text[0] != ';' && text[0] != '=' {
		return "", 0
	}
	return eyesAndMouth(text)
}

// eyesAndMouth reads eyes, perhaps a nose, and a mouth.
func eyesAndMouth(text string) (form string, n int) {
	n = 1
	if n < len(text) && (text[n] == '-' || text[n] == 'o' || text[n] == '^') {
		n++
	}
	if n >= len(text) {
		return "", 0
	}
	switch text[n] {
	case ')', ']', '}':
		form = ":)"
		if text[0] == ';' {
			form = ";)"
		}
	case 'D':
		form = ":D"
	case 'P', 'p':
		form = ":P"
	case '(', '[', '{':
		form = ":("
	case '/', '\\', '|':
		form = ":/"
	case '*':
		form = ":*"
	case '3':
		form = ":)"
	case 'O', 'o':
		form = ":O"
	default:
		return "", 0
	}
	return form, n + 1
}
