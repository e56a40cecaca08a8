package inbox

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// replyPane is the desk on which the answer to a mention is written.
type replyPane struct {
	env     *kit.Env
	answer  *Answering
	onEdit  func() // leads to the templates
	archive func()

	template, form, earlier, send, queue *kit.Button
	entry                                *replyEntry
	chips                                *fyne.Container
	standing                             *kit.Text
	shown                                []Remark
	length                               *kit.Chip
	root                                 fyne.CanvasObject
}

// standingWidth holds what becomes of a reply, in either language.
const standingWidth = 130

func newReplyPane(env *kit.Env, a *Answering, archive, leave, onEdit func()) *replyPane {
	w := env.Words
	p := &replyPane{env: env, answer: a, onEdit: onEdit, archive: archive, chips: kit.Flow(4), standing: kit.NewLine(kit.Caption, "")}
	p.entry = newReplyEntry(w.Text("reply.hint"), leave, a.Send, a.Queue)
	p.entry.OnChanged = func(text string) { env.Tip.Away(); a.SetText(text) }
	p.template = kit.NewButton(kit.Secondary, "", p.openTemplates)
	p.form = kit.NewButton(kit.Secondary, "", p.openForms)
	p.earlier = kit.NewButton(kit.Secondary, "", p.openEarlier)
	p.send = kit.NewButton(kit.Primary, w.Text("reply.send"), a.Send)
	p.queue = kit.NewButton(kit.Secondary, "", p.queueOrNot)
	p.length = kit.NewChip("", kit.TonePlain, nil, nil)
	head := kit.Between(kit.Gap, kit.NewText(kit.Strong, w.Text("reply.title")), nil, kit.Sized(standingWidth, 0, p.standing))
	choices := kit.Flow(6, p.template, p.form, p.earlier)
	buttons := container.New(&buttonLine{gap: kit.Gap}, p.send, p.queue,
		kit.NewButton(kit.Secondary, w.Text("reply.archive"), p.archive))
	p.root = kit.Inset(0, 0, 0, 6, container.NewBorder(kit.NewDown(6, kit.NewHairline(), head, choices), kit.NewDown(6, p.chips, buttons), nil, nil, p.entry))
	return p
}

// show brings the pane up to date with another mention or another text.
func (p *replyPane) show() {
	w, a := p.env.Words, p.answer
	_, has := a.Mention()
	if has {
		p.root.Show()
	} else {
		p.root.Hide()
	}
	if p.entry.Text != a.Text() {
		p.entry.put(a.Text())
	}
	name := a.TemplateName()
	if name == "" {
		name = w.Text("reply.template.none")
	}
	p.template.SetText(w.Text("reply.template", "Name", name) + " ▾")
	p.form.SetText(formWords(w, a.Form()) + " ▾")
	queue := "reply.queue"
	if a.State() == data.ReplyReady {
		queue = "reply.unqueue"
	}
	p.queue.SetText(w.Text(queue))
	p.showChecks()
}

// showChecks shows remarks, length and standing; the chips are made anew only
// when they say something else, for this runs at every keystroke.
func (p *replyPane) showChecks() {
	a := p.answer
	p.standing.SetText(a.Standing())
	p.earlier.SetText(p.env.Words.Count("reply.earlier", len(a.Wordings())) + " ▾")
	p.earlier.Hidden = len(a.Wordings()) == 0
	length := kit.ChipText{Text: a.Length(), Tone: kit.TonePlain}
	if a.Over() {
		length.Tone = kit.ToneNegative
	}
	p.length.Set(length)
	remarks := a.Remarks()
	if slices.Equal(remarks, p.shown) && len(p.chips.Objects) > 0 {
		return
	}
	p.shown = remarks
	p.chips.RemoveAll()
	for _, r := range remarks {
		p.chips.Add(p.remark(r))
	}
	p.chips.Add(p.length)
	p.root.Refresh()
}

// remark is a chip that gives its reason when it is pressed.
func (p *replyPane) remark(r Remark) fyne.CanvasObject {
	sign, tone := "✓ ", kit.TonePositive
	if !r.Good {
		sign, tone = "! ", kit.ToneWarn
	}
	why := r.Why
	if r.Quote != "" {
		why = p.env.Words.Text("reply.quote", "Quote", kit.Plain(kit.OneLine(r.Quote)), "Why", why)
	}
	var c *kit.Chip
	c = kit.NewChip(sign+r.Text, tone, func() { p.env.Tip.ShowAt(why, c, 0, c.Size().Height+4) }, nil)
	return c
}

func (p *replyPane) queueOrNot() {
	if p.answer.State() == data.ReplyReady {
		p.answer.Unqueue()
		return
	}
	p.answer.Queue()
}

func (p *replyPane) openForms() {
	kit.OpenMenu(p.form, formItems(p.env.Words, p.answer.Form(), p.answer.SetForm))
}

func (p *replyPane) openTemplates() {
	w := p.env.Words
	items := templateItems(w, p.answer.Offered(), func(key string) { p.answer.UseTemplate(key); p.focus() })
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.Text("reply.templates.edit"), p.onEdit))
	kit.OpenMenu(p.template, items)
}

// openEarlier lists the earlier wordings by their beginnings.
func (p *replyPane) openEarlier() {
	const letters = 60
	w := p.env.Words
	var items []*fyne.MenuItem
	for _, earlier := range p.answer.Wordings() {
		text := []rune(kit.OneLine(earlier.Text))
		name := w.Text("reply.earlier.at", "When", w.DateTime(earlier.SavedAt, p.env.Zone()), "Text", kit.Plain(string(text[:min(letters, len(text))])))
		items = append(items, fyne.NewMenuItem(name, func() { p.answer.UseWording(earlier) }))
	}
	kit.OpenMenu(p.earlier, items)
}

func (p *replyPane) focus() { p.env.Window.Canvas().Focus(p.entry) }
