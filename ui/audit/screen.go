package audit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Screen is the audit on screen.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	leave     func()

	place  *kit.Text
	facts  *kit.Para
	text   *widget.Label
	given  *kit.Para
	errors *kit.ErrorStrip
	result *fyne.Container
	work   *fyne.Container
	empty  fyne.CanvasObject
	column *kit.Column
	root   fyne.CanvasObject
}

const textWidth = 720

// New makes the audit; leave goes back to where the person came from.
func New(env *kit.Env, d Desk, leave, toImport func()) *Screen {
	w := env.Words
	s := &Screen{env: env, leave: leave, errors: kit.NewErrorStrip(w)}
	s.presenter = NewPresenter(d, w, env.Dispatcher, s)
	s.place, s.facts, s.given = kit.NewText(kit.Muted, ""), kit.NewPara(kit.Caption, ""), kit.NewPara(kit.Caption, "")
	s.text = widget.NewLabel("")
	s.text.Wrapping, s.text.Selectable = fyne.TextWrapWord, true
	s.work = s.workCard()
	s.result = kit.NewDown(kit.Gap)
	s.empty = kit.NewCard("", nil, kit.NewDown(kit.Gap, kit.NewPara(kit.Body, w.Text("audit.empty")),
		container.NewHBox(kit.NewButton(kit.Primary, w.Text("ui.nav.import"), toImport))))
	title := kit.Between(kit.Gap, nil, kit.NewText(kit.Title, w.Text("audit.title")), container.NewCenter(s.place))
	s.column = kit.NewColumn(kit.Edge, kit.Sized(0, 36, title), s.errors,
		kit.NewPara(kit.Caption, w.Text("settings.model.audit.hint")), s.work, s.result, s.empty)
	s.root = s.column.Bleed()
	s.show()
	return s
}

func (s *Screen) workCard() *fyne.Container {
	w, p := s.env.Words, s.presenter
	choices := kit.Row(8)
	for i, l := range data.Labels {
		choices.Add(kit.NewButton(kit.Secondary, strconv.Itoa(i+1)+"  "+w.Label(l), func() { p.Label(l) }))
	}
	moves := kit.Row(8,
		kit.NewSmallButton(kit.Secondary, "← "+w.Text("audit.back"), func() { p.Move(-1) }),
		kit.NewSmallButton(kit.Secondary, w.Text("audit.skip")+" →", func() { p.Move(1) }),
		kit.NewSmallButton(kit.Secondary, w.Text("audit.stop"), p.End),
		kit.NewSmallButton(kit.Secondary, w.Text("audit.later"), s.leave))
	frame := kit.NewPanel(kit.Inset(8, 8, 8, 8, s.text))
	frame.SetColors(kit.ColorWindow, kit.ColorHairline)
	return container.NewStack(kit.NewCard(w.Text("audit.question"), nil, kit.NewDown(kit.Gap,
		s.facts, kit.Sized(textWidth, 0, frame), choices, s.given, kit.NewPara(kit.Caption, w.Text("audit.keys")), moves)))
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start takes the audit up that was left, or draws a sample.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// TypedRune labels.
func (s *Screen) TypedRune(r rune) {
	switch r {
	case '1', '2', '3':
		s.presenter.Label(data.Labels[r-'1'])
	}
}

// TypedKey goes back and on.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft, fyne.KeyBackspace:
		s.presenter.Move(-1)
	case fyne.KeyRight:
		s.presenter.Move(1)
	case fyne.KeyEscape:
		s.leave()
	}
}

// Changed shows what the presenter says.
func (s *Screen) Changed() {
	s.errors.Hide()
	s.show()
}

// Failed shows an error above what is on screen.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.column.Fit()
}

func (s *Screen) show() {
	state := s.presenter.State()
	kit.SetShown(s.work, state == Labelling)
	kit.SetShown(s.result, state == Ended)
	kit.SetShown(s.empty, state == Empty)
	s.place.SetText("")
	switch state {
	case Labelling:
		s.showStep()
	case Ended:
		s.showResult()
	}
	s.column.Fit()
}

func (s *Screen) showStep() {
	w, step := s.env.Words, s.presenter.Step()
	m := step.Mention
	s.place.SetText(s.presenter.Place())
	s.facts.SetText(kit.Plain(m.Author.Shown()) + " · " + w.Source(m.Source) + " · " + w.Date(m.PublishedAt, s.presenter.desk.Zone()))
	text := m.Text
	if m.Title != "" {
		text = m.Title + "\n\n" + text
	}
	s.text.SetText(kit.Plain(shortened(text)))
	given := ""
	if step.Label != nil {
		given = w.Text("audit.given", "Label", w.Label(*step.Label))
	}
	s.given.SetText(given)
}

// mostShown is how many runes of a long text the screen lays out: nobody needs
// more to label it.
const mostShown = 4000

func shortened(text string) string {
	if runes := []rune(text); len(runes) > mostShown {
		return string(runes[:mostShown]) + "…"
	}
	return text
}

func (s *Screen) showResult() {
	w := s.env.Words
	s.result.RemoveAll()
	lines := kit.NewDown(kit.Gap, kit.NewPara(kit.Strong, s.presenter.Result()))
	if counts, ok := s.presenter.Confusion(); ok {
		lines.Add(kit.NewPara(kit.Caption, w.Text("audit.explain")))
		lines.Add(confusion(s.env, counts))
		lines.Add(kit.NewPara(kit.Caption, w.Text("audit.confusion")))
	}
	lines.Add(kit.Row(8, kit.NewButton(kit.Primary, w.Text("audit.done"), s.leave),
		kit.NewButton(kit.Secondary, w.Text("audit.again"), s.presenter.Again)))
	s.result.Add(kit.NewCard(w.Text("audit.result"), nil, lines))
}

// confusion is the table of the person's labels against the model's.
func confusion(env *kit.Env, counts [3][3]int) fyne.CanvasObject {
	w := env.Words
	widths := []float32{1, 1, 1, 1}
	head := []fyne.CanvasObject{kit.NewText(kit.Muted, "")}
	for _, l := range data.Labels {
		head = append(head, kit.NewText(kit.Muted, w.Label(l)))
	}
	table := kit.NewDown(6, kit.Columns(kit.Gap, widths, head...))
	for _, given := range data.Labels {
		row := []fyne.CanvasObject{kit.NewText(kit.Body, w.Label(given))}
		for _, said := range data.Labels {
			style := kit.Body
			if given == said {
				style = kit.Strong
			}
			row = append(row, kit.NewText(style, w.Number(int64(counts[given][said]))))
		}
		table.Add(kit.Columns(kit.Gap, widths, row...))
	}
	return kit.Sized(460, 0, table)
}
