package importer

import (
	"context"

	"vedetta/data"
)

// rejectedShown is how many rejected rows are listed; the file has them all.
const rejectedShown = 500

// CanImport tells whether the present file can be imported now.
func (p *Presenter) CanImport() bool {
	if p.stage != StageReady || p.inspecting.Busy() || p.undoing != 0 {
		return false
	}
	return p.checked == nil || p.checked.New+p.checked.Known > 0
}

// Import brings the present file in.
func (p *Presenter) Import() {
	if !p.CanImport() {
		return
	}
	p.checking.Cancel()
	p.stage, p.progress = StageImporting, data.Progress{}
	stopped, stop := context.WithCancel(context.Background())
	p.stopWork = stop
	p.face.Failed(nil)
	p.face.StageChanged()
	plan := p.plan
	// Stop must not take the answer away: what is in stays and is shown. So
	// the work has a context of its own beside the dispatcher's.
	p.dispatcher.Do(func(ctx context.Context) func() {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(stopped, cancel)()
		result, err := p.desk.Import(ctx, plan, p.postProgress)
		return func() {
			stop()
			p.imported(result, err)
		}
	})
}

// StopImport ends the import under way; what is in stays.
func (p *Presenter) StopImport() {
	if p.stopWork != nil {
		p.stopWork()
	}
}

func (p *Presenter) imported(result data.Import, err error) {
	p.stopWork = nil
	p.result = result
	switch {
	case err == nil, data.CodeOf(err) == data.ErrCancelled:
		p.stage = StageDone
	default:
		p.stage, p.refusal = StageRefused, err
	}
	p.face.StageChanged()
}

// LoadRejected reads the rejected rows of an import and shows them.
func (p *Presenter) LoadRejected(i data.Import) {
	p.asking.Load(func(ctx context.Context) func() {
		rows, err := p.desk.Rejected(ctx, i.ID, rejectedShown)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.ShowRejected(i, rows)
		}
	})
}

// SaveRejected writes the rejected rows of an import as CSV to the file that
// open makes.
func (p *Presenter) SaveRejected(i data.Import, open func() (Target, error)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.writeRejected(ctx, i.ID, open)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.Told(p.words.Count("importer.rejected.saved", i.Rejected))
		}
	})
}

// Target is a file being written. Its name is for the person to read.
type Target interface {
	Write(p []byte) (int, error)
	Close() error
}

func (p *Presenter) writeRejected(ctx context.Context, id int64, open func() (Target, error)) error {
	to, err := open()
	if err != nil {
		return err
	}
	if err := p.desk.ExportRejected(ctx, id, to); err != nil {
		_ = to.Close() // the first error is the one to act on
		return err
	}
	return to.Close()
}

// Stored tells whether an import that failed has left mentions behind.
func (p *Presenter) Stored() bool { return p.result.New > 0 && p.result.Path == p.plan.Path }
