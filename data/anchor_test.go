package data_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func TestAnchor(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	day := func(s string) time.Time {
		d, err := time.ParseInLocation(time.DateOnly, s, rome)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	days := func(now, newest time.Time) data.Period { return data.Anchor(now, newest, 7, rome) }
	month := func(now, newest time.Time) data.Period { return data.AnchorMonth(now, newest, rome) }
	noon := day("2026-11-25").Add(12 * time.Hour)
	tests := map[string]struct {
		anchor   func(now, newest time.Time) data.Period
		newest   time.Time
		from, to string
	}{
		"the days end today when there are recent mentions":        {days, noon.Add(-time.Hour), "2026-11-19", "2026-11-26"},
		"a mention on the first day of the period keeps it":        {days, day("2026-11-19"), "2026-11-19", "2026-11-26"},
		"the days end with the newest mention when it is older":    {days, day("2026-11-18").Add(9 * time.Hour), "2026-11-12", "2026-11-19"},
		"an empty workspace looks at today":                        {days, time.Time{}, "2026-11-19", "2026-11-26"},
		"the clock change does not move a day's start":             {days, day("2026-10-27"), "2026-10-21", "2026-10-28"},
		"the month is the last full one":                           {month, noon, "2026-10-01", "2026-11-01"},
		"the month is that of the newest mention when it is older": {month, day("2026-01-31").Add(23 * time.Hour), "2026-01-01", "2026-02-01"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			want := data.Period{From: day(tt.from).UTC(), To: day(tt.to).UTC()}
			if diff := cmp.Diff(want, tt.anchor(noon, tt.newest)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
