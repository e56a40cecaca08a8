package crisis

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// side is how the crisis is answered: what is said in public, what is true,
// who is told, what is promised, and what the theory says of it.
type side struct {
	screen *Screen
	rows   *fyne.Container
	column *kit.Column
	root   fyne.CanvasObject
}

func newSide(s *Screen) *side {
	r := &side{screen: s, rows: kit.NewDown(18)}
	r.column = kit.NewColumn(0, r.rows)
	r.root = kit.NewPanel(kit.Inset(14, 12, 16, 12, container.NewStack(r.column.Bleed())))
	return r
}

func (r *side) show() {
	r.rows.RemoveAll()
	for _, part := range []func() fyne.CanvasObject{r.statements, r.claims, r.people, r.questions, r.promises, r.strategy} {
		r.rows.Add(part())
	}
	r.column.Fit()
}

// section is a heading with what stands below it and a button that adds.
func (r *side) section(key string, rows *fyne.Container, none string, add func()) fyne.CanvasObject {
	w := r.screen.env.Words
	if len(rows.Objects) == 0 && none != "" {
		rows.Add(kit.NewPara(kit.Caption, w.Text(none)))
	}
	var more fyne.CanvasObject
	if add != nil {
		more = kit.NewSmallButton(kit.Secondary, "+", add)
	}
	return kit.NewDown(6, kit.Between(kit.Gap, nil, kit.NewLine(kit.Strong, w.Text(key)), more), rows)
}

// item is a line that opens when it is pressed.
func (r *side) item(i Item, open func()) fyne.CanvasObject {
	lines := kit.NewDown(3)
	if i.Chip != "" {
		lines.Add(kit.Flow(0, kit.NewChip(kit.Plain(i.Chip), tones[i.Mood], nil, nil)))
	}
	lines.Add(kit.NewPara(kit.Body, kit.Plain(kit.OneLine(i.Head))))
	if i.Text != "" {
		lines.Add(kit.NewPara(kit.Caption, kit.Plain(beginning(i.Text))))
	}
	if i.Note != "" {
		lines.Add(kit.NewPara(kit.Caption, i.Note))
	}
	return kit.NewPress(kit.Inset(4, 4, 4, 4, lines), open)
}

// beginning cuts what is read in full elsewhere.
func beginning(text string) string {
	const letters = 160
	if all := []rune(kit.OneLine(text)); len(all) > letters {
		return string(all[:letters]) + "…"
	}
	return kit.OneLine(text)
}

func (r *side) statements() fyne.CanvasObject {
	s := r.screen
	rows := kit.NewDown(4)
	for _, each := range s.presenter.shown.said.statements {
		rows.Add(r.item(s.presenter.StatementItem(each), func() { s.askStatement(each) }))
	}
	rows.Add(kit.Row(0, kit.NewButton(kit.Primary, s.env.Words.Text("room.statement.new")+"…", func() { s.askStatement(data.Statement{}) })))
	return r.section("room.statements", rows, "", nil)
}

func (r *side) claims() fyne.CanvasObject {
	s := r.screen
	rows := kit.NewDown(2)
	for _, each := range s.presenter.shown.said.claims {
		rows.Add(r.item(s.presenter.ClaimItem(each), func() { s.askClaim(each) }))
	}
	return r.section("room.claims", rows, "room.claims.none", func() { s.askClaim(data.Claim{Finding: data.FindingOpen}) })
}

func (r *side) questions() fyne.CanvasObject {
	s := r.screen
	rows := kit.NewDown(2)
	for _, each := range s.presenter.shown.said.questions {
		rows.Add(r.item(Item{Head: each.Question, Text: each.Answer}, func() { s.askQuestion(each) }))
	}
	return r.section("room.questions", rows, "room.questions.none", func() { s.askQuestion(data.Question{}) })
}

func (r *side) people() fyne.CanvasObject {
	s := r.screen
	rows := kit.NewDown(2)
	for _, each := range s.presenter.shown.said.people {
		line := r.item(s.presenter.PersonItem(each), func() { s.askPerson(each) })
		if each.ToldAt.IsZero() {
			tell := kit.NewSmallButton(kit.Secondary, s.env.Words.Text("room.told.now"), func() { s.presenter.Tell(each) })
			line = kit.Between(4, nil, line, kit.NewDown(0, tell))
		}
		rows.Add(line)
	}
	return r.section("room.people", rows, "room.people.none", func() { s.askPerson(data.Stakeholder{Influence: 3, Interest: 3}) })
}

func (r *side) promises() fyne.CanvasObject {
	s := r.screen
	rows := kit.NewDown(2)
	for _, each := range s.presenter.shown.said.promises {
		i := s.presenter.PromiseItem(each)
		check := widget.NewCheck("", nil)
		check.Checked = i.Done
		check.OnChanged = func(on bool) { s.presenter.KeepPromise(each.ID, on) }
		caption := kit.Caption
		if i.Mood == Bad {
			caption = kit.Caption.In(kit.ColorNegativeText)
		}
		lines := kit.NewDown(0, kit.NewPara(kit.Body, kit.Plain(kit.OneLine(i.Head))), kit.NewPara(caption, i.Text))
		rows.Add(kit.NewBeside(kit.NewDown(0, check), kit.NewPress(kit.Inset(4, 4, 4, 4, lines), func() { s.askPromise(each) })))
	}
	return r.section("room.promises", rows, "room.promises.none", func() { s.askPromise(data.Promise{Kind: data.PromiseChange}) })
}

// strategy is how the crisis is answered and what speaks against it.
func (r *side) strategy() fyne.CanvasObject {
	p := r.screen.presenter
	rows := kit.NewDown(6)
	chips := kit.Flow(4)
	for _, name := range p.Strategies() {
		chips.Add(kit.NewChip(name, kit.ToneAccent, nil, nil))
	}
	rows.Add(chips)
	for _, a := range p.Advice() {
		rows.Add(adviceLine(a))
	}
	rows.Add(kit.Row(0, kit.NewSmallButton(kit.Secondary, r.screen.env.Words.Text("room.more.answer")+"…", r.screen.askAnswer)))
	return r.section("room.strategy", rows, "", nil)
}
