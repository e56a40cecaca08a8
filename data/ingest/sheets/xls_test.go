package sheets_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"vedetta/data/ingest/sheets"
)

// rec is a record: its number, and its body put together of numbers (uint8,
// uint16, uint32, float64) and bytes.
func rec(id uint16, parts ...any) []byte {
	var body bytes.Buffer
	for _, p := range parts {
		if s, ok := p.(string); ok {
			p = []byte(s)
		}
		_ = binary.Write(&body, binary.LittleEndian, p) // a buffer takes everything
	}
	out := binary.LittleEndian.AppendUint16(nil, id)
	out = binary.LittleEndian.AppendUint16(out, uint16(body.Len()))
	return append(out, body.Bytes()...)
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

const excel97, excel95, ofWorkbook, ofSheet, ofChart = uint16(0x0600), uint16(0x0500), uint16(5), uint16(0x10), uint16(0x20)

// workbook puts a stream together: the records before the sheets, and those of
// each sheet, by their names.
func workbook(version uint16, globals [][]byte, names []string, bodies ...[][]byte) []byte {
	head := slicesOf(append([][]byte{rec(0x809, version, ofWorkbook, uint32(0))}, globals...))
	size := len(head) + len(rec(0x0A))
	sheet := func(at int, name string) []byte {
		state := uint16(0)
		if strings.HasPrefix(name, "hidden") {
			state = 1
		}
		if version == excel97 {
			return rec(0x85, uint32(at), state, uint8(len(name)), uint8(0), name)
		}
		return rec(0x85, uint32(at), state, uint8(len(name)), name)
	}
	for _, name := range names {
		size += len(sheet(0, name))
	}
	var sheets []byte
	for i, name := range names {
		head = append(head, sheet(size+len(sheets), name)...)
		sheets = append(sheets, slicesOf(append([][]byte{rec(0x809, version, ofSheet, uint32(0))}, bodies[i]...))...)
		sheets = append(sheets, rec(0x0A)...)
	}
	return append(append(head, rec(0x0A)...), sheets...)
}

func slicesOf(parts [][]byte) []byte { return bytes.Join(parts, nil) }

func openXLS(content []byte) (sheets.Book, error) {
	return sheets.OpenXLS(bytes.NewReader(content), int64(len(content)))
}

func at(row, column int) []byte {
	return []byte{byte(row), byte(row >> 8), byte(column), byte(column >> 8)}
}

func TestXLSOfExcel97(t *testing.T) {
	globals := [][]byte{
		rec(0x41E, uint16(164), uint16(5), uint8(0), "dd/mm"),
		rec(0xE0, uint16(0), uint16(0)), rec(0xE0, uint16(0), uint16(22)), rec(0xE0, uint16(0), uint16(164)),
		// The third text is parted in the middle, and goes on in Unicode; the
		// second has fonts, which are passed.
		rec(0xFC, uint32(4), uint32(4), uint16(5), uint8(0), "Testo", uint16(2), uint8(8), uint16(1), "ab", "ffff", uint16(7), uint8(0), "cos"),
		rec(0x3C, uint8(1), wide("ì 🍕"), uint16(4), uint8(0), "Apri"),
	}
	link := [][]byte{
		rec(0x1B8, uint16(2), uint16(2), uint16(0), uint16(0), strings.Repeat("g", 16), uint32(2), uint32(0x13),
			uint32(2), wide("x\x00"), "\xE0\xC9\xEA\x79", strings.Repeat("m", 12), uint32(42), wide("https://example.test\x00")),
	}
	chart := [][]byte{rec(0x809, excel97, ofChart, uint32(0)), rec(0x204, at(9, 9), uint16(0), uint16(1), uint8(0), "x"), rec(0x0A)}
	cells := [][]byte{
		rec(0xFD, at(0, 0), uint16(0), uint32(0)), rec(0x204, at(0, 1), uint16(0), uint16(4), uint8(0), "Data"),
		rec(0xFD, at(1, 0), uint16(0), uint32(2)), rec(0x203, at(1, 1), uint16(1), 46082.37855324074),
		rec(0x203, at(1, 2), uint16(0), 570306133677760512.0), rec(0x205, at(1, 3), uint16(0), uint8(1), uint8(0)), rec(0x205, at(1, 4), uint16(0), uint8(42), uint8(1)),
		rec(0xFD, at(2, 0), uint16(0), uint32(3)), rec(0xBD, at(2, 1), uint16(2), uint32(46082<<2|2), uint16(0), uint32(450<<2|3), uint16(2)),
		rec(0x27E, at(2, 3), uint16(0), uint32(math.Float64bits(0.5)>>32)),
		rec(6, at(4, 0), uint16(0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)), rec(0x207, uint16(5), uint8(0), "testo"),
		rec(6, at(4, 1), uint16(0), 7.0, make([]byte, 8)), rec(6, at(4, 2), uint16(0), []byte{1, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)),
		rec(6, at(5, 0), uint16(0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 6), uint16(30), uint8(0x17), uint8(13), uint8(0), "https://b.tes", "\x17\x04\x00Link", "\x42\x02\x67\x01"),
		rec(0x207, uint16(4), uint8(0), "Link"),
	}
	book, err := openXLS(workbook(excel97, globals, []string{"Uno", "hidden", "Due"}, slicesOfRecords(chart, cells, link), nil, [][]byte{rec(0x203, at(0, 0), uint16(0), 1.5)}))
	must(t, err)
	if d := cmp.Diff([]string{"Uno", "Due"}, book.Names()); d != "" {
		t.Error(d)
	}
	want := [][]string{
		{"Testo", "Data"},
		{"così 🍕", "2026-03-01 09:05:07", "570306133677760500", "TRUE"},
		{"https://example.test", "2026-03-01", "4.5", "0.5"},
		{"testo", "7", "FALSE"},
		{"https://b.tes"},
	}
	if d := cmp.Diff(want, rows(t, book, "Uno")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([][]string{{"1.5"}}, rows(t, book, "Due")); d != "" {
		t.Error(d)
	}
}

func slicesOfRecords(all ...[][]byte) (out [][]byte) {
	for _, records := range all {
		out = append(out, records...)
	}
	return out
}

func TestXLSOfOtherTimes(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		sheet   string
		want    [][]string
	}{
		"Excel 95 in a code page": {
			workbook(excel95, [][]byte{rec(0x42, uint16(1251))}, []string{"A"}, [][]byte{rec(0x204, at(0, 0), uint16(0), uint16(3), "\xD2\xE5\xE1")}),
			"A",
			[][]string{{"Теб"}},
		},
		"days counted from 1904": {
			workbook(excel97, [][]byte{rec(0x22, uint16(1)), rec(0xE0, uint16(0), uint16(14))}, []string{"A"}, [][]byte{rec(0x203, at(0, 0), uint16(0), 44620.0)}),
			"A",
			[][]string{{"2026-03-01"}},
		},
		"a sheet alone, as old programs of the web write it": {
			slicesOf([][]byte{rec(0x809, uint16(0), ofSheet, uint16(0), uint16(0)), rec(0x204, at(0, 0), uint16(0), uint16(3), "uno"), rec(0x203, at(0, 1), uint16(0), 2.0), rec(0x0A)}),
			"1",
			[][]string{{"uno", "2"}},
		},
		"in a container": {
			container("Workbook", workbook(excel97, nil, []string{"A"}, [][]byte{rec(0x203, at(0, 0), uint16(0), 2.0)})),
			"A",
			[][]string{{"2"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book, err := openXLS(c.content)
			must(t, err)
			if d := cmp.Diff(c.want, rows(t, book, c.sheet)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAnXLSThatIsCutOffSaysSo(t *testing.T) {
	content := workbook(excel97, nil, []string{"A"}, [][]byte{rec(0x203, at(0, 0), uint16(0), 2.0), rec(0x203, at(1, 0), uint16(0), 3.0)})
	book, err := openXLS(content[:len(content)-6])
	must(t, err)
	r, err := book.Rows("A")
	must(t, err)
	if _, cells, err := r.Next(); err != nil || len(cells) != 1 || cells[0] != "2" {
		t.Errorf("first row %q, %v", cells, err)
	}
	if _, _, err := r.Next(); !errors.Is(err, sheets.ErrBroken) {
		t.Errorf("then %v", err)
	}
}

func TestOldContainersOfOtherThings(t *testing.T) {
	other := &sheets.OtherError{}
	_, err := openXLS(container("WordDocument", nil))
	if !errors.As(err, &other) || other.Kind != "DOC" || other.Workbook {
		t.Errorf("a text of Word: %v", err)
	}
	for name, content := range map[string][]byte{
		"an old workbook": workbook(excel97, [][]byte{rec(0x2F, uint16(1))}, nil),
		"a new workbook":  container("EncryptedPackage", nil),
	} {
		if _, err := openXLS(content); !errors.Is(err, sheets.ErrPassword) {
			t.Errorf("%s under a password: %v", name, err)
		}
	}
	if _, err := openXLS(container("Something", nil)); !errors.Is(err, sheets.ErrBroken) {
		t.Errorf("a container of something: %v", err)
	}
}

// container makes a compound file ([MS-CFB]) of one stream: the header, a
// sector that chains the others, one with the directory, then the stream.
func container(name string, stream []byte) []byte {
	const sector, end, free, ofTable, fewest = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 4096
	stream = append(stream, make([]byte, max(fewest-len(stream), 0))...)
	sectors := (len(stream) + sector - 1) / sector
	head := make([]byte, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	put := func(b []byte, at, size int, v uint32) {
		for i := range size {
			b[at+i] = byte(v >> (8 * i))
		}
	}
	for _, f := range []struct {
		at, size int
		v        uint32
	}{{24, 2, 0x3E}, {26, 2, 3}, {28, 2, 0xFFFE}, {30, 2, 9}, {32, 2, 6}, {44, 4, 1}, {48, 4, 1}, {56, 4, fewest}, {60, 4, end}, {68, 4, end}} {
		put(head, f.at, f.size, f.v)
	}
	chain, directory := make([]byte, sector), make([]byte, sector)
	for i := range 109 {
		put(head, 76+4*i, 4, free)
	}
	put(head, 76, 4, 0)
	for i := range sector / 4 {
		put(chain, 4*i, 4, free)
	}
	put(chain, 0, 4, ofTable)
	put(chain, 4, 4, end)
	for i := range sectors {
		put(chain, 4*(2+i), 4, uint32(3+i))
	}
	put(chain, 4*(1+sectors), 4, end)
	entry := func(i int, name string, kind, child, from, size uint32) {
		e := directory[128*i : 128*(i+1)]
		copy(e, wide(name))
		put(e, 64, 2, uint32(2*len(name)+2))
		e[66], e[67] = byte(kind), 1
		put(e, 68, 4, free)
		put(e, 72, 4, free)
		put(e, 76, 4, child)
		put(e, 116, 4, from)
		put(e, 120, 4, size)
	}
	entry(0, "Root Entry", 5, 1, end, 0)
	entry(1, name, 2, free, 2, uint32(len(stream)))
	stream = append(stream, make([]byte, sectors*sector-len(stream))...)
	return slicesOf([][]byte{head, chain, directory, stream})
}

func FuzzXLS(f *testing.F) {
	f.Add(workbook(excel97, [][]byte{rec(0xE0, uint16(0), uint16(14)), rec(0xFC, uint32(1), uint32(1), uint16(4), uint8(0), "ci"), rec(0x3C, uint8(1), wide("ao"))},
		[]string{"A"}, [][]byte{rec(0xFD, at(0, 0), uint16(0), uint32(0)), rec(0xBD, at(0, 1), uint16(0), uint32(6), uint16(1))}))
	f.Add(workbook(excel95, nil, []string{"A"}, [][]byte{rec(6, at(0, 0), uint16(0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)), rec(0x207, uint16(2), "si")}))
	f.Add(container("Workbook", workbook(excel97, nil, []string{"A"}, nil)))
	f.Fuzz(func(t *testing.T, content []byte) {
		book, err := openXLS(content)
		if err != nil {
			return
		}
		for _, name := range book.Names() {
			r, err := book.Rows(name)
			for err == nil {
				_, _, err = r.Next()
			}
		}
	})
}
