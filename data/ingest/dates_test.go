package ingest

import (
	"testing"
	"time"

	"vedetta/data"
)

func TestDatesOfRealExportsAreRead(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) time.Time {
		v, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for text, want := range map[string]string{
		"2026-03-01T09:05:07Z":                "2026-03-01T09:05:07Z",
		"2026-03-01T09:05:07.211488+00:00":    "2026-03-01T09:05:07.211488Z",
		"2026-03-01T09:05:07+01:00":           "2026-03-01T08:05:07Z",
		"2026-03-01 09:05:07.0":               "2026-03-01T08:05:07Z",
		"2026-07-01 09:05":                    "2026-07-01T07:05:00Z",
		"2026-03-01":                          "2026-02-28T23:00:00Z",
		"2015-02-24 11:35:52 -0800":           "2015-02-24T19:35:52Z",
		"2022-02-24 23:59:00+00:00":           "2022-02-24T23:59:00Z",
		"Sun Mar 01 09:05:07 +0000 2026":      "2026-03-01T09:05:07Z",
		"Mon Apr 06 22:19:45 PDT 2009":        "2009-04-07T05:19:45Z",
		"Sat Jan 01 00:00:00 UTC 2020":        "2020-01-01T00:00:00Z",
		"24-02-2015 11.35":                    "2015-02-24T10:35:00Z",
		"24/02/15 11:35":                      "2015-02-24T10:35:00Z",
		"24.2.2015":                           "2015-02-23T23:00:00Z",
		"01/03/2026 09:05":                    "2026-03-01T08:05:00Z",
		"01-Mar-2026 09:05 AM":                "2026-03-01T08:05:00Z",
		"01-Mar-2026 04:18PM":                 "2026-03-01T15:18:00Z",
		"31-Jul-18":                           "2018-07-30T22:00:00Z",
		"9 December 2020":                     "2020-12-08T23:00:00Z",
		"December 9, 2020 12:05 AM":           "2020-12-08T23:05:00Z",
		"martedì 24 febbraio 2015 alle 11:35": "2015-02-24T10:35:00Z",
		"2020-05-20 12:00:00 CEST":            "2020-05-20T10:00:00Z",
		"42059.4832407407":                    "2015-02-24T10:35:52Z",
		"1424777752":                          "2015-02-24T11:35:52Z",
		"1424777752123":                       "2015-02-24T11:35:52.123Z",
	} {
		t.Run(text, func(t *testing.T) {
			d := dates{zone: rome}
			d.learn(text)
			d.settle()
			got, ok := d.parse(text)
			if !ok || !got.Equal(at(want)) {
				t.Errorf("got %v, %v; want %s", got, ok, want)
			}
		})
	}
	for _, text := range []string{"", "ieri", "never", "31/02/2026", "2026-13-01", "12:30", "99/99/9999", "1", "2026", "@luca 10/10/2026"} {
		t.Run("not a date: "+text, func(t *testing.T) {
			d := dates{zone: rome}
			if got, ok := d.parse(text); ok {
				t.Errorf("read as %v", got)
			}
		})
	}
}

func TestDayAndMonthAreToldApartByTheWholeColumn(t *testing.T) {
	for name, c := range map[string]struct {
		column []string
		want   data.DateOrder
		month  time.Month // of 03/04/2026
	}{
		"a day over 12 comes first":     {[]string{"03/04/2026", "13/04/2026"}, data.DateDayFirst, time.April},
		"a day over 12 comes second":    {[]string{"03/04/2026", "04/13/2026"}, data.DateMonthDay, time.March},
		"nothing tells: day first":      {[]string{"03/04/2026", "05/06/2026"}, data.DateUnclear, time.April},
		"years first need no decision":  {[]string{"2026-04-03"}, data.DateOther, time.April},
		"the person's choice is obeyed": {[]string{"03/04/2026"}, data.DateMonthDay, time.March},
	} {
		t.Run(name, func(t *testing.T) {
			d := dates{zone: time.UTC}
			if name == "the person's choice is obeyed" {
				d.order = data.DateMonthDay
			}
			for _, s := range c.column {
				d.learn(s)
			}
			d.settle()
			got, _ := d.parse("03/04/2026")
			if d.order != c.want || got.Month() != c.month {
				t.Errorf("order %q, month %v", d.order, got.Month())
			}
		})
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2026-03-01T09:05:07.211488+00:00", "Sun Mar 01 09:05:07 +0000 2026", "24-02-2015 11.35", "42059.48", "+", "1-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := dates{zone: time.UTC}
		d.learn(s)
		d.settle()
		if got, ok := d.parse(s); ok && (got.Year() < 1989 || got.Year() > 2129) {
			t.Errorf("%q read as %v", s, got)
		}
	})
}
