package charts_test

import (
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/charts"
	"vedetta/data"
)

var update = flag.Bool("update", false, "write the golden images anew")

var rome = must(time.LoadLocation("Europe/Rome"))

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// timeline has n buckets from 1 November 2026 on, with a crisis in the fifth
// sixth of them.
func timeline(step data.Step, n int) data.Timeline {
	t := data.Timeline{Step: step}
	start := time.Date(2026, 11, 1, 0, 0, 0, 0, rome)
	for i := range n {
		end := map[data.Step]time.Time{
			data.Hourly: start.Add(time.Hour), data.Daily: start.AddDate(0, 0, 1), data.Weekly: start.AddDate(0, 0, 7),
		}[step]
		b := data.Bucket{Start: start.UTC(), End: end.UTC()}
		b.Negative, b.Neutral, b.Positive = 12+i*7%11, 40+i*13%29, 30+i*5%17
		if i >= n*4/5 && i < n*4/5+3 {
			b.Negative += 90
		}
		t.Buckets = append(t.Buckets, b)
		start = end
	}
	return t
}

func chart(t data.Timeline, lang string, p charts.Palette) charts.Chart {
	return charts.Chart{Timeline: t, Zone: rome, Words: assets.WordsFor(lang), Palette: p}
}

// banded has the crisis as an incident, days that were expected to be busy, and
// days without data.
func banded(lang, alert, expected, none string) charts.Chart {
	t := timeline(data.Daily, 30)
	b := t.Buckets
	for i := 6; i < 10; i++ {
		b[i].Totals = data.Totals{}
	}
	c := chart(t, lang, charts.Light)
	c.Bands = []charts.Band{
		{Kind: charts.BandGap, From: b[6].Start, To: b[10].Start, Label: none},
		{Kind: charts.BandExpected, From: b[13].Start, To: b[16].Start, Label: expected},
		{Kind: charts.BandIncident, From: b[24].Start.Add(14 * time.Hour), To: b[27].Start, Label: alert, Short: b[24].Start.In(rome).Format("2 Jan")},
	}
	return c
}

func TestDrawingsLookAsTheyDid(t *testing.T) {
	holes := timeline(data.Daily, 10)
	for _, i := range []int{2, 5, 7} {
		holes.Buckets[i].Totals = data.Totals{}
	}
	dark := banded("en", "Alert 25 Nov 14:20", "expected", "no data")
	dark.Palette = charts.Dark
	quiet := timeline(data.Daily, 7)
	for i := range quiet.Buckets {
		quiet.Buckets[i].Totals = data.Totals{}
	}
	for _, c := range []struct {
		name  string
		chart charts.Chart
		w, h  int
		scale float64
	}{
		{"days-light-it", banded("it", "Allerta 25 nov 14:20", "previsto", "nessun dato"), 560, 180, 1},
		{"days-dark-en", dark, 560, 180, 1},
		{"hours-double-scale", chart(timeline(data.Hourly, 72), "it", charts.Light), 560, 180, 2},
		{"weeks-over-new-year", chart(timeline(data.Weekly, 30), "en", charts.Light), 400, 140, 1},
		{"bands-in-a-narrow-chart", banded("it", "Allerta 25 nov 14:20", "previsto", "nessun dato"), 460, 280, 2},
		{"holes-interrupt-the-line", chart(holes, "it", charts.Light), 300, 140, 1},
		{"nothing-mentioned", chart(quiet, "it", charts.Light), 300, 120, 1},
		{"no-buckets", chart(data.Timeline{Step: data.Daily}, "it", charts.Light), 300, 120, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.chart.Image(c.w, c.h, c.scale)
			golden := filepath.Join("testdata", c.name+".png")
			if *update {
				save(t, golden, got)
			}
			if !same(got, load(t, golden)) {
				failed := filepath.Join("testdata", "failed", c.name+".png")
				save(t, failed, got)
				t.Errorf("%s differs from %s", failed, golden)
			}
		})
	}
}

func BenchmarkNinetyDays(b *testing.B) {
	c := chart(timeline(data.Daily, 90), "it", charts.Light)
	for b.Loop() {
		c.Image(1200, 400, 1)
	}
}

func save(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f := must(os.Create(path))
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return must(png.Decode(f))
}

// same allows for the last bits of floating point on another processor.
func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if !near(a.At(x, y), b.At(x, y)) {
				return false
			}
		}
	}
	return true
}

func near(a, b color.Color) bool {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	const most = 4 << 8
	return max(diff(ar, br), diff(ag, bg), diff(ab, bb), diff(aa, ba)) <= most
}

func diff(a, b uint32) uint32 { return max(a, b) - min(a, b) }
