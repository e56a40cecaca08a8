package ingest

import (
	"bytes"
	"cmp"
	"io"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// maxFeed bounds feeds, which are read whole; real ones have a megabyte.
const maxFeed = 64 << 20

var feedRoot = regexp.MustCompile(`(?i)<(rss|feed|rdf:rdf)[\s>]`)

// declaration names the encoding of XML, wrongly once that has been decoded.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// isFeed tells RSS, Atom and RDF by their root element.
func isFeed(sample []byte) bool {
	begin := bytes.TrimLeft(sample[:min(len(sample), 4096)], " \t\r\n")
	return bytes.HasPrefix(begin, []byte("<")) && feedRoot.Match(begin)
}

// openFeed reads a feed whole.
func (f *File) openFeed(enc textEncoding, plan data.Plan, zones Zones) error {
	isWide := enc.decoder != nil && strings.HasPrefix(enc.name, "utf-")
	if !isWide {
		enc = textEncoding{mark: enc.mark} // the feed says itself how it is written
	}
	text, err := f.text(enc)
	if err != nil {
		return err
	}
	content, err := io.ReadAll(io.LimitReader(text, maxFeed+1))
	if err != nil {
		return damaged(err)
	}
	if len(content) > maxFeed {
		return data.Errorf(data.ErrFileTooLarge, "a feed of more than %d bytes", maxFeed)
	}
	if isWide {
		content = declaration.ReplaceAll(content, nil)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(content))
	if err != nil {
		return &data.Error{Code: data.ErrFileDamaged, Err: err}
	}
	f.recognition.Encoding = ""
	f.offset = func() int64 { return f.in.size }
	rows := feedRows(feed)
	open := func() (rowSource, error) { return &memoryRows{rows: rows}, nil }
	return f.decide(open, contents{format: formats.Feed, header: formats.Feed.JSON.Names}, plan, zones)
}

func feedRows(feed *gofeed.Feed) (rows []Row) {
	for i, item := range feed.Items {
		author := ""
		for _, p := range item.Authors {
			if p != nil && author == "" {
				author = cmp.Or(p.Name, p.Email)
			}
		}
		cells := []string{
			cmp.Or(item.GUID, item.Link), item.Link, item.Title, formats.PlainHTML(cmp.Or(item.Content, item.Description)),
			author, cmp.Or(item.Published, item.Updated), feed.Language, feed.Title,
		}
		for n, c := range cells {
			cells[n] = clean(c)
		}
		rows = append(rows, Row{Line: i + 1, Cells: cells})
	}
	return rows
}

// memoryRows gives rows that are all there.
type memoryRows struct{ rows []Row }

func (m *memoryRows) next() (Row, error) {
	if len(m.rows) == 0 {
		return Row{}, io.EOF
	}
	row := m.rows[0]
	m.rows = m.rows[1:]
	return row, nil
}
