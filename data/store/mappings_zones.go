package store

import (
	"context"
	"database/sql"
	"maps"
	"time"

	"vedetta/data"
)

// SourceZones are the zones of sources that have one of their own, by key.
func (s *Store) SourceZones() map[string]*time.Location {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.zones)
}

// SetSourceZone gives a source a zone of its own (an IANA name) for dates that
// carry none, from the next import on; "" takes it back. The source need not
// have mentions yet. An unknown zone is data.ErrZone.
func (s *Store) SetSourceZone(ctx context.Context, source, zone string) error {
	if _, err := time.LoadLocation(zone); err != nil || zone == "Local" { // another computer's Local is another zone
		return (&data.Error{Code: data.ErrZone, Err: err}).With("What", zone)
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO sources (key, zone) VALUES (?, ?)
			ON CONFLICT (key) DO UPDATE SET zone = excluded.zone`, source, zone)
		return err
	})
	if err != nil {
		return err
	}
	return explain(s.loadSources(ctx), s.path)
}
