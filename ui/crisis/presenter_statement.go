package crisis

import (
	"context"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// Writing is a statement that is being written. It is kept at every keystroke,
// one saving at a time and in order: one that overtook another would bring an
// old text back.
type Writing struct {
	p         *Presenter
	Statement data.Statement
	Changed   func() // remarks, versions or whether it is saved

	check     func(text string, kind data.StatementKind, lang string) []data.Remark
	remarks   []data.Remark
	Templates []data.StatementTemplate
	Versions  []data.Wording

	saving, again bool
	then          []func() // what waits until all is saved
}

// Write begins a statement, or goes on with one.
func (p *Presenter) Write(s data.Statement) *Writing {
	if s.ID == 0 {
		s.Issue, s.State, s.Strategies = p.shown.crisis.Issue, data.ReplyDraft, p.shown.crisis.Strategies
		s.Lang = p.words.Lang()
		if s.Kind == "" {
			s.Kind = p.nextKind()
		}
	}
	w := &Writing{p: p, Statement: s, Changed: func() {}}
	w.load()
	w.loadTemplates()
	return w
}

// nextKind is the first kind that nothing was written of: a holding statement
// comes first.
func (p *Presenter) nextKind() data.StatementKind {
	if slices.ContainsFunc(p.shown.said.statements, func(s data.Statement) bool { return s.Kind == data.StatementHolding }) {
		return data.StatementApology
	}
	return data.StatementHolding
}

// load reads what the check must know, and the earlier wordings.
func (w *Writing) load() {
	p, s := w.p, w.Statement
	p.dispatcher.Do(func(ctx context.Context) func() {
		check, err := p.desk.StatementChecker(ctx, s.Issue)
		var versions []data.Wording
		if err == nil && s.ID != 0 {
			versions, err = p.desk.StatementVersions(ctx, s.ID)
		}
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			w.check, w.Versions = check, versions
			w.checkNow()
			w.Changed()
		}
	})
}

func (w *Writing) loadTemplates() {
	p, s := w.p, w.Statement
	p.dispatcher.Do(func(ctx context.Context) func() {
		found, err := p.desk.StatementTemplates(ctx, s.Issue, s.Lang, s.Kind)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			if w.Statement.Lang == s.Lang && w.Statement.Kind == s.Kind {
				w.Templates = found
				w.Changed()
			}
		}
	})
}

func (w *Writing) checkNow() {
	w.remarks = nil
	if w.check != nil && !w.Empty() {
		w.remarks = w.check(w.Statement.Text, w.Statement.Kind, w.Statement.Lang)
	}
}

// Empty tells whether nothing is written.
func (w *Writing) Empty() bool { return strings.TrimSpace(w.Statement.Text) == "" }

// Saved tells whether all that is written is on disk.
func (w *Writing) Saved() bool { return !w.saving && !w.again }

// SetText takes what the person writes.
func (w *Writing) SetText(text string) {
	if text != w.Statement.Text {
		w.Statement.Text = text
		w.checkNow()
		w.save()
	}
}

// SetTitle names the statement.
func (w *Writing) SetTitle(title string) {
	if title != w.Statement.Title {
		w.Statement.Title = title
		w.save()
	}
}

// SetKind says what it is for; the check asks for other things.
func (w *Writing) SetKind(k data.StatementKind) {
	w.Statement.Kind = k
	w.changedForm()
}

// SetLang says in which language it is.
func (w *Writing) SetLang(lang string) {
	w.Statement.Lang = lang
	w.changedForm()
}

func (w *Writing) changedForm() {
	w.checkNow()
	w.loadTemplates()
	if !w.Empty() {
		w.save()
	}
	w.Changed()
}

// Use writes a template or an earlier wording in the place of the present
// text, which is kept.
func (w *Writing) Use(text string) {
	if w.Empty() || w.Statement.ID == 0 {
		w.SetText(text)
		return
	}
	w.after(func() {
		id := w.Statement.ID
		w.p.dispatcher.Do(func(ctx context.Context) func() {
			err := w.p.desk.KeepStatement(ctx, id)
			return func() {
				if err != nil {
					w.p.face.Failed(err)
					return
				}
				w.SetText(text)
				w.load()
			}
		})
	})
}

// save keeps the statement as it stands; of many calls only the newest text is
// saved.
func (w *Writing) save() {
	if w.saving {
		w.again = true
		w.Changed()
		return
	}
	w.saving, w.again = true, false
	s := w.Statement
	w.p.dispatcher.Do(func(ctx context.Context) func() {
		id, err := w.p.desk.SaveStatement(context.WithoutCancel(ctx), s)
		return func() {
			w.saving = false
			if err != nil {
				w.p.face.Failed(err)
			} else {
				w.Statement.ID = id
			}
			switch {
			case w.again:
				w.save()
			case err == nil:
				w.settle()
			}
			w.Changed()
		}
	})
	w.Changed()
}

// after does something once all is saved.
func (w *Writing) after(do func()) {
	w.then = append(w.then, do)
	if !w.Saved() {
		return
	}
	if w.Statement.ID == 0 {
		w.save()
		return
	}
	w.settle()
}

func (w *Writing) settle() {
	waiting := w.then
	w.then = nil
	for _, do := range waiting {
		do()
	}
}

// SetReady says that it may be published, or that it is a draft again.
func (w *Writing) SetReady(on bool) {
	w.after(func() {
		id := w.Statement.ID
		w.Statement.State = map[bool]data.ReplyState{true: data.ReplyReady, false: data.ReplyDraft}[on]
		w.p.run(w.p.words.Text("room.done."+string(w.Statement.State)), func(ctx context.Context) (undoing, error) {
			return w.p.desk.SetStatementReady(ctx, id, on)
		})
		w.Changed()
	})
}

// Publish notes where and when it was published, and when the next word comes.
func (w *Writing) Publish(at time.Time, channels, url string, next time.Time) {
	w.after(func() {
		id := w.Statement.ID
		w.p.run(w.p.words.Text("room.done.sent", "Kind", w.p.KindName(w.Statement.Kind)), func(ctx context.Context) (undoing, error) {
			return w.p.desk.PublishStatement(ctx, id, at, oneLine(channels), strings.TrimSpace(url), next)
		})
	})
}

// Remark is what the check has to say, in words.
type Remark struct {
	Text, Why, Quote string
	Good             bool
}

// Remarks are praise and warnings about the text.
func (w *Writing) Remarks() (out []Remark) {
	for _, r := range w.remarks {
		out = append(out, Remark{w.p.words.Remark(r.Rule), w.p.words.RemarkWhy(r.Rule), w.Statement.Text[r.From:r.To], r.Good})
	}
	return out
}

// Words counts the words of the text; a holding statement has at most 60.
func (w *Writing) Words() (said string, over bool) {
	n := len(strings.Fields(w.Statement.Text))
	if w.Statement.Kind == data.StatementHolding {
		return w.p.words.Text("room.words.most", "N", n, "Most", mostHolding), n > mostHolding
	}
	return w.p.words.Count("room.words", n), false
}

// mostHolding is the longest holding statement in words (spec c5).
const mostHolding = 60

// NextWord is when the next word is due after one at a time: as the level of
// the crisis asks.
func (p *Presenter) NextWord(after time.Time) time.Time {
	if every := data.ClockOf(p.shown.crisis.Severity).Update; every > 0 {
		return after.Add(every)
	}
	return time.Time{}
}
