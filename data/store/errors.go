package store

import (
	"context"
	"errors"
	"syscall"

	sqlite3 "github.com/mattn/go-sqlite3"

	"vedetta/data"
)

var codes = map[sqlite3.ErrNo]data.Code{
	sqlite3.ErrBusy:     data.ErrWorkspaceLocked,
	sqlite3.ErrLocked:   data.ErrWorkspaceLocked,
	sqlite3.ErrReadonly: data.ErrWorkspaceRead,
	sqlite3.ErrPerm:     data.ErrWorkspaceRead,
	sqlite3.ErrCantOpen: data.ErrWorkspaceRead,
	sqlite3.ErrFull:     data.ErrDiskFull,
	sqlite3.ErrNotADB:   data.ErrWorkspaceOther,
	sqlite3.ErrCorrupt:  data.ErrWorkspaceBroken,
}

// explain turns the driver's errors into the program's own, once.
func explain(err error, path string) error {
	var known *data.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.Canceled) {
		return &data.Error{Code: data.ErrCancelled, Err: err}
	}
	var driver sqlite3.Error
	if !errors.As(err, &driver) {
		return err
	}
	code, ok := codes[driver.Code]
	switch {
	case driver.Code == sqlite3.ErrInterrupt:
		code = data.ErrCancelled
	case driver.Code == sqlite3.ErrIoErr && errors.Is(driver.SystemErrno, syscall.ENOSPC):
		code = data.ErrDiskFull
	case !ok:
		return err
	}
	return (&data.Error{Code: code, Err: err}).With("Path", path)
}
