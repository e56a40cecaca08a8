package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"vedetta/data"
)

// Ruling is a rule and the mentions to which it is applied.
type Ruling struct {
	Rule     data.TriageRule
	Mentions []data.ID
}

// Rule applies rules and notes what they did, all or nothing. It returns the
// mentions that changed. What the person did stays: only a new mention is
// archived, only one without a star or a priority gets one.
func (s *Store) Rule(ctx context.Context, rulings []Ruling) (changed []data.ID, err error) {
	return s.rule(ctx, rulings, nil)
}

// RuleImport does the same and notes in one transaction up to where an import
// went through the rules: a kill in between neither skips nor doubles.
func (s *Store) RuleImport(ctx context.Context, importID int64, upTo data.ID, done bool, rulings []Ruling) (changed []data.ID, err error) {
	return s.rule(ctx, rulings, func(tx *sql.Tx) error {
		var to any = int64(upTo)
		if done {
			to = nil
		}
		_, err := tx.ExecContext(ctx, `UPDATE imports SET ruled_to = ? WHERE id = ?`, to, importID)
		return err
	})
}

func (s *Store) rule(ctx context.Context, rulings []Ruling, then func(*sql.Tx) error) (changed []data.ID, err error) {
	muted := false
	err = s.write(ctx, func(tx *sql.Tx) error {
		changed = nil
		for _, r := range rulings {
			did, err := s.applyRule(ctx, tx, r)
			if err != nil {
				return err
			}
			for _, id := range slices.Sorted(keysOf(did)) {
				changed = append(changed, id)
				muted = muted || slices.ContainsFunc(did[id], func(a data.RuleAction) bool { return a.Deed == data.DeedMute })
				if err := s.logRule(ctx, tx, r.Rule.ID, id, did[id]); err != nil {
					return err
				}
			}
		}
		if then == nil {
			return nil
		}
		return then(tx)
	})
	if err == nil && muted {
		err = explain(s.loadMuted(ctx), s.path)
	}
	slices.Sort(changed)
	return slices.Compact(changed), err
}

func keysOf(m map[data.ID][]data.RuleAction) func(yield func(data.ID) bool) {
	return func(yield func(data.ID) bool) {
		for id := range m {
			if !yield(id) {
				return
			}
		}
	}
}

func (s *Store) logRule(ctx context.Context, tx *sql.Tx, rule int64, id data.ID, did []data.RuleAction) error {
	j, err := json.Marshal(did)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO triage_log (rule_id, at, mention_id, did) VALUES (?, ?, ?, ?)`, rule, s.clock().Unix(), id, string(j))
	return err
}

// applyRule does the actions of a rule and tells what changed for which
// mention.
func (s *Store) applyRule(ctx context.Context, tx *sql.Tx, r Ruling) (map[data.ID][]data.RuleAction, error) {
	did := map[data.ID][]data.RuleAction{}
	for _, a := range r.Rule.Actions {
		changed, err := s.act(ctx, tx, a, r.Mentions)
		if err != nil {
			return nil, err
		}
		for id, a := range changed {
			did[id] = append(did[id], a)
		}
	}
	return did, nil
}

func (s *Store) act(ctx context.Context, tx *sql.Tx, a data.RuleAction, ids []data.ID) (map[data.ID]data.RuleAction, error) {
	var changed []data.ID
	var err error
	switch a.Deed {
	case data.DeedTag:
		changed, err = changedLinks(ctx, tx, `INSERT INTO mention_tags (tag_id, mention_id)
			SELECT t.id, m.id FROM json_each(?) j CROSS JOIN mentions m ON m.id = j.value CROSS JOIN tags t WHERE t.name = ?
			ON CONFLICT DO NOTHING RETURNING mention_id`, listed(ids), a.Tag)
	case data.DeedIssue:
		changed, err = changedLinks(ctx, tx, linkMentions, a.Issue, listed(ids), a.Issue)
	case data.DeedMute:
		return s.muteAuthors(ctx, tx, ids)
	default:
		changed, err = s.workBy(ctx, tx, a, ids)
	}
	out := make(map[data.ID]data.RuleAction, len(changed))
	for _, id := range changed {
		out[id] = a
	}
	return out, err
}

// workBy archives, stars or weighs the mentions on which nobody decided.
func (s *Store) workBy(ctx context.Context, tx *sql.Tx, a data.RuleAction, ids []data.ID) (changed []data.ID, err error) {
	for _, id := range ids {
		w, row, err := readWork(ctx, tx, id)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, err
		}
		next := w.Triage
		switch {
		case a.Deed == data.DeedArchive && w.Status == data.StatusNew:
			next.Status = data.StatusArchived
		case a.Deed == data.DeedStar && !w.Starred:
			next.Starred = true
		case a.Deed == data.DeedPriority && w.Priority == 0:
			next.Priority = a.Priority
		default:
			continue
		}
		if err := s.saveWork(ctx, tx, Work{id, true, next, w.archivedAt}, row); err != nil {
			return nil, err
		}
		changed = append(changed, id)
	}
	return changed, nil
}

func (s *Store) muteAuthors(ctx context.Context, tx *sql.Tx, ids []data.ID) (map[data.ID]data.RuleAction, error) {
	out := map[data.ID]data.RuleAction{}
	for _, id := range ids {
		var author string
		err := tx.QueryRowContext(ctx, `INSERT INTO muted_authors SELECT `+mutedKey+`, ? FROM mentions m WHERE m.id = ? AND `+mutedKey+` <> ''
			ON CONFLICT (author) DO NOTHING RETURNING author`, s.clock().Unix(), id).Scan(&author)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out[id] = data.RuleAction{Deed: data.DeedMute, Author: author}
	}
	return out, nil
}

// EnsureTags makes the tags that rules give, so that they need not be asked
// for at every mention.
func (s *Store) EnsureTags(ctx context.Context, names []string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, name := range names {
			if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO tags (name) VALUES (?)`, name); err != nil {
				return err
			}
		}
		return nil
	})
}

