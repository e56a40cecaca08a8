package desk

import (
	"context"
	"slices"
	"strings"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/store"
)

// Review is what was learnt from a crisis, as the person wrote it; until then
// it is filled from the log and the figures, in the language of words.
func (d *Desk) Review(ctx context.Context, issue int64, words *assets.Words) (data.Review, error) {
	r, written, err := d.store.Review(ctx, issue)
	if err != nil || written {
		return r, err
	}
	f, err := d.CrisisFile(ctx, issue, Printing{Words: words, Named: true})
	if err != nil {
		return r, err
	}
	r = words.ReviewDraft(f)
	if f.Playbook != "" {
		r.Edits = crisis.StepEdits(f.Steps)
	}
	return r, nil
}

// SaveReview keeps what was learnt from a crisis.
func (d *Desk) SaveReview(ctx context.Context, issue int64, r data.Review) error {
	for _, part := range []*string{&r.Happened, &r.Worked, &r.Failed, &r.Causes, &r.Changes} {
		*part = strings.TrimSpace(strings.ToValidUTF8(*part, ""))
	}
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		if _, err := e.CrisisIn(issue); err != nil {
			return err
		}
		return e.SaveReview(issue, r)
	})
}

// AcceptEdits writes the accepted changes into the playbook of a crisis, as its
// newest version, and into the log. Without any nothing happens.
func (d *Desk) AcceptEdits(ctx context.Context, issue int64, edits []data.StepEdit) (Undo, error) {
	accepted := 0
	for _, e := range edits {
		if e.Accept {
			accepted++
		}
	}
	if accepted == 0 {
		return func(context.Context) error { return nil }, nil
	}
	c, err := d.store.Crisis(ctx, issue)
	if err != nil {
		return nil, err
	}
	book, err := d.followed(ctx, c)
	if err != nil {
		return nil, err
	}
	undo, err := d.SavePlaybook(ctx, crisis.Edited(book, edits))
	if err != nil {
		return nil, err
	}
	return undo, d.editCrisis(ctx, func(e *store.IssueEdit) error {
		return e.LogCrisis(issue, data.LogReviewed, "", map[string]any{"edits": accepted})
	})
}

// followed is the newest version of the playbook that a crisis followed, in the
// language in which most of its steps were.
func (d *Desk) followed(ctx context.Context, c data.Crisis) (best data.Playbook, err error) {
	steps, err := d.store.CrisisSteps(ctx, c.Issue)
	if err != nil {
		return best, err
	}
	most := -1
	for _, l := range assets.Languages {
		versions, err := d.PlaybookVersions(ctx, l.Code, c.Playbook)
		if err != nil {
			return best, err
		}
		alike := 0
		for _, p := range versions {
			for _, s := range p.Steps {
				if slices.ContainsFunc(steps, func(o data.CrisisStep) bool { return o.Key == s.Key && o.Title == s.Title }) {
					alike++
				}
			}
		}
		if len(versions) > 0 && alike > most {
			best, most = versions[0], alike
		}
	}
	if most < 0 {
		err = data.Errorf(data.ErrNotFound, "playbook %q", c.Playbook)
	}
	return best, err
}
