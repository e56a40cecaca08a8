package crisis

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// askSeverity rates the crisis anew.
func (s *Screen) askSeverity() {
	w := s.env.Words
	f := s.presenter.changing()
	d := newDeclaring(s, f)
	d.button = kit.NewButton(kit.Primary, w.Text("issues.severity.save"), func() { d.dialog.dialog.Hide(); s.presenter.Rate(f) })
	d.fillMatrix(false)
	d.dialog = s.open(w.Text("issues.severity.title"), kit.NewDown(12, d.matrix, d.level()), nil, d.button)
	d.show()
}

// askAnswer changes type and strategies: the advice follows at once.
func (s *Screen) askAnswer() {
	w := s.env.Words
	f := s.presenter.changing()
	d := newDeclaring(s, f)
	d.button = kit.NewButton(kit.Primary, w.Text("room.answer.save"), func() { d.dialog.dialog.Hide(); s.presenter.Retype(f) })
	d.fillAsks()
	d.fillAnswer()
	rows := kit.NewDown(14, kit.NewPara(kit.Muted, w.Text("room.answer.hint")),
		d.part("room.declare.fault", kit.NewDown(10, d.asks, d.typed)),
		d.part("room.declare.strategy", kit.NewDown(8, d.advice, d.answer)))
	d.dialog = s.openWide(w.Text("room.more.answer"), rows, d.button)
	d.show()
}

// askOnset asks when it began.
func (s *Screen) askOnset() {
	w, p := s.env.Words, s.presenter
	first := p.shown.crisis.Onset.In(p.desk.Zone())
	s.askMoment(momentWords{w.Text("room.more.onset"), w.Text("room.onset.hint"), w.Text("room.onset.save")}, first, p.MoveOnset)
}

// momentWords are what a dialog for a time says.
type momentWords struct{ title, hint, save string }

// askMoment asks for a day and an hour.
func (s *Screen) askMoment(words momentWords, first time.Time, done func(time.Time)) {
	w := s.env.Words
	moment := newMoment(s, first)
	wrong := kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")
	var f *form
	save := kit.NewButton(kit.Primary, words.save, func() {
		at, ok := moment.time()
		if !ok {
			wrong.SetText(w.Text("issues.due.clock"))
			f.fit()
			return
		}
		f.dialog.Hide()
		done(at)
	})
	f = s.open(words.title, kit.NewDown(8, kit.NewPara(kit.Body, words.hint), moment.rows(), wrong), moment.clock, save)
}

// moment is a day and an hour to fill in.
type moment struct {
	screen *Screen
	day    *time.Time
	date   *widget.DateEntry
	clock  *widget.Entry
}

// newMoment begins with a time; zero leaves it empty.
func newMoment(s *Screen, first time.Time) *moment {
	m := &moment{screen: s, date: widget.NewDateEntry(), clock: widget.NewEntry()}
	m.clock.SetPlaceHolder("14:30")
	if !first.IsZero() {
		m.day = &first
		m.date.SetDate(&first)
		m.clock.SetText(first.Format("15:04"))
	}
	m.date.OnChanged = func(t *time.Time) { m.day = t }
	return m
}

func (m *moment) rows() fyne.CanvasObject {
	w := m.screen.env.Words
	return kit.Columns(kit.Gap, []float32{3, 2},
		kit.NewDown(4, kit.NewText(kit.Muted, w.Text("issues.due.day")), m.date),
		kit.NewDown(4, kit.NewText(kit.Muted, w.Text("issues.due.clock")), m.clock))
}

func (m *moment) time() (time.Time, bool) {
	if m.day == nil {
		return time.Time{}, false
	}
	return m.screen.presenter.At(*m.day, m.clock.Text)
}
