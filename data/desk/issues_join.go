package desk

import (
	"context"
	"errors"

	"vedetta/data"
	"vedetta/data/store"
)

// MergeIssues moves everything of one issue to another one and closes it. The
// graver severity of the two stands.
func (d *Desk) MergeIssues(ctx context.Context, from, into int64) (Undo, error) {
	if from == into {
		return nil, data.Errorf(data.ErrNotFound, "issue %d cannot be merged with itself", from)
	}
	now := d.Now()
	return d.editIssues(ctx, func(e *store.IssueEdit) ([]data.ID, error) {
		if _, err := e.CrisisIn(from); data.CodeOf(err) != data.ErrNotFound {
			return nil, errors.Join(data.Errorf(data.ErrCrisisMerge, "issue %d", from), err)
		}
		ids, err := e.Mentions(from)
		if err != nil {
			return nil, err
		}
		if _, err = e.Add(into, ids); err != nil {
			return nil, err
		}
		merged, err := e.Change(from, func(i *data.Issue) {
			setStatus(i, data.IssueClosed, now)
			i.MergedInto = into
		})
		if err != nil {
			return nil, err
		}
		kept, err := e.Change(into, func(i *data.Issue) { absorb(i, merged) })
		if err != nil {
			return nil, err
		}
		if _, err = e.Remove(from, ids); err != nil {
			return nil, err
		}
		if err := e.HandOver(from, into); err != nil {
			return nil, err
		}
		if err := e.Log(from, data.IssueMerged, data.EventRest{Now: kept.Title, Issue: into}); err != nil {
			return nil, err
		}
		return ids, e.Log(into, data.IssueAbsorbed, data.EventRest{Was: merged.Title, Count: len(ids), Issue: from})
	})
}

// absorb takes over what the person said of an issue that is merged.
func absorb(i *data.Issue, merged data.Issue) {
	if merged.Severity > i.Severity {
		i.Severity, i.Rating, i.Reason = merged.Severity, merged.Rating, merged.Reason
	}
	if !merged.DueAt.IsZero() && (i.DueAt.IsZero() || merged.DueAt.Before(i.DueAt)) {
		i.DueAt = merged.DueAt
	}
	switch {
	case i.Notes == "":
		i.Notes = merged.Notes
	case merged.Notes != "":
		i.Notes += "\n\n" + merged.Notes
	}
}

// SplitIssue moves mentions of an issue to a new one.
func (d *Desk) SplitIssue(ctx context.Context, id int64, ids []data.ID, title string) (made int64, undo Undo, err error) {
	if title, err = titled(title); err != nil {
		return 0, nil, err
	}
	undo, err = d.editIssues(ctx, func(e *store.IssueEdit) ([]data.ID, error) {
		old, err := e.Change(id, func(*data.Issue) {})
		if err != nil {
			return nil, err
		}
		moved, err := e.Remove(id, ids)
		if err != nil {
			return nil, err
		}
		if made, err = e.Create(title); err != nil {
			return nil, err
		}
		if _, err = e.Add(made, moved); err != nil {
			return nil, err
		}
		if err := e.Log(id, data.IssueSplitOff, data.EventRest{Now: title, Count: len(moved), Issue: made}); err != nil {
			return nil, err
		}
		return moved, e.Log(made, data.IssueSplitFrom, data.EventRest{Was: old.Title, Now: title, Count: len(moved), Issue: id})
	})
	return made, undo, err
}

// incidentMentions is how many mentions of an incident an issue begins with.
const incidentMentions = 10_000

// draftTerms is how many words name an incident.
const draftTerms = 3

// DraftIssue proposes what an issue made of an incident begins with: the
// negative mentions of its stretch or, where there are none, all of them.
func (d *Desk) DraftIssue(ctx context.Context, incident int64) (out data.IssueDraft, err error) {
	if out.Incident, err = d.Incident(ctx, incident); err != nil {
		return out, err
	}
	f, before, err := d.FilterOf(ctx, out.Incident)
	if err != nil {
		return out, err
	}
	negative := f
	if len(f.Labels) == 0 {
		negative.Labels = []data.Label{data.Negative}
	}
	out.Mentions, err = d.store.IDs(ctx, negative, incidentMentions)
	if err == nil && len(out.Mentions) == 0 {
		out.Mentions, err = d.store.IDs(ctx, f, incidentMentions)
	}
	if err != nil {
		return out, err
	}
	found, err := d.driversAgainst(ctx, f, before, draftTerms)
	for _, t := range found.List {
		out.Terms = append(out.Terms, t.Term)
	}
	return out, err
}

// IssueFromIncident makes an issue that handles an incident.
func (d *Desk) IssueFromIncident(ctx context.Context, incident int64, title string, ids []data.ID) (id int64, undo Undo, err error) {
	if title, err = titled(title); err != nil {
		return 0, nil, err
	}
	back, err := d.editIssues(ctx, func(e *store.IssueEdit) (added []data.ID, err error) {
		if id, added, err = begin(e, title, ids); err != nil {
			return nil, err
		}
		return added, e.Handle(incident, id)
	})
	if err != nil {
		return 0, nil, err
	}
	d.events.IncidentsChanged.Fire(struct{}{})
	return id, func(ctx context.Context) error {
		err := back(ctx)
		d.events.IncidentsChanged.Fire(struct{}{})
		return err
	}, nil
}
