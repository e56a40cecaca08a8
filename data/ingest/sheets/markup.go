package sheets

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// Tools on the web often call a table in HTML, or in the XML of Excel 2003,
// ".xls": spreadsheet programs open both.

// The kinds of markup.
const (
	XML2003 = "xml2003"
	HTML    = "html"
)

// MarkupKind tells whether a text is such a table; "" if not.
func MarkupKind(head []byte) string {
	begin := bytes.ToLower(bytes.TrimLeft(head[:min(len(head), 8192)], "\xEF\xBB\xBF \t\r\n"))
	switch {
	case !bytes.HasPrefix(begin, []byte("<")):
		return ""
	case bytes.Contains(begin, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && bytes.Contains(begin, []byte("<workbook")):
		return XML2003
	case bytes.Contains(begin, []byte("<table")) && (bytes.Contains(begin, []byte("<tr")) || bytes.Contains(begin, []byte("<html"))):
		return HTML
	}
	return ""
}

// OpenMarkup opens a table of a kind of markup.
func OpenMarkup(kind string, r io.ReaderAt, size int64) (Book, error) {
	m := &markup{kind: kind, r: r, size: size}
	if kind == HTML {
		m.names = []string{"HTML"}
		return m, nil
	}
	x := newScanner(m.reader())
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if x.event == start && x.name == "Worksheet" {
			m.names = append(m.names, x.attr("ss:Name"))
		}
	}
	if len(m.names) == 0 {
		return nil, ErrBroken
	}
	return m, nil
}

type markup struct {
	kind  string
	r     io.ReaderAt
	size  int64
	names []string
}

func (m *markup) reader() io.Reader { return io.NewSectionReader(m.r, 0, m.size) }

func (m *markup) Names() []string { return m.names }

func (m *markup) Rows(sheet string) (Rows, error) {
	if m.kind == HTML {
		z := html.NewTokenizer(m.reader())
		z.SetMaxBuf(maxText)
		return &htmlRows{z: z}, nil
	}
	x := newScanner(m.reader())
	for {
		if err := x.next(); err != nil {
			return nil, ErrNoSheet
		}
		if x.event == start && x.name == "Worksheet" && x.attr("ss:Name") == sheet {
			return &xml2003Rows{x: x}, nil
		}
	}
}

// xml2003Rows reads SpreadsheetML of Excel 2002 and 2003.
type xml2003Rows struct {
	x   *scanner
	row int
}

func (r *xml2003Rows) Close() error { return nil }

func (r *xml2003Rows) Next() (int, []string, error) {
	for {
		if err := r.x.next(); err != nil {
			return 0, nil, err
		}
		switch {
		case r.x.event == end && r.x.name == "Worksheet":
			return 0, nil, io.EOF
		case r.x.event != start || r.x.name != "Row":
			continue
		}
		if r.row = r.x.number("ss:Index", r.row+1); r.row > maxRows {
			return 0, nil, ErrTooLarge
		}
		cells, err := r.cells()
		if cells = trim(cells); len(cells) > 0 || err != nil {
			return r.row, cells, err
		}
	}
}

func (r *xml2003Rows) cells() (cells []string, err error) {
	var value strings.Builder
	link, inData := "", false
	for {
		if err := r.x.next(); err != nil {
			return cells, ErrBroken
		}
		switch x := r.x; {
		case x.event == end && x.name == "Row":
			return cells, nil
		case x.event == start && x.name == "Cell":
			at := x.number("ss:Index", len(cells)+1) - 1
			if at >= maxColumns {
				return cells, ErrTooLarge
			}
			for len(cells) < at {
				cells = append(cells, "")
			}
			link = x.attr("ss:HRef")
			value.Reset()
		case x.event == end && x.name == "Cell":
			shown := strings.TrimSuffix(strings.Replace(value.String(), "T00:00:00.000", "", 1), ".000")
			if link != "" && saysLink(shown) {
				shown = link
			}
			cells = append(cells, shown)
		case x.name == "Data" && x.event != text:
			inData = x.event == start
		case x.event == text && inData:
			value.WriteString(unescape(x.text))
		}
	}
}

// htmlRows reads the rows of all tables of a page.
type htmlRows struct {
	z   *html.Tokenizer
	row int

	cells  []string
	value  strings.Builder
	link   string
	inCell bool
	inRow  bool
}

func (r *htmlRows) Close() error { return nil }

func (r *htmlRows) Next() (int, []string, error) {
	for {
		ended, err := r.step()
		if ended {
			if cells := trim(r.cells); len(cells) > 0 {
				r.cells = nil
				r.row++
				return r.row, cells, nil
			}
			r.cells = nil
		}
		if err != nil {
			return 0, nil, err
		}
		if len(r.cells) > maxColumns {
			return 0, nil, ErrTooLarge
		}
	}
}

// step takes the next token; true when a row has ended.
func (r *htmlRows) step() (ended bool, err error) {
	switch r.z.Next() {
	case html.ErrorToken:
		r.finish()
		if len(trim(r.cells)) > 0 {
			return true, nil
		}
		if errors.Is(r.z.Err(), io.EOF) {
			return false, io.EOF
		}
		return false, ErrBroken
	case html.TextToken:
		if r.inCell {
			r.value.Write(r.z.Text())
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		return r.opened(), nil
	case html.EndTagToken:
		name, _ := r.z.TagName()
		switch string(name) {
		case "td", "th":
			r.finish()
		case "tr", "table":
			r.finish()
			r.inRow = false
			return true, nil
		}
	}
	return false, nil
}

// opened takes the beginning of an element; true when it ends a row that was
// never closed.
func (r *htmlRows) opened() bool {
	name, hasAttr := r.z.TagName()
	switch string(name) {
	case "tr":
		r.finish()
		wasOpen := r.inRow
		r.inRow = true
		return wasOpen
	case "td", "th":
		r.finish()
		r.inCell = true
	case "br", "p":
		if r.value.Len() > 0 {
			r.value.WriteByte('\n')
		}
	case "a":
		r.link = href(r.z, hasAttr)
	}
	return false
}

// finish ends a cell.
func (r *htmlRows) finish() {
	if r.inCell {
		shown := strings.TrimSpace(r.value.String())
		if r.link != "" && saysLink(shown) {
			shown = r.link
		}
		r.cells = append(r.cells, shown)
	}
	r.inCell, r.link = false, ""
	r.value.Reset()
}

func href(z *html.Tokenizer, more bool) string {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "href" {
			return string(value)
		}
	}
	return ""
}
