package desk

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/store"
)

// Watchfulness reads how the person wants to be warned.
func (d *Desk) Watchfulness(ctx context.Context) (w data.Watchfulness, err error) {
	if w.Sensitivity, err = d.sensitivity(ctx); err != nil {
		return w, err
	}
	if w.Expected, err = d.store.ExpectedPeriods(ctx); err != nil {
		return w, err
	}
	if w.Rules, err = d.store.Rules(ctx); err != nil {
		return w, err
	}
	w.Topics, err = d.Topics(ctx)
	return w, err
}

func (d *Desk) sensitivity(ctx context.Context) (data.Sensitivity, error) {
	v, err := d.store.Setting(ctx, store.SettingSensitivity)
	if s := data.Sensitivity(v); slices.Contains(data.Sensitivities[:], s) {
		return s, err
	}
	return data.Normal, err
}

// SetSensitivity stores how sure the detectors must be, and looks at the whole
// history again.
func (d *Desk) SetSensitivity(ctx context.Context, s data.Sensitivity) error {
	return d.changedWatch(d.store.SetSetting(ctx, store.SettingSensitivity, string(s)))
}

// changedWatch tells that the person wants to be warned otherwise.
func (d *Desk) changedWatch(err error) error {
	if err != nil {
		return err
	}
	d.detector.kick()
	d.events.IncidentsChanged.Fire(struct{}{})
	return nil
}

// Expect stores a period in which more than usual is expected.
func (d *Desk) Expect(ctx context.Context, e data.ExpectedPeriod) error {
	e.Note = strings.TrimSpace(e.Note)
	_, err := d.store.Expect(ctx, e)
	return d.changedWatch(err)
}

// Unexpect takes such a period back.
func (d *Desk) Unexpect(ctx context.Context, id int64) error {
	return d.changedWatch(d.store.Unexpect(ctx, id))
}

// SaveRule stores a rule of the person's own; one without an id is new. A
// query that cannot be read is ErrQuery.
func (d *Desk) SaveRule(ctx context.Context, r data.Rule) (int64, error) {
	if _, err := data.ParseQuery(r.Query, d.Zone()); err != nil {
		return 0, err
	}
	r.Name = strings.TrimSpace(r.Name)
	id, err := d.store.SaveRule(ctx, r)
	return id, d.changedWatch(err)
}

// DeleteRule removes a rule.
func (d *Desk) DeleteRule(ctx context.Context, id int64) error {
	return d.changedWatch(d.store.DeleteRule(ctx, id))
}

// Judge stores the person's verdict on an incident. From now on the detectors
// that fired without need are stricter.
func (d *Desk) Judge(ctx context.Context, id int64, v data.Verdict) error {
	return d.changedWatch(d.store.Judge(ctx, id, v))
}
