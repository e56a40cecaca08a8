package ingest

import "bytes"

// jsonCutter finds where a document ends. It knows the grammar of JSON as far
// as that shows where one is broken; numbers and escapes it leaves to the
// decoder. It goes on where it stopped when there is more of the document.
type jsonCutter struct {
	at      int // bytes looked at
	levels  []jsonLevel
	want    jsonWant
	escaped bool // the last byte was a backslash in a text
	isKey   bool // the text is a key
	pieces  bool // members have been taken out
	latest  int  // level from which they were
}

// jsonLevel is an object or list that is open.
type jsonLevel struct {
	open  byte
	from  int  // of its first member
	done  int  // of the comma behind its last whole member
	plain bool // it has members that are neither objects nor lists
}

func (l jsonLevel) length() int { return l.done - l.from }

type jsonWant byte

// What may come next.
const (
	wantValue  jsonWant = iota // also the first of a list, or its end
	wantText                   // the rest of a text
	wantScalar                 // the rest of a number or word
	wantKey                    // also the end of an object
	wantColon
	wantMember // the value of a key
	wantComma  // also the end of an object or list
)

type jsonEnding byte

const (
	jsonMore jsonEnding = iota // all there is belongs to the document
	jsonWhole
	jsonBroken
)

// deepest is how far documents nest; threads of replies go deep.
const deepest = 500

// cut looks at b, which begins where the document does. It is whole, or
// broken, at c.at.
func (c *jsonCutter) cut(b []byte) jsonEnding {
	for c.at < len(b) {
		if c.want == wantText {
			if !c.text(b) {
				return jsonBroken
			}
			continue
		}
		ch := b[c.at]
		if c.want == wantScalar {
			if scalarByte(ch) {
				c.at++
				continue
			}
			c.want = wantComma
		}
		if ch != ' ' && ch != '\n' && ch != '\r' && ch != '\t' && !c.sign(ch) {
			return jsonBroken
		}
		c.at++
		if len(c.levels) == 0 {
			return jsonWhole
		}
	}
	return jsonMore
}

// text reads on in a text; false at a line end, which texts cannot hold.
func (c *jsonCutter) text(b []byte) bool {
	for ; c.at < len(b); c.at++ {
		switch ch := b[c.at]; {
		case ch == '\n':
			return false
		case c.escaped:
			c.escaped = false
		case ch == '\\':
			c.escaped = true
		case ch == '"':
			c.want = wantComma
			if c.isKey {
				c.want = wantColon
			}
			c.at++
			return true
		}
	}
	return true
}

func scalarByte(ch byte) bool {
	return ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch == '-' || ch == '+' || ch == '.'
}

// sign takes a byte outside texts; false if it cannot stand there.
func (c *jsonCutter) sign(ch byte) bool {
	value := c.want == wantValue || c.want == wantMember
	switch {
	case ch == '"':
		c.isKey = c.want == wantKey
		if value {
			c.plain()
		}
		c.want = wantText
		return value || c.isKey
	case ch == '{' || ch == '[':
		c.levels = append(c.levels, jsonLevel{open: ch, from: c.at + 1, done: c.at + 1})
		c.want = wantValue
		if ch == '{' {
			c.want = wantKey
		}
		return value && len(c.levels) <= deepest
	case ch == '}' || ch == ']':
		return c.closes(ch)
	case ch == ',' && c.want == wantComma:
		l := &c.levels[len(c.levels)-1]
		l.done, c.want = c.at, wantValue
		if l.open == '{' {
			c.want = wantKey
		}
		return true
	case ch == ':' && c.want == wantColon:
		c.want = wantMember
		return true
	case value && scalarByte(ch):
		c.plain()
		c.want = wantScalar
		return true
	}
	return false
}

// plain notes that the value that begins is neither object nor list.
func (c *jsonCutter) plain() {
	if len(c.levels) > 0 {
		c.levels[len(c.levels)-1].plain = true
	}
}

func (c *jsonCutter) closes(ch byte) bool {
	if len(c.levels) == 0 {
		return false
	}
	open := c.levels[len(c.levels)-1].open
	fits := ch == '}' && open == '{' && (c.want == wantComma || c.want == wantKey) ||
		ch == ']' && open == '[' && (c.want == wantComma || c.want == wantValue)
	c.levels, c.want = c.levels[:len(c.levels)-1], wantComma
	return fits
}

// longest is the level with the most whole members, all objects or lists: the
// list that a document is about. -1 if there is none.
func (c *jsonCutter) longest() int {
	longest, length := -1, 0
	for i, l := range c.levels {
		if !l.plain && l.length() > length {
			longest, length = i, l.length()
		}
	}
	return longest
}

// closing is what ends a level and those around it.
func (c *jsonCutter) closing(level int) []byte {
	var out bytes.Buffer
	for ; level >= 0; level-- {
		out.WriteByte(c.levels[level].open + 2) // ] follows [ by two, as } does {
	}
	return out.Bytes()
}

// without goes on in a document out of which the whole members of a level
// were taken.
func (c *jsonCutter) without(level int) {
	gone := c.levels[level].length() + 1
	c.at -= gone
	c.levels[level].done = c.levels[level].from
	for i := level + 1; i < len(c.levels); i++ {
		c.levels[i].from -= gone
		c.levels[i].done -= gone
	}
	c.pieces, c.latest = true, level
}
