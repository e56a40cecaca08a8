package ui

import (
	"bytes"
	"context"
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

const export = `Data;Nome;Testo;Fonte
25/11/2026 10:00;Marta R.;Due ore di attesa e nessuna scusa, servizio pessimo;google
24/11/2026 10:00;Giulia B.;La focaccia è fantastica, bravissimi;facebook
23/11/2026 10:00;Paolo V.;Attesa infinita, servizio orribile;google
`

func emptyDesk(t *testing.T) *desk.Desk {
	t.Helper()
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(noon))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func exportFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "recensioni.csv")
	if err := os.WriteFile(path, []byte(export), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func filledDesk(t *testing.T) *desk.Desk {
	t.Helper()
	d := emptyDesk(t)
	if _, err := d.Import(context.Background(), data.Plan{Path: exportFile(t)}, nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForSearch()
	d.WaitForDetectors()
	return d
}

// opened is a started window without a display.
func opened(t *testing.T, d *desk.Desk) *Window {
	t.Helper()
	w := newWindow(test.NewApp(), d, "en", &inOrder{home: goroutine()}, 0)
	w.window.Resize(leastSize)
	w.Start()
	t.Cleanup(func() {
		w.Stop()
		test.NewApp()
	})
	return w
}

// inOrder runs work at once and what is posted meanwhile after it. What other
// goroutines post waits for the test's own: as a real window, it never does two
// things together.
type inOrder struct {
	home   string // the test's goroutine
	mu     sync.Mutex
	depth  int
	posted []func()
}

// goroutine names the one that runs this.
func goroutine() string {
	var stack [32]byte
	name, _, _ := strings.Cut(string(stack[:runtime.Stack(stack[:], false)]), " [")
	return name
}

func (o *inOrder) Do(work job.Work) func() {
	o.enter(1)
	deliver := work(context.Background())
	o.enter(-1)
	if deliver != nil {
		deliver()
	}
	o.drain()
	return func() {}
}

func (o *inOrder) Post(fn func()) {
	o.mu.Lock()
	o.posted = append(o.posted, fn)
	working := o.depth > 0
	o.mu.Unlock()
	if !working && goroutine() == o.home {
		o.drain()
	}
}

func (o *inOrder) enter(by int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.depth += by
}

func (o *inOrder) drain() {
	for {
		o.mu.Lock()
		if o.depth > 0 || len(o.posted) == 0 {
			o.mu.Unlock()
			return
		}
		next := o.posted[0]
		o.posted = o.posted[1:]
		o.mu.Unlock()
		next()
	}
}

// says tells whether a text stands somewhere in the window.
func (w *Window) says(text string) bool {
	for _, o := range test.LaidOutObjects(w.window.Content()) {
		if t, ok := o.(*kit.Text); ok && t.Visible() && strings.Contains(t.Text(), text) {
			return true
		}
	}
	return false
}

// press does what a key of the list does: the canvas of a test takes no
// shortcuts.
func press(t *testing.T, w *Window, key fyne.KeyName, modifier fyne.KeyModifier) {
	t.Helper()
	for _, s := range shortcuts() {
		if s.do != nil && s.key == key && s.modifier == modifier {
			s.do(w)
			return
		}
	}
	t.Fatalf("no shortcut for %v %s", modifier, key)
}

func TestContentStandsBeforeAnythingIsRead(t *testing.T) {
	d := filledDesk(t)
	w := New(test.NewTempApp(t), d, "it", job.Inline{})
	if !w.says("Panoramica") {
		t.Error("the title is missing")
	}
	if len(w.started) != 0 || w.frame.loaded {
		t.Errorf("started %v, frame loaded %v before Start", w.started, w.frame.loaded)
	}
}

func TestGoingAndComingBack(t *testing.T) {
	w := opened(t, filledDesk(t))
	press(t, w, fyne.Key2, control)
	press(t, w, fyne.Key6, control)
	press(t, w, fyne.KeyI, control)
	if w.history.now != Import {
		t.Fatalf("at %s, want import", w.history.now)
	}
	press(t, w, fyne.KeyLeft, fyne.KeyModifierAlt)
	press(t, w, fyne.KeyLeft, fyne.KeyModifierAlt)
	if w.history.now != Inbox || !w.screens[Inbox].Content().Visible() || w.screens[Import].Content().Visible() {
		t.Errorf("at %s, want the inbox and nothing else on screen", w.history.now)
	}
	for range 5 {
		w.Back()
	}
	if w.history.now != Overview {
		t.Errorf("at %s, want overview, where it began", w.history.now)
	}
}

func TestEveryShortcutHasOneMeaningAndASentence(t *testing.T) {
	type combination struct {
		key      fyne.KeyName
		modifier fyne.KeyModifier
	}
	seen := map[combination]string{}
	for _, s := range shortcuts() {
		for _, l := range assets.Languages {
			if !assets.WordsFor(l.Code).Has(s.says) {
				t.Errorf("%s: %s is missing in %s", s.shown, s.says, l.Code)
			}
		}
		c := combination{s.key, s.modifier}
		if other, twice := seen[c]; twice && s.do != nil {
			t.Errorf("%s and %s are the same keys", s.shown, other)
		}
		seen[c] = s.shown
	}
}

func TestTheSheetOfShortcutsOpensByKey(t *testing.T) {
	w := opened(t, filledDesk(t))
	w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	if w.window.Canvas().Overlays().Top() == nil {
		t.Fatal("F1 opened nothing")
	}
	w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.window.Canvas().Overlays().Top() != nil {
		t.Fatal("Escape leaves the sheet open")
	}
	w.window.Canvas().OnTypedRune()('?')
	if w.window.Canvas().Overlays().Top() == nil {
		t.Error("? opened nothing")
	}
}

func TestSearchKeyFindsASearchLine(t *testing.T) {
	for from, at := range map[Place]Place{Overview: Overview, Inbox: Inbox, Settings: Inbox} {
		w := opened(t, filledDesk(t))
		w.Go(from)
		press(t, w, fyne.KeyK, control)
		if w.history.now != at || w.window.Canvas().Focused() == nil {
			t.Errorf("from %s: at %s, focus on %v", from, w.history.now, w.window.Canvas().Focused())
		}
	}
}

func TestDroppedFilesGoToTheImport(t *testing.T) {
	w := opened(t, filledDesk(t))
	web, err := storage.ParseURI("https://example.org/a.csv")
	if err != nil {
		t.Fatal(err)
	}
	w.Dropped([]fyne.URI{web})
	if w.history.now != Overview {
		t.Error("an address of the web was taken for a file")
	}
	w.Dropped([]fyne.URI{storage.NewFileURI(exportFile(t))})
	if w.history.now != Import || !w.says("recensioni.csv") {
		t.Errorf("at %s, the file's name on screen: %v", w.history.now, w.says("recensioni.csv"))
	}
}

func TestFirstStart(t *testing.T) {
	if _, err := fs.Stat(assets.Demo, "demo/files"); err != nil {
		t.Skip("the demo data is not there")
	}
	w := opened(t, emptyDesk(t))
	if !w.shell.welcome.root.Visible() || w.screens[Overview].Content().Visible() {
		t.Fatal("an empty workspace does not welcome")
	}
	w.frame.ImportDemo()
	w.desk.WaitForSearch()
	w.desk.WaitForDetectors()
	w.dispatcher.(*inOrder).drain()
	if w.shell.welcome.root.Visible() || !w.screens[Overview].Content().Visible() {
		t.Error("the overview does not follow the demo's import")
	}
	if !w.says("Forno Aurora") {
		t.Error("the rail does not name the bakery")
	}
}

func TestTheRailFollowsTheWorkspace(t *testing.T) {
	d := filledDesk(t)
	w := opened(t, d)
	if !w.says("3 mentions · offline") || w.frame.Badge() != "2" {
		t.Errorf("badge %q", w.frame.Badge())
	}
	rows, err := d.Page(context.Background(), data.Filter{Labels: []data.Label{data.Negative}}, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SetStatus(context.Background(), []data.ID{rows[0].ID}, data.StatusArchived); err != nil {
		t.Fatal(err)
	}
	if w.frame.Badge() != "1" {
		t.Errorf("badge %q after one was archived", w.frame.Badge())
	}
}

func TestLanguageChangesAtOnceAndStays(t *testing.T) {
	w := opened(t, filledDesk(t))
	w.Go(Settings)
	w.SetLanguage("it")
	if w.history.now != Settings || !w.says("Impostazioni") || w.says("Settings") {
		t.Error("the settings are not in Italian")
	}
	if got := languageOf(w.app.Preferences(), "en"); got != "it" {
		t.Errorf("kept %q for the next start", got)
	}
}

func TestLookChangesAtOnceOnEveryScreen(t *testing.T) {
	w := opened(t, filledDesk(t))
	before := w.picture(Overview)
	w.Go(Settings)
	w.SetLook(kit.LookDark)
	after := w.picture(Overview)
	at := func(p interface{ At(x, y int) color.Color }) color.Color { return p.At(500, 420) } // inside the chart's card
	if at(before) == at(after) {
		t.Error("the chart is as it was in the light")
	}
	if got := lookOf(w.app.Preferences()); got != kit.LookDark {
		t.Errorf("kept %q for the next start", got)
	}
}

func TestPicturesShowEveryScreenInBothLanguagesAndLooks(t *testing.T) {
	if testing.Short() {
		t.Skip("draws twenty windows")
	}
	folder := t.TempDir()
	files, err := Pictures(context.Background(), filledDesk(t), folder)
	if err != nil || len(files) != len(Places)*4 {
		t.Fatalf("%d pictures, error %v", len(files), err)
	}
	seen := map[string]string{}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil || !bytes.HasPrefix(content, []byte("\x89PNG")) {
			t.Fatalf("%s: no picture, error %v", name, err)
		}
		if other, twice := seen[string(content)]; twice {
			t.Errorf("%s is the same as %s", name, other)
		}
		seen[string(content)] = name
	}
}
