package ingest

import (
	"testing"
	"time"

	"vedetta/data"
)

func TestDatesThatCountFromTheFilesTime(t *testing.T) {
	anchor := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC) // a Tuesday, 14:00 in Rome
	d := newDates(place(t, "Europe/Rome"), data.DateOther, anchor)
	for text, want := range map[string]string{
		"just now":                   "2026-03-31T12:00:00Z",
		"adesso":                     "2026-03-31T12:00:00Z",
		"à l’instant":                "2026-03-31T12:00:00Z",
		"2 giorni fa":                "2026-03-29T12:00:00Z",
		"1 mese fa":                  "2026-02-28T13:00:00Z",
		"un anno fa":                 "2025-03-31T12:00:00Z",
		"1 anno fa (modificato)":     "2025-03-31T12:00:00Z",
		"un'ora fa":                  "2026-03-31T11:00:00Z",
		"circa 3 settimane fa":       "2026-03-10T13:00:00Z",
		"3 weeks ago":                "2026-03-10T13:00:00Z",
		"Reviewed 3 weeks ago":       "2026-03-10T13:00:00Z",
		"Ultima modifica: un'ora fa": "2026-03-31T11:00:00Z",
		"an hour ago":                "2026-03-31T11:00:00Z",
		"a day ago (edited)":         "2026-03-30T12:00:00Z",
		"1 hour, 5 minutes ago":      "2026-03-31T10:55:00Z",
		"1 h ago":                    "2026-03-31T11:00:00Z",
		"2d":                         "2026-03-29T12:00:00Z",
		"5h":                         "2026-03-31T07:00:00Z",
		"15 min":                     "2026-03-31T11:45:00Z",
		"2mo":                        "2026-01-31T13:00:00Z",
		"1y •":                       "2025-03-31T12:00:00Z",
		"hace 2 días":                "2026-03-29T12:00:00Z",
		"hace un año":                "2025-03-31T12:00:00Z",
		"il y a 3 semaines":          "2026-03-10T13:00:00Z",
		"il y a un an":               "2025-03-31T12:00:00Z",
		"vor 2 Tagen":                "2026-03-29T12:00:00Z",
		"vor einem Monat":            "2026-02-28T13:00:00Z",
		"há 2 dias":                  "2026-03-29T12:00:00Z",
		"3 semanas atrás":            "2026-03-10T13:00:00Z",
		"oggi alle 9":                "2026-03-31T07:00:00Z",
		"ieri":                       "2026-03-30T12:00:00Z",
		"ieri alle 14:30":            "2026-03-30T12:30:00Z",
		"Ieri, 14.30":                "2026-03-30T12:30:00Z",
		"l'altro ieri alle 8:00":     "2026-03-29T06:00:00Z",
		"Yesterday at 2:30 PM":       "2026-03-30T12:30:00Z",
		"hier à 14h30":               "2026-03-30T12:30:00Z",
		"gestern um 14:30 Uhr":       "2026-03-30T12:30:00Z",
		"ayer a las 14:30":           "2026-03-30T12:30:00Z",
		"ontem às 14:30":             "2026-03-30T12:30:00Z",
		"lunedì alle 14:30":          "2026-03-30T12:30:00Z",
		"last Wednesday at 2:30 PM":  "2026-03-25T13:30:00Z",
		"martedì scorso":             "2026-03-24T13:00:00Z",
		"3 marzo alle 9:05":          "2026-03-03T08:05:00Z",
		"December 9 at 12:05 AM":     "2025-12-08T23:05:00Z",
		"3 ago":                      "2025-08-02T22:00:00Z",
	} {
		t.Run(text, func(t *testing.T) {
			if got, ok := d.parse(text); !ok || !got.Equal(moment(t, want)) {
				t.Errorf("got %v, %v; want %s", got, ok, want)
			}
		})
	}
	for _, text := range []string{"fa", "2", "giorni", "2 stelle fa", "in 2 days", "12345678 days ago", "Feb-15", "Mario Rossi", "9999 years ago", "a", "ieri l'altro no"} {
		t.Run("not a date: "+text, func(t *testing.T) {
			if got, ok := d.parse(text); ok {
				t.Errorf("read as %v", got)
			}
		})
	}
}

func TestRelativeDatesNeedTheFilesTime(t *testing.T) {
	d := newDates(time.UTC, data.DateOther, time.Time{})
	if got, ok := d.parse("2 giorni fa"); ok {
		t.Errorf("read as %v", got)
	}
}
