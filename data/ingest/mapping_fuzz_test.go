package ingest_test

import (
	"errors"
	"io"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/ingest"
)

// FuzzMapping gives the recognition and the mapping tables of all sorts, as
// they come and as ones without a header.
func FuzzMapping(f *testing.F) {
	f.Add("data;testo;autore\n2026-03-01;il pane era freddo;Anna\n", false)
	f.Add(unknownNames, true)
	f.Fuzz(func(t *testing.T, table string, headless bool) {
		started := time.Now()
		plan := data.Plan{Headless: headless, Date: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)}
		rec, err := ingest.RecogniseBytes("a.csv", []byte(table), plan, ingest.Zones{})
		checkColumns(t, rec)
		if err == nil {
			checkRows(t, table, plan)
		}
		if took := time.Since(started); took > 2*time.Second+time.Duration(len(table)>>20)*2*time.Second {
			t.Errorf("%d bytes took %v", len(table), took)
		}
	})
}

// checkColumns makes sure that no field of a guessed table is filled twice.
func checkColumns(t *testing.T, rec data.Recognition) {
	filled := map[data.Field]bool{}
	for _, c := range rec.Columns {
		if c.Confidence < 0 || c.Confidence > 1 {
			t.Errorf("column %q is sure to %f", c.Name, c.Confidence)
		}
		if c.Field == data.FieldNone && len(c.Samples) > 0 && rec.Format == "generic" {
			t.Errorf("column %q is lost", c.Name)
		}
		if c.Field == data.FieldNone || c.Field == data.FieldExtra || rec.Format != "generic" {
			continue
		}
		if filled[c.Field] {
			t.Errorf("%s is filled twice", c.Field)
		}
		filled[c.Field] = true
	}
}

// checkRows makes sure that every row is a whole mention or rejected.
func checkRows(t *testing.T, table string, plan data.Plan) {
	f, err := ingest.OpenBytes("a.csv", []byte(table), plan, ingest.Zones{})
	if err != nil {
		t.Fatalf("recognised, but not opened: %v", err)
	}
	defer f.Close()
	for {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		m, reason := f.Mapping().Mention(row)
		if reason == "" && (m.ExternalID == "" || m.Source == "" || m.PublishedAt.IsZero() || m.Text == "" && m.Rating == 0) {
			t.Errorf("half a mention: %+v", m)
		}
	}
}
