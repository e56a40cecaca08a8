package importer

import (
	"context"
	"slices"

	"vedetta/data"
)

// begin recognises the present file.
func (p *Presenter) begin() {
	p.plan = data.Plan{Path: p.files[p.at]}
	p.preview = data.Preview{}
	p.stage = StageInspecting
	p.face.Failed(nil)
	p.inspect()
}

// inspect recognises the present file as planned; what is on screen stays
// until the answer comes.
func (p *Presenter) inspect() {
	p.checking.Cancel()
	p.checked, p.progress = nil, data.Progress{}
	plan := p.plan
	p.face.StageChanged()
	p.inspecting.Load(func(ctx context.Context) func() {
		preview, err := p.desk.Inspect(ctx, plan)
		return func() { p.inspected(preview, err) }
	})
}

func (p *Presenter) inspected(preview data.Preview, err error) {
	p.refusal = err
	switch {
	case data.CodeOf(err) == data.ErrCancelled && err != nil:
		p.Leave()
		return
	case err == nil:
		p.stage, p.preview = StageReady, preview
	default:
		p.refused(preview)
	}
	p.face.StageChanged()
	if err == nil {
		p.check()
	}
}

// refused keeps the columns on screen when there are any: with another choice
// the file may do.
func (p *Presenter) refused(preview data.Preview) {
	p.stage = StageRefused
	if len(preview.Columns) > 0 {
		p.preview = preview
	}
	for i := range p.preview.Columns {
		if i < len(p.plan.Columns) {
			p.preview.Columns[i].Field = p.plan.Columns[i]
		}
	}
	p.preview.First = nil
}

// check finds out in the background what an import would do.
func (p *Presenter) check() {
	plan := p.plan
	p.checking.Load(func(ctx context.Context) func() {
		counts, err := p.desk.Check(ctx, plan, func(now data.Progress) { p.postProgress(now) })
		return func() {
			if err != nil {
				if data.CodeOf(err) != data.ErrCancelled {
					p.refusal, p.stage = err, StageRefused
					p.face.StageChanged()
				}
				return
			}
			p.checked = &counts
			p.face.StageChanged()
		}
	})
}

func (p *Presenter) postProgress(now data.Progress) {
	p.dispatcher.Post(func() {
		p.progress = now
		p.face.ProgressChanged()
	})
}

// Checking tells whether the check is under way.
func (p *Presenter) Checking() bool { return p.checking.Busy() }

// StopCheck gives the check up; importing stays possible.
func (p *Presenter) StopCheck() {
	p.checking.Cancel()
	p.face.StageChanged()
}

// CanPlan tells whether the plan can still be changed.
func (p *Presenter) CanPlan() bool { return p.stage == StageReady || p.stage == StageRefused }

// SetField fills a field from column i. A field is filled from one column
// only, so the one that filled it before is kept as an extra field.
func (p *Presenter) SetField(i int, f data.Field) {
	columns := p.preview.Columns
	if !p.CanPlan() || i < 0 || i >= len(columns) || columns[i].Field == f {
		return
	}
	fields := make([]data.Field, len(columns))
	for n, c := range columns {
		fields[n] = c.Field
		if c.Field == f && f != data.FieldExtra && f != data.FieldNone {
			fields[n] = data.FieldExtra
		}
	}
	fields[i] = f
	p.plan.Columns = fields
	p.inspect()
}

// SetSource names the source of rows that name none; empty leaves it to the
// file.
func (p *Presenter) SetSource(name string) {
	if !p.CanPlan() || name == p.plan.Source || name == p.preview.Source {
		return
	}
	p.plan.Source = name
	p.inspect()
}

// SetDateOrder decides how dates of three numbers are read.
func (p *Presenter) SetDateOrder(o data.DateOrder) {
	if !p.CanPlan() || o == p.DateOrder() {
		return
	}
	p.plan.DateOrder = o
	p.inspect()
}

// DateOrder is how dates of three numbers are read: as decided by the person,
// else by the file, else day first.
func (p *Presenter) DateOrder() data.DateOrder {
	switch {
	case p.plan.DateOrder != data.DateOther:
		return p.plan.DateOrder
	case p.preview.DateOrder == data.DateUnclear:
		return data.DateDayFirst
	}
	return p.preview.DateOrder
}

// AsksSource tells whether no column names the source.
func (p *Presenter) AsksSource() bool {
	return !slices.ContainsFunc(p.preview.Columns, func(c data.Column) bool { return c.Field == data.FieldSource })
}

// Retry looks at the present file again.
func (p *Presenter) Retry() {
	p.stage = StageInspecting
	p.inspect()
}
