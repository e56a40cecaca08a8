package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"

	"vedetta/data"
	"vedetta/data/ingest/sheets"
)

// What a packed file may hold before it is taken for an attack. Exports pack
// to a tenth or a fiftieth.
const (
	maxRatio = 300      // unpacked to packed, beyond safeSize
	safeSize = 64 << 20 // what may be unpacked whatever the ratio
)

const gzipMagic = "\x1F\x8B"

// unpack goes through gzip and archives to the file that is meant. It gives
// up at archives in archives: nobody makes them, except to do harm.
func unpack(in input, entry string) (input, error) {
	const deepest = 3 // an archive under gzip that holds a file under gzip
	for range deepest {
		head, err := in.begin(len(zipMagic))
		switch {
		case err != nil:
			return in, err
		case bytes.HasPrefix(head, []byte(gzipMagic)):
			if in, err = gunzipped(in); err != nil {
				return in, err
			}
			continue
		case !isZIP(head):
			if entry != "" && in.entry == "" {
				err = data.Errorf(data.ErrEntryUnknown, "%q in a file that is no archive", entry)
			}
			return in, err
		}
		inner, err := in.inside(entry)
		if err != nil || inner.open == nil {
			return in, err
		}
		in = inner
	}
	return in, data.Errorf(data.ErrArchiveNested, "packed more than %d times", deepest)
}

// inside is the file that is meant of an archive; it has no open if the
// archive is a workbook.
func (in input) inside(entry string) (input, error) {
	a, err := in.openArchive()
	if err != nil {
		return input{}, err
	}
	defer a.Close()
	switch {
	case otherKind(a.zip) != nil:
		return input{}, otherKind(a.zip)
	case sheets.Kind(a.zip) != "":
		return input{}, nil
	case in.entry != "":
		return input{}, data.Errorf(data.ErrArchiveNested, "%s is an archive in an archive", in.entry)
	}
	return a.choose(entry)
}

// gunzipped is the input of a file that is packed with gzip.
func gunzipped(in input) (input, error) {
	out := in
	out.open = func() (io.ReadCloser, error) {
		f, err := in.open()
		if err != nil {
			return nil, err
		}
		packed := &countingReader{r: f}
		r, err := gzip.NewReader(packed)
		if err != nil {
			return nil, errors.Join(damaged(err), f.Close())
		}
		return &gunzip{unpacking{ReadCloser: r, packed: packed}, f}, nil
	}
	head, err := out.begin(1)
	if err == nil && len(head) == 0 {
		err = data.Errorf(data.ErrFileEmpty, "%s is empty inside", in.path)
	}
	return out, err
}

// gunzip is an open file under gzip.
type gunzip struct {
	unpacking
	file io.Closer
}

// Close closes the file too.
func (g *gunzip) Close() error { return errors.Join(g.unpacking.Close(), g.file.Close()) }

// Offset is how much of the file has been read: how long it is unpacked,
// nothing tells for sure.
func (g *gunzip) Offset() int64 { return g.packed.n }

// unpacking ends with an error where a small file unpacks without end, and
// says of errors of the packing that the file is damaged.
type unpacking struct {
	io.ReadCloser
	packed *countingReader
	n      int64
}

// Read is io.Reader.
func (u *unpacking) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	u.n += int64(n)
	if u.n > safeSize && u.n/maxRatio > u.packed.n {
		return n, data.Errorf(data.ErrFileTooLarge, "unpacks to more than %d times its size", maxRatio)
	}
	return n, damaged(err)
}

// withCloser closes what a reader stands on.
type withCloser struct {
	io.Reader
	all []io.Closer
}

// Close closes all of it.
func (c withCloser) Close() (err error) {
	for _, one := range c.all {
		err = errors.Join(err, one.Close())
	}
	return err
}

// damaged says that a file cannot be read to its end: it is broken, or the
// disk is gone. The cause is told but not handed on, lest a file that is cut
// off (io.ErrUnexpectedEOF) is taken for one that has ended.
func damaged(err error) error {
	var known *data.Error
	if err == nil || err == io.EOF || errors.As(err, &known) { // a wrapped EOF is no end
		return err
	}
	return &data.Error{Code: data.ErrFileDamaged, Err: fmt.Errorf("reading: %v", err)}
}
