package store

import (
	"context"
	"database/sql"
	"time"

	"vedetta/data"
)

func (s *Store) loadSources(ctx context.Context) error {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, key, zone FROM sources`)
	if err != nil {
		return err
	}
	ids, names, zones := map[string]int64{}, map[int64]string{}, map[string]*time.Location{}
	err = each(rows, func() error {
		var id int64
		var key, zone string
		if err := rows.Scan(&id, &key, &zone); err != nil {
			return err
		}
		ids[key], names[id] = id, key
		if zone == "" {
			return nil
		}
		var err error
		if zones[key], err = time.LoadLocation(zone); err != nil {
			return data.Errorf(data.ErrWorkspaceBroken, "zone %q of %s: %v", zone, key, err)
		}
		return nil
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sources, s.names, s.zones = ids, names, zones
	return err
}

// sourceIDs gives the ids of the keys that the file knows.
func (s *Store) sourceIDs(keys []string) []int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []int64
	for _, k := range keys {
		if id, ok := s.sources[k]; ok {
			out = append(out, id)
		}
	}
	return out
}

func (s *Store) sourceName(id int64) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.names[id]
}

// ensureSources gives each key its id, a new one if needed, in the given
// transaction. After a roll-back the caller loads the names again.
func (s *Store) ensureSources(ctx context.Context, tx *sql.Tx, keys map[string]bool) (map[string]int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids := make(map[string]int64, len(keys))
	for key := range keys {
		if s.sources[key] == 0 {
			var id int64
			err := tx.QueryRowContext(ctx, `INSERT INTO sources (key) VALUES (?)
				ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING id`, key).Scan(&id)
			if err != nil {
				return nil, err
			}
			s.sources[key], s.names[id] = id, key
		}
		ids[key] = s.sources[key]
	}
	return ids, nil
}

// each calls scan for every row and closes rows.
func each(rows *sql.Rows, scan func() error) error {
	defer rows.Close()
	for rows.Next() {
		if err := scan(); err != nil {
			return err
		}
	}
	return rows.Err()
}
