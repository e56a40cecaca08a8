package overview

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

func TestTheChartMarksWhatWasPublished(t *testing.T) {
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	d := calm(t)
	issue, err := d.Declare(ctx, data.Declaration{Title: "Frase", Rating: data.SeverityRating{Harm: 3, Spread: 3, Responsibility: 2}, Lang: "it"})
	must(err)
	id, err := d.SaveStatement(ctx, data.Statement{Issue: issue, Kind: data.StatementApology, Lang: "it", Text: "Ci scusiamo."})
	must(err)
	p, _ := started(t, d, "it")
	marks := func() (out []string) {
		for _, b := range p.Bands() {
			if b.Kind == BandMark {
				out = append(out, b.Label)
			}
		}
		return out
	}
	if got := marks(); len(got) != 0 {
		t.Fatalf("a draft is marked: %q", got)
	}
	undo, err := d.PublishStatement(ctx, id, noon.Add(-time.Hour), "Instagram", "", time.Time{})
	must(err)
	if got := marks(); !slices.Equal(got, []string{"Scuse"}) {
		t.Errorf("marks %q", got)
	}
	last := len(p.Timeline().Buckets) - 1
	if got := p.Bar(last); !strings.Contains(got, "Pubblicato alle 12:00: Scuse.") {
		t.Errorf("the bar says %q", got)
	}
	if got := p.Bar(0); strings.Contains(got, "Pubblicato") {
		t.Errorf("another bar says %q", got)
	}
	must(undo(ctx))
	if got := marks(); len(got) != 0 {
		t.Errorf("taken back, marks %q", got)
	}
}
