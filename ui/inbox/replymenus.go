package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/ui/kit"
)

// formWords names a form.
func formWords(w *assets.Words, f Form) string {
	key := "reply.form." + f.Lang
	if f.Formal {
		key += ".formal"
	}
	return w.Text(key)
}

// formItems lets the person choose a form.
func formItems(w *assets.Words, now Form, choose func(Form)) (items []*fyne.MenuItem) {
	for _, f := range Forms {
		item := fyne.NewMenuItem(formWords(w, f), func() { choose(f) })
		item.Checked = f == now
		items = append(items, item)
	}
	return items
}

// templateItems lists templates by situation; where there is one only, the
// situation is its name.
func templateItems(w *assets.Words, offered []Situation, use func(key string)) (items []*fyne.MenuItem) {
	item := func(name string, t data.Template) *fyne.MenuItem {
		return fyne.NewMenuItem(name, func() { use(t.Key) })
	}
	for _, s := range offered {
		situation := w.Text("templates.situation." + s.Key)
		if len(s.Templates) == 1 {
			items = append(items, item(situation, s.Templates[0]))
			continue
		}
		group := fyne.NewMenuItem(situation, nil)
		group.ChildMenu = fyne.NewMenu("")
		for _, t := range s.Templates {
			group.ChildMenu.Items = append(group.ChildMenu.Items, item(kit.Plain(t.Name), t))
		}
		items = append(items, group)
	}
	return items
}
