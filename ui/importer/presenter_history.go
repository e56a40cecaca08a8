package importer

import (
	"context"
	"slices"

	"vedetta/data"
)

// History are the imports so far, newest first.
func (p *Presenter) History() []data.Import { return p.history }

func (p *Presenter) loadHistory() {
	p.listing.Load(func(ctx context.Context) func() {
		list, err := p.desk.Imports(ctx)
		return func() {
			if err != nil {
				if data.CodeOf(err) != data.ErrCancelled {
					p.face.Failed(err)
				}
				return
			}
			p.history = list
			p.face.HistoryChanged()
		}
	})
}

// When says when an import began, and of what format its file is.
func (p *Presenter) When(i data.Import) string {
	when := p.words.DateTime(i.StartedAt, p.desk.Zone())
	if i.Format == "" || i.Format == data.FormatManual {
		return when
	}
	return when + " · " + p.Format(i.Format)
}

// Why says why an import failed or waits; empty when it did neither.
func (p *Presenter) Why(i data.Import) string {
	if i.Error == nil {
		return ""
	}
	message, hint := p.words.Explain(i.Error)
	return message + " " + hint
}

// CanUndo tells whether an import can be taken back.
func (p *Presenter) CanUndo(i data.Import) bool {
	return p.free() && !Held(i) && i.State != data.ImportUndone && i.State != data.ImportRunning
}

// CanRetry tells whether the file of an import can be looked at once more,
// and under which name that is offered.
func (p *Presenter) CanRetry(i data.Import) (key string, ok bool) {
	if i.Format == data.FormatManual || i.Path == "" || !p.free() {
		return "", false
	}
	switch i.State {
	case data.ImportFailed:
		return "importer.retry", true
	case data.ImportWaiting:
		return "importer.look", true
	case data.ImportCancelled, data.ImportInterrupted:
		return "importer.complete", true
	}
	return "", false
}

// Again looks at the files of imports once more. Those that are gone are left
// out; an error is shown when none is there.
func (p *Presenter) Again(imports ...data.Import) {
	p.asking.Load(func(context.Context) func() {
		var items []*item
		for _, i := range imports {
			if plan, there := p.desk.PlanOf(i); there {
				again := newItem(plan)
				again.opened = plan.Entry != ""
				items = append(items, again)
			}
		}
		return func() {
			if len(items) == 0 {
				p.face.Failed(&data.Error{Code: data.ErrFileMissing})
			}
			p.add(items)
		}
	})
}

// Waiting are the files of the watched folder that wait for a look, in the
// order in which they came.
func (p *Presenter) Waiting() (waiting []data.Import) {
	for _, i := range slices.Backward(p.history) {
		if i.State == data.ImportWaiting {
			waiting = append(waiting, i)
		}
	}
	return waiting
}

// Held tells whether an import is a file that did not come in and is only
// kept in mind.
func Held(i data.Import) bool {
	return i.State == data.ImportFailed || i.State == data.ImportWaiting
}

// Dismiss takes a file that did not come in out of the history.
func (p *Presenter) Dismiss(i data.Import) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.Dismiss(ctx, i)
		return func() { p.face.Failed(err) }
	})
}

// PrepareUndo finds out what undoing would take along and has the face ask.
func (p *Presenter) PrepareUndo(i data.Import) {
	p.asking.Load(func(ctx context.Context) func() {
		lost, err := p.desk.WorkLost(ctx, i.ID)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.AskUndo(i, lost)
		}
	})
}

// Losses says what goes with an import when it is undone: the mentions, and
// line by line the person's work on them.
func (p *Presenter) Losses(i data.Import, lost data.WorkLost) (all string, work []string) {
	w := p.words
	for _, part := range []struct {
		key string
		n   int
	}{
		{"importer.lost.answered", lost.Answered},
		{"importer.lost.issues", lost.InIssues},
		{"importer.lost.noted", lost.Noted},
		{"importer.lost.tagged", lost.Tagged},
		{"importer.lost.overridden", lost.Overridden},
		{"importer.lost.attached", lost.Attached},
	} {
		if part.n > 0 {
			work = append(work, w.Count(part.key, part.n))
		}
	}
	return w.Count("importer.undo.mentions", i.New), work
}

// Undo takes a whole import back.
func (p *Presenter) Undo(i data.Import) {
	if !p.CanUndo(i) {
		return
	}
	p.undoing, p.progress = i.ID, data.Progress{}
	p.face.HistoryChanged()
	p.dispatcher.Do(func(ctx context.Context) func() {
		removed, err := p.desk.UndoImport(ctx, i.ID, p.postProgress)
		return func() {
			p.undoing = 0
			if err != nil {
				p.face.Failed(err)
			} else {
				p.undone(i, removed)
			}
			p.loadHistory()
		}
	})
}

func (p *Presenter) undone(i data.Import, removed int) {
	for _, of := range p.queue {
		if of.result.ID == i.ID {
			of.result.State, of.result.New = data.ImportUndone, removed
		}
	}
	p.outdate()
	p.face.StageChanged()
	p.face.Told(p.words.Count("importer.undone", removed))
	p.look()
}

// Undoing is the import being undone, 0 for none.
func (p *Presenter) Undoing() int64 { return p.undoing }
