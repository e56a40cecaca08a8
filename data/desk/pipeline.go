package desk

import (
	"context"
	"errors"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"vedetta/data"
	"vedetta/data/ingest"
	"vedetta/data/job"
	"vedetta/data/store"
)

// task is a stretch of rows on its way from the file to the store: read in
// order, mapped and classified by any worker, taken in order again.
type task struct {
	rows   []ingest.Row
	offset int64 // bytes of the file read up to its end
	done   chan struct{}

	mentions []data.Mention
	raw      []store.FileRow // of the mentions, one for each
	rejected []data.RejectedRow
	again    []store.Origin // rows of mentions that are here, unchanged
	evidence store.EvidenceBlock
	repaired int
	err      error
}

func (t *task) count() int { return len(t.mentions) + len(t.rejected) + len(t.again) }

// rowsPerTask keeps workers busy without holding many rows in memory.
const rowsPerTask = 1000

// work is what is done to the mentions of a task on a worker, after mapping.
type work func(ctx context.Context, t *task) error

// readOnly leaves the mentions as they were mapped.
func readOnly(context.Context, *task) error { return nil }

// readAll streams a file through workers and hands its tasks to take, in the
// order of the file and on the caller's goroutine. It returns when all
// goroutines have ended; what take has accepted stays so whatever the error.
func readAll(ctx context.Context, f *ingest.File, counter *job.Counter, do work, take func(context.Context, *task) error) error {
	ctx, cancel := context.WithCancel(ctx)
	workers := max(runtime.GOMAXPROCS(0), 2)
	todo, ordered := make(chan *task, workers), make(chan *task, 2*workers)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	var readErr error
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer close(ordered)
		defer close(todo)
		readErr = readTasks(ctx, f, todo, ordered)
	}()
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for t := range todo {
				t.mapRows(f.Mapping())
				t.err = do(ctx, t)
				close(t.done)
			}
		}()
	}
	for t := range ordered {
		<-t.done
		if t.err != nil {
			return t.err
		}
		if err := cancelled(ctx); err != nil {
			return err
		}
		if err := take(ctx, t); err != nil {
			return err
		}
		counter.Set(t.offset)
		counter.AddRows(t.count())
	}
	return readErr
}

func readTasks(ctx context.Context, f *ingest.File, todo, ordered chan<- *task) error {
	for {
		t := &task{done: make(chan struct{}), rows: make([]ingest.Row, 0, rowsPerTask)}
		err := t.read(f)
		if len(t.rows) > 0 {
			for _, queue := range []chan<- *task{ordered, todo} {
				select {
				case queue <- t:
				case <-ctx.Done():
					close(t.done)
					return cancelled(ctx)
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (t *task) read(f *ingest.File) error {
	for len(t.rows) < cap(t.rows) {
		row, err := f.Next()
		if err != nil {
			t.offset = f.Offset()
			return err
		}
		t.rows = append(t.rows, row)
	}
	t.offset = f.Offset()
	return nil
}

func (t *task) mapRows(mapping *ingest.Mapping) {
	t.mentions = make([]data.Mention, 0, len(t.rows))
	t.raw = make([]store.FileRow, 0, len(t.rows))
	for _, row := range t.rows {
		m, reason := mapping.Mention(row)
		if reason != "" {
			t.rejected = append(t.rejected, data.RejectedRow{Line: row.Line, Reason: reason, Raw: row.Raw()})
			continue
		}
		if row.Repaired {
			t.repaired++
		}
		m.Line = row.Line
		t.mentions = append(t.mentions, m)
		t.raw = append(t.raw, store.FileRow{Line: row.Line, Cells: row.Cells})
	}
	t.rows = nil
}

// mostlyKnown remembers whether the file seems to be here already: then
// looking mentions up before classifying them saves most of the work, while
// for a new file it would be wasted. The first task always asks.
type mostlyKnown struct {
	asked, yes atomic.Bool
}

func (k *mostlyKnown) worthAsking() bool { return !k.asked.Swap(true) || k.yes.Load() }

// learn takes in how many of some mentions were known.
func (k *mostlyKnown) learn(known, all int) { k.yes.Store(2*known > all) }
