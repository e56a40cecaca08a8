package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// bulkBar stands above the list while mentions are marked: how many, and what
// can be done with all of them. A long change shows there how far it is.
type bulkBar struct {
	presenter *Presenter
	selected  *kit.Text
	all       *kit.Button
	actions   *fyne.Container
	far       *kit.Text
	progress  *kit.Progress
	marks     *fyne.Container
	running   *fyne.Container
	root      *fyne.Container
	priority  *kit.Button
}

func newBulkBar(s *Screen) *bulkBar {
	w, p := s.env.Words, s.presenter
	b := &bulkBar{presenter: p, selected: kit.NewLine(kit.Strong, ""), far: kit.NewLine(kit.Caption, ""), progress: kit.NewProgress()}
	b.all = kit.NewSmallButton(kit.Quiet, "", p.MarkAll)
	button := func(key string, do func()) *kit.Button {
		return kit.NewSmallButton(kit.Secondary, w.Text("list.bulk."+key), do)
	}
	b.priority = button("priority", b.askPriority)
	b.actions = kit.Flow(4, button("tag", s.FocusTag), button("issue", s.AskIssue),
		button("archive", func() { p.SetStatus(data.StatusArchived) }), button("star", p.ToggleStar),
		button("snooze", s.AskSnooze), b.priority, button("reply", s.AskReplyToAll))
	b.marks = kit.NewDown(4, kit.Between(kit.Gap, nil, b.selected, kit.Row(0, b.all, kit.NewSmallButton(kit.Quiet, "×", p.Unmark))), b.actions)
	b.running = kit.NewDown(4, b.far, kit.Between(kit.Gap, nil, b.progress, kit.NewSmallButton(kit.Secondary, w.Text("inbox.cancel"), p.StopBulk)))
	b.root = kit.NewDown(6, kit.Inset(8, 0, 12, 8, b.marks), kit.Inset(8, 0, 12, 8, b.running), kit.NewHairline())
	b.root.Hide()
	return b
}

// show brings the bar up to date; true when that changed its height.
func (b *bulkBar) show() bool {
	before := b.root.MinSize()
	hidden := b.root.Hidden
	words, share, running := b.presenter.Progress()
	b.far.SetText(words)
	b.progress.Set(share)
	b.selected.SetText(b.presenter.Selected())
	all := b.presenter.SelectAll()
	b.all.SetText(all)
	b.all.Hidden = all == ""
	marked := b.presenter.MarkedCount() > 0
	b.root.Objects[0].(*fyne.Container).Hidden = !marked
	b.root.Objects[1].(*fyne.Container).Hidden = !running
	b.root.Hidden = !marked && !running
	return b.root.Hidden != hidden || b.root.MinSize() != before
}

func (b *bulkBar) askPriority() { kit.OpenMenu(b.priority, priorityItems(b.presenter)) }

// priorityItems are the priorities that a person can give.
func priorityItems(p *Presenter) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, n := range Priorities {
		items = append(items, fyne.NewMenuItem(p.ByHand(n), func() { p.SetPriority(n) }))
	}
	return items
}
