package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// detailPane shows one mention in full and what the person did with it.
type detailPane struct {
	env       *kit.Env
	presenter *Presenter
	leave     func()
	issue     func() *kit.Button
	snoozing  func() []*fyne.MenuItem

	shown    data.ID
	allText  bool // the person asked for all of a long text
	author   *kit.Text
	facts    *kit.Para
	actions  *fyne.Container
	title    *widget.Label
	text     *fyne.Container // pieces of the text
	more     *kit.Button
	chips    *fyne.Container
	pressing *kit.Para // what the priority follows from
	tagging  *tagField
	why      *whySection
	note     *noteEntry
	rest     *fyne.Container // engagement and replies
	alike    *alikeSection
	origin   *evidenceSection
	column   *kit.Column
	none     fyne.CanvasObject
	root     *fyne.Container
}

func newDetailPane(env *kit.Env, p *Presenter, s *Screen) *detailPane {
	d := &detailPane{
		env: env, presenter: p, leave: s.focusList, issue: s.issueButton, snoozing: s.snoozeItems,
		author: kit.NewLine(kit.Strong, ""), facts: kit.NewPara(kit.Caption, ""), actions: kit.Row(6),
		title: widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		text:  kit.NewDown(0),
		chips: kit.Flow(4), pressing: kit.NewPara(kit.Caption, ""), why: newWhySection(env, p), rest: kit.NewDown(8),
	}
	d.title.Wrapping = fyne.TextWrapWord
	d.more = kit.NewSmallButton(kit.Secondary, "", func() { d.allText = true; d.show() })
	d.tagging = newTagField(env, p, d.tagged)
	d.note = newNoteEntry(env.Words.Text("inbox.note.hint"), s.focusList)
	d.origin = newEvidenceSection(env, p.desk, p.desk.Zone, p.failed, func() { d.column.Fit() })
	d.alike = newAlikeSection(p, func() { d.column.Fit() })
	d.column = kit.NewColumn(8,
		kit.Between(kit.Gap, nil, kit.NewPress(d.author, s.showAuthor), d.actions),
		d.facts, quote(kit.NewDown(4, d.title, d.text)), d.more,
		d.chips, d.tagging.root, d.pressing, d.why.root, d.alike.root,
		kit.NewText(kit.Strong, env.Words.Text("inbox.note")), d.note, d.rest, d.origin.root)
	d.none = container.NewCenter(kit.NewText(kit.Muted, env.Words.Text("inbox.no_detail")))
	d.root = container.NewStack(d.none, d.column)
	d.column.Hide()
	return d
}

// show brings the pane up to date.
func (d *detailPane) show() {
	m, ok := d.presenter.Detail()
	if !ok {
		d.shown = 0
		d.column.Hide()
		d.none.Show()
		return
	}
	fresh := m.ID != d.shown
	if fresh {
		d.shown, d.allText = m.ID, false
		d.tagging.close()
	}
	d.showEvidence(m)
	d.showWork(m, fresh)
	d.showRest(m)
	d.alike.show(m.ID)
	d.origin.show(m.ID)
	d.none.Hide()
	d.column.Show()
	d.column.Fit()
	if fresh {
		d.column.ToTop()
	}
}

func (d *detailPane) showEvidence(m data.Detail) {
	w := d.env.Words
	d.author.SetText(kit.Plain(kit.OneLine(m.Author.Shown())))
	d.facts.SetText(d.presenter.Facts(m))
	d.title.SetText(kit.Plain(kit.OneLine(m.Title)))
	d.title.Hidden = m.Title == ""
	pieces := Pieces(m.Text)
	d.more.Hidden = len(pieces) < 2 || d.allText
	d.more.SetText(w.Text("inbox.text.all", "Count", w.Number(int64(len([]rune(m.Text))))))
	if !d.allText {
		pieces = pieces[:min(1, len(pieces))]
	}
	d.text.RemoveAll()
	for _, piece := range pieces {
		d.text.Add(paragraph(piece, kit.RightToLeft(m.Text)))
	}
	d.why.show(m)
}

// showWork shows what the person can change: actions, chips and note.
func (d *detailPane) showWork(m data.Detail, fresh bool) {
	w, p := d.env.Words, d.presenter
	d.actions.RemoveAll()
	if m.URL != "" {
		d.actions.Add(kit.NewButton(kit.Secondary, w.Text("inbox.open_link")+" ↗", p.Open))
	}
	star := "☆"
	if m.Starred {
		star = "★"
	}
	d.actions.Add(d.issue())
	d.actions.Add(kit.NewButton(kit.Secondary, star, p.ToggleStar))
	d.chips.RemoveAll()
	d.chips.Add(d.labelChoice(m))
	d.chips.Add(d.statusChoice(m.Status))
	d.chips.Add(d.priorityChoice(m))
	d.chips.Add(d.snoozeChoice(m))
	d.pressing.SetText(p.PriorityWords())
	if m.Lang != "" {
		d.chips.Add(kit.NewChip(w.Language(m.Lang), kit.TonePlain, nil, nil))
	}
	for _, tag := range m.Tags {
		d.chips.Add(kit.NewChip(kit.Plain(kit.OneLine(tag)), kit.TonePlain, nil, func() { p.RemoveTag(tag) }))
	}
	d.chips.Add(kit.NewChip(w.Text("inbox.tag.add"), kit.ToneAccent, d.askTag, nil))
	if fresh || !d.note.focused {
		d.note.save = nil
		d.note.SetText(m.Note)
		d.note.save = func(text string) { p.SetNote(m.ID, text) }
	}
}

