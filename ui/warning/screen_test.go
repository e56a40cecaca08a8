package warning

import (
	"slices"
	"strings"
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
	window fyne.Window
	desk   *table
	titles []string
	ways   []string
}

func show(t *testing.T, d *table, on job.Dispatcher, size fyne.Size) *shown {
	t.Helper()
	app := test.NewApp()
	theme := kit.NewTheme(kit.LookLight)
	app.Settings().SetTheme(theme)
	s := &shown{desk: d, window: test.NewWindow(nil)}
	t.Cleanup(s.window.Close)
	env := &kit.Env{
		Words: assets.WordsFor("en"), Dispatcher: on, Theme: theme, Window: s.window,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return d.zone },
	}
	s.Screen = New(env, d, Ways{
		Inbox:     func(_ data.Filter, title string) { s.titles = append(s.titles, title) },
		Back:      func() { s.ways = append(s.ways, "back") },
		Incidents: func() { s.ways = append(s.ways, "incidents") },
	})
	s.window.SetContent(container.NewStack(s.Content(), env.Toast, env.Tip))
	s.window.Resize(size)
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

var small = fyne.NewSize(1024-195, 700)

// press presses the nth button with a text.
func press(t *testing.T, root fyne.CanvasObject, text string, n int) {
	t.Helper()
	for _, b := range kittest.All[*kit.Button](root) {
		if b.Text() == text {
			if n == 0 {
				test.Tap(b)
				return
			}
			n--
		}
	}
	t.Fatalf("there is no such button: %s", text)
}

func (s *shown) overlay(t *testing.T) fyne.CanvasObject {
	t.Helper()
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog is open")
	}
	return top
}

