package desk

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/reply"
	"vedetta/data/store"
)

// Statements lists the public texts of a crisis, the oldest first.
func (d *Desk) Statements(ctx context.Context, issue int64) ([]data.Statement, error) {
	return d.store.Statements(ctx, issue)
}

// StatementVersions are the earlier wordings of a statement, newest first.
func (d *Desk) StatementVersions(ctx context.Context, id int64) ([]data.Wording, error) {
	return d.store.StatementVersions(ctx, id)
}

// SaveStatement keeps what is being written, a new draft if it has no id. It is
// called at every rest of the keys, so screens are told only of new ones. What
// was published stays as it was: ErrStatementOut.
func (d *Desk) SaveStatement(ctx context.Context, s data.Statement) (id int64, err error) {
	_, err = d.store.EditIssues(ctx, func(e *store.IssueEdit) error {
		if s.ID == 0 {
			s.State, s.SentAt = data.ReplyDraft, time.Time{}
			if _, err := e.CrisisIn(s.Issue); err != nil {
				return err
			}
			id, _, err = e.PutStatement(s)
			return err
		}
		have, err := draftIn(e, s.ID)
		if err != nil {
			return err
		}
		have.Kind, have.Lang, have.Title, have.Text = s.Kind, s.Lang, oneLine(s.Title), strings.ToValidUTF8(s.Text, "")
		if len(s.Strategies) > 0 {
			have.Strategies = inOrder(s.Strategies)
		}
		id, _, err = e.PutStatement(have)
		return err
	})
	if err == nil && s.ID == 0 {
		d.events.CrisesChanged.Fire(struct{}{})
	}
	return id, err
}

// draftIn reads a statement that is not published yet.
func draftIn(e *store.IssueEdit, id int64) (data.Statement, error) {
	s, err := e.Statement(id)
	if err == nil && s.State == data.ReplySent {
		err = data.Errorf(data.ErrStatementOut, "statement %d", id)
	}
	return s, err
}

// KeepStatement remembers the present text before it is written over.
func (d *Desk) KeepStatement(ctx context.Context, id int64) error {
	_, err := d.store.EditIssues(ctx, func(e *store.IssueEdit) error {
		s, err := e.Statement(id)
		if err != nil || strings.TrimSpace(s.Text) == "" {
			return err
		}
		return e.KeepStatement(id, s.Text)
	})
	return err
}

// SetStatementReady says that a statement may be published, or that it is a
// draft again. Its wording is remembered.
func (d *Desk) SetStatementReady(ctx context.Context, id int64, on bool) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		s, err := draftIn(e, id)
		if err != nil {
			return err
		}
		if s.State = data.ReplyDraft; on {
			if strings.TrimSpace(s.Text) == "" {
				return &data.Error{Code: data.ErrReplyEmpty}
			}
			s.State = data.ReplyReady
			if err := e.KeepStatement(id, s.Text); err != nil {
				return err
			}
		}
		_, _, err = e.PutStatement(s)
		return err
	})
}

// PublishStatement notes that a statement was published: when, where, at which
// address, and when the next word is promised (zero: not). A time to come is
// ErrPublishedLater.
func (d *Desk) PublishStatement(ctx context.Context, id int64, at time.Time, channels, url string, next time.Time) (Undo, error) {
	if at.IsZero() || at.After(d.Now().Add(time.Minute)) {
		return nil, data.Errorf(data.ErrPublishedLater, "published at %v", at)
	}
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		s, err := draftIn(e, id)
		if err != nil {
			return err
		}
		if strings.TrimSpace(s.Text) == "" {
			return &data.Error{Code: data.ErrReplyEmpty}
		}
		c, err := e.CrisisIn(s.Issue)
		if err != nil {
			return err
		}
		s.State, s.SentAt, s.NextAt = data.ReplySent, at.UTC().Truncate(time.Second), next.UTC()
		s.Channels, s.URL = oneLine(channels), strings.TrimSpace(url)
		if len(s.Strategies) == 0 {
			s.Strategies = c.Strategies
		}
		if _, _, err = e.PutStatement(s); err != nil {
			return err
		}
		rest := map[string]any{"kind": s.Kind, "channels": s.Channels, "url": s.URL, "at": s.SentAt.Format(time.RFC3339)}
		e.LogTakenBack(s.Issue, data.LogWithdrawn, "", map[string]any{"kind": s.Kind})
		return e.LogCrisis(s.Issue, data.LogPublished, s.Text, rest)
	})
}

// DropStatement throws a draft away. What was published stays.
func (d *Desk) DropStatement(ctx context.Context, id int64) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		if _, err := draftIn(e, id); err != nil {
			return err
		}
		_, err := e.DropStatement(id)
		return err
	})
}

// undoableCrisis makes a change of a crisis that can be taken back, and tells
// everybody of both.
func (d *Desk) undoableCrisis(ctx context.Context, edit func(e *store.IssueEdit) error) (Undo, error) {
	undo, err := d.store.EditIssues(ctx, edit)
	if err != nil {
		return nil, err
	}
	d.events.CrisesChanged.Fire(struct{}{})
	return func(ctx context.Context) error {
		err := d.store.TakeBackIssues(ctx, undo)
		if err == nil {
			d.events.CrisesChanged.Fire(struct{}{})
		}
		return err
	}, nil
}

// StatementTemplates are the templates of a kind for a crisis, filled with what
// the profile and the clock tell; what only the person knows is left for them.
func (d *Desk) StatementTemplates(ctx context.Context, issue int64, lang string, kind data.StatementKind) ([]data.StatementTemplate, error) {
	c, err := d.store.Crisis(ctx, issue)
	if err != nil {
		return nil, err
	}
	p, err := d.Profile(ctx)
	if err != nil {
		return nil, err
	}
	values := d.values(lang, data.Mention{PublishedAt: c.Onset}, p)
	all := crisis.StatementsFor(lang, kind, c.Playbook)
	for n := range all {
		all[n].Text = reply.Fill(all[n].Text, values).Text
	}
	return all, nil
}

// StatementChecker makes what remarks on statements of a crisis: it knows what
// was published before and which claims are open or false.
func (d *Desk) StatementChecker(ctx context.Context, issue int64) (func(text string, kind data.StatementKind, lang string) []data.Remark, error) {
	p, err := d.Profile(ctx)
	if err != nil {
		return nil, err
	}
	about := crisis.Context{Own: []string{p.Email, p.Phone, p.Web, p.Address, p.Business, p.Person}}
	said, err := d.store.Statements(ctx, issue)
	if err != nil {
		return nil, err
	}
	for _, s := range said {
		if s.State == data.ReplySent && s.Kind != data.StatementInternal {
			about.Earlier = append(about.Earlier, crisis.Earlier{Text: s.Text, At: s.SentAt})
		}
	}
	claims, err := d.store.Claims(ctx, issue)
	if err != nil {
		return nil, err
	}
	for _, c := range claims {
		about.Claims = append(about.Claims, crisis.Claim{Text: c.Text, State: string(c.Finding)})
	}
	return func(text string, kind data.StatementKind, lang string) []data.Remark {
		about := about
		about.Kind, about.Lang = crisis.Kind(kind), lang
		return remarks(text, about)
	}, nil
}
