package importer

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// manualForm is where the person types a mention in.
type manualForm struct {
	env       *kit.Env
	presenter *Presenter
	text      *formEntry
	url       *formEntry
	author    *formEntry
	source    *formEntry
	day       *widget.DateEntry
	clock     *formEntry
	rating    *kit.Choice
	stars     int
	file      *kit.Text
	path      string
	wrong     *kit.Para
	dialog    *dialog.CustomDialog
}

// AddMention asks for a mention that is in no export.
func (s *Screen) AddMention() {
	f := &manualForm{env: s.env, presenter: s.presenter}
	f.make()
	w := s.env.Words
	f.dialog = dialog.NewCustomWithoutButtons(w.Text("importer.manual.title"), kit.Sized(600, 0, kit.Inset(0, 10, 0, 0, f.content())), s.env.Window)
	f.dialog.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("importer.cancel"), f.dialog.Hide),
		kit.NewButton(kit.Primary, w.Text("importer.manual.add"), f.add),
	})
	f.dialog.Show()
	s.env.Window.Canvas().Focus(f.text)
}

func (f *manualForm) make() {
	w := f.env.Words
	f.text = f.entry(w.Text("importer.manual.text.hint"))
	f.text.MultiLine, f.text.Wrapping = true, fyne.TextWrapWord
	f.text.SetMinRowsVisible(5)
	f.url, f.author = f.entry("https://"), f.entry("")
	f.source, f.clock = f.entry(w.Text("importer.source.hint")), f.entry("")
	now := f.presenter.Now().In(f.presenter.Zone())
	f.day = widget.NewDateEntry()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	f.day.SetDate(&today)
	f.clock.SetText(w.Clock(now, f.presenter.Zone()))
	names := []string{w.Text("importer.manual.unrated")}
	for n := 1; n <= 5; n++ {
		names = append(names, strings.Repeat("★", n)+strings.Repeat("☆", 5-n))
	}
	f.rating = kit.NewChoice(names, 0, func(n int) { f.stars = n })
	f.file = kit.NewLine(kit.Muted, w.Text("importer.manual.no_file"))
	f.wrong = kit.NewPara(kit.Body.In(kit.ColorNegativeText), "")
	f.wrong.Hide()
}

func (f *manualForm) content() fyne.CanvasObject {
	w := f.env.Words
	line := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewDown(2, kit.NewText(kit.Muted, w.Text(key)), o)
	}
	half := []float32{1, 1}
	pick := kit.NewSmallButton(kit.Secondary, w.Text("importer.manual.pick"), f.pick)
	return kit.NewDown(10,
		line("importer.manual.text", f.text),
		line("importer.manual.url", f.url),
		kit.Columns(kit.Edge, half, line("importer.manual.author", f.author), line("importer.manual.source", f.source)),
		kit.Columns(kit.Edge, []float32{2, 1, 2}, line("importer.manual.day", f.day), line("importer.manual.clock", f.clock),
			line("importer.manual.rating", f.rating)),
		line("importer.manual.screenshot", kit.Between(kit.Gap, nil, f.file, pick)),
		f.wrong)
}

// pick asks for the screenshot.
func (f *manualForm) pick() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		defer r.Close()
		f.env.KeepFolder(r.URI())
		f.path = r.URI().Path()
		f.file.SetText(kit.Plain(r.URI().Name()))
	}, f.env.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg", ".webp", ".pdf"}))
	kit.ShowFiles(f.env, d)
}

func (f *manualForm) add() {
	t := Typed{
		Text: f.text.Text, URL: f.url.Text, Author: f.author.Text, Source: f.source.Text,
		Clock: f.clock.Text, Rating: f.stars, Screenshot: f.path,
	}
	if f.day.Date != nil {
		t.Day = *f.day.Date
	}
	f.presenter.AddMention(t, func(wrong string) {
		if wrong == "" {
			f.dialog.Hide()
			return
		}
		f.wrong.SetText(kit.Plain(wrong))
		f.wrong.Show()
		f.dialog.Refresh()
		if strings.TrimSpace(f.text.Text) == "" {
			f.env.Window.Canvas().Focus(f.text)
		}
	})
}

// formEntry is a field of the form. Tab leads on to the next one, also from a
// text of several lines; Escape closes the form.
type formEntry struct {
	widget.Entry
	onEscape func()
}

func (f *manualForm) entry(hint string) *formEntry {
	e := &formEntry{onEscape: func() { f.dialog.Hide() }}
	e.PlaceHolder = hint
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab leaves Tab to the way through the form.
func (e *formEntry) AcceptsTab() bool { return false }

// TypedKey handles Escape.
func (e *formEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.onEscape()
		return
	}
	e.Entry.TypedKey(k)
}
