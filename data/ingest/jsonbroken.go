package ingest

import (
	"bytes"

	"vedetta/data"
)

// torn deals with a document that is broken, or ends too early. If it is one
// around a list of mentions, those before the damage are sound, and so may be
// those behind.
func (s *jsonScanner) torn(c *jsonCutter) (jsonText, error) {
	n := c.longest()
	if n < 0 && c.pieces {
		n = min(c.latest, len(c.levels)-1)
	}
	if n < 0 || !c.pieces && (!s.first || s.inList) {
		return s.broken(c.at, data.RejectBadRow)
	}
	text := jsonText{}
	salvaged := c.levels[n].length() > 0
	if salvaged {
		text = s.piece(c, n)
	}
	l := c.levels[n]
	if l.open == '[' {
		s.around = [2][]byte{bytes.Clone(s.rest()[:l.from]), c.closing(n)}
	}
	s.drop(l.from)
	s.resumed = max(c.at-l.from, 1)
	if !salvaged {
		return s.next()
	}
	return text, nil
}

// broken hands out what is broken, where a mistake shows after n bytes, and
// goes on where the next document seems to begin.
func (s *jsonScanner) broken(n int, reject data.Reason) (jsonText, error) {
	text := jsonText{line: s.place(), reject: reject, part: s.pieces}
	indent, from := s.indent, n
	if s.credit -= n; indent >= 0 && s.credit > 0 {
		from = 1 // documents on lines of their own: that of the next line may be sound
	}
	for {
		b := s.rest()
		at := nextDocument(b, from, indent)
		switch {
		case at < 0 && s.eof:
			at = len(b)
		case at < 0 && len(b) > maxDocument:
			const behind = 4 << 10 // what stands before the next document tells it
			at, from = len(b)-behind, behind
			text.raw = append(text.raw, b[:min(at, maxBroken-len(text.raw))]...)
			s.drop(at)
			continue
		case at < 0:
			from = max(from, len(b))
			if err := s.fill(); err != nil {
				return jsonText{}, err
			}
			continue
		}
		text.raw = bytes.TrimSpace(append(text.raw, b[:min(at, maxBroken-len(text.raw))]...))
		s.drop(at)
		return text, nil
	}
}

// nextDocument finds where a document begins after one that is broken: on a
// line indented as the broken one is, or, where there are no such lines,
// behind the end of another. It looks for it from a place on; -1 if there is
// none.
func nextDocument(b []byte, from, indent int) int {
	for at := from; at < len(b); at++ {
		n := bytes.IndexByte(b[at:], '{')
		if n < 0 {
			break
		}
		at += n
		line := bytes.TrimRight(b[:at], " \t")
		onLine := len(line) > 0 && (line[len(line)-1] == '\n' || line[len(line)-1] == '\r')
		if onLine && (at-len(line) == indent || indent < 0 && at == len(line)) {
			return at
		}
		if before, ok := bytes.CutSuffix(bytes.TrimSpace(line), []byte(",")); ok && indent < 0 && bytes.HasSuffix(bytes.TrimSpace(before), []byte("}")) {
			return at
		}
	}
	return -1
}
