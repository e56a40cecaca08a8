package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"vedetta/data"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a SQLite file as a Vedetta workspace ("VDTA").
const applicationID = 0x56445441

type migration struct {
	version int
	name    string
	sql     string
}

func loadMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for i, name := range names {
		number, _, _ := strings.Cut(path.Base(name), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			return nil, fmt.Errorf("migration %s: want number %04d", name, i+1)
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		out = append(out, migration{version, path.Base(name), string(body)})
	}
	return out, nil
}

// migrate brings the file to the newest schema: a backup first if it holds
// anything, then each migration with its record in one transaction.
func (s *Store) migrate(ctx context.Context) error {
	all, err := loadMigrations(migrations)
	if err != nil {
		return err
	}
	have, err := s.version(ctx)
	if err != nil {
		return err
	}
	newest := len(all)
	if have > newest {
		return data.Errorf(data.ErrWorkspaceNewer, "schema %d, this program knows %d", have, newest).
			With("Have", have).With("Know", newest)
	}
	if have > 0 && have < newest {
		if err := s.backup(ctx, fmt.Sprintf("%s.before-v%d", s.path, newest)); err != nil {
			return fmt.Errorf("backup before migration: %w", err)
		}
	}
	for _, m := range all[have:] {
		if err := s.apply(ctx, m); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, err)
		}
	}
	return nil
}

// version is the schema of the file: 0 for a new one. A SQLite file of
// another program is refused before anything is written to it.
func (s *Store) version(ctx context.Context) (int, error) {
	var app, version, tables int
	err := s.writer.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&app, &version, &tables)
	if err != nil {
		return 0, err
	}
	if tables > 0 && app != applicationID {
		return 0, data.Errorf(data.ErrWorkspaceOther, "application_id %x", app)
	}
	return version, nil
}

func (s *Store) apply(ctx context.Context, m migration) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, m.sql); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf(`
			CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL);
			INSERT INTO schema_migrations VALUES (%d, '%s', %d);
			PRAGMA application_id = %d;
			PRAGMA user_version = %d;`, m.version, m.name, s.clock().Unix(), applicationID, m.version))
		return err
	})
}

// backup writes a compact copy of the workspace beside it.
func (s *Store) backup(ctx context.Context, to string) error {
	_, err := s.writer.ExecContext(ctx, `VACUUM INTO ?`, to)
	return err
}
