package store

import (
	"context"
	"database/sql"
	"time"

	"vedetta/data"
)

// The settings of the watched folder.
const (
	SettingWatched  = "watched.folder" // its path
	SettingWatching = "watched"        // "on" or "off"
)

// Lying is a file as it lies in the watched folder.
type Lying struct {
	Path     string
	Size     int64
	Modified time.Time
}

// TakenUp tells whether a file was taken up as it lies there now, or imported
// by hand since it was written.
func (s *Store) TakenUp(ctx context.Context, f Lying) (yes bool, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT
		EXISTS (SELECT 1 FROM watched_files WHERE path = ?1 AND size = ?2 AND modified = ?3) OR
		EXISTS (SELECT 1 FROM imports WHERE path = ?1 AND state = ?4 AND started_at > ?5)`,
		f.Path, f.Size, f.Modified.UnixNano(), data.ImportDone, f.Modified.Unix()).Scan(&yes)
	return yes, explain(err, s.path)
}

// ContentIn tells whether a watched file of the same content has come in and
// was not undone since. sum is the hex of its SHA-256.
func (s *Store) ContentIn(ctx context.Context, sum string) (yes bool, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM watched_files w JOIN imports i
		ON i.path = w.path OR substr(i.path, 1, length(w.path) + 1) = w.path || '/'
		WHERE w.sha256 = ? AND i.state = ?)`, sum, data.ImportDone).Scan(&yes)
	return yes, explain(err, s.path)
}

// TakeUp notes that a file was taken up, whatever became of it.
func (s *Store) TakeUp(ctx context.Context, f Lying, sum string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO watched_files VALUES (?, ?, ?, ?)`,
			f.Path, f.Size, f.Modified.UnixNano(), sum)
		return err
	})
}