func TestADateOfATrialIsPressed(t *testing.T) {
	s := show(t, rich(), job.Inline{}, small)
	press(t, s.root, "Try on my history", 2)
	rows := kittest.All[*kit.Press](s.sensitivity.trial.list)
	if len(rows) != listedFirst {
		t.Fatalf("%d dates are listed", len(rows))
	}
	test.Tap(rows[0])
	rows[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Equal(s.titles, []string{"13 November 2026 · Google review", "23 October 2026 · Google review"}) {
		t.Errorf("opened %q", s.titles)
	}
	press(t, s.root, "Show 2 more", 0)
	if rows := kittest.All[*kit.Press](s.sensitivity.trial.list); len(rows) != 8 {
		t.Errorf("%d dates after asking for more", len(rows))
	}
	press(t, s.sensitivity.trial.root, "Close", 0)
	if s.sensitivity.trial.root.Visible() {
		t.Error("still open")
	}
}

func TestATrialCanBeStopped(t *testing.T) {
	slow := &held{}
	s := show(t, rich(), slow, small)
	slow.run()
	press(t, s.root, "Try", 2)
	if row := s.rules.rows[1]; !row.trial.progress.Visible() || !row.try.Disabled() {
		t.Error("no progress is shown")
	}
	press(t, s.root, "Stop", 0)
	slow.run()
	if row := s.rules.rows[1]; row.trial.root.Visible() || row.try.Disabled() {
		t.Error("the stopped trial is still shown")
	}
}

func TestARuleIsAddedAndTried(t *testing.T) {
	s := show(t, rich(), job.Inline{}, small)
	press(t, s.root, "Add a rule…", 0)
	dialog := s.overlay(t)
	press(t, dialog, "Save", 0)
	if !slices.ContainsFunc(kittest.All[*kit.Para](dialog), func(p *kit.Para) bool { return p.Visible() }) || len(s.desk.set.Rules) != 3 {
		t.Fatal("a rule without a name is taken")
	}
	entries := kittest.All[*entry](dialog)
	entries[0].SetText("Attese")
	entries[1].SetText("attesa OR coda")
	press(t, dialog, "Save and try", 0)
	if s.window.Canvas().Overlays().Top() != nil || len(s.desk.set.Rules) != 4 || !slices.Equal(s.desk.tests, []Subject{{Rule: 101}}) {
		t.Errorf("rules %+v, tests %v", s.desk.set.Rules, s.desk.tests)
	}
}

func TestTheKindOfARuleDecidesWhatIsAsked(t *testing.T) {
	s := show(t, rich(), job.Inline{}, small)
	for kind, want := range map[data.RuleKind]int{data.CountRule: 3, data.ShareRule: 4, data.ReachRule: 3} {
		draft := s.presenter.NewRule()
		draft.Kind = kind
		s.rules.ask(draft)
		if got := len(kittest.All[*entry](s.overlay(t))); got != want {
			t.Errorf("%s: %d fields, want %d", kind, got, want)
		}
		press(t, s.overlay(t), "Cancel", 0)
	}
}

func TestAFormFitsTheSmallestWindowWithAllThatIsWrong(t *testing.T) {
	s := show(t, rich(), job.Inline{}, fyne.NewSize(1024, 700))
	draft := s.presenter.NewRule()
	draft.Kind, draft.Query, draft.Count, draft.Share = data.ShareRule, "is:angry", "x", "200"
	f := s.rules.ask(draft)
	f.save(false)
	f.say(FieldSaved, strings.Repeat("The disk is full. ", 6))
	if h := f.dialog.MinSize().Height; h > 690 {
		t.Errorf("the form is %v high", h)
	}
}

func TestARuleIsSwitchedAndDeletedAndBroughtBack(t *testing.T) {
	s := show(t, rich(), job.Inline{}, small)
	check := kittest.All[*widget.Check](s.rules.root)[0]
	s.window.Canvas().Focus(check)
	check.TypedRune(' ')
	if s.window.Canvas().Focused() != fyne.Focusable(check) {
		t.Error("the tick has lost the focus")
	}
	if s.desk.set.Rules[2].ID != 3 || s.desk.set.Rules[2].On {
		t.Errorf("rules %+v", s.desk.set.Rules)
	}
	press(t, s.rules.root, "Delete", 0)
	if len(s.rules.rows) != 2 {
		t.Fatalf("%d rows", len(s.rules.rows))
	}
	press(t, s.env.Toast, "Undo", 0)
	if len(s.rules.rows) != 3 {
		t.Errorf("%d rows after it was brought back", len(s.rules.rows))
	}
}

func TestDaysAndTopicsAreAdded(t *testing.T) {
	s := show(t, newTable(), job.Inline{}, small)
	press(t, s.root, "Add days…", 0)
	press(t, s.overlay(t), "Add", 0)
	press(t, s.root, "Add a topic…", 0)
	entries := kittest.All[*entry](s.overlay(t))
	entries[0].SetText("Consegne")
	entries[1].SetText("consegna")
	entries[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.desk.set.Expected) != 1 || len(s.desk.set.Topics) != 1 {
		t.Errorf("set %+v", s.desk.set)
	}
	test.Tap(kittest.All[*kit.Press](s.topics.list)[0])
	if !slices.Equal(s.titles, []string{"Consegne"}) {
		t.Errorf("opened %q", s.titles)
	}
}

func TestRowsThatStayAsTheyWereKeepTheFocus(t *testing.T) {
	s := show(t, rich(), job.Inline{}, small)
	before := []fyne.CanvasObject{s.topics.list.Objects[0], s.calendar.list.Objects[0], s.rules.list.Objects[0]}
	s.desk.events.IncidentsChanged.Fire(struct{}{})
	after := []fyne.CanvasObject{s.topics.list.Objects[0], s.calendar.list.Objects[0], s.rules.list.Objects[0]}
	if !slices.Equal(before, after) {
		t.Error("rows were made anew though nothing changed")
	}
}

func TestAFailureStandsAboveWhatWasThere(t *testing.T) {
	d := rich()
	s := show(t, d, job.Inline{}, small)
	d.err = data.Errorf(data.ErrDiskFull, "full")
	press(t, s.root, "Choose", 0)
	if !s.errors.Visible() || !s.cards.Visible() {
		t.Errorf("error shown: %v, cards shown: %v", s.errors.Visible(), s.cards.Visible())
	}
	d.err = nil
	press(t, s.errors, "Try again", 0)
	if s.errors.Visible() || d.set.Sensitivity != data.Calm {
		t.Errorf("after trying again: error shown %v, sensitivity %s", s.errors.Visible(), d.set.Sensitivity)
	}
}

func TestTheWaysOut(t *testing.T) {
	s := show(t, rich(), job.Inline{}, small)
	press(t, s.root, "Incidents", 0)
	press(t, s.root, "Back", 0)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !slices.Equal(s.ways, []string{"incidents", "back", "back"}) {
		t.Errorf("led to %q", s.ways)
	}
}

func TestNothingIsClaimedBeforeAnythingIsKnown(t *testing.T) {
	s := show(t, newTable(), &held{}, small)
	if s.cards.Visible() || !s.busy.Visible() {
		t.Error("cards are shown before what is set is known")
	}
}
