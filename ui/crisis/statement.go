package crisis

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/ui/kit"
)

// writing is the dialog in which a statement is written.
type writing struct {
	screen  *Screen
	writing *Writing
	dialog  *form

	title, text        *widget.Entry
	templates, earlier *kit.Button
	ready, publish     *kit.Button
	chips              *fyne.Container
	length             *kit.Chip
	standing           *kit.Para // whether it is saved, or why a remark is made
	shown              []Remark
}

// textRows is how many lines of a statement are in sight.
const textRows = 10

// askStatement opens a statement, or begins one.
func (s *Screen) askStatement(of data.Statement) {
	w := s.env.Words
	d := &writing{screen: s, writing: s.presenter.Write(of), title: widget.NewEntry(), text: widget.NewMultiLineEntry(), chips: kit.Flow(4), standing: kit.NewPara(kit.Caption, "")}
	d.length = kit.NewChip("", kit.TonePlain, nil, nil)
	d.title.SetPlaceHolder(w.Text("room.statement.title"))
	d.title.SetText(d.writing.Statement.Title)
	d.title.OnChanged = d.writing.SetTitle
	d.text.Wrapping = fyne.TextWrapWord
	d.text.SetMinRowsVisible(textRows)
	d.text.SetPlaceHolder(w.Text("room.statement.hint"))
	d.text.SetText(d.writing.Statement.Text)
	d.text.OnChanged = func(text string) { s.env.Tip.Away(); d.writing.SetText(text) }
	d.templates = kit.NewButton(kit.Secondary, w.Text("room.statement.template")+" ▾", d.openTemplates)
	d.earlier = kit.NewButton(kit.Secondary, "", d.openEarlier)
	d.ready = kit.NewButton(kit.Secondary, "", d.setReady)
	d.publish = kit.NewButton(kit.Primary, w.Text("room.statement.publish")+"…", func() { d.dialog.dialog.Hide(); s.askPublish(d.writing) })
	rows := kit.NewDown(8, d.choices(), d.title, d.text, d.chips, d.standing)
	if of.State == data.ReplySent { // what was published stays as it went out
		rows = kit.NewDown(8, kit.NewPara(kit.Caption, s.presenter.PublishedLine(of)), d.title, d.text, d.chips, d.standing)
		d.title.Disable()
		d.text.Disable()
	}
	d.dialog = s.openPage(w.Text("room.statement.write"), rows, d.text, d.buttons()...)
	d.writing.Changed = d.show
	d.show()
}

func (d *writing) choices() fyne.CanvasObject {
	w := d.writing
	var names []string
	for _, k := range Kinds {
		names = append(names, d.screen.presenter.KindName(k))
	}
	kind := kit.NewChoice(names, slices.Index(Kinds[:], w.Statement.Kind), func(n int) { w.SetKind(Kinds[n]) })
	var langs []string
	at := 0
	for n, l := range assets.Languages {
		langs = append(langs, d.screen.env.Words.Language(l.Code))
		if l.Code == w.Statement.Lang {
			at = n
		}
	}
	lang := kit.NewChoice(langs, at, func(n int) { w.SetLang(assets.Languages[n].Code) })
	return kit.Flow(kit.Gap, kind, lang, d.templates, d.earlier)
}

func (d *writing) buttons() []fyne.CanvasObject {
	s := d.screen
	w := s.env.Words
	buttons := []fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("room.statement.copy"), func() {
			fyne.CurrentApp().Clipboard().SetContent(d.writing.Statement.Text)
			s.env.Toast.Say(w.Text("room.done.copied"))
		}),
	}
	of := d.writing.Statement
	if of.State != data.ReplySent {
		buttons = append(buttons, d.ready, d.publish)
	}
	if of.ID != 0 && of.State != data.ReplySent {
		buttons = append(buttons, kit.NewButton(kit.Quiet, w.Text("room.drop"), func() {
			d.dialog.dialog.Hide()
			s.presenter.DropStatement(of.ID)
		}))
	}
	return buttons
}

