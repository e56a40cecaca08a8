package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is a button that shows what is chosen and opens a list to choose
// from: one option, or several of them.
type Choice struct {
	pressable
	options []string
	chosen  int
	changed func(int)

	all     string // what a choice of several says for none, which means all
	several func(n int) string
	picked  map[int]bool
	pickeds func([]int)
}

// NewChoice makes a choice of one option; changed is called when the person
// chooses. chosen -1 shows nothing.
func NewChoice(options []string, chosen int, changed func(int)) *Choice {
	c := &Choice{options: options, chosen: chosen, changed: changed}
	c.onTapped = c.open
	c.ExtendBaseWidget(c)
	return c
}

// NewMultiChoice makes a choice of several options. all stands for none
// picked, which restricts nothing; several names a number of picked ones.
func NewMultiChoice(all string, several func(n int) string, changed func(picked []int)) *Choice {
	c := &Choice{all: all, several: several, picked: map[int]bool{}, pickeds: changed}
	c.onTapped = c.openSeveral
	c.ExtendBaseWidget(c)
	return c
}

// SetChosen changes what is chosen, without calling back.
func (c *Choice) SetChosen(i int) {
	if i != c.chosen {
		c.chosen = i
		c.Refresh()
	}
}

// Chosen is the option that is chosen.
func (c *Choice) Chosen() int { return c.chosen }

// SetOptions changes the options and what is chosen, without calling back.
func (c *Choice) SetOptions(options []string, chosen int) {
	if chosen != c.chosen || !slices.Equal(options, c.options) {
		c.options, c.chosen = options, chosen
		c.Refresh()
	}
}

// SetPicked changes the options of a choice of several, and which of them are
// picked, without calling back.
func (c *Choice) SetPicked(options []string, picked []int) {
	c.options = options
	c.picked = map[int]bool{}
	for _, i := range picked {
		c.picked[i] = true
	}
	c.Refresh()
}

func (c *Choice) shown() string {
	switch {
	case c.picked == nil && (c.chosen < 0 || c.chosen >= len(c.options)):
		return ""
	case c.picked == nil:
		return c.options[c.chosen]
	case len(c.picked) == 0:
		return c.all
	case len(c.picked) == 1:
		return c.options[c.list()[0]]
	}
	return c.several(len(c.picked))
}

func (c *Choice) list() []int {
	out := []int{}
	for i := range c.picked {
		if i < len(c.options) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

func (c *Choice) open() {
	var items []*fyne.MenuItem
	for i, o := range c.options {
		item := fyne.NewMenuItem(o, func() {
			c.chosen = i
			c.Refresh()
			c.changed(i)
		})
		item.Checked = i == c.chosen
		items = append(items, item)
	}
	driver := fyne.CurrentApp().Driver()
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), driver.CanvasForObject(c), c.below())
}

func (c *Choice) openSeveral() {
	var popup *widget.PopUp
	newCheck := func(text string) *popCheck { return newPopCheck(text, func() { popup.Hide() }) }
	all := newCheck(c.all)
	all.SetChecked(len(c.picked) == 0)
	checks := make([]*popCheck, len(c.options))
	rows := container.NewVBox(all, NewHairline())
	for i, o := range c.options {
		checks[i] = newCheck(o)
		checks[i].SetChecked(c.picked[i])
		rows.Add(checks[i])
		checks[i].OnChanged = func(on bool) { c.pick(i, on, all) }
	}
	all.OnChanged = func(bool) {
		c.picked = map[int]bool{}
		for i, check := range checks {
			check.OnChanged = nil
			check.SetChecked(false)
			check.OnChanged = func(on bool) { c.pick(i, on, all) }
		}
		c.tell(all)
	}
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	popup = widget.NewPopUp(container.NewVScroll(rows), canvas)
	popup.Resize(fyne.NewSize(max(rows.MinSize().Width+16, c.Size().Width), min(rows.MinSize().Height+8, 420)))
	popup.ShowAtPosition(c.below())
	canvas.Focus(all)
}

func (c *Choice) pick(i int, on bool, all *popCheck) {
	if delete(c.picked, i); on {
		c.picked[i] = true
	}
	c.tell(all)
}

// tell calls back; the check for all follows without calling back itself.
func (c *Choice) tell(all *popCheck) {
	changed := all.OnChanged
	all.OnChanged = nil
	all.SetChecked(len(c.picked) == 0)
	all.OnChanged = changed
	c.Refresh()
	c.pickeds(c.list())
}

func (c *Choice) below() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(0, c.Size().Height+4)
}

// CreateRenderer is Fyne's.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	back, text, arrow := box(theme.Size(theme.SizeNameButtonRadius)), canvas.NewText("", nil), canvas.NewText("", nil)
	const margin, arrowWidth = 14, 16
	r := &painter{objects: []fyne.CanvasObject{back, text, arrow}}
	r.paint = func() {
		back.FillColor = theme.Color(ColorCard)
		if c.hovered || c.disabled {
			back.FillColor = theme.Color(ColorNeutralTint)
		}
		c.ring(back, ColorHairline)
		style := Body
		if c.disabled {
			style = Muted
		}
		style.dress(text, style.fit(c.shown(), max(c.Size().Width-2*margin-arrowWidth+1, 20)))
		style.dress(arrow, "▾")
	}
	r.min = func() fyne.Size {
		return fyne.NewSize(min(Body.measure(c.shown()).Width, 240)+2*margin+arrowWidth, controlHeight)
	}
	r.layout = func(s fyne.Size) {
		r.paint()
		place(back, 0, 0, s.Width, s.Height)
		h := text.MinSize().Height
		place(text, margin, (s.Height-h)/2, s.Width-2*margin-arrowWidth, h)
		place(arrow, s.Width-margin-9, (s.Height-h)/2, arrowWidth, h)
	}
	return r.done()
}

// popCheck is a check in a popup, which Escape closes.
type popCheck struct {
	widget.Check
	onEscape func()
}

func newPopCheck(text string, escape func()) *popCheck {
	c := &popCheck{onEscape: escape}
	c.Text = text
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey handles Escape.
func (c *popCheck) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.onEscape()
		return
	}
	c.Check.TypedKey(e)
}
