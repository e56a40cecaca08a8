package inbox

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
)

// Remark is what the check has to say, in words.
type Remark struct {
	Text, Why string
	Good      bool
	Quote     string // what of the draft it is about; empty for what is missing
}

// checkNow remarks on the text as it stands.
func (a *Answering) checkNow() {
	a.remarks, a.size = nil, data.TextSize{}
	if !a.has {
		return
	}
	a.size = a.desk.CountText(a.mention.Source, a.draft.text)
	if a.check != nil && !a.Empty() {
		a.remarks = a.check(a.draft.text)
	}
}

// loadChecker reads what the check must know of the mention and of us.
func (a *Answering) loadChecker() {
	if !a.has {
		a.loads.check.Cancel()
		return
	}
	m := a.mention
	a.loads.check.Load(func(ctx context.Context) func() {
		check, err := a.desk.ReplyChecker(ctx, m)
		return func() {
			a.failed(err)
			a.check = check
			a.checkNow()
			a.face.ChecksChanged()
		}
	})
	a.loadSaid()
}

// loadSaid asks whether the same was said before.
func (a *Answering) loadSaid() {
	m, text := a.mention, a.draft.text
	a.loads.said.Load(func(ctx context.Context) func() {
		said, err := a.desk.SaidBefore(ctx, m.ID, m.Author, text)
		var notSent *data.Error
		if err == nil {
			notSent, err = a.desk.NotSent(ctx, m.ID)
		}
		return func() {
			a.failed(err)
			a.said, a.notSent = said, notSent
			a.face.ChecksChanged()
		}
	})
}

// Remarks are praise and warnings about the draft, praise first.
func (a *Answering) Remarks() []Remark {
	w := a.words
	var out []Remark
	for _, r := range a.remarks {
		out = append(out, Remark{
			Text: w.Text("check." + r.Rule), Why: w.Text("check." + r.Rule + ".why"),
			Good: r.Good, Quote: a.draft.text[r.From:r.To],
		})
	}
	warn := func(text, why string) { out = append(out, Remark{Text: text, Why: why}) }
	for _, p := range a.size.Problems {
		if p == data.TextUnfilled && slices.ContainsFunc(a.remarks, func(r data.Remark) bool { return r.Rule == "unfilled" }) {
			continue // the check says so already
		}
		warn(w.Text("reply.size."+string(p)), w.Text("reply.size."+string(p)+".why"))
	}
	if len(a.gaps.Unknown) > 0 {
		warn(w.Text("reply.unknown"), w.Text("reply.unknown.why", "What", strings.Join(a.gaps.Unknown, ", ")))
	}
	if a.Empty() {
		return out
	}
	if a.notSent != nil {
		message, hint := w.Explain(a.notSent)
		warn(w.Text("reply.not_sent"), message+" "+hint)
	}
	if at := a.said.ToAuthor; !at.IsZero() {
		warn(w.Text("reply.said.author"), w.Text("reply.said.author.why"))
	}
	if n := a.said.ToOthers; n > 0 {
		warn(w.Count("reply.said.others", n), w.Text("reply.said.others.why"))
	}
	return out
}

// Length says how long the draft is, and of how much the source allows.
func (a *Answering) Length() string {
	n := a.words.Number(int64(a.size.Used))
	if a.size.Max == 0 {
		return n
	}
	return n + " / " + a.words.Number(int64(a.size.Max))
}

// Over tells whether the source would not take so long a text.
func (a *Answering) Over() bool { return a.size.Over }

// Standing says what becomes of the reply: nothing yet, saved, ready.
func (a *Answering) Standing() string {
	switch {
	case !a.Saved():
		return a.words.Text("reply.saving")
	case a.Empty():
		return ""
	case a.state == data.ReplyReady:
		return a.words.Text("reply.ready")
	}
	return a.words.Text("reply.saved")
}
