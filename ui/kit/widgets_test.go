package kit

import (
	"errors"
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/charts"
	"vedetta/data"
	"vedetta/data/job"
)

// newEnv is an environment with a window of some size.
func newEnv(t *testing.T, look Look) *Env {
	t.Helper()
	test.NewTempApp(t)
	theme := NewTheme(look)
	fyne.CurrentApp().Settings().SetTheme(theme)
	env := &Env{
		Words: assets.WordsFor("en"), Dispatcher: job.Inline{}, Theme: theme,
		Window: test.NewTempWindow(t, NewText(Body, "")), Toast: NewToast(), Tip: NewTip(),
	}
	env.Window.Resize(fyne.NewSize(400, 300))
	return env
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestButton(t *testing.T) {
	newEnv(t, LookLight)
	n := 0
	b := NewButton(Primary, "Go", func() { n++ })
	test.Tap(b)
	b.TypedKey(key(fyne.KeySpace))
	b.TypedKey(key(fyne.KeyReturn))
	if n != 3 {
		t.Errorf("pressed %d times, want 3", n)
	}
	b.Disable()
	b.Tapped(nil)
	b.TypedKey(key(fyne.KeySpace))
	if n != 3 {
		t.Error("a disabled button was pressed")
	}
}

func TestKeysThatAWidgetHasNoUseForReachTheWindow(t *testing.T) {
	env := newEnv(t, LookLight)
	var got []string
	env.Window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, string(e.Name)) })
	env.Window.Canvas().SetOnTypedRune(func(r rune) { got = append(got, string(r)) })
	b := NewButton(Primary, "Go", func() {})
	b.TypedKey(key(fyne.KeyF1))
	b.TypedKey(key(fyne.KeySpace))
	b.TypedRune('?')
	if !slices.Equal(got, []string{"F1", "?"}) {
		t.Errorf("the window got %q", got)
	}
}

func TestSegmented(t *testing.T) {
	newEnv(t, LookLight)
	var chosen []int
	s := NewSegmented([]string{"24 h", "7 d", "30 d"}, 2, func(i int) { chosen = append(chosen, i) })
	s.Resize(s.MinSize())
	s.TypedKey(key(fyne.KeyRight))
	s.TypedKey(key(fyne.KeyLeft))
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)})
	s.SetChosen(2)
	if !slices.Equal(chosen, []int{1, 0}) {
		t.Errorf("chose %v, want 1 by key and 0 by tap", chosen)
	}
}

func TestChip(t *testing.T) {
	newEnv(t, LookLight)
	tapped, removed := 0, 0
	c := NewChip("rimborso", TonePlain, func() { tapped++ }, func() { removed++ })
	c.Resize(c.MinSize())
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, 4)})
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.Size().Width-4, 4)})
	c.TypedKey(key(fyne.KeyDelete))
	if tapped != 1 || removed != 2 {
		t.Errorf("tapped %d times, removed %d times", tapped, removed)
	}
	if !NewChip("it", TonePlain, nil, nil).Disabled() {
		t.Error("a chip with nothing to do takes the focus")
	}
}

func TestChoiceOfSeveral(t *testing.T) {
	env := newEnv(t, LookLight)
	var got [][]int
	c := NewMultiChoice("All", func(n int) string { return env.Words.Number(int64(n)) }, func(p []int) { got = append(got, p) })
	c.SetPicked([]string{"X", "Google", "Blog"}, nil)
	env.Window.SetContent(c)
	if c.shown() != "All" {
		t.Errorf("nothing picked shows %q", c.shown())
	}
	test.Tap(c)
	check := func(text string, on bool) {
		for _, o := range test.LaidOutObjects(env.Window.Canvas().Overlays().Top()) {
			if box, ok := o.(*popCheck); ok && box.Text == text {
				box.SetChecked(on)
			}
		}
	}
	check("Google", true)
	check("Blog", true)
	if c.shown() != "2" {
		t.Errorf("two picked show %q", c.shown())
	}
	check("Google", false)
	check("All", true)
	want := [][]int{{1}, {1, 2}, {2}, {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("picked (-want +got):\n%s", diff)
	}
	if c.shown() != "All" {
		t.Errorf("after all, shows %q", c.shown())
	}
	env.Window.Canvas().Focused().TypedKey(key(fyne.KeyEscape))
	if env.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the list open")
	}
}

