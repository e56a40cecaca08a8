package crisis

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

// watch is a clock that a test moves.
type watch struct{ at time.Time }

func (w *watch) now() time.Time { return w.at }

const few = `id,data,autore,testo,fonte
a,2026-11-25 15:00:00,Marta,"Frase razzista in vetrina, vergogna",google
b,2026-11-25 15:30:00,Paolo,"Una vergogna, quella frase in vetrina",google
c,2026-11-24 08:00:00,Luca,"Focaccia buonissima, complimenti",google
`

// board is a real desk with few mentions at a time that the test moves.
func board(t testing.TB) (*desk.Desk, *watch) {
	t.Helper()
	clock := &watch{now}
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "workspace.db"), clock.now)
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	must(t, d.SetZone(ctx, "Europe/Rome"))
	_, err = d.ImportText(ctx, few, data.Plan{}, nil)
	must(t, err)
	d.WaitForSearch()
	d.WaitForCopies()
	d.WaitForDetectors()
	return d, clock
}

// heard is a face that remembers what it was told.
type heard struct {
	rooms, ticks       int
	form               *Form
	stand              StandDown
	review             data.Review
	versions           []data.Playbook
	done, undone, said []string
	err                error
}

func (h *heard) RoomChanged()                    { h.rooms++ }
func (h *heard) Ticked()                         { h.ticks++ }
func (h *heard) AskDeclare(f *Form)              { h.form = f }
func (h *heard) AskStandDown(s StandDown)        { h.stand = s }
func (h *heard) AskReview(r data.Review)         { h.review = r }
func (h *heard) AskPlaybook(all []data.Playbook) { h.versions = all }
func (h *heard) Done(what string)                { h.done = append(h.done, what) }
func (h *heard) Undone(what string)              { h.undone = append(h.undone, what) }
func (h *heard) Said(what string)                { h.said = append(h.said, what) }
func (h *heard) Failed(err error)                { h.err = err }

func started(t testing.TB, d Desk) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, &job.History{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

// declared is a room in which a crisis was declared at now.
func declared(t testing.TB) (*Presenter, *heard, *watch) {
	t.Helper()
	d, clock := board(t)
	p, h := started(t, d)
	p.Declare(0, 0)
	f := h.form
	f.Title = "Window sign"
	f.Rate(0, 3)
	f.Rate(1, 3)
	for n, answer := range []int{1, 0, 1, 1} { // us, knew, nobody hurt, not the leader
		f.Answer(n, answer)
	}
	f.Declare()
	must(t, h.err)
	return p, h, clock
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

// one does the piece of work that waits the longest.
func (h *held) one() {
	next := h.pending[0]
	h.pending = h.pending[1:]
	next()
}
