package desk_test

import (
	"slices"
	"strconv"
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
)

// ruled stores a rule and returns its id.
func ruled(t testing.TB, d *desk.Desk, query string, actions ...data.RuleAction) int64 {
	t.Helper()
	id, _, err := d.SaveTriageRule(ctx, data.TriageRule{Name: query, Query: query, Actions: actions, Enabled: true})
	must(t, err)
	return id
}

func bring(t testing.TB, d *desk.Desk, name string, texts ...string) {
	t.Helper()
	lines := []string{"Data;Nome;Testo"}
	for i, text := range texts {
		lines = append(lines, "21/11/2026 10:0"+strconv.Itoa(i)+";Utente "+strconv.Itoa(i)+";"+text)
	}
	_, err := d.Import(ctx, data.Plan{Path: file(t, name, lines...)}, nil)
	must(t, err)
	d.WaitForRules()
}

func page(t testing.TB, d *desk.Desk, query string) []data.Row {
	t.Helper()
	f, err := data.ParseQuery(query, d.Zone())
	must(t, err)
	rows, err := d.Page(ctx, f, 0, 100)
	must(t, err)
	return rows
}

func TestARuleWorksOnWhatComesIn(t *testing.T) {
	d := open(t)
	bring(t, d, "before.csv", "Rimborso mai arrivato, prima della regola")
	issue, _, err := d.NewIssue(ctx, "Rimborsi", nil)
	must(t, err)
	id := ruled(t, d, "rimborso", data.RuleAction{Deed: data.DeedTag, Tag: "rimborso"}, data.RuleAction{Deed: data.DeedIssue, Issue: issue},
		data.RuleAction{Deed: data.DeedPriority, Priority: 1}, data.RuleAction{Deed: data.DeedStar})
	ruled(t, d, "concorso", data.RuleAction{Deed: data.DeedArchive}, data.RuleAction{Deed: data.DeedMute})
	bring(t, d, "after.csv", "Aspetto il rimborso da un mese", "Vinci un viaggio con il nostro concorso", "Pane buono")
	tagged := page(t, d, "tag:rimborso")
	if len(tagged) != 1 || tagged[0].Priority != 1 || !tagged[0].Starred {
		t.Fatalf("tagged %+v", tagged)
	}
	if in := page(t, d, "issue:"+strconv.FormatInt(issue, 10)); len(in) != 1 {
		t.Errorf("%d in the issue", len(in))
	}
	if spam := page(t, d, "is:muted"); len(spam) != 1 || spam[0].Status != data.StatusArchived {
		t.Errorf("muted %+v", spam)
	}
	log, err := d.RuleLog(ctx, id, 10)
	if must(t, err); len(log) != 1 || len(log[0].Did) != 4 {
		t.Errorf("log %+v", log)
	}
	rules, err := d.TriageRules(ctx)
	if must(t, err); len(rules) != 2 || rules[0].Touched != 1 {
		t.Errorf("%+v", rules)
	}
	sound(t, d)
}

func TestARuleNeverChangesWhatThePersonDecided(t *testing.T) {
	d := open(t)
	bring(t, d, "a.csv", "Concorso a premi uno", "Concorso a premi due", "Concorso a premi tre")
	rows := page(t, d, "")
	_, err := d.SetStatus(ctx, []data.ID{rows[0].ID}, data.StatusNeedsReply)
	must(t, err)
	_, err = d.SetPriority(ctx, []data.ID{rows[1].ID}, -1)
	must(t, err)
	id := ruled(t, d, "concorso", data.RuleAction{Deed: data.DeedArchive}, data.RuleAction{Deed: data.DeedPriority, Priority: 1})
	n, undo, err := d.ApplyRule(ctx, id, nil)
	if must(t, err); n != 3 {
		t.Errorf("%d changed", n)
	}
	after := page(t, d, "")
	if after[0].Status != data.StatusNeedsReply || after[1].Priority != -1 || after[1].Status != data.StatusArchived || after[2].Priority != 1 {
		t.Errorf("%+v", after)
	}
	_, err = d.SetStatus(ctx, []data.ID{rows[2].ID}, data.StatusOpen)
	must(t, err)
	must(t, undo(ctx))
	back := page(t, d, "")
	if back[0].Priority != 0 || back[1].Status != data.StatusNew || back[1].Priority != -1 || back[2].Status != data.StatusOpen {
		t.Errorf("taken back: %+v", back)
	}
	if log, err := d.RuleLog(ctx, id, 10); err != nil || len(log) != 0 {
		t.Errorf("log %+v, %v", log, err)
	}
	sound(t, d)
}

