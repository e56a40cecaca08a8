package desk

import (
	"context"
	"time"

	"vedetta/data/ingest/formats"
)

// SourceZones are the sources whose dates are read in a zone of their own
// where they carry none; all others are read in the workspace's.
func (d *Desk) SourceZones() map[string]*time.Location { return d.store.SourceZones() }

// SetSourceZone gives a source a zone (an IANA name) of its own; "" takes it
// back. It holds for imports from now on: mentions that are here keep their
// times. An unknown zone is data.ErrZone.
func (d *Desk) SetSourceZone(ctx context.Context, source, zone string) error {
	return d.changedSettings(d.store.SetSourceZone(ctx, formats.SourceKey(source), zone))
}
