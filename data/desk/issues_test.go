package desk_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
)

// imported is a workspace with n reviews, and their ids, newest first.
func imported(t testing.TB, n int) (*desk.Desk, []data.ID) {
	t.Helper()
	d := open(t)
	_, err := d.Import(ctx, data.Plan{Path: reviews(t, n)}, nil)
	must(t, err)
	d.WaitForSearch()
	d.WaitForCopies()
	rows, err := d.Page(ctx, data.Filter{}, 0, n)
	must(t, err)
	var ids []data.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return d, ids
}

// board is all that can be seen of the issues.
type board struct {
	Open, Closed []data.Issue
	Members      map[int64][]data.ID
	Events       map[int64][]data.IssueEvent
}

func seen(t testing.TB, d *desk.Desk) board {
	t.Helper()
	b := board{Members: map[int64][]data.ID{}, Events: map[int64][]data.IssueEvent{}}
	var err error
	b.Open, err = d.Issues(ctx, false)
	must(t, err)
	b.Closed, err = d.Issues(ctx, true)
	must(t, err)
	for _, i := range slices.Concat(b.Open, b.Closed) {
		b.Members[i.ID], err = d.IssueMentions(ctx, i.ID, data.Filter{})
		must(t, err)
		b.Events[i.ID], err = d.IssueTimeline(ctx, i.ID)
		must(t, err)
	}
	return b
}

func TestEveryChangeOfAnIssueIsToldAndCanBeTakenBack(t *testing.T) {
	d, ids := imported(t, 12)
	first, _, err := d.NewIssue(ctx, "  Attese \n lunghe ", ids[:4])
	must(t, err)
	second, _, err := d.NewIssue(ctx, "Domenica", ids[4:6])
	must(t, err)
	due := now.Add(3 * time.Hour)
	serious := data.SeverityRating{Harm: 3, Spread: 3, Responsibility: 2}
	for name, c := range map[string]struct {
		do     func() (desk.Undo, error)
		kind   data.IssueEventKind
		check  func(i data.Issue) bool
		triage int // mentions that are told of
	}{
		"adding":   {func() (desk.Undo, error) { return d.AddToIssue(ctx, ids[2:8], first) }, data.IssueAdded, func(i data.Issue) bool { return i.Mentions == 8 }, 4},
		"removing": {func() (desk.Undo, error) { return d.RemoveFromIssue(ctx, ids[3:9], first) }, data.IssueRemoved, func(i data.Issue) bool { return i.Mentions == 3 }, 1},
		"renaming": {func() (desk.Undo, error) { return d.RenameIssue(ctx, first, "Code") }, data.IssueRenamed, func(i data.Issue) bool { return i.Title == "Code" }, 0},
		"rating": {func() (desk.Undo, error) { return d.RateIssue(ctx, first, serious, 3, "") }, data.IssueRated, func(i data.Issue) bool {
			return i.Severity == 3 && i.Rating == serious && i.Reason == ""
		}, 0},
		"overruling the matrix": {func() (desk.Undo, error) { return d.RateIssue(ctx, first, serious, 4, "Ci sono i carabinieri") }, data.IssueRated, func(i data.Issue) bool {
			return i.Severity == 4 && i.Reason == "Ci sono i carabinieri"
		}, 0},
		"closing": {func() (desk.Undo, error) { return d.SetIssueStatus(ctx, first, data.IssueClosed) }, data.IssueMoved, func(i data.Issue) bool { return i.Closed() && i.ClosedAt.Equal(now) }, 0},
		"waiting": {func() (desk.Undo, error) { return d.SetIssueStatus(ctx, first, data.IssueWaiting) }, data.IssueMoved, func(i data.Issue) bool { return i.Status == data.IssueWaiting }, 0},
		"due":     {func() (desk.Undo, error) { return d.SetIssueDue(ctx, first, due) }, data.IssueDue, func(i data.Issue) bool { return i.DueAt.Equal(due) }, 0},
		"notes":   {func() (desk.Undo, error) { return d.SetIssueNotes(ctx, first, " Sentire il fornaio ") }, data.IssueNoted, func(i data.Issue) bool { return i.Notes == "Sentire il fornaio" }, 0},
		"merging": {func() (desk.Undo, error) { return d.MergeIssues(ctx, second, first) }, data.IssueAbsorbed, func(i data.Issue) bool { return i.Mentions == 6 }, 2},
		"splitting": {func() (desk.Undo, error) {
			_, undo, err := d.SplitIssue(ctx, first, ids[:1], "Solo una")
			return undo, err
		}, data.IssueSplitOff, func(i data.Issue) bool { return i.Mentions == 3 }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			before := seen(t, d)
			told, issues := 0, 0
			defer d.Events().TriageChanged.Add(func(ids []data.ID) { told += len(ids) })()
			defer d.Events().IssuesChanged.Add(func(struct{}) { issues++ })()
			undo, err := c.do()
			must(t, err)
			got, err := d.Issue(ctx, first)
			must(t, err)
			if !c.check(got) || told != c.triage || issues != 1 {
				t.Errorf("issue %+v; %d mentions and %d changes told of", got, told, issues)
			}
			if events, _ := d.IssueTimeline(ctx, first); len(events) != 2 || events[0].Kind != c.kind {
				t.Errorf("timeline %+v", events)
			}
			must(t, undo(ctx))
			if diff := cmp.Diff(before, seen(t, d)); diff != "" || told != 2*c.triage || issues != 2 {
				t.Errorf("taken back: %s, %d mentions and %d changes told of", diff, told, issues)
			}
		})
	}
	sound(t, d)
}

