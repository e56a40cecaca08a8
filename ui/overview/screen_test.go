package overview

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// least is what a window of the least size leaves the overview.
var least = fyne.NewSize(1024-195, 700)

// shown is the overview in a window without a display.
func shown(t *testing.T, d Desk, lang string, look kit.Look, size fyne.Size, ways Ways) (*Screen, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	theme := kit.NewTheme(look)
	app.Settings().SetTheme(theme)
	win := app.NewWindow("")
	win.SetPadded(false)
	env := &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: job.Inline{}, Theme: theme, Window: win,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: d.Zone,
	}
	s := New(env, d, ways)
	win.SetContent(kit.Inset(16, 16, 20, 20, s.Content()))
	win.Resize(size)
	s.Start()
	t.Cleanup(s.Stop)
	win.Content().Refresh()
	return s, win
}

// noted is where the overview led on to.
type noted struct {
	incident, crisis int64
	mention          data.ID
}

func (n *noted) ways() Ways {
	return Ways{
		Incident: func(id int64) { n.incident = id }, Crisis: func(id int64) { n.crisis = id },
		Mention: func(id data.ID) { n.mention = id }, Audit: func() {},
	}
}

// visible are the objects of a kind that can be seen.
func visible[T fyne.CanvasObject](root fyne.CanvasObject) (found []T) {
	if !root.Visible() {
		return nil
	}
	if o, ok := root.(T); ok {
		found = append(found, o)
	}
	children := []fyne.CanvasObject{}
	switch o := root.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		found = append(found, visible[T](child)...)
	}
	return found
}

// button is the one with a text; nil if there is none.
func button(win fyne.Window, text string) *kit.Button {
	for _, b := range visible[*kit.Button](win.Content()) {
		if b.Text() == text {
			return b
		}
	}
	return nil
}

func top(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}

func TestTheBannerLeadsToReasonsAndCrisisRoom(t *testing.T) {
	for name, c := range map[string]struct {
		level data.Level
		room  bool
		offer bool
	}{
		"elevated":                {data.LevelElevated, true, true},
		"crisis":                  {data.LevelCrisis, true, true},
		"watch":                   {data.LevelWatch, true, false},
		"there is no crisis room": {data.LevelCrisis, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := calm(t)
			d.situation.Open = []data.Incident{episode(7, c.level)}
			n := &noted{}
			ways := n.ways()
			if !c.room {
				ways.Crisis = nil
			}
			_, win := shown(t, d, "en", kit.LookLight, least, ways)
			test.Tap(button(win, "Why?"))
			room := button(win, "Open crisis room")
			if room != nil {
				test.Tap(room)
			}
			if n.incident != 7 || (room != nil) != c.offer || (n.crisis == 7) != c.offer {
				t.Errorf("reasons of %d, crisis room offered %v, opened %d", n.incident, room != nil, n.crisis)
			}
		})
	}
}

func TestTheBannerGoesWhenTheIncidentDoes(t *testing.T) {
	d := calm(t)
	d.situation.Open = []data.Incident{episode(7, data.LevelElevated)}
	s, win := shown(t, d, "en", kit.LookLight, least, (&noted{}).ways())
	before := top(s.chart)
	d.situation.Open = nil
	d.Events().IncidentsChanged.Fire(struct{}{})
	if button(win, "Why?") != nil || top(s.chart) >= before {
		t.Error("the banner is still there")
	}
}

func TestTheDigestClosesAndLeadsOn(t *testing.T) {
	for name, closing := range map[string]func(*Screen, fyne.Window){
		"by its button": func(_ *Screen, win fyne.Window) { test.Tap(button(win, "Close")) },
		"by Escape":     func(s *Screen, _ fyne.Window) { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		t.Run(name, func(t *testing.T) {
			d, n := calm(t), &noted{}
			d.digest = night()
			s, win := shown(t, d, "en", kit.LookLight, least, n.ways())
			rows := visible[*kit.Press](s.digest.root)
			if len(rows) != 1 {
				t.Fatalf("%d mentions listed, want 1", len(rows))
			}
			test.Tap(rows[0])
			closing(s, win)
			if n.mention != 5 || s.digest.root.Visible() || d.read != 1 {
				t.Errorf("went to %d, card shown %v, read %d times", n.mention, s.digest.root.Visible(), d.read)
			}
			s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if d.read != 1 {
				t.Error("Escape read a digest that is not there")
			}
		})
	}
}

// full is a workspace in which everything goes on at once.
func full(t *testing.T) *alarmed {
	t.Helper()
	d := calm(t)
	long := episode(7, data.LevelCrisis)
	long.Stream = data.Stream{Kind: data.OfTopic, Name: strings.Repeat("precipitevolissimevolmente ", 4)}
	d.situation.Open = []data.Incident{long, episode(8, data.LevelWatch), episode(9, data.LevelWatch)}
	d.situation.Learning, d.situation.Behind, d.situation.Days = true, true, 3
	d.why = map[int64]data.Why{7: {Terms: drivers("rimborso", "attesa"), ByReach: []data.AuthorShare{{Author: "@fornaio_mi", Reach: 18_400}}}}
	d.digest = night()
	for i := range 6 {
		d.digest.Look = append(d.digest.Look, data.Row{ID: data.ID(10 + i), Author: "Marta R.", Source: "google", PublishedAt: noon.Add(-time.Hour), Snippet: "Due ore di attesa"})
	}
	d.incidents = []data.Incident{long}
	return d
}

func TestNothingOverlapsOrIsCutWhenEverythingGoesOn(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		for _, look := range []kit.Look{kit.LookLight, kit.LookDark} {
			s, win := shown(t, full(t), lang, look, least, (&noted{}).ways())
			if m := win.Content().MinSize(); m.Width > least.Width {
				t.Errorf("%s: the content needs %v", lang, m)
			}
			y := float32(0)
			for _, o := range []fyne.CanvasObject{s.banner.panel, s.watch, s.digest.root, s.tiles[0], s.chart, s.words.root} {
				if at := top(o); at < y {
					t.Errorf("%s: %T begins at %v, above %v", lang, o, at, y)
				}
				const rounding = 0.01
				if m := o.MinSize(); o.Size().Height < m.Height-rounding || o.Size().Width < m.Width {
					t.Errorf("%s: %T is %v, needs %v", lang, o, o.Size(), m)
				}
				y = top(o) + o.Size().Height
			}
			for _, b := range visible[*kit.Button](win.Content()) {
				if x := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).X + b.Size().Width; x > least.Width-20 {
					t.Errorf("%s: %q ends at %v of %v", lang, b.Text(), x, least.Width)
				}
			}
		}
	}
}
