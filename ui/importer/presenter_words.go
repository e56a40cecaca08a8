package importer

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"vedetta/data"
)

// File is the name of the present file.
func (p *Presenter) File() string {
	if len(p.files) == 0 {
		return ""
	}
	return filepath.Base(p.files[p.at])
}

// Place says which of several files this is; empty when there is only one.
func (p *Presenter) Place() string {
	if len(p.files) < 2 {
		return ""
	}
	return p.words.Text("importer.place", "N", p.at+1, "Of", len(p.files))
}

// Format is the name of a file format.
func (p *Presenter) Format(key string) string {
	if k := "format." + key; p.words.Has(k) {
		return p.words.Text(k)
	}
	return key
}

// Recognised says in words how the file is read.
func (p *Presenter) Recognised() string {
	r, w := p.preview.Recognition, p.words
	parts := []string{w.Text("importer.encoding." + r.Encoding)}
	if r.Delimiter != "" {
		parts = append(parts, w.Text("importer.delimiter."+delimiterKey(r.Delimiter)))
	}
	if r.Skipped > 0 {
		parts = append(parts, w.Count("importer.skipped", r.Skipped))
	}
	if order := p.DateOrder(); order != data.DateOther {
		parts = append(parts, w.Text("importer.dates."+string(order)))
	}
	parts = append(parts, w.Text("importer.zone", "Zone", cmp.Or(r.Zone, p.desk.Zone().String())))
	return strings.Join(parts, ", ")
}

func delimiterKey(d string) string {
	switch d {
	case ";":
		return "semicolon"
	case "\t":
		return "tab"
	case "|":
		return "pipe"
	}
	return "comma"
}

// ColumnName is what a column is called, also when its header is empty.
func (p *Presenter) ColumnName(i int) string {
	if name := strings.TrimSpace(p.preview.Columns[i].Name); name != "" {
		return name
	}
	return p.words.Text("importer.column", "N", i+1)
}

// FieldName is what a field is called.
func (p *Presenter) FieldName(f data.Field) string {
	if f == data.FieldNone {
		return p.words.Text("field.none")
	}
	return p.words.Text("field." + string(f))
}

// Counted is one kind of row and how many there are.
type Counted struct {
	Kind string // "new", "known", "updated" or "rejected"
	Text string
}

// Counted lists what becomes of the rows, rejected ones by reason, the most
// frequent first.
func (p *Presenter) Counted(c data.Counts) []Counted {
	out := []Counted{{"new", p.words.Count("importer.new", c.New)}}
	if c.Known > 0 {
		out = append(out, Counted{"known", p.words.Count("importer.known", c.Known)})
	}
	if c.Updated > 0 {
		out = append(out, Counted{"updated", p.words.Count("importer.updated", c.Updated)})
	}
	reasons := make([]data.Reason, 0, len(c.Reasons))
	for r := range c.Reasons {
		reasons = append(reasons, r)
	}
	slices.SortFunc(reasons, func(a, b data.Reason) int {
		return cmp.Or(cmp.Compare(c.Reasons[b], c.Reasons[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		out = append(out, Counted{"rejected", p.words.Number(int64(c.Reasons[r])) + " " + p.Reason(r)})
	}
	return out
}

// Reason is why a row was rejected.
func (p *Presenter) Reason(r data.Reason) string { return p.words.Text("reason." + string(r)) }

// ImportButton is what the button that imports says.
func (p *Presenter) ImportButton() string {
	switch {
	case p.checked == nil:
		return p.words.Text("importer.import")
	case p.checked.New == 0 && p.checked.Known > 0:
		return p.words.Text("importer.import.again")
	}
	return p.words.Count("importer.import.count", p.checked.New)
}

// Far is how far the work has come, in words.
func (p *Presenter) Far(key string) string {
	if p.progress.Rows == 0 {
		return p.words.Text(key)
	}
	rows := p.words.Number(int64(p.progress.Rows))
	if p.checked != nil && p.stage == StageImporting {
		return p.words.Text(key+".of", "Rows", rows, "All", p.words.Number(int64(p.checked.Rows)))
	}
	return p.words.Text(key+".rows", "Rows", rows)
}

// Left is how long the work will still take; empty while it cannot be told.
func (p *Presenter) Left() string {
	left, ok := p.progress.Left()
	if !ok {
		return ""
	}
	return p.words.Text("importer.left", "Span", p.words.Span(left))
}

// Outcome is one sentence about an import that ended.
func (p *Presenter) Outcome(i data.Import) string {
	return p.words.Count("importer.state."+string(i.State), i.New)
}

// Rows are the first mentions as rows of a list.
func (p *Presenter) Rows() []data.Row {
	out := make([]data.Row, 0, len(p.preview.First))
	for _, m := range p.preview.First {
		out = append(out, data.Row{
			Source: m.Source, Author: m.Author.Shown(), Snippet: snippet(m), PublishedAt: m.PublishedAt,
			Label: m.Sentiment.Label, Rating: m.Rating, Reach: m.Engagement.Reach,
		})
	}
	return out
}

// snippet is the beginning of a mention on one line.
func snippet(m data.Mention) string {
	text := m.Text
	if m.Title != "" {
		text = m.Title + " · " + text
	}
	runes := []rune(strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " "))
	if len(runes) > data.SnippetRunes {
		return string(runes[:data.SnippetRunes-1]) + "…"
	}
	return string(runes)
}
