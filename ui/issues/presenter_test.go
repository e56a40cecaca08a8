package issues

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/job"
)

func TestTheListTellsWhatIsPressing(t *testing.T) {
	d, ids := board(t)
	first, _, err := d.NewIssue(ctx, "Rimborsi", ids[:2])
	must(t, err)
	_, err = d.RateIssue(ctx, first, data.SeverityRating{Harm: 2, Spread: 2, Responsibility: 2}, 2, "")
	must(t, err)
	_, err = d.SetIssueDue(ctx, first, now.Add(-90*time.Minute))
	must(t, err)
	second, _, err := d.NewIssue(ctx, "Domenica", ids[3:4])
	must(t, err)
	_, err = d.SetIssueStatus(ctx, second, data.IssueWaiting)
	must(t, err)
	p, _ := started(t, d, job.Inline{})
	want := []Entry{
		{ID: first, Severity: 2, Level: "L2 issue", Title: "Rimborsi", Counts: "2 mentions · 2 negative · 2 unanswered", Due: "overdue by 1 h 30 min", Overdue: true, Age: "just now"},
		{ID: second, Level: "not rated", Title: "Domenica", Counts: "1 mention · 1 unanswered", Age: "just now", Waiting: "waiting"},
	}
	if diff := cmp.Diff(want, p.Entries()); diff != "" {
		t.Error(diff)
	}
	if open, closed := p.Totals(); open != "Open 2" || closed != "Closed 0" || p.Chosen() != first {
		t.Errorf("%s, %s, chosen %d", open, closed, p.Chosen())
	}
	p.Move(1)
	p.Move(5)
	if p.Chosen() != second {
		t.Errorf("chosen %d", p.Chosen())
	}
	if p.Move(-9); p.Chosen() != first {
		t.Errorf("chosen %d", p.Chosen())
	}
}

func TestTheDetailSaysWhereTheLevelComesFrom(t *testing.T) {
	d, ids := board(t)
	id, _, err := d.NewIssue(ctx, "Rimborsi", ids[:2])
	must(t, err)
	p, _ := started(t, d, job.Inline{})
	rate := func(r data.SeverityRating, level int, reason string) Detail {
		t.Helper()
		_, err := d.RateIssue(ctx, id, r, level, reason)
		must(t, err)
		shown, _ := p.Detail()
		return shown
	}
	if shown, ok := p.Detail(); !ok || shown.Clock != "" || !strings.HasPrefix(shown.Matrix, "Not rated") {
		t.Errorf("unrated: %+v", shown)
	}
	if shown := rate(data.SeverityRating{Harm: 3, Responsibility: 2}, 2, ""); shown.Matrix != "8 of 20 points" ||
		shown.Clock != "First look within 1 hour · first public answer within 2 hours · an update every 8 hours" {
		t.Errorf("by the questions: %+v", shown)
	}
	if shown := rate(data.SeverityRating{Harm: 3, Responsibility: 2}, 4, "TV"); shown.Matrix != "The questions say L2 issue; you decided otherwise: TV" ||
		!strings.HasPrefix(shown.Clock, "First look at once") {
		t.Errorf("decided: %+v", shown)
	}
	if shown := rate(data.Unrated, 1, "Known"); shown.Matrix != "Decided without the questions: Known" ||
		shown.Clock != "First look within 4 hours of opening time · first public answer within 8 hours of opening time" {
		t.Errorf("decided without answers: %+v", shown)
	}
	if got := p.Timeline(); len(got) != 4 || got[3].What != "Made, with 2 mentions" || got[1].What != "Severity L4 emergency, by your decision: TV" {
		t.Errorf("timeline %+v", got)
	}
}

func TestTheQuestionsAreReckonedAtOnce(t *testing.T) {
	d, _ := board(t)
	p, _ := started(t, d, job.Inline{})
	r := data.Unrated
	questions := p.Questions(&r)
	if len(questions) != 4 || len(questions[0].Answers) != 5 || len(questions[2].Answers) != 3 {
		t.Fatalf("questions %+v", questions)
	}
	if got := p.Reckoned(r); got != "Answer the four questions." {
		t.Errorf("without answers %q", got)
	}
	for n, answer := range []int{4, 0, 0, 0} {
		*questions[n].Of = answer
	}
	if got := p.Reckoned(r); got != "8 of 20 points: L3 crisis. Danger to people counts more than the points." {
		t.Errorf("an injury is reckoned %q", got)
	}
}

