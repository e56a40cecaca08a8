package command

import (
	"fmt"
	"strings"

	"vedetta/data"
	"vedetta/data/desk"
)

type exportCmd struct {
	Query  []string `arg:"" optional:"" help:"${query}"`
	Output string   `short:"o" required:"" placeholder:"FILE.csv|.xlsx|.jsonl" help:"${export_output}"`
	JSON   bool     `help:"${json}"`
}

// exported is what --json prints.
type exported struct {
	File     string `json:"file"`
	Mentions int    `json:"mentions"`
	Cut      int    `json:"cut"`
	Sheets   int    `json:"sheets,omitempty"`
}

// Run writes the mentions that a search finds to a file.
func (c exportCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		d.WaitForSearch()
		f, err := data.ParseQuery(strings.Join(c.Query, " "), d.Zone())
		if err != nil {
			return err
		}
		done, err := d.Export(r.ctx, f, c.Output, r.words, r.progress())
		r.endProgress()
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(exported{c.Output, done.Mentions, done.Cut, done.Sheets})
		}
		r.sayExported(c.Output, done)
		return nil
	})
}

func (r *run) sayExported(file string, done data.Exported) {
	lines := []string{r.words.Count("export.done", done.Mentions, "File", file)}
	if done.Cut > 0 {
		lines = append(lines, r.words.Count("export.cut", done.Cut))
	}
	if done.Sheets > 1 {
		lines = append(lines, r.words.Text("export.sheets", "Count", done.Sheets))
	}
	fmt.Fprintln(r.Out, strings.Join(lines, "\n"))
}
