package desk

import (
	"context"

	"vedetta/data"
)

// BeginAudit draws a random sample of mentions for the person to label.
func (d *Desk) BeginAudit(ctx context.Context) (int64, error) {
	return d.store.BeginAudit(ctx, data.AuditSize)
}

// Audits lists the audits, newest first, measured against today's labels.
func (d *Desk) Audits(ctx context.Context) ([]data.Audit, error) { return d.store.Audits(ctx) }

// AuditStep reads a place of an audit; ErrNotFound behind the last one.
func (d *Desk) AuditStep(ctx context.Context, audit int64, place int) (data.AuditStep, error) {
	return d.store.AuditStep(ctx, audit, place)
}

// LabelAudited stores the person's label of a place in an audit, which wins
// everywhere like any other; nil takes it back. The model does not learn from
// it: it measures.
func (d *Desk) LabelAudited(ctx context.Context, audit int64, step data.AuditStep, label *data.Label) error {
	if err := d.store.SaveAuditLabel(ctx, audit, step.Place, label); err != nil {
		return err
	}
	_, err := d.SetLabel(ctx, []data.ID{step.Mention.ID}, label)
	return err
}

// EndAudit closes an audit. What was labelled counts, if it is enough.
func (d *Desk) EndAudit(ctx context.Context, audit int64) error {
	err := d.store.EndAudit(ctx, audit)
	if err == nil {
		d.events.ModelChanged.Fire(struct{}{})
	}
	return err
}
