package command

import (
	"fmt"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

type importsCmd struct {
	JSON bool `help:"${json}"`
}

// listedImport is what --json prints of an import.
type listedImport struct {
	ID       int64            `json:"id"`
	Path     string           `json:"path"`
	Format   string           `json:"format"`
	State    data.ImportState `json:"state"`
	Error    data.Code        `json:"error,omitempty"`
	Started  time.Time        `json:"started_at"`
	Rows     int              `json:"rows"`
	New      int              `json:"new"`
	Known    int              `json:"known"`
	Updated  int              `json:"updated"`
	Linked   int              `json:"linked"`
	Rejected int              `json:"rejected"`
	Repaired int              `json:"repaired"`
}

// Run lists the imports, newest first.
func (c importsCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		all, err := d.Imports(r.ctx)
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(listedImports(all))
		}
		if len(all) == 0 {
			r.say("command.no_imports")
			return nil
		}
		return r.sayImports(all, d.Zone())
	})
}

func listedImports(all []data.Import) []listedImport {
	out := []listedImport{}
	for _, i := range all {
		l := listedImport{
			ID: i.ID, Path: i.Path, Format: i.Format, State: i.State, Started: i.StartedAt, Rows: i.Rows, New: i.New, Known: i.Known,
			Updated: i.Updated, Linked: i.Linked, Rejected: i.Rejected, Repaired: i.Repaired,
		}
		if i.Error != nil {
			l.Error = i.Error.Code
		}
		out = append(out, l)
	}
	return out
}

func (r *run) sayImports(all []data.Import, zone *time.Location) error {
	w := r.words
	number := func(n int) string { return w.Number(int64(n)) }
	t := r.table()
	for _, key := range []string{"import", "at", "state", "rows", "new", "known", "rejected"} {
		fmt.Fprint(t, w.Text("command.head."+key), "\t")
	}
	fmt.Fprintln(t, " ", w.Text("command.head.file"))
	for _, i := range all {
		name := w.ImportName(i)
		if i.Error != nil {
			why, _ := w.Explain(i.Error)
			name += ": " + why
		}
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t  %s\n", i.ID, i.StartedAt.In(zone).Format("2006-01-02 15:04"),
			w.Text("importer.history.state."+string(i.State)), number(i.Rows), number(i.New), number(i.Known), number(i.Rejected), plain(name))
	}
	return t.Flush()
}

type undoCmd struct {
	Import int64 `arg:"" help:"${import_id}"`
	Yes    bool  `help:"${yes}"`
}

// Run undoes an import, or without --yes says what would go with it; that is
// no success, since it was not done.
func (c undoCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		i, err := c.find(r, d)
		if err != nil {
			return err
		}
		if i.Error != nil {
			return d.Dismiss(r.ctx, i)
		}
		if !c.Yes {
			return c.ask(r, d, i)
		}
		removed, err := d.UndoImport(r.ctx, c.Import, r.progress())
		r.endProgress()
		if err != nil {
			return err
		}
		fmt.Fprintln(r.Out, r.words.Count("command.undone", removed))
		return nil
	})
}

func (c undoCmd) find(r *run, d *desk.Desk) (data.Import, error) {
	all, err := d.Imports(r.ctx)
	if err != nil {
		return data.Import{}, err
	}
	for _, i := range all {
		if i.ID == c.Import && i.State != data.ImportUndone {
			return i, nil
		}
	}
	return data.Import{}, data.Errorf(data.ErrNotFound, "import %d", c.Import)
}

// ask says what undoing would take away.
func (c undoCmd) ask(r *run, d *desk.Desk, i data.Import) error {
	lost, err := d.WorkLost(r.ctx, c.Import)
	if err != nil {
		return err
	}
	w := r.words
	fmt.Fprintln(r.Out, w.Count("command.undo_ask", i.New, "Import", i.ID, "File", plain(w.ImportName(i))))
	for _, line := range []struct {
		key string
		n   int
	}{
		{"worklost.worked", lost.Worked},
		{"worklost.tagged", lost.Tagged},
		{"worklost.answered", lost.Answered},
		{"worklost.noted", lost.Noted},
		{"worklost.overridden", lost.Overridden},
		{"worklost.in_issues", lost.InIssues},
		{"worklost.attached", lost.Attached},
	} {
		if line.n > 0 {
			fmt.Fprintln(r.Out, " ", w.Count(line.key, line.n))
		}
	}
	r.say("command.undo_how")
	r.said = true
	return data.Errorf(data.ErrCancelled, "undo was not confirmed")
}
