package crisis

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// declaring is the dialog that makes a crisis. Its parts serve the dialogs
// that change one, too.
type declaring struct {
	screen *Screen
	form   *Form
	dialog *form
	button *kit.Button

	what, matrix, asks, answer *fyne.Container
	typed, reckoned, meaning   *kit.Para
	levels                     *kit.Segmented
	reason                     *widget.Entry
	why                        *fyne.Container // the reason with its label
	books                      *kit.Choice
	advice                     *fyne.Container
	checks                     map[data.Strategy]*widget.Check
}

func newDeclaring(s *Screen, f *Form) *declaring {
	w := s.env.Words
	d := &declaring{
		screen: s, form: f, what: kit.NewDown(8), matrix: kit.NewDown(10), asks: kit.NewDown(10), answer: kit.NewDown(6),
		typed: kit.NewPara(kit.Strong, ""), reckoned: kit.NewPara(kit.Strong, ""), meaning: kit.NewPara(kit.Caption, ""),
		advice: kit.NewDown(4), checks: map[data.Strategy]*widget.Check{},
	}
	var names []string
	for level := range data.MostSeverity + 1 {
		names = append(names, fmt.Sprintf("L%d", level))
	}
	d.levels = kit.NewSegmented(names, f.Level, func(level int) { f.SetLevel(level); d.show() })
	d.reason = widget.NewEntry()
	d.reason.SetText(f.Reason)
	d.reason.OnChanged = func(text string) { f.Reason = text; d.enable() }
	d.why = kit.NewDown(4, kit.NewText(kit.Muted, w.Text("issues.reason")), d.reason)
	d.books = kit.NewChoice(nil, 0, func(n int) { f.BookAt(n); d.show() })
	return d
}

// AskDeclare asks for everything that makes a crisis, in one go.
func (s *Screen) AskDeclare(f *Form) {
	w := s.env.Words
	d := newDeclaring(s, f)
	d.button = kit.NewButton(kit.Danger, w.Text("room.declare"), func() { d.dialog.dialog.Hide(); f.Declare() })
	d.fillWhat()
	d.fillMatrix(true)
	d.fillAsks()
	d.fillAnswer()
	rows := kit.NewDown(14,
		d.part("room.declare.what", d.what),
		d.part("room.declare.severity", d.matrix),
		d.part("room.declare.fault", kit.NewDown(10, d.asks, d.typed)),
		d.level(),
		d.part("room.declare.playbook", kit.NewDown(6, d.books, kit.NewPara(kit.Caption, w.PlaybookNote()))),
		d.part("room.declare.strategy", kit.NewDown(8, d.advice, d.answer)))
	d.dialog = s.openWide(w.Text("room.declare.title"), rows, d.button)
	d.show()
}

func (d *declaring) part(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewDown(8, kit.NewHairline(), kit.NewText(kit.Strong, d.screen.env.Words.Text(key)), o)
}

// fillWhat asks which issue it is, or how a new one is called.
func (d *declaring) fillWhat() {
	w, f := d.screen.env.Words, d.form
	title := widget.NewEntry()
	title.SetPlaceHolder(w.Text("room.declare.name"))
	title.SetText(f.Title)
	title.OnChanged = func(text string) { f.Title = text; d.enable() }
	names, at := []string{w.Text("room.declare.new")}, 0
	for n, i := range f.Issues {
		names = append(names, kit.Plain(kit.OneLine(w.SeverityOf(i)+" · "+i.Title)))
		if i.ID == f.Issue {
			at = n + 1
		}
	}
	kit.SetShown(title, at == 0)
	choice := kit.NewChoice(names, at, func(n int) {
		id := int64(0)
		if n > 0 {
			id = f.Issues[n-1].ID
		}
		f.TakeIssue(id)
		kit.SetShown(title, id == 0)
		d.fillMatrix(true)
		d.show()
	})
	d.what.Objects = []fyne.CanvasObject{choice, title}
}

