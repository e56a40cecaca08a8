package store

import (
	"slices"
	"strings"

	"vedetta/data"
)

// Where one issue is asked for, its list of mentions leads: it is short, and in
// order of time. CROSS JOIN keeps the planner from turning the join round.
const (
	fromIssue  = "issue_mentions im CROSS JOIN mentions m ON m.id = im.mention_id"
	issueLeads = "im.issue_id = ?"
	issueID    = "im.mention_id"
	ofIssue    = "m.id IN (SELECT mention_id FROM issue_mentions WHERE issue_id = ?)"
)

// issues restricts to what belongs to issues, or to none.
func (q *query) issues(f data.Filter) {
	if len(f.Issues) == 1 && f.Issues[0] > 0 && q.from == "mentions m" {
		q.from = fromIssue
		q.and(issueLeads, f.Issues[0])
	} else if len(f.Issues) > 0 {
		q.and(amongIssues(f.Issues))
	}
	if f.Not != nil && len(f.Not.Issues) > 0 {
		q.and("NOT " + amongIssues(f.Not.Issues))
	}
}

// inIssues tells whether only mentions of issues are asked for: few, which the
// inbox index cannot find.
func inIssues(f data.Filter) bool {
	return len(f.Issues) > 0 && !slices.Contains(f.Issues, data.NoIssue)
}

// amongIssues is the condition of belonging to any of some issues.
func amongIssues(issues []int64) string {
	var named []int64
	var parts []string
	for _, id := range issues {
		switch id {
		case data.AnyIssue:
			parts = append(parts, "m.id IN (SELECT mention_id FROM issue_mentions)")
		case data.NoIssue:
			parts = append(parts, "NOT EXISTS (SELECT 1 FROM issue_mentions WHERE mention_id = m.id)")
		default:
			named = append(named, id)
		}
	}
	if len(named) > 0 {
		parts = append(parts, "m.id IN (SELECT mention_id FROM issue_mentions WHERE issue_id IN ("+join(named)+"))")
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}
