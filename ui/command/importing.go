package command

import (
	"fmt"

	"vedetta/data"
	"vedetta/data/desk"
)

type importCmd struct {
	Files  []string          `arg:"" name:"file" help:"${files}"`
	Format string            `placeholder:"KEY" help:"${format}"`
	Map    map[string]string `placeholder:"FIELD=COLUMN" help:"${map}"`
	DryRun bool              `help:"${dry_run}"`
	JSON   bool              `help:"${json}"`
}

// imported is what --json prints of a file.
type imported struct {
	File       string              `json:"file"`
	Format     string              `json:"format"`
	Import     int64               `json:"import,omitempty"`
	Rows       int                 `json:"rows"`
	New        int                 `json:"new"`
	Known      int                 `json:"known"`
	Updated    int                 `json:"updated"`
	Rejected   int                 `json:"rejected"`
	Reasons    map[data.Reason]int `json:"reasons,omitempty"`
	DamagedIDs bool                `json:"damaged_ids"`
	DateOrder  data.DateOrder      `json:"date_order,omitempty"`
}

// Run imports the files one after the other and stops at the first that
// fails.
func (c importCmd) Run(r *run) error {
	fields, err := c.fields()
	if err != nil {
		return err
	}
	return r.with(func(d *desk.Desk) error {
		var all []imported
		for _, file := range c.Files {
			one, err := c.file(r, d, data.Plan{Path: file, Format: c.Format, Map: fields})
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			all = append(all, one)
			if !c.JSON {
				r.sayImported(one, c.DryRun)
			}
		}
		if !c.DryRun {
			d.WaitForSearch()
		}
		if c.JSON {
			return r.json(all)
		}
		return nil
	})
}

func (c importCmd) fields() (map[data.Field]string, error) {
	known := map[string]data.Field{}
	for _, f := range data.Fields {
		known[string(f)] = f
	}
	out := map[data.Field]string{}
	for name, column := range c.Map {
		f, ok := known[name]
		if !ok || f == data.FieldNone {
			return nil, data.Errorf(data.ErrFieldUnknown, "field %q", name)
		}
		out[f] = column
	}
	return out, nil
}

func (c importCmd) file(r *run, d *desk.Desk, plan data.Plan) (imported, error) {
	preview, err := d.Inspect(r.ctx, plan)
	if err != nil {
		return imported{}, err
	}
	one := imported{File: plan.Path, Format: preview.Format, DamagedIDs: preview.DamagedIDs, DateOrder: preview.DateOrder}
	var counts data.Counts
	if c.DryRun {
		counts, err = d.Check(r.ctx, plan, r.progress())
	} else {
		var i data.Import
		i, err = d.Import(r.ctx, plan, r.progress())
		counts, one.Import = i.Counts, i.ID
	}
	r.endProgress()
	one.Rows, one.New, one.Known, one.Updated, one.Rejected, one.Reasons =
		counts.Rows, counts.New, counts.Known, counts.Updated, counts.Rejected, counts.Reasons
	return one, err
}

func (r *run) sayImported(i imported, dry bool) {
	w := r.words
	key := "command.imported"
	if dry {
		key = "command.would_import"
	}
	r.say(key, "File", i.File, "Format", w.Text("format."+i.Format), "New", w.Number(int64(i.New)),
		"Known", w.Number(int64(i.Known)), "Rejected", w.Number(int64(i.Rejected)))
	for reason, n := range i.Reasons {
		r.say("command.rejected", "Reason", w.Text("reason."+string(reason)), "N", w.Number(int64(n)))
	}
	if i.DamagedIDs {
		r.say("command.damaged_ids")
	}
	if i.DateOrder != data.DateOther {
		r.say("command.date_order." + string(i.DateOrder))
	}
}
