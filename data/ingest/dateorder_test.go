package ingest

import (
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

func TestDayAndMonthAreToldApartByTheWholeColumn(t *testing.T) {
	later := time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		column []string
		anchor time.Time
		usual  data.DateOrder
		want   data.DateOrder
		month  time.Month // of 03/04/2026
	}{
		"a day over 12 comes first":  {[]string{"03/04/2026", "13/04/2026"}, later, "", data.DateDayFirst, time.April},
		"a day over 12 comes second": {[]string{"03/04/2026", "04/13/2026"}, later, "", data.DateMonthDay, time.March},
		"the rows win over what the format does usually": {
			[]string{"03/04/2026", "13/04/2026"}, later, data.DateMonthDay, data.DateDayFirst, time.April,
		},
		"dots are written day first": {[]string{"03.04.2026"}, later, "", data.DateDayFirst, time.April},
		"read day first it would lie in the future": {
			[]string{"03/04/2026", "02/11/2026"}, time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), "", data.DateMonthDay, time.March,
		},
		"read month first it would lie in the future": {
			[]string{"03/04/2026", "11/02/2026"}, time.Date(2026, 4, 10, 0, 0, 0, 0, time.UTC), "", data.DateDayFirst, time.April,
		},
		"the month stays while days go by":           {[]string{"01/03/2026", "02/03/2026", "03/03/2026"}, later, "", data.DateDayFirst, time.April},
		"the month stays while days go by, American": {[]string{"03/01/2026", "03/02/2026", "03/03/2026"}, later, "", data.DateMonthDay, time.March},
		"the column is in order, newest first": {
			[]string{"04/05/2026", "01/05/2026", "11/04/2026", "05/04/2026", "12/03/2026"}, later, "", data.DateDayFirst, time.April,
		},
		"AM and PM are American": {[]string{"03/04/2026 9:05 AM", "05/06/2026 4:18 PM"}, later, "", data.DateMonthDay, time.March},
		"the header's language before AM and PM": {
			[]string{"03/04/2026 9:05 AM", "05/06/2026 4:18 PM"}, later, data.DateDayFirst, data.DateDayFirst, time.April,
		},
		"nothing tells: day first":     {[]string{"03/04/2026", "05/06/2026"}, later, "", data.DateUnclear, time.April},
		"years first need no decision": {[]string{"2026-04-03"}, later, "", data.DateOther, time.April},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDates(time.UTC, data.DateOther, c.anchor)
			d.usual = c.usual
			for _, s := range c.column {
				d.learn(s)
			}
			d.settle()
			got, _ := d.read("03/04/2026")
			if d.order != c.want || got.Month() != c.month {
				t.Errorf("order %q, month %v", d.order, got.Month())
			}
		})
	}
	t.Run("the person's choice is obeyed", func(t *testing.T) {
		d := newDates(time.UTC, data.DateMonthDay, later)
		d.learn("13/04/2026")
		d.settle()
		if got, _ := d.parse("03/04/2026"); got.Month() != time.March {
			t.Errorf("month %v", got.Month())
		}
	})
}

func TestTheFormatOrTheHeadersLanguageLeadToExpectAnOrder(t *testing.T) {
	american := formats.Format{Order: data.DateMonthDay}
	for name, c := range map[string]struct {
		format formats.Format
		header string
		want   data.DateOrder
	}{
		"an American format": {american, "Testo;Data", data.DateMonthDay},
		"Italian":            {formats.Generic, "Data;Testo della recensione", data.DateDayFirst},
		"German":             {formats.Generic, "Datum;Text", data.DateDayFirst},
		"English":            {formats.Generic, "Date;Text;Data source", data.DateOther},
	} {
		t.Run(name, func(t *testing.T) {
			if got := usualOrder(c.format, strings.Split(c.header, ";")); got != c.want {
				t.Errorf("got %q", got)
			}
		})
	}
}
