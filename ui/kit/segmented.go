package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Segmented is a line of options of which one is chosen. Left and Right
// change it.
type Segmented struct {
	pressable
	options   []string
	chosen    int
	onChanged func(int)
}

// NewSegmented makes the options; changed is called when the person chooses,
// also when it is the option chosen already. chosen -1 marks none.
func NewSegmented(options []string, chosen int, changed func(int)) *Segmented {
	s := &Segmented{options: options, chosen: chosen, onChanged: changed}
	s.ExtendBaseWidget(s)
	return s
}

// SetChosen marks an option without calling back.
func (s *Segmented) SetChosen(i int) {
	if s.chosen != i {
		s.chosen = i
		s.Refresh()
	}
}

// Tapped chooses the option under the pointer.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	x := float32(0)
	for i := range s.options {
		if x += s.width(i); e.Position.X < x {
			s.choose(i)
			return
		}
	}
}

// TypedKey moves the choice.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.choose(s.chosen - 1)
	case fyne.KeyRight:
		s.choose(s.chosen + 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.choose(s.chosen)
	default:
		passKey(e)
	}
}

func (s *Segmented) choose(i int) {
	if i < 0 || i >= len(s.options) {
		return
	}
	s.SetChosen(i)
	s.onChanged(i)
}

func (s *Segmented) style(i int) Style {
	if i == s.chosen {
		return Strong.In(ColorAccentText).Center()
	}
	return Body.Center()
}

// width is the same whether the option is chosen or not.
func (s *Segmented) width(i int) float32 { return Strong.measure(s.options[i]).Width + 24 }

// CreateRenderer is Fyne's.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	back, mark := box(8), box(0)
	r := &painter{objects: []fyne.CanvasObject{back, mark}}
	texts, lines := make([]*canvas.Text, len(s.options)), make([]*canvas.Rectangle, len(s.options))
	for i := range s.options {
		texts[i], lines[i] = canvas.NewText("", nil), canvas.NewRectangle(nil)
		r.objects = append(r.objects, lines[i], texts[i])
	}
	r.paint = func() {
		back.FillColor = theme.Color(ColorCard)
		s.ring(back, ColorHairline)
		mark.FillColor = theme.Color(ColorAccentTint)
		for i, t := range texts {
			s.style(i).dress(t, s.options[i])
			lines[i].FillColor = theme.Color(ColorHairline)
			lines[i].Hidden = i == 0
		}
		s.markChosen(mark)
	}
	r.min = func() fyne.Size {
		w := float32(0)
		for i := range s.options {
			w += s.width(i)
		}
		return fyne.NewSize(w, controlHeight)
	}
	r.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		x := float32(0)
		for i, t := range texts {
			h := t.MinSize().Height
			place(t, x, (size.Height-h)/2, s.width(i), h)
			place(lines[i], x, 1, 1, size.Height-2)
			x += s.width(i)
		}
		s.markChosen(mark)
	}
	return r.done()
}

// markChosen lays the tint under the chosen option, with the rounded ends of
// the whole at the outer ones.
func (s *Segmented) markChosen(mark *canvas.Rectangle) {
	mark.Hidden = s.chosen < 0
	x := float32(0)
	for i := range s.options {
		if i == s.chosen {
			place(mark, x+1, 1, s.width(i)-1, s.Size().Height-2)
		}
		x += s.width(i)
	}
	left, right := float32(0), float32(0)
	if s.chosen == 0 {
		left = 7
	}
	if s.chosen == len(s.options)-1 {
		right = 7
	}
	mark.TopLeftCornerRadius, mark.BottomLeftCornerRadius = left, left
	mark.TopRightCornerRadius, mark.BottomRightCornerRadius = right, right
}
