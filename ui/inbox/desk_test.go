package inbox

import (
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
25/11/2026 10:00;Marta R.;Due ore di attesa e nessuna scusa, pessimo;https://example.org/1
24/11/2026 10:00;Giulia B.;La focaccia è fantastica, bravissimi;https://example.org/2
23/11/2026 10:00;Marta R.;Attesa infinita, servizio orribile;https://example.org/3
22/11/2026 10:00;Luca;Aperti anche domenica;https://example.org/4
`

// workspace is a real one with the mentions of the export.
func workspace(t *testing.T) *desk.Desk {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "recensioni.csv")
	if err := os.WriteFile(path, []byte(export), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "w.vedetta"), data.At(time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.Import(ctx, data.Plan{Path: path}, nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForSearch()
	return d
}

func TestRealWorkspace(t *testing.T) {
	d := workspace(t)
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("it"), job.Inline{}, &job.History{}, h)
	p.pauses = pauses{}
	p.Start()
	t.Cleanup(p.Stop)

	if n, _ := p.ViewCount(ViewAttention); p.Len() != 4 || n != "2" {
		t.Fatalf("%d rows, %s need attention, error %v", p.Len(), n, h.err)
	}
	p.SetQuery("attesa is:unanswered")
	if p.Len() != 2 {
		t.Fatalf("%d rows for the search, error %v", p.Len(), h.err)
	}
	m, _ := p.Detail()
	if len(p.Why(m)) == 0 || m.AuthorMentions != 1 || m.AuthorNegative != 1 {
		t.Errorf("why %q; %d other mentions, %d negative", p.Why(m), m.AuthorMentions, m.AuthorNegative)
	}
	typed(p, "e")
	if n, _ := p.ViewCount(ViewArchived); p.Len() != 1 || n != "1" {
		t.Errorf("%d rows after archiving, %s archived, error %v", p.Len(), n, h.err)
	}
	p.AddTag("attesa lunga")
	p.SetQuery("")
	p.ToggleTag("attesa lunga")
	if p.Len() != 1 || len(p.Tags()) != 1 {
		t.Errorf("%d rows with the tag, tags %v", p.Len(), p.Tags())
	}
	typed(p, "3z")
	if at, ok := p.Current(); !ok || p.list.rows[at].Label != data.Negative || p.list.rows[at].Overridden {
		t.Errorf("the label is not the classifier's again: %+v", p.list.rows)
	}
	typed(p, "zz")
	if n, _ := p.ViewCount(ViewArchived); n != "0" || len(p.Tags()) != 0 || h.err != nil {
		t.Errorf("%s archived and tags %v after undoing all, error %v", n, p.Tags(), h.err)
	}
	p.OpenMention(m.ID)
	if got, _ := p.Detail(); got.ID != m.ID || p.Len() != 4 {
		t.Errorf("opened %v of %d rows", got.ID, p.Len())
	}
}
