package desk

import (
	"context"
	"errors"
	"hash/maphash"
	"io"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/job"
	"vedetta/data/store"
)

// previewRows is how many mentions a preview shows.
const previewRows = 4

// Inspect recognises a file and shows its first mentions as they will be
// stored. Nothing is changed. With data.ErrFileNoText and ErrFileNoDate come
// the columns to choose from.
func (d *Desk) Inspect(ctx context.Context, plan data.Plan) (data.Preview, error) {
	return d.inspect(ctx, plan, atPath)
}

func (d *Desk) inspect(ctx context.Context, plan data.Plan, from opener) (data.Preview, error) {
	f, _, remembered, err := d.openRemembered(ctx, plan, from)
	if err != nil {
		seen, _ := d.recognised(nil, err, plan, from)
		return data.Preview{Recognition: seen}, err
	}
	defer f.Close()
	p := data.Preview{Recognition: f.Recognition()}
	p.Remembered = remembered
	for len(p.First) < previewRows && ctx.Err() == nil {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return p, err
		}
		if row.Reject != "" {
			continue
		}
		if m, reason := f.Mapping().Mention(row); reason == "" {
			d.labels.Load().label(&m)
			p.First = append(p.First, m)
		}
	}
	return p, cancelled(ctx)
}

func cancelled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return &data.Error{Code: data.ErrCancelled, Err: err}
	}
	return nil
}

// Check reads a whole file and tells what an import would do. Nothing is
// changed.
func (d *Desk) Check(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Counts, error) {
	return d.check(ctx, plan, onProgress, atPath)
}

func (d *Desk) check(ctx context.Context, plan data.Plan, onProgress data.OnProgress, from opener) (data.Counts, error) {
	f, _, _, err := d.openRemembered(ctx, plan, from)
	if err != nil {
		return data.Counts{}, err
	}
	defer f.Close()
	c := checker{desk: d, seenAt: d.seenAt(f), seed: maphash.MakeSeed(), counts: data.Counts{Reasons: map[data.Reason]int{}}}
	counter := job.Count("progress.check", f.Recognition().Size, onProgress)
	defer counter.Finish()
	err = readAll(ctx, f, counter, readOnly, c.take)
	c.distinct()
	return c.counts, err
}

// checker counts what of a file is new: not in the workspace, and once in
// the file. Of a new mention it keeps eight bytes.
type checker struct {
	desk   *Desk
	seenAt time.Time // when the file was written
	seed   maphash.Seed
	fresh  []uint64
	counts data.Counts
}

func (c *checker) take(ctx context.Context, t *task) error {
	c.counts.Rows += t.count()
	c.counts.Repaired += t.repaired
	c.counts.Rejected += len(t.rejected)
	for _, r := range t.rejected {
		c.counts.Reasons[r.Reason]++
	}
	known, err := c.desk.store.Known(ctx, t.mentions)
	if err != nil {
		return err
	}
	for i := range t.mentions {
		m := &t.mentions[i]
		k, ok := known[store.KeyOf(m)]
		switch {
		case !ok:
			c.fresh = append(c.fresh, maphash.String(c.seed, m.Source+"\x00"+m.ExternalID))
		case k.Unchanged(m, c.seenAt):
			c.counts.Known++
		default:
			c.counts.Known++
			c.counts.Updated++
		}
	}
	return nil
}

func (c *checker) distinct() {
	rows := len(c.fresh)
	slices.Sort(c.fresh)
	c.counts.New = len(slices.Compact(c.fresh))
	c.counts.Known += rows - c.counts.New
}

// Imports lists all imports, newest first.
func (d *Desk) Imports(ctx context.Context) ([]data.Import, error) { return d.store.Imports(ctx) }

// Rejected lists an import's rejected rows in the order of the file.
func (d *Desk) Rejected(ctx context.Context, id int64, limit int) ([]data.RejectedRow, error) {
	return d.store.Rejected(ctx, id, limit)
}

// Worked counts the mentions of an import that carry the person's work.
func (d *Desk) Worked(ctx context.Context, id int64) (int, error) { return d.store.Worked(ctx, id) }

// UndoImport takes out all that an import brought. Cancelled half-way it can
// be called again and goes on.
func (d *Desk) UndoImport(ctx context.Context, id int64, onProgress data.OnProgress) (removed int, err error) {
	if !d.importing.TryLock() {
		return 0, data.Errorf(data.ErrImportBusy, "undo of import %d", id)
	}
	defer d.importing.Unlock()
	i, err := d.store.Import(ctx, id)
	if err != nil {
		return 0, err
	}
	counter := job.Count("progress.undo", int64(i.New), onProgress)
	defer counter.Finish()
	defer d.changedMentions()
	defer d.indexer.kick()
	for more := true; more; {
		var n int
		if n, more, err = d.store.UndoSome(ctx, id); err != nil {
			return removed, err
		}
		removed += n
		counter.Set(int64(removed))
		counter.AddRows(n)
	}
	return removed, nil
}

func (d *Desk) changedMentions() {
	d.events.MentionsChanged.Fire(struct{}{})
	d.events.ImportsChanged.Fire(struct{}{})
}
