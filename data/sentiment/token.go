package sentiment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	word kind = iota
	face      // an emoji or an emoticon
)

// pause is the strongest punctuation between a token and the next one.
type pause uint8

const (
	noPause pause = iota
	comma         // ends a clause
	stop          // ends a sentence
)

// token is a piece of the text that may carry meaning.
type token struct {
	start, end int // its place in the text
	lo, hi     int // place of its normal form in scratch.norm
	hash       uint64
	kind       kind
	caps       bool // written in capitals, two letters or more
	long       bool // a letter was drawn out: "bellooo"
	tag        bool // a hashtag
	quoted     bool // stands between quotation marks
	number     bool // digits alone: no language has them
	bangs      uint8
	pause      pause
}

// scratch is the working memory of one classification, used again for the
// next one.
type scratch struct {
	norm   []byte
	tokens []token
	hits   []hit
	mods   []modifier

	letters  []rune // that ASCII does not have, lower case
	features features
	tongue   tongue

	links, names    int
	questions, dots int
	quoting         bool
}

func (s *scratch) reset() {
	s.norm, s.tokens, s.hits, s.mods, s.letters = s.norm[:0], s.tokens[:0], s.hits[:0], s.mods[:0], s.letters[:0]
	s.links, s.names, s.questions, s.dots, s.quoting = 0, 0, 0, 0, false
}

func (s *scratch) form(t *token) []byte { return s.norm[t.lo:t.hi] }

// tokenise cuts text into words, emoji and emoticons. Addresses and @names are
// left out; punctuation is remembered on the token before it.
func (s *scratch) tokenise(text string) {
	s.reset()
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == ' ':
			i++
		case isASCIIWord(c) || c >= utf8.RuneSelf:
			i = s.wordOrFace(text, i)
		case c == '@':
			s.names++
			i = skipName(text, i+1)
		case c == '#':
			i = s.hashtag(text, i)
		default:
			if n := s.emoticon(text, i); n > 0 {
				i += n
				continue
			}
			s.punctuation(c)
			i++
		}
	}
}

func (s *scratch) wordOrFace(text string, i int) int {
	if isLink(text[i:]) {
		s.links++
		return skipToBlank(text, i)
	}
	if n := s.emoticon(text, i); n > 0 {
		return i + n
	}
	if end := s.word(text, i, false); end > i {
		return end
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case isEmoji(r):
		return s.emoji(text, i, r, size)
	case r == '…':
		s.dots += 3
		s.punctuation('.')
	case r == '\u2028' || r == '\u2029':
		s.punctuation('.')
	case r == '“' || r == '«' || r == '„':
		s.quoting = true
	case r == '”' || r == '»':
		s.quoting = false
	}
	return i + size
}

func (s *scratch) hashtag(text string, i int) int {
	if end := s.word(text, i+1, true); end > i+1 {
		return end
	}
	return i + 1
}

func (s *scratch) punctuation(c byte) {
	switch c {
	case '?':
		s.questions++
	case '.':
		s.dots++
	case '"':
		s.quoting = !s.quoting
	}
	if len(s.tokens) == 0 {
		return
	}
	last := &s.tokens[len(s.tokens)-1]
	switch c {
	case '!':
		last.bangs = min(last.bangs+1, 9)
		last.pause = stop
	case '.', '?', ';', '\n':
		last.pause = stop
	case ',', ':', '(', ')', '"', '-':
		last.pause = max(last.pause, comma)
	}
}

func isASCIIWord(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_'
}

func isLink(text string) bool {
	if text[0] != 'h' && text[0] != 'w' {
		return false
	}
	return strings.HasPrefix(text, "http") || strings.HasPrefix(text, "www.")
}

func skipToBlank(text string, i int) int {
	for i < len(text) && text[i] > ' ' {
		i++
	}
	return i
}

// skipName passes over what can stand in an @name.
func skipName(text string, i int) int {
	for i < len(text) && (isASCIIWord(text[i]) || text[i] == '.' && i+1 < len(text) && isASCIIWord(text[i+1])) {
		i++
	}
	return i
}

func (s *scratch) add(t token) {
	t.hi = len(s.norm)
	t.quoted = s.quoting
	t.hash = hashOf(s.norm[t.lo:t.hi])
	s.tokens = append(s.tokens, t)
}

// word adds the word at text[i:] and gives where it ends; i when there is none.
// It ends after an apostrophe too (l'|attesa), except before an English ending
// (don't, it's).
func (s *scratch) word(text string, i int, tag bool) int {
	w := wordWriter{s: s, t: token{start: i, lo: len(s.norm), tag: tag}}
	for i < len(text) {
		c := text[i]
		switch {
		case c < utf8.RuneSelf && isASCIIWord(c):
			w.ascii(c)
			i++
			continue
		case c == '\'' && w.letters > 0:
			if w.apostrophe(text[i+1:]) {
				i++
				continue
			}
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == '’' && w.letters > 0 {
				if w.apostrophe(text[i+size:]) {
					i += size
					continue
				}
			} else if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) && !joins(r) && w.letters > 0 {
				w.rune(r)
				i += size
				continue
			}
		}
		break
	}
	if w.letters > 0 {
		w.t.end = i
		w.t.caps = w.upper >= 2 && w.upper == w.letters
		w.t.number = w.digits == w.letters
		s.add(w.t)
	}
	return i
}
