package warning

import (
	"slices"

	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// topicsCard lists the saved queries that are watched on their own.
type topicsCard struct {
	env       *kit.Env
	presenter *Presenter
	ways      Ways
	shown     []data.Topic
	list      *fyne.Container
	root      fyne.CanvasObject
}

func newTopicsCard(env *kit.Env, p *Presenter, ways Ways) *topicsCard {
	c := &topicsCard{env: env, presenter: p, ways: ways, list: kit.NewDown(6)}
	w := env.Words
	add := kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.topic.add"), func() { c.ask(data.Topic{}) })
	c.root = kit.NewCard(w.Text("earlywarning.topics"), add, kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("earlywarning.topics.hint")), c.list))
	return c
}

// show lists the topics.
func (c *topicsCard) show() {
	w, p := c.env.Words, c.presenter
	topics := p.Topics()
	if len(c.list.Objects) > 0 && slices.Equal(topics, c.shown) {
		return // what has the focus in the list keeps it
	}
	c.shown = topics
	c.list.RemoveAll()
	if len(topics) == 0 {
		c.list.Add(kit.NewPara(kit.Muted, w.Text("earlywarning.topics.none")))
	}
	for n, t := range topics {
		if n > 0 {
			c.list.Add(kit.NewHairline())
		}
		buttons := kit.Row(6,
			kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.edit"), func() { c.ask(t) }),
			kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.delete"), func() { p.DeleteTopic(t) }))
		words := kit.NewDown(2, kit.NewLine(kit.Strong, kit.Plain(t.Name)), kit.NewLine(kit.Caption, kit.Plain(t.Query)))
		press := kit.NewPress(kit.Inset(2, 2, pressMargin, pressMargin, words), func() { c.ways.Inbox(p.TopicMentions(t)) })
		c.list.Add(kit.Between(kit.Gap, nil, flush(press), middle(buttons)))
	}
}

// ask opens the form of a topic.
func (c *topicsCard) ask(t data.Topic) {
	f, w := newForm(c.env), c.env.Words
	var name, query *entry
	save := func() {
		c.presenter.SaveTopic(data.Topic{ID: t.ID, Name: name.Text, Query: query.Text}, f.saved)
	}
	name = f.entry(t.Name, w.Text("earlywarning.topic.name.hint"), save)
	query = f.query(c.presenter, t.Query, "", save)
	f.add(FieldName, w.Text("earlywarning.name"), "", name)
	f.add(FieldQuery, w.Text("earlywarning.query"), w.Text("earlywarning.query.hint"), query)
	title := w.Text("earlywarning.topic.add.title")
	if t.ID != 0 {
		title = w.Text("earlywarning.topic.edit.title")
	}
	f.open(title, name, kit.NewButton(kit.Primary, w.Text("earlywarning.save"), save))
}
