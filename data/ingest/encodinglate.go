package ingest

import (
	"bufio"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// lateReader reads a file whose beginning is ASCII: the encoding is decided
// where the first byte over 127 stands, by what surrounds it.
type lateReader struct {
	r       *bufio.Reader
	ascii   int // bytes that can be passed on before looking again
	decided io.Reader
}

// lateContext is how much of the text before the first byte over 127 is
// looked at: the letter before it tells most.
const lateContext = 16

func newLateReader(r io.Reader) *lateReader {
	return &lateReader{r: bufio.NewReaderSize(r, 64<<10)}
}

func (l *lateReader) Read(p []byte) (int, error) {
	if l.ascii == 0 && l.decided == nil {
		if err := l.look(); err != nil {
			return 0, err
		}
	}
	if l.ascii > 0 {
		n, err := l.r.Read(p[:min(len(p), l.ascii)])
		l.ascii -= n
		return n, err
	}
	return l.decided.Read(p)
}

func (l *lateReader) look() error {
	window, err := l.r.Peek(l.r.Size())
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	n := asciiPrefix(window)
	if n > lateContext && (n < len(window) || err == nil) {
		l.ascii = n - lateContext
		return nil
	}
	l.decided = l.r
	if e := guessEncoding(window); e.decoder != nil {
		l.decided = transform.NewReader(l.r, e.decoder.NewDecoder())
	}
	return nil
}

func asciiPrefix(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}
