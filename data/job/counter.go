package job

import (
	"sync/atomic"
	"time"

	"vedetta/data"
)

// Counter counts what workers do; they only add to it. Something else ticks
// and reports, and the last report always comes.
type Counter struct {
	done, rows atomic.Int64
	total      int64
	stage      string
	start      time.Time
	stop       chan struct{}
	stopped    chan struct{}
}

// tick is how often progress is reported: often enough to look alive, seldom
// enough to cost nothing.
const tick = 100 * time.Millisecond

// Count starts a counter that reports to onProgress until Finish. A nil
// onProgress is allowed.
func Count(stage string, total int64, onProgress data.OnProgress) *Counter {
	c := &Counter{total: total, stage: stage, start: time.Now(), stop: make(chan struct{}), stopped: make(chan struct{})}
	if onProgress == nil {
		close(c.stopped)
		return c
	}
	go func() {
		defer close(c.stopped)
		ticker := time.NewTicker(tick)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				onProgress(c.Now())
			case <-c.stop:
				onProgress(c.Now())
				return
			}
		}
	}()
	return c
}

// Set says how far the work has come, in the unit of the total.
func (c *Counter) Set(done int64) { c.done.Store(done) }

// AddRows counts rows handled.
func (c *Counter) AddRows(n int) { c.rows.Add(int64(n)) }

// Now is the progress at this moment.
func (c *Counter) Now() data.Progress {
	return data.Progress{
		Stage: c.stage, Done: c.done.Load(), Total: c.total,
		Rows: int(c.rows.Load()), Elapsed: time.Since(c.start),
	}
}

// Finish sends the last report and stops.
func (c *Counter) Finish() {
	close(c.stop)
	<-c.stopped
}
