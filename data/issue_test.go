package data

import (
	"slices"
	"testing"
	"time"
)

func TestIssuesAreSortedByWhatIsPressing(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 11, n, 9, 0, 0, 0, time.UTC) }
	all := []Issue{
		{ID: 1, Status: IssueClosed, Severity: 4, CreatedAt: day(9)},
		{ID: 2, Status: IssueOpen, Severity: 1, CreatedAt: day(3)},
		{ID: 3, Status: IssueOpen, Severity: 1, CreatedAt: day(5)},
		{ID: 4, Status: IssueWaiting, Severity: 1, DueAt: day(20), CreatedAt: day(1)},
		{ID: 5, Status: IssueOpen, Severity: 1, DueAt: day(12), CreatedAt: day(1)},
		{ID: 6, Status: IssueOpen, Severity: 3, CreatedAt: day(1)},
	}
	SortIssues(all)
	var got []int64
	for _, i := range all {
		got = append(got, i.ID)
	}
	if want := []int64{6, 5, 4, 3, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
}

func TestOnlyWhatIsOpenCanBeOverdue(t *testing.T) {
	now := time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		issue Issue
		want  bool
	}{
		"without a due time": {Issue{Status: IssueOpen}, false},
		"due later":          {Issue{Status: IssueOpen, DueAt: now.Add(time.Minute)}, false},
		"due before":         {Issue{Status: IssueWaiting, DueAt: now.Add(-time.Minute)}, true},
		"closed":             {Issue{Status: IssueClosed, DueAt: now.Add(-time.Minute)}, false},
	} {
		if got := c.issue.Overdue(now); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
