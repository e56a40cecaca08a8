package data

import "time"

// Progress is how far a long piece of work has come.
type Progress struct {
	Stage   string // translation key of what is being done
	Done    int64  // in the unit of Total
	Total   int64  // 0 when not known
	Rows    int    // rows or mentions handled so far
	Elapsed time.Duration
}

// Left estimates the time left; false until a twentieth of a second and one
// per cent have passed.
func (p Progress) Left() (time.Duration, bool) {
	if p.Total <= 0 || p.Done*100 < p.Total || p.Elapsed < 50*time.Millisecond {
		return 0, false
	}
	rate := float64(p.Elapsed) / float64(p.Done)
	return time.Duration(rate * float64(p.Total-p.Done)), true
}

// OnProgress receives progress; it must return at once.
type OnProgress func(Progress)
