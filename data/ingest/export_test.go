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
