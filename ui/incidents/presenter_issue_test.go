package incidents

import (
	"errors"
	"slices"
	"testing"

	"vedetta/data/job"
)

func TestAnIncidentBecomesAnIssueOnce(t *testing.T) {
	d := rich()
	d.terms = []string{"attesa", "rimborso"}
	p, h := started(t, d, job.Inline{})
	if p.IssueText() != "Make an issue" {
		t.Errorf("the button says %q", p.IssueText())
	}
	p.MakeIssue()
	if !slices.Equal(d.made, []string{"attesa, rimborso (25 Nov)"}) || !slices.Equal(h.issues, []int64{70}) || h.said[0] != "Issue made: attesa, rimborso (25 Nov)" {
		t.Fatalf("made %q, showed %v, said %q", d.made, h.issues, h.said)
	}
	p.MakeIssue()
	if len(d.made) != 1 || len(h.issues) != 2 || p.IssueText() != "Open its issue" {
		t.Errorf("pressed again made %q, showed %v, says %q", d.made, h.issues, p.IssueText())
	}
	h.undo()
	if p.IssueText() != "Make an issue" || h.err != nil {
		t.Errorf("taken back the button says %q, error %v", p.IssueText(), h.err)
	}
}

func TestAnIncidentWithoutWordsIsNamedByItsStream(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	p.MakeIssue()
	if len(d.made) != 1 || d.made[0] != "all mentions (25 Nov)" {
		t.Errorf("made %q", d.made)
	}
}

func TestARefusedIssueIsSaid(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	d.err = errors.New("disk")
	p.MakeIssue()
	if h.err == nil || len(h.issues) > 0 || p.making {
		t.Errorf("error %v, showed %v", h.err, h.issues)
	}
}
