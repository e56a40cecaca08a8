package incidents

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
	"vedetta/ui/kit/kittest"
)

// shown is a screen in a window, and where it led.
type shown struct {
	*Screen
	window   fyne.Window
	desk     *table
	titles   []string
	filters  []data.Filter
	mentions []data.ID
	ways     []string
}

func show(t *testing.T, d *table, on job.Dispatcher, lang string, look kit.Look, size fyne.Size) *shown {
	t.Helper()
	app := test.NewApp()
	theme := kit.NewTheme(look)
	app.Settings().SetTheme(theme)
	s := &shown{desk: d, window: test.NewWindow(nil)}
	t.Cleanup(s.window.Close)
	env := &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: on, History: &job.History{}, Theme: theme, Window: s.window,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return d.zone },
	}
	s.Screen = New(env, d, Ways{
		Inbox: func(f data.Filter, title string) {
			s.filters, s.titles = append(s.filters, f), append(s.titles, title)
		},
		Mention: func(id data.ID) { s.mentions = append(s.mentions, id) },
		Back:    func() { s.ways = append(s.ways, "back") },
		Warning: func() { s.ways = append(s.ways, "warning") },
		Issue:   func(id int64) { s.ways = append(s.ways, fmt.Sprintf("issue %d", id)) },
	})
	s.window.SetContent(container.NewStack(kit.Inset(16, 16, 20, 20, s.Content()), env.Toast, env.Tip))
	s.window.Resize(size)
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

var small = fyne.NewSize(1024-195, 700)

func english(t *testing.T, d *table, on job.Dispatcher) *shown {
	t.Helper()
	return show(t, d, on, "en", kit.LookLight, small)
}

func TestEverythingThatDrivesItCanBePressed(t *testing.T) {
	s := english(t, rich(), job.Inline{})
	for _, p := range kittest.All[*kit.Press](s.why.root) {
		p.Tapped(nil)
	}
	if len(s.titles) != 5+3+2+4+1 || len(s.mentions) != 4 {
		t.Errorf("opened %q and %d mentions", s.titles, len(s.mentions))
	}
}

func TestKeysMoveJudgeAndOpen(t *testing.T) {
	s := english(t, rich(), job.Inline{})
	key := func(name fyne.KeyName) { s.TypedKey(&fyne.KeyEvent{Name: name}) }
	s.TypedRune('j')
	key(fyne.KeyDown)
	s.TypedRune('k')
	if s.presenter.Chosen() != 4 {
		t.Fatalf("chosen %d", s.presenter.Chosen())
	}
	s.TypedRune('u')
	key(fyne.KeyReturn)
	if s.desk.incidents[1].Verdict != data.Useful || len(s.titles) != 1 {
		t.Errorf("verdict %q, opened %q", s.desk.incidents[1].Verdict, s.titles)
	}
	s.TypedRune('n')
	if s.desk.incidents[1].Verdict != data.NotCrisis {
		t.Errorf("verdict %q", s.desk.incidents[1].Verdict)
	}
	key(fyne.KeyEnd)
	key(fyne.KeyHome)
	key(fyne.KeyUp)
	key(fyne.KeyEscape)
	if s.presenter.Chosen() != 5 || len(s.ways) != 1 || s.ways[0] != "back" {
		t.Errorf("chosen %d, went %q", s.presenter.Chosen(), s.ways)
	}
}

func TestTheChosenRowIsInSight(t *testing.T) {
	d := rich()
	for n := range 30 {
		i := quiet()
		i.ID = int64(100 + n)
		d.incidents = append(d.incidents, i)
	}
	s := english(t, d, job.Inline{})
	driver := fyne.CurrentApp().Driver()
	for range 34 {
		s.TypedRune('j')
		row := s.list.panels[indexOf(s.list.entries, s.presenter.Chosen())]
		top := driver.AbsolutePositionForObject(row).Y - driver.AbsolutePositionForObject(s.list.column).Y
		if top < -1 || top+row.Size().Height > s.list.column.Size().Height+1 {
			t.Fatalf("the row of %d stands at %v of %v", s.presenter.Chosen(), top, s.list.column.Size().Height)
		}
	}
}

func indexOf(entries []Entry, id int64) int {
	for n, e := range entries {
		if e.ID == id {
			return n
		}
	}
	return -1
}

