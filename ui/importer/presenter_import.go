package importer

import (
	"context"

	"vedetta/data"
)

// CanImport tells whether the present file can be imported now.
func (p *Presenter) CanImport() bool {
	i := p.present()
	return i != nil && p.Stage() == StageReady && p.free() && !i.stale && i.worth()
}

// free tells whether nothing else is being written.
func (p *Presenter) free() bool { return p.running == nil && p.undoing == 0 }

// Import brings the present file in.
func (p *Presenter) Import() {
	if p.CanImport() {
		p.run(p.present())
	}
}

// Sure counts the files that can be imported without a look at each, and
// tells whether those are all that wait.
func (p *Presenter) Sure() (n int, all bool) {
	all = true
	for _, i := range p.queue {
		switch {
		case i.sure():
			n++
		case !i.ended():
			all = false
		}
	}
	return n, all
}

// CanImportAll tells whether there are files to import without a look at each.
func (p *Presenter) CanImportAll() bool {
	n, _ := p.Sure()
	return n > 0 && p.free()
}

// ImportAll brings in all files that are sure, one after another, and then
// goes on to the first that needs a look, or to the summary.
func (p *Presenter) ImportAll() {
	if p.CanImportAll() {
		p.all = true
		p.runNext()
	}
}

func (p *Presenter) runNext() {
	for n, i := range p.queue {
		if i.sure() {
			p.at, p.summing = n, false
			p.run(i)
			return
		}
	}
	p.all = false
	p.Next()
}

// run imports a file.
func (p *Presenter) run(i *item) {
	p.checking.Cancel()
	p.looking.Cancel()
	p.checked, p.lookedAt = nil, nil
	i.stage, p.running, p.progress = StageImporting, i, data.Progress{}
	stopped, stop := context.WithCancel(context.Background())
	p.stopWork = stop
	p.face.Failed(nil)
	p.face.StageChanged()
	plan, text := i.plan, i.text
	// Stop must not take the answer away: what is in stays and is shown. So
	// the work has a context of its own beside the dispatcher's.
	p.dispatcher.Do(func(ctx context.Context) func() {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(stopped, cancel)()
		result, err := p.bring(ctx, plan, text)
		return func() {
			stop()
			p.imported(i, result, err)
		}
	})
}

func (p *Presenter) bring(ctx context.Context, plan data.Plan, text string) (data.Import, error) {
	if text != "" {
		return p.desk.ImportText(ctx, text, plan, p.postProgress)
	}
	return p.desk.Import(ctx, plan, p.postProgress)
}

// StopImport ends the import under way; what is in stays.
func (p *Presenter) StopImport() {
	if p.stopWork != nil {
		p.all = false
		p.stopWork()
	}
}

func (p *Presenter) imported(i *item, result data.Import, err error) {
	p.stopWork, p.running = nil, nil
	i.result = result
	switch {
	case err == nil, data.CodeOf(err) == data.ErrCancelled:
		i.stage = StageDone
	default:
		i.fail(err)
	}
	p.outdate()
	if p.all {
		p.runNext()
		return
	}
	p.face.StageChanged()
	p.look()
}

// outdate forgets what the checks said: what is new depends on what is here.
func (p *Presenter) outdate() {
	for _, i := range p.queue {
		i.counts = nil
	}
}

// Running tells whether an import is under way.
func (p *Presenter) Running() bool { return p.running != nil }

// Checked is what importing the present file would do; false until that is
// known.
func (p *Presenter) Checked() (data.Counts, bool) {
	if i := p.present(); i != nil && i.counts != nil {
		return *i.counts, true
	}
	return data.Counts{}, false
}

// Progress is how far the check or import has come.
func (p *Presenter) Progress() data.Progress { return p.progress }

// Result is what became of the present file.
func (p *Presenter) Result() data.Import {
	if i := p.present(); i != nil {
		return i.result
	}
	return data.Import{}
}

// Stored tells whether an import that failed has left mentions behind.
func (p *Presenter) Stored() bool { return p.Result().New > 0 }
