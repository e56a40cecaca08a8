package charts

import (
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

func TestTheLeftAxisEndsAtARoundNumber(t *testing.T) {
	for most, want := range map[int]float64{0: 4, 3: 4, 4: 4, 5: 8, 9: 12, 100: 100, 101: 120, 233: 240, 1001: 1200, 33_000: 40_000} {
		if got := niceTop(most); got != want {
			t.Errorf("niceTop(%d) = %v, want %v", most, got, want)
		}
	}
}

func TestLabelsOfTheXAxisStayApartAndInside(t *testing.T) {
	for _, step := range []data.Step{data.Hourly, data.Daily, data.Weekly} {
		for n := 1; n < 200; n += 13 {
			for w := 40.0; w < 2000; w *= 1.3 {
				c := Chart{Timeline: hours(step, n), Zone: time.UTC, Words: assets.WordsFor("it")}
				labels := c.xLabels(30, w-60, w)
				if !apart(labels) {
					t.Fatalf("%v, %d buckets, %v wide: labels touch: %v", step, n, w, labels)
				}
				for _, l := range labels {
					if l.x < 0 || l.x+textWidth(l.text) > w && textWidth(l.text) < w {
						t.Fatalf("%v, %d buckets, %v wide: %q is cut off at %v", step, n, w, l.text, l.x)
					}
				}
			}
		}
	}
}

func TestLabelsSayTimesAndDaysInTheZone(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	timeline := data.Timeline{Step: data.Hourly}
	for i := range 25 { // 6 November in Rome begins at 23:00 UTC
		at := time.Date(2026, 11, 5, 23+i, 0, 0, 0, time.UTC)
		timeline.Buckets = append(timeline.Buckets, data.Bucket{Start: at, End: at.Add(time.Hour)})
	}
	c := Chart{Timeline: timeline, Zone: rome, Words: assets.WordsFor("it")}
	var got []string
	for _, l := range c.xLabels(30, 400, 460) {
		got = append(got, l.text)
	}
	want := []string{"6 nov", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "7 nov"}
	if len(got) != len(want) {
		t.Fatalf("labels %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("labels %q, want %q", got, want)
		}
	}
}

func hours(step data.Step, n int) data.Timeline {
	length := map[data.Step]time.Duration{data.Hourly: time.Hour, data.Daily: 24 * time.Hour, data.Weekly: 7 * 24 * time.Hour}[step]
	t := data.Timeline{Step: step}
	at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for range n {
		t.Buckets = append(t.Buckets, data.Bucket{Start: at, End: at.Add(length)})
		at = at.Add(length)
	}
	return t
}
