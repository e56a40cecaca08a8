package inbox

import (
	"context"
	"strings"
	"testing"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// answeringAll is reply to all on a real workspace, and what it said.
func answeringAll(t *testing.T) (d *desk.Desk, p *replyAllPresenter, said *[]string, asked *int) {
	t.Helper()
	d, said, asked = workspace(t), &[]string{}, new(int)
	p = newReplyAllPresenter(d, assets.WordsFor("en"), job.Inline{}, &job.History{})
	say := func(what string) { *said = append(*said, what) }
	p.said, p.done = say, say
	p.ask, p.changed, p.failed = func() { *asked++ }, func() {}, func(err error) {
		if err != nil {
			t.Error(err)
		}
	}
	return d, p, said, asked
}

func TestEveryWaitingMentionOfAnIssueGetsADraft(t *testing.T) {
	ctx := context.Background()
	d, p, said, asked := answeringAll(t)
	rows, err := d.Page(ctx, data.Filter{}, 0, 3)
	if err != nil {
		t.Fatal(err)
	}
	issue, _, err := d.NewIssue(ctx, "Attesa", []data.ID{rows[0].ID, rows[1].ID, rows[2].ID})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SetStatus(ctx, []data.ID{rows[2].ID}, data.StatusReplied); err != nil {
		t.Fatal(err)
	}
	p.toIssue(issue)
	if *asked != 1 || len(p.ids) != 2 {
		t.Fatalf("asked %d times about %d mentions", *asked, len(p.ids))
	}
	templates, err := d.Templates(ctx)
	if err != nil {
		t.Fatal(err)
	}
	p.use(templates[0].Key)
	if strings.TrimSpace(p.sample) == "" {
		t.Error("nothing shows what the template makes of the first mention")
	}
	p.inLanguage = false
	p.start()
	if n := len(*said); p.running != nil || n != 1 || (*said)[0] != "2 drafts written" {
		t.Fatalf("it said %q", *said)
	}
	for _, row := range rows[:2] {
		if r := stored(t, d, row.ID); r.State != data.ReplyDraft || r.Text == "" {
			t.Errorf("stored %+v", r)
		}
	}
	p.history.Undo(job.Inline{}, func(string, error) {})
	if r := stored(t, d, rows[0].ID); r.ID != 0 {
		t.Errorf("taken back, there is %+v", r)
	}
}

func TestAnIssueWhereNobodyWaitsIsNotAskedAbout(t *testing.T) {
	d, p, said, asked := answeringAll(t)
	issue, _, err := d.NewIssue(context.Background(), "Vuoto", nil)
	if err != nil {
		t.Fatal(err)
	}
	p.toIssue(issue)
	if *asked != 0 || len(*said) != 1 {
		t.Errorf("asked %d times, said %q", *asked, *said)
	}
}
