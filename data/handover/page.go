package handover

import (
	_ "embed" // for the page's template
	"html/template"
	"io"
	"net/url"
	"sync"

	"vedetta/assets"
	"vedetta/data"
)

//go:embed index.html
var pageSource string

// page is parsed once. What is called in it gets its words from the data.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("index").Parse(pageSource))
})

// Page writes the page that is read first, with links to the other files.
func Page(w io.Writer, f data.CrisisFile, words *assets.Words, files []File) error {
	return page().Execute(w, &sheet{CrisisFile: f, words: words, files: files})
}

// sheet is what the page asks for.
type sheet struct {
	data.CrisisFile
	words *assets.Words
	files []File
}

// linked is another file of the archive.
type linked struct{ Name, Href, What string }

// row is a row of a table; bad marks what is not to be trusted.
type row struct {
	Cells []string
	Bad   bool
}

// list is a section with a table; without rows it says None.
type list struct {
	Title, None string
	Head        []string
	Rows        []row
}

// Lang is the language of the page.
func (s *sheet) Lang() string { return s.words.Lang() }

// T is a sentence without parts.
func (s *sheet) T(key string) string { return s.words.Text("handover." + key) }

// Head says how grave it is and since when.
func (s *sheet) Head() string { return s.words.SituationHead(s.CrisisFile) }

// AsOf says of when all this is.
func (s *sheet) AsOf() string {
	return s.words.Text("handover.as_of", "When", s.words.DateTime(s.MadeAt, s.Zone))
}

// Hint says what the page is.
func (s *sheet) Hint() string {
	return s.words.Text("handover.pack.hint", "When", s.words.DateTime(s.MadeAt, s.Zone))
}

// Passages are the situation report.
func (s *sheet) Passages() []data.Passage { return s.words.Situation(s.CrisisFile) }

// Links are the other files.
func (s *sheet) Links() (out []linked) {
	for _, f := range s.files {
		out = append(out, linked{f.Name, (&url.URL{Path: f.Name}).EscapedPath(), s.words.Text("handover.file." + f.Key + ".what")})
	}
	return out
}

// Method says how the numbers were made and whether authors are named.
func (s *sheet) Method() string {
	authors := "handover.method.named"
	if s.Masked {
		authors = "handover.method.masked"
	}
	return s.words.Text("handover.method") + " " + s.words.Text(authors)
}

// Broken says that the log was changed, or nothing.
func (s *sheet) Broken() string {
	if !s.LogBroken() {
		return ""
	}
	return s.words.Text("handover.log.broken")
}
