package ingest

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// codepage is an encoding that nothing in a file names; plausible says how
// likely a character is between its neighbours, up to 1 and below 0 for what
// nobody writes.
type codepage struct {
	name      string
	encoding  encoding.Encoding
	plausible func(before, r, after rune) float64
}

// codepages in the order in which they win a tie; the Latin ones first.
var codepages = []codepage{
	{"utf-8", utf8Damaged, anyScript},
	{"windows-1252", windows1252{charmap.Windows1252}, latin},
	{"iso-8859-15", charmap.ISO8859_15, latin},
	{"macintosh", charmap.Macintosh, latin},
	{"gb18030", simplifiedchinese.GB18030, chinese},
	{"big5", traditionalchinese.Big5, chinese},
	{"shift_jis", japanese.ShiftJIS, kana},
	{"euc-jp", japanese.EUCJP, kana},
	{"euc-kr", korean.EUCKR, hangul},
}

// latinCodepages are those in which single cells of a UTF-8 file may be.
var latinCodepages = codepages[1:4]

// guessEncoding decides by what the bytes over 127 would mean.
func guessEncoding(head []byte) textEncoding {
	switch valid, broken := utf8Bytes(head); {
	case valid == 0 && broken == 0:
		return textEncoding{name: "utf-8", open: true}
	case valid > 8*broken:
		return textEncoding{name: "utf-8"}
	}
	best := likeliest(telling(head), codepages)
	if best.name == "utf-8" {
		return textEncoding{name: best.name}
	}
	return textEncoding{name: best.name, decoder: best.encoding}
}

// utf8Bytes counts the bytes over 127 that are part of valid UTF-8 and those
// that are not. A character that has lost its end counts as neither: tools
// cut emoji, and a sample ends anywhere.
func utf8Bytes(b []byte) (valid, broken int) {
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r != utf8.RuneError || n > 1 {
			valid += n
		} else if n = startOfRune(b); n == 1 && len(b) > 1 {
			broken++
		}
		b = b[n:]
	}
	return valid, broken
}

// startOfRune is how many bytes of a character b begins with that does not
// go on; 1 at least.
func startOfRune(b []byte) int {
	n := 1
	for n < len(b) && n < utf8.UTFMax && b[n]&0xC0 == 0x80 && !utf8.FullRune(b[:n]) {
		n++
	}
	return n
}

// tellingBytes is how much text decides between the code pages.
const tellingBytes = 16 << 10

// telling collects the lines that are not ASCII.
func telling(head []byte) []byte {
	if end := bytes.LastIndexAny(head, "\r\n"); end > 0 {
		head = head[:end] // the sample may cut a character
	}
	var out []byte
	for len(head) > 0 && len(out) < tellingBytes {
		end := bytes.IndexAny(head, "\r\n")
		if end < 0 {
			end = len(head) - 1
		}
		if line := head[:end+1]; !isASCII(line) {
			out = append(out, line[:min(len(line), tellingBytes)]...)
		}
		head = head[end+1:]
	}
	return out
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// likeliest is the code page that makes the most plausible text of b.
func likeliest(b []byte, among []codepage) codepage {
	best, most := among[0], -100.0
	for _, c := range among {
		if p := c.score(b); p > most {
			best, most = c, p
		}
	}
	return best
}

// score is the mean plausibility of the characters that are not ASCII.
func (c codepage) score(b []byte) float64 {
	text, err := c.encoding.NewDecoder().Bytes(b)
	if err != nil {
		return -100
	}
	sum, n := 0.0, 0
	before, r := ' ', ' '
	for _, after := range string(text) + " " {
		if r >= utf8.RuneSelf {
			sum += c.plausible(before, r, after)
			n++
		}
		before, r = r, after
	}
	return sum / float64(max(n, 1))
}

// latin judges the letters and signs of western languages.
func latin(before, r, after rune) float64 {
	switch {
	case r == utf8.RuneError || r < 0xA0:
		return -2
	case unicode.IsLetter(r) && r != 'ª' && r != 'º':
		return latinLetter(before, r, after)
	}
	word, next := unicode.IsLetter(before), unicode.IsLetter(after)
	switch r {
	case '’', '´':
		return pick(word, 1, -0.3)
	case '”', '»':
		return pick(before != ' ' && !next, 1, -0.5)
	case '“', '«', '‘', '„':
		return pick(!word && after != ' ', 1, -0.5)
	case '€', '£', '½', '°', 'º', 'ª':
		return pick(!word && !next, 1, -0.3)
	case '–', '—', '…', '\u00a0', '·', '•', '®', '™', '©':
		return pick(word && next, -0.3, 0.7)
	}
	return -0.5
}

// latinLetter wants case to run on and words to be mostly ASCII.
func latinLetter(before, r, after rune) float64 {
	upper := unicode.IsUpper(r)
	switch {
	case before >= utf8.RuneSelf && after >= utf8.RuneSelf:
		return -0.5
	case before >= utf8.RuneSelf || after >= utf8.RuneSelf:
		return 0.2
	case upper && unicode.IsLower(before), !upper && unicode.IsUpper(after) && unicode.IsLetter(before):
		return -1
	case unicode.IsDigit(before) || unicode.IsDigit(after):
		return -0.3
	case unicode.IsLetter(before):
		return 1
	}
	return 0.7
}

// anyScript takes any of the languages above.
func anyScript(before, r, after rune) float64 {
	return max(latin(before, r, after), chinese(before, r, after), kana(before, r, after), hangul(before, r, after))
}

func pick(yes bool, a, b float64) float64 {
	if yes {
		return a
	}
	return b
}
