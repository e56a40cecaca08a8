package crisis

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// askPlaybooks lists the playbooks: to follow one in the crisis that is shown,
// and to word them anew.
func (s *Screen) askPlaybooks() {
	w, p := s.env.Words, s.presenter
	_, one := p.Current()
	hint := "room.books.hint"
	if one {
		hint = "room.playbook.hint"
	}
	rows := kit.NewDown(10, kit.NewPara(kit.Body, w.Text(hint)))
	var f *form
	list := kit.NewDown(2)
	for _, b := range p.shown.books {
		name := kit.Plain(b.Name)
		if one && b.Key == p.shown.crisis.Playbook {
			name = "✓ " + name
		}
		lines := kit.Inset(6, 6, 8, 8, kit.NewDown(2, kit.NewPara(kit.Strong, name), kit.NewPara(kit.Caption, w.Count("room.playbook.steps", len(b.Steps)))))
		edit := func() { f.dialog.Hide(); p.EditPlaybook(b) }
		follow := edit
		if one {
			follow = func() { f.dialog.Hide(); p.UsePlaybook(b) }
		}
		list.Add(kit.Between(4, nil, kit.NewPress(lines, follow), kit.Inset(10, 0, 0, 6, kit.NewDown(0, kit.NewSmallButton(kit.Secondary, w.Text("room.book.edit")+"…", edit)))))
	}
	const mostHeight = 340
	rows.Add(kit.Sized(0, mostHeight, kit.NewColumn(0, list)))
	f = s.open(w.Text("room.books"), rows, nil)
}

// booking is the dialog in which a playbook is worded anew.
type booking struct {
	screen *Screen
	book   *Book
	name   *widget.Entry
	steps  *fyne.Container
	dialog *form
}

// AskPlaybook asks for the next version of a playbook.
func (s *Screen) AskPlaybook(versions []data.Playbook) {
	if len(versions) == 0 {
		return
	}
	w := s.env.Words
	d := &booking{screen: s, book: s.presenter.NewBook(versions), name: widget.NewEntry(), steps: kit.NewDown(6)}
	d.name.OnChanged = func(text string) { d.book.Playbook.Name = text }
	var names []string
	for n := range versions {
		names = append(names, d.book.VersionName(n))
	}
	from := kit.NewChoice(names, 0, func(n int) { d.book.Take(n); d.show() })
	rows := kit.NewDown(8, kit.NewPara(kit.Muted, w.Text("room.book.hint")),
		kit.Columns(kit.Gap, []float32{3, 2},
			kit.NewDown(4, kit.NewText(kit.Muted, w.Text("room.book.name")), d.name),
			kit.NewDown(4, kit.NewText(kit.Muted, w.Text("room.book.version")), from)),
		d.steps)
	save := kit.NewButton(kit.Primary, w.Text("room.book.save"), func() { d.dialog.dialog.Hide(); d.book.Save() })
	print := kit.NewButton(kit.Secondary, w.Text("room.book.print")+"…", func() {
		s.askFile(strings.ToLower(strings.ReplaceAll(d.book.Playbook.Name, " ", "-"))+".pdf", d.book.Print)
	})
	d.dialog = s.openWide(w.Text("room.book"), rows, print, save)
	d.show()
}

func (d *booking) show() {
	d.name.SetText(d.book.Playbook.Name)
	d.steps.RemoveAll()
	w := d.screen.env.Words
	for _, phase := range data.Phases {
		add := kit.NewSmallButton(kit.Secondary, "+", func() { d.book.Add(phase); d.show() })
		d.steps.Add(kit.Between(kit.Gap, nil, kit.NewText(kit.Strong, w.Phase(phase)), add))
		for n, step := range d.book.Playbook.Steps {
			if step.Phase == phase {
				d.steps.Add(d.step(n))
			}
		}
	}
	if d.dialog != nil {
		d.dialog.fit()
	}
}

// minutesWidth holds a clock, and below it who does the step.
const minutesWidth float32 = 92

// step is a step to be worded anew: its clock, who does it, what is to be done,
// and why.
func (d *booking) step(n int) fyne.CanvasObject {
	w := d.screen.env.Words
	of := func() *data.PlaybookStep { return &d.book.Playbook.Steps[n] }
	minutes, owner, title, why := widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewMultiLineEntry()
	minutes.SetPlaceHolder(w.Text("room.book.minutes"))
	if of().Minutes > 0 {
		minutes.SetText(strconv.Itoa(of().Minutes))
	}
	minutes.OnChanged = func(text string) {
		of().Minutes = 0
		if m, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			of().Minutes = m
		}
	}
	title.SetPlaceHolder(w.Text("room.step.what"))
	title.SetText(of().Title)
	title.OnChanged = func(text string) { of().Title = text }
	owner.SetPlaceHolder(w.Text("room.book.owner"))
	owner.SetText(of().Owner)
	owner.OnChanged = func(text string) { of().Owner = text }
	why.Wrapping = fyne.TextWrapWord
	why.SetMinRowsVisible(2)
	why.SetPlaceHolder(w.Text("room.book.why"))
	why.SetText(of().Why)
	why.OnChanged = func(text string) { of().Why = text }
	drop := kit.NewSmallButton(kit.Quiet, "×", func() { d.book.Drop(n); d.show() })
	return kit.Between(4, kit.NewDown(2, kit.Sized(minutesWidth, 0, minutes), kit.Sized(minutesWidth, 0, owner)), kit.NewDown(2, title, why), kit.NewDown(0, drop))
}
