package drill

import (
	"sync"
	"time"

	"vedetta/data"
)

// The speeds that are offered: hours of the case into minutes.
var Speeds = [...]float64{1, 10, 60, 300, 600}

// MostSpeed is the fastest a clock runs.
const MostSpeed = 600

// Clock tells what time it is in the case. It follows the clock it was made
// with, faster, and stands still while paused. It never goes back. Any
// goroutine may ask it.
type Clock struct {
	mu     sync.Mutex
	real   data.Clock
	since  time.Time // by the real clock,
	at     time.Time // when it was this time in the case
	speed  float64
	paused bool
}

// NewClock makes a clock that stands at a moment of the case until it is
// resumed.
func NewClock(real data.Clock, at time.Time, speed float64) *Clock {
	return &Clock{real: real, since: real(), at: at, speed: within(speed), paused: true}
}

func within(speed float64) float64 { return min(max(speed, 1), MostSpeed) }

// Now is the time in the case. Its method value is a data.Clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

func (c *Clock) now() time.Time {
	passed := c.real().Sub(c.since)
	if c.paused || passed <= 0 {
		return c.at
	}
	return c.at.Add(time.Duration(float64(passed) * c.speed))
}

// change settles what time it is before something changes.
func (c *Clock) change(what func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at, c.since = c.now(), c.real()
	what()
}

// Pause lets it stand still.
func (c *Clock) Pause() { c.change(func() { c.paused = true }) }

// Resume lets it go on.
func (c *Clock) Resume() { c.change(func() { c.paused = false }) }

// Paused tells whether it stands still.
func (c *Clock) Paused() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.paused
}

// Speed is how many times faster than life it runs.
func (c *Clock) Speed() float64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.speed
}

// SetSpeed lets it run at another speed, at most MostSpeed.
func (c *Clock) SetSpeed(speed float64) { c.change(func() { c.speed = within(speed) }) }

// SkipTo goes forward to a moment; one that is over changes nothing.
func (c *Clock) SkipTo(t time.Time) {
	c.change(func() {
		if t.After(c.at) {
			c.at = t
		}
	})
}

// morning is when the next day begins for the person.
const morning = 8

// NextMorning is eight o'clock of the next day of work, in the drill's zone.
func (d *Drill) NextMorning(now time.Time) time.Time {
	local := now.In(d.Zone)
	at := time.Date(local.Year(), local.Month(), local.Day(), morning, 0, 0, 0, d.Zone)
	if !at.After(now) {
		at = time.Date(local.Year(), local.Month(), local.Day()+1, morning, 0, 0, 0, d.Zone)
	}
	return at
}

// NextInject is the first inject after a moment.
func (d *Drill) NextInject(now time.Time) (Inject, bool) {
	for _, i := range d.Injects {
		if i.At.After(now) {
			return i, true
		}
	}
	return Inject{}, false
}
