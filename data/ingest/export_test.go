package ingest

import "io"

// Records cuts text into records, for the tests that have an oracle.
func Records(r io.Reader, comma byte) (out [][]string) {
	s := newScanner(r, standard(comma), nil)
	for {
		rec, err := s.next()
		if err != nil {
			return out
		}
		out = append(out, rec.cells)
	}
}

// EachJSON calls each after every document of a text, until it ends or fails.
func EachJSON(r io.Reader, each func(n int)) (n int, err error) {
	docs := &documents{scanner: newJSONScanner(r)}
	for {
		if _, err := docs.next(); err != nil {
			return n, err
		}
		n++
		each(n)
	}
}
