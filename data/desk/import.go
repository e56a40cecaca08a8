package desk

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"time"

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
	return d.importFile(ctx, plan, onProgress, atPath)
}

func (d *Desk) importFS(ctx context.Context, files fs.FS, plan data.Plan, onProgress data.OnProgress) (data.Import, error) {
	return d.importFile(ctx, plan, onProgress, inFS(files))
}

func (d *Desk) importFile(ctx context.Context, plan data.Plan, onProgress data.OnProgress, from opener) (data.Import, error) {
	if !d.importing.TryLock() {
		return data.Import{}, data.Errorf(data.ErrImportBusy, "import of %s", plan.Path)
	}
	defer d.importing.Unlock()
	f, plan, _, err := d.openRemembered(ctx, plan, from)
	if err != nil {
		return data.Import{}, err
	}
	defer f.Close()
	id, err := d.store.BeginImport(ctx, importPath(f.Recognition()), f.Recognition().Format, headerOf(f.Recognition()))
	if err != nil {
		return data.Import{}, err
	}
	d.events.ImportsChanged.Fire(struct{}{})
	counter := job.Count("progress.import", f.Recognition().Size, onProgress)
	defer counter.Finish()
	run := importRun{desk: d, importID: id, seenAt: d.seenAt(f)}
	err = run.all(ctx, f, counter)
	ctx = context.WithoutCancel(ctx)
	i, err := d.finishImport(ctx, id, err)
	return i, errors.Join(err, d.imported(ctx, plan, f.Recognition(), i))
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

// importRun gathers tasks to batches, one of which is written while the next
// is gathered.
type importRun struct {
	desk     *Desk
	importID int64
	seenAt   time.Time
	evidence bool // rows are kept
	ours     *ours
	known    mostlyKnown
	batch    *store.Batch
	written  chan result // of the batch that is being written; nil if none is
}

type result struct {
	batch *store.Batch // empty again
	err   error
}

// batchRows is what is lost at most when the machine dies, beside what is
// being gathered: large enough for the speed of long sorted inserts.
const batchRows = 40_000

// all reads a file to its end.
func (r *importRun) all(ctx context.Context, f *ingest.File, counter *job.Counter) (err error) {
	if r.evidence, err = r.desk.KeepsEvidence(ctx); err != nil {
		return err
	}
	if r.ours, err = r.desk.ours(ctx); err != nil {
		return err
	}
	if err := r.desk.store.PrepareTwins(ctx, r.importID, namedByContent(f.Recognition())); err != nil {
		return err
	}
	r.batch = r.emptyBatch()
	// What is being written outlives the reading.
	take := func(_ context.Context, t *task) error { return r.take(ctx, t) }
	err = readAll(ctx, f, counter, r.prepare, take)
	if err == nil {
		err = r.flush(ctx)
	}
	_, writeErr := r.wait()
	return errors.Join(err, writeErr)
}

func (r *importRun) emptyBatch() *store.Batch {
	return &store.Batch{Import: r.importID, SeenAt: r.seenAt}
}

// namedByContent tells whether a file's mentions have no ids of their own.
func namedByContent(r data.Recognition) bool {
	return r.DamagedIDs || !slices.ContainsFunc(r.Columns, func(c data.Column) bool { return c.Field == data.FieldID })
}

// seenAt is when a file's engagement was as it says: the file's time, or now
// where there is none.
func (d *Desk) seenAt(f *ingest.File) time.Time {
	if at := f.ModTime(); !at.IsZero() {
		return at
	}
	return d.Now()
}

// prepare runs on workers: it drops what is here already, classifies the rest
// and packs its rows.
func (r *importRun) prepare(ctx context.Context, t *task) error {
	if r.known.worthAsking() {
		known, err := r.desk.store.Known(ctx, t.mentions)
		if err != nil {
			return err
		}
		r.known.learn(len(known), len(t.mentions))
		t.dropUnchanged(known, r.seenAt)
	}
	l := r.desk.labels.Load()
	for i := range t.mentions {
		l.label(&t.mentions[i])
		r.ours.mark(&t.mentions[i])
	}
	if !r.evidence || len(t.raw) == 0 {
		return nil
	}
	t.evidence, t.raw = store.PackEvidence(t.raw), nil
	return nil
}

// dropUnchanged leaves what has something to say; raw stays in step.
func (t *task) dropUnchanged(known map[store.Key]store.Known, seenAt time.Time) {
	kept := 0
	for i := range t.mentions {
		m := &t.mentions[i]
		if k, ok := known[store.KeyOf(m)]; ok && k.Unchanged(m, seenAt) {
			t.again = append(t.again, store.Origin{ID: k.ID, Line: m.Line})
			continue
		}
		t.mentions[kept], t.raw[kept] = *m, t.raw[i]
		kept++
	}
	t.mentions, t.raw = t.mentions[:kept], t.raw[:kept]
}

// take runs on the importing goroutine, in the order of the file.
func (r *importRun) take(ctx context.Context, t *task) error {
	b := r.batch
	b.Mentions = append(b.Mentions, t.mentions...)
	b.Rejected = append(b.Rejected, t.rejected...)
	b.Again = append(b.Again, t.again...)
	if t.evidence.Rows > 0 {
		b.Evidence = append(b.Evidence, t.evidence)
	}
	b.Repaired += t.repaired
	if b.Rows() < batchRows {
		return nil
	}
	return r.flush(ctx)
}

// flush has the batch written, once the one before is.
func (r *importRun) flush(ctx context.Context) error {
	spare, err := r.wait()
	if err != nil {
		return err
	}
	full := r.batch
	r.batch = spare
	r.written = make(chan result, 1)
	go func() { r.written <- result{full, r.write(ctx, full)} }()
	return nil
}

// wait returns when no batch is being written, with an empty one.
func (r *importRun) wait() (*store.Batch, error) {
	if r.written == nil {
		return r.emptyBatch(), nil
	}
	done := <-r.written
	r.written = nil
	return done.batch, done.err
}

func (r *importRun) write(ctx context.Context, b *store.Batch) error {
	counts, err := r.desk.store.AddBatch(ctx, b)
	if err != nil {
		return err
	}
	r.known.learn(counts.Known, counts.New+counts.Known)
	clear(b.Mentions) // let go of the texts
	clear(b.Evidence)
	b.Mentions, b.Rejected, b.Again, b.Evidence, b.Repaired = b.Mentions[:0], b.Rejected[:0], b.Again[:0], b.Evidence[:0], 0
	r.desk.events.MentionsChanged.Fire(struct{}{})
	return nil
}
