package issues

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 25, 17, 0, 0, 0, time.UTC)
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const few = `id,data,autore,testo,fonte
a,2026-11-25 10:00:00,Marta,"Rimborso mai arrivato, dopo due ore di attesa in negozio",google
b,2026-11-25 09:00:00,Paolo,"Ancora attesa, ancora nessun rimborso: in negozio non sanno nulla",google
c,2026-11-25 08:00:00,Luca,"Focaccia buonissima, complimenti",google
d,2026-11-24 08:00:00,Anna,"Aperti domenica?",google
e,2026-11-24 07:00:00,Rita,"Il rimborso? Solo attesa, e nessuno risponde",google
f,2026-11-23 07:00:00,Ugo,"Pane ottimo come sempre",google
g,2026-11-23 06:00:00,Ida,"Colazione perfetta, torneremo",google
h,2026-11-22 06:00:00,Leo,"Cornetti caldi e personale gentile",google
`

// board is a real desk with few mentions, whose ids are listed newest first.
func board(t testing.TB) (*desk.Desk, []data.ID) {
	t.Helper()
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "workspace.db"), data.At(now))
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	must(t, d.SetZone(ctx, "Europe/Rome"))
	_, err = d.ImportText(ctx, few, data.Plan{}, nil)
	must(t, err)
	d.WaitForSearch()
	d.WaitForCopies()
	d.WaitForDetectors()
	rows, err := d.Page(ctx, data.Filter{}, 0, 100)
	must(t, err)
	var ids []data.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return d, ids
}

// heard is a face that remembers what it was told.
type heard struct {
	lists, details, marks, proposals int
	opened                           []data.Filter
	done, undone                     []string
	err                              error
}

func (h *heard) ListChanged()                 { h.lists++ }
func (h *heard) DetailChanged()               { h.details++ }
func (h *heard) MarksChanged()                { h.marks++ }
func (h *heard) ProposalsChanged()            { h.proposals++ }
func (h *heard) Open(f data.Filter, _ string) { h.opened = append(h.opened, f) }
func (h *heard) Done(what string)             { h.done = append(h.done, what) }
func (h *heard) Undone(what string)           { h.undone = append(h.undone, what) }
func (h *heard) Failed(err error)             { h.err = err }

func started(t testing.TB, d Desk, on job.Dispatcher) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), on, &job.History{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

// held keeps work until the test lets it run, as a slow disk would.
type held struct{ pending []func() }

func (h *held) Post(fn func()) { fn() }

func (h *held) Do(work job.Work) func() {
	ctx, cancel := context.WithCancel(context.Background())
	h.pending = append(h.pending, func() {
		if deliver := work(ctx); deliver != nil && ctx.Err() == nil {
			deliver()
		}
	})
	return cancel
}

// run does the work that waits.
func (h *held) run() {
	now := h.pending
	h.pending = nil
	for _, work := range now {
		work()
	}
}
