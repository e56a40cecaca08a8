package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/store"
)

// Declare makes an issue, or a new one, a crisis: it is rated, its times are
// taken from the incident and the steps of its playbook are copied, in one go.
// Nothing takes it back; a crisis ends by being closed.
func (d *Desk) Declare(ctx context.Context, dec data.Declaration) (issue int64, err error) {
	if dec.Severity == 0 && dec.Rating.Complete() {
		dec.Severity = dec.Rating.Level()
	}
	if dec.Severity, dec.Reason, err = rated(dec.Rating, dec.Severity, dec.Reason); err != nil {
		return 0, err
	}
	var mentions []data.ID
	if dec.Issue == 0 {
		if mentions, err = d.firstMentions(ctx, &dec); err != nil {
			return 0, err
		}
	}
	c, err := d.beginning(ctx, &dec)
	if err != nil {
		return 0, err
	}
	book, err := d.playbook(ctx, dec.Playbook, dec.Lang)
	if err != nil {
		return 0, err
	}
	err = d.editCrisis(ctx, func(e *store.IssueEdit) (err error) {
		if issue, err = declare(e, dec, c, mentions); err != nil {
			return err
		}
		if err = e.FirstStakeholders(crisis.Stakeholders()); err != nil {
			return err
		}
		return e.SetSteps(issue, book.Steps)
	})
	if err != nil {
		return 0, err
	}
	if len(mentions) > 0 {
		d.events.TriageChanged.Fire(mentions)
	}
	if dec.Incident > 0 {
		d.events.IncidentsChanged.Fire(struct{}{})
	}
	return issue, nil
}

// firstMentions are those that a new issue begins with.
func (d *Desk) firstMentions(ctx context.Context, dec *data.Declaration) ([]data.ID, error) {
	var err error
	if dec.Title, err = titled(dec.Title); err != nil || dec.Incident == 0 {
		return nil, err
	}
	draft, err := d.DraftIssue(ctx, dec.Incident)
	return draft.Mentions, err
}

func declare(e *store.IssueEdit, dec data.Declaration, c data.Crisis, mentions []data.ID) (issue int64, err error) {
	if issue = dec.Issue; issue == 0 {
		if issue, _, err = begin(e, dec.Title, mentions); err != nil {
			return 0, err
		}
	}
	if err = rate(e, issue, dec.Rating, dec.Severity, dec.Reason); err != nil {
		return 0, err
	}
	if dec.Incident > 0 {
		if err = e.Handle(dec.Incident, issue); err != nil {
			return 0, err
		}
	}
	if _, err = e.Change(issue, func(i *data.Issue) {
		if i.Closed() {
			setStatus(i, data.IssueOpen, c.DeclaredAt)
		}
	}); err != nil {
		return 0, err
	}
	c.Issue = issue
	if err = e.Declare(c); err != nil {
		return 0, err
	}
	return issue, e.LogCrisis(issue, data.LogDeclared, dec.Reason, map[string]any{
		"level": dec.Severity, "points": dec.Rating.Points(), "type": c.Type, "playbook": c.Playbook, "onset": c.Onset.Format(time.RFC3339),
	})
}

// beginning is a crisis with the times at which it began, was imported and
// was detected.
func (d *Desk) beginning(ctx context.Context, dec *data.Declaration) (c data.Crisis, err error) {
	c = data.Crisis{DeclaredAt: d.Now(), Onset: dec.Onset, Type: dec.Type, Playbook: dec.Playbook, Strategies: inOrder(dec.Strategies), Poor: dec.Poor}
	var first time.Time
	if dec.Issue > 0 {
		i, err := d.store.Issue(ctx, dec.Issue)
		if err != nil {
			return c, err
		}
		first, dec.Incident = i.First, cmp.Or(dec.Incident, i.Incident)
	}
	if dec.Incident > 0 {
		err = d.detected(ctx, &c, dec.Incident)
	} else if !first.IsZero() {
		c.ImportedAt, err = d.store.ImportedAt(ctx, first, first)
	}
	if c.Onset.IsZero() {
		c.Onset = first
	}
	if c.Onset.IsZero() || c.Onset.After(c.DeclaredAt) {
		c.Onset = c.DeclaredAt
	}
	return c, err
}

// detected takes the times of an incident. The detectors could tell as soon as
// the mentions of the first alarm were there.
func (d *Desk) detected(ctx context.Context, c *data.Crisis, incident int64) error {
	i, err := d.store.Incident(ctx, incident)
	if err != nil {
		return err
	}
	if c.Onset.IsZero() {
		c.Onset = i.Onset
	}
	c.ImportedAt, err = d.store.ImportedAt(ctx, i.Onset, i.OpenedAt)
	c.DetectedAt = latest(i.OpenedAt, c.ImportedAt)
	return err
}

// playbook finds a playbook as the person words it, in a language or, where
// that is empty, in the one in which it was worded last. An empty key is a
// playbook without steps.
func (d *Desk) playbook(ctx context.Context, key, lang string) (data.Playbook, error) {
	if key == "" {
		return data.Playbook{}, nil
	}
	if own, err := d.store.Playbooks(ctx, lang, key); err != nil || len(own) > 0 {
		return slices.Concat(own, []data.Playbook{{}})[0], err
	}
	p, ok := crisis.PlaybookOf(cmp.Or(lang, "it"), key)
	if !ok {
		return p, data.Errorf(data.ErrNotFound, "playbook %q", key)
	}
	return p, nil
}
