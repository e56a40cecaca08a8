package ingest

import (
	"testing"
	"time"

	"vedetta/data"
)

func place(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func moment(t testing.TB, s string) time.Time {
	t.Helper()
	v, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestDatesOfRealExportsAreRead(t *testing.T) {
	rome := place(t, "Europe/Rome")
	for text, want := range map[string]string{
		"2026-03-01T09:05:07Z":                   "2026-03-01T09:05:07Z",
		"2026-03-01T09:05:07.211488+00:00":       "2026-03-01T09:05:07.211488Z",
		"2026-03-01T09:05:07+01:00":              "2026-03-01T08:05:07Z",
		"2026-03-01T09:05:07.1234567Z":           "2026-03-01T09:05:07.1234567Z",
		"2026-03-01T09:05Z":                      "2026-03-01T09:05:00Z",
		"2026-03-01T09:05:07+01:00[Europe/Rome]": "2026-03-01T08:05:07Z",
		"2026-03-01 09:05:07.0":                  "2026-03-01T08:05:07Z",
		"2026-07-01 09:05":                       "2026-07-01T07:05:00Z",
		"2026-03-01":                             "2026-02-28T23:00:00Z",
		"2026/3/1 9:05":                          "2026-03-01T08:05:00Z",
		"2026.03.01 09:05":                       "2026-03-01T08:05:00Z",
		"20260301":                               "2026-02-28T23:00:00Z",
		"20260301T090507Z":                       "2026-03-01T09:05:07Z",
		"20260301090507":                         "2026-03-01T08:05:07Z",
		"2015-02-24 11:35:52 -0800":              "2015-02-24T19:35:52Z",
		"2022-02-24 23:59:00+00:00":              "2022-02-24T23:59:00Z",
		"2026-03-01 09:05:07 UTC":                "2026-03-01T09:05:07Z",
		"2026-03-01 24:00":                       "2026-03-01T23:00:00Z",
		"Sun Mar 01 09:05:07 +0000 2026":         "2026-03-01T09:05:07Z",
		"Mon Apr 06 22:19:45 PDT 2009":           "2009-04-07T05:19:45Z",
		"Sat Jan 01 00:00:00 UTC 2020":           "2020-01-01T00:00:00Z",
		"Sun, 01 Mar 2026 09:05:07 GMT":          "2026-03-01T09:05:07Z",
		"Sun, 01 Mar 2026 09:05:07 -0500 (EST)":  "2026-03-01T14:05:07Z",
		"Sun Mar 01 2026 09:05:07 GMT+0100 (Central European Standard Time)": "2026-03-01T08:05:07Z",
		"2026-03-01 09:05 UTC+2":                            "2026-03-01T07:05:00Z",
		"2026-03-01 09:05 (CEST)":                           "2026-03-01T07:05:00Z",
		"24-02-2015 11.35":                                  "2015-02-24T10:35:00Z",
		"24-02-2015 11.35.07":                               "2015-02-24T10:35:07Z",
		"24/02/15 11:35":                                    "2015-02-24T10:35:00Z",
		"24/02/99":                                          "1999-02-23T23:00:00Z",
		"24.2.2015":                                         "2015-02-23T23:00:00Z",
		"24. 2. 2015 11:35":                                 "2015-02-24T10:35:00Z",
		"01/03/2026 09:05":                                  "2026-03-01T08:05:00Z",
		"01/03/2026, 09:05:07":                              "2026-03-01T08:05:07Z",
		"09:05 01/03/2026":                                  "2026-03-01T08:05:00Z",
		"01/03/2026 9:05 p. m.":                             "2026-03-01T20:05:00Z",
		"01/03/2026 09:05 a.m.":                             "2026-03-01T08:05:00Z",
		"01/03/2026 9:05\u202fPM":                           "2026-03-01T20:05:00Z",
		"01-Mar-2026 09:05 AM":                              "2026-03-01T08:05:00Z",
		"01-Mar-2026 04:18PM":                               "2026-03-01T15:18:00Z",
		"31-Jul-18":                                         "2018-07-30T22:00:00Z",
		"9 December 2020":                                   "2020-12-08T23:00:00Z",
		"December 9th, 2020":                                "2020-12-08T23:00:00Z",
		"December 9, 2020 12:05 AM":                         "2020-12-08T23:05:00Z",
		"Dec. 9, 2020 at 12:05 p.m.":                        "2020-12-09T11:05:00Z",
		"martedì 24 febbraio 2015 alle 11:35":               "2015-02-24T10:35:00Z",
		"Mar 24 feb 2015, ore 11.35":                        "2015-02-24T10:35:00Z",
		"mar 24/02/2015":                                    "2015-02-23T23:00:00Z",
		"24/Feb/2015:11:35:52 +0100":                        "2015-02-24T10:35:52Z",
		"24/02/2015 h 11:35":                                "2015-02-24T10:35:00Z",
		"1º marzo 2024":                                     "2024-02-29T23:00:00Z",
		"9 dic. 2020":                                       "2020-12-08T23:00:00Z",
		"1er mars 2024":                                     "2024-02-29T23:00:00Z",
		"mar. 3 mars 2020 à 14h30":                          "2020-03-03T13:30:00Z",
		"le 9 août 2020 à 14 h 30":                          "2020-08-09T12:30:00Z",
		"9 de\u0301cembre 2020":                             "2020-12-08T23:00:00Z",
		"9. Dezember 2020":                                  "2020-12-08T23:00:00Z",
		"Mi., 4. März 2020 um 14:30 Uhr":                    "2020-03-04T13:30:00Z",
		"am 9. Mai 2020":                                    "2020-05-08T22:00:00Z",
		"9 de diciembre de 2020":                            "2020-12-08T23:00:00Z",
		"miércoles, 9 de sept. de 2020 a las 14:30":         "2020-09-09T12:30:00Z",
		"quarta-feira, 9 de dezembro de 2020 às 14:30":      "2020-12-09T13:30:00Z",
		"9 out 2020":                                        "2020-10-08T22:00:00Z",
		"Reviewed in the United Kingdom on 9 December 2020": "2020-12-08T23:00:00Z",
		"Reviewed in the United States 🇺🇸 on May 9, 2020": "2020-05-08T22:00:00Z",
		"Recensito in Italia il 9 dicembre 2020":          "2020-12-08T23:00:00Z",
		"Rezension aus Deutschland vom 9. Dezember 2020":  "2020-12-08T23:00:00Z",
		"Commenté en France le 9 décembre 2020":           "2020-12-08T23:00:00Z",
		"Calificado en España el 9 de diciembre de 2020":  "2020-12-08T23:00:00Z",
		"Avaliado no Brasil em 9 de dezembro de 2020":     "2020-12-08T23:00:00Z",
		"Date of experience: March 01, 2026":              "2026-02-28T23:00:00Z",
		"2026-03-01 09:05 (modificato)":                   "2026-03-01T08:05:00Z",
		"2020-05-20 12:00:00 CEST":                        "2020-05-20T10:00:00Z",
		"42059.4832407407":                                "2015-02-24T10:35:52Z",
		"42059,4832407407":                                "2015-02-24T10:35:52Z",
		"42059":                                           "2015-02-23T23:00:00Z",
		"1424777752":                                      "2015-02-24T11:35:52Z",
		"1772355907.0":                                    "2026-03-01T09:05:07Z",
		"1424777752123":                                   "2015-02-24T11:35:52.123Z",
		"1424777752123456":                                "2015-02-24T11:35:52.123456Z",
		"1424777752123456789":                             "2015-02-24T11:35:52.123456789Z",
		"1.424777752E9":                                   "2015-02-24T11:35:52Z",
	} {
		t.Run(text, func(t *testing.T) {
			d := newDates(rome, data.DateDayFirst, time.Time{})
			got, ok := d.parse(text)
			if !ok || !got.Equal(moment(t, want)) {
				t.Errorf("got %v, %v; want %s", got, ok, want)
			}
		})
	}
}

func TestWhatIsNoDateIsNotRead(t *testing.T) {
	for _, text := range []string{
		"", "-", "ieri", "never", "31/02/2026", "2026-13-01", "12:30", "99/99/9999", "1", "2026", "@luca 10/10/2026", "0000-00-00", "01/01/0001",
		"29/02/2025", "Feb-15", "gen-24", "2026-03-01 25:00", "March 2026", "9 dicembre", "2026-W10", "1/2/3/4", "we met on 9 December 2020", "2026-03-01 09:05 XYZ",
		"570306133677760513", "+39 011 1234567", "3 mele 2020", "5.0 out of 5 stars",
	} {
		t.Run(text, func(t *testing.T) {
			d := newDates(time.UTC, data.DateOther, time.Time{})
			if got, ok := d.parse(text); ok {
				t.Errorf("read as %v", got)
			}
		})
	}
}

func TestLocalTimesAtChangesOfTheClock(t *testing.T) {
	for name, c := range map[string]struct{ zone, text, want string }{
		"skipped in Rome: moved forward by the gap":     {"Europe/Rome", "2026-03-29 02:30", "2026-03-29T01:30:00Z"},
		"just before the gap in Rome":                   {"Europe/Rome", "2026-03-29 01:59:59", "2026-03-29T00:59:59Z"},
		"just after the gap in Rome":                    {"Europe/Rome", "2026-03-29 03:00", "2026-03-29T01:00:00Z"},
		"twice in Rome: the first":                      {"Europe/Rome", "25/10/2026 02:30", "2026-10-25T00:30:00Z"},
		"after the overlap in Rome":                     {"Europe/Rome", "2026-10-25 03:00", "2026-10-25T02:00:00Z"},
		"skipped in New York: moved forward by the gap": {"America/New_York", "2026-03-08 02:30", "2026-03-08T07:30:00Z"},
		"after the gap in New York":                     {"America/New_York", "2026-03-08 03:30", "2026-03-08T07:30:00Z"},
		"twice in New York: the first":                  {"America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z"},
		"after the overlap in New York":                 {"America/New_York", "2026-11-01 02:00", "2026-11-01T07:00:00Z"},
		"a zone that is told has no gap":                {"Europe/Rome", "2026-03-29 02:30 +0100", "2026-03-29T01:30:00Z"},
		"a spreadsheet's day is local":                  {"America/New_York", "42059.5", "2015-02-24T17:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDates(place(t, c.zone), data.DateDayFirst, time.Time{})
			if got, ok := d.parse(c.text); !ok || !got.Equal(moment(t, c.want)) {
				t.Errorf("got %v, %v; want %s", got, ok, c.want)
			}
		})
	}
}

// The library is the oracle wherever a local time exists once.
func TestLocalTimesAgreeWithTheLibrary(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/Rome", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca"} {
		zone := place(t, name)
		d := newDates(zone, data.DateOther, time.Time{})
		for want := time.Date(1990, 1, 2, 0, 0, 0, 0, time.UTC); want.Year() < 2040; want = want.Add(11*time.Hour + 13*time.Minute) {
			local := want.In(zone)
			if !local.Add(-2*time.Hour).Add(2*time.Hour).Equal(local) || changesNear(local) {
				continue
			}
			if got, ok := d.parse(local.Format("2006-01-02 15:04:05")); !ok || !got.Equal(want) {
				t.Fatalf("%s: %s read as %v", name, local, got)
			}
		}
	}
}

