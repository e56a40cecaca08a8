package crisis

import (
	"unicode"
	"unicode/utf8"
)

// pause is the strongest punctuation before a token.
type pause uint8

const (
	noPause pause = iota
	comma         // ends a clause
	stop          // ends a sentence
)

// token is a word, a number or an emoji of the text.
type token struct {
	start, end     int // its place in the text
	lo, hi         int // place of its normal form in tokens.norm
	atoms, atomsTo int // what the lists know of it, in tokens.atoms
	before         pause
	letters        int
	runes          int
	upper          bool // the first letter is a capital
	caps           bool // all letters are
	quoted         bool // stands between quotation marks
	line           bool // the first of its line
}

// tokens are the pieces of one text, kept to be used again for the next.
type tokens struct {
	list  []token
	norm  []byte
	atoms []int32

	next    pause
	newLine bool
	quoting bool
}

func (s *tokens) form(i int) []byte { return s.norm[s.list[i].lo:s.list[i].hi] }

// cut splits text into tokens. Accents, capitals and apostrophes are levelled,
// so that "E' così", "è cosi" and "È COSÌ" are one; "è" alone stays apart
// from "e".
func (s *tokens) cut(text string) {
	s.list, s.norm, s.atoms = s.list[:0], s.norm[:0], s.atoms[:0]
	s.next, s.newLine, s.quoting = stop, true, false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWordRune(r):
			i = s.word(text, i)
		case isPicture(r):
			s.begin(i)
			s.norm = append(s.norm, text[i:i+size]...)
			i += size
			s.finish(i)
		default:
			s.mark(r, text[i+size:])
			i += size
		}
	}
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) && r < 0xfe00
}

func isPicture(r rune) bool { return r >= 0x1f000 || r >= 0x2600 && r < 0x27c0 }

// mark notes the punctuation r, which rest follows.
func (s *tokens) mark(r rune, rest string) {
	switch r {
	case '\n', '\u2028', '\u2029':
		s.next, s.newLine = stop, true
	case '.', '!', '?', ';', '…':
		if r == '.' && rest != "" && rest[0] > ' ' && rest[0] < utf8.RuneSelf && isWordRune(rune(rest[0])) {
			s.next = max(s.next, comma)
			return
		}
		if r == '.' && s.afterTitle() {
			return
		}
		s.next = stop
	case ',', ':', '(', ')', '–', '—':
		s.next = max(s.next, comma)
	case '"':
		s.quoting = !s.quoting
		s.next = max(s.next, comma)
	case '“', '«', '„':
		s.quoting = true
	case '”', '»':
		s.quoting = false
	}
}

// afterTitle says whether the last token is a title, after which a full stop
// ends nothing.
func (s *tokens) afterTitle() bool {
	if len(s.list) == 0 {
		return false
	}
	switch string(s.form(len(s.list) - 1)) {
	case "sig", "sigra", "dott", "dottssa", "mr", "mrs", "ms", "dr", "n", "no", "tel":
		return true
	}
	return false
}

func (s *tokens) begin(at int) {
	s.list = append(s.list, token{start: at, lo: len(s.norm), before: s.next, quoted: s.quoting, line: s.newLine})
	s.next, s.newLine = noPause, false
}

func (s *tokens) finish(at int) {
	t := &s.list[len(s.list)-1]
	t.end, t.hi = at, len(s.norm)
}

// word adds the word at text[i:], or the two that an English contraction
// stands for, and says where it ends.
func (s *tokens) word(text string, i int) int {
	s.begin(i)
	capitals := 0
	t := len(s.list) - 1
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			break
		}
		if unicode.IsUpper(r) {
			capitals++
			s.list[t].upper = s.list[t].upper || s.list[t].letters == 0
		}
		if unicode.IsLetter(r) {
			s.list[t].letters++
		}
		s.list[t].runes++
		s.norm = appendFolded(s.norm, r)
		i += size
	}
	s.list[t].caps = s.list[t].letters > 1 && capitals == s.list[t].letters
	s.finish(i)
	if r, size := utf8.DecodeRuneInString(text[i:]); r == '\'' || r == '’' || r == '`' || r == '´' {
		return s.apostrophe(text, i, size)
	}
	s.accent(text)
	s.spread()
	return i
}

// accent keeps a lone "è" apart from "e".
func (s *tokens) accent(text string) {
	t := &s.list[len(s.list)-1]
	if t.letters == 1 && t.end-t.start == 2 && s.norm[t.lo] == 'e' {
		s.norm = append(s.norm[:t.lo], "è"...)
		t.hi = len(s.norm)
	}
}

// apostrophe looks at what follows a word and its apostrophe of the given size.
func (s *tokens) apostrophe(text string, i, size int) int {
	rest := i + size
	end := rest
	for end < len(text) && isWordRune(rune(text[end])) {
		end++
	}
	t := &s.list[len(s.list)-1]
	word, tail := string(s.norm[t.lo:t.hi]), text[rest:end]
	switch {
	case word == "e" && tail == "" && (rest >= len(text) || text[rest] < utf8.RuneSelf):
		s.norm = append(s.norm[:t.lo], "è"...)
		t.hi, t.end = len(s.norm), rest
		return rest
	case tail == "" || len(tail) > 2 || !contractions[foldedTail(tail)]:
		return rest
	}
	s.expand(word, foldedTail(tail), rest, end)
	return end
}

func foldedTail(tail string) string {
	b := [2]byte{}
	for i := range len(tail) {
		b[i] = tail[i] | 0x20
	}
	return string(b[:len(tail)])
}

func appendFolded(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r |= 0x20
		}
		return append(b, byte(r))
	}
	switch unicode.ToLower(r) {
	case 'à', 'á', 'â', 'ä', 'ã':
		return append(b, 'a')
	case 'è', 'é', 'ê', 'ë':
		return append(b, 'e')
	case 'ì', 'í', 'î', 'ï':
		return append(b, 'i')
	case 'ò', 'ó', 'ô', 'ö', 'õ':
		return append(b, 'o')
	case 'ù', 'ú', 'û', 'ü':
		return append(b, 'u')
	}
	if unicode.Is(unicode.Mn, r) {
		return b
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}
