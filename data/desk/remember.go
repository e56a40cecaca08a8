package desk

import (
	"context"
	"encoding/json"
	"reflect"
	"time"

	"vedetta/data"
)

// choice is what a person has decided about files with a certain header, as
// far as it differs from what was recognised.
type choice struct {
	Format    string         `json:"format,omitempty"`
	Columns   []data.Field   `json:"columns,omitempty"`
	Source    string         `json:"source,omitempty"`
	DateOrder data.DateOrder `json:"date_order,omitempty"`
	Zone      string         `json:"zone,omitempty"`
	Headless  bool           `json:"headless,omitempty"`
}

// choiceOf is what the person has decided in a plan. Columns are kept by
// position whether they were chosen so or by name: the header is the same.
func choiceOf(plan data.Plan, columns []data.Column) choice {
	c := choice{Format: plan.Format, Source: plan.Source, DateOrder: plan.DateOrder, Headless: plan.Headless}
	if plan.Zone != nil {
		c.Zone = plan.Zone.String()
	}
	if plan.Columns == nil && plan.Map == nil {
		return c
	}
	for _, column := range columns {
		c.Columns = append(c.Columns, column.Field)
	}
	return c
}

func (c choice) empty() bool { return reflect.ValueOf(c).IsZero() }

// fill puts the choice where a plan leaves things open.
func (c choice) fill(plan data.Plan) (data.Plan, error) {
	if plan.Format == "" {
		plan.Format = c.Format
	}
	if plan.Columns == nil && plan.Map == nil {
		plan.Columns = c.Columns
	}
	if plan.Source == "" {
		plan.Source = c.Source
	}
	if plan.DateOrder == data.DateOther {
		plan.DateOrder = c.DateOrder
	}
	if plan.Zone == nil && c.Zone != "" {
		zone, err := time.LoadLocation(c.Zone)
		if err != nil {
			return plan, err
		}
		plan.Zone = zone
	}
	plan.Headless = plan.Headless || c.Headless
	return plan, nil
}

// remembered completes a plan with the choice that the person has made for
// files with the same header; false if there is none.
func (d *Desk) remembered(ctx context.Context, plan data.Plan, header string) (data.Plan, bool, error) {
	if header == "" {
		return plan, false, nil
	}
	stored, err := d.store.Mapping(ctx, header)
	if err != nil || stored == "" {
		return plan, false, err
	}
	var c choice
	if err := json.Unmarshal([]byte(stored), &c); err != nil {
		return plan, false, err
	}
	filled, err := c.fill(plan)
	return filled, err == nil, err
}

// imported takes note of an import that has come to its end.
func (d *Desk) imported(ctx context.Context, plan data.Plan, r data.Recognition, i data.Import) error {
	if i.State != data.ImportDone {
		return nil
	}
	if err := d.store.Release(ctx, i.Path); err != nil {
		return err
	}
	return d.remember(ctx, plan, r)
}

// remember keeps what the person has decided in a plan for the next file with
// the same header.
func (d *Desk) remember(ctx context.Context, plan data.Plan, r data.Recognition) error {
	c := choiceOf(plan, r.Columns)
	if c.empty() || r.Header == "" {
		return nil
	}
	told, err := json.Marshal(c)
	if err != nil {
		return err
	}
	before, err := d.store.Mapping(ctx, r.Header)
	if err != nil || before == string(told) {
		return err
	}
	return d.store.SetMapping(ctx, r.Header, string(told), plan.Path)
}

// Forget lets files with a header (Recognition.Header) be recognised by
// themselves again.
func (d *Desk) Forget(ctx context.Context, header string) error {
	return d.store.SetMapping(ctx, header, "", "")
}

// Mappings lists the choices that are remembered, newest first.
func (d *Desk) Mappings(ctx context.Context) ([]data.Mapping, error) { return d.store.Mappings(ctx) }
