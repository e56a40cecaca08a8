package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/store"
)

// issue makes an issue of the mentions that a query finds.
func issue(t testing.TB, s *store.Store, title, query string) int64 {
	t.Helper()
	ids, err := s.IDs(ctx, parse(t, query), 1000)
	must(t, err)
	var id int64
	_, err = s.EditIssues(ctx, func(e *store.IssueEdit) (err error) {
		if id, err = e.Create(title); err == nil {
			_, err = e.Add(id, ids)
		}
		return err
	})
	must(t, err)
	return id
}

func TestQueriesFindWhatBelongsToIssues(t *testing.T) {
	s := filled(t)
	issue(t, s, "Rimborsi", "rimborso")    // a, d
	issue(t, s, "Code", "attesa infinita") // d
	for query, want := range map[string][]string{
		"issue:1":                       {"a", "d"},
		"issue:2":                       {"d"},
		"Issue:7":                       nil,
		"issue:any":                     {"a", "d"},
		"issue:ANY":                     {"a", "d"},
		"issue:none":                    {"b", "c", "e"},
		"-issue:1":                      {"b", "c", "e"},
		"-issue:2":                      {"a", "b", "c", "e"},
		"-issue:none":                   {"a", "d"},
		"-issue:any":                    {"b", "c", "e"},
		"issue:1 -issue:2":              {"a"},
		"issue:1 OR issue:2":            {"a", "d"},
		"issue:2 OR issue:none":         {"b", "c", "d", "e"},
		"issue:1 is:negative":           {"a", "d"},
		"issue:1 rating:<2":             {"a"},
		"issue:1 attesa":                {"a", "d"},
		"issue:1 arrivato":              {"d"},
		"issue:1 after:2026-11-20":      {"a"},
		"issue:none is:positive":        {"b", "e"},
		"issue:2 OR domenica":           {"c", "d"},
		"(issue:2 OR lang:en) -pane":    {"d", "e"},
		"NOT (issue:1 OR source:x)":     {"c"},
		"(issue:1 after:2026-11-20)":    {"a"},
		"(issue:1 rimborso) -(issue:2)": {"a"},
	} {
		t.Run(query, func(t *testing.T) {
			if d := cmp.Diff(want, externals(t, s, parse(t, query))); d != "" {
				t.Error(d)
			}
			ids, err := s.IDsOf(ctx, parse(t, query))
			must(t, err)
			rows, mentions, err := s.FoldedCount(ctx, parse(t, query), 100)
			must(t, err)
			groups, err := s.Groups(ctx, parse(t, query), store.ByDay)
			must(t, err)
			counted := 0
			for _, g := range groups {
				counted += g.N
			}
			if len(ids) != len(want) || rows != len(want) || mentions != len(want) || counted != len(want) {
				t.Errorf("%d ids, %d rows, %d mentions, %d in charts; want %d", len(ids), rows, mentions, counted, len(want))
			}
		})
	}
}

func TestAnIssueCountsItsMentions(t *testing.T) {
	s := filled(t)
	id := issue(t, s, "Rimborsi", "rimborso OR domenica")
	ids, err := s.IDs(ctx, parse(t, "arrivato"), 1)
	must(t, err)
	_, err = s.ChangeTriage(ctx, ids, func(tr *data.Triage) { tr.Status = data.StatusReplied })
	must(t, err)
	got, err := s.Issue(ctx, id)
	must(t, err)
	want := data.Issue{
		ID: id, Title: "Rimborsi", Rating: data.Unrated, Status: data.IssueOpen, CreatedAt: now, ChangedAt: now,
		Mentions: 3, Negative: 2, Unanswered: 2, First: now.Add(-72 * time.Hour), Last: now.Add(-10 * time.Minute),
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	empty := issue(t, s, "Niente", "parola")
	if got, err = s.Issue(ctx, empty); err != nil || got.Mentions != 0 || !got.First.IsZero() {
		t.Errorf("an empty issue is %+v, %v", got, err)
	}
	if _, err = s.Issue(ctx, 99); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown issue: %v", err)
	}
}

func TestAFailedEditChangesNothing(t *testing.T) {
	s := filled(t)
	_, err := s.EditIssues(ctx, func(e *store.IssueEdit) error {
		if _, err := e.Create("Resta fuori"); err != nil {
			return err
		}
		_, err := e.Add(99, nil)
		return err
	})
	all, _ := s.Issues(ctx, false)
	if data.CodeOf(err) != data.ErrNotFound || len(all) > 0 {
		t.Errorf("%v left %v", err, all)
	}
}

func TestMentionsLeaveAnIssueWithTheirImport(t *testing.T) {
	s := filled(t)
	second, _ := add(t, s, mention("z", 5, data.Negative, "rimborso lampo"))
	id := issue(t, s, "Rimborsi", "rimborso")
	ids, err := s.IDs(ctx, parse(t, "lampo"), 1)
	must(t, err)
	taken, err := s.EditIssues(ctx, func(e *store.IssueEdit) error { _, err := e.Remove(id, ids); return err })
	must(t, err)
	undo(t, s, second)
	must(t, s.TakeBackIssues(ctx, taken))
	got, err := s.Issue(ctx, id)
	must(t, err)
	if got.Mentions != 2 {
		t.Errorf("%d mentions, want those that are still here", got.Mentions)
	}
	sound(t, s)
}

// mostToAdd is how long ten thousand mentions may take to join an issue.
const mostToAdd = time.Second

func TestTenThousandMentionsJoinAnIssueAtOnce(t *testing.T) {
	s := open(t)
	add(t, s, numbered(10_000, data.Negative)...)
	ids, err := s.IDs(ctx, data.Filter{}, 10_000)
	must(t, err)
	id := issue(t, s, "Tutto", "parola")
	begun := time.Now()
	undo, err := s.EditIssues(ctx, func(e *store.IssueEdit) error { _, err := e.Add(id, ids); return err })
	must(t, err)
	took := time.Since(begun)
	got, err := s.Issue(ctx, id)
	must(t, err)
	t.Logf("added in %v, read after %v more", took, time.Since(begun)-took)
	if got.Mentions != 10_000 || took > mostToAdd {
		t.Errorf("%d mentions in %v", got.Mentions, took)
	}
	must(t, s.TakeBackIssues(ctx, undo))
	if got, err = s.Issue(ctx, id); err != nil || got.Mentions != 0 {
		t.Errorf("taken back it has %d mentions, %v", got.Mentions, err)
	}
}
