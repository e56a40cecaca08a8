package ingest

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"vedetta/data"
)

// textEncoding is how a file writes its text: the name for people, the bytes
// to skip at its beginning, the decoder (nil for UTF-8).
type textEncoding struct {
	name    string
	mark    int
	decoder encoding.Encoding
}

// detectEncoding decides from the beginning of a file.
func detectEncoding(head []byte) textEncoding {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return textEncoding{"utf-8-bom", 3, nil}
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return textEncoding{"utf-16le", 2, little}
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return textEncoding{"utf-16be", 2, big}
	}
	even, odd := zeros(head)
	switch {
	case odd > len(head)/4 && even < odd/8:
		return textEncoding{"utf-16le", 0, little}
	case even > len(head)/4 && odd < even/8:
		return textEncoding{"utf-16be", 0, big}
	case mostlyUTF8(head):
		return textEncoding{"utf-8", 0, nil}
	}
	return textEncoding{"windows-1252", 0, charmap.Windows1252}
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

// mostlyUTF8 tells UTF-8, even with a few cut characters, from an encoding of
// one byte a letter, in which hardly any sequence is valid.
func mostlyUTF8(b []byte) bool {
	valid, broken := 0, 0
	for inBroken := false; len(b) >= utf8.UTFMax; { // the sample may cut its last character
		r, n := utf8.DecodeRune(b)
		isBroken := r == utf8.RuneError && n == 1
		switch {
		case isBroken && !inBroken:
			broken++
		case n > 1:
			valid++
		}
		inBroken = isBroken
		b = b[n:]
	}
	return broken == 0 || valid > broken
}

// read gives the text of f as UTF-8, without the byte order mark.
func (e textEncoding) read(f io.Reader) (io.Reader, error) {
	if _, err := io.CopyN(io.Discard, f, int64(e.mark)); err != nil {
		return nil, err
	}
	if e.decoder == nil {
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

// magics are the beginnings of files that are no text.
var magics = []struct{ kind, magic string }{
	{"PDF", "%PDF-"},
	{"ZIP", "PK\x03\x04"},
	{"XLS", "\xD0\xCF\x11\xE0"},
	{"GZIP", "\x1F\x8B"},
	{"PNG", "\x89PNG"},
	{"JPEG", "\xFF\xD8\xFF"},
	{"GIF", "GIF8"},
	{"SQLite", "SQLite format 3\x00"},
	{"RAR", "Rar!"},
	{"RTF", `{\rtf`},
}

// checkBinary refuses what is no text, by its beginning or by its bytes.
func checkBinary(head []byte, e textEncoding) error {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			kind := m.kind
			if kind == "ZIP" && bytes.Contains(head, []byte("xl/")) {
				kind = "XLSX"
			}
			return data.Errorf(data.ErrFileBinary, "begins like a %s", kind).With("Kind", kind)
		}
	}
	control := 0
	text := e.decode(head)
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			control++
		}
	}
	// A few NUL bytes happen in real exports; one in twenty does not.
	if control*20 > len(text) {
		return data.Errorf(data.ErrFileBinary, "%d of %d bytes are control characters", control, len(text)).With("Kind", "binary")
	}
	return nil
}
