package inbox

import (
	"context"
	"slices"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// buildPresenter is the search as a form: each question has a line, a sentence
// says what is asked for and a count what it finds.
type buildPresenter struct {
	list    *Presenter
	form    data.SimpleQuery
	err     error // what is wrong with the form
	count   int
	counted bool
	loads   *job.Loader
	changed func()
}

func newBuildPresenter(list *Presenter) *buildPresenter {
	return &buildPresenter{list: list, loads: job.NewLoader(list.dispatcher), changed: func() {}}
}

// begin takes the search into the form; false where the form cannot say all of
// it.
func (b *buildPresenter) begin() bool {
	form, ok := data.SimpleQueryOf(b.list.query, b.list.desk.Zone())
	if ok {
		b.form = form
		b.recount(0)
	}
	return ok
}

// edit changes the form.
func (b *buildPresenter) edit(change func(*data.SimpleQuery)) {
	change(&b.form)
	b.recount(b.list.pauses.search)
}

// recount counts what the list would show.
func (b *buildPresenter) recount(pause time.Duration) {
	f, err := data.ParseQuery(b.form.String(), b.list.desk.Zone())
	b.counted, b.err = false, err
	b.changed()
	if err != nil {
		b.loads.Cancel()
		return
	}
	f = b.list.view.filter().And(b.list.handed).And(f)
	b.loads.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		n, err := b.list.desk.Count(ctx, f, countLimit)
		return func() {
			if err != nil {
				b.list.failed(err)
				return
			}
			b.count, b.counted = n, true
			b.changed()
		}
	})
}

// sentence says in words what is asked for.
func (b *buildPresenter) sentence() string { return b.list.words.Search(b.form, b.now()) }

// found says how many mentions that is, or what is wrong.
func (b *buildPresenter) found() string {
	w := b.list.words
	switch {
	case b.err != nil:
		return w.Text("query.build.wrong_day")
	case !b.counted:
		return w.Text("query.build.counting")
	case b.count > countLimit:
		return w.Text("query.build.many", "N", b.list.capped(b.count, countLimit), "View", b.viewName())
	}
	return w.Count("query.build.found", b.count, "View", b.viewName())
}

func (b *buildPresenter) viewName() string {
	return b.list.words.Text("inbox.view." + b.list.view.key())
}

// apply searches for what the form says.
func (b *buildPresenter) apply() {
	b.loads.Cancel()
	b.list.SetQuery(b.form.String())
}

func (b *buildPresenter) now() time.Time { return b.list.desk.Now().In(b.list.desk.Zone()) }

// known are the values to choose from: those of the workspace and those that
// the search asks for already.
func (b *buildPresenter) known(all, asked []string) []string {
	out := slices.Clone(all)
	for _, v := range asked {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, v) }) {
			out = append(out, v)
		}
	}
	return out
}

// buildPeriods are the periods that the form names, and days of one's own.
var buildPeriods = []string{"any", "today", "week", "month", "own"}

const ownDays = 4 // the place of one's own days among them

// period is the place of the form's period among buildPeriods.
func (b *buildPresenter) period() int {
	if b.form.From == "" && b.form.To == "" {
		return 0
	}
	for i := 1; i < ownDays; i++ {
		if b.form.To == "" && b.form.From == b.periodFrom(i) {
			return i
		}
	}
	return ownDays
}

func (b *buildPresenter) periodFrom(i int) string {
	return data.LastFrom(b.now(), [...]int{1, 1, data.WeekDays, data.MonthDays}[i])
}

// setPeriod takes a named period; one's own days stay as they are.
func (b *buildPresenter) setPeriod(i int) {
	b.edit(func(q *data.SimpleQuery) {
		switch {
		case i == 0:
			q.From, q.To = "", ""
		case i < ownDays:
			q.From, q.To = b.periodFrom(i), ""
		}
	})
}

// readDay reads a day as people write it; what is none stays, and is wrong.
func readDay(text string) string {
	text = strings.TrimSpace(text)
	for _, layout := range []string{time.DateOnly, "2/1/2006", "2.1.2006", "2-1-2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return text
}

// buildReaches are the reaches to choose from; 0 is any.
var buildReaches = []int64{0, 100, 1000, 10_000, 100_000}

// reaches are those and the one that the search asks for.
func (b *buildPresenter) reaches() []int64 {
	out := slices.Clone(buildReaches)
	if !slices.Contains(out, b.form.ReachFrom) {
		out = append(out, b.form.ReachFrom)
	}
	return out
}
