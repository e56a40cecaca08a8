package issues

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// severityForm asks the questions of the matrix and shows at once what the
// answers come to. The person may decide for another level, with a reason.
type severityForm struct {
	screen  *Screen
	rating  data.SeverityRating
	level   int
	decided bool // by the person, not by the answers

	reckoned, meaning *kit.Para
	levels            *kit.Segmented
	asks              *fyne.Container // for the reason
	reason            *widget.Entry
	save              *kit.Button
	form              *form
}

func (s *Screen) askSeverity() {
	i, ok := s.presenter.Current()
	if !ok {
		return
	}
	w := s.env.Words
	f := &severityForm{
		screen: s, rating: i.Rating, level: i.Severity, decided: i.Reason != "",
		reckoned: kit.NewPara(kit.Strong, ""), meaning: kit.NewPara(kit.Caption, ""),
	}
	var names []string
	for level := range data.MostSeverity + 1 {
		names = append(names, fmt.Sprintf("L%d", level))
	}
	f.levels = kit.NewSegmented(names, f.level, f.decide)
	f.reason = widget.NewEntry()
	f.reason.SetText(i.Reason)
	f.reason.OnChanged = func(string) { f.show() }
	f.asks = kit.NewDown(4, kit.NewText(kit.Muted, w.Text("issues.reason")), f.reason)
	f.save = kit.NewButton(kit.Primary, w.Text("issues.severity.save"), f.store)
	rows := kit.NewDown(10)
	for _, q := range s.presenter.Questions(&f.rating) {
		rows.Add(f.question(q))
	}
	rows.Add(f.reckoned)
	rows.Add(kit.Between(kit.Gap, nil, kit.NewText(kit.Muted, w.Text("issues.decide")), f.levels))
	rows.Add(f.meaning)
	rows.Add(f.asks)
	f.form = s.open(w.Text("issues.severity.title"), rows, nil, f.save)
	f.show()
}

// question is one of the matrix. Without an answer its choice says so.
func (f *severityForm) question(q Question) fyne.CanvasObject {
	choose := f.screen.env.Words.Text("issues.answer.choose")
	options := q.Answers
	at := *q.Of
	if at < 0 {
		options, at = append([]string{choose}, q.Answers...), 0
	}
	first := len(options) - len(q.Answers) // the place of the answer 0
	choice := kit.NewChoice(options, at, func(n int) {
		*q.Of = n - first
		f.show()
	})
	return kit.NewDown(4, kit.NewText(kit.Muted, q.Title), choice)
}

// decide takes the person's own level.
func (f *severityForm) decide(level int) {
	f.level = level
	f.decided = !f.rating.Complete() || level != f.rating.Level()
	f.show()
}

// show says what the answers come to and what the level asks for.
func (f *severityForm) show() {
	if f.rating.Complete() && (!f.decided || f.level == f.rating.Level()) {
		f.level, f.decided = f.rating.Level(), false
	}
	f.levels.SetChosen(f.level)
	f.reckoned.SetText(f.screen.presenter.Reckoned(f.rating))
	f.meaning.SetText(f.screen.env.Words.Severity(f.level) + ": " + f.screen.presenter.Meaning(f.level))
	kit.SetShown(f.asks, f.decided)
	f.save.SetEnabled(f.rating.Complete() && !f.decided || f.decided && kit.OneLine(f.reason.Text) != "")
	f.form.fit()
}

func (f *severityForm) store() {
	f.form.dialog.Hide()
	f.screen.presenter.Rate(f.rating, f.level, f.reason.Text)
}
