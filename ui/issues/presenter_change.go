package issues

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// run has the desk make a change; what names it afterwards.
func (p *Presenter) run(what string, do func(context.Context) (undoing, error)) {
	p.changing++
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := do(ctx)
		return func() {
			p.changing--
			if err != nil {
				p.face.Failed(err)
				p.face.DetailChanged() // what was typed or chosen did not come to be
				return
			}
			p.history.Add(what, undo)
			p.face.Done(what)
		}
	})
}

// Create makes an issue without mentions and shows it.
func (p *Presenter) Create(title string) {
	p.run(p.words.Text("issues.done.created", "Title", title), func(ctx context.Context) (undoing, error) {
		id, undo, err := p.desk.NewIssue(ctx, title, nil)
		if err == nil {
			p.dispatcher.Post(func() { p.Show(id) })
		}
		return undo, err
	})
}

// Add puts mentions to the chosen issue.
func (p *Presenter) Add(ids []data.ID) {
	i, ok := p.Current()
	if !ok || len(ids) == 0 {
		return
	}
	p.run(p.words.Count("issues.done.added", len(ids), "Title", i.Title), func(ctx context.Context) (undoing, error) {
		return p.desk.AddToIssue(ctx, ids, i.ID)
	})
}

// RemoveMarked takes the marked mentions out of the chosen issue.
func (p *Presenter) RemoveMarked() {
	i, ok := p.Current()
	ids := p.Marks()
	if !ok || len(ids) == 0 {
		return
	}
	p.run(p.words.Count("issues.done.removed", len(ids), "Title", i.Title), func(ctx context.Context) (undoing, error) {
		return p.desk.RemoveFromIssue(ctx, ids, i.ID)
	})
}

// Split moves the marked mentions to a new issue and shows it.
func (p *Presenter) Split(title string) {
	i, ok := p.Current()
	ids := p.Marks()
	if !ok || len(ids) == 0 {
		return
	}
	p.run(p.words.Count("issues.done.split", len(ids), "Title", title), func(ctx context.Context) (undoing, error) {
		made, undo, err := p.desk.SplitIssue(ctx, i.ID, ids, title)
		if err == nil {
			p.dispatcher.Post(func() { p.Show(made) })
		}
		return undo, err
	})
}

// change edits the chosen issue.
func (p *Presenter) change(what string, do func(ctx context.Context, id int64) (undoing, error)) {
	if p.chosen == 0 {
		return
	}
	id := p.chosen
	p.run(what, func(ctx context.Context) (undoing, error) { return do(ctx, id) })
}

// Rename gives the chosen issue another title.
func (p *Presenter) Rename(title string) {
	title = strings.Join(strings.Fields(title), " ")
	if i, ok := p.Current(); !ok || i.Title == title {
		return
	}
	p.change(p.words.Text("issues.done.renamed", "Title", title), func(ctx context.Context, id int64) (undoing, error) {
		return p.desk.RenameIssue(ctx, id, title)
	})
}

// SetStatus opens the chosen issue, lets it wait or closes it.
func (p *Presenter) SetStatus(s data.IssueStatus) {
	i, ok := p.Current()
	if !ok || i.Status == s {
		return
	}
	p.change(p.words.Text("issues.done.status", "Title", i.Title, "Status", p.Status(s)), func(ctx context.Context, id int64) (undoing, error) {
		return p.desk.SetIssueStatus(ctx, id, s)
	})
}

// SetDue says until when the chosen issue is to be done; zero: no such time.
func (p *Presenter) SetDue(due time.Time) {
	what := p.words.Text("issues.done.due.none")
	if !due.IsZero() {
		what = p.words.Text("issues.due", "When", p.words.Moment(due, p.desk.Zone()))
	}
	p.change(what, func(ctx context.Context, id int64) (undoing, error) { return p.desk.SetIssueDue(ctx, id, due) })
}

// SetNotes stores the notes on an issue, which may no longer be the chosen one.
func (p *Presenter) SetNotes(id int64, notes string) {
	if at := p.place(id); at >= 0 {
		if p.shown.issues[at].Notes == strings.TrimSpace(notes) {
			return
		}
		p.shown.issues[at].Notes = strings.TrimSpace(notes)
	}
	p.run(p.words.Text("issues.done.notes"), func(ctx context.Context) (undoing, error) { return p.desk.SetIssueNotes(ctx, id, notes) })
}

// Rate stores severity, answers and reason of the chosen issue.
func (p *Presenter) Rate(r data.SeverityRating, level int, reason string) {
	p.change(p.words.Text("issues.done.rated", "Level", p.words.Severity(level)), func(ctx context.Context, id int64) (undoing, error) {
		return p.desk.RateIssue(ctx, id, r, level, reason)
	})
}

// Others are the issues that the chosen one can be merged with.
func (p *Presenter) Others() (out []data.Issue) {
	for _, i := range p.shown.issues {
		if i.ID != p.chosen {
			out = append(out, i)
		}
	}
	return out
}

// MergeInto moves everything of the chosen issue to another one and shows that.
func (p *Presenter) MergeInto(other data.Issue) {
	p.change(p.words.Text("issues.done.merged", "Title", other.Title), func(ctx context.Context, id int64) (undoing, error) {
		undo, err := p.desk.MergeIssues(ctx, id, other.ID)
		if err == nil {
			p.dispatcher.Post(func() { p.Show(other.ID) })
		}
		return undo, err
	})
}

// Undo takes the last change back, made here or on another screen.
func (p *Presenter) Undo() {
	p.history.Undo(p.dispatcher, func(what string, err error) {
		if err != nil {
			p.face.Failed(err)
			return
		}
		p.face.Undone(what)
	})
}