func (d *detailPane) statusChoice(now data.Status) fyne.CanvasObject {
	var items []*fyne.MenuItem
	for _, s := range data.Statuses {
		items = append(items, fyne.NewMenuItem(d.env.Words.Status(s), func() { d.presenter.SetStatus(s) }))
	}
	return menuChip(d.env.Words.Status(now), kit.TonePlain, items)
}

// priorityChoice is the priority given by hand; what it does is explained
// beside it.
func (d *detailPane) priorityChoice(m data.Detail) fyne.CanvasObject {
	tone := kit.TonePlain
	if m.Priority > 0 {
		tone = kit.ToneWarn
	}
	c := menuChip(d.presenter.ByHand(m.Priority), tone, priorityItems(d.presenter))
	c.Explain(d.env.Tip, d.presenter.PriorityWhy())
	return c
}

// snoozeChoice puts the mention off, or says until when it is.
func (d *detailPane) snoozeChoice(m data.Detail) fyne.CanvasObject {
	text, tone := d.presenter.SnoozedUntil(m), kit.ToneAccent
	if text == "" {
		text, tone = d.env.Words.Text("list.snooze"), kit.TonePlain
	}
	return menuChip(text, tone, d.snoozing())
}

// labelChoice is the label with how sure it is; the last choice leaves it to
// the classifier.
func (d *detailPane) labelChoice(m data.Detail) fyne.CanvasObject {
	var items []*fyne.MenuItem
	for _, l := range data.Labels {
		items = append(items, fyne.NewMenuItem(d.env.Words.Label(l), func() { d.presenter.SetLabel(l) }))
	}
	items = append(items, fyne.NewMenuItem(d.env.Words.Text("inbox.label.automatic"), d.presenter.ResetLabel))
	return menuChip(d.presenter.LabelWords(m), kit.ToneOf(m.Label), items)
}

func (d *detailPane) askTag() {
	if d.shown == 0 {
		return
	}
	d.tagging.open()
	d.column.Fit()
	d.env.Window.Canvas().Focus(d.tagging.entry)
}

func (d *detailPane) tagged() {
	d.column.Fit()
	d.leave()
}

// showRest shows engagement with its history, and our answers.
func (d *detailPane) showRest(m data.Detail) {
	w, p := d.env.Words, d.presenter
	d.rest.RemoveAll()
	if line := p.Engagement(m.Engagement); line != "" {
		d.rest.Add(kit.NewText(kit.Strong, w.Text("inbox.engagement")))
		d.rest.Add(kit.NewPara(kit.Body, line))
	}
	for _, s := range p.OldSnapshots(m) {
		d.rest.Add(kit.NewPara(kit.Caption, s))
	}
	replies := p.SentReplies(m)
	if len(replies) > 0 {
		d.rest.Add(kit.NewText(kit.Strong, w.Text("inbox.replies")))
	}
	for _, r := range replies {
		d.rest.Add(quote(kit.NewDown(0, paragraph(r.Text, kit.RightToLeft(r.Text)), kit.Inset(0, 6, 8, 8, kit.NewPara(kit.Caption, p.ReplyWords(r))))))
	}
}

// paragraph is a text of somebody else that can be selected and copied.
func paragraph(text string, rightToLeft bool) *widget.Label {
	l := widget.NewLabel(kit.Plain(text))
	l.Wrapping, l.Selectable = fyne.TextWrapWord, true
	if rightToLeft {
		l.Alignment = fyne.TextAlignTrailing
	}
	return l
}

// quote frames a text of somebody else.
func quote(text fyne.CanvasObject) fyne.CanvasObject {
	p := kit.NewPanel(kit.Inset(4, 4, 4, 4, text))
	p.SetColors(kit.ColorWindow, kit.ColorHairline)
	return p
}

// menuChip is a chip that opens a menu below itself.
func menuChip(text string, tone kit.Tone, items []*fyne.MenuItem) *kit.Chip {
	var c *kit.Chip
	c = kit.NewChip(text+" ▾", tone, func() {
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(c).AddXY(0, c.Size().Height)
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), driver.CanvasForObject(c), at)
	}, nil)
	return c
}
