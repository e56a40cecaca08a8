package ingest

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// textEncoding is how a file writes its text: the name for people, the bytes
// to skip at its beginning, the decoder (nil for UTF-8).
type textEncoding struct {
	name    string
	mark    int
	decoder encoding.Encoding
	// open means that all is ASCII so far: the first byte that is not decides.
	open bool
}

// The encodings of Unicode; utf8Damaged replaces what is broken.
var (
	utf8Damaged = unicode.UTF8
	utf16Little = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16Big    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	utf32Little = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	utf32Big    = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
)

// byteOrderMarks with the longer before those they begin with; the last is a
// mark that was itself read as Latin-1 and written as UTF-8.
var byteOrderMarks = []struct {
	mark string
	textEncoding
}{
	{"\xFF\xFE\x00\x00", textEncoding{name: "utf-32le", decoder: utf32Little}},
	{"\x00\x00\xFE\xFF", textEncoding{name: "utf-32be", decoder: utf32Big}},
	{"\xFF\xFE", textEncoding{name: "utf-16le", decoder: utf16Little}},
	{"\xFE\xFF", textEncoding{name: "utf-16be", decoder: utf16Big}},
	{"\xEF\xBB\xBF", textEncoding{name: "utf-8-bom"}},
	{"\xC3\xAF\xC2\xBB\xC2\xBF", textEncoding{name: "utf-8-bom"}},
}

// detectEncoding decides from the beginning of a file.
func detectEncoding(head []byte) textEncoding {
	for _, m := range byteOrderMarks {
		if rest, ok := bytes.CutPrefix(head, []byte(m.mark)); ok {
			for ok { // tools that join files leave several
				m.textEncoding.mark += len(m.mark)
				rest, ok = bytes.CutPrefix(rest, []byte(m.mark))
			}
			return m.textEncoding
		}
	}
	if e, ok := wideEncoding(head); ok {
		return e
	}
	return guessEncoding(head)
}

// wideEncoding tells UTF-16 without a mark by its zeros: every other byte of
// Latin text, few but all on one side where the text is Chinese.
func wideEncoding(head []byte) (textEncoding, bool) {
	even, odd := zeros(head)
	least := len(head) / 4
	if valid, broken := utf8Bytes(head); broken > valid {
		least = len(head) / 50
	}
	switch {
	case odd > least && even <= odd/8:
		return textEncoding{name: "utf-16le", decoder: utf16Little}, true
	case even > least && odd <= even/8:
		return textEncoding{name: "utf-16be", decoder: utf16Big}, true
	}
	return textEncoding{}, false
}

func zeros(b []byte) (even, odd int) {
	for i, c := range b {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	return even, odd
}

// read gives the text of f as UTF-8, without the byte order mark. Stretches
// in another encoding stay as they are: rows are mended one by one.
func (e textEncoding) read(f io.Reader) (io.Reader, error) {
	if _, err := io.CopyN(io.Discard, f, int64(e.mark)); err != nil {
		return nil, err
	}
	switch {
	case e.open:
		return newLateReader(f), nil
	case e.decoder == nil:
		return f, nil
	}
	return transform.NewReader(f, e.decoder.NewDecoder()), nil
}

// decode is read for a sample.
func (e textEncoding) decode(head []byte) []byte {
	if e.decoder == nil {
		return head[e.mark:]
	}
	out, _, _ := transform.Bytes(e.decoder.NewDecoder(), head[e.mark:]) // a character cut at the end is no matter
	return out
}
