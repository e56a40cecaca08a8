package command

import (
	"encoding/json"
	"fmt"
	"os"
	"text/tabwriter"

	"vedetta/data"
)

func (r *run) json(v any) error {
	e := json.NewEncoder(r.Out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// table aligns columns; write rows with tabs between cells.
func (r *run) table() *tabwriter.Writer {
	return tabwriter.NewWriter(r.Out, 2, 4, 2, ' ', tabwriter.AlignRight)
}

// progress shows one line that is written over; nil where nobody watches.
func (r *run) progress() data.OnProgress {
	if !r.watched() {
		return nil
	}
	return func(p data.Progress) {
		line := r.words.Text(p.Stage) + " · " + r.words.Number(int64(p.Rows))
		if left, ok := p.Left(); ok {
			line += " · " + r.words.Text("command.left", "Span", r.words.Span(left))
		}
		fmt.Fprintf(r.Err, "\r\x1b[K%s", line)
	}
}

func (r *run) endProgress() {
	if r.watched() {
		fmt.Fprint(r.Err, "\r\x1b[K")
	}
}

func (r *run) watched() bool {
	f, ok := r.Err.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
