package ingest_test

import (
	"testing"

	"vedetta/data"
	"vedetta/data/ingest"
)

func TestWhetherTheFirstRowIsAHeader(t *testing.T) {
	for name, c := range map[string]struct {
		table    string
		headless bool
		skipped  int
	}{
		"names that are known": {"Data;Testo\n2026-03-01;il pane era freddo\n2026-03-02;le paste erano buone\n", false, 0},
		"names in a language that is not known": {
			"Дата;Сообщение;Автор\n2026-03-01;хлеб был холодным и дорогим;Анна\n2026-03-02;булочки были очень вкусными;Олег\n2026-03-03;два часа ждали одну булочку;Ева\n", false, 0,
		},
		"names in Japanese":       {"日付,本文\n2026-03-01,パンが冷たくて高かったので残念です\n2026-03-02,ケーキはとても美味しかったです\n2026-03-03,二時間も待たされました本当に\n", false, 0},
		"a first row with a date": {"2026-03-01;il pane era freddo e caro\n2026-03-02;le paste erano buone\n2026-03-03;torneremo presto da voi\n", true, 0},
		"texts and labels": {
			"This comment section is a mess today,negative\nGreat bread and lovely people there,positive\nTwo hours for a single cake,negative\nWe will come back for sure,positive\nNever again in this place,negative\n", true, 0,
		},
		"labels that are names of columns": {
			"post,I liked the review of this bakery,neutral\ncomment,Great bread and lovely people there,positive\npost,Two hours for a single cake,negative\ncomment,We will come back for sure,positive\npost,Never again in this place,negative\n", true, 0,
		},
		"numbers in the first row as below": {"1,il pane era freddo e caro\n0,le paste erano buone davvero\n1,torneremo a trovarvi presto\n0,non ci siamo trovati bene\n", true, 0},
		"a title above the header":          {"Recensioni del mese;;\nData;Testo;Voto\n2026-03-01;il pane era freddo;2\n2026-03-02;le paste erano buone;5\n", false, 1},
		"a title that holds known names":    {"Commenti per data di pubblicazione\n\nData;Testo;Voto\n2026-03-01;il pane era freddo;2\n2026-03-02;le paste erano buone;5\n", false, 2},
		"a text that is a known name below": {"Data;Testo\n2026-03-01;il pane era freddo\n;commento\n2026-03-03;post\n", false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			rec, err := ingest.RecogniseBytes("a.csv", []byte(c.table), data.Plan{}, ingest.Zones{})
			if err != nil && data.CodeOf(err) != data.ErrFileNoDate {
				t.Fatal(err)
			}
			if rec.Headless != c.headless || rec.Skipped != c.skipped {
				t.Errorf("headless %v, %d lines above; columns %+v", rec.Headless, rec.Skipped, rec.Columns)
			}
			for _, col := range rec.Columns {
				if c.headless && col.Name != "" {
					t.Errorf("a column is called %q", col.Name)
				}
			}
		})
	}
}

func TestThePersonSaysWhetherThereIsAHeader(t *testing.T) {
	const table = "data,testo\n2026-03-01,il pane era freddo e caro\n2026-03-02,le paste erano buone davvero\n2026-03-03,torneremo presto\n"
	ms, rejected, rec := read(t, table, data.Plan{Headless: true, Columns: []data.Field{data.FieldDate, data.FieldText}})
	if !rec.Headless || len(ms) != 3 || len(rejected) != 1 || rejected[0].Reason != data.RejectBadDate {
		t.Errorf("headless %v, %d mentions, rejected %v", rec.Headless, len(ms), rejected)
	}
}
