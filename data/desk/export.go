package desk

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// mentionWriter writes mentions to a file of one kind.
type mentionWriter interface {
	write(m *data.Mention) error
	// finish completes the file and tells what was special about it.
	finish() (data.Exported, error)
}

// Export writes all mentions of a filter, newest first, to a file whose name
// tells the kind (data.ErrExportKind if not). Headers and words of tables are
// in the language of words, times in the workspace's zone. The file appears
// when it is complete: one that was there before stays until then, and after
// an error or a cancel.
func (d *Desk) Export(ctx context.Context, f data.Filter, path string, words *assets.Words, onProgress data.OnProgress) (data.Exported, error) {
	kind, ok := data.ExportKindOf(path)
	if !ok {
		return data.Exported{}, data.Errorf(data.ErrExportKind, "%s", path).With("Name", filepath.Base(path))
	}
	var done data.Exported
	err := replaceFile(ctx, path, func(to io.Writer, beside string) error {
		w, err := newMentionWriter(kind, to, beside, words, d.Zone())
		if err != nil {
			return err
		}
		done, err = d.exportTo(ctx, f, w, onProgress)
		return err
	})
	return done, err
}

func newMentionWriter(kind data.ExportKind, to io.Writer, beside string, words *assets.Words, zone *time.Location) (mentionWriter, error) {
	switch kind {
	case data.ExportCSV:
		return newCSVExport(to, words.Lang(), zone)
	case data.ExportXLSX:
		return newXLSXExport(to, beside, words, zone)
	}
	return &jsonlExport{to: to}, nil
}

func (d *Desk) exportTo(ctx context.Context, f data.Filter, w mentionWriter, onProgress data.OnProgress) (data.Exported, error) {
	const all = 1<<31 - 2
	total, err := d.store.Count(ctx, f, all)
	if err != nil {
		return data.Exported{}, err
	}
	n := 0
	counter := job.Count("progress.export", int64(total), onProgress)
	err = d.store.Export(ctx, f, func(m *data.Mention) error {
		n++
		counter.Set(int64(n))
		counter.AddRows(1)
		return w.write(m)
	})
	counter.Finish()
	if err != nil {
		_, _ = w.finish() // lets go of what it holds; the first error counts
		return data.Exported{}, err
	}
	packing := job.Count("progress.pack", 0, onProgress)
	defer packing.Finish()
	packing.AddRows(n)
	done, err := w.finish()
	done.Mentions = n
	return done, err
}

// replaceFile lets write fill a new file that then takes the place of the one
// at path. beside is an empty folder on the same disk for what else it needs.
func replaceFile(ctx context.Context, path string, write func(to io.Writer, beside string) error) (err error) {
	defer func() { err = explainWrite(err, path) }()
	beside, err := os.MkdirTemp(filepath.Dir(path), ".vedetta-export-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(beside)
	file, err := os.Create(filepath.Join(beside, "export"))
	if err != nil {
		return err
	}
	to := &guardedFile{ctx: ctx, file: file}
	buffer := bufio.NewWriterSize(to, 256<<10)
	if err = write(buffer, beside); err == nil {
		err = buffer.Flush()
	}
	if to.err != nil {
		err = to.err // what the layers above made of it says less
	}
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// guardedFile stops taking anything when the person has cancelled, and
// remembers its first error.
type guardedFile struct {
	ctx  context.Context
	file *os.File
	err  error
}

func (g *guardedFile) Write(p []byte) (n int, err error) {
	if g.err == nil {
		g.err = cancelled(g.ctx)
	}
	if g.err == nil {
		n, g.err = g.file.Write(p)
	}
	return n, g.err
}

// windowsDiskFull is ERROR_DISK_FULL; no error of files has that number
// elsewhere.
const windowsDiskFull = syscall.Errno(112)

// explainWrite turns what happens to files into errors that a person can act
// on.
func explainWrite(err error, path string) error {
	var known *data.Error
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, syscall.ENOSPC) || errors.Is(err, windowsDiskFull):
		return (&data.Error{Code: data.ErrDiskFull, Err: err}).With("Path", path)
	case errors.As(err, &onPath) || errors.As(err, &onLink):
		return (&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", path)
	}
	return err
}
