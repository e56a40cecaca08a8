package crisis

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// Line is an entry of the log in words.
type Line struct {
	When, Text string
	Author     string
	Own        bool // the person wrote it
	Broken     bool
	Attached   bool
}

// Log is what happened, newest first.
func (p *Presenter) Log() (out []Line) {
	for _, e := range p.shown.log {
		out = append(out, Line{
			When: p.when(e.At), Text: p.words.LogEntry(e, p.desk.Zone()), Author: e.Author,
			Own: e.Kind == data.LogNote, Broken: e.Broken, Attached: e.Attached != "",
		})
	}
	return out
}

// LogBroken tells whether the log is not what was written.
func (p *Presenter) LogBroken() bool {
	for _, e := range p.shown.log {
		if e.Broken {
			return true
		}
	}
	return false
}

// ExportLog writes the log, with its hashes, into a file.
func (p *Presenter) ExportLog(path string) {
	c, w, zone := p.shown.crisis, p.words, p.desk.Zone()
	words := desk.LogWords{
		Heading: w.Text("room.export.heading", "Title", c.Title), Explain: w.Text("room.export.explain"),
		Sound: w.Text("room.export.sound"), Broken: w.Text("room.export.broken"),
		Sentence: func(e data.LogEntry) string { return w.LogEntry(e, zone) },
		Time:     func(t time.Time) string { return w.DateTime(t, zone) },
	}
	p.make(w.Text("room.done.exported", "File", filepath.Base(path)), func(ctx context.Context) error {
		file, err := os.Create(path)
		if err != nil {
			return &data.Error{Code: data.ErrFileDenied, Err: err}
		}
		err = p.desk.ExportCrisisLog(ctx, c.Issue, file, words)
		if closing := file.Close(); err == nil {
			err = closing
		}
		return err
	})
}