func TestButtonsJudgeAndCanBeTakenBack(t *testing.T) {
	s := english(t, rich(), job.Inline{})
	kittest.Press(t, s.Content(), "Not a crisis")
	kittest.Press(t, s.Content(), "✓ Not a crisis")
	kittest.Press(t, s.window.Content(), "Undo")
	if got := s.desk.incidents[0].Verdict; got != data.NotCrisis {
		t.Errorf("verdict %q", got)
	}
}

func TestTheFocusStaysOnAButtonThatJudges(t *testing.T) {
	s := english(t, rich(), job.Inline{})
	s.window.Canvas().Focus(s.detail.useful)
	s.detail.useful.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if s.window.Canvas().Focused() != s.detail.useful {
		t.Error("the focus went elsewhere")
	}
	row := kittest.All[*kit.Press](s.why.root)[0]
	s.window.Canvas().Focus(row)
	s.desk.events.IncidentsChanged.Fire(struct{}{})
	if kittest.All[*kit.Press](s.why.root)[0] != row {
		t.Error("what drives it was made anew without need")
	}
}

func TestTheFormStoresWhatIsExpected(t *testing.T) {
	s := english(t, rich(), job.Inline{})
	kittest.Press(t, s.Content(), "Expected…")
	form := s.window.Canvas().Overlays().Top()
	note := kittest.All[*noteEntry](form)[0]
	note.SetText("Fair")
	kittest.All[*widget.Check](form)[0].SetChecked(true)
	kittest.All[*kit.Segmented](form)[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	kittest.Press(t, form, "Expect it")
	if got := s.desk.expected; len(got) != 1 || got[0].Note != "Fair" || !got[0].Mute || got[0].Period.Length() != 4*24*time.Hour {
		t.Errorf("stored %+v", got)
	}
	kittest.Press(t, s.window.Content(), "Change…")
	if len(s.ways) != 1 || s.ways[0] != "warning" {
		t.Errorf("went %q", s.ways)
	}
}

func TestTheFormTakesNoDayBeforeTheIncident(t *testing.T) {
	s := english(t, rich(), job.Inline{})
	kittest.Press(t, s.Content(), "Expected…")
	form := s.window.Canvas().Overlays().Top()
	for range 3 {
		kittest.All[*kit.Segmented](form)[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	day := kittest.All[*widget.DateEntry](form)
	if len(day) != 1 {
		t.Fatal("there is no field for the day")
	}
	early := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	day[0].SetDate(&early)
	day[0].OnChanged(&early)
	kittest.Press(t, form, "Expect it")
	kittest.All[*noteEntry](form)[0].OnSubmitted("")
	if len(s.desk.expected) != 0 {
		t.Errorf("stored %+v", s.desk.expected)
	}
	kittest.All[*noteEntry](form)[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if top := s.window.Canvas().Overlays().Top(); top != nil {
		t.Error("Escape does not close the form")
	}
}

func TestAnEmptyHistorySaysWhatToDo(t *testing.T) {
	d := newTable()
	s := english(t, d, job.Inline{})
	kittest.Press(t, s.instead, "Early warning…")
	if len(s.ways) != 1 || s.both.Visible() {
		t.Errorf("went %q", s.ways)
	}
	d.situation.Days = 0
	d.events.IncidentsChanged.Fire(struct{}{})
	if len(kittest.All[*kit.Button](s.instead)) != 0 {
		t.Error("a workspace without history leads to early warning")
	}
	d.incidents = rich().incidents
	d.events.IncidentsChanged.Fire(struct{}{})
	if !s.both.Visible() || len(s.instead.Objects) != 0 {
		t.Error("the first incident is not shown")
	}
}

func TestASlowSearchCanBeStopped(t *testing.T) {
	on := &held{}
	s := english(t, rich(), on)
	on.run()
	kittest.Press(t, s.why.root, "Cancel")
	kittest.Press(t, s.why.root, "Look for it")
	on.run()
	if len(kittest.All[*kit.Press](s.why.root)) == 0 {
		t.Error("what drives it is not shown")
	}
}

func TestNothingIsCutInNarrowWindows(t *testing.T) {
	for _, lang := range assets.Languages {
		s := show(t, rich(), job.Inline{}, lang.Code, kit.LookDark, small)
		if least := s.Content().MinSize(); least.Width > small.Width-40 {
			t.Errorf("%s: needs a width of %v", lang.Code, least.Width)
		}
	}
}
