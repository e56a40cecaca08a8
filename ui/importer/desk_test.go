package importer

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// posting runs work at once, but keeps what other goroutines post (progress
// of an import) until the test lets it run.
type posting struct {
	job.Inline
	mu     sync.Mutex
	posted []func()
}

func (p *posting) Post(fn func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.posted = append(p.posted, fn)
}

func (p *posting) settle() {
	for {
		p.mu.Lock()
		now := p.posted
		p.posted = nil
		p.mu.Unlock()
		if len(now) == 0 {
			return
		}
		for _, fn := range now {
			fn()
		}
	}
}

const export = `Data;Nome;Testo;Link
25/11/2026;Marta R.;Due ore di attesa e nessuna scusa;https://example.org/1
24/11/2026;Giulia B.;La focaccia è fantastica;https://example.org/2
;Anna;senza data;https://example.org/3
`

func TestRealFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "recensioni.csv")
	if err := os.WriteFile(path, []byte(export), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.vedetta"), data.At(time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	ui, h := &posting{}, &heard{}
	p := NewPresenter(d, assets.WordsFor("it"), ui, h)
	p.Start()
	t.Cleanup(p.Stop)

	p.Drop([]string{path})
	ui.settle()
	c, ok := p.Checked()
	if !ok || c.New != 2 || c.Rejected != 1 || p.ImportButton() != "Importa 2 menzioni" {
		t.Fatalf("checked %+v (%v), the button says %q, refused %v", c, ok, p.ImportButton(), p.Refusal())
	}
	p.Import()
	ui.settle()
	if p.Stage() != StageDone || len(p.History()) != 1 || p.History()[0].New != 2 {
		t.Fatalf("stage %v, history %+v, refused %v", p.Stage(), p.History(), p.Refusal())
	}
	var csv bytes.Buffer
	p.SaveRejected(p.Result(), func() (Target, error) { return nopCloser{&csv}, nil })
	if !bytes.Contains(csv.Bytes(), []byte("senza data")) {
		t.Errorf("rejected rows saved as %q, error %v", csv.String(), h.err)
	}
	p.Undo(p.Result())
	ui.settle()
	if w, err := d.Workspace(context.Background()); err != nil || w.Mentions != 0 {
		t.Errorf("%d mentions left after undo, %v, %v", w.Mentions, err, h.err)
	}
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
