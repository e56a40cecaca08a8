package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"vedetta/data"
)

// Store is an open workspace.
type Store struct {
	path   string
	clock  data.Clock
	writer *sql.DB // one connection; a transaction takes the write lock at once
	reader *sql.DB // a read-only pool
	claim  claim
	alone  bool // no other program works in the file
	looks  bool // nothing may be changed
	// anyMuted tells whether an author is muted.
	anyMuted atomic.Bool

	mu      sync.Mutex
	sources map[string]int64 // key to id, all that the file knows
	names   map[int64]string
	zones   map[string]*time.Location // of sources that have one of their own
	zone    *time.Location
}

// Open opens the workspace at path, making or migrating it as needed. Errors
// are data.Error: ErrWorkspaceNewer, ErrWorkspaceLocked, ErrWorkspaceRead,
// ErrWorkspaceOther, ErrWorkspaceBroken, ErrFileIsFolder, ErrDiskFull.
func Open(ctx context.Context, path string, clock data.Clock) (*Store, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, data.Errorf(data.ErrFileIsFolder, "workspace %s is a folder", path).With("Path", path)
	}
	s := &Store{path: path, clock: clock}
	s.claim, s.alone = take(path)
	if err := s.open(ctx); err != nil {
		s.claim.letGo()
		return nil, err
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) (err error) {
	path := s.path
	if s.writer, err = sql.Open(driverName, writerDSN(path)); err != nil {
		return fmt.Errorf("opening the writer: %w", err)
	}
	s.writer.SetMaxOpenConns(1)
	if err = s.migrate(ctx); err != nil {
		return errors.Join(explain(err, path), s.writer.Close())
	}
	if s.reader, err = sql.Open(driverName, readerDSN(path)); err != nil {
		return errors.Join(fmt.Errorf("opening the readers: %w", err), s.writer.Close())
	}
	s.reader.SetMaxOpenConns(4)
	s.reader.SetMaxIdleConns(4)
	if err = s.start(ctx); err != nil {
		return errors.Join(explain(err, path), s.Close())
	}
	return nil
}

// Alone tells whether no other program had the workspace open to work in it.
func (s *Store) Alone() bool { return s.alone }

// OnlyLook refuses every change from now on with data.ErrOnlyLooking.
func (s *Store) OnlyLook() { s.looks = true }

// Version changes whenever any program has changed the workspace. It must be
// asked of one connection, so that all questions are.
func (s *Store) Version(ctx context.Context) (n int64, err error) {
	err = s.writer.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&n)
	return n, explain(err, s.path)
}

// start reads what is kept in memory and marks imports that a kill or a power
// cut left running: those of another program may be running now.
func (s *Store) start(ctx context.Context) error {
	if err := errors.Join(s.loadSources(ctx), s.loadMuted(ctx)); err != nil {
		return err
	}
	if err := s.loadZone(ctx); err != nil {
		return err
	}
	if err := s.recountIfMissing(ctx); err != nil {
		return err
	}
	if !s.alone {
		return nil
	}
	_, err := s.writer.ExecContext(ctx, `UPDATE imports SET state = ? WHERE state = ?`,
		data.ImportInterrupted, data.ImportRunning)
	return err
}

// Path is the workspace's file.
func (s *Store) Path() string { return s.path }

// Close waits for statements under way and closes the file.
func (s *Store) Close() error {
	var first error
	if s.reader != nil {
		first = s.reader.Close()
	}
	defer s.claim.letGo()
	return errors.Join(first, s.writer.Close())
}

// The pragmas of both handles. A crash of the machine must not lose what the
// person did, so commits are synchronous.
const (
	common     = "_busy_timeout=5000&_foreign_keys=on"
	writerDSNs = common + "&_txlock=immediate&_journal_mode=WAL&_synchronous=FULL&_cache_size=-49152"
	readerDSNs = common + "&mode=ro&_query_only=on&_cache_size=-20480"
)

// driverName is SQLite with the pragmas that have no place in the DSN: working
// files in memory, and fewer, larger pauses for folding back the log.
const driverName = "vedetta-sqlite3"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		_, err := c.Exec("PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 32000", nil)
		return err
	}})
}

func writerDSN(path string) string { return dsn(path, writerDSNs) }
func readerDSN(path string) string { return dsn(path, readerDSNs) }

func dsn(path, options string) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: options}).String()
}

// write runs fn in a transaction that holds the write lock from its start.
func (s *Store) write(ctx context.Context, fn func(tx *sql.Tx) error) error {
	if s.looks {
		return (&data.Error{Code: data.ErrOnlyLooking}).With("Path", s.path)
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return explain(err, s.path)
	}
	if err := fn(tx); err != nil {
		_ = tx.Rollback() // the first error is the one that matters
		return explain(err, s.path)
	}
	return explain(tx.Commit(), s.path)
}
