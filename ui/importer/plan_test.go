package importer

import (
	"testing"
	"time"

	"vedetta/data"
)

func TestReadings(t *testing.T) {
	for _, c := range []struct{ date, dayFirst, monthFirst string }{
		{"03/04/2026", "2026-04-03", "2026-03-04"},
		{"3.4.26 10:15", "2026-04-03", "2026-03-04"},
		{"13/04/2026", "", ""}, // one meaning only
		{"04/04/2026", "", ""},
		{"2026-04-03", "", ""},
		{"3 aprile", "", ""},
		{"99999999999999999999/1/2", "", ""},
		{"1/2/99999999999999999999", "", ""},
	} {
		dayFirst, monthFirst, ok := readings(c.date)
		if ok != (c.dayFirst != "") || ok && (dayFirst.Format(time.DateOnly) != c.dayFirst || monthFirst.Format(time.DateOnly) != c.monthFirst) {
			t.Errorf("%s: %s or %s, %v", c.date, dayFirst, monthFirst, ok)
		}
	}
}

func TestAnExampleShowsBothReadings(t *testing.T) {
	p, _ := started(t, &table{unclear: true})
	p.Drop([]string{"a.csv"})
	if got, want := p.DateExample(), "“03/11/2026” is read as 3 Nov 2026; the other way round it would be 11 Mar 2026."; got != want {
		t.Errorf("%q", got)
	}
	p.SetDateOrder(data.DateMonthDay)
	if got, want := p.DateExample(), "“03/11/2026” is read as 11 Mar 2026; the other way round it would be 3 Nov 2026."; got != want {
		t.Errorf("%q", got)
	}
}

func TestFileWithoutADateColumnAsksForOne(t *testing.T) {
	d := &table{inspect: func(p *data.Preview) { p.Columns[3].Field = data.FieldExtra }}
	p, _ := started(t, d)
	p.Drop([]string{"a.csv"})
	if !p.AsksDate() {
		t.Fatal("it does not ask")
	}
	p.SetDate(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC))
	want := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	if got := d.plans[len(d.plans)-1].Date; !got.Equal(want) || !p.Date().Equal(want) {
		t.Errorf("planned with %v", got)
	}
}

func TestRememberedChoiceCanBeForgotten(t *testing.T) {
	d := &table{}
	d.inspect = func(p *data.Preview) { p.Remembered, p.Header = d.forgotten == "", "abc" }
	p, _ := started(t, d)
	p.Drop([]string{"a.csv"})
	p.Forget()
	if d.forgotten != "abc" || p.Preview().Remembered {
		t.Errorf("forgotten %q, still remembered %v", d.forgotten, p.Preview().Remembered)
	}
}

func TestAnotherSheetHasColumnsOfItsOwn(t *testing.T) {
	d := &table{inspect: func(p *data.Preview) { p.Sheets, p.Sheet = []string{"A", "B"}, "A" }}
	p, _ := started(t, d)
	p.Drop([]string{"a.xlsx"})
	p.SetField(2, data.FieldTitle)
	p.SetSheet("B")
	if plan := d.plans[len(d.plans)-1]; plan.Sheet != "B" || plan.Columns != nil {
		t.Errorf("planned %+v", plan)
	}
}

func TestChecksAreMadeAnewAfterAnImport(t *testing.T) {
	d := &table{}
	p, _ := started(t, d)
	p.Drop([]string{"a.csv", "b.csv"})
	before := d.checks
	p.Import()
	if d.checks != before+1 {
		t.Errorf("%d checks after %d", d.checks, before)
	}
}

func TestTrustIsSaidInWords(t *testing.T) {
	for _, c := range []struct {
		confidence float64
		want       Trust
	}{{1, TrustSure}, {0.9, TrustSure}, {0.75, TrustProbable}, {0.6, TrustProbable}, {0.3, TrustLook}, {0, TrustLook}} {
		if got := trust(c.confidence); got != c.want {
			t.Errorf("%v is %s, want %s", c.confidence, got, c.want)
		}
	}
}

func TestFirstRowIsData(t *testing.T) {
	d := &table{}
	d.inspect = func(p *data.Preview) { p.Headless = d.plans[len(d.plans)-1].Headless }
	p, _ := started(t, d)
	p.Drop([]string{"a.csv"})
	p.SetHeadless(true)
	if !p.Preview().Headless || !p.AsksHeadless() {
		t.Fatal("the person cannot say so and take it back")
	}
	p.SetHeadless(false)
	if p.Preview().Headless {
		t.Error("it cannot be taken back")
	}
	found := &table{inspect: func(p *data.Preview) { p.Headless = true }}
	p, _ = started(t, found)
	p.Drop([]string{"a.csv"})
	if p.AsksHeadless() {
		t.Error("it is asked of a file that was found to have no header")
	}
}
