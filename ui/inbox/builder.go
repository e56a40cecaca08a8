package inbox

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"vedetta/data"
	"vedetta/ui/kit"
)

// builder is the dialog in which a search is put together line by line.
type builder struct {
	env       *kit.Env
	presenter *buildPresenter
	sentence  *kit.Para
	found     *kit.Para
	apply     *kit.Button
	dialog    *dialog.CustomDialog
}

const buildWidth, buildHeight = 620, 500

func newBuilder(env *kit.Env, list *Presenter) *builder {
	return &builder{env: env, presenter: newBuildPresenter(list)}
}

// open shows the search as a form, or says that it has to be edited as text.
func (b *builder) open() {
	w := b.env.Words
	b.presenter.changed = func() {}
	if !b.presenter.begin() {
		says := kit.NewPara(kit.Body, w.Text("query.build.complex"))
		dialog.ShowCustom(w.Text("query.build.title"), w.Text("query.close"), kit.Sized(askNameWidth, 0, says), b.env.Window)
		return
	}
	b.sentence, b.found = kit.NewPara(kit.Strong, ""), kit.NewPara(kit.Caption, "")
	b.apply = kit.NewButton(kit.Primary, w.Text("query.build.apply"), b.finish)
	first := b.line(func(q *data.SimpleQuery) *string { return &q.All })
	rows := kit.NewDown(8, b.words(first), b.choices(), b.days(), kit.NewHairline(), b.sentence, b.found)
	scroll := container.NewVScroll(kit.Inset(0, 4, 0, 12, rows))
	b.dialog = dialog.NewCustomWithoutButtons(w.Text("query.build.title"), kit.Sized(buildWidth, buildHeight, scroll), b.env.Window)
	b.dialog.SetButtons([]fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("query.cancel"), b.close), b.apply})
	b.presenter.changed = b.show
	b.show()
	b.dialog.Show()
	b.env.Window.Canvas().Focus(first)
}

func (b *builder) close() {
	b.presenter.changed = func() {}
	b.presenter.loads.Cancel()
	b.dialog.Hide()
}

func (b *builder) finish() {
	if b.presenter.err == nil {
		b.close()
		b.presenter.apply()
	}
}

// show brings sentence and count up to date.
func (b *builder) show() {
	b.sentence.SetText(kit.Plain(b.presenter.sentence()))
	b.found.SetText(b.presenter.found())
	b.apply.SetEnabled(b.presenter.err == nil)
}

// line is an entry for one part of the form.
func (b *builder) line(part func(*data.SimpleQuery) *string) *kit.SearchEntry {
	e := kit.NewSearchEntry("", func(string) { b.finish() }, func() { b.close() })
	e.SetText(*part(&b.presenter.form))
	e.OnChanged = func(s string) { b.presenter.edit(func(q *data.SimpleQuery) { *part(q) = s }) }
	return e
}

func (b *builder) cell(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewDown(2, kit.NewText(kit.Caption, b.env.Words.Text("query.build."+key)), o)
}

func two(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Columns(kit.Edge, nil, a, b) }

func (b *builder) words(first *kit.SearchEntry) fyne.CanvasObject {
	return kit.NewDown(8,
		two(b.cell("all", first), b.cell("any", b.line(func(q *data.SimpleQuery) *string { return &q.Any }))),
		two(b.cell("none", b.line(func(q *data.SimpleQuery) *string { return &q.None })),
			b.cell("phrase", b.line(func(q *data.SimpleQuery) *string { return &q.Phrase }))))
}

