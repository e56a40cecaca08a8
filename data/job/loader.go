package job

import "context"

// Loader keeps one kind of load current: a new one cancels the one before,
// whose answer is then never delivered. It lives on the UI goroutine.
type Loader struct {
	dispatcher Dispatcher
	cancel     func()
	generation int
	busy       bool
}

// NewLoader makes a Loader that runs its loads on d.
func NewLoader(d Dispatcher) *Loader { return &Loader{dispatcher: d} }

// Load cancels the load under way and starts work in its place.
func (l *Loader) Load(work Work) {
	l.Cancel()
	l.generation++
	generation := l.generation
	l.busy = true
	cancel := l.dispatcher.Do(func(ctx context.Context) func() {
		deliver := work(ctx)
		return func() {
			if generation != l.generation {
				return
			}
			l.busy = false
			if deliver != nil {
				deliver()
			}
		}
	})
	if l.busy && generation == l.generation {
		l.cancel = cancel
	}
}

// Cancel gives up the load under way, if any.
func (l *Loader) Cancel() {
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
	l.generation++
	l.busy = false
}

// Busy tells whether a load is under way.
func (l *Loader) Busy() bool { return l.busy }
