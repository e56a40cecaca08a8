package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// orderButton says how the list is sorted, and lets the person choose.
type orderButton struct {
	presenter *Presenter
	button    *kit.Button
}

func newOrderButton(p *Presenter) *orderButton {
	b := &orderButton{presenter: p}
	b.button = kit.NewButton(kit.Secondary, "", b.open)
	b.show()
	return b
}

func (b *orderButton) show() {
	p := b.presenter
	b.button.SetText(p.words.Text("list.order", "Order", p.OrderWords(p.Order())) + " ▾")
}

func (b *orderButton) open() {
	p := b.presenter
	var items []*fyne.MenuItem
	for _, o := range [...]data.Order{data.ByPriority, data.ByTime, data.ByReach} {
		item := fyne.NewMenuItem(p.OrderWords(o), func() { p.SetOrder(o) })
		item.Checked = o == p.Order()
		items = append(items, item)
	}
	kit.OpenMenu(b.button, items)
}
