package drills

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

const startWidth = 460

// askStart asks how fast, and with which mentions.
func (s *Screen) askStart() {
	w := s.env.Words
	speed := SpeedAtFirst
	choice := kit.NewSegmented(speedNames(s.env), speed, func(i int) { speed = i })
	seed := widget.NewEntry()
	seed.SetText("1")
	label := func(key string) fyne.CanvasObject { return kit.NewText(kit.Muted, w.Text(key)) }
	rows := kit.NewDown(10, kit.NewPara(kit.Body, w.Text("drills.ask.hint")),
		kit.NewDown(4, label("drills.ask.speed"), kit.Row(0, choice), kit.NewPara(kit.Caption, w.Text("drills.ask.speed.hint"))),
		kit.NewDown(4, label("drills.ask.seed"), seed, kit.NewPara(kit.Caption, w.Text("drills.ask.seed.hint"))))
	d := dialog.NewCustomWithoutButtons(w.Text("drills.start"), kit.Sized(startWidth, 0, rows), s.env.Window)
	begin := kit.NewButton(kit.Primary, w.Text("drills.start"), func() {
		d.Hide()
		s.presenter.Begin(Speeds[speed], seedOf(seed.Text))
	})
	d.SetButtons([]fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("kit.cancel"), d.Hide), begin})
	d.Show()
}

func speedNames(env *kit.Env) (names []string) {
	for _, x := range Speeds {
		names = append(names, env.Words.Speed(x))
	}
	return names
}

// seedOf reads a number; anything else is made one, so that a word does too.
func seedOf(text string) uint64 {
	text = strings.TrimSpace(text)
	if n, err := strconv.ParseUint(text, 10, 64); err == nil {
		return n
	}
	n := uint64(1)
	for _, r := range text {
		n = n*31 + uint64(r)
	}
	return n
}
