package crisis

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// stepList is the playbook: its steps by phase.
type stepList struct {
	screen   *Screen
	book     *kit.Para
	progress *kit.Text
	rows     *fyne.Container
	shown    []int64 // the steps on screen, in their order
	of       map[int64]*stepRow
	open     int64 // the step whose reason and note are shown
	column   *kit.Column
	root     fyne.CanvasObject
}

func newStepList(s *Screen) *stepList {
	w := s.env.Words
	l := &stepList{screen: s, book: kit.NewPara(kit.Strong, ""), progress: kit.NewLine(kit.Caption, ""), rows: kit.NewDown(4), of: map[int64]*stepRow{}}
	l.column = kit.NewColumn(0, l.rows)
	add := kit.NewSmallButton(kit.Secondary, w.Text("room.step.add")+"…", s.askStep)
	head := kit.Inset(0, 6, 0, 0, kit.NewDown(2, l.book, l.progress))
	foot := kit.Inset(8, 0, 0, 0, kit.Row(0, add))
	l.root = kit.NewPanel(kit.Inset(14, 12, 16, 12, kit.NewOver(0, head, container.NewBorder(nil, foot, nil, nil, l.column.Bleed()))))
	return l
}

// show brings the steps up to date; rows stay, so that a note being written
// does too.
func (l *stepList) show() {
	w, p := l.screen.env.Words, l.screen.presenter
	groups := p.Steps()
	var ids []int64
	for _, g := range groups {
		for _, s := range g.Steps {
			ids = append(ids, s.ID)
		}
	}
	name := p.Book()
	l.book.SetText(w.Text("room.playbook.none"))
	if name != "" {
		l.book.SetText(w.Text("room.playbook", "Name", kit.Plain(name)))
	}
	if !equal(ids, l.shown) || len(ids) == 0 {
		l.shown, l.of = ids, map[int64]*stepRow{}
		l.rebuild(groups)
	}
	l.tick()
	l.column.Fit()
}

func (l *stepList) rebuild(groups []Group) {
	l.rows.RemoveAll()
	for _, g := range groups {
		l.rows.Add(kit.Inset(6, 0, 0, 0, kit.NewText(kit.Strong, g.Name)))
		for _, s := range g.Steps {
			l.of[s.ID] = newStepRow(l, s)
			l.rows.Add(l.of[s.ID].root)
		}
	}
	if len(groups) == 0 {
		l.rows.Add(kit.NewPara(kit.Muted, l.screen.env.Words.Text("room.steps.none")))
	}
}

// tick shows what is done and what is late by now.
func (l *stepList) tick() {
	l.progress.SetText(l.screen.presenter.Progress())
	grown := false
	for _, g := range l.screen.presenter.Steps() {
		for _, s := range g.Steps {
			if r, ok := l.of[s.ID]; ok && r.shown != s {
				r.set(s)
				grown = true
			}
		}
	}
	if grown {
		l.column.Fit()
	}
}

// toggle shows why a step is there and the field for its note, or hides them.
func (l *stepList) toggle(id int64) {
	before := l.open
	if l.open = id; before == id {
		l.open = 0
	}
	for _, each := range []int64{before, id} {
		if r, ok := l.of[each]; ok {
			kit.SetShown(r.below, each == l.open)
		}
	}
	l.column.Fit()
}

func equal(a, b []int64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// stepRow is one step.
type stepRow struct {
	list  *stepList
	shown Step
	check *widget.Check
	title *kit.Para
	line  *kit.Para
	note  *lineEntry
	below *fyne.Container
	root  fyne.CanvasObject
}

func newStepRow(l *stepList, s Step) *stepRow {
	p, w := l.screen.presenter, l.screen.env.Words
	r := &stepRow{list: l, title: kit.NewPara(kit.Body, ""), line: kit.NewPara(kit.Caption, "")}
	r.check = widget.NewCheck("", nil)
	r.note = newLineEntry(w.Text("room.step.note"), func(text string) { p.NoteStep(s.ID, text) }, func() {
		r.note.SetText(kit.Plain(r.shown.Note))
		l.screen.env.Window.Canvas().Unfocus()
	})
	r.below = kit.NewDown(6, kit.NewPara(kit.Caption, kit.Plain(s.Why)), r.note)
	r.below.Hide()
	text := kit.NewPress(kit.Inset(4, 2, 4, 4, kit.NewDown(0, r.title, r.line)), func() { l.toggle(s.ID) })
	r.root = kit.NewBeside(kit.NewDown(0, r.check), kit.NewDown(4, text, kit.Inset(0, 4, 4, 0, r.below)))
	r.set(s)
	return r
}

func (r *stepRow) set(s Step) {
	r.shown = s
	style := kit.Body
	if s.Done {
		style = kit.Muted
	}
	r.title.SetStyle(style)
	r.title.SetText(kit.Plain(kit.OneLine(s.Title)))
	r.line.SetStyle(kit.Caption)
	if s.Mood == Bad {
		r.line.SetStyle(kit.Caption.In(kit.ColorNegativeText))
	}
	r.line.SetText(kit.Plain(kit.OneLine(s.Line)))
	kit.SetShown(r.line, s.Line != "")
	if !r.note.focused {
		r.note.SetText(kit.Plain(s.Note))
	}
	r.check.OnChanged = nil
	r.check.SetChecked(s.Done)
	r.check.OnChanged = func(on bool) { r.list.screen.presenter.DoStep(s.ID, on) }
}

// askStep asks for a step of the person's own.
func (s *Screen) askStep() {
	w, p := s.env.Words, s.presenter
	var names []string
	for _, phase := range data.Phases {
		names = append(names, p.PhaseName(phase))
	}
	phase := 0
	title, minutes := widget.NewEntry(), widget.NewEntry()
	title.SetPlaceHolder(w.Text("room.step.title"))
	minutes.SetPlaceHolder("30")
	var f *form
	button := kit.NewButton(kit.Primary, w.Text("room.step.save"), func() {
		n, _ := strconv.Atoi(kit.OneLine(minutes.Text))
		f.dialog.Hide()
		p.AddStep(data.Phases[phase], title.Text, max(n, 0))
	})
	button.SetEnabled(false)
	title.OnChanged = func(text string) { button.SetEnabled(kit.OneLine(text) != "") }
	rows := kit.NewDown(8, kit.NewText(kit.Muted, w.Text("room.step.what")), title,
		kit.NewText(kit.Muted, w.Text("room.step.phase")), kit.NewChoice(names, 0, func(n int) { phase = n }),
		kit.NewText(kit.Muted, w.Text("room.step.minutes")), minutes)
	f = s.open(w.Text("room.step.add"), rows, title, button)
}
