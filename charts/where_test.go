package charts_test

import (
	"image/color"
	"testing"

	"vedetta/charts"
	"vedetta/data"
)

// striped has bars of the same height, in turn all negative and all positive,
// so that a pixel's colour tells the parity of its bucket.
func striped(n int) charts.Chart {
	t := timeline(data.Daily, n)
	for i := range t.Buckets {
		t.Buckets[i].Totals = data.Totals{}
		t.Buckets[i].Add(data.Label(i%2*2), 40)
	}
	return chart(t, "en", charts.Light)
}

func TestBucketAtAgreesWithTheDrawing(t *testing.T) {
	for _, n := range []int{1, 2, 7, 30, 90} {
		for _, scale := range []float64{1, 1.5, 2} {
			c := striped(n)
			const w, h = 600, 120
			img := c.Image(int(w*scale), int(h*scale), scale)
			row := int((h - 25) * scale)
			bars := 0
			for x := range img.Bounds().Dx() {
				at := color.NRGBAModel.Convert(img.At(x, row)).(color.NRGBA)
				if at != charts.Light.Negative && at != charts.Light.Positive {
					continue
				}
				bars++
				i, ok := c.BucketAt((float64(x)+0.5)/scale, w)
				if want := at == charts.Light.Positive; !ok || (i%2 == 1) != want {
					t.Fatalf("%d bars at scale %v: pixel %d has colour %v, BucketAt says %d, %v", n, scale, x, at, i, ok)
				}
			}
			if bars < int(w*scale)/3 {
				t.Fatalf("%d bars at scale %v: only %d pixels of bars were seen", n, scale, bars)
			}
		}
	}
}

func TestBucketAtFindsNothingBesideTheBars(t *testing.T) {
	c := striped(30)
	for _, x := range []float64{-5, 0, 10, 595, 600, 900} {
		if i, ok := c.BucketAt(x, 600); ok {
			t.Errorf("BucketAt(%v, 600) found bucket %d", x, i)
		}
	}
	if _, ok := chart(data.Timeline{}, "it", charts.Light).BucketAt(300, 600); ok {
		t.Error("a chart without buckets has none under the pointer")
	}
}

func TestAnImageHasTheSizeAskedFor(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {1, 1}, {-3, 40}, {40, 20}, {90, 31}} {
		for _, scale := range []float64{0.5, 1, 3} {
			b := striped(30).Image(size[0], size[1], scale).Bounds()
			if b.Dx() != max(size[0], 0) || b.Dy() != max(size[1], 0) {
				t.Errorf("asked for %v, got %v", size, b)
			}
		}
	}
}
