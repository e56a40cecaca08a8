package inbox

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
)

// viewsDesk is what the inbox asks for the person's own views, and for what a
// search can ask for.
type viewsDesk interface {
	Views(ctx context.Context) ([]data.SavedView, error)
	SaveView(ctx context.Context, v data.SavedView) (undoing, error)
	DeleteView(ctx context.Context, id int64) (undoing, error)
	OrderViews(ctx context.Context, ids []int64) (undoing, error)
	Askable(ctx context.Context) (data.Known, error)
}

// savedLimit bounds the counts of saved views: each costs a search.
const savedLimit = 1000

// savedView is a view of the person with what it holds; count is negative
// where its search cannot be read.
type savedView struct {
	data.SavedView
	count int
}

func (p *Presenter) readSaved(ctx context.Context) (out []savedView, err error) {
	views, err := p.desk.Views(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range views {
		s := savedView{v, -1}
		if f, err := data.ParseQuery(v.Query, p.desk.Zone()); err == nil {
			if s.count, err = p.desk.Count(ctx, f, savedLimit); err != nil {
				return nil, err
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// SavedViews are the person's own views in their order.
func (p *Presenter) SavedViews() []savedView { return p.side.saved }

// SavedCount is how many mentions a saved view holds.
func (p *Presenter) SavedCount(v savedView) string {
	if v.count < 0 {
		return "–"
	}
	return p.capped(v.count, savedLimit)
}

// ChooseSaved shows a saved view: its search among all mentions.
func (p *Presenter) ChooseSaved(v data.SavedView) {
	p.hand(data.Filter{}, "", false)
	p.SetQuery(v.Query)
}

// SavedChosen tells whether the list shows a saved view.
func (p *Presenter) SavedChosen(v savedView) bool {
	return p.view == ViewAll && p.title == "" && p.query != "" && p.query == v.Query
}

func (p *Presenter) savedChosen() bool { return slices.ContainsFunc(p.side.saved, p.SavedChosen) }

// CanSave tells whether what the list shows can be kept as a view: it is a
// search that can be read, or a view, and not what another screen handed in.
func (p *Presenter) CanSave() bool {
	query, ok := p.wholeQuery()
	return ok && query != ""
}

// wholeQuery is what the list shows, view and search, as one search.
func (p *Presenter) wholeQuery() (string, bool) {
	view, ok := p.view.query()
	if !ok || p.title != "" || p.queryErr != nil {
		return "", false
	}
	return data.JoinQueries(view, p.query, p.desk.Zone()), true
}

// NameToSave is the name under which the list would be kept again: that of the
// saved view which it shows.
func (p *Presenter) NameToSave() string {
	if i := slices.IndexFunc(p.side.saved, p.SavedChosen); i >= 0 {
		return p.side.saved[i].Name
	}
	return ""
}

// Named finds the saved view of a name.
func (p *Presenter) Named(name string) (data.SavedView, bool) {
	name = strings.Join(strings.Fields(name), " ")
	i := slices.IndexFunc(p.side.saved, func(v savedView) bool { return strings.EqualFold(v.Name, name) })
	if i < 0 {
		return data.SavedView{}, false
	}
	return p.side.saved[i].SavedView, true
}

// SaveView keeps what the list shows under a name; a view that has it already
// gets the new search.
func (p *Presenter) SaveView(name string) {
	name = strings.TrimSpace(name)
	if name == "" || !p.CanSave() {
		return
	}
	query, _ := p.wholeQuery()
	v, known := p.Named(name)
	if !known {
		v.Name = name
	}
	v.Query = query
	p.ChooseSaved(v)
	p.changeView("query.view.saved", v.Name, func(ctx context.Context) (undoing, error) { return p.desk.SaveView(ctx, v) })
}

// RenameView gives a saved view another name.
func (p *Presenter) RenameView(v data.SavedView, name string) {
	if name = strings.TrimSpace(name); name == "" || name == v.Name {
		return
	}
	v.Name = name
	p.changeView("query.view.renamed", name, func(ctx context.Context) (undoing, error) { return p.desk.SaveView(ctx, v) })
}

// DeleteView takes a saved view away; its mentions stay.
func (p *Presenter) DeleteView(v data.SavedView) {
	p.changeView("query.view.deleted", v.Name, func(ctx context.Context) (undoing, error) { return p.desk.DeleteView(ctx, v.ID) })
}

// MoveView moves a saved view up (-1) or down (1).
func (p *Presenter) MoveView(v data.SavedView, by int) {
	var ids []int64
	for _, s := range p.side.saved {
		ids = append(ids, s.ID)
	}
	from := slices.Index(ids, v.ID)
	if to := from + by; from >= 0 && to >= 0 && to < len(ids) {
		ids[from], ids[to] = ids[to], ids[from]
		p.changeView("query.view.moved", v.Name, func(ctx context.Context) (undoing, error) { return p.desk.OrderViews(ctx, ids) })
	}
}

func (p *Presenter) changeView(key, name string, do func(context.Context) (undoing, error)) {
	p.run(func() string { return p.words.Text(key, "Name", name) }, func() {}, do)
}

// Suggest tells how the search may go on at the cursor.
func (p *Presenter) Suggest(text string, cursor int) []data.Suggestion {
	return data.Suggest(text, cursor, p.side.known)
}

// Explain says what a suggestion means.
func (p *Presenter) Explain(s data.Suggestion) string {
	_, value, _ := strings.Cut(s.Shown, ":")
	switch s.Kind {
	case "source":
		return p.words.Source(value)
	case "lang":
		return p.words.Language(value)
	case "tag", "author", "rating", "reach":
		return p.words.Text("query.kind." + s.Kind)
	}
	if key := "query.kind." + s.Kind; p.words.Has(key) {
		return p.words.Text(key)
	}
	return ""
}
