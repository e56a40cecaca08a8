package simulate_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
	"vedetta/data/detect/simulate"
)

func TestABrandIsWhatItsNumbersSay(t *testing.T) {
	mentions, negatives, days := 0.0, 0.0, []float64{}
	for seed := range uint64(60) {
		hours, _ := simulate.Usual.Run(simulate.None, seed)
		day := 0.0
		for i, h := range hours {
			mentions, negatives, day = mentions+float64(h.N), negatives+float64(h.Negative), day+float64(h.N)
			if i%24 == 23 {
				days, day = append(days, day), 0
			}
		}
	}
	mean := mentions / float64(len(days))
	variance := 0.0
	for _, d := range days {
		variance += (d - mean) * (d - mean) / float64(len(days))
	}
	if math.Abs(mean-12) > 0.3 || math.Abs(negatives/mentions-0.18) > 0.01 {
		t.Errorf("%.2f mentions a day, %.3f of them negative", mean, negatives/mentions)
	}
	// Poisson, gamma of shape 4, and the pattern of the week together.
	if want := 12 + 144*(1.25*(2*0.36+5*1.16*1.16)/7-1); math.Abs(variance-want) > 0.1*want {
		t.Errorf("variance %.1f, want %.1f", variance, want)
	}
}

func TestTheSameSeedGivesTheSameMentions(t *testing.T) {
	a, onset := simulate.Usual.Run(simulate.Triple, 5)
	b, again := simulate.Usual.Run(simulate.Triple, 5)
	c, _ := simulate.Usual.Run(simulate.Triple, 6)
	if onset != again || !slices.Equal(a, b) || slices.Equal(a, c) {
		t.Error("a seed does not decide what is made up")
	}
}

// counted begins after the detectors know what is usual.
const counted = 21 * 24

// tried is what detectors did to many runs.
type tried struct{ falseMonth, found float64 }

func try(b simulate.Brand, c simulate.Crisis, s data.Sensitivity, runs int) (out tried) {
	incidents, found := 0, 0
	for seed := range uint64(runs) {
		hours, onset := b.Run(c, seed)
		series := detect.NewSeries(time.Hour, s, true)
		last, first := -48, -1
		for i, h := range hours {
			_, alarms := series.Add(detect.Point{At: h.At, Count: float64(h.N), Negative: h.Negative})
			if len(alarms) == 0 {
				continue
			}
			if i >= counted && i-last > 24 {
				incidents++
			}
			last = i
			if first < 0 && i >= onset {
				first = i - onset
			}
		}
		if first >= 0 && first < c.Horizon() {
			found++
		}
	}
	months := float64(runs) * (simulate.Days*24 - counted) / 24 / 30.44
	return tried{float64(incidents) / months, 100 * float64(found) / float64(runs)}
}

func TestASmallBrandIsWarnedAndNotAlarmed(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates for seconds")
	}
	const runs = 60
	if quiet := try(simulate.Usual, simulate.None, data.Normal, runs); quiet.falseMonth > 0.35 {
		t.Errorf("%.2f false incidents a month", quiet.falseMonth)
	}
	for c, least := range map[simulate.Crisis]float64{simulate.Triple: 85, simulate.Burst: 98, simulate.Drift: 95, simulate.Growth: 95} {
		if got := try(simulate.Usual, c, data.Normal, runs); got.found < least {
			t.Errorf("%s: found %.0f %%, want %.0f", c, got.found, least)
		}
	}
}

// BenchmarkSmallBrand prints, for each sensitivity, false incidents a month and
// the crises found in time, with right labels and with 15 % wrong ones, over
// 300 runs.
func BenchmarkSmallBrand(b *testing.B) {
	wrong := simulate.Usual
	wrong.Noise = 0.15
	for _, s := range data.Sensitivities {
		for name, brand := range map[string]simulate.Brand{"right": simulate.Usual, "noisy": wrong} {
			b.Run(string(s)+"/"+name, func(b *testing.B) {
				for b.Loop() {
					for _, c := range simulate.Crises {
						got := try(brand, c, s, 300)
						if c == simulate.None {
							b.ReportMetric(got.falseMonth, "false/month")
							continue
						}
						b.ReportMetric(got.found, "%found-"+[...]string{"", "triple", "burst", "drift", "growth"}[c])
					}
				}
			})
		}
	}
}
