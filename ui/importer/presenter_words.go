package importer

import (
	"cmp"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"vedetta/data"
)

// File is the name of the present file.
func (p *Presenter) File() string {
	if i := p.present(); i != nil {
		return p.name(i)
	}
	return ""
}

func (p *Presenter) name(i *item) string {
	switch {
	case i.text != "":
		return p.words.Text("import.pasted")
	case i.plan.Entry != "":
		return path.Base(i.plan.Entry)
	}
	return filepath.Base(i.plan.Path)
}

// Place says which of several files this is; empty when there is only one.
func (p *Presenter) Place() string {
	if len(p.queue) < 2 || p.summing {
		return ""
	}
	return p.words.Text("importer.place", "N", p.at+1, "Of", len(p.queue))
}

// Format is the name of a file format.
func (p *Presenter) Format(key string) string {
	if k := "format." + key; p.words.Has(k) {
		return p.words.Text(k)
	}
	return key
}

// Recognised says in words how the present file is read.
func (p *Presenter) Recognised() string {
	r, w := p.Preview().Recognition, p.words
	var parts []string
	if r.Encoding != "" {
		parts = append(parts, p.encoding(r.Encoding))
	}
	if r.Delimiter != "" {
		parts = append(parts, w.Text("importer.delimiter."+delimiterKey(r.Delimiter)))
	}
	if r.Headless {
		parts = append(parts, w.Text("importer.headless.known"))
	}
	if r.Skipped > 0 {
		parts = append(parts, w.Count("importer.skipped", r.Skipped))
	}
	if order := p.DateOrder(); order != data.DateOther {
		parts = append(parts, w.Text("importer.dates."+string(order)))
	}
	parts = append(parts, w.Text("importer.zone.taken", "Zone", cmp.Or(r.Zone, p.desk.Zone().String())))
	return sentence(strings.Join(parts, ", "))
}

// sentence begins with a capital.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// encoding names an encoding; one without a word of its own goes by its
// international name.
func (p *Presenter) encoding(key string) string {
	if k := "importer.encoding." + key; p.words.Has(k) {
		return p.words.Text(k)
	}
	return p.words.Text("importer.encoding", "Name", key)
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
func (p *Presenter) ColumnName(n int) string {
	if name := strings.TrimSpace(p.Preview().Columns[n].Name); name != "" {
		return name
	}
	return p.words.Text("importer.column", "N", n+1)
}

// FieldName is what a field is called.
func (p *Presenter) FieldName(f data.Field) string {
	if f == data.FieldNone {
		return p.words.Text("field.none")
	}
	return p.words.Text("field." + string(f))
}

// Far is how far the work has come, in words.
func (p *Presenter) Far(key string) string {
	if p.progress.Rows == 0 {
		return p.words.Text(key)
	}
	rows := p.words.Number(int64(p.progress.Rows))
	if p.running != nil && p.running.counts != nil {
		return p.words.Text(key+".of", "Rows", rows, "All", p.words.Number(int64(p.running.counts.Rows)))
	}
	return p.words.Text(key+".rows", "Rows", rows)
}

// worthBytes is from which size on a file is told in megabytes.
const worthBytes = 100_000

// Left is how much of the file is read and how long the work will still take;
// empty while nothing can be told.
func (p *Presenter) Left() string {
	var parts []string
	if g := p.progress; g.Total >= worthBytes && p.undoing == 0 {
		parts = append(parts, p.words.Text("importer.bytes", "Done", p.megabytes(g.Done), "All", p.megabytes(g.Total)))
	}
	if left, ok := p.progress.Left(); ok {
		parts = append(parts, p.words.Text("importer.left", "Span", p.words.Span(left)))
	}
	return strings.Join(parts, " · ")
}

func (p *Presenter) megabytes(n int64) string { return p.words.Decimal(float64(n)/1e6, 1) }

// Outcome is one sentence about an import that ended.
func (p *Presenter) Outcome(i data.Import) string {
	return p.words.Count("importer.state."+string(i.State), i.New)
}

// Rows are the first mentions of the present file as rows of a list.
func (p *Presenter) Rows() []data.Row {
	first := p.Preview().First
	out := make([]data.Row, 0, len(first))
	for _, m := range first {
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