func (b *builder) choices() fyne.CanvasObject {
	w, p := b.env.Words, b.presenter
	known, form := p.list.side.known, &p.form
	same := func(v string) string { return kit.Plain(v) }
	return kit.NewDown(8,
		two(b.cell("source", several(b, p.known(known.Sources, form.Sources), w.Source, func(q *data.SimpleQuery) *[]string { return &q.Sources })),
			b.cell("label", several(b, data.Labels[:], w.Label, func(q *data.SimpleQuery) *[]data.Label { return &q.Labels }))),
		two(b.cell("status", several(b, data.Statuses[:], w.Status, func(q *data.SimpleQuery) *[]data.Status { return &q.Statuses })),
			b.cell("tag", several(b, p.known(known.Tags, form.Tags), same, func(q *data.SimpleQuery) *[]string { return &q.Tags }))),
		two(b.cell("lang", several(b, p.known(known.Langs, form.Langs), w.Language, func(q *data.SimpleQuery) *[]string { return &q.Langs })),
			b.cell("author", b.line(func(q *data.SimpleQuery) *string { return &q.Author }))),
		two(b.cell("rating", b.ratings()), two(b.cell("reach", b.reaches()), b.cell("starred", b.starred()))))
}

// several is a choice of any number of values of a part of the form.
func several[T comparable](b *builder, values []T, say func(T) string, part func(*data.SimpleQuery) *[]T) *kit.Choice {
	w := b.env.Words
	c := kit.NewMultiChoice(w.Text("query.build.every"), func(n int) string { return w.Text("query.build.several", "N", n) },
		func(picked []int) {
			b.presenter.edit(func(q *data.SimpleQuery) {
				*part(q) = nil
				for _, i := range picked {
					*part(q) = append(*part(q), values[i])
				}
			})
		})
	var names []string
	var picked []int
	for i, v := range values {
		names = append(names, say(v))
		if slices.Contains(*part(&b.presenter.form), v) {
			picked = append(picked, i)
		}
	}
	c.SetPicked(names, picked)
	return c
}

func (b *builder) ratings() fyne.CanvasObject {
	names := []string{b.env.Words.Text("query.build.every")}
	for _, r := range data.SimpleRatings[1:] {
		names = append(names, b.env.Words.Stars(r))
	}
	return kit.NewChoice(names, slices.Index(data.SimpleRatings, b.presenter.form.Rating), func(i int) {
		b.presenter.edit(func(q *data.SimpleQuery) { q.Rating = data.SimpleRatings[i] })
	})
}

func (b *builder) reaches() fyne.CanvasObject {
	reaches := b.presenter.reaches()
	names := []string{b.env.Words.Text("query.build.every")}
	for _, n := range reaches[1:] {
		names = append(names, b.env.Words.Text("query.build.least", "N", b.env.Words.Number(n)))
	}
	return kit.NewChoice(names, slices.Index(reaches, b.presenter.form.ReachFrom), func(i int) {
		b.presenter.edit(func(q *data.SimpleQuery) { q.ReachFrom = reaches[i] })
	})
}

func (b *builder) starred() fyne.CanvasObject {
	w, chosen := b.env.Words, 0
	if b.presenter.form.Starred {
		chosen = 1
	}
	return kit.NewChoice([]string{w.Text("query.build.every"), w.Text("query.build.starred.only")}, chosen, func(i int) {
		b.presenter.edit(func(q *data.SimpleQuery) { q.Starred = i == 1 })
	})
}

// days lets the person choose a period by name or by its first and last day.
func (b *builder) days() fyne.CanvasObject {
	p := b.presenter
	var names []string
	for _, key := range buildPeriods {
		names = append(names, b.env.Words.Text("query.period."+key))
	}
	var from, to *kit.SearchEntry
	period := kit.NewChoice(names, p.period(), func(i int) {
		p.setPeriod(i)
		from.SetText(p.form.From)
		to.SetText(p.form.To)
		if i == ownDays {
			b.env.Window.Canvas().Focus(from)
		}
	})
	day := func(part func(*data.SimpleQuery) *string) *kit.SearchEntry {
		e := b.line(part)
		e.PlaceHolder = p.now().Format(time.DateOnly)
		e.OnChanged = func(s string) {
			p.edit(func(q *data.SimpleQuery) { *part(q) = readDay(s) })
			period.SetChosen(p.period())
		}
		return e
	}
	from, to = day(func(q *data.SimpleQuery) *string { return &q.From }), day(func(q *data.SimpleQuery) *string { return &q.To })
	return two(b.cell("period", period), two(b.cell("from", from), b.cell("to", to)))
}
