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
		if isASCII(content) && sound(string(content)) && mended != string(content) {
			t.Errorf("%q became %q", content, mended)
		}
	})
}
