package desk

import (
	"context"
	"errors"
	"io/fs"

	"vedetta/data"
	"vedetta/data/ingest"
	"vedetta/data/job"
	"vedetta/data/store"
)

// Import brings the mentions of a file in. Cancelled or failing half-way,
// what is in stays and the import says so; importing the file again completes
// it without duplicates. A file without one usable row leaves no trace and is
// data.ErrFileNoRows.
func (d *Desk) Import(ctx context.Context, plan data.Plan, onProgress data.OnProgress) (data.Import, error) {
	return d.importFile(ctx, plan, onProgress, func() (*ingest.File, error) { return ingest.Open(plan, d.Zone()) })
}

func (d *Desk) importFS(ctx context.Context, files fs.FS, plan data.Plan, onProgress data.OnProgress) (data.Import, error) {
	return d.importFile(ctx, plan, onProgress, func() (*ingest.File, error) { return ingest.OpenFS(files, plan, d.Zone()) })
}

func (d *Desk) importFile(ctx context.Context, plan data.Plan, onProgress data.OnProgress, open func() (*ingest.File, error)) (data.Import, error) {
	if !d.importing.TryLock() {
		return data.Import{}, data.Errorf(data.ErrImportBusy, "import of %s", plan.Path)
	}
	defer d.importing.Unlock()
	f, err := open()
	if err != nil {
		return data.Import{}, err
	}
	defer f.Close()
	id, err := d.store.BeginImport(ctx, plan.Path, f.Recognition().Format, headerOf(f.Recognition()))
	if err != nil {
		return data.Import{}, err
	}
	d.events.ImportsChanged.Fire(struct{}{})
	counter := job.Count("progress.import", f.Recognition().Size, onProgress)
	defer counter.Finish()
	run := importRun{desk: d, batch: store.Batch{Import: id}}
	err = readAll(ctx, f, counter, run.prepare, run.take)
	if err == nil {
		err = run.flush(ctx)
	}
	return d.finishImport(context.WithoutCancel(ctx), id, err)
}

func headerOf(r data.Recognition) []string {
	var names []string
	for _, c := range r.Columns {
		names = append(names, c.Name)
	}
	return names
}

// finishImport records how the import ended and wakes the search index.
func (d *Desk) finishImport(ctx context.Context, id int64, cause error) (data.Import, error) {
	defer d.changedMentions()
	defer d.indexer.kick()
	i, err := d.store.Import(ctx, id)
	if err != nil {
		return i, errors.Join(cause, err)
	}
	state := data.ImportDone
	switch {
	case data.CodeOf(cause) == data.ErrCancelled:
		state = data.ImportCancelled
	case cause != nil:
		state = data.ImportInterrupted
	case i.New+i.Known == 0:
		cause = (&data.Error{Code: data.ErrFileNoRows}).With("Rows", i.Rows).With("Reason", commonest(i.Reasons))
	}
	if i.New+i.Known+i.Updated == 0 {
		return i, errors.Join(cause, d.store.ForgetImport(ctx, id))
	}
	if err := d.store.FinishImport(ctx, id, state); err != nil {
		return i, errors.Join(cause, err)
	}
	i, err = d.store.Import(ctx, id)
	return i, errors.Join(cause, err)
}

func commonest(reasons map[data.Reason]int) (most data.Reason) {
	for r, n := range reasons {
		if n > reasons[most] || n == reasons[most] && r < most {
			most = r
		}
	}
	return most
}

// importRun gathers tasks to batches.
type importRun struct {
	desk  *Desk
	known mostlyKnown
	batch store.Batch
}

// batchRows is what is lost at most when the machine dies: large enough for
// the speed of long sorted inserts.
const batchRows = 50_000

// prepare runs on workers: it drops what is here already and classifies the
// rest.
func (r *importRun) prepare(ctx context.Context, t *task) error {
	if r.known.yes.Load() {
		known, err := r.desk.store.Known(ctx, t.mentions)
		if err != nil {
			return err
		}
		t.dropUnchanged(known)
	}
	for i := range t.mentions {
		classify(&t.mentions[i])
	}
	return nil
}

func (t *task) dropUnchanged(known map[store.Key]store.Known) {
	kept := t.mentions[:0]
	for i := range t.mentions {
		if k, ok := known[store.KeyOf(&t.mentions[i])]; ok && k.Unchanged(&t.mentions[i]) {
			t.unchanged++
			continue
		}
		kept = append(kept, t.mentions[i])
	}
	t.mentions = kept
}

// take runs on the importing goroutine, in the order of the file.
func (r *importRun) take(ctx context.Context, t *task) error {
	b := &r.batch
	b.Mentions = append(b.Mentions, t.mentions...)
	b.Rejected = append(b.Rejected, t.rejected...)
	b.Unchanged += t.unchanged
	if len(b.Mentions)+len(b.Rejected)+b.Unchanged < batchRows {
		return nil
	}
	return r.flush(ctx)
}

func (r *importRun) flush(ctx context.Context) error {
	counts, err := r.desk.store.AddBatch(ctx, &r.batch)
	if err != nil {
		return err
	}
	r.known.learn(counts)
	b := &r.batch
	clear(b.Mentions) // let go of the texts
	b.Mentions, b.Rejected, b.Unchanged = b.Mentions[:0], b.Rejected[:0], 0
	r.desk.events.MentionsChanged.Fire(struct{}{})
	return nil
}