func changesNear(t time.Time) bool {
	_, a := t.Add(-3 * time.Hour).Zone()
	_, b := t.Add(3 * time.Hour).Zone()
	return a != b
}

func TestDatesThatCannotBeAreRefused(t *testing.T) {
	anchor := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	d := newDates(time.UTC, data.DateOther, anchor)
	for text, want := range map[string]bool{"2026-03-01": true, "2027-03-09": true, "2027-03-12": false, "2062-03-01": false, "1989-12-31": false, "1990-01-01": true} {
		if _, ok := d.parse(text); ok != want {
			t.Errorf("%s: %v", text, ok)
		}
	}
}

func TestAFileWhoseTimeIsOlderThanItsDatesIsBelievedInItsDates(t *testing.T) {
	d := newDates(time.UTC, data.DateOther, time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC))
	for _, s := range []string{"2026-03-01", "2026-03-02", "2026-03-03"} {
		d.learn(s)
	}
	d.settle()
	if _, ok := d.parse("2026-03-01"); !ok {
		t.Error("refused")
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{
		"2026-03-01T09:05:07.211488+00:00", "Sun Mar 01 09:05:07 +0000 2026", "24-02-2015 11.35", "42059.48", "+", "1-", "1424777752123456789",
		"Recensito in Italia il 9 dicembre 2020", "mar. 3 mars 2020 à 14h30", "2 giorni fa", "ieri alle 14:30", "5h", "1 year 2 months ago",
		"Sun Mar 01 2026 09:05:07 GMT+0100 (Central European Standard Time)", "01/03/2026 9:05\u202fPM", "9 de\u0301cembre 2020",
	} {
		f.Add(s)
	}
	zone := place(f, "Europe/Rome")
	f.Fuzz(func(t *testing.T, s string) {
		d := newDates(zone, data.DateOther, time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC))
		d.learn(s)
		d.settle()
		got, ok := d.parse(s)
		if ok && (got.Year() < firstYear || got.Year() > lastYear) {
			t.Errorf("%q read as %v", s, got)
		}
		if again, ok2 := d.parse(s); ok != ok2 || !again.Equal(got) {
			t.Errorf("%q read as %v and %v", s, got, again)
		}
	})
}

func BenchmarkDate(b *testing.B) {
	d := newDates(place(b, "Europe/Rome"), data.DateDayFirst, time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC))
	for name, text := range map[string]string{
		"ISO with zone":     "2026-03-01T09:05:07Z",
		"ISO local":         "2026-03-01 09:05:07",
		"day/month/year":    "01/03/2026 09:05",
		"Twitter":           "Sun Mar 01 09:05:07 +0000 2026",
		"epoch":             "1424777752",
		"month name":        "martedì 24 febbraio 2015 alle 11:35",
		"review with place": "Recensito in Italia il 9 dicembre 2020",
		"relative":          "2 giorni fa",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, ok := d.parse(text); !ok {
					b.Fatal("not read")
				}
			}
		})
	}
}
