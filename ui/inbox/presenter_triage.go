package inbox

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
)

// change is one piece of the person's work: what a row looks like after it,
// how the desk does it, and how it is called (a key with a count).
type change struct {
	name string
	args []any
	row  func(*data.Row)
	do   func(ctx context.Context, ids []data.ID) (undoing, error)

	whole bool // it is made to all mentions at once, not to some at a time
}

// SetStatus gives the meant mentions a status.
func (p *Presenter) SetStatus(s data.Status) {
	p.apply(change{
		name: "inbox.done.status." + s.String(),
		row:  func(r *data.Row) { r.Status = s },
		do:   func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.SetStatus(ctx, ids, s) },
	})
}

// SetLabel corrects the sentiment of the meant mentions.
func (p *Presenter) SetLabel(l data.Label) {
	p.apply(change{
		name: "inbox.done.label",
		args: []any{"Label", p.words.Label(l)},
		row:  func(r *data.Row) { r.Label, r.Overridden = l, true },
		do:   func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.SetLabel(ctx, ids, &l) },
	})
}

// ResetLabel gives the meant mentions the classifier's label again.
func (p *Presenter) ResetLabel() {
	p.apply(change{
		name: "inbox.done.automatic",
		row:  func(r *data.Row) { r.Overridden = false }, // the label follows with the refresh
		do:   func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.SetLabel(ctx, ids, nil) },
	})
}

// AddTag tags the meant mentions.
func (p *Presenter) AddTag(tag string) {
	tag = strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(tag), "#")), " ")
	if tag == "" {
		return
	}
	p.apply(change{
		name: "inbox.done.tagged",
		args: []any{"Tag", tag},
		row: func(r *data.Row) {
			if !hasTag(r.Tags, tag) {
				r.Tags = append(slices.Clone(r.Tags), tag)
			}
		},
		do: func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.AddTag(ctx, ids, tag) },
	})
}

// RemoveTag takes a tag off the meant mentions.
func (p *Presenter) RemoveTag(tag string) {
	p.apply(change{
		name: "inbox.done.untagged",
		args: []any{"Tag", tag},
		row: func(r *data.Row) {
			r.Tags = slices.DeleteFunc(slices.Clone(r.Tags), func(t string) bool { return strings.EqualFold(t, tag) })
		},
		do: func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.RemoveTag(ctx, ids, tag) },
	})
}

// ToggleStar stars the meant mentions, or takes the stars away when the
// current one has one.
func (p *Presenter) ToggleStar() {
	on := true
	if at, ok := p.Current(); ok {
		on = !p.list.rows[at].Starred
	} else if p.hasDetail {
		on = !p.detail.Starred
	}
	name := "inbox.done.starred"
	if !on {
		name = "inbox.done.unstarred"
	}
	p.apply(change{
		name: name,
		row:  func(r *data.Row) { r.Starred = on },
		do:   func(ctx context.Context, ids []data.ID) (undoing, error) { return p.desk.SetStarred(ctx, ids, on) },
	})
}

// SetNote stores the note of the mention shown in full.
func (p *Presenter) SetNote(id data.ID, note string) {
	if p.hasDetail && p.detail.ID == id {
		if p.detail.Note == note {
			return
		}
		p.detail.Note = note
	}
	p.run(func() string { return p.words.Text("inbox.done.note") }, func() {}, func(ctx context.Context) (undoing, error) {
		return p.desk.SetNote(ctx, id, note)
	})
}

// apply shows the change at once, has the desk make it, and takes it off the
// screen again if the desk refuses. What is folded into a row changes with it.
func (p *Presenter) apply(c change) {
	ids := p.meant()
	if len(ids) == 0 {
		return
	}
	if p.bulk.all {
		p.applyToAll(c)
		return
	}
	n, spread, far := len(ids), p.spread(ids), p.watching()
	takeBack := p.show(ids, c.row)
	p.run(func() string { return p.words.Count(c.name, n, c.args...) }, takeBack,
		func(ctx context.Context) (undoing, error) {
			all, err := spread(ctx)
			if err != nil {
				return nil, err
			}
			n = len(all)
			return p.made(ctx, c, all, far)
		})
}

// run has the desk make a change; what names it afterwards.
func (p *Presenter) run(what func() string, takeBack func(), do func(context.Context) (undoing, error)) (stop func()) {
	p.pending++
	return p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := do(ctx)
		return func() {
			p.pending--
			if err != nil {
				takeBack()
				p.failed(err)
			} else {
				p.history.Add(what(), undo)
				p.face.Done(what())
			}
			p.catchUp()
		}
	})
}

// Undo takes the last change back, made here or on another screen.
func (p *Presenter) Undo() {
	p.pending++
	begun := p.history.Undo(p.dispatcher, func(what string, err error) {
		p.pending--
		if err != nil {
			p.face.Failed(err)
		} else {
			p.face.Undone(what)
		}
		p.stale = true
		p.catchUp()
	})
	if !begun {
		p.pending--
	}
}

// CanUndo tells whether there is a change to take back.
func (p *Presenter) CanUndo() bool { return !p.history.Empty() }

func hasTag(tags []string, tag string) bool {
	return slices.ContainsFunc(tags, func(t string) bool { return strings.EqualFold(t, tag) })
}
