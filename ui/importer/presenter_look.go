package importer

import (
	"context"
	"log/slog"
	"os"

	"vedetta/data"
)

// look recognises the files that nobody has looked at, the present one first,
// and then checks them in the same order. What is on screen stays until the
// answer comes.
func (p *Presenter) look() {
	i := p.first(func(i *item) bool { return i.stale })
	if i == nil {
		p.check()
		return
	}
	if p.looking.Busy() && p.lookedAt == i {
		return
	}
	p.lookedAt = i
	plan, text, opened := i.plan, i.text, i.opened
	p.looking.Load(func(ctx context.Context) func() {
		found := p.find(ctx, plan, text, opened)
		return func() {
			p.lookedAt = nil
			p.found(i, found)
			p.face.StageChanged()
			p.look()
		}
	})
}

// first is the first file that is so, the present one before all others; nil
// for none.
func (p *Presenter) first(so func(*item) bool) *item {
	if i := p.present(); i != nil && so(i) {
		return i
	}
	for _, i := range p.queue {
		if so(i) {
			return i
		}
	}
	return nil
}

// finding is what a path turned out to be: a folder with files, an archive
// with several entries, or a file.
type finding struct {
	files, entries []string
	preview        data.Preview
	err            error
}

func (p *Presenter) find(ctx context.Context, plan data.Plan, text string, opened bool) (f finding) {
	if text != "" {
		f.preview, f.err = p.desk.InspectText(ctx, text, plan)
		return f
	}
	if !opened {
		if info, err := os.Stat(plan.Path); err == nil && info.IsDir() {
			f.files, f.err = filesIn(plan.Path)
			return f
		}
		if f.entries, f.err = p.desk.Contents(plan.Path); f.err != nil || len(f.entries) > 1 {
			return f
		}
	}
	f.preview, f.err = p.desk.Inspect(ctx, plan)
	return f
}

// found takes what was found out about a file.
func (p *Presenter) found(i *item, f finding) {
	i.stale, i.refusal = false, nil
	switch {
	case len(f.files) > 0:
		items := make([]*item, len(f.files))
		for n, path := range f.files {
			items[n] = newItem(data.Plan{Path: path})
		}
		p.replace(i, items)
	case f.err != nil:
		i.fail(f.err)
		i.keep(f.preview)
	case len(f.entries) > 1:
		i.stage = StageBox
		i.entries = make([]Entry, len(f.entries))
		for n, name := range f.entries {
			i.entries[n] = Entry{Name: name, Chosen: true}
		}
	default:
		i.stage, i.preview, i.opened = StageReady, f.preview, true
	}
}

// fail takes note of why a file cannot be imported.
func (i *item) fail(err error) {
	if data.CodeOf(err) == data.ErrInternal {
		slog.Error("importing a file", "path", i.plan.Path, "cause", err) // the hint sends the person to the log
	}
	i.stage, i.refusal = StageRefused, err
}

// keep leaves the columns of a refused file on screen when there are any: with
// another choice it may do.
func (i *item) keep(preview data.Preview) {
	if len(preview.Columns) > 0 {
		i.preview = preview
	}
	for n := range i.preview.Columns {
		if n < len(i.plan.Columns) {
			i.preview.Columns[n].Field = i.plan.Columns[n]
		}
	}
	i.preview.First = nil
}

// check finds out what importing the next file would do. It waits while an
// import runs: both would take longer.
func (p *Presenter) check() {
	i := p.first(func(i *item) bool { return i.stage == StageReady && i.counts == nil && !i.hasty })
	if i == nil || p.running != nil || p.checking.Busy() && p.checked == i {
		return
	}
	p.checked, p.progress = i, data.Progress{}
	plan, text := i.plan, i.text
	p.checking.Load(func(ctx context.Context) func() {
		counts, err := p.dry(ctx, plan, text)
		return func() {
			p.checked = nil
			switch {
			case err == nil:
				i.counts = &counts
			case data.CodeOf(err) == data.ErrCancelled:
				return
			default:
				i.fail(err)
				i.keep(i.preview)
			}
			p.face.StageChanged()
			p.check()
		}
	})
	p.face.StageChanged()
}

func (p *Presenter) dry(ctx context.Context, plan data.Plan, text string) (data.Counts, error) {
	if text != "" {
		return p.desk.CheckText(ctx, text, plan, p.postProgress)
	}
	return p.desk.Check(ctx, plan, p.postProgress)
}

func (p *Presenter) postProgress(now data.Progress) {
	p.dispatcher.Post(func() {
		p.progress = now
		p.face.ProgressChanged()
	})
}

// Checking tells whether the present file is being checked.
func (p *Presenter) Checking() bool { return p.checked != nil && p.checked == p.present() }

// StopCheck gives the check of the present file up; importing stays possible.
func (p *Presenter) StopCheck() {
	i := p.present()
	if i == nil || p.checked != i {
		return
	}
	p.checking.Cancel()
	p.checked, i.hasty = nil, true
	p.face.StageChanged()
	p.check()
}
