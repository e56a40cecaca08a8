package desk

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/store"
)

// EditTag gives a tag another name and colour. ErrNameTaken if another tag has
// the name: MergeTag is for that.
func (d *Desk) EditTag(ctx context.Context, name, to string, color data.TagColor) (Undo, error) {
	if to = strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(to), "#")), " "); to == "" {
		to = name
	}
	if !slices.Contains(data.TagColors[:], color) {
		color = data.TagPlain
	}
	before, err := d.store.EditTag(ctx, name, to, color)
	if err != nil {
		return nil, err
	}
	d.changedTags(before.Mentions)
	return func(ctx context.Context) error {
		_, err := d.store.EditTag(ctx, to, before.Name, before.Color)
		d.changedTags(before.Mentions)
		return err
	}, nil
}

// MergeTag puts a tag in the place of another, which is gone then.
func (d *Desk) MergeTag(ctx context.Context, name, into string) (Undo, error) {
	before, fresh, err := d.store.MergeTag(ctx, name, into)
	if err != nil {
		return nil, err
	}
	d.changedTags(before.Mentions)
	return func(ctx context.Context) error {
		_, err := d.store.Untag(ctx, fresh, into)
		return d.restoredTag(ctx, before, err)
	}, nil
}

// DeleteTag takes a tag off everything.
func (d *Desk) DeleteTag(ctx context.Context, name string) (Undo, error) {
	before, err := d.store.DeleteTag(ctx, name)
	if err != nil {
		return nil, err
	}
	d.changedTags(before.Mentions)
	return func(ctx context.Context) error { return d.restoredTag(ctx, before, nil) }, nil
}

func (d *Desk) restoredTag(ctx context.Context, before store.TagState, err error) error {
	if err == nil {
		err = d.store.RestoreTag(ctx, before)
	}
	d.changedTags(before.Mentions)
	return err
}

func (d *Desk) changedTags(ids []data.ID) {
	d.events.RulesChanged.Fire(struct{}{})
	d.events.TriageChanged.Fire(ids)
	d.lookAgain(ids)
}
