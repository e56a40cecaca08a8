package desk

import (
	"context"
	"slices"

	"vedetta/data"
	"vedetta/data/job"
)

// draftsAtOnce is how many drafts are written in one transaction.
const draftsAtOnce = 100

// DraftForAll begins an answer to each of some mentions with one template,
// filled for each of them. Where something is written already it stays; with
// inLanguage, mentions in another language than the template's are left out.
// It tells how many drafts were begun; cancelled, those stay until undo.
func (d *Desk) DraftForAll(ctx context.Context, ids []data.ID, key string, inLanguage bool, onProgress data.OnProgress) (n int, undo Undo, err error) {
	t, err := d.template(ctx, key)
	if err != nil {
		return 0, nil, err
	}
	profile, err := d.Profile(ctx)
	if err != nil {
		return 0, nil, err
	}
	counter := job.Count("progress.drafts", int64(len(ids)), onProgress)
	defer counter.Finish()
	var begun []data.Reply
	done := 0
	for some := range slices.Chunk(ids, draftsAtOnce) {
		var drafts []data.Reply
		for _, id := range some {
			m, err := d.store.Mention(ctx, id)
			if data.CodeOf(err) == data.ErrNotFound || inLanguage && m.Lang != "" && m.Lang != t.Lang {
				continue
			}
			if err != nil {
				return d.drafted(begun, err)
			}
			drafts = append(drafts, data.Reply{Mention: id, Template: key, Text: d.Preview(t, m.Mention, profile).Text})
		}
		some, err := d.store.AddDrafts(ctx, drafts)
		begun = append(begun, some...)
		if err != nil {
			return d.drafted(begun, err)
		}
		done += draftsAtOnce
		counter.Set(int64(min(done, len(ids))))
	}
	return d.drafted(begun, nil)
}

// drafted tells of drafts that were begun, all or some, and how to take back
// those that nobody touched since.
func (d *Desk) drafted(begun []data.Reply, cause error) (int, Undo, error) {
	ids := make([]data.ID, len(begun))
	for i, r := range begun {
		ids[i] = r.Mention
	}
	d.events.RepliesChanged.Fire(ids)
	return len(begun), func(ctx context.Context) error {
		defer d.events.RepliesChanged.Fire(ids)
		return d.store.DropDrafts(ctx, begun)
	}, cause
}
