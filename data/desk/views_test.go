package desk_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
)

func viewNames(t *testing.T, d *desk.Desk) (out []string) {
	t.Helper()
	views, err := d.Views(ctx)
	must(t, err)
	for _, v := range views {
		out = append(out, v.Name+" = "+v.Query)
	}
	return out
}

func wantViews(t *testing.T, d *desk.Desk, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, viewNames(t, d)); diff != "" {
		t.Error(diff)
	}
}

// twoViews keeps a view of refunds and one of praise.
func twoViews(t *testing.T) (*desk.Desk, []data.SavedView) {
	t.Helper()
	d := open(t)
	for _, v := range []data.SavedView{{Name: "  Rimborsi  chiesti ", Query: " rimborso "}, {Name: "Elogi", Query: "is:positive"}} {
		_, err := d.SaveView(ctx, v)
		must(t, err)
	}
	views, err := d.Views(ctx)
	must(t, err)
	return d, views
}

func TestViewsAreKeptInOrder(t *testing.T) {
	d, _ := twoViews(t)
	wantViews(t, d, "Rimborsi chiesti = rimborso", "Elogi = is:positive")
}

func TestEachChangeOfAViewCanBeTakenBack(t *testing.T) {
	for name, change := range map[string]func(d *desk.Desk, v []data.SavedView) (desk.Undo, error){
		"saving": func(d *desk.Desk, _ []data.SavedView) (desk.Undo, error) {
			return d.SaveView(ctx, data.SavedView{Name: "Nuova", Query: "pane"})
		},
		"renaming": func(d *desk.Desk, v []data.SavedView) (desk.Undo, error) {
			v[0].Name = "Soldi indietro"
			return d.SaveView(ctx, v[0])
		},
		"deleting": func(d *desk.Desk, v []data.SavedView) (desk.Undo, error) { return d.DeleteView(ctx, v[0].ID) },
		"reordering": func(d *desk.Desk, v []data.SavedView) (desk.Undo, error) {
			return d.OrderViews(ctx, []int64{v[1].ID, v[0].ID})
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, views := twoViews(t)
			before := viewNames(t, d)
			fired := 0
			d.Events().ViewsChanged.Add(func(struct{}) { fired++ })
			undo, err := change(d, views)
			must(t, err)
			if cmp.Equal(before, viewNames(t, d)) {
				t.Error("nothing changed")
			}
			must(t, undo(ctx))
			wantViews(t, d, before...)
			if fired != 2 {
				t.Errorf("told %d times", fired)
			}
		})
	}
}

func TestAViewThatCannotBeKept(t *testing.T) {
	d, views := twoViews(t)
	for name, c := range map[string]struct {
		view data.SavedView
		want data.Code
	}{
		"a query that cannot be read": {data.SavedView{Name: "x", Query: "is:angry"}, data.ErrQuery},
		"a name in other letters":     {data.SavedView{Name: "ELOGI", Query: "pane"}, data.ErrNameTaken},
		"renamed to a name in use":    {data.SavedView{ID: views[0].ID, Name: "elogi", Query: "pane"}, data.ErrNameTaken},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := d.SaveView(ctx, c.view); data.CodeOf(err) != c.want {
				t.Errorf("error %v", err)
			}
		})
	}
	if _, err := d.DeleteView(ctx, 99); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("deleting none: %v", err)
	}
	wantViews(t, d, "Rimborsi chiesti = rimborso", "Elogi = is:positive")
}

func TestWhatCanBeAskedFor(t *testing.T) {
	d := demo(t)
	ids := firstIDs(t, d, 1)
	_, err := d.AddTag(ctx, ids, "attesa lunga")
	must(t, err)
	k, err := d.Askable(ctx)
	must(t, err)
	if len(k.Sources) == 0 || len(k.Authors) == 0 || len(k.Langs) == 0 || k.Now.IsZero() {
		t.Errorf("%+v", k)
	}
	found := data.Suggest("tag:att", 7, k)
	if len(found) == 0 || found[0].Text != `tag:"attesa lunga" ` {
		t.Errorf("%+v", found)
	}
	for _, author := range k.Authors[:min(3, len(k.Authors))] {
		f, err := data.ParseQuery("author:"+data.QueryValue(author), d.Zone())
		must(t, err)
		if n, err := d.Count(ctx, f, 10); err != nil || n == 0 {
			t.Errorf("%s wrote %d mentions, error %v", author, n, err)
		}
	}
}

func firstIDs(t *testing.T, d *desk.Desk, n int) (ids []data.ID) {
	t.Helper()
	rows, err := d.Page(ctx, data.Filter{}, 0, n)
	must(t, err)
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}
