package report

import (
	"bytes"
	"testing"

	"vedetta/assets"
	"vedetta/data"
)

// fourPages is a report as long as they get: every list of its full length.
func fourPages(b *testing.B) data.Report {
	r := aurora()
	for len(r.Topics) < 12 {
		r.Topics = append(r.Topics, r.Topics...)
	}
	for len(r.Sources) < 12 {
		r.Sources = append(r.Sources, r.Sources...)
	}
	r.Sampled, r.Query = true, "rimborso OR attesa"
	if n := len(layOut(r, assets.WordsFor("it"), A4).sheets); n != 4 {
		b.Fatalf("the report has %d pages", n)
	}
	return r
}

func BenchmarkWriteFourPages(b *testing.B) {
	r, words := fourPages(b), assets.WordsFor("it")
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, r, words, A4); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len())/1000, "kB")
	}
}

func BenchmarkPreviewFourPages(b *testing.B) {
	r, words := fourPages(b), assets.WordsFor("it")
	for b.Loop() {
		if _, err := Pages(r, words, A4, 96); err != nil {
			b.Fatal(err)
		}
	}
}
