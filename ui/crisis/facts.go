package crisis

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// field is a labelled line to fill in.
func (s *Screen) field(rows *fyne.Container, key, text string) *widget.Entry {
	e := widget.NewEntry()
	e.SetText(text)
	rows.Add(kit.NewText(kit.Muted, s.env.Words.Text(key)))
	rows.Add(e)
	return e
}

// ask shows a form that stores when its first field is filled in; drop may be
// nil.
func (s *Screen) ask(title string, rows *fyne.Container, first *widget.Entry, store, drop func()) *form {
	w := s.env.Words
	var f *form
	save := kit.NewButton(kit.Primary, w.Text("room.save"), func() { f.dialog.Hide(); store() })
	enable := func(text string) { save.SetEnabled(kit.OneLine(text) != "") }
	enable(first.Text)
	first.OnChanged = enable
	buttons := []fyne.CanvasObject{save}
	if drop != nil {
		buttons = append(buttons, kit.NewButton(kit.Quiet, w.Text("room.drop"), func() { f.dialog.Hide(); drop() }))
	}
	f = s.open(title, rows, first, buttons...)
	return f
}

// askClaim asks what people say and what we found out.
func (s *Screen) askClaim(c data.Claim) {
	w, p := s.env.Words, s.presenter
	rows := kit.NewDown(4)
	text := s.field(rows, "room.claim.text", c.Text)
	var names []string
	for _, f := range Findings {
		names = append(names, w.Finding(f))
	}
	rows.Add(kit.NewText(kit.Muted, w.Text("room.claim.finding")))
	rows.Add(kit.NewChoice(names, slices.Index(Findings[:], c.Finding), func(n int) { c.Finding = Findings[n] }))
	correction := s.field(rows, "room.claim.correction", c.Correction)
	source := s.field(rows, "room.claim.source", c.Source)
	query := s.field(rows, "room.claim.query", c.Query)
	store := func() {
		c.Text, c.Correction, c.Source, c.Query = text.Text, correction.Text, source.Text, query.Text
		p.SaveClaim(c)
	}
	var drop func()
	var f *form
	if c.ID != 0 {
		drop = func() { p.DropClaim(c.ID) }
		show := kit.NewSmallButton(kit.Secondary, w.Text("room.claim.show"), func() { f.dialog.Hide(); p.ClaimMentions(c, s.ways.Inbox) })
		show.SetEnabled(c.Mentions > 0)
		correct := kit.NewSmallButton(kit.Secondary, w.Text("room.claim.correct")+"…", func() { f.dialog.Hide(); s.askStatement(p.Correction(c)) })
		rows.Add(kit.Inset(6, 0, 0, 0, kit.Flow(6, show, correct)))
	}
	f = s.ask(w.Text("room.claim"), rows, text, store, drop)
}

// askQuestion asks for a question and the answer that all give.
func (s *Screen) askQuestion(q data.Question) {
	p := s.presenter
	rows := kit.NewDown(4)
	question := s.field(rows, "room.question", q.Question)
	answer := s.field(rows, "room.question.answer", q.Answer)
	var drop func()
	if q.ID != 0 {
		drop = func() { p.DropQuestion(q.ID) }
	}
	s.ask(s.env.Words.Text("room.questions"), rows, question, func() {
		q.Question, q.Answer = question.Text, answer.Text
		p.SaveQuestion(q)
	}, drop)
}

// askPerson asks who is to be told, how, and what to say first.
func (s *Screen) askPerson(who data.Stakeholder) {
	w := s.env.Words
	rows := kit.NewDown(4)
	name := s.field(rows, "room.person.name", s.presenter.PersonName(who))
	channel := s.field(rows, "room.person.channel", who.Channel)
	contact := s.field(rows, "room.person.contact", who.Contact)
	sentence := s.field(rows, "room.person.sentence", s.presenter.Sentence(who))
	grades := []string{"1", "2", "3", "4", "5"}
	scale := func(key string, of *int) fyne.CanvasObject {
		return kit.Between(kit.Gap, nil, kit.NewText(kit.Muted, w.Text(key)), kit.NewSegmented(grades, *of-1, func(n int) { *of = n + 1 }))
	}
	rows.Add(scale("room.person.influence", &who.Influence))
	rows.Add(scale("room.person.interest", &who.Interest))
	var drop func()
	if who.ID != 0 {
		drop = func() { s.presenter.DropPerson(who.ID) }
	}
	s.ask(w.Text("room.person"), rows, name, func() {
		who.Name, who.Channel, who.Contact, who.Sentence = name.Text, channel.Text, contact.Text, sentence.Text
		s.presenter.SavePerson(who)
	}, drop)
}

// askPromise asks what was promised, and until when.
func (s *Screen) askPromise(promise data.Promise) {
	w, p := s.env.Words, s.presenter
	rows := kit.NewDown(4)
	text := s.field(rows, "room.promise.text", promise.Text)
	first := promise.DueAt
	if first.IsZero() {
		first = p.desk.Now().Add(24 * time.Hour)
	}
	due := newMoment(s, first.In(p.desk.Zone()))
	rows.Add(due.rows())
	note := s.field(rows, "room.promise.note", promise.Note)
	var drop func()
	if promise.ID != 0 {
		drop = func() { p.DropPromise(promise.ID) }
	}
	s.ask(w.Text("room.promise"), rows, text, func() {
		promise.Text, promise.Note = text.Text, note.Text
		if at, ok := due.time(); ok {
			promise.DueAt = at
		}
		p.SavePromise(promise)
	}, drop)
}
