package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"vedetta/charts/report"
	"vedetta/data"
	"vedetta/data/desk"
)

type reportCmd struct {
	From   string `required:"" placeholder:"YYYY-MM-DD" help:"${from}"`
	To     string `required:"" placeholder:"YYYY-MM-DD" help:"${to}"`
	Query  string `placeholder:"QUERY" help:"${query}"`
	Paper  string `enum:"a4,letter" default:"a4" help:"${paper}"`
	Output string `short:"o" required:"" placeholder:"FILE.pdf" help:"${output}"`
}

// Run writes the report of a stretch of days as PDF.
func (c reportCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		f, err := span{c.From, c.To}.filter(c.Query, d.Zone())
		if err != nil {
			return err
		}
		paper := report.A4
		if c.Paper == "letter" {
			paper = report.Letter
		}
		if err := r.writeReport(d, f, c.Query, paper, c.Output); err != nil {
			return err
		}
		r.say("command.wrote", "File", c.Output)
		return nil
	})
}

// writeReport writes to a neighbour first: a report that fails half-way
// leaves an older one as it was.
func (r *run) writeReport(d *desk.Desk, f data.Filter, query string, paper report.Paper, path string) error {
	model, err := d.Report(r.ctx, f, query)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".report-*.pdf")
	if err != nil {
		return (&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", path)
	}
	defer os.Remove(tmp.Name())
	err = report.Write(tmp, model, r.words, paper)
	if err = errors.Join(err, tmp.Close()); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return (&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", path)
	}
	return nil
}
