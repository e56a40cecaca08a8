package job

import "context"

// Work runs away from the UI goroutine and returns what to do there with its
// answer; nil for nothing.
type Work func(ctx context.Context) (deliver func())

// Dispatcher runs work and delivers its answer on the UI goroutine.
type Dispatcher interface {
	// Do starts work. After cancel (called on the UI goroutine) its context is
	// done and its answer is never delivered.
	Do(work Work) (cancel func())
	// Post runs fn on the UI goroutine, soon. It may be called from anywhere.
	Post(fn func())
}

// Inline runs everything at once on the caller's goroutine. With it a
// presenter's test is a plain sequence of steps.
type Inline struct{}

// Do runs work and its delivery before it returns.
func (Inline) Do(work Work) (cancel func()) {
	if deliver := work(context.Background()); deliver != nil {
		deliver()
	}
	return func() {}
}

// Post runs fn before it returns.
func (Inline) Post(fn func()) { fn() }
