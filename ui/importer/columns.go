package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// columnsCard lets the person say what each column fills. Its rows stay while
// a file is looked at again, and with them the focus.
type columnsCard struct {
	env       *kit.Env
	presenter *Presenter
	fields    []string // names of data.Fields
	key       columnsKey
	order     []int
	visible   int // rows of order that are shown
	rows      []*columnRow
	lines     *fyne.Container
	more      *kit.Button
	root      fyne.CanvasObject
	onResized func()
}

// columnsKey tells one set of columns from another.
type columnsKey struct {
	at                int
	path, entry, head string
	sheet             string
	headless          bool
	columns           int
}

// A table may have thousands of columns: this many are shown at first, and
// this many more on demand.
const columnsFirst, columnsMore = 12, 40

func newColumnsCard(env *kit.Env, p *Presenter, resized func()) *columnsCard {
	c := &columnsCard{env: env, presenter: p, onResized: resized, lines: kit.NewDown(8)}
	for _, f := range data.Fields {
		c.fields = append(c.fields, p.FieldName(f))
	}
	c.more = kit.NewSmallButton(kit.Secondary, "", c.showMore)
	c.root = kit.NewCard("", nil, kit.NewDown(10, kit.NewText(kit.Strong, env.Words.Text("importer.columns")), c.lines, kit.Row(0, c.more)))
	return c
}

// show brings the card up to date.
func (c *columnsCard) show() {
	p := c.presenter
	r := p.Preview().Recognition
	key := columnsKey{p.At(), r.Path, r.Entry, r.Header, r.Sheet, r.Headless, len(r.Columns)}
	if key != c.key {
		c.key, c.order = key, p.Order()
		c.visible = min(max(p.Filling(), columnsFirst), len(c.order))
		c.rows = nil
		c.lines.RemoveAll()
	}
	c.fill()
}

func (c *columnsCard) fill() {
	for len(c.rows) < c.visible {
		row := newColumnRow(c.presenter, c.order[len(c.rows)], c.fields)
		c.rows = append(c.rows, row)
		c.lines.Add(row.root)
	}
	for _, row := range c.rows {
		row.show(c.env)
	}
	rest := len(c.order) - c.visible
	c.more.SetText(c.env.Words.Count("importer.columns.more", rest))
	shown(c.more, rest > 0)
}

func (c *columnsCard) showMore() {
	c.visible = min(c.visible+columnsMore, len(c.order))
	c.fill()
	c.onResized()
}

// columnRow is a column: its name above what stands in it, an arrow and what
// it fills.
type columnRow struct {
	presenter *Presenter
	column    int
	name      *kit.Text
	trust     *kit.Text
	guess     *fyne.Container // holds trust
	sample    *kit.Text
	choice    *kit.Choice
	root      fyne.CanvasObject
}

func newColumnRow(p *Presenter, n int, fields []string) *columnRow {
	r := &columnRow{
		presenter: p, column: n,
		name: kit.NewLine(kit.Body, ""), sample: kit.NewLine(kit.Caption, ""),
	}
	r.choice = kit.NewChoice(fields, -1, func(f int) { p.SetField(n, data.Fields[f]) })
	r.trust = kit.NewText(kit.Caption, "")
	r.guess = kit.Inset(0, 0, 0, 6, r.trust)
	left := kit.NewDown(0, r.name, container.NewBorder(nil, nil, r.guess, nil, r.sample))
	r.root = kit.Columns(kit.Gap, []float32{0.44, 0.56}, kit.Between(kit.Gap, nil, left, kit.NewText(kit.Muted, "→")), r.choice)
	return r
}

var trustTones = map[Trust]kit.Tone{TrustSure: kit.TonePositive, TrustProbable: kit.TonePlain, TrustLook: kit.ToneWarn}

func (r *columnRow) show(env *kit.Env) {
	p := r.presenter
	r.name.SetText(kit.Plain(kit.OneLine(p.ColumnName(r.column))))
	r.sample.SetText(kit.Plain(kit.OneLine(p.Sample(r.column))))
	trust, guessed := p.Trust(r.column)
	r.trust.SetText(env.Words.Text("importer.trust." + string(trust)))
	r.trust.SetStyle(kit.Caption.In(trustTones[trust].Text()))
	shown(r.guess, guessed)
	r.choice.SetChosen(indexOf(data.Fields, p.Preview().Columns[r.column].Field))
	if p.CanPlan() {
		r.choice.Enable()
	} else {
		r.choice.Disable()
	}
}

// split sets the columns beside the first rows, which get the larger part.
type split struct{ gap float32 }

const columnsPart = 0.46

// MinSize is as high as the higher of the two.
func (l *split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+l.gap+b.Width, max(a.Height, b.Height))
}

// Layout divides the width.
func (l *split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := columnsPart * (size.Width - l.gap)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+l.gap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-l.gap, size.Height))
}
