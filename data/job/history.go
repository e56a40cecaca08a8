package job

import "context"

// historyKept bounds the memory of what can be taken back.
const historyKept = 200

// History is what the person can take back, the newest last. All screens share
// one, so that a key means the same everywhere. It lives on the UI goroutine.
type History struct{ steps []step }

type step struct {
	what string
	undo func(context.Context) error
}

// Add remembers a change that was made: how it is called, and what takes it
// back.
func (h *History) Add(what string, undo func(context.Context) error) {
	h.steps = append(h.steps, step{what, undo})
	h.steps = h.steps[max(0, len(h.steps)-historyKept):]
}

// Empty tells whether there is nothing to take back.
func (h *History) Empty() bool { return len(h.steps) == 0 }

// Undo takes the last change back and then tells which it was; false when
// there is none. A change that could not be taken back stays the last.
func (h *History) Undo(d Dispatcher, done func(what string, err error)) bool {
	if h.Empty() {
		return false
	}
	last := h.steps[len(h.steps)-1]
	h.steps = h.steps[:len(h.steps)-1]
	d.Do(func(ctx context.Context) func() {
		err := last.undo(ctx)
		return func() {
			if err != nil {
				h.steps = append(h.steps, last)
			}
			done(last.what, err)
		}
	})
	return true
}
