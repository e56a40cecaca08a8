package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"os"

	"vedetta/data"
	"vedetta/data/store"
)

// takeUp imports a file of the watched folder unless that was done before.
func (d *Desk) takeUp(ctx context.Context, f store.Lying) {
	err := d.takeUpOnce(ctx, f)
	if err != nil && data.CodeOf(err) != data.ErrCancelled {
		// The workspace itself fails: nothing is noted, so the next start tries again.
		slog.Error("taking up a watched file", "path", f.Path, "cause", err)
		d.events.WatchedImported.Fire(data.WatchedFile{Path: f.Path, Err: err})
	}
}

func (d *Desk) takeUpOnce(ctx context.Context, f store.Lying) error {
	if known, err := d.store.TakenUp(ctx, f); err != nil || known {
		return err
	}
	sum, err := sumOf(f.Path)
	if err != nil {
		return d.settle(ctx, data.Plan{Path: f.Path}, data.Import{}, fileError(err))
	}
	known, err := d.store.ContentIn(ctx, sum)
	if err != nil {
		return err
	}
	if !known {
		if err := d.importLying(ctx, f.Path); err != nil {
			return err
		}
	}
	return d.store.TakeUp(ctx, f, sum)
}

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// importLying imports a file, or each file of an archive.
func (d *Desk) importLying(ctx context.Context, path string) error {
	entries, err := d.Contents(path)
	if err != nil {
		return d.settle(ctx, data.Plan{Path: path}, data.Import{}, err)
	}
	plans := []data.Plan{{Path: path}}
	if len(entries) > 0 {
		plans = nil
	}
	for _, entry := range entries {
		plans = append(plans, data.Plan{Path: path, Entry: entry})
	}
	for _, plan := range plans {
		i, err := d.importSure(ctx, plan)
		if err := d.settle(ctx, plan, i, err); err != nil {
			return err
		}
	}
	return nil
}

// importSure imports a file that is recognised without doubt. While another
// import runs it waits.
func (d *Desk) importSure(ctx context.Context, plan data.Plan) (data.Import, error) {
	p, err := d.Inspect(ctx, plan)
	if err == nil {
		err = doubt(p.Recognition)
	}
	if err != nil {
		return data.Import{}, err
	}
	for {
		i, err := d.Import(ctx, plan, nil)
		if data.CodeOf(err) != data.ErrImportBusy {
			return i, err
		}
		d.waitForImport()
	}
}

func (d *Desk) waitForImport() {
	d.importing.Lock()
	defer d.importing.Unlock()
}

// sureFrom is the confidence from which a guessed column needs no look.
const sureFrom = 0.9

// doubt is why a person should look at a file before it is imported.
func doubt(r data.Recognition) error {
	if r.DateOrder == data.DateUnclear {
		return data.Errorf(data.ErrUnsureDates, "no date tells day from month")
	}
	for _, c := range r.Columns {
		if (c.Field == data.FieldText || c.Field == data.FieldDate) && c.Confidence < sureFrom && !r.Remembered {
			return data.Errorf(data.ErrUnsureColumns, "column %q as %s: %.2f", c.Name, c.Field, c.Confidence)
		}
	}
	return nil
}

// waits are the errors that the person can settle on the import screen.
var waits = map[data.Code]bool{
	data.ErrUnsureColumns: true, data.ErrUnsureDates: true,
	data.ErrFileNoText: true, data.ErrFileNoDate: true, data.ErrFileNoColumns: true,
}

// settle tells what became of a watched file. One that brought nothing is
// kept in the history with the reason; an error is the workspace's own.
func (d *Desk) settle(ctx context.Context, plan data.Plan, i data.Import, cause error) error {
	told := data.WatchedFile{Path: plan.Path, Entry: plan.Entry, Import: i, Err: cause}
	switch {
	case data.CodeOf(cause) == data.ErrCancelled || ctx.Err() != nil:
		return &data.Error{Code: data.ErrCancelled, Err: cause}
	case cause != nil && i.New+i.Known == 0:
		var err error
		if told.Import, err = d.hold(ctx, plan, cause); err != nil {
			return errors.Join(cause, err)
		}
	}
	d.events.WatchedImported.Fire(told)
	return nil
}

// hold keeps a file that could not be imported in the history.
func (d *Desk) hold(ctx context.Context, plan data.Plan, cause error) (data.Import, error) {
	var why *data.Error
	if !errors.As(cause, &why) {
		why = &data.Error{Code: data.ErrInternal, Err: cause}
		slog.Error("importing a watched file", "path", plan.Path, "cause", cause)
	}
	state := data.ImportFailed
	if waits[why.Code] {
		state = data.ImportWaiting
	}
	id, err := d.store.Hold(ctx, importPath(data.Recognition{Path: plan.Path, Entry: plan.Entry}), plan.Format, state, why)
	if err != nil {
		return data.Import{}, err
	}
	d.events.ImportsChanged.Fire(struct{}{})
	return d.store.Import(ctx, id)
}

// Dismiss takes a failed or waiting file out of the history; the file stays
// where it lies.
func (d *Desk) Dismiss(ctx context.Context, i data.Import) error {
	defer d.events.ImportsChanged.Fire(struct{}{})
	return d.store.Release(ctx, i.Path)
}
