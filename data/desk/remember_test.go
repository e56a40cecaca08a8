package desk_test

import (
	"testing"

	"vedetta/data"
)

// odd is a table whose columns no name explains.
func odd(t *testing.T, name string) string {
	t.Helper()
	return file(t, name, "id,data,testo,commento", "1,03/04/2026,Titolo uno,Due ore di attesa", "2,05/06/2026,Titolo due,Pane ottimo")
}

func TestChoicesAreRemembered(t *testing.T) {
	columns := []data.Field{data.FieldID, data.FieldDate, data.FieldTitle, data.FieldText}
	d := open(t)
	_, err := d.Import(ctx, data.Plan{Path: odd(t, "a.csv"), Columns: columns, DateOrder: data.DateMonthDay, Source: "Facebook"}, nil)
	must(t, err)
	t.Run("and taken for the next file with this header", func(t *testing.T) {
		p, err := d.Inspect(ctx, data.Plan{Path: odd(t, "b.csv")})
		must(t, err)
		got := []data.Field{}
		for _, c := range p.Columns {
			got = append(got, c.Field)
		}
		equal(t, "columns", got, columns)
		if !p.Remembered || p.DateOrder != data.DateMonthDay || p.Source != "facebook" || p.First[0].PublishedAt.Month() != 3 {
			t.Errorf("recognised %+v, first %+v", p.Recognition, p.First[0])
		}
	})
	t.Run("the person may change one thing of them", func(t *testing.T) {
		p, err := d.Inspect(ctx, data.Plan{Path: odd(t, "b.csv"), DateOrder: data.DateDayFirst})
		must(t, err)
		if p.DateOrder != data.DateDayFirst || p.Source != "facebook" {
			t.Errorf("recognised %+v", p.Recognition)
		}
	})
	t.Run("another header is left alone", func(t *testing.T) {
		p, err := d.Inspect(ctx, data.Plan{Path: file(t, "c.csv", "id,data,testo", "1,2026-11-01,uno")})
		must(t, err)
		if p.Remembered {
			t.Errorf("recognised %+v", p.Recognition)
		}
	})
	t.Run("until they are forgotten", func(t *testing.T) {
		all, err := d.Mappings(ctx)
		must(t, err)
		if len(all) != 1 {
			t.Fatalf("mappings %+v", all)
		}
		must(t, d.Forget(ctx, all[0].Header))
		p, err := d.Inspect(ctx, data.Plan{Path: odd(t, "b.csv")})
		must(t, err)
		if p.Remembered || p.Source == "facebook" {
			t.Errorf("recognised %+v", p.Recognition)
		}
	})
}

func TestAChoiceMendsAFileThatCouldNotBeRead(t *testing.T) {
	d := open(t)
	rows := []string{"a,b,c", "1,2026-11-01,uno due tre", "2,2026-11-02,quattro cinque sei"}
	plan := data.Plan{Path: file(t, "a.csv", rows...), Columns: []data.Field{data.FieldID, data.FieldDate, data.FieldText}}
	_, err := d.Import(ctx, plan, nil)
	must(t, err)
	p, err := d.Inspect(ctx, data.Plan{Path: file(t, "b.csv", rows...)})
	must(t, err)
	if !p.Remembered || len(p.First) != 2 {
		t.Errorf("recognised %+v", p)
	}
}

func TestNothingIsRememberedWithoutAChoice(t *testing.T) {
	d := open(t)
	_, err := d.Import(ctx, data.Plan{Path: odd(t, "a.csv")}, nil)
	must(t, err)
	all, err := d.Mappings(ctx)
	must(t, err)
	equal(t, "mappings", all, nil)
}
