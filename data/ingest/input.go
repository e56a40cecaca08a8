package ingest

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"vedetta/data"
)

// input is a file that can be opened again: recognising reads ahead.
type input struct {
	path  string
	entry string // inside the archive at path
	size  int64
	// modTime is when the file was written: relative dates count from it, and
	// engagement was as it is then.
	modTime time.Time
	open    func() (io.ReadCloser, error)
}

func fromPath(path string) (input, error) {
	return newInput(path, func() (fs.File, error) { return os.Open(path) })
}

func fromFS(files fs.FS, path string) (input, error) {
	return newInput(path, func() (fs.File, error) { return files.Open(path) })
}

func newInput(path string, open func() (fs.File, error)) (input, error) {
	in := input{path: path}
	in.open = func() (io.ReadCloser, error) {
		f, err := open()
		if err != nil {
			return nil, openError(err)
		}
		return f, nil
	}
	f, err := open()
	if err != nil {
		return in, openError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return in, openError(err)
	}
	if info.IsDir() {
		return in, data.Errorf(data.ErrFileIsFolder, "%s", path)
	}
	in.size, in.modTime = info.Size(), info.ModTime()
	if in.size == 0 {
		return in, data.Errorf(data.ErrFileEmpty, "%s", path)
	}
	return in, nil
}

func openError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &data.Error{Code: data.ErrFileMissing, Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &data.Error{Code: data.ErrFileDenied, Err: err}
	}
	return err
}

// sampleSize is how much of a file is read to recognise it.
const sampleSize = 64 << 10

// head reads the beginning of the file.
func (in input) head() ([]byte, error) { return in.begin(sampleSize) }

func (in input) begin(n int) ([]byte, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	buf := make([]byte, n)
	n, err = io.ReadFull(f, buf)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, damaged(err)
	}
	return buf[:n], nil
}

// randomAccess is an input that can be read at any place.
type randomAccess interface {
	io.ReaderAt
	io.Closer
}

// maxInMemory is how large a workbook inside an archive may be to be held; a
// larger one lies in a file while it is open.
const maxInMemory = 16 << 20

// at opens the input for reading at any place. What lies in an archive cannot
// do that and is unpacked first.
func (in input) at() (randomAccess, int64, error) {
	f, err := in.open()
	if err != nil {
		return nil, 0, err
	}
	if r, ok := f.(randomAccess); ok {
		return r, in.size, nil
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxInMemory))
	if err != nil {
		return nil, 0, damaged(err)
	}
	if len(content) < maxInMemory {
		return inMemory{bytes.NewReader(content)}, int64(len(content)), nil
	}
	temp, err := os.CreateTemp("", "vedetta-*")
	if err != nil {
		return nil, 0, err
	}
	out := inFile{temp}
	size, err := io.Copy(temp, io.MultiReader(bytes.NewReader(content), f))
	if err != nil {
		return nil, 0, errors.Join(err, out.Close())
	}
	return out, size, nil
}

// inMemory is a file that has been read.
type inMemory struct{ *bytes.Reader }

// Close has nothing to close.
func (inMemory) Close() error { return nil }

// inFile is a file that goes when it is closed.
type inFile struct{ *os.File }

// Close closes and removes it.
func (f inFile) Close() error { return errors.Join(f.File.Close(), os.Remove(f.Name())) }
