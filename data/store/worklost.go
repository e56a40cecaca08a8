package store

import (
	"context"

	"vedetta/data"
)

// WorkLost says what undoing an import would take away. Mentions that other
// imports have brought too stay, and their work with them.
func (s *Store) WorkLost(ctx context.Context, importID int64) (data.WorkLost, error) {
	var lost data.WorkLost
	for _, kind := range []struct {
		n         *int
		condition string
	}{
		{&lost.Tagged, `EXISTS (SELECT 1 FROM mention_tags WHERE mention_id = m.id)`},
		{&lost.Answered, `EXISTS (SELECT 1 FROM replies WHERE mention_id = m.id AND import_id = 0)`},
		{&lost.Noted, `EXISTS (SELECT 1 FROM triage WHERE mention_id = m.id AND note <> '')`},
		{&lost.Overridden, `EXISTS (SELECT 1 FROM triage WHERE mention_id = m.id AND override IS NOT NULL)`},
		{&lost.InIssues, `EXISTS (SELECT 1 FROM issue_mentions WHERE mention_id = m.id)`},
		{&lost.Attached, `EXISTS (SELECT 1 FROM attachments WHERE mention_id = m.id)`},
	} {
		ids, err := s.wouldLose(ctx, importID, kind.condition)
		if err != nil {
			return lost, explain(err, s.path)
		}
		*kind.n = len(ids)
	}
	var err error
	lost.Worked, err = s.Worked(ctx, importID)
	return lost, err
}
