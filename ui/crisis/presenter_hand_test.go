package crisis

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vedetta/data"
)

func TestEveryPaperIsWrittenInItsLanguage(t *testing.T) {
	p, h, _ := declared(t)
	for _, paper := range Papers {
		hand := Hand{Paper: paper, Lang: "it"}
		path := filepath.Join(t.TempDir(), hand.FileName())
		ended, far := 0, 0
		p.Save(hand, path, func(data.Progress) { far++ }, func() { ended++ })
		must(t, h.err)
		info, err := os.Stat(path)
		must(t, err)
		if info.Size() < 1000 || ended != 1 || (paper == PaperPack) != (far > 0) || !strings.Contains(h.said[len(h.said)-1], filepath.Base(path)) {
			t.Errorf("%s: %d bytes, ended %d times, told %d times, %q", paper, info.Size(), ended, far, h.said)
		}
		if paper == PaperPack {
			z, err := zip.OpenReader(path)
			must(t, err)
			if len(z.File) != 8 {
				t.Errorf("%d files", len(z.File))
			}
			must(t, z.Close())
		}
	}
	p.Save(Hand{Paper: PaperReport, Lang: "en"}, filepath.Join(t.TempDir(), "no", "such", "folder.pdf"), func(data.Progress) {}, func() {})
	if data.CodeOf(h.err) != data.ErrCannotWrite {
		t.Errorf("a folder that is not there: %v", h.err)
	}
}

func TestTheSituationFitsIntoAMessage(t *testing.T) {
	p, _, _ := declared(t)
	for lang, want := range map[string]string{"it": "CHE COSA È SUCCESSO", "en": "WHAT HAPPENED"} {
		var got string
		p.Message(Hand{Lang: lang}, func(text string) { got = text })
		if !strings.Contains(got, "Window sign") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

func TestWhatWasLearntChangesThePlaybook(t *testing.T) {
	p, h, clock := declared(t)
	clock.at = clock.at.Add(5 * 3600e9)
	p.AddStep(data.PhaseAct, "Call the agency", 30)
	p.AskReview()
	r := h.review
	if !strings.Contains(r.Happened, "Declared a crisis") || len(r.Edits) < 2 {
		t.Fatalf("review %+v", r)
	}
	n := slices.IndexFunc(r.Edits, func(e data.StepEdit) bool { return e.Why == "added" })
	if got := p.EditLine(r.Edits[n]); got != "Take in “Call the agency” under Act" {
		t.Errorf("line %q", got)
	}
	r.Causes, r.Edits[n].Accept = "Nobody read it before it hung", true
	p.SaveReview(r)
	must(t, h.err)
	has := func() bool {
		for _, b := range p.shown.books {
			if b.Key == p.shown.crisis.Playbook {
				return slices.ContainsFunc(b.Steps, func(s data.PlaybookStep) bool { return s.Title == "Call the agency" })
			}
		}
		return false
	}
	if !has() {
		t.Error("the playbook has no such step")
	}
	p.Undo()
	if has() {
		t.Error("taken back, the step is still there")
	}
	if p.AskReview(); h.review.Causes != r.Causes {
		t.Errorf("stored %+v", h.review)
	}
}

func TestAPlaybookIsWordedAnewAndPrinted(t *testing.T) {
	p, h, _ := declared(t)
	first := p.shown.books[0]
	p.EditPlaybook(first)
	b := p.NewBook(h.versions)
	steps := len(b.Playbook.Steps)
	b.Playbook.Name = "At our shop"
	b.Playbook.Steps[b.Add(data.PhaseAssess)].Title = "Close the shop"
	b.Drop(0)
	b.Save()
	must(t, h.err)
	saved := p.shown.books[slices.IndexFunc(p.shown.books, func(o data.Playbook) bool { return o.Key == first.Key })]
	if saved.Name != "At our shop" || len(saved.Steps) != steps || saved.Steps[0].Title != first.Steps[1].Title {
		t.Errorf("saved %q with %d steps of %d", saved.Name, len(saved.Steps), steps)
	}
	p.EditPlaybook(saved)
	b = p.NewBook(h.versions)
	if len(h.versions) != 2 || b.VersionName(1) != "as it came" {
		t.Fatalf("%d versions", len(h.versions))
	}
	if b.Take(1); b.Playbook.Name != first.Name || b.Playbook.Steps[0].Title != first.Steps[0].Title {
		t.Errorf("the first version is now %q", b.Playbook.Name)
	}
	path := filepath.Join(t.TempDir(), "plan.pdf")
	b.Print(path)
	must(t, h.err)
	if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
		t.Errorf("printed %v, %v", info, err)
	}
}

func TestThePressComesAfterThoseWhoMustHearItFromUs(t *testing.T) {
	p, _, _ := declared(t)
	press := func() (data.Stakeholder, string) {
		for _, s := range p.shown.said.people {
			if s.Group == "press" {
				return s, p.PersonItem(s).Note
			}
		}
		t.Fatal("no press")
		return data.Stakeholder{}, ""
	}
	if _, note := press(); note != "first tell: customers harmed, staff, owner" {
		t.Errorf("note %q", note)
	}
	for _, s := range p.shown.said.people[:3] {
		p.Tell(s)
	}
	if _, note := press(); note != "influence 4, interest 3" {
		t.Errorf("all told, note %q", note)
	}
}