func TestErrorStrip(t *testing.T) {
	env := newEnv(t, LookLight)
	e := NewErrorStrip(env.Words)
	e.Fail(&data.Error{Code: data.ErrFileEmpty})
	message, hint := env.Words.Explain(&data.Error{Code: data.ErrFileEmpty})
	if !e.Visible() || e.message.text != message || e.hint.text != hint {
		t.Errorf("shows %q, %q", e.message.text, e.hint.text)
	}
	e.Fail(&data.Error{Code: data.ErrCancelled, Err: errors.New("stopped")})
	if e.Visible() {
		t.Error("what the person stopped is shown as a failure")
	}
}

func TestToastOffersToUndo(t *testing.T) {
	newEnv(t, LookLight)
	undone := 0
	toast := NewToast()
	toast.Offer("Archived 3 mentions", "Undo", func() { undone++ })
	if !toast.Visible() || toast.action.Hidden {
		t.Fatal("nothing offered")
	}
	toast.action.Tapped(nil)
	if undone != 1 || toast.Visible() {
		t.Errorf("undone %d times, visible %v", undone, toast.Visible())
	}
	toast.Say("Saved")
	if !toast.action.Hidden {
		t.Error("a plain message offers to undo")
	}
}

func TestParagraphGrowsWhereItIsNarrow(t *testing.T) {
	newEnv(t, LookLight)
	p := NewPara(Body, "Two hours of waiting and no excuse, never again, and the refund does not come")
	p.Resize(fyne.NewSize(900, 20))
	wide := p.MinSize().Height
	p.Resize(fyne.NewSize(150, 20))
	if narrow := p.MinSize().Height; narrow < 3*wide {
		t.Errorf("%v high when narrow, %v when wide", narrow, wide)
	}
	for _, line := range p.wrapped() {
		if w := Body.measure(line).Width; w > 150 {
			t.Errorf("line %q is %v wide", line, w)
		}
	}
}

func TestChartView(t *testing.T) {
	env := newEnv(t, LookLight)
	var drawn []image.Point
	var palettes []charts.Palette
	opened := -1
	v := NewChartView(env)
	env.Window.SetContent(v)
	v.Set(Drawing{
		Image: func(w, h int, _ float64, p charts.Palette) image.Image {
			drawn, palettes = append(drawn, image.Pt(w, h)), append(palettes, p)
			return image.NewRGBA(image.Rect(0, 0, w, h))
		},
		Bars:  4,
		BarAt: func(x, w float64) (int, bool) { return int(4 * x / w), x >= 0 && x < w },
		Tip:   func(int) string { return "a bar" },
		Open:  func(i int) { opened = i },
	})
	n := len(drawn)
	v.Refresh()
	if n == 0 || len(drawn) != n {
		t.Fatalf("drawn %d times, then %d times without need", n, len(drawn)-n)
	}
	fyne.CurrentApp().Settings().SetTheme(NewTheme(LookDark))
	env.Theme = NewTheme(LookDark)
	v.Refresh()
	if got := palettes[len(palettes)-1]; got != charts.Dark {
		t.Error("not drawn anew in the dark")
	}
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(v.Size().Width*0.6, 10)})
	if opened != 2 {
		t.Errorf("a tap opened bar %d, want 2", opened)
	}
	v.TypedKey(key(fyne.KeyRight))
	v.TypedKey(key(fyne.KeyReturn))
	if opened != 3 {
		t.Errorf("the keyboard opened bar %d, want 3", opened)
	}
}

func TestAToastKeepsItsPlaceWhenFyneForgetsItsRenderer(t *testing.T) {
	test.NewApp()
	toast := NewToast()
	w := test.NewWindow(toast)
	defer w.Close()
	w.Resize(fyne.NewSize(800, 600))
	toast.Say("Archived")
	// Fyne makes another renderer for what was hidden for a minute, and does not
	// lay it out again.
	if size := toast.CreateRenderer().Objects()[0].Size(); size.Width < 700 {
		t.Errorf("the toast has %v to stand in", size)
	}
}
