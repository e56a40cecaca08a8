package ingest

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"

	"vedetta/data"
	"vedetta/data/ingest/sheets"
)

// maxEntries is how many useful files an archive may hold.
const maxEntries = 2000

// Contents lists the files in an archive that may hold mentions, in its
// order; nil for a file that is no archive. Of JSON, of which the archives of
// networks are full, only files with mentions are listed.
func Contents(path string) ([]string, error) {
	in, err := fromPath(path)
	if err != nil {
		return nil, err
	}
	head, err := in.begin(len(zipMagic))
	if err != nil || !isZIP(head) {
		return nil, err
	}
	a, err := in.openArchive()
	if err != nil {
		return nil, err
	}
	defer a.Close()
	if otherKind(a.zip) != nil || sheets.Kind(a.zip) != "" {
		return nil, nil
	}
	entries, err := a.entries()
	var names []string
	for _, i := range entries {
		names = append(names, a.zip.File[i].Name)
	}
	return names, err
}

const zipMagic = "PK\x03\x04"

func isZIP(head []byte) bool {
	const empty = "PK\x05\x06"
	return bytes.HasPrefix(head, []byte(zipMagic)) || bytes.HasPrefix(head, []byte(empty))
}

// archive is an open ZIP file.
type archive struct {
	in  input
	zip *zip.Reader
	io.Closer
}

func (in input) openArchive() (*archive, error) {
	f, size, err := in.at()
	if err != nil {
		return nil, err
	}
	z, err := openZIP(f, size)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &archive{in, z, f}, nil
}

// openZIP bounds what the files of a ZIP unpack to, wherever they are read.
func openZIP(f io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return nil, damaged(err)
	}
	z.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser {
		packed := &countingReader{r: r}
		return &unpacking{ReadCloser: flate.NewReader(packed), packed: packed}
	})
	return z, nil
}

// Endings of files worth opening, and of those that hold such files in turn.
var (
	mayHoldMentions = []string{
		".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", ".js", ".xml", ".rss", ".atom", ".rdf",
		".xlsx", ".xlsm", ".xls", ".ods", ".gz",
	}
	mayBeEmpty = []string{".json", ".jsonl", ".ndjson", ".js"}
	archives   = []string{".zip", ".rar", ".7z", ".tar", ".tgz"}
)

// entries are the places of the files that may hold mentions.
func (a *archive) entries() (useful []int, err error) {
	inner := false
	for i, f := range a.zip.File {
		base := strings.ToLower(path.Base(f.Name))
		if strings.HasPrefix(f.Name, "__MACOSX/") || strings.HasPrefix(base, ".") || strings.HasSuffix(f.Name, "/") {
			continue
		}
		inner = inner || slices.Contains(archives, path.Ext(base))
		if f.UncompressedSize64 > 0 && slices.Contains(mayHoldMentions, path.Ext(base)) {
			useful = append(useful, i)
		}
	}
	if len(useful) > maxEntries {
		return nil, data.Errorf(data.ErrFileTooLarge, "%d files in the archive", len(useful))
	}
	if len(useful) > 1 {
		useful = slices.DeleteFunc(useful, func(i int) bool {
			return slices.Contains(mayBeEmpty, strings.ToLower(path.Ext(a.zip.File[i].Name))) && !a.opens(i)
		})
	}
	switch {
	case len(useful) == 0 && inner:
		return nil, data.Errorf(data.ErrArchiveNested, "archives alone among %d files", len(a.zip.File))
	case len(useful) == 0:
		return nil, data.Errorf(data.ErrArchiveEmpty, "%d files, none of a kind that holds mentions", len(a.zip.File))
	}
	return useful, nil
}

// opens tells whether a file of the archive holds mentions. A file under a
// password may.
func (a *archive) opens(i int) bool {
	in := a.input(i)
	in.open = func() (io.ReadCloser, error) { return a.zip.File[i].Open() }
	f, err := openInput(in, data.Plan{}, Zones{Default: time.UTC})
	if err != nil {
		return a.zip.File[i].Flags&encrypted != 0
	}
	return f.Close() == nil
}

const encrypted = 1 // in the flags of a file

// choose finds the file that is meant; without a name the archive must leave
// no choice.
func (a *archive) choose(name string) (input, error) {
	i := slices.IndexFunc(a.zip.File, func(f *zip.File) bool { return f.Name == name })
	if name == "" {
		useful, err := a.entries()
		switch {
		case err != nil:
			return input{}, err
		case len(useful) > 1:
			return input{}, data.Errorf(data.ErrManyEntries, "%d files", len(useful)).With("N", len(useful))
		}
		i = useful[0]
	}
	switch {
	case i < 0:
		return input{}, data.Errorf(data.ErrEntryUnknown, "%q", name)
	case a.zip.File[i].Flags&encrypted != 0:
		return input{}, data.Errorf(data.ErrFilePassword, "entry %q", a.zip.File[i].Name)
	}
	return a.input(i), nil
}

// input is a file of the archive, which it opens anew each time.
func (a *archive) input(i int) input {
	f := a.zip.File[i]
	in := input{path: a.in.path, entry: f.Name, size: int64(min(f.UncompressedSize64, 1<<62)), modTime: f.Modified}
	if in.modTime.Year() < 1990 { // ZIP counts from 1980 where it knows no time
		in.modTime = a.in.modTime
	}
	outer := a.in
	in.open = func() (io.ReadCloser, error) {
		again, err := outer.openArchive()
		if err != nil {
			return nil, err
		}
		if i >= len(again.zip.File) {
			return nil, errors.Join(data.Errorf(data.ErrFileDamaged, "the archive has changed"), again.Close())
		}
		r, err := again.zip.File[i].Open()
		if errors.Is(err, zip.ErrAlgorithm) {
			err = data.Errorf(data.ErrArchiveOther, "method %d", again.zip.File[i].Method).With("Kind", "ZIP")
		}
		if err != nil {
			return nil, errors.Join(damaged(err), again.Close())
		}
		return withCloser{r, []io.Closer{r, again}}, nil
	}
	return in
}
