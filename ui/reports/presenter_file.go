package reports

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"vedetta/assets"
	"vedetta/charts/report"
	"vedetta/data"
)

// FileName is a name for the PDF: business and days.
func (p *Presenter) FileName() string {
	r := p.shown.report
	period := r.Summary.Filter.Period
	zone := p.desk.Zone()
	parts := []string{
		safe(r.Business),
		period.From.In(zone).Format(time.DateOnly),
		period.To.In(zone).AddDate(0, 0, -1).Format(time.DateOnly),
	}
	if parts[0] == "" {
		parts = parts[1:]
	}
	return strings.Join(parts, " ") + ".pdf"
}

// safe keeps letters, digits and blanks: a name for a file on every system.
func safe(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' {
			return r
		}
		return -1
	}, name))
}

// Save writes the report on screen as PDF to the file that open makes, called
// name.
func (p *Presenter) Save(name string, open func() (io.WriteCloser, error)) {
	p.write(name, open, func() { p.face.Told(p.words.Text("reports.saved", "File", name)) })
}

// Open writes the PDF beside the workspace and shows it in the system's
// viewer.
func (p *Presenter) Open() {
	path := p.path()
	p.write(path, create(path), func() { p.face.OpenFile(path) })
}

// Print writes the PDF beside the workspace and prints it; where the system
// has no print command the viewer is opened, which prints.
func (p *Presenter) Print() {
	path := p.path()
	p.write(path, create(path), func() {
		p.dispatcher.Do(func(ctx context.Context) func() {
			sent, err := p.print(ctx, path)
			return func() {
				if err != nil || !sent {
					p.face.OpenFile(path)
					return
				}
				p.face.Told(p.words.Text("reports.printed"))
			}
		})
	})
}

// path is where a report is kept for viewing and printing.
func (p *Presenter) path() string {
	path := filepath.Join(filepath.Dir(p.shown.workspace.Path), "reports", p.FileName())
	if whole, err := filepath.Abs(path); err == nil {
		return whole // the viewer has a working directory of its own
	}
	return path
}

func create(path string) func() (io.WriteCloser, error) {
	return func() (io.WriteCloser, error) {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, err
		}
		return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	}
}

// write draws the report on screen as PDF in the background, then calls done.
func (p *Presenter) write(name string, open func() (io.WriteCloser, error), done func()) {
	if !p.shown.made {
		return
	}
	r, o := p.shown.report, p.shown.options
	p.dispatcher.Do(func(context.Context) func() {
		err := writePDF(r, assets.WordsFor(o.lang), o.paper, open)
		return func() {
			if err != nil {
				p.face.Failed((&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", name))
				return
			}
			done()
		}
	})
}

// writePDF makes the whole page first: a failing report leaves no file behind.
func writePDF(r data.Report, words *assets.Words, paper report.Paper, open func() (io.WriteCloser, error)) error {
	var pdf bytes.Buffer
	if err := report.Write(&pdf, r, words, paper); err != nil {
		return err
	}
	to, err := open()
	if err != nil {
		return err
	}
	if _, err := to.Write(pdf.Bytes()); err != nil {
		_ = to.Close() // the first error is the one to act on
		return err
	}
	return to.Close()
}
