package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"vedetta/data"
)

const issueColumns = `id, title, severity, harm, spread, responsibility, intensifiers, reason, status, due_at, notes,
	created_at, changed_at, closed_at, coalesce(merged_into, 0)`

// Issues lists the issues that are closed, or those that are not, with their
// counts; those merged into others are left out.
func (s *Store) Issues(ctx context.Context, closed bool) ([]data.Issue, error) {
	return s.issues(ctx, `WHERE (status = ?) = ? AND merged_into IS NULL`, data.IssueClosed, closed)
}

// Issue reads one; ErrNotFound if there is none.
func (s *Store) Issue(ctx context.Context, id int64) (data.Issue, error) {
	all, err := s.issues(ctx, `WHERE id = ?`, id)
	if err == nil && len(all) == 0 {
		return data.Issue{}, noIssue(id)
	}
	if err != nil {
		return data.Issue{}, err
	}
	return all[0], nil
}

// IssuesOf lists the issues that a mention belongs to.
func (s *Store) IssuesOf(ctx context.Context, id data.ID) ([]data.Issue, error) {
	return s.issues(ctx, `WHERE id IN (SELECT issue_id FROM issue_mentions WHERE mention_id = ?)`, id)
}

func noIssue(id int64) error { return data.Errorf(data.ErrNotFound, "issue %d", id) }

// IssueCounts counts the issues that are not closed, and those that are.
func (s *Store) IssueCounts(ctx context.Context) (open, closed int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(sum(status <> ?), 0), coalesce(sum(status = ?), 0) FROM issues WHERE merged_into IS NULL`,
		data.IssueClosed, data.IssueClosed).Scan(&open, &closed)
	return open, closed, explain(err, s.path)
}

func (s *Store) issues(ctx context.Context, where string, args ...any) ([]data.Issue, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+issueColumns+` FROM issues `+where+` ORDER BY id`, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Issue
	var ids []int64
	err = each(rows, func() error {
		i, err := scanIssue(rows)
		out, ids = append(out, i), append(ids, i.ID)
		return err
	})
	if err == nil && len(out) > 0 {
		err = s.countIssues(ctx, out, ids)
	}
	data.SortIssues(out)
	return out, explain(err, s.path)
}

func scanIssue(row interface{ Scan(...any) error }) (i data.Issue, err error) {
	var due, created, changed, closed int64
	r := &i.Rating
	err = row.Scan(&i.ID, &i.Title, &i.Severity, &r.Harm, &r.Spread, &r.Responsibility, &r.Intensifiers, &i.Reason, &i.Status,
		&due, &i.Notes, &created, &changed, &closed, &i.MergedInto)
	i.DueAt, i.ClosedAt = timeOrZero(due), timeOrZero(closed)
	i.CreatedAt = time.Unix(created, 0).UTC()
	i.ChangedAt = time.Unix(max(changed, created), 0).UTC()
	return i, err
}

// countIssues fills in what follows from the mentions and the incidents of
// issues, whose ids stand in ids.
func (s *Store) countIssues(ctx context.Context, issues []data.Issue, ids []int64) error {
	at := make(map[int64]*data.Issue, len(issues))
	for n := range issues {
		at[issues[n].ID] = &issues[n]
	}
	rows, err := s.reader.QueryContext(ctx, `SELECT im.issue_id, count(*), sum(m.label = ?), sum(m.status IN (`+join(data.Unanswered)+`)), min(m.id), max(m.id)
		FROM issue_mentions im CROSS JOIN mentions m ON m.id = im.mention_id WHERE im.issue_id IN (`+join(ids)+`) GROUP BY 1`, data.Negative)
	if err != nil {
		return err
	}
	err = each(rows, func() error {
		var c data.Issue
		var first, last data.ID
		err := rows.Scan(&c.ID, &c.Mentions, &c.Negative, &c.Unanswered, &first, &last)
		if i := at[c.ID]; i != nil {
			i.Mentions, i.Negative, i.Unanswered = c.Mentions, c.Negative, c.Unanswered
			i.First, i.Last = first.PublishedAt(), last.PublishedAt()
		}
		return err
	})
	if err != nil {
		return err
	}
	if rows, err = s.reader.QueryContext(ctx, `SELECT issue_id, max(id) FROM incidents WHERE issue_id IN (`+join(ids)+`) GROUP BY 1`); err != nil {
		return err
	}
	return each(rows, func() error {
		var issue, incident int64
		err := rows.Scan(&issue, &incident)
		if i := at[issue]; i != nil {
			i.Incident = incident
		}
		return err
	})
}

// IssueEvents lists what happened to an issue, newest first.
func (s *Store) IssueEvents(ctx context.Context, issue int64) ([]data.IssueEvent, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT at, kind, rest FROM issue_events WHERE issue_id = ? ORDER BY at DESC, id DESC`, issue)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.IssueEvent
	err = each(rows, func() error {
		var e data.IssueEvent
		var at int64
		var rest string
		if err := rows.Scan(&at, &e.Kind, &rest); err != nil {
			return err
		}
		e.At = time.Unix(at, 0).UTC()
		out = append(out, e)
		return json.Unmarshal([]byte(rest), &out[len(out)-1].EventRest)
	})
	return out, explain(err, s.path)
}

// CopiesOfIssue lists the mentions that say the same as one of an issue's and
// do not belong to it, newest first, at most limit.
func (s *Store) CopiesOfIssue(ctx context.Context, issue int64, limit int) ([]data.ID, error) {
	return s.ids(ctx, `SELECT DISTINCT o.mention_id FROM issue_mentions im
		CROSS JOIN copies c ON c.mention_id = im.mention_id CROSS JOIN copies o ON o.group_id = c.group_id
		WHERE im.issue_id = ? AND NOT EXISTS (SELECT 1 FROM issue_mentions WHERE issue_id = im.issue_id AND mention_id = o.mention_id)
		ORDER BY 1 DESC LIMIT ?`, issue, limit)
}

// issueIn reads one issue, without its counts, in a transaction.
func issueIn(ctx context.Context, tx *sql.Tx, id int64) (data.Issue, error) {
	i, err := scanIssue(tx.QueryRowContext(ctx, `SELECT `+issueColumns+` FROM issues WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return i, noIssue(id)
	}
	return i, err
}
