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
}

func (r *htmlRows) Close() error { return nil }

func (r *htmlRows) Next() (int, []string, error) {
	var cells []string
	var value strings.Builder
	inCell, inRow, link := false, false, ""
	finish := func() {
		if inCell {
			shown := strings.TrimSpace(value.String())
			if link != "" && saysLink(shown) {
				shown = link
			}
			cells = append(cells, shown)
		}
		inCell, link = false, ""
		value.Reset()
	}
	for {
		switch r.z.Next() {
		case html.ErrorToken:
			finish()
			if cells = trim(cells); len(cells) > 0 {
				r.row++
				return r.row, cells, nil
			}
			if err := r.z.Err(); !errors.Is(err, io.EOF) {
				return 0, nil, ErrBroken
			}
			return 0, nil, io.EOF
		case html.TextToken:
			if inCell {
				value.Write(r.z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, hasAttr := r.z.TagName()
			switch string(name) {
			case "tr":
				finish()
				if cells = trim(cells); inRow && len(cells) > 0 { // a row that was never closed
					r.row++
					return r.row, cells, nil
				}
				inRow = true
			case "td", "th":
				finish()
				inCell = true
			case "br", "p":
				if value.Len() > 0 {
					value.WriteByte('\n')
				}
			case "a":
				link = href(r.z, hasAttr)
			}
		case html.EndTagToken:
			name, _ := r.z.TagName()
			switch string(name) {
			case "td", "th":
				finish()
			case "tr", "table":
				finish()
				inRow = false
				if cells = trim(cells); len(cells) > 0 {
					r.row++
					return r.row, cells, nil
				}
			}
		}
		if len(cells) > maxColumns {
			return 0, nil, ErrTooLarge
		}
	}
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
