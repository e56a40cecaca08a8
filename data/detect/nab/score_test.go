package nab_test

import (
	"math"
	"os"
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
	"vedetta/data/detect/nab"
)

func read(t testing.TB) []nab.Series {
	t.Helper()
	all, err := nab.Read(os.DirFS("testdata"))
	if err != nil || len(all) != 5 {
		t.Fatalf("%d series: %v", len(all), err)
	}
	return all
}

// detections flags the rows that a function picks.
func detections(all []nab.Series, pick func(s nab.Series, row int) bool) [][]bool {
	out := make([][]bool, len(all))
	for i, s := range all {
		out[i] = make([]bool, len(s.At))
		for row := range s.At {
			out[i][row] = pick(s, row)
		}
	}
	return out
}

func surges(all []nab.Series) [][]bool {
	out := make([][]bool, len(all))
	for i, s := range all {
		d := detect.NewSeries(5*time.Minute, data.Normal, false)
		for row := range s.At {
			_, alarms := d.Add(detect.Point{At: s.At[row], Count: s.Value[row]})
			out[i] = append(out[i], len(alarms) > 0)
		}
	}
	return out
}

// The figures are those that the benchmark's own way of scoring, row by row,
// gives for the same detections.
func TestTheScoreIsThatOfTheBenchmark(t *testing.T) {
	all := read(t)
	for name, c := range map[string]struct {
		pick func(s nab.Series, row int) bool
		want [3]float64 // for each profile
	}{
		"nothing":                      {never, [3]float64{0, 0, 0}},
		"every row":                    {always, [3]float64{-22426.858746, -44953.717491, -14917.905830}},
		"the first row of each window": {atEdge(0), [3]float64{100, 100, 100}},
		"the last row of each window":  {atEdge(1), [3]float64{50.275436, 50.275436, 66.850290}},
		"each labelled instant":        {atLabels, [3]float64{93.346323, 93.346323, 95.564215}},
		"a clock every 33 hours":       {every(396), [3]float64{33.081477, -24.347649, 55.387651}},
		"a clock every 17 hours":       {every(204), [3]float64{-13.578385, -124.534587, 24.281077}},
		"rows here and there":          {scattered, [3]float64{10.888428, -11.589908, 21.842285}},
	} {
		for i, want := range c.want {
			t.Run(name+", "+nab.Profiles[i].Name, func(t *testing.T) {
				got := nab.Score(all, detections(all, c.pick), nab.Profiles[i])
				if !(math.Abs(got-want) < 1e-6) {
					t.Errorf("score %.6f, want %.6f", got, want)
				}
			})
		}
	}
}

func never(nab.Series, int) bool           { return false }
func always(nab.Series, int) bool          { return true }
func atLabels(s nab.Series, row int) bool  { return slices.Contains(s.Labels, s.At[row]) }
func scattered(_ nab.Series, row int) bool { return row*7919%1009 == 5 }
func every(n int) func(nab.Series, int) bool {
	return func(_ nab.Series, row int) bool { return row%n == 0 }
}

func atEdge(end int) func(nab.Series, int) bool {
	return func(s nab.Series, row int) bool {
		return slices.ContainsFunc(s.Windows, func(w [2]time.Time) bool { return w[end].Equal(s.At[row]) })
	}
}

// All ten series give 84.7, 78.3 and 88.8 (spec/detection.md 2). The five here
// are those that Surge was tuned on, and it scores better on them than on the
// other five (80.6): the figures guard against regressions, they promise
// nothing for other data.
func TestSurgesScoreAsMeasured(t *testing.T) {
	all := read(t)
	found := surges(all)
	for i, least := range []float64{89, 83.8, 92.6} {
		got := nab.Score(all, found, nab.Profiles[i])
		t.Logf("%-20s %.1f", nab.Profiles[i].Name, got)
		if got < least {
			t.Errorf("%s: %.2f, was %v", nab.Profiles[i].Name, got, least)
		}
	}
	e := nab.Count(all, found)
	t.Logf("%d of %d windows, %d false events, %.2f a week and series, delay %v", e.Found, e.Windows, e.False, e.FalseAWeek, e.Delay)
	if e.Found != e.Windows || e.False > 15 || e.Delay.Abs() > 5*time.Minute {
		t.Errorf("%+v", e)
	}
}

// BenchmarkSurge runs the detector over the series and prints their score.
func BenchmarkSurge(b *testing.B) {
	all := read(b)
	points := 0
	for _, s := range all {
		points += len(s.At)
	}
	var found [][]bool
	for b.Loop() {
		found = surges(all)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(points), "ns/point")
	for i, name := range []string{"standard", "lowFP", "lowFN"} {
		b.ReportMetric(nab.Score(all, found, nab.Profiles[i]), name)
	}
	b.ReportMetric(nab.Count(all, found).FalseAWeek, "false/week/series")
}
