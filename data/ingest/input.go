package ingest

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"vedetta/data"
)

// input is a file that can be opened again: recognising reads ahead.
type input struct {
	path string
	size int64
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
const sampleSize = 256 << 10

// head reads the beginning of the file.
func (in input) head() ([]byte, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	buf := make([]byte, sampleSize)
	n, err := io.ReadFull(f, buf)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return buf[:n], nil
}
