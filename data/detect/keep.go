package detect

import "time"

// Last is when the newest mention that was added was published; zero before
// the first.
func (w *Watch) Last() time.Time {
	if w.hour < 0 {
		return time.Time{}
	}
	return time.Unix(w.last, 0).UTC()
}
