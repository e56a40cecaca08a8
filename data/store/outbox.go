package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vedetta/data"
)

// Outgoing is what a step through the outbox changed, as taking it back needs
// it: the replies and the work on their mentions as they were.
type Outgoing struct {
	Replies []data.Reply
	Work    []Work
}

// Ready puts the drafts of mentions into the outbox, or with on false takes
// them out again; mentions without anything written are left alone.
func (s *Store) Ready(ctx context.Context, ids []data.ID, on bool) (before Outgoing, err error) {
	from, to := data.ReplyDraft, data.ReplyReady
	if !on {
		from, to = to, from
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			r, err := underway(ctx, tx, id)
			if err != nil {
				return err
			}
			if !r.Written() || r.State != from {
				continue
			}
			before.Replies = append(before.Replies, r)
			if r.State = to; on {
				if err := forgetUnknown(ctx, tx, r.ID); err != nil {
					return err
				}
			}
			if err := s.saveReply(ctx, tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
	return before, err
}

// Sent notes that a text was published as our answer to a mention, which is
// replied to from then on.
func (s *Store) Sent(ctx context.Context, id data.ID, text, url string) (before Outgoing, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		r, err := underway(ctx, tx, id)
		if err != nil {
			return err
		}
		w, row, err := readWork(ctx, tx, id)
		if errors.Is(err, sql.ErrNoRows) {
			return data.Errorf(data.ErrNotFound, "mention %d", id)
		}
		if err != nil {
			return err
		}
		was := r
		r.State, r.Text, r.URL, r.SentAt = data.ReplySent, text, url, s.clock().UTC().Truncate(time.Second)
		if err := s.saveReply(ctx, tx, &r); err != nil {
			return err
		}
		was.ID = r.ID
		before = Outgoing{[]data.Reply{was}, []Work{w}}
		next := w
		next.Touched = true
		next.Status = data.StatusReplied
		return s.saveWork(ctx, tx, next, row)
	})
	return before, err
}

// SetReplyURL notes where a reply can be read and gives it as it was.
func (s *Store) SetReplyURL(ctx context.Context, reply int64, url string) (before Outgoing, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		r, err := scanReply(tx.QueryRowContext(ctx, `SELECT `+replyColumns+` FROM replies WHERE id = ?`, reply))
		if errors.Is(err, sql.ErrNoRows) {
			return data.Errorf(data.ErrNotFound, "reply %d", reply)
		}
		if err != nil {
			return err
		}
		before.Replies = []data.Reply{r}
		_, err = tx.ExecContext(ctx, `UPDATE replies SET url = ? WHERE id = ?`, url, reply)
		return err
	})
	return before, err
}

// TakeBack makes replies and work what they were.
func (s *Store) TakeBack(ctx context.Context, before Outgoing) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, r := range before.Replies {
			if err := s.saveReply(ctx, tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || len(before.Work) == 0 {
		return err
	}
	return s.RestoreTriage(ctx, before.Work)
}

// ReplyCounts counts the replies that are being worked on.
func (s *Store) ReplyCounts(ctx context.Context) (drafts, ready int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(sum(state = ?), 0), coalesce(sum(state = ?), 0) FROM replies
		WHERE state <> 'sent' AND text <> ''`, data.ReplyDraft, data.ReplyReady).Scan(&drafts, &ready)
	return drafts, ready, explain(err, s.path)
}

// SentTo lists our answers to the author of a mention, newest first, those to
// the mention too.
func (s *Store) SentTo(ctx context.Context, id data.ID, author data.Author) ([]data.Reply, error) {
	from, args := byAuthor(id, author)
	if from == "" {
		return nil, nil
	}
	out, err := repliesWhere(ctx, s.reader, `state = 'sent' AND mention_id IN (SELECT m.id FROM `+from+`)
		ORDER BY sent_at DESC, id DESC LIMIT ?`, append(args, maxHistory)...)
	return out, explain(err, s.path)
}

// SentSince counts answers with this very text to others than the author of a
// mention.
func (s *Store) SentSince(ctx context.Context, id data.ID, text string, since time.Time) (n int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT count(*) FROM replies WHERE state = 'sent' AND sent_at >= ? AND text = ? AND mention_id <> ?`,
		since.Unix(), text, id).Scan(&n)
	return n, explain(err, s.path)
}

// AddDrafts begins answers where nothing is being written yet and gives them
// as they are now.
func (s *Store) AddDrafts(ctx context.Context, drafts []data.Reply) (begun []data.Reply, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		for _, r := range drafts {
			now, err := underway(ctx, tx, r.Mention)
			if err != nil {
				return err
			}
			if now.Text != "" {
				continue
			}
			now.Text, now.Template, now.State = r.Text, r.Template, data.ReplyDraft
			if err := s.saveReply(ctx, tx, &now); err != nil {
				return err
			}
			begun = append(begun, now)
		}
		return nil
	})
	return begun, err
}

// DropDrafts takes drafts away that nobody has touched since.
func (s *Store) DropDrafts(ctx context.Context, begun []data.Reply) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, r := range begun {
			now, err := underway(ctx, tx, r.Mention)
			if err != nil {
				return err
			}
			if now.ID != r.ID || now.Text != r.Text || now.State != data.ReplyDraft {
				continue
			}
			now.Text = ""
			if err := s.saveReply(ctx, tx, &now); err != nil {
				return err
			}
		}
		return nil
	})
}
