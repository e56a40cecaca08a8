package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"vedetta/data"
)

// An export of a workspace tells of the person's work on its mentions. New
// mentions get it. Those that are here get it if nobody has worked on them:
// importing never undoes work.

// cameIn is the triage status that a mention has without anybody's doing.
func cameIn(m *data.Mention) data.Status {
	switch {
	case m.Ours != nil:
		return data.StatusArchived
	case m.Answer != nil:
		return data.StatusReplied
	}
	return data.StatusNew
}

// firstStatus is the triage status with which a mention is stored.
func firstStatus(m *data.Mention) data.Status {
	if m.Work != nil {
		return m.Work.Status
	}
	return cameIn(m)
}

// firstLabel is the effective label with which a mention is stored.
func firstLabel(m *data.Mention) data.Label {
	if m.Work != nil && m.Work.Override != nil {
		return *m.Work.Override
	}
	return m.Sentiment.Label
}

// idOf is the id for a mention: its own where an export of a workspace tells
// it and it goes with the time, else a new one.
func idOf(m *data.Mention) data.ID {
	if m.Work != nil && m.ID != 0 && m.ID.PublishedAt().Unix() == m.PublishedAt.Unix() {
		return m.ID
	}
	return makeID(m)
}

// touched tells whether there is work to restore.
func touched(m *data.Mention) bool { return m.Work != nil && m.Work.Touched(cameIn(m)) }

// restore adds to a mention that was just stored what its export tells beside
// it. Status and label are in its row already.
func (w *batchWriter) restore(ctx context.Context, m *data.Mention) error {
	at, told := m.Work.LastSeen()
	if told {
		if _, err := w.tx.ExecContext(ctx, `UPDATE mentions SET seen_at = ? WHERE id = ?`, at.Unix(), m.ID); err != nil {
			return err
		}
	}
	if told && len(m.Work.Seen) > 1 {
		for _, s := range m.Work.Seen {
			if err := saveObservation(ctx, w.tx, m.ID, observation{s.SeenAt.Unix(), w.importID, s.Engagement}); err != nil {
				return err
			}
		}
	}
	if !touched(m) {
		return nil
	}
	return w.saveWorkOf(ctx, m.ID, m)
}

// fill gives the work to a mention that is here, if it carries none; it tells
// whether it did.
func (w *batchWriter) fill(ctx context.Context, id data.ID, m *data.Mention) (bool, error) {
	if !touched(m) {
		return false, nil
	}
	has, err := among(ctx, w.tx, worked, []data.ID{id})
	if err != nil || has[id] {
		return false, err
	}
	row, err := readProjection(ctx, w.tx, id)
	if err != nil {
		return false, err
	}
	next := row
	next.status = m.Work.Status
	if m.Work.Override != nil {
		next.label = *m.Work.Override
	}
	if err := project(ctx, w.tx, w.store.Zone(), id, row, next); err != nil {
		return false, err
	}
	return true, w.saveWorkOf(ctx, id, m)
}

// saveWorkOf stores the work that m tells of for the mention with an id.
func (w *batchWriter) saveWorkOf(ctx context.Context, id data.ID, m *data.Mention) error {
	if m.Work.Triaged(cameIn(m)) {
		if err := w.saveTriageOf(ctx, id, m.Work); err != nil {
			return err
		}
	}
	for _, tag := range m.Work.Tags {
		if err := w.saveTag(ctx, id, tag); err != nil {
			return err
		}
	}
	for _, issue := range m.Work.Issues {
		if err := w.saveIssueMark(ctx, id, issue); err != nil {
			return err
		}
	}
	for _, r := range m.Work.Replies {
		_, err := w.tx.ExecContext(ctx, `INSERT INTO replies (mention_id, state, text, url, sent_at) VALUES (?, ?, ?, ?, ?)`,
			id, r.State, r.Text, r.URL, unixOrZero(r.SentAt))
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *batchWriter) saveTriageOf(ctx context.Context, id data.ID, work *data.Work) error {
	changedAt := unixOrZero(work.ChangedAt)
	if changedAt == 0 {
		changedAt = w.store.clock().Unix()
	}
	_, err := w.tx.ExecContext(ctx, `INSERT INTO triage (mention_id, status, override, starred, note, changed_at, priority) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		id, work.Status, work.Override, work.Starred, work.Note, changedAt, work.Priority)
	return err
}

func (w *batchWriter) saveTag(ctx context.Context, id data.ID, tag string) error {
	if _, err := w.tx.ExecContext(ctx, `INSERT OR IGNORE INTO tags (name) VALUES (?)`, tag); err != nil {
		return err
	}
	_, err := w.tx.ExecContext(ctx, `INSERT OR IGNORE INTO mention_tags (tag_id, mention_id) SELECT id, ? FROM tags WHERE name = ?`, id, tag)
	return err
}

// saveIssueMark puts a mention to the issue of that title, which is made if
// there is none. The severity of one that is here stays.
func (w *batchWriter) saveIssueMark(ctx context.Context, id data.ID, mark data.IssueMark) error {
	var issueID int64
	err := w.tx.QueryRowContext(ctx, `SELECT id FROM issues WHERE title = ? AND merged_into IS NULL ORDER BY id LIMIT 1`, mark.Title).Scan(&issueID)
	if err == sql.ErrNoRows {
		err = w.tx.QueryRowContext(ctx, `INSERT INTO issues (title, severity, created_at) VALUES (?, ?, ?) RETURNING id`,
			mark.Title, mark.Severity, w.store.clock().Unix()).Scan(&issueID)
	}
	if err != nil {
		return err
	}
	_, err = w.tx.ExecContext(ctx, `INSERT OR IGNORE INTO issue_mentions VALUES (?, ?)`, issueID, id)
	return err
}

// Work of the person's, and answers that imports have told of; %s are ids.
const (
	worked = `SELECT mention_id FROM triage WHERE mention_id IN (%[1]s)
		UNION SELECT mention_id FROM mention_tags WHERE mention_id IN (%[1]s)
		UNION SELECT mention_id FROM issue_mentions WHERE mention_id IN (%[1]s)
		UNION SELECT mention_id FROM replies WHERE import_id = 0 AND mention_id IN (%[1]s)`
	answered = `SELECT mention_id FROM replies WHERE import_id > 0 AND mention_id IN (%[1]s)`
)

// among tells which of some mentions a query finds.
func among(ctx context.Context, q querier, query string, ids []data.ID) (map[data.ID]bool, error) {
	found := map[data.ID]bool{}
	for some := range slices.Chunk(ids, idsPerLookup) {
		rows, err := q.QueryContext(ctx, fmt.Sprintf(query, join(some)))
		if err != nil {
			return nil, err
		}
		err = each(rows, func() error {
			var id data.ID
			err := rows.Scan(&id)
			found[id] = true
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// lookBeside notes of the mentions that were found whether they carry work and
// an answer already, where the file tells of some.
func lookBeside(ctx context.Context, q querier, mentions []*data.Mention, found map[Key]Known) error {
	var work, answers []data.ID
	for _, m := range mentions {
		k, ok := found[keyOf(m)]
		if ok && touched(m) {
			work = append(work, k.ID)
		}
		if ok && m.Answer != nil {
			answers = append(answers, k.ID)
		}
	}
	if len(work)+len(answers) == 0 {
		return nil
	}
	withWork, err := among(ctx, q, worked, work)
	if err != nil {
		return err
	}
	withAnswer, err := among(ctx, q, answered, answers)
	for key, k := range found {
		k.worked, k.answered = withWork[k.ID], withAnswer[k.ID]
		found[key] = k
	}
	return err
}
