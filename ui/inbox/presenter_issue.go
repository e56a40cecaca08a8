package inbox

import (
	"context"
	"strings"

	"vedetta/data"
)

// issueDesk is what the inbox asks about issues.
type issueDesk interface {
	Issues(ctx context.Context, closed bool) ([]data.Issue, error)
	IssueOf(ctx context.Context, mention data.ID) ([]data.Issue, error)
	NewIssue(ctx context.Context, title string, ids []data.ID) (int64, undoing, error)
	AddToIssue(ctx context.Context, ids []data.ID, issue int64) (undoing, error)
	RemoveFromIssue(ctx context.Context, ids []data.ID, issue int64) (undoing, error)
}

// issuesOffered is how many open issues are offered, the gravest first.
const issuesOffered = 12

// IssuesOf are the issues of the mention shown in full.
func (p *Presenter) IssuesOf() []data.Issue { return p.issues }

func (p *Presenter) loadIssues() {
	if !p.hasDetail {
		p.issues = nil
		return
	}
	id := p.detail.ID
	p.loads.issues.Load(func(ctx context.Context) func() {
		of, err := p.desk.IssueOf(ctx, id)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.issues = of
			p.face.DetailChanged()
		}
	})
}

// OfferIssues reads the open issues and hands them on, to choose from.
func (p *Presenter) OfferIssues(offer func([]data.Issue)) {
	if len(p.meant()) == 0 {
		return
	}
	p.loads.offer.Load(func(ctx context.Context) func() {
		open, err := p.desk.Issues(ctx, false)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			offer(open[:min(issuesOffered, len(open))])
		}
	})
}

// AddToIssue puts the meant mentions to an issue.
func (p *Presenter) AddToIssue(i data.Issue) {
	p.apply(change{
		name: "inbox.done.issue",
		args: []any{"Title", i.Title},
		row:  func(*data.Row) {}, whole: true,
		do: func(ctx context.Context, ids []data.ID) (undoing, error) {
			return p.desk.AddToIssue(ctx, ids, i.ID)
		},
	})
}

// RemoveFromIssue takes the meant mentions out of an issue.
func (p *Presenter) RemoveFromIssue(i data.Issue) {
	p.apply(change{
		name: "inbox.done.no_issue",
		args: []any{"Title", i.Title},
		row:  func(*data.Row) {}, whole: true,
		do: func(ctx context.Context, ids []data.ID) (undoing, error) {
			return p.desk.RemoveFromIssue(ctx, ids, i.ID)
		},
	})
}

// NewIssue makes an issue of the meant mentions.
func (p *Presenter) NewIssue(title string) {
	p.apply(change{
		name: "inbox.done.issue",
		args: []any{"Title", strings.TrimSpace(title)},
		row:  func(*data.Row) {}, whole: true,
		do: func(ctx context.Context, ids []data.ID) (undoing, error) {
			_, undo, err := p.desk.NewIssue(ctx, title, ids)
			return undo, err
		},
	})
}
