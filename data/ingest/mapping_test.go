package ingest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

func TestDateAndTimeInColumnsOfTheirOwn(t *testing.T) {
	for name, c := range map[string]struct{ header, row, want string }{
		"joined":                              {"Data;Ora;Testo", "01/03/2026;09:05;uno", "2026-03-01T09:05:00Z"},
		"behind a midnight that says nothing": {"Data;Ora;Testo", "01/03/2026 00:00;9:05 AM;uno", "2026-03-01T09:05:00Z"},
		"a date with a time of its own":       {"Data;Ora;Testo", "01/03/2026 09:05;09:05;uno", "2026-03-01T09:05:00Z"},
		"a time that is a date":               {"Time;Text", "2026-03-01 09:05:07;uno", "2026-03-01T09:05:07Z"},
		"a day without a time":                {"Data;Ora;Testo", "01/03/2026;;uno", "2026-03-01T00:00:00Z"},
		"a zone in the name of the column":    {"Date (GMT+01:00) London;Text", "2026-03-01 09:05;uno", "2026-03-01T08:05:00Z"},
		"UTC in the name of the column":       {"created_utc;Text", "2026-03-01 09:05;uno", "2026-03-01T09:05:00Z"},
		"west of Greenwich":                   {"Published Date (GMT-05:00) New York;Text", "2026-03-01 09:05;uno", "2026-03-01T14:05:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			ms, rejected, rec := read(t, c.header+"\n"+strings.Repeat(c.row+"\n", 4), data.Plan{DateOrder: data.DateDayFirst})
			if len(ms) != 4 {
				t.Fatalf("rejected %v of %+v", rejected, rec.Columns)
			}
			if got := ms[0].PublishedAt.Format(time.RFC3339); got != c.want {
				t.Errorf("read %q as %s, want %s", ms[0].PublishedRaw, got, c.want)
			}
		})
	}
}

func TestNoColumnIsLost(t *testing.T) {
	ms, _, rec := read(t, "Data;Testo;Nota;;Nota;Vuota\n2026-03-01;uno;a;b;c;\n2026-03-02;due;;;d;\n", data.Plan{})
	want := []map[string]string{{"Nota": "a", "4": "b", "Nota (5)": "c"}, {"Nota (5)": "d"}}
	if d := cmp.Diff(want, []map[string]string{ms[0].Extras, ms[1].Extras}); d != "" {
		t.Error(d)
	}
	if rec.Columns[5].Field != data.FieldNone {
		t.Errorf("an empty column is kept as %q", rec.Columns[5].Field)
	}
}

func TestThePersonsDateIsThatOfAFileWithoutDates(t *testing.T) {
	day := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	ms, rejected, _ := read(t, "autore,testo\nAnna,il pane era freddo\nUgo,\n", data.Plan{Date: day})
	if len(ms) != 1 || !ms[0].PublishedAt.Equal(day) || len(rejected) != 1 {
		t.Errorf("%+v, rejected %v", ms, rejected)
	}
}

func TestEachSourceHasItsZone(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	const table = "fonte;data;testo;url\ngoogle;2026-03-01 09:05;uno;\nforum;2026-03-01 09:05;due;\nforum;2026-03-01 09:05;tre;https://x.com/a/status/1800000000000000001\n"
	zones := ingest.Zones{Default: rome, Of: map[string]*time.Location{"google": time.UTC, "x": time.FixedZone("", 3600*5)}}
	f, err := ingest.OpenBytes("a.csv", []byte(table), data.Plan{}, zones)
	if err != nil {
		t.Fatal(err)
	}
	ms, _, err := drain(f)
	if err != nil || len(ms) != 3 {
		t.Fatal(len(ms), err)
	}
	var hours []int
	for _, m := range ms {
		hours = append(hours, m.PublishedAt.Hour())
	}
	if d := cmp.Diff([]int{9, 8, 4}, hours); d != "" {
		t.Error(d)
	}
}
