package rules

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// line is a row of a list: what it is, how much of it, what can be done.
func line(what, how fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewDown(kit.Gap, kit.Between(kit.Gap, what, how, kit.Row(6, buttons...)), kit.NewHairline())
}

func (s *Screen) showTags() {
	w := s.env.Words
	s.tags.RemoveAll()
	for _, t := range s.presenter.Tags() {
		chip := kit.NewChip(kit.Plain(kit.OneLine(t.Tag)), kit.TagTone(t.Color), nil, nil)
		merge := kit.NewSmallButton(kit.Secondary, w.Text("rules.tag.merge")+" ▾", nil)
		merge = kit.NewSmallButton(kit.Secondary, w.Text("rules.tag.merge")+" ▾", func() { kit.OpenMenu(merge, s.others(t)) })
		s.tags.Add(line(container.NewCenter(chip), kit.NewLine(kit.Caption, w.Count("rules.mentions", t.Mentions)),
			kit.NewSmallButton(kit.Secondary, w.Text("rules.tag.edit"), func() { s.askTag(t) }), merge,
			kit.NewSmallButton(kit.Secondary, w.Text("rules.tag.delete"), func() { s.presenter.DeleteTag(t.Tag) })))
	}
	if len(s.tags.Objects) == 0 {
		s.tags.Add(kit.NewPara(kit.Muted, w.Text("rules.tags.none")))
	}
}

// others are the tags with which one can be merged.
func (s *Screen) others(t data.TagCount) (items []*fyne.MenuItem) {
	for _, o := range s.presenter.Tags() {
		if o.Tag != t.Tag {
			items = append(items, fyne.NewMenuItem(kit.Plain(o.Tag), func() { s.presenter.MergeTag(t.Tag, o.Tag) }))
		}
	}
	return items
}

func (s *Screen) showRules() {
	w, p := s.env.Words, s.presenter
	s.rules.RemoveAll()
	for _, r := range p.Rules() {
		on := widget.NewCheck(kit.Plain(kit.OneLine(r.Name)), nil)
		on.Checked = r.Enabled
		on.OnChanged = func(on bool) { p.Enable(r, on) }
		does := kit.Plain(r.Query) + " → " + kit.Plain(strings.Join(p.Deeds(r.Actions), ", "))
		more := kit.NewSmallButton(kit.Secondary, "", nil)
		more = kit.NewSmallButton(kit.Secondary, w.Text("rules.more")+" ▾", func() { kit.OpenMenu(more, s.ruleMenu(r)) })
		s.rules.Add(kit.NewDown(2,
			kit.Between(kit.Gap, on, nil, kit.Row(6, kit.NewText(kit.Caption, w.Count("rules.touched", r.Touched)),
				kit.NewSmallButton(kit.Secondary, w.Text("rules.edit"), func() { s.ask(r) }), more)),
			kit.Inset(0, 4, 36, 0, kit.NewPara(kit.Muted, does)), kit.NewHairline()))
	}
	if len(s.rules.Objects) == 0 {
		s.rules.Add(kit.NewPara(kit.Muted, w.Text("rules.rules.none")))
	}
}

func (s *Screen) ruleMenu(r data.TriageRule) []*fyne.MenuItem {
	w, p := s.env.Words, s.presenter
	return []*fyne.MenuItem{
		fyne.NewMenuItem(w.Text("rules.apply"), func() { p.Apply(r) }),
		fyne.NewMenuItem(w.Text("rules.log"), func() { s.showLog(r) }),
		fyne.NewMenuItem(w.Text("rules.takeback"), func() { p.TakeBack(r) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.Text("rules.remove"), func() { p.Remove(r) }),
	}
}

func (s *Screen) showMuted() {
	w := s.env.Words
	s.muted.RemoveAll()
	for _, a := range s.presenter.Muted() {
		s.muted.Add(line(kit.NewText(kit.Body, kit.Plain(kit.OneLine(a.Author))), kit.NewLine(kit.Caption, w.Count("rules.mentions", a.Mentions)),
			kit.NewSmallButton(kit.Secondary, w.Text("rules.muted.show"), func() {
				s.ways.Inbox(data.Filter{Author: a.Author}, a.Author)
			}),
			kit.NewSmallButton(kit.Secondary, w.Text("rules.unmute"), func() { s.presenter.Unmute(a.Author) })))
	}
	if len(s.muted.Objects) == 0 {
		s.muted.Add(kit.NewPara(kit.Muted, w.Text("rules.muted.none")))
	}
}