// LastRuling is the newest entry of the log of what rules did.
func (s *Store) LastRuling(ctx context.Context) (id int64, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM triage_log`).Scan(&id)
	return id, explain(err, s.path)
}

// Unrule takes back what a rule did after an entry of the log, newest first,
// except what was changed since. It returns the mentions that changed.
func (s *Store) Unrule(ctx context.Context, rule, after int64) (changed []data.ID, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		changed = nil
		entries, err := rulingsAfter(ctx, tx, rule, after)
		if err != nil {
			return err
		}
		for _, e := range entries {
			for _, a := range e.Did {
				if err := s.unact(ctx, tx, a, e.Mention); err != nil {
					return err
				}
			}
			changed = append(changed, e.Mention)
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM triage_log WHERE rule_id = ? AND id > ?`, rule, after)
		return err
	})
	if err == nil {
		err = explain(s.loadMuted(ctx), s.path)
	}
	slices.Sort(changed)
	return slices.Compact(changed), err
}

func rulingsAfter(ctx context.Context, tx *sql.Tx, rule, after int64) (out []data.RuleLogEntry, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT mention_id, did FROM triage_log WHERE rule_id = ? AND id > ? ORDER BY id DESC`, rule, after)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var e data.RuleLogEntry
		var did string
		if err := rows.Scan(&e.Mention, &did); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(did), &e.Did)
		out = append(out, e)
		return err
	})
	return out, err
}

func (s *Store) unact(ctx context.Context, tx *sql.Tx, a data.RuleAction, id data.ID) error {
	var err error
	switch a.Deed {
	case data.DeedTag:
		_, err = tx.ExecContext(ctx, `DELETE FROM mention_tags WHERE mention_id = ? AND tag_id = (SELECT id FROM tags WHERE name = ?)`, id, a.Tag)
	case data.DeedIssue:
		_, err = tx.ExecContext(ctx, `DELETE FROM issue_mentions WHERE issue_id = ? AND mention_id = ?`, a.Issue, id)
	case data.DeedMute:
		_, err = tx.ExecContext(ctx, `DELETE FROM muted_authors WHERE author = ?`, a.Author)
	default:
		return s.unwork(ctx, tx, a, id)
	}
	return err
}

// unwork takes back what a rule did to the work on a mention, where it still
// stands.
func (s *Store) unwork(ctx context.Context, tx *sql.Tx, a data.RuleAction, id data.ID) error {
	w, row, err := readWork(ctx, tx, id)
	if err != nil {
		return err
	}
	switch {
	case a.Deed == data.DeedArchive && w.Status == data.StatusArchived:
		w.Status = data.StatusNew
	case a.Deed == data.DeedStar:
		w.Starred = false
	case a.Deed == data.DeedPriority && w.Priority == a.Priority:
		w.Priority = 0
	}
	return s.saveWork(ctx, tx, w, row)
}
