package desk_test

import (
	"testing"
	"time"

	"vedetta/data"
)

func TestASourceHasItsOwnZone(t *testing.T) {
	at := func(t *testing.T, plan data.Plan, zones map[string]string, want map[string]string) {
		t.Helper()
		d := open(t)
		for source, zone := range zones {
			must(t, d.SetSourceZone(ctx, source, zone))
		}
		plan.Path = file(t, "a.csv", "id,data,testo,fonte", "1,2026-11-20 10:00,uno,google", "2,2026-11-20 10:00,due,trustpilot")
		_, err := d.Import(ctx, plan, nil)
		must(t, err)
		rows, err := d.Page(ctx, data.Filter{}, 0, 10)
		must(t, err)
		got := map[string]string{}
		for _, r := range rows {
			got[r.Source] = r.PublishedAt.Format("15:04")
		}
		equal(t, "published at", got, want)
	}
	newYork, err := time.LoadLocation("America/New_York")
	must(t, err)
	for name, c := range map[string]struct {
		plan  data.Plan
		zones map[string]string
		want  map[string]string
	}{
		"the workspace's where none is chosen": {data.Plan{}, nil, map[string]string{"google": "09:00", "trustpilot": "09:00"}},
		"its own where one is": {
			data.Plan{},
			map[string]string{"Google": "America/New_York"},
			map[string]string{"google": "15:00", "trustpilot": "09:00"},
		},
		"the file's wins": {
			data.Plan{Zone: newYork},
			map[string]string{"google": "Asia/Tokyo"},
			map[string]string{"google": "15:00", "trustpilot": "15:00"},
		},
	} {
		t.Run(name, func(t *testing.T) { at(t, c.plan, c.zones, c.want) })
	}
	t.Run("an unknown zone is refused", func(t *testing.T) {
		equal(t, "error", data.CodeOf(open(t).SetSourceZone(ctx, "google", "Mars/Olympus")), data.ErrZone)
	})
}

func TestAZoneHoldsForImportsFromThenOn(t *testing.T) {
	d, path := open(t), file(t, "a.csv", "id,data,testo,fonte", "1,2026-11-20 10:00,uno,google")
	_, err := d.Import(ctx, data.Plan{Path: path}, nil)
	must(t, err)
	must(t, d.SetSourceZone(ctx, "google", "America/New_York"))
	_, err = d.Import(ctx, data.Plan{Path: path}, nil)
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	if len(rows) != 1 || rows[0].PublishedAt.Hour() != 9 {
		t.Errorf("mentions %+v", rows)
	}
}
