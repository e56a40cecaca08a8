package issues

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
	"vedetta/ui/kit"
	"vedetta/ui/kit/kittest"
)

// shown is a screen in a window, and where it led.
type shown struct {
	*Screen
	window   fyne.Window
	filters  []data.Filter
	mentions []data.ID
	replied  []int64
	crises   []int64
}

func show(t *testing.T, d *desk.Desk, lang string, look kit.Look) *shown {
	t.Helper()
	app := test.NewApp()
	theme := kit.NewTheme(look)
	app.Settings().SetTheme(theme)
	s := &shown{window: test.NewWindow(nil)}
	t.Cleanup(s.window.Close)
	env := &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: job.Inline{}, History: &job.History{}, Theme: theme, Window: s.window,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return d.Zone() },
	}
	s.Screen = New(env, d, Ways{
		Inbox:      func(f data.Filter, _ string) { s.filters = append(s.filters, f) },
		Mention:    func(id data.ID) { s.mentions = append(s.mentions, id) },
		ReplyToAll: func(issue int64) { s.replied = append(s.replied, issue) },
		Crisis:     func(issue int64) { s.crises = append(s.crises, issue) },
	})
	s.window.SetContent(container.NewStack(kit.Inset(16, 16, 20, 20, s.Content()), env.Toast, env.Tip))
	s.window.Resize(fyne.NewSize(1024-195, 700))
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

func (s *shown) dialog() fyne.CanvasObject { return s.window.Canvas().Overlays().Top() }

func TestAnEmptyListLeadsToTheFirstIssue(t *testing.T) {
	d, _ := board(t)
	s := show(t, d, "en", kit.LookLight)
	kittest.Press(t, s.instead, "New issue…")
	entry := kittest.All[*kit.SearchEntry](s.dialog())[0]
	kittest.Press(t, s.dialog(), "Make the issue") // without a title: nothing
	entry.SetText("Refunds")
	kittest.Press(t, s.dialog(), "Make the issue")
	if i, ok := s.presenter.Current(); !ok || i.Title != "Refunds" || s.dialog() != nil || !s.detail.root.Visible() {
		t.Fatalf("made %+v", i)
	}
	kittest.Press(t, s.window.Content(), "Undo")
	if s.presenter.Chosen() != 0 || s.detail.root.Visible() {
		t.Error("what was taken back is still shown")
	}
}

func TestTheSeverityFormWantsAReasonForAnotherLevel(t *testing.T) {
	d, ids := board(t)
	id, _, err := d.NewIssue(ctx, "Refunds", ids[:2])
	must(t, err)
	s := show(t, d, "en", kit.LookLight)
	kittest.Press(t, s.Content(), "Severity…")
	f := kittest.All[*kit.Segmented](s.dialog())[0]
	for range 3 {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	kittest.Press(t, s.dialog(), "Store the severity")
	if i, _ := d.Issue(ctx, id); i.Severity != 0 {
		t.Fatalf("stored L%d without a reason", i.Severity)
	}
	kittest.All[*widget.Entry](s.dialog())[0].SetText("It is on TV")
	kittest.Press(t, s.dialog(), "Store the severity")
	if i, _ := d.Issue(ctx, id); i.Severity != 3 || i.Reason != "It is on TV" {
		t.Errorf("stored %+v", i)
	}
	kittest.Press(t, s.Content(), "Crisis room")
	kittest.Press(t, s.Content(), "Reply to all…")
	if len(s.crises) != 1 || len(s.replied) != 1 || s.replied[0] != id {
		t.Errorf("led to %v and %v", s.crises, s.replied)
	}
}

func TestTicksSplitAndRowsOpen(t *testing.T) {
	d, ids := board(t)
	_, _, err := d.NewIssue(ctx, "Refunds", ids[:3])
	must(t, err)
	s := show(t, d, "en", kit.LookLight)
	rows := kittest.All[*mentionRow](s.detail.mentions.root)
	if len(rows) < 3 {
		t.Fatalf("%d rows", len(rows))
	}
	rows[0].tick.SetChecked(true)
	kittest.Press(t, s.Content(), "Split off…")
	kittest.All[*kit.SearchEntry](s.dialog())[0].SetText("Queues")
	kittest.Press(t, s.dialog(), "Split off")
	if i, _ := s.presenter.Current(); i.Title != "Queues" || i.Mentions != 1 {
		t.Errorf("split off %+v", i)
	}
	kittest.All[*kit.Press](s.detail.mentions.root)[0].Tapped(nil)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.mentions) != 1 || s.mentions[0] != ids[0] || len(s.filters) != 1 {
		t.Errorf("opened %v and %v", s.mentions, s.filters)
	}
	s.TypedRune('z')
	if i, _ := s.presenter.Current(); i.Title != "Refunds" || i.Mentions != 3 {
		t.Errorf("taken back %+v", i)
	}
}

