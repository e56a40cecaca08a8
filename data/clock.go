package data

import "time"

// Clock tells the time; tests and demos use one that stands still.
type Clock func() time.Time

// At is a clock that always shows t.
func At(t time.Time) Clock { return func() time.Time { return t } }
