package command

import (
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

type importCmd struct {
	Files    []string          `arg:"" name:"file" help:"${files}"`
	Format   string            `placeholder:"KEY" help:"${format}"`
	Map      map[string]string `placeholder:"FIELD=COLUMN" help:"${map}"`
	Sheet    string            `placeholder:"NAME" help:"${sheet}"`
	Entry    string            `placeholder:"NAME" help:"${entry}"`
	Date     string            `placeholder:"YYYY-MM-DD" help:"${date}"`
	Zone     string            `placeholder:"ZONE" help:"${zone}"`
	NoHeader bool              `help:"${no_header}"`
	DryRun   bool              `help:"${dry_run}"`
	JSON     bool              `help:"${json}"`
}

// imported is what --json prints of a file.
type imported struct {
	File       string              `json:"file"`
	Entry      string              `json:"entry,omitempty"`
	Sheet      string              `json:"sheet,omitempty"`
	Format     string              `json:"format"`
	Import     int64               `json:"import,omitempty"`
	Rows       int                 `json:"rows"`
	New        int                 `json:"new"`
	Known      int                 `json:"known"`
	Updated    int                 `json:"updated"`
	Linked     int                 `json:"linked"`
	Rejected   int                 `json:"rejected"`
	Repaired   int                 `json:"repaired"`
	Reasons    map[data.Reason]int `json:"reasons,omitempty"`
	DamagedIDs bool                `json:"damaged_ids"`
	DateOrder  data.DateOrder      `json:"date_order,omitempty"`
	Remembered bool                `json:"remembered"`
	Error      data.Code           `json:"error,omitempty"`
}

func (i imported) name() string {
	if i.Entry == "" {
		return i.File
	}
	return i.File + "/" + i.Entry
}

// Run imports the files one after the other, and each file of an archive. One
// that fails is told of and keeps none of the others from coming in.
func (c importCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		plan, err := c.plan(d.Zone())
		if err != nil {
			return err
		}
		all, err := c.each(r, d, plan)
		if !c.DryRun {
			d.WaitForSearch()
		}
		switch {
		case c.JSON && (err == nil || r.said):
			if failed := r.json(all); failed != nil {
				return failed
			}
		case c.DryRun && len(all) > 0:
			if failed := r.sayCounts(all); failed != nil {
				return failed
			}
		}
		return err
	})
}

// plan is what the flags say of every file.
func (c importCmd) plan(zone *time.Location) (data.Plan, error) {
	plan := data.Plan{Format: c.Format, Sheet: c.Sheet, Entry: c.Entry, Headless: c.NoHeader}
	var err error
	if plan.Map, err = c.fields(); err != nil {
		return plan, err
	}
	if c.Zone != "" {
		if plan.Zone, err = time.LoadLocation(c.Zone); err != nil {
			return plan, (&data.Error{Code: data.ErrZone, Err: err}).With("What", c.Zone)
		}
		zone = plan.Zone
	}
	if c.Date != "" {
		plan.Date, err = day(c.Date, zone, 0)
	}
	return plan, err
}

func (c importCmd) fields() (map[data.Field]string, error) {
	var out map[data.Field]string
	for name, column := range c.Map {
		f := data.Field(name)
		if f == data.FieldNone || !slices.Contains(data.Fields, f) {
			return nil, data.Errorf(data.ErrFieldUnknown, "field %q", name)
		}
		if out == nil {
			out = map[data.Field]string{}
		}
		out[f] = column
	}
	return out, nil
}

// each imports all files and returns what became of them, with the first
// error; that the person has been told of, unless it ends everything.
func (c importCmd) each(r *run, d *desk.Desk, plan data.Plan) (all []imported, first error) {
	for _, file := range c.Files {
		entries := []string{c.Entry}
		if c.Entry == "" {
			// What is wrong with an archive is told when it is opened.
			if found, err := d.Contents(file); err == nil && len(found) > 0 {
				entries = found
			}
		}
		for _, entry := range entries {
			plan.Path, plan.Entry = file, entry
			one, err := c.file(r, d, plan)
			if data.CodeOf(err) == data.ErrCancelled || misused[data.CodeOf(err)] {
				return all, err
			}
			all = append(all, one)
			if err != nil {
				r.complain(one.name(), err)
				r.said = true
				if first == nil {
					first = err
				}
			} else if !c.JSON {
				r.sayImported(one, c.DryRun)
			}
		}
	}
	return all, first
}

func (c importCmd) file(r *run, d *desk.Desk, plan data.Plan) (imported, error) {
	one := imported{File: plan.Path, Entry: plan.Entry}
	preview, err := d.Inspect(r.ctx, plan)
	if err != nil {
		one.Error = data.CodeOf(err)
		return one, err
	}
	one.Format, one.Sheet, one.Remembered = preview.Format, preview.Sheet, preview.Remembered
	one.DamagedIDs, one.DateOrder = preview.DamagedIDs, preview.DateOrder
	var n data.Counts
	if c.DryRun {
		n, err = d.Check(r.ctx, plan, r.progress())
	} else {
		var i data.Import
		i, err = d.Import(r.ctx, plan, r.progress())
		n, one.Import = i.Counts, i.ID
	}
	r.endProgress()
	one.Rows, one.New, one.Known, one.Updated, one.Linked = n.Rows, n.New, n.Known, n.Updated, n.Linked
	one.Rejected, one.Repaired, one.Reasons = n.Rejected, n.Repaired, n.Reasons
	if err != nil {
		one.Error = data.CodeOf(err)
	}
	return one, err
}