func TestANewIssueCanBeTakenBack(t *testing.T) {
	d, ids := imported(t, 6)
	before := seen(t, d)
	id, undo, err := d.NewIssue(ctx, " Attese\tlunghe ", append(ids[:2:2], ids[0], 99))
	must(t, err)
	got, err := d.Issue(ctx, id)
	must(t, err)
	if got.Title != "Attese lunghe" || got.Mentions != 2 {
		t.Errorf("made %+v", got)
	}
	of, err := d.IssueOf(ctx, ids[0])
	must(t, err)
	if len(of) != 1 || of[0].ID != id {
		t.Errorf("the mention belongs to %+v", of)
	}
	must(t, undo(ctx))
	if diff := cmp.Diff(before, seen(t, d)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAnIssueRefuses(t *testing.T) {
	d, ids := imported(t, 3)
	id, _, err := d.NewIssue(ctx, "Attese", ids)
	must(t, err)
	before := seen(t, d)
	level := func(r data.SeverityRating, level int) error {
		_, err := d.RateIssue(ctx, id, r, level, "  ")
		return err
	}
	for name, c := range map[string]struct {
		err  func() error
		want data.Code
	}{
		"a new one without a title":   {func() error { _, _, err := d.NewIssue(ctx, " \n", ids); return err }, data.ErrIssueTitle},
		"an empty title":              {func() error { _, err := d.RenameIssue(ctx, id, ""); return err }, data.ErrIssueTitle},
		"a part without a title":      {func() error { _, _, err := d.SplitIssue(ctx, id, ids, ""); return err }, data.ErrIssueTitle},
		"a lower level, no reason":    {func() error { return level(data.SeverityRating{Harm: 4}, 1) }, data.ErrIssueReason},
		"a level without answers":     {func() error { return level(data.Unrated, 0) }, data.ErrIssueReason},
		"what is not there":           {func() error { _, err := d.AddToIssue(ctx, ids, 77); return err }, data.ErrNotFound},
		"to be merged with itself":    {func() error { _, err := d.MergeIssues(ctx, id, id); return err }, data.ErrNotFound},
		"to be merged into nowhere":   {func() error { _, err := d.MergeIssues(ctx, id, 77); return err }, data.ErrNotFound},
		"to rename what is not there": {func() error { _, err := d.RenameIssue(ctx, 77, "x"); return err }, data.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			if err := c.err(); data.CodeOf(err) != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
	if diff := cmp.Diff(before, seen(t, d)); diff != "" {
		t.Error(diff)
	}
}

func TestAMergedIssueLeavesTheLists(t *testing.T) {
	d, ids := imported(t, 6)
	from, _, err := d.NewIssue(ctx, "Code", ids[:3])
	must(t, err)
	into, _, err := d.NewIssue(ctx, "Attese", ids[2:4])
	must(t, err)
	_, err = d.RateIssue(ctx, from, data.SeverityRating{Harm: 4}, 3, "")
	must(t, err)
	_, err = d.SetIssueNotes(ctx, from, "due")
	must(t, err)
	_, err = d.SetIssueNotes(ctx, into, "uno")
	must(t, err)
	_, err = d.MergeIssues(ctx, from, into)
	must(t, err)
	b := seen(t, d)
	if len(b.Open) != 1 || len(b.Closed) != 0 || len(b.Members[into]) != 4 || b.Open[0].Severity != 3 || b.Open[0].Notes != "uno\n\ndue" {
		t.Errorf("after merging %+v", b)
	}
	if old, err := d.Issue(ctx, from); err != nil || old.MergedInto != into || old.Mentions != 0 {
		t.Errorf("the merged one is %+v, %v", old, err)
	}
	if open, closed, err := d.IssueCounts(ctx); err != nil || open != 1 || closed != 0 {
		t.Errorf("counted %d open, %d closed, %v", open, closed, err)
	}
}

func TestOnlyUnansweredMentionsAreAskedFor(t *testing.T) {
	d, ids := imported(t, 5)
	id, _, err := d.NewIssue(ctx, "Attese", ids)
	must(t, err)
	_, err = d.SetStatus(ctx, ids[1:3], data.StatusReplied)
	must(t, err)
	got, err := d.IssueMentions(ctx, id, data.Filter{Statuses: data.Unanswered})
	must(t, err)
	if want := []data.ID{ids[4], ids[3], ids[0]}; !slices.Equal(got, want) {
		t.Errorf("unanswered %v, want %v", got, want)
	}
}

func TestMoreLikeAnIssueIsFound(t *testing.T) {
	d, ids := imported(t, 30) // every third waits, asks, or praises
	id, _, err := d.NewIssue(ctx, "Attese", []data.ID{ids[0], ids[3]})
	must(t, err)
	proposals, err := d.MoreLikeThis(ctx, id, 5)
	must(t, err)
	if len(proposals) != 5 {
		t.Fatalf("%d proposals", len(proposals))
	}
	for _, p := range proposals {
		if at := slices.Index(ids, p.ID); at%3 != 0 || at == 0 || at == 3 {
			t.Errorf("proposes %q", p.Snippet)
		}
		if !p.Copy && len(p.Words) < 2 {
			t.Errorf("%q because of %q", p.Snippet, p.Words)
		}
	}
	empty, _, err := d.NewIssue(ctx, "Vuoto", nil)
	must(t, err)
	if proposals, err = d.MoreLikeThis(ctx, empty, 5); err != nil || len(proposals) > 0 {
		t.Errorf("an empty issue: %v, %v", proposals, err)
	}
}

func TestAnIncidentBecomesAnIssue(t *testing.T) {
	d := demo(t)
	d.WaitForDetectors()
	incidents, err := d.Incidents(ctx, data.Period{})
	must(t, err)
	if len(incidents) == 0 {
		t.Skip("the demo has no incident")
	}
	draft, err := d.DraftIssue(ctx, incidents[0].ID)
	must(t, err)
	if len(draft.Mentions) == 0 {
		t.Fatalf("nothing is proposed for %+v", incidents[0])
	}
	before := seen(t, d)
	id, undo, err := d.IssueFromIncident(ctx, incidents[0].ID, "Incidente", draft.Mentions)
	must(t, err)
	got, err := d.Issue(ctx, id)
	must(t, err)
	incident, err := d.Incident(ctx, incidents[0].ID)
	must(t, err)
	if got.Incident != incidents[0].ID || incident.Issue != id || got.Mentions != len(draft.Mentions) {
		t.Errorf("issue %+v of %d mentions, the incident says %d", got, len(draft.Mentions), incident.Issue)
	}
	must(t, undo(ctx))
	incident, err = d.Incident(ctx, incidents[0].ID)
	must(t, err)
	if diff := cmp.Diff(before, seen(t, d)); diff != "" || incident.Issue != 0 {
		t.Errorf("taken back: %s, the incident says %d", diff, incident.Issue)
	}
}
