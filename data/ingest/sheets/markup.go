package sheets

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Tools on the web often call a table in HTML, or in the XML of Excel 2003,
// ".xls": spreadsheet programs open both.

// The kinds of markup.
const (
	XML2003 = "xml2003"
	HTML    = "html"
	Page    = "page"
	XML     = "xml"
)

// MarkupKind tells whether a text begins like such a table; "" for no markup
// and for feeds. Pages without a table and other XML have kinds of their own.
func MarkupKind(head []byte) string {
	head = bytes.ToLower(head)
	root := rootElement(head)
	isPage := slices.Contains(pageElements, root)
	switch {
	case slices.Contains([]string{"", "rss", "feed", "rdf"}, root):
		return ""
	case root == "workbook" && bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return XML2003
	case isPage && bytes.Contains(head, []byte("<table")):
		return HTML
	case isPage:
		return Page
	case bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<?xml")):
		return XML
	}
	return ""
}

// pageElements are those with which tables in HTML begin; few are whole pages.
var pageElements = []string{"html", "head", "meta", "title", "style", "body", "table", "div", "center", "font", "thead", "tbody", "tr"}

// rootElement is the first element of markup, without its prefix; "" if the
// text is none.
func rootElement(text []byte) string {
	for {
		text = bytes.TrimLeft(text, " \t\r\n")
		rest, ok := bytes.CutPrefix(text, []byte("<"))
		if !ok || len(rest) == 0 {
			return ""
		}
		if rest[0] != '?' && rest[0] != '!' {
			if n := bytes.IndexAny(rest, "> /\t\r\n"); n >= 0 {
				rest = rest[:n]
			}
			return string(rest[bytes.IndexByte(rest, ':')+1:])
		}
		end := ">"
		if bytes.HasPrefix(rest, []byte("!--")) {
			end = "-->"
		}
		_, text, _ = bytes.Cut(rest, []byte(end))
	}
}

// OpenMarkup opens a table of a kind of markup. text gives it from its
// beginning, in UTF-8.
func OpenMarkup(kind string, text func() (io.Reader, error)) (Book, error) {
	m := &markup{kind: kind, text: text}
	if kind == HTML {
		m.names = []string{"HTML"}
		return m, nil
	}
	r, err := text()
	if err != nil {
		return nil, err
	}
	x := newScanner(r)
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if x.event == start && x.name == "Worksheet" && !slices.Contains(m.names, x.attr("Name")) {
			m.names = append(m.names, x.attr("Name"))
		}
		if len(m.names) > mostSheets {
			return nil, ErrTooLarge
		}
	}
	if len(m.names) == 0 {
		return nil, ErrBroken
	}
	return m, nil
}

type markup struct {
	kind  string
	text  func() (io.Reader, error)
	names []string
}

func (m *markup) Names() []string { return m.names }

func (m *markup) Rows(sheet string) (Rows, error) {
	r, err := m.text()
	if err != nil {
		return nil, err
	}
	if m.kind == HTML {
		z := html.NewTokenizer(r)
		z.SetMaxBuf(maxText)
		return &htmlRows{z: z}, nil
	}
	x := newScanner(r)
	for {
		if err := x.next(); err != nil {
			return nil, ErrNoSheet
		}
		if x.event == start && x.name == "Worksheet" && x.attr("Name") == sheet {
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
		if r.row = r.x.number("Index", r.row+1); r.row > maxRows {
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
	link, inData, merged := "", false, 0
	for {
		if err := r.x.next(); err != nil {
			return cells, ErrBroken
		}
		switch x := r.x; {
		case x.event == end && x.name == "Row":
			return cells, nil
		case x.event == start && x.name == "Cell":
			at := x.number("Index", len(cells)+merged+1) - 1
			merged = min(max(x.number("MergeAcross", 0), 0), maxColumns)
			if at >= maxColumns {
				return cells, ErrTooLarge
			}
			for len(cells) < at {
				cells = append(cells, "")
			}
			link = x.attr("HRef")
			value.Reset()
		case x.event == end && x.name == "Cell":
			shown := moment2003(value.String())
			if link != "" && saysLink(shown) {
				shown = link
			}
			cells = append(cells, shown)
		case x.name == "Data" && x.event != text:
			inData = x.event == start
		case x.event == text && inData && value.Len() < maxText:
			value.WriteString(unescape(x.text))
		}
	}
}

// moment2003 writes a date as those of other workbooks: a midnight is a day,
// the day before the first one a time.
func moment2003(value string) string {
	moment, ok := strings.CutSuffix(value, ".000")
	if !ok {
		return value
	}
	moment = strings.TrimSuffix(moment, "T00:00:00")
	return strings.Replace(strings.TrimPrefix(moment, "1899-12-31T"), "T", " ", 1)
}

// htmlRows reads the rows of all tables of a page.
type htmlRows struct {
	z   *html.Tokenizer
	row int

	cells  []string
	value  strings.Builder
	link   string
	spans  int // columns of the cell
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
		if r.inCell && r.value.Len() < maxText {
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
		r.spans, _ = strconv.Atoi(attribute(r.z, hasAttr, "colspan"))
	case "br", "p":
		if r.value.Len() > 0 {
			r.value.WriteByte('\n')
		}
	case "a":
		r.link = attribute(r.z, hasAttr, "href")
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
		for range min(r.spans, maxColumns) - 1 {
			r.cells = append(r.cells, "")
		}
	}
	r.inCell, r.link = false, ""
	r.value.Reset()
}

func attribute(z *html.Tokenizer, more bool, name string) string {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == name {
			return string(value)
		}
	}
	return ""
}
