package charts

import (
	"math/rand/v2"
	"testing"
	"time"

	gochart "github.com/wcharczuk/go-chart/v2"

	"vedetta/assets"
	"vedetta/data"
)

// canvasOf is where the plot of a chart lies.
func canvasOf(p plot) gochart.Box {
	m := p.padding()
	return gochart.Box{Left: m.Left, Right: p.w - m.Right, Top: m.Top, Bottom: p.h - m.Bottom}
}

func TestLabelsOfBandsStayApartAndInside(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	full, short := 0, 0
	for range 3000 {
		c := Chart{Timeline: hours(data.Daily, 1+r.IntN(90)), Zone: time.UTC, Words: assets.WordsFor("it")}
		start := c.Timeline.Buckets[0].Start
		for range 1 + r.IntN(7) {
			from := start.Add(time.Duration(r.IntN(100*24)-120) * time.Hour)
			c.Bands = append(c.Bands, Band{
				Kind: BandKind(r.IntN(3)), From: from, To: from.Add(time.Duration(r.IntN(200)) * time.Hour),
				Label: "Allerta 25 nov 14:20", Short: "25 nov",
			})
		}
		scale := []float64{1, 1.5, 8}[r.IntN(3)]
		p := c.plotIn(int(float64(60+r.IntN(900))*scale), int(140*scale), scale)
		box := canvasOf(p)
		labels := p.bandLabels(p.placed(box), box)
		for i, l := range labels {
			if l.left < box.Left || l.right > box.Right {
				t.Fatalf("%q from %d to %d leaves the plot %v", l.text, l.left, l.right, box)
			}
			if l.text == "25 nov" {
				short++
			} else {
				full++
			}
			if touches(l, labels[i+1:], 0) {
				t.Fatalf("%+v touches another of %+v", l, labels)
			}
		}
	}
	if full < 100 || short < 100 {
		t.Errorf("%d labels in full, %d short: nothing was tried", full, short)
	}
}

func TestABandLiesWhereItsTimeIs(t *testing.T) {
	c := Chart{Timeline: hours(data.Daily, 10), Zone: time.UTC, Words: assets.WordsFor("en")}
	day := func(n float64) time.Time {
		return c.Timeline.Buckets[0].Start.Add(time.Duration(n * 24 * float64(time.Hour)))
	}
	for name, b := range map[string]struct {
		from, to    float64
		left, right float64 // slots
		absent      bool
	}{
		"within":                {from: 2.5, to: 4, left: 2.5, right: 4},
		"from before the plot":  {from: -3, to: 1, left: 0, right: 1},
		"beyond its end":        {from: 9, to: 30, left: 9, right: 10},
		"over all of it":        {from: -3, to: 30, left: 0, right: 10},
		"before it":             {from: -3, to: 0, absent: true},
		"after it":              {from: 10, to: 12, absent: true},
		"ending where it began": {from: 4, to: 4, absent: true},
	} {
		c.Bands = []Band{{From: day(b.from), To: day(b.to)}}
		p := c.plotIn(1000, 200, 1)
		box := canvasOf(p)
		placed := p.placed(box)
		if len(placed) != 1 || b.absent {
			if len(placed) != 0 || !b.absent {
				t.Errorf("%s: placed %+v", name, placed)
			}
			continue
		}
		if got := placed[0]; got.left != p.x(box, b.left) || got.right != p.x(box, b.right) {
			t.Errorf("%s: from %d to %d, want %d to %d", name, got.left, got.right, p.x(box, b.left), p.x(box, b.right))
		}
	}
}

func TestAShortIncidentIsSeenAmongMonthsUpToTheEdge(t *testing.T) {
	c := Chart{Timeline: hours(data.Weekly, 50), Zone: time.UTC, Words: assets.WordsFor("en")}
	end := c.Timeline.Buckets[49].End
	c.Bands = []Band{{From: end.Add(-time.Hour), To: end}, {From: end.AddDate(0, 0, -60), To: end.AddDate(0, 0, -60).Add(time.Minute)}}
	p := c.plotIn(400, 200, 2)
	box := canvasOf(p)
	for _, b := range p.placed(box) {
		if b.right-b.left != p.px(leastBand) || b.right > box.Right {
			t.Errorf("from %d to %d in %v", b.left, b.right, box)
		}
	}
}

func TestAGapInterruptsTheLine(t *testing.T) {
	c := Chart{Timeline: hours(data.Daily, 6), Words: assets.WordsFor("en")}
	at := func(day, hour int) time.Time {
		return c.Timeline.Buckets[day].Start.Add(time.Duration(hour) * time.Hour)
	}
	for name, b := range map[string]struct {
		band Band
		want [5]bool
	}{
		"a whole day":        {Band{Kind: BandGap, From: at(2, 0), To: at(3, 0)}, [5]bool{1: true, 2: true}},
		"a night":            {Band{Kind: BandGap, From: at(2, 18), To: at(3, 6)}, [5]bool{2: true}},
		"an hour":            {Band{Kind: BandGap, From: at(2, 0), To: at(2, 1)}, [5]bool{}},
		"a day of incident":  {Band{Kind: BandIncident, From: at(2, 0), To: at(3, 0)}, [5]bool{}},
		"all before the end": {Band{Kind: BandGap, From: at(3, 0).AddDate(0, 0, -30), To: at(5, 0)}, [5]bool{true, true, true, true, true}},
	} {
		c.Bands = []Band{b.band}
		p := c.plotIn(400, 200, 1)
		var got [5]bool
		for i := range got {
			got[i] = p.gapAfter(i)
		}
		if got != b.want {
			t.Errorf("%s: interrupted after %v, want %v", name, got, b.want)
		}
	}
}
