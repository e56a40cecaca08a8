package importer

import (
	"context"
	"time"

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

// CanUndo tells whether an import can be taken back.
func (p *Presenter) CanUndo(i data.Import) bool {
	return p.undoing == 0 && p.stage != StageImporting &&
		i.State != data.ImportUndone && i.State != data.ImportRunning
}

// PrepareUndo finds out what undoing would take along and has the face ask.
func (p *Presenter) PrepareUndo(i data.Import) {
	p.asking.Load(func(ctx context.Context) func() {
		worked, err := p.desk.Worked(ctx, i.ID)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.AskUndo(i, worked)
		}
	})
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
	if p.stage == StageDone && p.result.ID == i.ID {
		p.result.State = data.ImportUndone
		p.face.StageChanged()
	}
	p.face.Told(p.words.Count("importer.undone", removed))
}

// Undoing is the import being undone, 0 for none.
func (p *Presenter) Undoing() int64 { return p.undoing }

// Zone is the zone in which times are shown.
func (p *Presenter) Zone() *time.Location { return p.desk.Zone() }

// Now is the moment from which ages are told.
func (p *Presenter) Now() time.Time { return p.desk.Now() }
