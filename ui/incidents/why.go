package incidents

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// whyPart is what drives the chosen incident.
type whyPart struct {
	env       *kit.Env
	presenter *Presenter
	ways      Ways
	progress  Progress // on screen
	version   int
	root      *fyne.Container
}

func newWhyPart(env *kit.Env, p *Presenter, ways Ways) *whyPart {
	return &whyPart{env: env, presenter: p, ways: ways, root: kit.NewDown(kit.Edge)}
}

// show brings what drives the incident up to date, unless it is on screen: what
// has the focus keeps it.
func (y *whyPart) show() {
	progress, version := y.presenter.Progress(), y.presenter.Version()
	if progress == y.progress && (progress != Found || version == y.version) {
		return
	}
	y.progress, y.version = progress, version
	y.root.RemoveAll()
	w, p := y.env.Words, y.presenter
	switch progress {
	case Digging:
		y.root.Add(kit.NewCard(w.Text("incidents.why"), nil, kit.NewBusyState(w.Text("incidents.digging"), w.Text("kit.cancel"), p.Cancel)))
	case Stopped:
		again := kit.NewSmallButton(kit.Secondary, w.Text("incidents.dig"), p.Dig)
		y.root.Add(kit.NewCard(w.Text("incidents.why"), nil,
			kit.Between(kit.Gap, nil, kit.NewLine(kit.Muted, w.Text("incidents.stopped")), again)))
	case Found:
		y.showFound()
	}
}

func (y *whyPart) showFound() {
	w, p := y.env.Words, y.presenter
	terms := kit.NewDown(0)
	if said := p.Compared(); said != "" {
		terms.Add(kit.Inset(0, 8, 0, 0, kit.NewPara(kit.Caption, said)))
	}
	terms.Add(y.shares(p.Terms(), termWeights, p.OpenTerm, w.Text("incidents.terms.none")))
	y.root.Add(kit.NewCard(w.Text("incidents.why"), nil, terms))
	y.root.Add(kit.NewPair(pairFrom,
		kit.NewCard(w.Text("incidents.loudest"), nil, y.voices(p.Loudest(), p.OpenLoudest)),
		kit.NewCard(w.Text("incidents.busiest"), nil, y.voices(p.Busiest(), p.OpenBusiest))))
	y.root.Add(kit.NewPair(pairFrom,
		kit.NewCard(w.Text("incidents.sources"), nil, y.shares(p.Sources(), partWeights, p.OpenSource, w.Text("incidents.sources.none"))),
		kit.NewCard(w.Text("incidents.topics"), nil, y.shares(p.Topics(), partWeights, p.OpenTopic, w.Text("incidents.topics.none")))))
	if rows := p.Carried(); len(rows) > 0 {
		y.root.Add(y.mentions(w.Text("incidents.carried"), rows...))
	}
	if first, ok := p.First(); ok {
		y.root.Add(y.mentions(w.Text("incidents.first"), first))
	}
}

// How name, bar and count of a line share its width.
var termWeights, partWeights = []float32{30, 46, 24}, []float32{42, 30, 28}

const lineHeight, lineMargin float32 = 28, 8

// line makes a line of a card something to press; its words stand in line with
// the title above.
func line(o fyne.CanvasObject, tapped func()) fyne.CanvasObject {
	return kit.Inset(0, 0, -lineMargin, -lineMargin, kit.NewPress(kit.Inset(0, 0, lineMargin, lineMargin, kit.Sized(0, lineHeight, o)), tapped))
}

// shares lists words, sources or topics, each with the shares of its labels.
func (y *whyPart) shares(all []Share, weights []float32, open func(n int), none string) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.NewPara(kit.Muted, none)
	}
	rows := kit.NewDown(0)
	for n, s := range all {
		rows.Add(line(kit.Columns(kit.Edge, weights,
			kit.NewLine(kit.Body, kit.Plain(s.Name)), kit.NewShareBar(s.Totals), kit.NewLine(kit.Caption.Trailing(), s.Count)), func() { open(n) }))
	}
	return rows
}

// voices lists authors.
func (y *whyPart) voices(all []Voice, open func(n int)) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.NewPara(kit.Muted, y.env.Words.Text("incidents.voices.none"))
	}
	rows := kit.NewDown(0)
	for n, v := range all {
		name := v.Name
		if name == "" {
			name = y.env.Words.Text("kit.row.nobody")
		}
		rows.Add(line(kit.Columns(kit.Edge, []float32{52, 48},
			kit.NewLine(kit.Body, kit.Plain(name)), kit.NewLine(kit.Caption.Trailing(), v.Count)), func() { open(n) }))
	}
	return rows
}

// rowMargin is what stands left of the bar of a mention.
const rowMargin = 12

// mentions is a card of mentions, each of which opens.
func (y *whyPart) mentions(title string, rows ...data.Row) fyne.CanvasObject {
	lines := kit.NewDown(0)
	for n, r := range rows {
		if n > 0 {
			lines.Add(kit.Inset(0, 0, rowMargin, 0, kit.NewHairline()))
		}
		row := kit.NewMentionRow(y.env)
		row.Set(r, y.presenter.Now(), false)
		lines.Add(kit.NewPress(row, func() { y.ways.Mention(r.ID) }))
	}
	return kit.NewCard(title, nil, kit.Inset(0, 0, -rowMargin, 0, lines))
}
