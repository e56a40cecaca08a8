package importer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

func started(t *testing.T, d *table) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func TestFileIsRecognisedAndChecked(t *testing.T) {
	p, _ := started(t, &table{})
	p.Drop([]string{"/exports/recensioni.csv"})
	if p.Stage() != StageReady || p.File() != "recensioni.csv" || p.Place() != "" {
		t.Fatalf("stage %v of %q, %q", p.Stage(), p.File(), p.Place())
	}
	want := "Windows-1252 text, semicolons, 3 lines above the header skipped, times in Europe/Rome unless the file says otherwise"
	if got := p.Recognised(); got != want {
		t.Errorf("recognised: %q", got)
	}
	chips := []Counted{{"new", "9 new"}, {"known", "1 already here"}, {"rejected", "2 no date"}}
	c, _ := p.Checked()
	if diff := cmp.Diff(chips, p.Counted(c)); diff != "" {
		t.Error(diff)
	}
	if got := p.ImportButton(); got != "Import 9 mentions" {
		t.Errorf("the button says %q", got)
	}
	if got := p.Rows()[0].Snippet; got != "Due ore di attesa" {
		t.Errorf("first row %q", got)
	}
}

func TestColumns(t *testing.T) {
	t.Run("a field taken by another column moves", func(t *testing.T) {
		d := &table{}
		p, _ := started(t, d)
		p.Drop([]string{"a.csv"})
		p.SetField(2, data.FieldText)
		want := []data.Field{data.FieldID, data.FieldExtra, data.FieldText, data.FieldDate}
		if diff := cmp.Diff(want, d.plans[len(d.plans)-1].Columns); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("without a text the file is refused, and the columns can still be changed", func(t *testing.T) {
		p, _ := started(t, &table{})
		p.Drop([]string{"a.csv"})
		p.SetField(1, data.FieldTitle)
		if p.Stage() != StageRefused || data.CodeOf(p.Refusal()) != data.ErrFileNoText || p.CanImport() {
			t.Fatalf("stage %v, %v", p.Stage(), p.Refusal())
		}
		p.SetField(1, data.FieldText)
		if p.Stage() != StageReady || !p.CanImport() {
			t.Errorf("stage %v after the column was put back", p.Stage())
		}
	})
	t.Run("an unclear date order is day first until the person decides", func(t *testing.T) {
		d := &table{unclear: true}
		p, _ := started(t, d)
		p.Drop([]string{"a.csv"})
		if p.DateOrder() != data.DateDayFirst {
			t.Errorf("date order %q", p.DateOrder())
		}
		p.SetDateOrder(data.DateMonthDay)
		if got := d.plans[len(d.plans)-1].DateOrder; got != data.DateMonthDay {
			t.Errorf("planned with %q", got)
		}
	})
	t.Run("a nameless column is called by its number", func(t *testing.T) {
		p, _ := started(t, &table{})
		p.Drop([]string{"a.csv"})
		if got := p.ColumnName(2); got != "Column 3" {
			t.Errorf("called %q", got)
		}
	})
}

func TestImporting(t *testing.T) {
	t.Run("the result and the history show it", func(t *testing.T) {
		p, _ := started(t, &table{})
		p.Drop([]string{"a.csv"})
		p.Import()
		if p.Stage() != StageDone || p.Result().New != 9 || len(p.History()) != 1 {
			t.Errorf("stage %v, result %+v, %d in the history", p.Stage(), p.Result(), len(p.History()))
		}
	})
	t.Run("progress tells rows and time left", func(t *testing.T) {
		d := &table{}
		p, _ := started(t, d)
		far, left := "", ""
		d.midway = func() { far, left = p.Far("importer.importing"), p.Left() }
		p.Drop([]string{"a.csv"})
		p.Import()
		if far != "Importing… 6 of 12 rows" || left != "50.0 of 100.0 MB · 1 s left" {
			t.Errorf("%q, %q", far, left)
		}
	})
	t.Run("the plan cannot be changed meanwhile", func(t *testing.T) {
		d := &table{}
		p, _ := started(t, d)
		d.midway = func() { p.SetField(2, data.FieldTitle) }
		p.Drop([]string{"a.csv"})
		p.Import()
		if p.Stage() != StageDone || len(d.plans) != 1 {
			t.Errorf("stage %v after %d plans", p.Stage(), len(d.plans))
		}
	})
	t.Run("stopped, it shows what is in", func(t *testing.T) {
		d := &table{stops: true}
		p, h := started(t, d)
		d.midway = p.StopImport
		p.Drop([]string{"a.csv"})
		p.Import()
		if p.Stage() != StageDone || p.Result().State != data.ImportCancelled || h.err != nil {
			t.Errorf("stage %v, %+v, error %v", p.Stage(), p.Result(), h.err)
		}
		want := "Stopped: 4 mentions are in. Importing the file again completes it."
		if got := p.Outcome(p.Result()); got != want {
			t.Errorf("outcome %q", got)
		}
	})
	t.Run("a failure is shown with the file", func(t *testing.T) {
		p, _ := started(t, &table{importErr: &data.Error{Code: data.ErrDiskFull}})
		p.Drop([]string{"a.csv"})
		p.Import()
		if p.Stage() != StageRefused || data.CodeOf(p.Refusal()) != data.ErrDiskFull {
			t.Errorf("stage %v, %v", p.Stage(), p.Refusal())
		}
	})
}

func TestRejectedRows(t *testing.T) {
	p, h := started(t, &table{})
	p.LoadRejected(data.Import{ID: 1})
	if len(h.rejected) != 1 || p.Reason(h.rejected[0].Reason) != "no date" {
		t.Errorf("rejected %+v", h.rejected)
	}
}
