package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// mentionTab lists the mentions of the issue; a row opens its mention.
type mentionTab struct {
	screen        *Screen
	list          *widget.List
	none          fyne.CanvasObject
	marks         *kit.Text
	remove, split *kit.Button
	root          fyne.CanvasObject
}

func newMentionTab(s *Screen) *mentionTab {
	w, p := s.env.Words, s.presenter
	t := &mentionTab{screen: s, marks: kit.NewLine(kit.Caption, "")}
	t.list = widget.NewList(func() int { return len(p.Rows()) },
		func() fyne.CanvasObject { return newMentionRow(s, true) },
		func(n int, o fyne.CanvasObject) {
			if rows := p.Rows(); n < len(rows) {
				o.(*mentionRow).set(rows[n], "")
				p.Reached(n)
			}
		})
	t.remove = kit.NewSmallButton(kit.Secondary, w.Text("issues.remove"), p.RemoveMarked)
	t.split = kit.NewSmallButton(kit.Secondary, w.Text("issues.split"), s.askSplit)
	t.none = container.NewCenter(kit.Sized(320, 0, kit.NewPara(kit.Muted.Center(), w.Text("issues.rows.none"))))
	foot := kit.Inset(4, 8, 14, 12, kit.Between(kit.Gap, nil, t.marks, kit.Row(6, t.remove, t.split)))
	t.root = container.NewBorder(nil, foot, nil, nil, container.NewStack(t.list, t.none))
	t.showMarks()
	return t
}

func (t *mentionTab) show(fresh bool) {
	kit.SetShown(t.none, len(t.screen.presenter.Rows()) == 0)
	if fresh {
		t.list.ScrollToTop()
	}
	t.showMarks()
}

func (t *mentionTab) showMarks() {
	t.marks.SetText(t.screen.presenter.MarksText())
	some := len(t.screen.presenter.Marks()) > 0
	t.remove.SetEnabled(some)
	t.split.SetEnabled(some)
	t.list.Refresh() // marked rows have another colour
}

// alikeTab lists what may belong to the issue.
type alikeTab struct {
	screen *Screen
	list   *widget.List
	all    *kit.Button
	place  *fyne.Container // of what stands instead of the list
	root   fyne.CanvasObject
}

func newAlikeTab(s *Screen) *alikeTab {
	w, p := s.env.Words, s.presenter
	t := &alikeTab{screen: s, place: container.NewStack()}
	t.list = widget.NewList(func() int { list, _ := p.Proposals(); return len(list) },
		func() fyne.CanvasObject { return newMentionRow(s, false) },
		func(n int, o fyne.CanvasObject) {
			if list, _ := p.Proposals(); n < len(list) {
				o.(*mentionRow).set(list[n].Row, p.Because(list[n]))
			}
		})
	t.all = kit.NewSmallButton(kit.Secondary, w.Text("issues.alike.all"), p.AddAllProposals)
	hint := kit.NewLine(kit.Caption, w.Text("issues.alike.hint"))
	foot := kit.Inset(4, 8, 14, 12, kit.Between(kit.Gap, nil, hint, t.all))
	t.root = container.NewBorder(nil, foot, nil, nil, container.NewStack(t.list, t.place))
	return t
}

func (t *alikeTab) show() {
	w := t.screen.env.Words
	list, found := t.screen.presenter.Proposals()
	t.place.RemoveAll()
	switch {
	case !found:
		t.place.Add(container.NewCenter(kit.NewText(kit.Muted, w.Text("issues.alike.loading"))))
	case len(list) == 0:
		t.place.Add(kit.NewEmptyState(w.Text("issues.alike.none"), w.Text("issues.alike.none.hint"), "", nil))
	}
	t.all.SetEnabled(len(list) > 0)
	t.list.Refresh()
}

// mentionRow is a mention that opens when it is pressed, with a tick to mark
// it or, for a proposal, a button that adds it and why it is proposed.
type mentionRow struct {
	widget.BaseWidget
	screen  *Screen
	id      data.ID
	row     *kit.MentionRow
	tick    *widget.Check
	because *kit.Text
	content fyne.CanvasObject
}

func newMentionRow(s *Screen, ticks bool) *mentionRow {
	r := &mentionRow{screen: s, row: kit.NewMentionRow(s.env), because: kit.NewLine(kit.Caption, "")}
	press := kit.NewPress(r.row, func() { s.ways.Mention(r.id) })
	if ticks {
		r.tick = widget.NewCheck("", func(on bool) { s.presenter.Mark(r.id, on) })
		r.content = kit.Between(0, r.tick, press, nil)
	} else {
		add := kit.NewSmallButton(kit.Secondary, s.env.Words.Text("issues.alike.add"), func() { s.presenter.AddProposal(r.id) })
		line := kit.Inset(0, 8, 28, 12, kit.Between(kit.Gap, nil, r.because, add))
		r.content = container.NewBorder(nil, line, nil, nil, press)
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *mentionRow) set(row data.Row, because string) {
	r.id = row.ID
	p := r.screen.presenter
	r.row.Set(row, p.desk.Now(), p.Marked(row.ID))
	r.because.SetText(kit.Plain(because))
	if r.tick != nil {
		r.tick.SetChecked(p.Marked(row.ID))
	}
}

// CreateRenderer is Fyne's.
func (r *mentionRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// timelineTab is what happened to the issue.
type timelineTab struct {
	screen *Screen
	lines  *fyne.Container
	column *kit.Column
	root   fyne.CanvasObject
}

func newTimelineTab(s *Screen) *timelineTab {
	t := &timelineTab{screen: s, lines: kit.NewDown(10)}
	t.column = kit.NewColumn(0, t.lines)
	t.root = kit.Inset(0, 8, 12, 6, t.column)
	return t
}

func (t *timelineTab) show() {
	t.lines.RemoveAll()
	for _, h := range t.screen.presenter.Timeline() {
		t.lines.Add(kit.NewDown(0, kit.NewPara(kit.Body, kit.Plain(h.What)), kit.NewLine(kit.Caption, h.When)))
	}
	if len(t.lines.Objects) == 0 {
		t.lines.Add(kit.NewPara(kit.Muted, t.screen.env.Words.Text("issues.timeline.none")))
	}
	t.column.Fit()
}

// notesTab is where the person writes.
type notesTab struct {
	of    int64
	was   string
	entry *widget.Entry
	root  fyne.CanvasObject
}

func newNotesTab(s *Screen) *notesTab {
	t := &notesTab{entry: widget.NewMultiLineEntry()}
	t.entry.Wrapping = fyne.TextWrapWord
	t.entry.SetPlaceHolder(s.env.Words.Text("issues.notes.hint"))
	save := func() {
		if t.of != 0 && t.entry.Text != t.was {
			t.was = t.entry.Text
			s.presenter.SetNotes(t.of, t.entry.Text)
		}
	}
	button := kit.NewSmallButton(kit.Secondary, s.env.Words.Text("issues.notes.save"), save)
	t.root = kit.Inset(0, 8, 12, 12, container.NewBorder(nil, kit.Inset(8, 0, 0, 0, kit.Row(0, button)), nil, nil, t.entry))
	return t
}

// show fills in the notes, unless the person has typed something of the same
// issue that is not stored.
func (t *notesTab) show(of int64, notes string) {
	if of == t.of && t.entry.Text != t.was {
		return
	}
	t.of, t.was = of, notes
	t.entry.SetText(notes)
}
