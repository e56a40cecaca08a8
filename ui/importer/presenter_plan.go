package importer

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
)

// Preview is what was recognised of the present file.
func (p *Presenter) Preview() data.Preview {
	if i := p.present(); i != nil {
		return i.preview
	}
	return data.Preview{}
}

// Refusal is why the present file cannot be imported as planned.
func (p *Presenter) Refusal() error {
	if i := p.present(); i != nil {
		return i.refusal
	}
	return nil
}

// CanPlan tells whether the plan of the present file can still be changed.
func (p *Presenter) CanPlan() bool {
	s := p.Stage()
	return s == StageReady || s == StageRefused
}

// replan changes the plan of the present file and looks at it again; what is
// on screen stays until the answer comes.
func (p *Presenter) replan(change func(*data.Plan)) {
	if !p.CanPlan() {
		return
	}
	i := p.present()
	p.forget(i)
	change(&i.plan)
	i.stale, i.counts, i.left = true, nil, false
	p.face.StageChanged()
	p.look()
}

// Retry looks at the present file again.
func (p *Presenter) Retry() { p.replan(func(*data.Plan) {}) }

// SetField fills a field from column n. A field is filled from one column
// only, so the one that filled it before is kept as an extra field.
func (p *Presenter) SetField(n int, f data.Field) {
	columns := p.Preview().Columns
	if n < 0 || n >= len(columns) || columns[n].Field == f {
		return
	}
	fields := make([]data.Field, len(columns))
	for at, c := range columns {
		fields[at] = c.Field
		if c.Field == f && fills(f) {
			fields[at] = data.FieldExtra
		}
	}
	fields[n] = f
	p.replan(func(plan *data.Plan) { plan.Columns = fields })
}

// SetSource names the source of rows that name none; empty leaves it to the
// file.
func (p *Presenter) SetSource(name string) {
	if i := p.present(); i != nil && name != i.plan.Source && name != i.preview.Source {
		p.replan(func(plan *data.Plan) { plan.Source = name })
	}
}

// AsksSource tells whether no column names the source.
func (p *Presenter) AsksSource() bool { return !p.has(data.FieldSource) }

func (p *Presenter) has(f data.Field) bool {
	return slices.ContainsFunc(p.Preview().Columns, func(c data.Column) bool { return c.Field == f })
}

// SetSheet reads another sheet of a workbook, whose columns are its own.
func (p *Presenter) SetSheet(name string) {
	if name != p.Preview().Sheet {
		p.replan(func(plan *data.Plan) { plan.Sheet, plan.Columns, plan.Headless = name, nil, false })
	}
}

// SetHeadless says whether the first row is data already.
func (p *Presenter) SetHeadless(on bool) {
	if on != p.Preview().Headless {
		p.replan(func(plan *data.Plan) { plan.Headless, plan.Columns = on, nil })
	}
}

// AsksHeadless tells whether the person can say that the first row is data: a
// file that was found to have no header is read so anyway.
func (p *Presenter) AsksHeadless() bool {
	r := p.Preview().Recognition
	return (r.Delimiter != "" || r.Sheet != "") && (!r.Headless || p.present().plan.Headless)
}

// SetDateOrder decides how dates of three numbers are read.
func (p *Presenter) SetDateOrder(o data.DateOrder) {
	if o != p.DateOrder() {
		p.replan(func(plan *data.Plan) { plan.DateOrder = o })
	}
}

// DateOrder is how dates of three numbers are read: as decided by the person,
// else by the file, else day first.
func (p *Presenter) DateOrder() data.DateOrder {
	i := p.present()
	switch {
	case i == nil:
		return data.DateOther
	case i.plan.DateOrder != data.DateOther:
		return i.plan.DateOrder
	case i.preview.DateOrder == data.DateUnclear:
		return data.DateDayFirst
	}
	return i.preview.DateOrder
}

// AsksDate tells whether no column says when the mentions were published.
func (p *Presenter) AsksDate() bool { return len(p.Preview().Columns) > 0 && !p.has(data.FieldDate) }

// Date is the day that the person gave to all mentions of the present file;
// zero for none.
func (p *Presenter) Date() time.Time {
	if i := p.present(); i != nil {
		return i.plan.Date
	}
	return time.Time{}
}

// SetDate gives all mentions of the present file one day, that of t in
// whatever zone t is; noon stands for the time, which nobody knows.
func (p *Presenter) SetDate(t time.Time) {
	y, m, d := t.Date()
	day := time.Date(y, m, d, 12, 0, 0, 0, p.desk.Zone()).UTC()
	if !day.Equal(p.Date()) {
		p.replan(func(plan *data.Plan) { plan.Date = day })
	}
}

// Zones are the zones to choose from for times that carry none, and which of
// them is taken.
func (p *Presenter) Zones() (zones []string, chosen int) {
	now := p.Preview().Zone
	if n := slices.Index(data.Zones, now); n >= 0 || now == "" {
		return data.Zones, n
	}
	return append([]string{now}, data.Zones...), 0
}

// SetZone says in which zone times without one were written.
func (p *Presenter) SetZone(name string) {
	zone, err := time.LoadLocation(name)
	if err == nil && name != p.Preview().Zone {
		p.replan(func(plan *data.Plan) { plan.Zone = zone })
	}
}

// Forget gives up the choice that was taken from the last time, and guesses
// anew.
func (p *Presenter) Forget() {
	i := p.present()
	if i == nil || !p.CanPlan() || !i.preview.Remembered {
		return
	}
	header := i.preview.Header
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.Forget(ctx, header)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.replan(func(plan *data.Plan) { plan.Columns = nil })
		}
	})
}

// Warnings are what to look at twice in the present file.
func (p *Presenter) Warnings() []string {
	var out []string
	r := p.Preview().Recognition
	if r.DamagedIDs {
		out = append(out, p.words.Text("importer.damaged"))
	}
	if i := p.present(); r.DateOrder == data.DateUnclear && i.plan.DateOrder == data.DateOther {
		out = append(out, p.words.Text("importer.unclear"))
	}
	if c, ok := p.Checked(); ok && c.Repaired > 0 {
		out = append(out, p.words.Count("importer.repaired.warning", c.Repaired))
	}
	return out
}
