package watch

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// state is what can be seen of a file from outside.
type state struct {
	size     int64
	modified time.Time
}

// seen is a state of a file, since when it stands so, and whether that was
// reported.
type seen struct {
	state
	since    time.Time
	reported bool
}

// settle is how long a file must stand still to be complete, and patience how
// long when it is empty or cannot be opened: browsers put an empty file in the
// place of a download, and other programs lock what they write.
const (
	settle   = 2 * time.Second
	patience = time.Minute
)

// rest finds out which files of a folder have stopped growing.
type rest map[string]seen

// look takes in what lies in the folder now and returns the files that have
// come to rest, in the order in which they were written, and whether others
// still may. opens tells whether a file can be opened.
func (r rest) look(now time.Time, files map[string]state, opens func(name string) bool) (ready []string, waiting bool) {
	maps.DeleteFunc(r, func(name string, _ seen) bool { _, there := files[name]; return !there })
	for name, f := range files {
		before, known := r[name]
		still := now.Sub(before.since)
		switch {
		case !known || before.size != f.size || !before.modified.Equal(f.modified):
			r[name] = seen{state: f, since: now}
			waiting = true
		case before.reported:
		case still >= settle && f.size > 0 && opens(name), still >= patience:
			ready = append(ready, name)
		default:
			waiting = true
		}
	}
	slices.SortFunc(ready, func(a, b string) int {
		return cmp.Or(files[a].modified.Compare(files[b].modified), cmp.Compare(a, b))
	})
	return ready, waiting
}

// report notes that a file's present state was reported.
func (r rest) report(name string) {
	s := r[name]
	s.reported = true
	r[name] = s
}
