package desk

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

// Issues lists the issues that are closed, or those that are not, the most
// pressing first.
func (d *Desk) Issues(ctx context.Context, closed bool) ([]data.Issue, error) {
	return d.store.Issues(ctx, closed)
}

// Issue reads one issue with its counts; ErrNotFound if there is none.
func (d *Desk) Issue(ctx context.Context, id int64) (data.Issue, error) {
	return d.store.Issue(ctx, id)
}

// IssueOf lists the issues that a mention belongs to.
func (d *Desk) IssueOf(ctx context.Context, mention data.ID) ([]data.Issue, error) {
	return d.store.IssuesOf(ctx, mention)
}

// IssueCounts counts the issues that are not closed, and those that are.
func (d *Desk) IssueCounts(ctx context.Context) (open, closed int, err error) {
	return d.store.IssueCounts(ctx)
}

// IssueTimeline lists what happened to an issue, newest first.
func (d *Desk) IssueTimeline(ctx context.Context, id int64) ([]data.IssueEvent, error) {
	return d.store.IssueEvents(ctx, id)
}

// IssueMentions lists the mentions of an issue that a filter means, oldest
// first: those that wait for an answer with Statuses: data.Unanswered.
func (d *Desk) IssueMentions(ctx context.Context, id int64, f data.Filter) ([]data.ID, error) {
	f.Issues = []int64{id}
	return d.store.IDsOf(ctx, f)
}

// editIssues makes a change of issues and tells everybody of it; touched are
// the mentions that came to an issue or left one.
func (d *Desk) editIssues(ctx context.Context, edit func(e *store.IssueEdit) (touched []data.ID, err error)) (Undo, error) {
	var touched []data.ID
	undo, err := d.store.EditIssues(ctx, func(e *store.IssueEdit) (err error) {
		touched, err = edit(e)
		return err
	})
	if err != nil {
		return nil, err
	}
	d.changedIssues(touched)
	return func(ctx context.Context) error {
		err := d.store.TakeBackIssues(ctx, undo)
		if err == nil {
			d.changedIssues(touched)
		}
		return err
	}, nil
}

func (d *Desk) changedIssues(touched []data.ID) {
	d.events.IssuesChanged.Fire(struct{}{})
	if len(touched) > 0 {
		d.events.TriageChanged.Fire(touched)
	}
}

// titled is a title as it is kept; ErrIssueTitle if it says nothing.
func titled(title string) (string, error) {
	if title = strings.Join(strings.Fields(title), " "); title == "" {
		return "", &data.Error{Code: data.ErrIssueTitle}
	}
	return title, nil
}

// NewIssue makes an issue of mentions; there may be none.
func (d *Desk) NewIssue(ctx context.Context, title string, ids []data.ID) (id int64, undo Undo, err error) {
	if title, err = titled(title); err != nil {
		return 0, nil, err
	}
	undo, err = d.editIssues(ctx, func(e *store.IssueEdit) (added []data.ID, err error) {
		id, added, err = begin(e, title, ids)
		return added, err
	})
	return id, undo, err
}

func begin(e *store.IssueEdit, title string, ids []data.ID) (id int64, added []data.ID, err error) {
	if id, err = e.Create(title); err != nil {
		return 0, nil, err
	}
	if added, err = e.Add(id, ids); err != nil {
		return 0, nil, err
	}
	return id, added, e.Log(id, data.IssueCreated, data.EventRest{Now: title, Count: len(added)})
}

// AddToIssue puts mentions to an issue; those that are there stay.
func (d *Desk) AddToIssue(ctx context.Context, ids []data.ID, issue int64) (Undo, error) {
	return d.editIssues(ctx, func(e *store.IssueEdit) ([]data.ID, error) {
		added, err := e.Add(issue, ids)
		if err != nil || len(added) == 0 {
			return nil, err
		}
		return added, logged(e, issue, data.IssueAdded, data.EventRest{Count: len(added)})
	})
}

