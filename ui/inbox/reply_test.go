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

// answering opens the newest mention of a real workspace.
func answering(t *testing.T) (*desk.Desk, *Presenter, *heard) {
	t.Helper()
	d, h := workspace(t), &heard{}
	p := NewPresenter(d, assets.WordsFor("it"), job.Inline{}, &job.History{}, h)
	p.pauses = pauses{}
	p.Start()
	t.Cleanup(p.Stop)
	return d, p, h
}

// stored is the reply to the newest mention as the workspace has it.
func stored(t *testing.T, d *desk.Desk, id data.ID) data.Reply {
	t.Helper()
	m, err := d.Mention(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Replies) == 0 {
		return data.Reply{}
	}
	return m.Replies[len(m.Replies)-1]
}

func TestEveryKeyIsKept(t *testing.T) {
	d, p, h := answering(t)
	first := p.list.current
	p.answer.SetText("Gentile Marta, ci disp")
	if got := stored(t, d, first); got.Text != "Gentile Marta, ci disp" || !p.answer.Saved() || h.err != nil {
		t.Fatalf("kept %+v, error %v", got, h.err)
	}
	p.Move(1)
	if !p.answer.Empty() {
		t.Fatalf("the next mention shows %q", p.answer.Text())
	}
	p.Move(-1)
	if p.answer.Text() != "Gentile Marta, ci disp" {
		t.Errorf("back again it shows %q", p.answer.Text())
	}
	p.answer.SetText("")
	if got := stored(t, d, first); got.ID != 0 {
		t.Errorf("an emptied draft is %+v", got)
	}
}

func TestATemplateReplacesTheTextAndCanBeTakenBack(t *testing.T) {
	_, p, h := answering(t)
	p.answer.SetText("Le mie parole")
	offered := p.answer.Offered()
	if len(offered) < 5 || offered[0].Templates[0].Lang != "it" {
		t.Fatalf("%d situations offered, error %v", len(offered), h.err)
	}
	p.answer.UseTemplate(offered[0].Templates[0].Key)
	if text := p.answer.Text(); !strings.Contains(text, "Marta") || p.answer.TemplateName() == "" {
		t.Errorf("the template reads %q", text)
	}
	if w := p.answer.Wordings(); len(w) != 1 || w[0].Text != "Le mie parole" {
		t.Fatalf("earlier wordings %v", w)
	}
	p.answer.UseWording(p.answer.Wordings()[0])
	if p.answer.Text() != "Le mie parole" {
		t.Errorf("the earlier wording reads %q", p.answer.Text())
	}
}

func TestFormsOfferTheirOwnTemplates(t *testing.T) {
	_, p, _ := answering(t)
	for _, f := range Forms {
		p.answer.SetForm(f)
		for _, s := range p.answer.Offered() {
			for _, o := range s.Templates {
				if o.Lang != f.Lang || o.Formal != f.Formal {
					t.Errorf("%v offers %s", f, o.Key)
				}
			}
		}
	}
}

func TestSendingCopiesOpensAndMarks(t *testing.T) {
	d, p, h := answering(t)
	first := p.list.current
	p.SetView(ViewOpen)
	p.TypedRune('S')
	if h.copied != "" || data.CodeOf(h.err) != data.ErrReplyEmpty {
		t.Fatalf("an empty reply was sent: %q, %v", h.copied, h.err)
	}
	p.answer.SetText("Gentile Marta, il rimborso parte oggi. ")
	p.TypedRune('S')
	if got := stored(t, d, first); got.State != data.ReplySent || h.copied != "Gentile Marta, il rimborso parte oggi." || h.link != "https://example.org/1" {
		t.Fatalf("%+v; copied %q, opened %q", got, h.copied, h.link)
	}
	if p.list.current == first || len(h.done) != 1 {
		t.Errorf("the sent one is still there; told %v", h.done)
	}
	p.TypedRune('z')
	if got := stored(t, d, first); got.State != data.ReplyDraft || len(h.undone) != 1 {
		t.Errorf("after taking it back %+v, %v", got, h.undone)
	}
}

func TestTheOutboxIsWorkedThrough(t *testing.T) {
	d, p, h := answering(t)
	for range 2 {
		p.answer.SetText("Gentile Marta, grazie della segnalazione.")
		p.answer.Queue()
		p.Move(1)
	}
	p.SetView(ViewReady)
	if p.Len() != 2 || p.answer.State() != data.ReplyReady {
		t.Fatalf("%d wait, the first is %s; error %v", p.Len(), p.answer.State(), h.err)
	}
	p.TypedRune('S')
	p.TypedRune('S')
	if _, ready, err := d.ReplyCounts(context.Background()); p.Len() != 0 || ready != 0 || err != nil {
		t.Errorf("%d rows, %d still wait, %v", p.Len(), ready, err)
	}
}

func TestARefusedSaveIsToldAndNotForgotten(t *testing.T) {
	m, h := mentions(3), &heard{}
	p := NewPresenter(m, assets.WordsFor("en"), job.Inline{}, &job.History{}, h)
	p.pauses = pauses{}
	p.Start()
	m.fail = errRefused
	p.answer.SetText("Dear")
	if h.err == nil {
		t.Error("nobody was told")
	}
	if p.answer.Text() != "Dear" {
		t.Errorf("the text is %q", p.answer.Text())
	}
}

// refused is a workspace whose answers a network did not take.
type refused struct{ *desk.Desk }

func (refused) NotSent(context.Context, data.ID) (*data.Error, error) {
	return (&data.Error{Code: data.ErrFetchForbidden}).With("Host", "example.social"), nil
}

func TestADraftSaysWhyItWasNotSent(t *testing.T) {
	d, h := workspace(t), &heard{}
	p := NewPresenter(refused{d}, assets.WordsFor("it"), job.Inline{}, &job.History{}, h)
	p.pauses = pauses{}
	p.Start()
	t.Cleanup(p.Stop)
	a := p.answer
	said := func() string {
		for _, r := range a.Remarks() {
			if r.Text == "non inviata" && !r.Good {
				return r.Why
			}
		}
		return ""
	}
	if said() != "" {
		t.Error("said of an empty draft")
	}
	a.SetText("La richiamiamo oggi.")
	if !strings.Contains(said(), "example.social") {
		t.Errorf("remarks %+v", a.Remarks())
	}
}
