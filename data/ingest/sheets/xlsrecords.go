package sheets

import (
	"encoding/binary"
	"math"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// records goes through the records of a stream.
type records struct{ rest []byte }

func recordsAt(stream []byte, at int) records {
	if at < 0 || at > len(stream) {
		return records{}
	}
	return records{stream[at:]}
}

// next reads a record; 0 where the stream is cut off, for a sound one says
// where it ends.
func (r *records) next() (id int, body recordBody) {
	id, size := r.peek()
	if id == 0 {
		return 0, recordBody{}
	}
	body = recordBody{r.rest[4 : 4+size]}
	r.rest = r.rest[4+size:]
	return id, body
}

func (r *records) peek() (id, size int) {
	if len(r.rest) < 4 {
		return 0, 0
	}
	id, size = int(binary.LittleEndian.Uint16(r.rest)), int(binary.LittleEndian.Uint16(r.rest[2:]))
	if size > len(r.rest)-4 {
		return 0, 0
	}
	return id, size
}

// recordBody is read from its front; what is not there is zero.
type recordBody struct{ rest []byte }

func (b *recordBody) take(n int) []byte {
	n = max(min(n, len(b.rest)), 0)
	out := b.rest[:n]
	b.rest = b.rest[n:]
	return out
}

func (b *recordBody) skip(n int) { b.take(n) }

func (b *recordBody) u8() int { return b.number(1) }

func (b *recordBody) u16() int { return b.number(2) }

func (b *recordBody) u32() int { return b.number(4) }

func (b *recordBody) number(size int) (n int) {
	for i, c := range b.take(size) {
		n |= int(c) << (8 * i)
	}
	return n
}

func (b *recordBody) float() float64 {
	if len(b.rest) < 8 {
		b.rest = nil
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b.take(8)))
}

// rk is a number in four bytes: a whole one or the upper half of another, and
// perhaps a hundred times too large.
func (b *recordBody) rk() float64 {
	v := uint32(b.u32())
	x := float64(int32(v) >> 2)
	if v&2 == 0 {
		x = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		x /= 100
	}
	return x
}

// text reads a text with its length before it, in two bytes or in one.
func (b *xls) text(body *recordBody, longLength bool) string {
	n := 0
	if longLength {
		n = body.u16()
	} else {
		n = body.u8()
	}
	if !b.wide {
		s, err := b.page.NewDecoder().Bytes(body.take(n))
		if err != nil {
			return ""
		}
		return string(s)
	}
	return characters(body.u8(), n, body)
}

// characters reads Unicode, of which the upper bytes are left out if all are
// zero.
func characters(flags, n int, body *recordBody) string {
	const upperBytes = 1
	if flags&upperBytes == 0 {
		var out strings.Builder
		for _, c := range body.take(n) {
			out.WriteRune(rune(c))
		}
		return out.String()
	}
	return fromUTF16(body.take(2 * n))
}

func fromUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// codePage is the encoding that a workbook before Excel 97 names.
func codePage(n int) encoding.Encoding {
	switch n {
	case 932:
		return japanese.ShiftJIS
	case 936:
		return simplifiedchinese.GBK
	case 949:
		return korean.EUCKR
	case 950:
		return traditionalchinese.Big5
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1253:
		return charmap.Windows1253
	case 1254:
		return charmap.Windows1254
	case 10000, 0x8000:
		return charmap.Macintosh
	}
	return charmap.Windows1252
}
