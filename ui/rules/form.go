package rules

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// ruleForm asks for a rule and shows what it would find.
type ruleForm struct {
	screen   *Screen
	rule     data.TriageRule
	errors   *kit.ErrorStrip
	name     *widget.Entry
	query    *widget.Entry
	checks   map[data.RuleDeed]*widget.Check
	tag      *widget.Entry
	issue    *kit.Choice
	priority *kit.Segmented
	high     bool
	found    *kit.Para
	first    *fyne.Container
	dialog   *dialog.CustomDialog
}

// ask opens the form of a rule.
func (s *Screen) ask(r data.TriageRule) {
	w := s.env.Words
	f := &ruleForm{
		screen: s, rule: r, errors: kit.NewErrorStrip(w), name: widget.NewEntry(), query: widget.NewEntry(), tag: widget.NewEntry(),
		checks: map[data.RuleDeed]*widget.Check{}, found: kit.NewPara(kit.Strong, ""), first: kit.NewDown(4), high: true,
	}
	f.name.SetText(r.Name)
	f.name.SetPlaceHolder(w.Text("rules.form.name"))
	f.query.SetText(r.Query)
	f.query.SetPlaceHolder(w.Text("rules.form.query"))
	f.query.OnChanged = s.presenter.SetQuery
	content := kit.NewDown(8, f.errors, f.name, f.query, f.deeds(), kit.NewHairline(), f.found,
		kit.Sized(0, previewHeight, container.NewVScroll(f.first)))
	f.show(r.Actions)
	s.form = f
	f.dialog = s.open(w.Text("rules.form.title"), content, kit.NewButton(kit.Primary, w.Text("rules.save"), f.save), func() { s.form = nil })
	s.presenter.SetQuery(r.Query)
	s.env.Window.Canvas().Focus(f.name)
}

// deeds are what the rule can do, each with its object.
func (f *ruleForm) deeds() fyne.CanvasObject {
	w := f.screen.env.Words
	f.tag.SetPlaceHolder(w.Text("rules.form.tag"))
	f.tag.OnChanged = func(text string) { f.checks[data.DeedTag].SetChecked(text != "") }
	var titles []string
	for _, i := range f.screen.presenter.Issues() {
		titles = append(titles, kit.Plain(i.Title))
	}
	f.issue = kit.NewChoice(titles, 0, func(int) { f.checks[data.DeedIssue].SetChecked(true) })
	f.priority = kit.NewSegmented([]string{w.Text("rules.form.high"), w.Text("rules.form.low")}, 0, func(n int) {
		f.high = n == 0
		f.checks[data.DeedPriority].SetChecked(true)
	})
	objects := map[data.RuleDeed]fyne.CanvasObject{data.DeedTag: kit.Sized(220, 0, f.tag), data.DeedIssue: f.issue, data.DeedPriority: f.priority}
	rows := kit.NewDown(4)
	for _, deed := range data.RuleDeeds {
		f.checks[deed] = widget.NewCheck(w.Text("rules.form.does."+string(deed)), nil)
		if deed == data.DeedIssue && len(titles) == 0 {
			continue // there is none to put mentions to
		}
		parts := []fyne.CanvasObject{f.checks[deed]}
		if o := objects[deed]; o != nil {
			parts = append(parts, o)
		}
		rows.Add(kit.Row(kit.Gap, parts...))
	}
	return rows
}

func (f *ruleForm) show(actions []data.RuleAction) {
	for _, a := range actions {
		f.checks[a.Deed].SetChecked(true)
		switch a.Deed {
		case data.DeedTag:
			f.tag.SetText(a.Tag)
		case data.DeedIssue:
			at := slices.IndexFunc(f.screen.presenter.Issues(), func(i data.Issue) bool { return i.ID == a.Issue })
			f.issue.SetChosen(max(at, 0))
		case data.DeedPriority:
			f.high = a.Priority > 0
			if !f.high {
				f.priority.SetChosen(1)
			}
		}
	}
}

// actions are the deeds that are chosen.
func (f *ruleForm) actions() (all []data.RuleAction) {
	for _, deed := range data.RuleDeeds {
		if !f.checks[deed].Checked {
			continue
		}
		a := data.RuleAction{Deed: deed}
		switch deed {
		case data.DeedTag:
			a.Tag = kit.OneLine(f.tag.Text)
		case data.DeedIssue:
			if issues := f.screen.presenter.Issues(); f.issue.Chosen() < len(issues) {
				a.Issue = issues[f.issue.Chosen()].ID
			}
		case data.DeedPriority:
			if a.Priority = 1; !f.high {
				a.Priority = -1
			}
		}
		all = append(all, a)
	}
	return all
}

func (f *ruleForm) save() {
	r := f.rule
	r.Name, r.Query, r.Actions = f.name.Text, f.query.Text, f.actions()
	f.screen.presenter.Save(r, f.dialog.Hide)
}

// showPreview shows what the query would have found.
func (f *ruleForm) showPreview() {
	says, first := f.screen.presenter.Preview()
	f.found.SetText(kit.Plain(says))
	f.first.RemoveAll()
	for _, r := range first {
		f.first.Add(kit.NewLine(kit.Caption, kit.Plain(kit.OneLine(r.Author+": "+r.Snippet))))
	}
	f.first.Refresh()
}