func TestMergingDueTimesAndTheTitle(t *testing.T) {
	d, ids := board(t)
	first, _, err := d.NewIssue(ctx, "Refunds", ids[:2])
	must(t, err)
	second, _, err := d.NewIssue(ctx, "Queues", ids[2:3])
	must(t, err)
	s := show(t, d, "en", kit.LookLight)
	s.Show(first)
	kittest.Press(t, s.Content(), "Due…")
	clock := kittest.All[*kit.SearchEntry](s.dialog())[0]
	clock.SetText("later")
	kittest.Press(t, s.dialog(), "Store")
	if s.dialog() == nil {
		t.Fatal("a time that cannot be read was taken")
	}
	clock.SetText("23:15")
	kittest.Press(t, s.dialog(), "Store")
	if i, _ := d.Issue(ctx, first); i.DueAt.In(d.Zone()).Format("15:04") != "23:15" {
		t.Errorf("due %v", i.DueAt)
	}
	s.window.Canvas().Focus(s.detail.title)
	s.detail.title.SetText("Slow refunds")
	s.window.Canvas().Unfocus()
	if i, _ := d.Issue(ctx, first); i.Title != "Slow refunds" {
		t.Errorf("called %q", i.Title)
	}
	kittest.Press(t, s.Content(), "Merge with…")
	kittest.All[*kit.Press](s.dialog())[0].Tapped(nil)
	if i, _ := d.Issue(ctx, second); i.Mentions != 3 || s.presenter.Chosen() != second {
		t.Errorf("merged %+v, shows %d", i, s.presenter.Chosen())
	}
}

func TestWhatIsBeingWrittenStaysWhenSomethingChanges(t *testing.T) {
	d, ids := board(t)
	id, _, err := d.NewIssue(ctx, "Refunds", ids[:2])
	must(t, err)
	s := show(t, d, "en", kit.LookLight)
	s.window.Canvas().Focus(s.detail.title)
	s.detail.title.SetText("Slow ref")
	s.detail.notes.entry.SetText("Called Marta")
	_, err = d.AddToIssue(ctx, ids[3:4], id)
	must(t, err)
	if s.detail.title.Text != "Slow ref" || s.detail.notes.entry.Text != "Called Marta" {
		t.Errorf("title %q, notes %q", s.detail.title.Text, s.detail.notes.entry.Text)
	}
	s.detail.title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if i, _ := d.Issue(ctx, id); s.detail.title.Text != "Refunds" || i.Title != "Refunds" {
		t.Errorf("Escape leaves %q and stores %q", s.detail.title.Text, i.Title)
	}
}

func TestEveryTabIsDrawnInEveryLanguageAndLook(t *testing.T) {
	d, ids := board(t)
	id, _, err := d.NewIssue(ctx, "Rimborsi", ids[:3])
	must(t, err)
	_, err = d.RateIssue(ctx, id, data.SeverityRating{Harm: 3, Spread: 3, Responsibility: 2}, 3, "")
	must(t, err)
	_, err = d.SetIssueDue(ctx, id, now.Add(-time.Hour))
	must(t, err)
	for _, lang := range assets.Languages {
		for _, look := range []kit.Look{kit.LookLight, kit.LookDark} {
			s := show(t, d, lang.Code, look)
			for tab := range s.detail.places {
				s.detail.tabs.SetChosen(tab)
				s.detail.open(tab)
				if picture := s.window.Canvas().Capture(); picture.Bounds().Empty() {
					t.Errorf("%s %s: tab %d is empty", lang.Code, look, tab)
				}
			}
			min := s.Content().MinSize()
			if min.Width > 1024-195-40 || min.Height > 700-32 {
				t.Errorf("%s %s needs %v", lang.Code, look, min)
			}
		}
	}
}
