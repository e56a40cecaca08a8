package ingest

import (
	"bytes"
	"io"
	"regexp"

	"vedetta/data"
)

// assignment is what stands before a document in a script:
// "window.YTD.tweets.part0 = " or "callback(".
var assignment = regexp.MustCompile(`^[A-Za-z_$][\w.$ \t]*[=(]\s*$`)

const longestAssignment = 200

// between passes what may stand between documents. It tells whether a
// document begins; if not, something is there that does not belong.
func (s *jsonScanner) between() (bool, error) {
	for {
		if s.pos == s.end {
			if s.eof {
				return false, io.EOF
			}
			if err := s.fill(); err != nil {
				return false, err
			}
			continue
		}
		switch c := s.buf[s.pos]; {
		case bytes.IndexByte([]byte(" \t\r\n,;\xef\xbb\xbf"), c) >= 0:
			s.drop(1)
		case c == '[' && !s.inList:
			s.inList = true
			s.drop(1)
		case c == ']':
			s.inList = false
			s.drop(1)
		case c == ')' || c == '}':
			s.drop(1)
		case c == '{' || c == '[':
			return true, nil
		default:
			passed, err := s.passAssignment()
			if !passed || err != nil {
				return false, err
			}
		}
	}
}

func (s *jsonScanner) passAssignment() (bool, error) {
	for s.end-s.pos < longestAssignment && !s.eof {
		if err := s.fill(); err != nil {
			return false, err
		}
	}
	b := s.rest()
	at := bytes.IndexAny(b[:min(len(b), longestAssignment)], "[{")
	if at < 0 || !assignment.Match(b[:at]) {
		return false, nil
	}
	s.drop(at)
	return true, nil
}

// stray hands out what does not belong there: to the end of the line, or to
// the next element of a list.
func (s *jsonScanner) stray() (jsonText, error) {
	ends := "\n"
	if s.inList {
		ends = "\n,]"
	}
	for {
		n := bytes.IndexAny(s.rest(), ends)
		if n < 0 && !s.eof && s.end-s.pos < pieceSize {
			if err := s.fill(); err != nil {
				return jsonText{}, err
			}
			continue
		}
		if n < 0 {
			n = s.end - s.pos
		}
		return s.take(n, data.RejectBadRow), nil
	}
}
