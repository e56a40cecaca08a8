package ingest

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// FuzzScanner reads any text in its own dialect: it ends, nothing is lost,
// nothing is invented.
func FuzzScanner(f *testing.F) {
	f.Add("id,data,testo\n1,2026-03-01,\"uno\ndue\"\n", byte(','))
	f.Add("a\tb\n1\t\"x\" y\n2\t\"z\n", byte('\t'))
	f.Add("a;b\r\"\\\"x\\\"\";'y'\r\n", byte(';'))
	f.Fuzz(func(t *testing.T, content string, comma byte) {
		if comma != ',' && comma != ';' && comma != '\t' && comma != '|' {
			t.Skip()
		}
		found := detectDialect([]byte(content), comma)
		checkAccounted(t, content, found.dialect)
		s := newScanner(iotest.OneByteReader(strings.NewReader(content)), found.dialect, found.shape(found.width))
		size := 0
		for {
			rec, err := s.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range rec.cells {
				size += len(c)
			}
		}
		if size > len(content) {
			t.Errorf("%d bytes of cells in %d bytes", size, len(content))
		}
	})
}

// FuzzDecode reads any bytes as text: all of it becomes valid UTF-8.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("caff\xe8, gi\xe0"))
	f.Add([]byte("\xff\xfec\x00i\x00"))
	f.Add([]byte("cittÃ\u00a0 â€œciaoâ€\u009d \xf0\x9f\x98"))
	f.Add([]byte("\x82\xb1\x82\xcc\x83p\x83\x93"))
	f.Fuzz(func(t *testing.T, content []byte) {
		e := detectEncoding(content)
		r, err := e.read(strings.NewReader(string(content)))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		mended, _ := repair(string(text))
		if !utf8.ValidString(mended) || strings.IndexByte(mended, 0) >= 0 {
			t.Errorf("%q became %q", content, mended)
		}
		if len(mended) > 6*len(content)+3 {
			t.Errorf("%d bytes became %d", len(content), len(mended))
		}
		if again, changed := repair(mended); changed && strings.Count(again, "")+3 < strings.Count(mended, "")/2 {
			t.Errorf("%q shrinks to %q", mended, again)
		}
	})
}
