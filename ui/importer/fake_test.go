package importer

import (
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"vedetta/data"
)

// table is a desk with one kind of file. It is here for the cases that a real
// file cannot be brought into at will: a stop in the middle, a refusal after
// a change of columns.
type table struct {
	events    data.Events
	refuse    map[string]error // by path
	boxes     map[string][]string
	doubtful  bool // the columns are guessed
	folder    data.WatchedFolder
	typed     data.ManualMention
	forgotten string
	again     data.Plan // for the file of any import
	unclear   bool
	plans     []data.Plan // as inspected
	imports   []data.Import
	lost      data.WorkLost
	midway    func() // called once an import is under way
	checks    int
	stops     bool // an import then waits to be stopped
	importErr error
	inspect   func(*data.Preview)
}

func (d *table) Events() *data.Events { return &d.events }
func (d *table) Now() time.Time       { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }
func (d *table) Zone() *time.Location { return time.UTC }

func (d *table) Inspect(_ context.Context, plan data.Plan) (data.Preview, error) {
	d.plans = append(d.plans, plan)
	p := data.Preview{Recognition: data.Recognition{
		Path: plan.Path, Format: "trustpilot", Encoding: "windows-1252", Delimiter: ";", Skipped: 3, Zone: "Europe/Rome",
		Columns: []data.Column{
			{Name: "Id", Field: data.FieldID, Confidence: 1},
			{Name: "Testo", Field: data.FieldText, Confidence: 1},
			{Field: data.FieldExtra},
			{Name: "Data", Field: data.FieldDate, Samples: []string{"13/11/2026", "03/11/2026"}, Confidence: 1},
		},
	}, First: []data.Mention{{Source: "trustpilot", Text: "Due ore\ndi attesa"}}}
	if d.inspect != nil {
		d.inspect(&p)
	}
	if d.doubtful {
		p.Columns[1].Confidence = 0.5
	}
	for i, f := range plan.Columns {
		p.Columns[i].Field = f
	}
	if d.unclear && plan.DateOrder == data.DateOther {
		p.DateOrder = data.DateUnclear
	}
	if !slices.ContainsFunc(p.Columns, func(c data.Column) bool { return c.Field == data.FieldText }) {
		return p, &data.Error{Code: data.ErrFileNoText}
	}
	if err := d.refuse[plan.Path]; err != nil {
		return data.Preview{}, err
	}
	return p, nil
}

var counts = data.Counts{
	Rows: 12, New: 9, Known: 1, Rejected: 2,
	Reasons: map[data.Reason]int{data.RejectNoDate: 2},
}

func (d *table) Check(context.Context, data.Plan, data.OnProgress) (data.Counts, error) {
	d.checks++
	return counts, nil
}

func (d *table) Import(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Import, error) {
	onProgress(data.Progress{Done: 50e6, Total: 100e6, Rows: 6, Elapsed: time.Second})
	if d.midway != nil {
		d.midway()
	}
	if d.stops {
		<-ctx.Done()
	}
	i := data.Import{ID: int64(len(d.imports) + 1), Path: plan.Path, State: data.ImportDone, Counts: counts}
	err := d.importErr
	if ctx.Err() != nil {
		i.State, i.New = data.ImportCancelled, 4
		err = &data.Error{Code: data.ErrCancelled, Err: ctx.Err()}
	}
	d.imports = append([]data.Import{i}, d.imports...)
	d.events.ImportsChanged.Fire(struct{}{})
	return i, err
}

func (d *table) UndoImport(_ context.Context, id int64, _ data.OnProgress) (int, error) {
	for n := range d.imports {
		if d.imports[n].ID == id {
			d.imports[n].State = data.ImportUndone
		}
	}
	return 9, nil
}

func (d *table) Imports(context.Context) ([]data.Import, error) { return slices.Clone(d.imports), nil }

func (d *table) WorkLost(context.Context, int64) (data.WorkLost, error) { return d.lost, nil }

func (d *table) Contents(path string) ([]string, error) { return d.boxes[path], nil }

func (d *table) InspectText(ctx context.Context, _ string, plan data.Plan) (data.Preview, error) {
	return d.Inspect(ctx, plan)
}

func (d *table) CheckText(ctx context.Context, _ string, plan data.Plan, onProgress data.OnProgress) (data.Counts, error) {
	return d.Check(ctx, plan, onProgress)
}

func (d *table) ImportText(ctx context.Context, _ string, plan data.Plan, onProgress data.OnProgress) (data.Import, error) {
	return d.Import(ctx, plan, onProgress)
}

func (d *table) AddMention(_ context.Context, m data.ManualMention) (data.AddedMention, error) {
	d.typed = m
	return data.AddedMention{ID: 1}, nil
}

func (d *table) Forget(_ context.Context, header string) error {
	d.forgotten = header
	return nil
}

func (d *table) PlanOf(i data.Import) (data.Plan, bool) { return d.again, d.again.Path != "" }

func (d *table) Dismiss(_ context.Context, i data.Import) error {
	d.imports = slices.DeleteFunc(d.imports, func(one data.Import) bool { return one.ID == i.ID })
	d.events.ImportsChanged.Fire(struct{}{})
	return nil
}

func (d *table) WatchedFolder(context.Context) (data.WatchedFolder, error) { return d.folder, nil }

func (d *table) SetWatchedFolder(_ context.Context, path string, on bool) error {
	d.folder = data.WatchedFolder{Path: path, On: on}
	return nil
}

func (d *table) ExportRejected(context.Context, int64, rune, io.Writer) error {
	return errors.ErrUnsupported
}

func (d *table) Rejected(context.Context, int64, int) ([]data.RejectedRow, error) {
	return []data.RejectedRow{{Line: 7, Reason: data.RejectNoDate, Raw: "7;;senza data"}}, nil
}

// heard notes what the presenter tells its face.
type heard struct {
	err      error
	told     string
	asked    data.Import
	lost     data.WorkLost
	rejected []data.RejectedRow
}

func (h *heard) StageChanged()                                       {}
func (h *heard) ProgressChanged()                                    {}
func (h *heard) HistoryChanged()                                     {}
func (h *heard) FolderChanged()                                      {}
func (h *heard) Failed(err error)                                    { h.err = err }
func (h *heard) AskUndo(i data.Import, lost data.WorkLost)           { h.asked, h.lost = i, lost }
func (h *heard) ShowRejected(_ data.Import, rows []data.RejectedRow) { h.rejected = rows }
func (h *heard) Told(what string)                                    { h.told = what }
