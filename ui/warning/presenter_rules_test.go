package warning

import (
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

func TestARuleIsChecked(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	for name, c := range map[string]struct {
		change func(*RuleDraft)
		field  Field
		says   string
	}{
		"no name":                  {func(d *RuleDraft) { d.Name = " " }, FieldName, "name"},
		"a name that is taken":     {func(d *RuleDraft) { d.Name = "rimborsi" }, FieldName, "“Rimborsi”"},
		"a name without end":       {func(d *RuleDraft) { d.Name = strings.Repeat("é", 61) }, FieldName, "60"},
		"a query that cannot read": {func(d *RuleDraft) { d.Query = "attesa is:angry" }, FieldQuery, "“is:angry”, character 8"},
		"no number":                {func(d *RuleDraft) { d.Count = "many" }, FieldCount, "from 1 to 1,000,000"},
		"zero":                     {func(d *RuleDraft) { d.Count = "0" }, FieldCount, "from 1"},
		"half a mention":           {func(d *RuleDraft) { d.Count = "1.5" }, FieldCount, "whole number"},
		"a share above all":        {func(d *RuleDraft) { d.Kind, d.Share = data.ShareRule, "101%" }, FieldShare, "from 1 to 100"},
		"a reach of nobody":        {func(d *RuleDraft) { d.Kind, d.Reach = data.ReachRule, "-4" }, FieldReach, "from 1 to"},
		"a number without end":     {func(d *RuleDraft) { d.Count = strings.Repeat("9", 40) }, FieldCount, "to 1,000,000"},
	} {
		t.Run(name, func(t *testing.T) {
			d := p.NewRule()
			d.Name = "Attese"
			c.change(&d)
			var wrong Wrong
			p.SaveRule(d, false, func(w Wrong) { wrong = w })
			if len(wrong) != 1 || !strings.Contains(wrong[c.field], c.says) {
				t.Errorf("wrong %v, want %q at %s", wrong, c.says, c.field)
			}
		})
	}
	if len(p.Rules()) != 3 {
		t.Errorf("%d rules, one of the wrong ones was stored", len(p.Rules()))
	}
}

func TestAQueryIsCheckedWhileItIsTyped(t *testing.T) {
	p, _ := started(t, newTable(), job.Inline{})
	for _, c := range []struct {
		typed        string
		found, wrong bool
	}{
		{"source:", false, false},
		{"attesa source:", false, false},
		{"source: ", false, true},
		{"source:", true, true},
		{"source:google", true, false},
		{"", true, false},
	} {
		if got := p.TypingWrong(c.typed, c.found); (got != "") != c.wrong {
			t.Errorf("%q, found %v: %q", c.typed, c.found, got)
		}
	}
}

func TestNumbersOfEachKindAreReadAsTheyAreWritten(t *testing.T) {
	d := newTable()
	p, _ := started(t, d, job.Inline{})
	for _, c := range []struct {
		draft RuleDraft
		want  data.Rule
		says  string
	}{
		{
			RuleDraft{Name: " Attese ", Kind: data.CountRule, Query: " attesa ", Window: time.Hour, Count: "1.200", Share: "x", On: true},
			data.Rule{ID: 101, Name: "Attese", Kind: data.CountRule, Query: "attesa", Window: time.Hour, Count: 1200, On: true},
			"At least 1,200 mentions in 1 h · attesa",
		},
		{
			RuleDraft{Name: "Quota", Kind: data.ShareRule, Window: 72 * time.Hour, Count: "8", Share: "40 %"},
			data.Rule{ID: 102, Name: "Quota", Kind: data.ShareRule, Window: 72 * time.Hour, Count: 8, Share: 0.4},
			"At least 40% negative, from 8 mentions in 3 d on",
		},
		{
			RuleDraft{Name: "Grandi", Kind: data.ReachRule, Window: 24 * time.Hour, Reach: "18’400", Count: "x"},
			data.Rule{ID: 103, Name: "Grandi", Kind: data.ReachRule, Window: 24 * time.Hour, Reach: 18_400},
			"A mention by an author who reaches at least 18,400",
		},
	} {
		var wrong Wrong
		p.SaveRule(c.draft, false, func(w Wrong) { wrong = w })
		if got := d.set.Rules[len(d.set.Rules)-1]; len(wrong) > 0 || got != c.want {
			t.Errorf("stored %+v, want %+v; wrong %v", got, c.want, wrong)
		}
		if got := p.Looks(c.want); got != c.says {
			t.Errorf("says %q, want %q", got, c.says)
		}
	}
}

func TestAnEditedRuleIsTheSameRule(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	for _, rule := range p.Rules() {
		draft := p.EditRule(rule)
		draft.Name += "!"
		p.SaveRule(draft, false, func(w Wrong) {
			if len(w) > 0 {
				t.Errorf("%s: %v", rule.Name, w)
			}
		})
		rule.Name += "!"
		if got := d.set.Rules[len(d.set.Rules)-1]; got != rule {
			t.Errorf("stored %+v, want %+v", got, rule)
		}
	}
}

func TestARuleIsSwitched(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	rule := p.Rules()[0]
	p.SwitchRule(rule, false)
	if p.Rules()[0].On {
		t.Error("it is still on")
	}
	d.err = data.Errorf(data.ErrDiskFull, "full")
	shown := h.changes
	p.SwitchRule(p.Rules()[0], true)
	if p.Rules()[0].On || h.err == nil || h.changes == shown {
		t.Errorf("on %v, error %v; the tick was not put back", p.Rules()[0].On, h.err)
	}
}

func TestWhatCannotBeStoredIsSaidInTheForm(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	d.err = data.Errorf(data.ErrDiskFull, "full")
	draft := p.NewRule()
	draft.Name = "Attese"
	var wrong Wrong
	p.SaveRule(draft, true, func(w Wrong) { wrong = w })
	if wrong[FieldSaved] == "" || len(d.tests) > 0 || h.err != nil {
		t.Errorf("wrong %v, %d tests, error %v behind the form", wrong, len(d.tests), h.err)
	}
}

func TestATopicIsChecked(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	for name, c := range map[string]struct {
		topic data.Topic
		field Field
	}{
		"no query":               {data.Topic{Name: "Pane"}, FieldQuery},
		"a query for everything": {data.Topic{Name: "Pane", Query: "... after:2026-01-01"}, FieldQuery},
		"a query that is wrong":  {data.Topic{Name: "Pane", Query: "rating:lots"}, FieldQuery},
		"a name that is taken":   {data.Topic{Name: "consegne", Query: "pane"}, FieldName},
		"a new one":              {data.Topic{Name: "Pane", Query: "pane OR focaccia"}, ""},
		"another name":           {data.Topic{ID: 1, Name: "CONSEGNE", Query: "consegna"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var wrong Wrong
			p.SaveTopic(c.topic, func(w Wrong) { wrong = w })
			if (c.field != "" && wrong[c.field] == "") || (c.field == "" && len(wrong) > 0) {
				t.Errorf("wrong %v, want %q", wrong, c.field)
			}
		})
	}
	if len(d.set.Topics) != 3 {
		t.Errorf("topics %v", d.set.Topics)
	}
}