// RemoveFromIssue takes mentions out of an issue.
func (d *Desk) RemoveFromIssue(ctx context.Context, ids []data.ID, issue int64) (Undo, error) {
	return d.editIssues(ctx, func(e *store.IssueEdit) ([]data.ID, error) {
		removed, err := e.Remove(issue, ids)
		if err != nil || len(removed) == 0 {
			return nil, err
		}
		return removed, logged(e, issue, data.IssueRemoved, data.EventRest{Count: len(removed)})
	})
}

// logged notes that an issue changed, now, and how.
func logged(e *store.IssueEdit, issue int64, kind data.IssueEventKind, rest data.EventRest) error {
	if _, err := e.Change(issue, func(*data.Issue) {}); err != nil {
		return err
	}
	return e.Log(issue, kind, rest)
}

// changeIssue edits one issue; what was changed is said by event, given how
// the issue was before.
func (d *Desk) changeIssue(ctx context.Context, id int64, kind data.IssueEventKind, edit func(*data.Issue), event func(before data.Issue) data.EventRest) (Undo, error) {
	return d.editIssues(ctx, func(e *store.IssueEdit) ([]data.ID, error) {
		before, err := e.Change(id, edit)
		if err != nil {
			return nil, err
		}
		return nil, e.Log(id, kind, event(before))
	})
}

// RenameIssue gives an issue another title.
func (d *Desk) RenameIssue(ctx context.Context, id int64, title string) (Undo, error) {
	title, err := titled(title)
	if err != nil {
		return nil, err
	}
	return d.changeIssue(ctx, id, data.IssueRenamed, func(i *data.Issue) { i.Title = title },
		func(before data.Issue) data.EventRest { return data.EventRest{Was: before.Title, Now: title} })
}

// RateIssue stores the answers to the severity matrix and the level that the
// person decides for. Another one than the matrix gives wants a reason:
// ErrIssueReason. An issue without a due time gets that of its level.
func (d *Desk) RateIssue(ctx context.Context, id int64, rating data.SeverityRating, level int, reason string) (Undo, error) {
	level, reason, err := rated(rating, level, reason)
	if err != nil {
		return nil, err
	}
	clock, err := d.clockwork(ctx)
	if err != nil {
		return nil, err
	}
	return d.changeIssue(ctx, id, data.IssueRated, func(i *data.Issue) {
		i.Rating, i.Severity, i.Reason = rating, level, reason
		if i.DueAt.IsZero() {
			i.DueAt = clock.settle(d.Now(), level)
		}
	}, func(data.Issue) data.EventRest {
		return data.EventRest{Level: level, Points: rating.Points(), Reason: reason}
	})
}

// SetIssueStatus opens an issue again, lets it wait or closes it.
func (d *Desk) SetIssueStatus(ctx context.Context, id int64, s data.IssueStatus) (Undo, error) {
	now := d.Now()
	return d.changeIssue(ctx, id, data.IssueMoved, func(i *data.Issue) { setStatus(i, s, now) },
		func(before data.Issue) data.EventRest {
			return data.EventRest{Was: string(before.Status), Now: string(s)}
		})
}

func setStatus(i *data.Issue, s data.IssueStatus, now time.Time) {
	i.Status, i.ClosedAt = s, time.Time{}
	if s == data.IssueClosed {
		i.ClosedAt = now
	}
}

// SetIssueDue says until when an issue is to be done; zero: there is no such
// time.
func (d *Desk) SetIssueDue(ctx context.Context, id int64, due time.Time) (Undo, error) {
	return d.changeIssue(ctx, id, data.IssueDue, func(i *data.Issue) { i.DueAt = due },
		func(data.Issue) data.EventRest { return data.EventRest{Due: due} })
}

// SetIssueNotes writes the person's notes on an issue.
func (d *Desk) SetIssueNotes(ctx context.Context, id int64, notes string) (Undo, error) {
	return d.changeIssue(ctx, id, data.IssueNoted, func(i *data.Issue) { i.Notes = strings.TrimSpace(notes) },
		func(data.Issue) data.EventRest { return data.EventRest{} })
}
