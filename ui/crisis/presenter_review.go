package crisis

import (
	"context"
	"slices"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// Learning is what the room asks of the workspace to learn from a crisis.
type Learning interface {
	Review(ctx context.Context, issue int64, words *assets.Words) (data.Review, error)
	SaveReview(ctx context.Context, issue int64, r data.Review) error
	AcceptEdits(ctx context.Context, issue int64, edits []data.StepEdit) (undoing, error)

	PlaybookVersions(ctx context.Context, lang, key string) ([]data.Playbook, error)
	SavePlaybook(ctx context.Context, p data.Playbook) (undoing, error)
}

// AskReview looks up what was learnt from the crisis, and asks for the rest.
func (p *Presenter) AskReview() {
	issue := p.shown.crisis.Issue
	p.asking.Load(func(ctx context.Context) func() {
		r, err := p.desk.Review(ctx, issue, p.words)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.AskReview(r)
		}
	})
}

// EditLine says what a change of the playbook would be, and why.
func (p *Presenter) EditLine(e data.StepEdit) string {
	return p.words.Text("room.edit."+e.Why, "Title", e.Title, "Phase", p.words.Phase(e.Phase), "Span", p.words.Span(time.Duration(e.Minutes)*time.Minute))
}

// SaveReview keeps what was learnt, and writes the accepted changes into the
// playbook.
func (p *Presenter) SaveReview(r data.Review) {
	issue := p.shown.crisis.Issue
	p.make(p.words.Text("room.done.review"), func(ctx context.Context) error { return p.desk.SaveReview(ctx, issue, r) })
	if slices.ContainsFunc(r.Edits, func(e data.StepEdit) bool { return e.Accept }) {
		p.run(p.words.Text("room.done.edits"), func(ctx context.Context) (undoing, error) { return p.desk.AcceptEdits(ctx, issue, r.Edits) })
	}
}