// show follows what is written; the text of an entry that is typed in stays.
func (d *writing) show() {
	w, of := d.screen.env.Words, d.writing
	if d.text.Text != of.Statement.Text {
		changed := d.text.OnChanged
		d.text.OnChanged = nil
		d.text.SetText(of.Statement.Text)
		d.text.OnChanged = changed
	}
	d.earlier.SetText(w.Count("room.statement.earlier", len(of.Versions)) + " ▾")
	kit.SetShown(d.earlier, len(of.Versions) > 0)
	key := "room.statement.ready"
	if of.Statement.State == data.ReplyReady {
		key = "room.statement.draft"
	}
	d.ready.SetText(w.Text(key))
	d.ready.SetEnabled(!of.Empty())
	d.publish.SetEnabled(!of.Empty())
	said := "room.statement.saved"
	if !of.Saved() {
		said = "room.statement.saving"
	}
	d.standing.SetText(w.Text(said))
	d.showRemarks()
}

func (d *writing) showRemarks() {
	length, over := d.writing.Words()
	tone := kit.TonePlain
	if over {
		tone = kit.ToneNegative
	}
	d.length.Set(kit.ChipText{Text: length, Tone: tone})
	remarks := d.writing.Remarks()
	if slices.Equal(remarks, d.shown) && len(d.chips.Objects) > 0 {
		return
	}
	d.shown = remarks
	d.chips.RemoveAll()
	for _, r := range remarks {
		d.chips.Add(d.remark(r))
	}
	d.chips.Add(d.length)
	if d.dialog != nil {
		d.dialog.fit()
	}
}

// remark is a chip that gives its reason when it is pressed.
func (d *writing) remark(r Remark) fyne.CanvasObject {
	sign, tone := "✓ ", kit.TonePositive
	if !r.Good {
		sign, tone = "! ", kit.ToneWarn
	}
	why := r.Why
	if r.Quote != "" {
		why = d.screen.env.Words.Text("reply.quote", "Quote", kit.Plain(kit.OneLine(r.Quote)), "Why", why)
	}
	return kit.NewChip(sign+r.Text, tone, func() { d.standing.SetText(why); d.dialog.fit() }, nil)
}

func (d *writing) setReady() {
	d.writing.SetReady(d.writing.Statement.State != data.ReplyReady)
}

func (d *writing) openTemplates() {
	var items []*fyne.MenuItem
	for _, t := range d.writing.Templates {
		items = append(items, fyne.NewMenuItem(kit.Plain(t.Name), func() { d.writing.Use(t.Text) }))
	}
	if len(items) > 0 {
		kit.OpenMenu(d.templates, items)
	}
}

func (d *writing) openEarlier() {
	const letters = 60
	var items []*fyne.MenuItem
	for _, v := range d.writing.Versions {
		text := []rune(kit.OneLine(v.Text))
		name := d.screen.presenter.when(v.SavedAt) + " · " + kit.Plain(string(text[:min(letters, len(text))]))
		items = append(items, fyne.NewMenuItem(name, func() { d.writing.Use(v.Text) }))
	}
	kit.OpenMenu(d.earlier, items)
}

// askPublish asks where and when a statement was published, and when the next
// word comes.
func (s *Screen) askPublish(of *Writing) {
	w := s.env.Words
	p := s.presenter
	now := p.desk.Now().In(p.desk.Zone())
	at, next := newMoment(s, now), newMoment(s, p.NextWord(now))
	where, link := widget.NewEntry(), widget.NewEntry()
	where.SetPlaceHolder(w.Text("room.publish.where.hint"))
	where.SetText(of.Statement.Channels)
	link.SetPlaceHolder("https://")
	link.SetText(of.Statement.URL)
	wrong := kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")
	var f *form
	save := kit.NewButton(kit.Primary, w.Text("room.publish.save"), func() {
		sent, ok := at.time()
		if !ok {
			wrong.SetText(w.Text("issues.due.clock"))
			f.fit()
			return
		}
		after, known := next.time()
		if !known {
			after = time.Time{}
		}
		f.dialog.Hide()
		of.Publish(sent, where.Text, link.Text, after)
	})
	label := func(key string) fyne.CanvasObject { return kit.NewText(kit.Muted, w.Text(key)) }
	rows := kit.NewDown(6, kit.NewPara(kit.Body, w.Text("room.publish.hint")), label("room.publish.where"), where,
		label("room.publish.at"), at.rows(), label("room.publish.link"), link, label("room.publish.next"), next.rows(), wrong)
	f = s.open(w.Text("room.publish.title"), container.NewStack(rows), where, save)
}
