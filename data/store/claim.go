package store

import (
	"log/slog"

	"github.com/gofrs/flock"
)

// claim is the right to work in a workspace that one program has at a time: a
// lock on a file beside it, which the system lets go of when the program ends,
// however it ends.
type claim struct{ lock *flock.Flock }

// take tries to get the right. Where no lock can be made, as on some network
// drives, nobody is kept from working.
func take(path string) (claim, bool) {
	lock := flock.New(path + ".lock")
	got, err := lock.TryLock()
	if err != nil {
		slog.Warn("the workspace cannot be locked", "error", err)
		return claim{}, true
	}
	return claim{lock}, got
}

func (c claim) letGo() {
	if c.lock != nil {
		_ = c.lock.Close() // the system lets go of it in any case
	}
}
