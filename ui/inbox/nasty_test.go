package inbox

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// nasty are mentions as somebody with bad intentions, or a bad exporter, would
// write them: name, author, text, address, source.
var nasty = []struct{ name, author, text, url, source string }{
	{"ten thousand letters", "Marta", strings.Repeat("Due ore di attesa. ", 527), "https://example.org/1", "google"},
	{"five thousand without a blank", strings.Repeat("M", 5000), strings.Repeat("a", 5000), "https://example.org/" + strings.Repeat("x", 3000), "google"},
	{"turned direction", "Marta\u202e.R atraM", "abc \u202efed\u202c \u2067ghi\u2069 \u200fx\u061cy", "https://example.org/\u202egpj.exe", "goo\u202egle"},
	{"piled marks", "Z\u0335\u0321\u0322\u0323\u0324\u0325\u0326\u0327\u0328" + strings.Repeat("\u0300", 200), strings.Repeat("a"+strings.Repeat("\u0301\u0316", 60), 40), "", "google"},
	{"emoji only", "🍞👨\u200d👩\u200d👧", strings.Repeat("😡🏳️\u200d🌈👍🏽", 60), "", "instagram"},
	{"markup and script", "<b>Marta</b>", `<script>alert(1)</script><img src="https://example.org/x.png" onerror=x><a href="https://example.org">qui</a>`, "javascript:alert(1)", "blog"},
	{"markdown", "**Marta**", "# Titolo\n![foto](https://example.org/x.png) [qui](https://example.org) `x` | a | b |\n\n- uno", "", "blog"},
	{"a formula for a name", "=cmd|' /C calc'!A0", "Pessimo, mai più", "", "google"},
	{"line ends of all kinds", "Mar\nta", "uno\r\ndue\u2028tre\u2029quattro\vcinque\x00sei", "", "blog"},
	{"right to left", "שלום", "שירות גרוע מאוד, לעולם לא אחזור", "", "google"},
	{"a source of a thousand letters", "Luca", "Attesa infinita", "", strings.Repeat("fonte", 200)},
}

// nastyDesk is a workspace with all of them, from a file.
func nastyDesk(t *testing.T) *desk.Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "brutte.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewWriter(f)
	_ = w.Write([]string{"data", "autore", "testo", "link", "fonte"})
	for i, n := range nasty {
		at := noon.Add(-time.Duration(i) * time.Hour).Format(time.DateTime)
		_ = w.Write([]string{at, n.author, n.text, n.url, n.source})
	}
	w.Flush()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(noon))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.Import(context.Background(), data.Plan{Path: path}, nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForSearch()
	return d
}

// inSmallest is the inbox as the smallest window shows it.
func inSmallest(t testing.TB, d Desk) (*Screen, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	theme := kit.NewTheme(kit.LookLight)
	fyne.CurrentApp().Settings().SetTheme(theme)
	w := test.NewTempWindow(t, kit.NewText(kit.Body, ""))
	env := &kit.Env{Words: assets.WordsFor("it"), Dispatcher: job.Inline{}, Theme: theme, Window: w, Toast: kit.NewToast(), History: &job.History{}}
	s := New(env, d, Ways{})
	s.presenter.pauses = pauses{}
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(1024-235, 660))
	s.Start()
	t.Cleanup(s.Stop)
	s.focusList()
	return s, w
}

func TestNastyMentionsAreShownPlainAndWithinTheirColumn(t *testing.T) {
	s, w := inSmallest(t, nastyDesk(t))
	if s.presenter.Len() != len(nasty) {
		t.Fatalf("%d of %d came in", s.presenter.Len(), len(nasty))
	}
	for i := range s.presenter.Len() {
		s.presenter.ChooseAt(i)
		s.detail.allText = true
		s.detail.show()
		w.Canvas().Capture()
		m, _ := s.presenter.Detail()
		name := nasty[i].name
		if m.Text == "" {
			t.Errorf("%s: no text", name)
		}
		checkPlain(t, name, s.Content())
		for _, pane := range []fyne.CanvasObject{s.detail.column, s.list, s.side.root, s.reply.root} {
			checkWithin(t, name, pane)
		}
	}
}

// checkPlain finds what only deceives, and whatever is more than text.
func checkPlain(t *testing.T, name string, root fyne.CanvasObject) {
	t.Helper()
	walk(root, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Hyperlink, *canvas.Image:
			if _, ok := o.(*canvas.Image); !ok || o.(*canvas.Image).File != "" {
				t.Errorf("%s: a %T is shown", name, o)
			}
		case *canvas.Text:
			marks := 0
			for _, r := range o.Text {
				if marks++; !unicode.Is(unicode.Mn, r) {
					marks = 0
				}
				if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || marks > 8 {
					t.Errorf("%s: %q stands in %.60q", name, r, o.Text)
					return
				}
			}
		}
	})
}

// checkWithin finds text that goes beyond the right edge of a pane.
func checkWithin(t *testing.T, name string, pane fyne.CanvasObject) {
	t.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	edge := at(pane).X + pane.Size().Width + 1
	walk(pane, func(o fyne.CanvasObject) {
		text, ok := o.(*canvas.Text)
		if !ok || text.Text == "" || text.Alignment == fyne.TextAlignTrailing {
			return
		}
		if right := at(text).X + text.MinSize().Width; right > edge {
			t.Errorf("%s: %.40q ends at %.0f, its column at %.0f", name, text.Text, right, edge)
		}
	})
}

// walk visits all that can be seen.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, each := range o.Objects {
			walk(each, visit)
		}
	case fyne.Widget:
		for _, each := range test.WidgetRenderer(o).Objects() {
			walk(each, visit)
		}
	}
}

func TestAFormulaForANameIsShownAsItIs(t *testing.T) {
	s, _ := inSmallest(t, nastyDesk(t))
	s.presenter.SetQuery("Pessimo")
	if got := s.detail.author.Text(); got != "=cmd|' /C calc'!A0" {
		t.Errorf("shown as %q", got)
	}
	path := filepath.Join(t.TempDir(), "fuori.csv")
	if _, err := s.presenter.desk.(*desk.Desk).Export(context.Background(), data.Filter{}, path, assets.WordsFor("it"), nil); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(content), ",=cmd") || !strings.Contains(string(content), "'=cmd") {
		t.Errorf("a spreadsheet would run the name; error %v", err)
	}
}

func TestAnAddressThatIsNoneOfTheWebIsNotOpened(t *testing.T) {
	s, w := inSmallest(t, nastyDesk(t))
	s.presenter.SetQuery("alert")
	s.presenter.Open()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a script is offered for opening")
	}
}
