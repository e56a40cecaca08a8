package desk

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/copies"
	"vedetta/data/store"
)

// SaveDraft keeps what is being written to a mention. It is called at every
// rest of the keys, so screens are told only when a draft begins or is gone.
func (d *Desk) SaveDraft(ctx context.Context, id data.ID, text, template string) error {
	before, err := d.store.SaveDraft(ctx, id, text, template)
	if err == nil && before.Written() != (strings.TrimSpace(text) != "") {
		d.events.RepliesChanged.Fire([]data.ID{id})
	}
	return err
}

// KeepWording remembers the present text of a draft before it is written over.
func (d *Desk) KeepWording(ctx context.Context, id data.ID) error {
	return d.store.KeepWording(ctx, id)
}

// Wordings are the earlier texts of the draft to a mention, newest first.
func (d *Desk) Wordings(ctx context.Context, id data.ID) ([]data.Wording, error) {
	return d.store.Wordings(ctx, id)
}

// SetReady puts the drafts of mentions into the outbox, or takes them out.
func (d *Desk) SetReady(ctx context.Context, ids []data.ID, on bool) (Undo, error) {
	before, err := d.store.Ready(ctx, ids, on)
	return d.outgoing(before, err)
}

// MarkSent notes that a text was published as our answer to a mention, at an
// address if it is known. The mention counts as replied.
func (d *Desk) MarkSent(ctx context.Context, id data.ID, text, url string) (Undo, error) {
	if text = strings.TrimSpace(text); text == "" {
		return nil, data.Errorf(data.ErrReplyEmpty, "reply to %d", id)
	}
	before, err := d.store.Sent(ctx, id, text, strings.TrimSpace(url))
	return d.outgoing(before, err)
}

// SetReplyURL notes where a reply can be read.
func (d *Desk) SetReplyURL(ctx context.Context, reply int64, url string) (Undo, error) {
	before, err := d.store.SetReplyURL(ctx, reply, strings.TrimSpace(url))
	return d.outgoing(before, err)
}

// outgoing tells of a step through the outbox and how to take it back.
func (d *Desk) outgoing(before store.Outgoing, err error) (Undo, error) {
	if err != nil {
		return nil, err
	}
	tell := func() {
		ids := make([]data.ID, len(before.Replies))
		for i, r := range before.Replies {
			ids[i] = r.Mention
		}
		d.events.RepliesChanged.Fire(ids)
		if len(before.Work) > 0 {
			d.events.TriageChanged.Fire(ids)
		}
	}
	tell()
	return func(ctx context.Context) error {
		defer tell()
		return d.store.TakeBack(ctx, before)
	}, nil
}

// ReplyCounts counts the drafts, and what waits in the outbox.
func (d *Desk) ReplyCounts(ctx context.Context) (drafts, ready int, err error) {
	return d.store.ReplyCounts(ctx)
}

// saidRecently is how far back the same text to many counts as repeated.
const saidRecently = 30 * 24 * time.Hour

// SaidBefore tells whether the author of a mention, or others, had about the
// same answer before.
func (d *Desk) SaidBefore(ctx context.Context, id data.ID, author data.Author, text string) (said data.SaidBefore, err error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return said, nil
	}
	if said.ToOthers, err = d.store.SentSince(ctx, id, text, d.Now().Add(-saidRecently)); err != nil {
		return said, err
	}
	sent, err := d.store.SentTo(ctx, id, author)
	if err != nil {
		return said, err
	}
	now := copies.Read(text)
	for _, r := range sent {
		if r.Text == text || copies.Near(now, copies.Read(r.Text)) {
			said.ToAuthor = r.SentAt
			break
		}
	}
	return said, nil
}
