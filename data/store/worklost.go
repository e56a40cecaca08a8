package store

import (
	"context"
	"slices"

	"vedetta/data"
)

// workOf lists the mentions of an import that carry the person's work, and
// which. It begins with the work, of which there is little: an import may
// have brought millions of mentions.
const workOf = `WITH worked (id) AS (
		SELECT mention_id FROM triage UNION SELECT mention_id FROM mention_tags UNION SELECT mention_id FROM issue_mentions
		UNION SELECT mention_id FROM replies WHERE import_id = 0 UNION SELECT mention_id FROM attachments)
	SELECT m.id,
		EXISTS (SELECT 1 FROM mention_tags WHERE mention_id = m.id),
		EXISTS (SELECT 1 FROM replies WHERE mention_id = m.id AND import_id = 0),
		EXISTS (SELECT 1 FROM triage WHERE mention_id = m.id AND note <> ''),
		EXISTS (SELECT 1 FROM triage WHERE mention_id = m.id AND override IS NOT NULL),
		EXISTS (SELECT 1 FROM issue_mentions WHERE mention_id = m.id),
		EXISTS (SELECT 1 FROM attachments WHERE mention_id = m.id)
	FROM worked w CROSS JOIN mentions m ON m.id = w.id WHERE m.import_id = ? ORDER BY m.id`

// work is which kinds of work a mention carries, in the order of workOf.
type work struct {
	id    data.ID
	kinds [6]bool
}

// WorkLost says what undoing an import would take away. Mentions that other
// imports have brought too stay, and their work with them.
func (s *Store) WorkLost(ctx context.Context, importID int64) (data.WorkLost, error) {
	var lost data.WorkLost
	all, err := s.workOf(ctx, importID)
	if err != nil || len(all) == 0 {
		return lost, explain(err, s.path)
	}
	kept, err := heirs(ctx, s.reader, importID, idSpan{all[0].id, all[len(all)-1].id})
	if err != nil {
		return lost, explain(err, s.path)
	}
	counts := [...]*int{&lost.Tagged, &lost.Answered, &lost.Noted, &lost.Overridden, &lost.InIssues, &lost.Attached}
	for _, w := range slices.DeleteFunc(all, func(w work) bool { _, ok := kept[w.id]; return ok }) {
		lost.Worked++
		for i, n := range counts {
			if w.kinds[i] {
				*n++
			}
		}
	}
	return lost, nil
}

func (s *Store) workOf(ctx context.Context, importID int64) (all []work, err error) {
	rows, err := s.reader.QueryContext(ctx, workOf, importID)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var w work
		k := &w.kinds
		err := rows.Scan(&w.id, &k[0], &k[1], &k[2], &k[3], &k[4], &k[5])
		all = append(all, w)
		return err
	})
	return all, err
}
