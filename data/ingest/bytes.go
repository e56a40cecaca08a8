package ingest

import (
	"bytes"
	"io"
	"time"

	"vedetta/data"
)

// OpenBytes is Open for text that lies in memory, as from the clipboard.
func OpenBytes(name string, content []byte, plan data.Plan, zones Zones) (*File, error) {
	in, err := fromBytes(name, content)
	if err != nil {
		return nil, err
	}
	return openInput(in, plan, zones)
}

func fromBytes(name string, content []byte) (input, error) {
	in := input{path: name, size: int64(len(content)), modTime: time.Now()} // it was copied just now
	in.open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }
	if len(content) == 0 {
		return in, data.Errorf(data.ErrFileEmpty, "no text")
	}
	return in, nil
}
