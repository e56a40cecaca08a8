package sheets

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"
)

// OtherError is a file in the container of old Office programs that holds
// something else, or a kind of workbook that is not read.
type OtherError struct {
	Kind     string // "DOC", "PPT", "MSG", …
	Workbook bool
}

func (e *OtherError) Error() string { return "the file is a " + e.Kind }

// maxStream bounds old workbooks, which are read whole: a sheet has 65,536
// rows at most.
const maxStream = 200 << 20

// streams tells what the streams of a container say about it.
var streams = []struct {
	name string
	err  error // nil for the workbook itself
}{
	{"EncryptedPackage", ErrPassword}, // a new workbook under a password
	{"Workbook", nil},                 // Excel 97 and later
	{"Book", nil},                     // Excel 5 and 95
	{"WordDocument", &OtherError{Kind: "DOC"}},
	{"PowerPoint Document", &OtherError{Kind: "PPT"}},
	{"VisioDocument", &OtherError{Kind: "VSD"}},
	{"__properties_version1.0", &OtherError{Kind: "MSG"}},
}

// workbookStream finds the workbook in a container.
func workbookStream(r io.ReaderAt, size int64) (found []byte, err error) {
	head := make([]byte, 4)
	if _, err := r.ReadAt(head, 0); err == nil && bytes.HasPrefix(head, []byte{0x09, 0x08}) {
		return readStream(io.NewSectionReader(r, 0, size), size) // written without a container
	}
	doc, err := mscfb.New(io.NewSectionReader(r, 0, size))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	best := len(streams)
	for {
		entry, err := doc.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBroken, err)
		}
		for i, s := range streams[:best] {
			if entry.Name != s.name {
				continue
			}
			best, found = i, nil
			if s.err == nil {
				if found, err = readStream(entry, size); err != nil {
					return nil, err
				}
			}
			break
		}
	}
	if best == len(streams) {
		return nil, ErrBroken
	}
	return found, streams[best].err
}

// readStream reads a stream, which cannot be larger than its file.
func readStream(r io.Reader, size int64) ([]byte, error) {
	if size > maxStream {
		return nil, ErrTooLarge
	}
	content, err := io.ReadAll(io.LimitReader(r, size))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return content, nil
}
