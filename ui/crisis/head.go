package crisis

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// head says which crisis this is, and holds what is done with the whole of it.
type head struct {
	screen      *Screen
	title       *kit.Text
	chips       *fyne.Container
	next        *kit.Chip
	warned      *kit.Para
	which, more *kit.Button
	end         *kit.Button
	root        fyne.CanvasObject
}

func newHead(s *Screen) *head {
	w := s.env.Words
	h := &head{
		screen: s, title: kit.NewLine(kit.Title, ""), chips: kit.Flow(6), warned: kit.NewPara(kit.Caption.In(kit.ColorWarnText), ""),
		next: kit.NewChip("", kit.TonePlain, nil, nil),
	}
	h.which = kit.NewButton(kit.Secondary, "", h.openWhich)
	h.more = kit.NewButton(kit.Secondary, w.Text("room.more")+" ▾", h.openMore)
	h.end = kit.NewButton(kit.Danger, "", h.endOrReopen)
	hand := kit.NewButton(kit.Secondary, w.Text("room.more.hand")+"…", s.askHand)
	top := kit.Between(kit.Gap, nil, h.title, kit.Row(kit.Gap, h.which, h.more, hand, h.end))
	h.root = kit.NewDown(4, top, h.chips, h.warned)
	return h
}

func (h *head) show() {
	p, w := h.screen.presenter, h.screen.env.Words
	one, c := p.Head(), p.shown.crisis
	h.title.SetText(kit.Plain(kit.OneLine(one.Title)))
	h.chips.RemoveAll()
	if one.Closed != "" {
		h.chips.Add(kit.NewChip(one.Closed, kit.TonePositive, nil, nil))
	}
	h.chips.Add(kit.NewChip(one.Level, severityTone(c.Severity), nil, nil))
	if one.Cluster != "" {
		h.chips.Add(kit.NewChip(one.Cluster, kit.ToneWarn, nil, nil))
		h.chips.Add(kit.NewChip(one.Type, kit.TonePlain, nil, nil))
	}
	h.chips.Add(h.next)
	h.warned.SetText(one.Warned)
	kit.SetShown(h.warned, one.Warned != "")
	open := len(p.Open())
	h.which.SetText(w.Count("room.which", open) + " ▾")
	kit.SetShown(h.which, open > 1 || one.Closed != "")
	key := "room.stand_down"
	if one.Closed != "" {
		key = "room.reopen"
	}
	h.end.SetText(w.Text(key) + "…")
	h.tick()
}

// tick lets the clock of the next word run.
func (h *head) tick() {
	said, late := h.screen.presenter.Next()
	t := kit.ChipText{Text: said, Tone: kit.ToneAccent}
	if late {
		t.Tone = kit.ToneNegative
	}
	changed := t != h.next.ChipText
	h.next.Set(t)
	kit.SetShown(h.next, said != "")
	if changed {
		h.chips.Refresh() // its width is another one
	}
}

func (h *head) openWhich() {
	p := h.screen.presenter
	var items []*fyne.MenuItem
	for _, c := range p.Past() {
		item := fyne.NewMenuItem(kit.Plain(kit.OneLine(c.Level+" · "+c.Title)), func() { p.Choose(c.Issue) })
		item.Checked = c.Issue == p.shown.crisis.Issue
		if c.Open || item.Checked {
			items = append(items, item)
		}
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(h.screen.env.Words.Text("room.all"), p.Home))
	kit.OpenMenu(h.which, items)
}

func (h *head) openMore() {
	s := h.screen
	w, p := s.env.Words, s.presenter
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(w.Text(key)+"…", do) }
	kit.OpenMenu(h.more, []*fyne.MenuItem{
		item("room.more.severity", s.askSeverity),
		item("room.more.answer", s.askAnswer),
		item("room.more.playbook", s.askPlaybooks),
		item("room.more.onset", s.askOnset),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.Text("room.more.mentions"), s.openMentions),
		item("room.more.reply", func() { s.ways.ReplyToAll(p.shown.crisis.Issue) }),
		fyne.NewMenuItem(w.Text("room.more.issue"), func() { s.ways.Issue(p.shown.crisis.Issue) }),
		fyne.NewMenuItemSeparator(),
		item("room.more.export", s.askExport),
		item("room.more.review", s.presenter.AskReview),
		fyne.NewMenuItemSeparator(),
		item("room.declare", func() { p.Declare(0, 0) }),
		fyne.NewMenuItem(w.Text("room.all"), p.Home),
	})
}

func (h *head) endOrReopen() {
	if h.screen.presenter.Head().Closed != "" {
		h.screen.askReopen()
		return
	}
	h.screen.presenter.AskStandDown()
}

// tiles are the figures above the room.
type tiles struct {
	each  [len(TileNames)]*kit.Tile
	shown [len(TileNames)]Tile
	root  fyne.CanvasObject
}

func newTiles(env *kit.Env) *tiles {
	t := &tiles{}
	var objects []fyne.CanvasObject
	for i, name := range TileNames {
		t.each[i] = kit.NewTile(env, env.Words.Text("room.tile."+name), "")
		objects = append(objects, t.each[i])
	}
	t.root = kit.Columns(kit.Edge, nil, objects...)
	return t
}

// show brings the figures up to date; only those that changed are painted.
func (t *tiles) show(p *Presenter) {
	for i, one := range p.Tiles() {
		if one != t.shown[i] {
			t.shown[i] = one
			t.each[i].Set(kit.TileText{Value: one.Value, Delta: one.Delta, Short: one.Short, Tone: tones[one.Mood], Formula: one.Formula})
		}
	}
}
