package reports

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

const export = `Data;Nome;Testo;Link
25/11/2025 10:00;Marta R.;Due ore di attesa e nessuna scusa, pessimo;https://example.org/1
24/11/2025 10:00;Giulia B.;La focaccia è fantastica, bravissimi;https://example.org/2
01/11/2025 10:00;Luca;Aperti anche domenica;https://example.org/3
`

func TestRealWorkspace(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	path := filepath.Join(folder, "recensioni.csv")
	if err := os.WriteFile(path, []byte(export), 0o600); err != nil {
		t.Fatal(err)
	}
	yearLater := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	d, err := desk.Open(ctx, filepath.Join(folder, "w.vedetta"), data.At(yearLater))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, h)
	p.pause, p.dpi = 0, 24
	p.Start()
	t.Cleanup(p.Stop)
	if !p.Empty() || h.err != nil {
		t.Fatalf("empty %v, error %v", p.Empty(), h.err)
	}
	if _, err := d.Import(ctx, data.Plan{Path: path}, nil); err != nil {
		t.Fatal(err)
	}
	if got := p.shown.report.Summary.Now.Mentions(); got != 2 || p.Period() != "19–25 November 2025" || p.Empty() {
		t.Errorf("%d mentions in %s, want 2 in the week of the newest one; error %v", got, p.Period(), h.err)
	}
	p.SetSpan(SpanFull)
	if got := p.shown.report.Summary.Now.Mentions(); got != 3 {
		t.Errorf("%d mentions in %s, want the 3 of the month", got, p.Period())
	}
	p.Open()
	if pdf, err := os.ReadFile(h.opened); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("opened %q: %v", h.opened, err)
	}
}
