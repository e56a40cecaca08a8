package ingest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/ingest/sheets"
)

// What an archive may hold before it is taken for an attack on the disk.
const (
	maxEntries = 2000
	maxRatio   = 300     // unpacked to packed, beyond safeSize
	safeSize   = 1 << 30 // what may be unpacked whatever the ratio
)

const (
	zipMagic  = "PK\x03\x04"
	gzipMagic = "\x1F\x8B"
)

// Contents lists the files in an archive that may hold mentions, in its
// order; nil for a file that is no archive.
func Contents(path string) ([]string, error) {
	in, err := fromPath(path)
	if err != nil {
		return nil, err
	}
	var names []string
	err = in.archive(func(z *zip.Reader) error {
		names, err = entries(z)
		return err
	})
	return names, err
}

// archive hands an input that is an archive to use; other inputs are passed
// over.
func (in input) archive(use func(*zip.Reader) error) error {
	head, err := in.begin(len(zipMagic))
	if err != nil || !bytes.HasPrefix(head, []byte(zipMagic)) {
		return err
	}
	f, size, err := in.at()
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := openZIP(f, size)
	if err != nil || sheets.Kind(z) != "" {
		return err
	}
	return use(z)
}

func openZIP(f io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return nil, damaged(err)
	}
	return z, nil
}

// mayHoldMentions are the endings of files worth opening.
var mayHoldMentions = []string{
	".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", ".js", ".xml", ".rss", ".atom", ".rdf",
	".xlsx", ".xlsm", ".xls", ".ods", ".gz",
}

func entries(z *zip.Reader) (names []string, err error) {
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		base := path.Base(name)
		hidden := strings.HasPrefix(name, "__macosx/") || strings.HasPrefix(base, ".")
		if !hidden && !strings.HasSuffix(name, "/") && f.UncompressedSize64 > 0 && slices.Contains(mayHoldMentions, path.Ext(base)) {
			names = append(names, f.Name)
		}
	}
	switch {
	case len(names) > maxEntries:
		return nil, data.Errorf(data.ErrFileTooLarge, "%d files in the archive", len(names))
	case len(names) == 0:
		return nil, data.Errorf(data.ErrArchiveEmpty, "%d files, none of a kind that holds mentions", len(z.File))
	}
	return names, nil
}

// unpack goes through gzip and archives to the file that is meant.
func unpack(in input, entry string) (input, error) {
	head, err := in.begin(len(gzipMagic))
	if err != nil {
		return in, err
	}
	if bytes.HasPrefix(head, []byte(gzipMagic)) {
		return gunzipped(in)
	}
	out := in
	err = in.archive(func(z *zip.Reader) error {
		if in.entry != "" {
			return data.Errorf(data.ErrFileTooLarge, "%s is an archive in an archive", in.entry)
		}
		names, err := entries(z)
		switch {
		case err != nil:
			return err
		case entry == "" && len(names) > 1:
			return data.Errorf(data.ErrManyEntries, "%q", names).With("N", len(names))
		case entry == "":
			entry = names[0]
		}
		out, err = zipped(in, z, entry)
		return err
	})
	if err != nil || out.entry == in.entry {
		return out, err
	}
	return unpack(out, "")
}

// zipped is the input of an entry.
func zipped(in input, z *zip.Reader, entry string) (input, error) {
	i := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == entry })
	if i < 0 {
		return in, data.Errorf(data.ErrEntryUnknown, "%q", entry)
	}
	f := z.File[i]
	const encrypted = 1
	switch {
	case f.Flags&encrypted != 0:
		return in, data.Errorf(data.ErrFilePassword, "entry %q", entry)
	case f.UncompressedSize64 > safeSize && f.UncompressedSize64 > maxRatio*f.CompressedSize64:
		return in, data.Errorf(data.ErrFileTooLarge, "entry %q: %d bytes unpacked of %d", entry, f.UncompressedSize64, f.CompressedSize64)
	}
	out := input{path: in.path, entry: entry, size: int64(f.UncompressedSize64), modTime: f.Modified}
	if out.modTime.Year() < 1990 {
		out.modTime = in.modTime
	}
	out.open = func() (io.ReadCloser, error) { return in.openEntry(i) }
	return out, nil
}

func (in input) openEntry(i int) (io.ReadCloser, error) {
	whole, size, err := in.at()
	if err != nil {
		return nil, err
	}
	z, err := openZIP(whole, size)
	if err != nil || i >= len(z.File) {
		return nil, errors.Join(damaged(orChanged(err)), whole.Close())
	}
	r, err := z.File[i].Open()
	if err != nil {
		return nil, errors.Join(damaged(err), whole.Close())
	}
	return withCloser{limited(r, int64(z.File[i].CompressedSize64)), []io.Closer{r, whole}}, nil
}

// orChanged is an archive's error, or that it has changed since it was looked at.
func orChanged(err error) error {
	if err == nil {
		return errors.New("the archive has changed")
	}
	return err
}

// gunzipped is the input of a file that is packed with gzip.
func gunzipped(in input) (input, error) {
	out := in
	out.open = func() (io.ReadCloser, error) {
		f, err := in.open()
		if err != nil {
			return nil, err
		}
		r, err := gzip.NewReader(f)
		if err != nil {
			return nil, errors.Join(damaged(err), f.Close())
		}
		return withCloser{limited(r, in.size), []io.Closer{r, f}}, nil
	}
	head, err := out.begin(1)
	if err == nil && len(head) == 0 {
		err = data.Errorf(data.ErrFileEmpty, "%s is empty inside", in.path)
	}
	return out, err
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

// limited ends with an error where a small file unpacks without end, and
// says of errors of the packing that the file is damaged.
func limited(r io.Reader, packed int64) io.Reader {
	return &limit{r: r, left: max(safeSize, maxRatio*packed)}
}

type limit struct {
	r    io.Reader
	left int64
}

// Read is io.Reader.
func (l *limit) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return n, data.Errorf(data.ErrFileTooLarge, "unpacks to more than %d times its size", maxRatio)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = damaged(err)
	}
	return n, err
}

// damaged says that a file cannot be read to its end.
func damaged(err error) error {
	var known *data.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &data.Error{Code: data.ErrFileDamaged, Err: fmt.Errorf("unpacking: %w", err)}
}
