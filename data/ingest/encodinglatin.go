package ingest

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// windows1252 keeps the five bytes that Windows-1252 leaves out as control
// characters, as browsers do: where UTF-8 was taken for it, they are needed
// to find back.
type windows1252 struct{ *charmap.Charmap }

// NewDecoder makes UTF-8 of it.
func (windows1252) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: fromWindows1252{}}
}

type fromWindows1252 struct{ transform.NopResetter }

// Transform is that of transform.Transformer.
func (fromWindows1252) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	for _, b := range src {
		if nDst+utf8.UTFMax > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], western[b])
		nSrc++
	}
	return nDst, nSrc, nil
}

// western is what each byte of Windows-1252 means.
var western = func() (table [256]rune) {
	for b := range table {
		table[b] = charmap.Windows1252.DecodeByte(byte(b))
		if table[b] == utf8.RuneError {
			table[b] = rune(b)
		}
	}
	return table
}()
