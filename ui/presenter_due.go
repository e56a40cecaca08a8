package ui

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// dueDesk is what the window asks about clocks that run out.
type dueDesk interface {
	Now() time.Time
	Zone() *time.Location
	CrisisDue(ctx context.Context, now time.Time) ([]data.CrisisDue, error)
}

// dueFace is told what falls due, on the UI goroutine; alone is what a locked
// screen may show.
type dueFace interface {
	FellDue(issue int64, said, alone string)
}

// duePresenter tells once of each thing that falls due in a crisis, on
// whatever screen the person is. It lives on the UI goroutine.
type duePresenter struct {
	desk  dueDesk
	words *assets.Words
	face  dueFace

	beat    time.Duration // between two looks; 0: none
	told    map[data.CrisisDue]bool
	looking *job.Loader
}

func newDuePresenter(d dueDesk, words *assets.Words, dispatcher job.Dispatcher, face dueFace) *duePresenter {
	return &duePresenter{desk: d, words: words, face: face, told: map[data.CrisisDue]bool{}, looking: job.NewLoader(dispatcher)}
}

// Start looks now, and at every beat from then on.
func (p *duePresenter) Start() { p.look(0) }

// Stop ends what Start began.
func (p *duePresenter) Stop() { p.looking.Cancel() }

func (p *duePresenter) look(pause time.Duration) {
	p.looking.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		due, err := p.desk.CrisisDue(ctx, p.desk.Now())
		return func() {
			if err == nil {
				p.tell(due)
			}
			if p.beat > 0 {
				p.look(p.beat)
			}
		}
	})
}

// tell tells of what was not told yet: of one thing in words, of many by their
// number.
func (p *duePresenter) tell(due []data.CrisisDue) {
	var fresh []data.CrisisDue
	for _, d := range due {
		if !p.told[d] {
			p.told[d] = true
			fresh = append(fresh, d)
		}
	}
	if len(fresh) == 0 {
		return
	}
	alone := p.words.Count("room.due.many", len(fresh))
	said := alone
	if d := fresh[0]; len(fresh) == 1 {
		said = p.words.Text("room.due."+string(d.Kind), "Crisis", d.Crisis, "Title", d.Title, "When", p.words.ClockOrMoment(d.At, p.desk.Now(), p.desk.Zone()))
	}
	p.face.FellDue(fresh[0].Issue, said, alone)
}