func TestEachChangeIsSaidAndCanBeTakenBack(t *testing.T) {
	d, ids := board(t)
	first, _, err := d.NewIssue(ctx, "Rimborsi", ids[:3])
	must(t, err)
	_, _, err = d.NewIssue(ctx, "Domenica", ids[3:4])
	must(t, err)
	p, h := started(t, d, job.Inline{})
	p.Show(first)
	for name, c := range map[string]struct {
		do   func()
		said string
	}{
		"making":    {func() { p.Create("Pane") }, "Issue made: Pane"},
		"renaming":  {func() { p.Rename(" Rimborsi  lenti") }, "Now called Rimborsi lenti"},
		"waiting":   {func() { p.SetStatus(data.IssueWaiting) }, "Rimborsi: waiting"},
		"closing":   {func() { p.SetStatus(data.IssueClosed) }, "Rimborsi: closed"},
		"due":       {func() { p.SetDue(now.Add(time.Hour)) }, "due Wed 25 Nov 19:00"},
		"notes":     {func() { p.SetNotes(first, "Chiamata Marta") }, "Notes stored"},
		"rating":    {func() { p.Rate(data.SeverityRating{Harm: 2, Spread: 1}, 1, "") }, "Severity: L1 complaint"},
		"adding":    {func() { p.Add(ids[4:6]) }, "2 mentions added: Rimborsi"},
		"removing":  {func() { p.Mark(ids[0], true); p.RemoveMarked() }, "1 mention taken out: Rimborsi"},
		"splitting": {func() { p.Mark(ids[1], true); p.Split("Attese") }, "1 mention split off: Attese"},
		"merging":   {func() { p.MergeInto(p.Others()[0]) }, "Merged with Domenica"},
	} {
		t.Run(name, func(t *testing.T) {
			p.Show(first)
			before, _ := p.Detail()
			h.done, h.undone = nil, nil
			c.do()
			if !slices.Equal(h.done, []string{c.said}) || h.err != nil {
				t.Fatalf("said %q, error %v; want %q", h.done, h.err, c.said)
			}
			p.Undo()
			p.Show(first)
			after, _ := p.Detail()
			if diff := cmp.Diff(before, after); diff != "" || !slices.Equal(h.undone, []string{c.said}) || h.err != nil {
				t.Errorf("taken back %q: %s %v", h.undone, diff, h.err)
			}
		})
	}
}

func TestWhatChangesNothingIsNoChange(t *testing.T) {
	d, ids := board(t)
	id, _, err := d.NewIssue(ctx, "Rimborsi", ids[:1])
	must(t, err)
	p, h := started(t, d, job.Inline{})
	p.Rename("Rimborsi ")
	p.SetStatus(data.IssueOpen)
	p.SetNotes(id, " ")
	p.RemoveMarked()
	p.Split("Nuovo")
	p.Add(nil)
	if len(h.done) > 0 || h.err != nil {
		t.Errorf("did %q, error %v", h.done, h.err)
	}
	p.Rename("  ")
	if data.CodeOf(h.err) != data.ErrIssueTitle || len(h.done) > 0 {
		t.Errorf("without a title: did %q, error %v", h.done, h.err)
	}
}

func TestProposalsAreLookedForWhenTheyAreShown(t *testing.T) {
	d, ids := board(t)
	_, _, err := d.NewIssue(ctx, "Rimborsi", ids[:2])
	must(t, err)
	p, h := started(t, d, job.Inline{})
	if _, found := p.Proposals(); found {
		t.Error("proposals were looked for unasked")
	}
	p.Seek(true)
	list, found := p.Proposals()
	if !found || len(list) != 1 || list[0].ID != ids[4] || p.Because(list[0]) != "Shares: rimborso, attesa" && p.Because(list[0]) != "Shares: attesa, rimborso" {
		t.Fatalf("proposals %+v", list)
	}
	p.AddAllProposals()
	if list, _ = p.Proposals(); len(list) != 0 || h.done[0] != "1 mention added: Rimborsi" || len(p.Rows()) != 3 {
		t.Errorf("afterwards %+v, said %q", list, h.done)
	}
}

func TestMarksGoWithTheirMentions(t *testing.T) {
	d, ids := board(t)
	id, _, err := d.NewIssue(ctx, "Rimborsi", ids[:3])
	must(t, err)
	p, _ := started(t, d, job.Inline{})
	p.Mark(ids[0], true)
	p.Mark(ids[2], true)
	if got := p.Marks(); !slices.Equal(got, []data.ID{ids[2], ids[0]}) || p.MarksText() != "2 mentions ticked" {
		t.Errorf("marked %v, %q", got, p.MarksText())
	}
	_, err = d.RemoveFromIssue(ctx, ids[:1], id)
	must(t, err)
	if got := p.Marks(); !slices.Equal(got, []data.ID{ids[2]}) {
		t.Errorf("marked %v", got)
	}
}

func TestAnotherScreenCanShowAClosedIssue(t *testing.T) {
	d, ids := board(t)
	first, _, err := d.NewIssue(ctx, "Rimborsi", ids[:1])
	must(t, err)
	_, _, err = d.NewIssue(ctx, "Domenica", nil)
	must(t, err)
	_, err = d.SetIssueStatus(ctx, first, data.IssueClosed)
	must(t, err)
	on := &held{}
	p, h := started(t, d, on)
	p.Show(first)
	on.run()
	if p.Chosen() != first || !p.ShowsClosed() {
		t.Errorf("chosen %d, closed ones %v", p.Chosen(), p.ShowsClosed())
	}
	p.OpenIssue()
	if diff := cmp.Diff([]data.Filter{{Issues: []int64{first}}}, h.opened); diff != "" {
		t.Error(diff)
	}
	p.ShowClosed(false)
	on.run()
	if current, ok := p.Current(); !ok || current.Title != "Domenica" {
		t.Errorf("then %+v", current)
	}
}

func TestADueTimeIsReadAsPeopleWriteIt(t *testing.T) {
	d, _ := board(t)
	_, err := d.Issues(ctx, false)
	must(t, err)
	p, _ := started(t, d, job.Inline{})
	day := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{"14:30": "13:30", " 9.05 ": "08:05", "25:00": "", "soon": "", "": ""} {
		at, ok := p.DueAt(day, text)
		if ok != (want != "") || ok && at.Format("15:04") != want {
			t.Errorf("%q is %v, %v", text, at, ok)
		}
	}
}
