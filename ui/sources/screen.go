package sources

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Screen is the sources on screen.
type Screen struct {
	env       *kit.Env
	inbox     func(f data.Filter, title string)
	presenter *Presenter

	errors   *kit.ErrorStrip
	progress *kit.Panel
	far      *kit.Text
	bar      *kit.Progress
	all      *kit.Button
	unlock   *kit.Button
	rows     *fyne.Container
	outbox   *kit.Para
	dry      *widget.Check
	send     *kit.Button
	try      *kit.Button
	form     *sourceForm // being filled in; nil when none is
	column   *kit.Column
	root     *fyne.Container
}

const barWidth = 180

// New makes the screen; inbox shows mentions.
func New(env *kit.Env, d Desk, inbox func(f data.Filter, title string)) *Screen {
	w := env.Words
	s := &Screen{
		env: env, inbox: inbox, errors: kit.NewErrorStrip(w), far: kit.NewLine(kit.Body, ""), bar: kit.NewProgress(),
		rows: kit.NewDown(4), outbox: kit.NewPara(kit.Body, ""),
	}
	p := NewPresenter(d, w, env.Dispatcher, s)
	s.presenter = p
	s.errors.OnRetry(p.Load)
	s.progress = kit.NewPanel(kit.Inset(8, 8, 16, 12, kit.Between(kit.Gap, nil, s.far,
		kit.Row(kit.Gap, kit.Sized(barWidth, 0, s.bar), kit.NewSmallButton(kit.Secondary, w.Text("kit.cancel"), p.Halt)))))
	s.progress.Hide()
	s.all = kit.NewButton(kit.Secondary, w.Text("sources.fetch_all"), p.FetchAll)
	s.unlock = kit.NewButton(kit.Secondary, w.Text("sources.unlock")+"…", func() { s.askPassphrase(false, func() { p.FetchAll(); s.Changed() }) })
	add := kit.NewButton(kit.Primary, w.Text("sources.add")+"…", s.askNetwork)
	head := kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("sources.title")), kit.Row(kit.Gap, s.unlock, s.all, add))
	s.column = kit.NewColumn(kit.Edge,
		kit.NewCard(w.Text("sources.list"), nil, kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("sources.list.hint")), s.rows)),
		s.sending())
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, head, s.errors, s.progress), container.NewStack(s.column.Bleed()))
	s.Changed()
	return s
}

// sending is the card about what leaves.
func (s *Screen) sending() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	s.dry = widget.NewCheck(w.Text("sources.dry"), p.SetDry)
	s.send = kit.NewButton(kit.Secondary, w.Text("sources.send"), func() { p.Send(false) })
	s.try = kit.NewButton(kit.Secondary, w.Text("sources.try"), func() { p.Send(true) })
	return kit.NewCard(w.Text("sources.outbox"), nil, kit.NewDown(kit.Gap, s.outbox, kit.Row(0, s.dry),
		kit.NewPara(kit.Caption, w.Text("sources.dry.hint")), kit.Row(kit.Gap, s.send, s.try)))
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// TypedRune adds a source.
func (s *Screen) TypedRune(r rune) {
	if r == 'n' {
		s.askNetwork()
	}
}

// TypedKey has no use for other keys.
func (s *Screen) TypedKey(*fyne.KeyEvent) {}

// Changed shows sources and outbox.
func (s *Screen) Changed() {
	w, p := s.env.Words, s.presenter
	s.rows.RemoveAll()
	all := p.Sources()
	for i, one := range all {
		if i > 0 {
			s.rows.Add(kit.NewHairline())
		}
		s.rows.Add(s.row(one))
	}
	if len(all) == 0 {
		text := "sources.none"
		if !p.Loaded() {
			text = "sources.loading"
		}
		s.rows.Add(kit.NewPara(kit.Muted, w.Text(text)))
	}
	s.all.SetEnabled(len(all) > 0)
	kit.SetShown(s.unlock, p.Locked())
	s.outbox.SetText(p.Outbox())
	s.send.SetEnabled(p.CanSend())
	s.try.SetEnabled(p.CanSend())
	changed := s.dry.OnChanged
	s.dry.OnChanged = nil
	s.dry.SetChecked(p.Dry())
	s.dry.OnChanged = changed
	s.column.Fit()
}

var tones = [...]kit.Tone{Plain: kit.TonePlain, Good: kit.TonePositive, Bad: kit.ToneNegative, Warn: kit.ToneWarn}

// row is a source: how it fares, and what can be done with it.
func (s *Screen) row(one Source) fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	name := kit.Row(8, kit.NewText(kit.Strong, kit.Plain(one.Name)), kit.NewText(kit.Caption, one.Kind), kit.NewChip(one.Chip, tones[one.Mood], nil, nil))
	lines := kit.NewDown(3, name, kit.NewPara(kit.Caption, one.Line))
	for _, more := range []string{one.Wrong, one.Cost, one.Answers} {
		if more != "" {
			style := kit.Caption
			if more == one.Wrong {
				style = kit.Caption.In(kit.ColorNegativeText)
			}
			lines.Add(kit.NewPara(style, kit.Plain(more)))
		}
	}
	fetch := kit.NewSmallButton(kit.Secondary, w.Text("sources.fetch"), func() { p.Fetch(one.Connection) })
	edit := kit.NewSmallButton(kit.Secondary, w.Text("sources.edit")+"…", func() { s.askSource(one.Connection) })
	var more *kit.Button
	more = kit.NewSmallButton(kit.Secondary, w.Text("sources.more")+" ▾", func() { s.openMore(more, one) })
	return kit.Inset(4, 4, 0, 0, kit.Between(kit.Gap, nil, lines, kit.NewDown(0, kit.Row(6, fetch, edit, more))))
}

func (s *Screen) openMore(below fyne.CanvasObject, one Source) {
	w, p := s.env.Words, s.presenter
	pause := "sources.pause"
	if one.Paused {
		pause = "sources.resume"
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(w.Text("sources.show"), func() { s.inbox(data.Filter{Sources: []string{string(one.Network)}}, kit.Plain(one.Name)) }),
		fyne.NewMenuItem(w.Text(pause), func() { p.Pause(one.Connection, !one.Paused) }),
	}
	if one.Answers != "" {
		key, do := "sources.answers.allow", func() { s.askSending(one) }
		if one.Sends {
			key, do = "sources.answers.forbid", func() { p.AllowSending(one.Connection, false) }
		}
		items = append(items, fyne.NewMenuItem(w.Text(key), do))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.Text("sources.remove")+"…", func() { s.askRemove(one) }))
	kit.OpenMenu(below, items)
}

// ProgressChanged shows how far fetching or sending is.
func (s *Screen) ProgressChanged() {
	text, share, ok := s.presenter.Working()
	if ok {
		s.far.SetText(kit.Plain(text))
		s.bar.Set(share)
	}
	if s.progress.Hidden == ok {
		s.progress.Hidden = !ok
		s.root.Refresh()
	}
}

// Tested shows what the test in the form found.
func (s *Screen) Tested() {
	if s.form != nil {
		s.form.show()
	}
}

// Stored closes the form.
func (s *Screen) Stored() {
	if s.form != nil {
		s.form.dialog.Hide()
		s.form = nil
	}
}

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.root.Refresh()
}

// Said says what was done.
func (s *Screen) Said(what string) { s.env.Toast.Say(kit.Plain(what)) }