// fillMatrix asks the questions of the matrix that nothing else answers, and
// with them what makes it worse.
func (d *declaring) fillMatrix(withBefore bool) {
	w, f := d.screen.env.Words, d.form
	d.matrix.RemoveAll()
	for n, q := range f.Matrix() {
		options, at, first := q.Answers, q.Chosen, 0
		if at < 0 {
			options, at, first = append([]string{w.Text("issues.answer.choose")}, q.Answers...), 0, 1
		}
		choice := kit.NewChoice(options, at, func(chosen int) {
			f.Rate(n, chosen-first)
			d.show()
		})
		d.matrix.Add(kit.NewDown(4, kit.NewText(kit.Muted, q.Text), choice))
	}
	similar := widget.NewCheck(w.Text("room.declare.similar.plain"), func(on bool) { f.SetSimilar(on); d.show() })
	if withBefore && f.History > 0 {
		similar.SetText(f.Before())
	}
	similar.Checked = f.Similar
	poor := widget.NewCheck(w.Text("room.declare.poor"), func(on bool) { f.SetPoor(on); d.show() })
	poor.Checked = f.Poor
	d.matrix.Add(kit.NewDown(0, kit.NewText(kit.Muted, w.Text("issues.ask.intensifiers")), similar, poor))
}

// fillAsks asks the questions that lead to the type, one after the other.
func (d *declaring) fillAsks() {
	d.asks.RemoveAll()
	for n, q := range d.form.Asks() {
		buttons := kit.Flow(6)
		for m, answer := range q.Answers {
			kind := kit.Secondary
			if m == q.Chosen {
				kind, answer = kit.Primary, "✓ "+answer
			}
			buttons.Add(kit.NewSmallButton(kind, answer, func() {
				d.form.Answer(n, m)
				d.fillAsks()
				d.show()
			}))
		}
		d.asks.Add(kit.NewDown(4, kit.NewPara(kit.Muted, q.Text), buttons))
	}
}

// fillAnswer lists the strategies with what they do.
func (d *declaring) fillAnswer() {
	w, f := d.screen.env.Words, d.form
	d.answer.RemoveAll()
	for _, s := range data.Strategies {
		check := widget.NewCheck(w.Strategy(s), nil)
		d.checks[s] = check
		check.OnChanged = func(on bool) { f.Choose(s, on); d.show() }
		d.answer.Add(kit.Columns(kit.Gap, []float32{2, 3}, check, kit.Inset(9, 0, 0, 0, kit.NewPara(kit.Caption, w.StrategyWhat(s)))))
	}
}

func (d *declaring) level() fyne.CanvasObject {
	decide := kit.Row(kit.Gap, kit.NewText(kit.Muted, d.screen.env.Words.Text("issues.decide")), d.levels)
	return kit.NewDown(8, kit.NewHairline(), d.reckoned, decide, d.meaning, d.why)
}

// show says what the answers come to.
func (d *declaring) show() {
	f := d.form
	d.typed.SetText(f.Typed())
	kit.SetShown(d.typed, f.Type != "")
	d.reckoned.SetText(f.Reckoned())
	chosen := -1
	if f.Known() {
		chosen = f.Level
	}
	d.levels.SetChosen(chosen)
	kit.SetShown(d.meaning, chosen >= 0)
	d.meaning.SetText(f.Meaning())
	kit.SetShown(d.why, f.Decided)
	names, at := f.BookNames()
	d.books.SetOptions(names, at)
	for s, check := range d.checks {
		changed := check.OnChanged
		check.OnChanged = nil
		check.SetChecked(f.Has(s))
		check.OnChanged = changed
	}
	d.advice.RemoveAll()
	if len(d.checks) > 0 && f.Type != "" {
		for _, a := range f.Advice() {
			d.advice.Add(adviceLine(a))
		}
	}
	d.enable()
	if d.dialog != nil {
		d.dialog.fit()
	}
}

func adviceLine(a Advised) fyne.CanvasObject {
	if a.Good {
		return kit.NewPara(kit.Caption.In(kit.ColorPositiveText), "✓ "+a.Text)
	}
	return kit.NewPara(kit.Caption.In(kit.ColorWarnText), "! "+a.Text)
}

func (d *declaring) enable() {
	if d.button != nil {
		d.button.SetEnabled(d.form.Ready())
	}
}
