package desk_test

import (
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
)

func TestWorkLost(t *testing.T) {
	negative := data.Negative
	for name, c := range map[string]struct {
		work func(d *desk.Desk, id data.ID) error
		want data.WorkLost
	}{
		"nothing where nobody worked": {func(*desk.Desk, data.ID) error { return nil }, data.WorkLost{}},
		"a tag": {func(d *desk.Desk, id data.ID) error {
			_, err := d.AddTag(ctx, []data.ID{id}, "attese")
			return err
		}, data.WorkLost{Worked: 1, Tagged: 1}},
		"a note": {func(d *desk.Desk, id data.ID) error {
			_, err := d.SetNote(ctx, id, "chiamata")
			return err
		}, data.WorkLost{Worked: 1, Noted: 1}},
		"a corrected label": {func(d *desk.Desk, id data.ID) error {
			_, err := d.SetLabel(ctx, []data.ID{id}, &negative)
			return err
		}, data.WorkLost{Worked: 1, Overridden: 1}},
		"a status is work of its own": {func(d *desk.Desk, id data.ID) error {
			_, err := d.SetStatus(ctx, []data.ID{id}, data.StatusArchived)
			return err
		}, data.WorkLost{Worked: 1}},
		"a screenshot": {func(d *desk.Desk, id data.ID) error {
			return d.Attach(ctx, id, file(t, "a.png", png))
		}, data.WorkLost{Worked: 1, Attached: 1}},
		"several kinds on one mention": {func(d *desk.Desk, id data.ID) error {
			if _, err := d.AddTag(ctx, []data.ID{id}, "attese"); err != nil {
				return err
			}
			_, err := d.SetNote(ctx, id, "chiamata")
			return err
		}, data.WorkLost{Worked: 1, Tagged: 1, Noted: 1}},
		"work on a mention that another import brought too stays": {func(d *desk.Desk, id data.ID) error {
			if _, err := d.SetNote(ctx, id, "chiamata"); err != nil {
				return err
			}
			_, err := d.Import(ctx, data.Plan{Path: reviews(t, 3)}, nil)
			return err
		}, data.WorkLost{}},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			i, err := d.Import(ctx, data.Plan{Path: reviews(t, 3)}, nil)
			must(t, err)
			rows, err := d.Page(ctx, data.Filter{}, 0, 1)
			must(t, err)
			must(t, c.work(d, rows[0].ID))
			lost, err := d.WorkLost(ctx, i.ID)
			must(t, err)
			equal(t, "lost", lost, c.want)
		})
	}
}
