package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// detail is the chosen incident: what it is, what the detectors saw, how
// serious it looks.
type detail struct {
	env       *kit.Env
	presenter *Presenter
	shown     int64 // the incident on screen

	headline, facts   *kit.Para
	useful, notCrisis *kit.Button
	issue             *kit.Button
	seen              *fyne.Container
	more              *kit.Button
	level             *fyne.Container
	root              fyne.CanvasObject
}

// pairFrom is the width from which two cards of the detail stand side by side.
const pairFrom float32 = 700

var (
	headlineStyle = kit.Style{Size: kit.SizeBrand, Color: kit.ColorInk, Bold: true}
	detectorStyle = kit.Style{Size: kit.Caption.Size, Color: kit.ColorNeutralText, Bold: true}
)

func newDetail(env *kit.Env, p *Presenter, expect func(), declare func(incident int64)) *detail {
	w := env.Words
	d := &detail{
		env: env, presenter: p, headline: kit.NewPara(headlineStyle, ""), facts: kit.NewPara(kit.Caption, ""),
		seen: kit.NewDown(kit.Edge), level: kit.NewDown(kit.Gap),
	}
	d.useful = kit.NewButton(kit.Secondary, "", func() { p.ToggleVerdict(data.Useful) })
	d.notCrisis = kit.NewButton(kit.Secondary, "", func() { p.ToggleVerdict(data.NotCrisis) })
	d.more = kit.NewSmallButton(kit.Secondary, "", p.ShowSeen)
	d.issue = kit.NewButton(kit.Secondary, "", p.MakeIssue)
	buttons := kit.Flow(kit.Gap,
		kit.NewButton(kit.Primary, w.Text("incidents.open"), p.OpenMentions), d.issue, d.useful, d.notCrisis,
		kit.NewButton(kit.Secondary, w.Text("incidents.expect"), expect))
	if declare != nil {
		buttons.Add(kit.NewButton(kit.Danger, w.Text("room.declare")+"…", func() { declare(d.shown) }))
	}
	d.root = kit.NewDown(kit.Edge,
		kit.NewCard("", nil, kit.NewDown(kit.Gap, d.headline, d.facts, kit.Inset(6, 0, 0, 0, buttons))),
		kit.NewPair(pairFrom,
			kit.NewCard(w.Text("incidents.seen"), nil, kit.NewDown(kit.Edge, d.seen, kit.Row(0, d.more))), kit.NewCard(w.Text("incidents.level"), nil, d.level)))
	return d
}

// show brings the detail up to date and tells whether it shows another
// incident than before.
func (d *detail) show() (another bool) {
	shown, ok := d.presenter.Detail()
	if !ok {
		return false
	}
	d.headline.SetText(kit.Plain(shown.Headline))
	d.facts.SetText(kit.Plain(shown.Facts))
	d.issue.SetText(d.presenter.IssueText())
	d.useful.SetText(d.ticked("incidents.useful", shown.Verdict == data.Useful))
	d.notCrisis.SetText(d.ticked("incidents.not_crisis", shown.Verdict == data.NotCrisis))
	d.showSeen(shown.Seen)
	d.more.SetText(shown.MoreSeen)
	kit.SetShown(d.more, shown.MoreSeen != "")
	d.showLevel(shown)
	another = d.shown != d.presenter.Chosen()
	d.shown = d.presenter.Chosen()
	return another
}

func (d *detail) ticked(key string, on bool) string {
	if on {
		return "✓ " + d.env.Words.Text(key)
	}
	return d.env.Words.Text(key)
}

func (d *detail) showSeen(all []Seen) {
	d.seen.RemoveAll()
	for _, s := range all {
		when := s.When
		if s.More != "" {
			when += " · " + s.More
		}
		d.seen.Add(kit.NewDown(2,
			kit.NewLine(detectorStyle, s.Detector),
			kit.NewPara(kit.Body, s.Sentence), kit.NewPara(kit.Caption, kit.Plain(when))))
	}
}

func (d *detail) showLevel(shown Detail) {
	w := d.env.Words
	d.level.RemoveAll()
	name := kit.NewText(kit.Strong.In(gradeTone(shown.Level).Text()), shown.Level.Name)
	d.level.Add(kit.Between(kit.Gap, kit.Row(10, name, newSteps(shown.Level)), nil, kit.NewText(kit.Caption, shown.Points)))
	for _, part := range shown.Parts {
		bar := kit.NewProgress()
		bar.Set(part.Share)
		d.level.Add(kit.Columns(kit.Gap, []float32{56, 24, 20},
			kit.NewLine(kit.Body, part.Name), bar, kit.NewLine(kit.Caption.Trailing(), part.Points)))
	}
	d.level.Add(kit.NewPara(kit.Caption, w.Text("incidents.proposal")))
	if shown.Close != "" {
		d.level.Add(d.said(w.Text("incidents.close"), shown.Close))
	}
	if shown.False != "" {
		d.level.Add(d.said(w.Text("incidents.false.title"), shown.False))
	}
}

func (d *detail) said(title, sentence string) fyne.CanvasObject {
	return container.NewStack(kit.Inset(6, 0, 0, 0, kit.NewDown(2, kit.NewLine(kit.Strong, title), kit.NewPara(kit.Body, sentence))))
}
