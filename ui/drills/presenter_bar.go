package drills

import (
	"context"
	"slices"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// Speeds are the speeds that are offered.
var Speeds = [...]float64{1, 10, 60, 300, 600}

// SpeedAtFirst is the one that is proposed, of Speeds.
const SpeedAtFirst = 2

// BarFace is told what changed in a run, on the UI goroutine.
type BarFace interface {
	Ticked()
	InjectsChanged()
	Ended(score data.DrillScore)
	Failed(err error)
}

// Bar tells the time of the case and leads through a run. It lives on the UI
// goroutine.
type Bar struct {
	run        *desk.DrillRun
	words      *assets.Words
	dispatcher job.Dispatcher
	face       BarFace
	here       int             // injects that have come
	away       map[string]bool // injects that were put off or read
	ending     bool
	stop       func()
}

// NewBar makes a presenter of a run that shows itself on face.
func NewBar(run *desk.DrillRun, words *assets.Words, dispatcher job.Dispatcher, face BarFace) *Bar {
	return &Bar{run: run, words: words, dispatcher: dispatcher, face: face, away: map[string]bool{}}
}

// Start follows the run.
func (b *Bar) Start() {
	b.stop = b.run.Ticked(func(err error) { b.dispatcher.Post(func() { b.tick(err) }) })
	b.here = len(b.run.Here())
	b.face.Ticked()
	b.face.InjectsChanged()
}

// Stop ends what Start began.
func (b *Bar) Stop() {
	if b.stop != nil {
		b.stop()
	}
	b.stop = nil
}

func (b *Bar) tick(err error) {
	if b.stop == nil || b.ending {
		return
	}
	if err != nil {
		b.face.Failed(err)
	}
	b.face.Ticked()
	if n := len(b.run.Here()); n != b.here {
		b.here = n
		b.face.InjectsChanged()
	}
	if b.run.Over() {
		b.End()
	}
}

// Name is the drill's name.
func (b *Bar) Name() string { return b.run.Drill.Name.In(b.words.Lang()) }

// Note is what must be said beside the name.
func (b *Bar) Note() string { return b.run.Drill.Note.In(b.words.Lang()) }

// Time is what time it is in the case: "Sun 9 April 2017 18:30".
func (b *Bar) Time() string {
	now, zone := b.run.Clock.Now(), b.run.Drill.Zone
	return b.words.Weekday(now, zone) + " " + b.words.Date(now, zone) + "  " + b.words.Clock(now, zone)
}

// Speed is which of Speeds the clock runs at.
func (b *Bar) Speed() int { return max(slices.Index(Speeds[:], b.run.Clock.Speed()), 0) }

// SetSpeed lets the clock run at another speed.
func (b *Bar) SetSpeed(i int) { b.run.Clock.SetSpeed(Speeds[i]) }

// Paused tells whether the clock stands.
func (b *Bar) Paused() bool { return b.run.Clock.Paused() }

// Pause lets the clock stand, or go on.
func (b *Bar) Pause() {
	if b.Paused() {
		b.run.Clock.Resume()
	} else {
		b.run.Clock.Pause()
	}
	b.face.Ticked()
}

// Next says when the next inject comes, without what it is; empty if none
// does.
func (b *Bar) Next() string {
	i, ok := b.run.Drill.NextInject(b.run.Clock.Now())
	if !ok {
		return b.words.Text("drills.bar.last")
	}
	return b.words.Text("drills.bar.next", "When", b.words.Span(i.At.Sub(b.run.Clock.Now())))
}

// SkipToInject goes forward to the next inject.
func (b *Bar) SkipToInject() {
	if i, ok := b.run.Drill.NextInject(b.run.Clock.Now()); ok {
		b.skip(i.At)
	}
}

// SkipToMorning goes forward to the next morning.
func (b *Bar) SkipToMorning() { b.skip(b.run.Drill.NextMorning(b.run.Clock.Now())) }

func (b *Bar) skip(to time.Time) {
	b.run.Clock.SkipTo(to)
	b.dispatcher.Do(func(ctx context.Context) func() {
		_, err := b.run.Step(context.WithoutCancel(ctx))
		return func() { b.tick(err) }
	})
}

// Look notes that the person looks at the incidents.
func (b *Bar) Look() {
	b.dispatcher.Do(func(ctx context.Context) func() {
		err := b.run.Look(ctx)
		return func() {
			if err != nil {
				b.face.Failed(err)
			}
		}
	})
}

// Answer keeps the answer to an inject.
func (b *Bar) Answer(key, text string) {
	if err := b.run.Answer(key, text); err != nil {
		b.face.Failed(err)
		return
	}
	b.face.InjectsChanged()
}

// End ends the run and scores it.
func (b *Bar) End() {
	if b.ending {
		return
	}
	b.ending = true
	b.run.Clock.Pause()
	b.dispatcher.Do(func(ctx context.Context) func() {
		score, err := b.run.End(context.WithoutCancel(ctx))
		return func() {
			if err != nil {
				b.ending = false
				b.face.Failed(err)
				return
			}
			b.face.Ended(score)
		}
	})
}

// Ending tells whether the run is over or being scored.
func (b *Bar) Ending() bool { return b.ending }
