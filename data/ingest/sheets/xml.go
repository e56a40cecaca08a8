package sheets

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner reads the XML that spreadsheet programs write, several times faster
// than encoding/xml: it checks nothing that reading rows does not need.
type scanner struct {
	r *bufio.Reader

	event  event
	name   string // of an element, without its prefix
	attrs  []byte
	text   []byte // of a text, still escaped
	closed bool   // <name/>: an end follows that is not in the file
}

type event int

const (
	start event = iota
	end
	text
)

const (
	maxTag  = 1 << 20
	maxText = 16 << 20
)

func newScanner(r io.Reader) *scanner { return &scanner{r: bufio.NewReaderSize(r, 1<<16)} }

// next goes to the next event; io.EOF at the end.
func (x *scanner) next() error {
	if x.closed {
		x.closed, x.event = false, end
		return nil
	}
	for {
		x.text = x.text[:0]
		if err := x.readTo('<', &x.text, maxText); err != nil && (err != io.EOF || len(x.text) == 0) {
			return err
		}
		if len(x.text) > 0 {
			x.event = text
			return nil
		}
		done, err := x.tag()
		if done || err != nil {
			return err
		}
	}
}

// readTo appends what stands before a byte and leaves the byte unread.
func (x *scanner) readTo(stop byte, to *[]byte, most int) error {
	for {
		if _, err := x.r.Peek(1); err != nil {
			return err
		}
		chunk, _ := x.r.Peek(x.r.Buffered()) // all of it is there
		i := bytes.IndexByte(chunk, stop)
		if i >= 0 {
			chunk = chunk[:i]
		}
		*to = append(*to, chunk...)
		_, _ = x.r.Discard(len(chunk)) // they are in the buffer
		if len(*to) > most {
			return ErrBroken
		}
		if i >= 0 {
			return nil
		}
	}
}

// tag reads from < to >; false for what is no element or text.
func (x *scanner) tag() (bool, error) {
	if _, err := x.r.Discard(1); err != nil {
		return false, err
	}
	if head, _ := x.r.Peek(8); bytes.HasPrefix(head, []byte("![CDATA[")) {
		return true, x.cdata()
	} else if bytes.HasPrefix(head, []byte("!--")) {
		return false, x.skip("-->")
	}
	body, err := x.body()
	if err != nil {
		return false, err
	}
	if len(body) == 0 || body[0] == '?' || body[0] == '!' {
		return false, nil
	}
	x.event = start
	if body[0] == '/' {
		x.event, body = end, body[1:]
	} else if body[len(body)-1] == '/' {
		x.closed, body = true, body[:len(body)-1]
	}
	name := body
	x.attrs = nil
	if i := bytes.IndexAny(body, " \t\r\n"); i >= 0 {
		name, x.attrs = body[:i], body[i:]
	}
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	x.name = intern(name)
	return true, nil
}

// body reads to the > that ends a tag, past those in quotes.
func (x *scanner) body() ([]byte, error) {
	x.text = x.text[:0]
	for {
		if err := x.readTo('>', &x.text, maxTag); err != nil {
			return nil, ErrBroken
		}
		_, _ = x.r.Discard(1)
		if bytes.Count(x.text, []byte{'"'})%2 == 0 {
			return x.text, nil
		}
		x.text = append(x.text, '>')
	}
}

func (x *scanner) cdata() error {
	_, _ = x.r.Discard(len("![CDATA["))
	x.text = x.text[:0]
	for !bytes.HasSuffix(x.text, []byte("]]")) {
		if err := x.readTo('>', &x.text, maxText); err != nil {
			return ErrBroken
		}
		_, _ = x.r.Discard(1)
		if !bytes.HasSuffix(x.text, []byte("]]")) {
			x.text = append(x.text, '>')
		}
	}
	x.event = text
	x.text = escaped.replace(x.text[:len(x.text)-2])
	return nil
}

func (x *scanner) skip(to string) error {
	var passed []byte
	for {
		if err := x.readTo('>', &passed, maxText); err != nil {
			return ErrBroken
		}
		_, _ = x.r.Discard(1)
		passed = append(passed, '>')
		if bytes.HasSuffix(passed, []byte(to)) {
			return nil
		}
	}
}

// names that come a million times are made once.
var names = map[string]string{}

func init() {
	for _, n := range []string{"row", "c", "v", "f", "is", "t", "r", "si", "p", "table-cell", "table-row", "span", "a"} {
		names[n] = n
	}
}

func intern(name []byte) string {
	if n, ok := names[string(name)]; ok {
		return n
	}
	return string(name)
}

// attr is the value of an attribute, whatever its prefix; "" if it is not
// there.
func (x *scanner) attr(name string) string {
	rest := x.attrs
	for {
		i := bytes.IndexByte(rest, '=')
		if i < 0 || i+1 >= len(rest) {
			return ""
		}
		key := bytes.TrimSpace(rest[:i])
		rest = bytes.TrimLeft(rest[i+1:], " \t\r\n")
		if len(rest) == 0 {
			return ""
		}
		quote := rest[0]
		stop := bytes.IndexByte(rest[1:], quote)
		if stop < 0 {
			return ""
		}
		value := rest[1 : 1+stop]
		rest = rest[stop+2:]
		if c := bytes.LastIndexByte(key, ':'); c >= 0 && name != string(key) {
			key = key[c+1:]
		}
		if string(key) == name {
			return unescape(value)
		}
	}
}

func (x *scanner) number(name string, otherwise int) int {
	if n, err := strconv.Atoi(x.attr(name)); err == nil {
		return n
	}
	return otherwise
}

// escaper makes text of a CDATA section look like other text.
type escaper struct{ *strings.Replacer }

var escaped = escaper{strings.NewReplacer("&", "&amp;")}

func (e escaper) replace(b []byte) []byte { return []byte(e.Replace(string(b))) }

var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// unescape resolves the entities of XML.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var out strings.Builder
	for len(b) > 0 {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			break
		}
		out.Write(b[:i])
		b = b[i:]
		stop := bytes.IndexByte(b[:min(len(b), 12)], ';')
		r, ok := rune(0), false
		if stop > 0 {
			r, ok = entity(string(b[1:stop]))
		}
		if !ok {
			out.WriteByte('&')
			b = b[1:]
			continue
		}
		out.WriteRune(r)
		b = b[stop+1:]
	}
	out.Write(b)
	return out.String()
}

func entity(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, isHex := strings.CutPrefix(strings.ToLower(digits), "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	return rune(n), err == nil && utf8.ValidRune(rune(n)) && n > 0
}