func TestAnImportGoesThroughTheRulesOnce(t *testing.T) {
	dir := t.TempDir()
	d := openAt(t, dir+"/w.db")
	id := ruled(t, d, "pane", data.RuleAction{Deed: data.DeedTag, Tag: "pane"})
	bring(t, d, "a.csv", "Pane buono", "Pane cattivo")
	_, err := d.RemoveTag(ctx, []data.ID{page(t, d, "")[0].ID}, "pane")
	must(t, err)
	must(t, d.Close())
	again := openAt(t, dir+"/w.db")
	again.WaitForRules()
	if tagged := page(t, again, "tag:pane"); len(tagged) != 1 {
		t.Errorf("%d tagged: the tag that was taken off came back", len(tagged))
	}
	if log, err := again.RuleLog(ctx, id, 10); err != nil || len(log) != 2 {
		t.Errorf("log %+v, %v", log, err)
	}
}

func TestWhatCannotBeARuleIsRefused(t *testing.T) {
	d := open(t)
	for name, c := range map[string]struct {
		rule data.TriageRule
		code data.Code
	}{
		"no name":            {data.TriageRule{Query: "pane", Actions: []data.RuleAction{{Deed: data.DeedStar}}}, data.ErrRuleEmpty},
		"nothing to do":      {data.TriageRule{Name: "a", Query: "pane"}, data.ErrRuleEmpty},
		"a tag without name": {data.TriageRule{Name: "a", Query: "pane", Actions: []data.RuleAction{{Deed: data.DeedTag}}}, data.ErrRuleEmpty},
		"everything":         {data.TriageRule{Name: "a", Actions: []data.RuleAction{{Deed: data.DeedArchive}}}, data.ErrRuleEmpty},
		"a broken query":     {data.TriageRule{Name: "a", Query: "(pane", Actions: []data.RuleAction{{Deed: data.DeedStar}}}, data.ErrQuery},
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, err := d.SaveTriageRule(ctx, c.rule); data.CodeOf(err) != c.code {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestTagsAreRenamedMergedAndDeletedAndBack(t *testing.T) {
	d := open(t)
	bring(t, d, "a.csv", "uno pane", "due pane", "tre pane")
	rows := page(t, d, "")
	tag := func(name string, at ...int) {
		for _, i := range at {
			_, err := d.AddTag(ctx, []data.ID{rows[i].ID}, name)
			must(t, err)
		}
	}
	tag("attesa", 0, 1)
	tag("coda", 1, 2)
	names := func() (all []string) {
		tags, err := d.Tags(ctx)
		must(t, err)
		for _, x := range tags {
			all = append(all, x.Tag+":"+strconv.Itoa(x.Mentions)+string(x.Color))
		}
		slices.Sort(all)
		return all
	}
	check := func(what string, want ...string) {
		t.Helper()
		if got := names(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	undo, err := d.EditTag(ctx, "attesa", "Attesa lunga", data.TagRed)
	must(t, err)
	check("renamed", "Attesa lunga:2red", "coda:2")
	must(t, undo(ctx))
	check("named as before", "attesa:2", "coda:2")
	if _, err := d.EditTag(ctx, "attesa", "CODA", ""); data.CodeOf(err) != data.ErrNameTaken {
		t.Errorf("a name that is taken: %v", err)
	}
	undo, err = d.MergeTag(ctx, "attesa", "coda")
	must(t, err)
	check("merged", "coda:3")
	must(t, undo(ctx))
	check("two again", "attesa:2", "coda:2")
	undo, err = d.DeleteTag(ctx, "coda")
	must(t, err)
	check("deleted", "attesa:2")
	must(t, undo(ctx))
	check("there again", "attesa:2", "coda:2")
	sound(t, d)
}

func TestAMutedAuthorIsLeftOutAndCounted(t *testing.T) {
	d := open(t)
	bring(t, d, "a.csv", "Vinci subito", "Pane buono")
	undo, err := d.MuteAuthor(ctx, data.Author{Name: "utente 0"})
	must(t, err)
	if rows := page(t, d, "-is:muted"); len(rows) != 1 || rows[0].Author != "Utente 1" {
		t.Errorf("open %+v", rows)
	}
	if rows := page(t, d, ""); len(rows) != 2 {
		t.Errorf("%d altogether: muted ones count", len(rows))
	}
	muted, err := d.MutedAuthors(ctx)
	if must(t, err); len(muted) != 1 || muted[0].Mentions != 1 {
		t.Errorf("%+v", muted)
	}
	must(t, undo(ctx))
	if rows := page(t, d, "-is:muted"); len(rows) != 2 {
		t.Errorf("taken back: %d", len(rows))
	}
}

func TestAPreviewTellsWhatARuleWouldFind(t *testing.T) {
	d := open(t)
	bring(t, d, "a.csv", "Pane buono", "Pane cattivo", "Attesa lunga")
	p, err := d.PreviewRule(ctx, "pane")
	if must(t, err); p.Found != 2 || p.Capped || len(p.First) != 2 {
		t.Errorf("%+v", p)
	}
	if _, err := d.PreviewRule(ctx, "(pane"); data.CodeOf(err) != data.ErrQuery {
		t.Errorf("error %v", err)
	}
}
