package drill_test

import (
	"math"
	"testing"
	"time"

	"vedetta/data/drill"
)

// wall is a clock that tests push on.
type wall struct{ at time.Time }

func (w *wall) now() time.Time { return w.at }

func (w *wall) pass(d time.Duration) { w.at = w.at.Add(d) }

var begin = time.Date(2017, 4, 9, 22, 0, 0, 0, time.UTC)

func TestTheClockRunsAsFastAsItIsTold(t *testing.T) {
	w := &wall{time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)}
	c := drill.NewClock(w.now, begin, 60)
	step := func(what string, passes time.Duration, do func(), want time.Duration) {
		t.Helper()
		w.pass(passes)
		if do != nil {
			do()
		}
		if got := c.Now().Sub(begin); got != want {
			t.Errorf("%s: %v after it began, want %v", what, got, want)
		}
	}
	step("it stands until it is resumed", time.Minute, nil, 0)
	step("resumed", 0, c.Resume, 0)
	step("a minute is an hour", time.Minute, nil, time.Hour)
	step("paused", 0, c.Pause, time.Hour)
	step("it stands", time.Hour, nil, time.Hour)
	step("resumed again", 0, c.Resume, time.Hour)
	step("faster", time.Second, func() { c.SetSpeed(600) }, time.Hour+time.Minute)
	step("a second is ten minutes", time.Second, nil, time.Hour+11*time.Minute)
	step("never faster than the most", 0, func() { c.SetSpeed(1e9) }, time.Hour+11*time.Minute)
	step("still ten minutes", time.Second, nil, time.Hour+21*time.Minute)
	step("forward", 0, func() { c.SkipTo(begin.Add(5 * time.Hour)) }, 5*time.Hour)
	step("never back", 0, func() { c.SkipTo(begin) }, 5*time.Hour)
	step("the wall clock was set back", -time.Hour, nil, 5*time.Hour)
}

func TestAWholeDrillTakesItsNominalTime(t *testing.T) {
	d := builtIn(t, "united-2017")
	w := &wall{time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)}
	begun := w.at
	c := drill.NewClock(w.now, d.Start, 600)
	c.Resume()
	for c.Now().Before(d.End()) {
		w.pass(500 * time.Millisecond)
		if w.at.Second() == 30 { // asking and pausing costs nothing
			c.Pause()
			c.Resume()
		}
	}
	nominal := d.End().Sub(d.Start) / 600
	if took := w.at.Sub(begun); math.Abs(float64(took-nominal)) > 0.02*float64(nominal) {
		t.Errorf("took %v, nominally %v", took, nominal)
	}
}

func TestSkippingGoesToTheNextInjectAndTheNextMorning(t *testing.T) {
	d := builtIn(t, "forno")
	at := func(s string) time.Time {
		got, err := time.ParseInLocation("2006-01-02 15:04", s, d.Zone)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	i, ok := d.NextInject(at("2026-03-12 22:15"))
	if !ok || i.Key != "voce" {
		t.Errorf("next inject %v %v", i.Key, ok)
	}
	if _, ok := d.NextInject(at("2026-03-17 12:00")); ok {
		t.Error("an inject after the last one")
	}
	for now, want := range map[string]string{
		"2026-03-12 22:00": "2026-03-13 08:00", "2026-03-13 03:00": "2026-03-13 08:00", "2026-03-13 08:00": "2026-03-14 08:00",
	} {
		if got := d.NextMorning(at(now)); !got.Equal(at(want)) {
			t.Errorf("after %s comes %v", now, got)
		}
	}
}
