package desk

import (
	"context"
	"errors"
	"io/fs"

	"vedetta/data"
	"vedetta/data/ingest"
)

// opener opens a file as a plan says, wherever the file lies, or tells at
// least what it has recognised.
type opener struct {
	open      func(plan data.Plan, zones ingest.Zones) (*ingest.File, error)
	recognise func(plan data.Plan, zones ingest.Zones) (data.Recognition, error)
}

// atPath opens the file at the plan's path.
var atPath = opener{ingest.Open, ingest.Recognise}

// inFS opens the file at the plan's path in a file system.
func inFS(files fs.FS) opener {
	return opener{func(plan data.Plan, zones ingest.Zones) (*ingest.File, error) {
		return ingest.OpenFS(files, plan, zones)
	}, nil}
}

// inMemory opens text that a person has copied.
func inMemory(content []byte) opener {
	return opener{
		func(plan data.Plan, zones ingest.Zones) (*ingest.File, error) {
			return ingest.OpenBytes("", content, plan, zones)
		},
		func(plan data.Plan, zones ingest.Zones) (data.Recognition, error) {
			return ingest.RecogniseBytes("", content, plan, zones)
		},
	}
}

// zones are those in which dates are read that carry none.
func (d *Desk) zones() ingest.Zones {
	return ingest.Zones{Default: d.Zone(), Of: d.SourceZones()}
}

// openRemembered opens a file and completes the plan with what the person has
// decided for files with the same header; taken tells whether there was such
// a choice. A choice that does not fit this file is passed over.
func (d *Desk) openRemembered(ctx context.Context, plan data.Plan, from opener) (f *ingest.File, full data.Plan, taken bool, err error) {
	f, openErr := from.open(plan, d.zones())
	seen, ok := d.recognised(f, openErr, plan, from)
	if !ok {
		return f, plan, false, openErr
	}
	full, taken, err = d.remembered(ctx, plan, seen.Header)
	if err != nil {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
		return nil, plan, false, err
	}
	if !taken {
		return f, plan, false, openErr
	}
	again, err := from.open(full, d.zones())
	if err != nil {
		return f, plan, false, openErr
	}
	if f != nil {
		err = f.Close()
	}
	return again, full, true, err
}

// recognised is what is known of a file that may lack a column which the
// person has chosen before; false if nothing is.
func (d *Desk) recognised(f *ingest.File, err error, plan data.Plan, from opener) (data.Recognition, bool) {
	switch {
	case err == nil:
		return f.Recognition(), true
	case !canBeMapped(err) || from.recognise == nil:
		return data.Recognition{}, false
	}
	seen, _ := from.recognise(plan, d.zones()) // the error is the one that is known
	return seen, len(seen.Columns) > 0
}

// canBeMapped tells whether a person can help by choosing columns.
func canBeMapped(err error) bool {
	code := data.CodeOf(err)
	return err != nil && (code == data.ErrFileNoText || code == data.ErrFileNoDate)
}
