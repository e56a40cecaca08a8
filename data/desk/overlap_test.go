package desk_test

import (
	"os"
	"testing"

	"vedetta/data"
)

// The same 14,485 tweets in two files: ids intact and no authors, ids rounded
// by a spreadsheet and with authors; one writes month first, the other day.
func TestOneExportIntactAndDamagedIsTheSameInEitherOrder(t *testing.T) {
	const folder = "../../../shared/data/exports/real/twitter-airline-"
	files := []string{folder + "fullids/Tweets.csv", folder + "excel-scientific/Tweets.csv"}
	if _, err := os.Stat(files[0]); err != nil {
		t.Skip("the sample exports are not here")
	}
	for name, order := range map[string][]int{"intact first": {0, 1}, "damaged first": {1, 0}} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			for _, i := range order {
				_, err := d.Import(ctx, data.Plan{Path: files[i]}, nil)
				must(t, err)
			}
			if n := mentions(t, d); n != 14_485 {
				t.Errorf("%d mentions, want 14,485", n)
			}
			sound(t, d)
		})
	}
}

func TestEvidenceOfAnImportedRow(t *testing.T) {
	d := open(t)
	path := file(t, "a.csv", "Data;Testo;Numero ordine", "01/11/2026 09:00;il pane è freddo;A-17", "02/11/2026 09:00;ottimo;A-18")
	_, err := d.Import(ctx, data.Plan{Path: path}, nil)
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	e, err := d.Evidence(ctx, rows[1].ID)
	must(t, err)
	if e.Line != 2 || !e.Sound || len(e.Cells) != 3 || e.Cells[1] != "il pane è freddo" || e.Names[1] != "Testo" {
		t.Errorf("evidence %+v", e)
	}
	must(t, d.SetKeepsEvidence(ctx, false))
	_, err = d.Import(ctx, data.Plan{Path: file(t, "b.csv", "Data;Testo", "03/11/2026 09:00;senza prove")}, nil)
	must(t, err)
	rows, err = d.Page(ctx, data.Filter{}, 0, 1)
	must(t, err)
	if _, err := d.Evidence(ctx, rows[0].ID); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("a row was kept though evidence is off: %v", err)
	}
}
