package desk_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// BenchmarkHands measures what a person's keys ask for in the big workspace,
// as p95 in ms: the steps of an answer, searches, and a bulk tag with its
// undoing.
func BenchmarkHands(b *testing.B) {
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	defer d.Close()
	d.WaitForCopies()
	ctx := context.Background()
	rows, err := d.Page(ctx, data.Filter{Labels: []data.Label{data.Negative}}, 0, 10_000)
	if err != nil {
		b.Fatal(err)
	}
	ids := make([]data.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	all, err := d.Templates(ctx)
	if err != nil {
		b.Fatal(err)
	}
	id := func(i int) data.ID { return ids[i%len(ids)] }
	for name, do := range map[string]func(i int) error{
		"open a mention": func(i int) error { _, err := d.Mention(ctx, id(i)); return err },
		"tag":            func(i int) error { _, err := d.AddTag(ctx, ids[i%len(ids):][:1], "attesa"); return err },
		"template":       func(i int) error { _, err := d.FillTemplate(ctx, id(i), all[i%len(all)].Key); return err },
		"keep a draft":   func(i int) error { return d.SaveDraft(ctx, id(i), fmt.Sprint("Gentile cliente ", i), "") },
		"mark as sent":   func(i int) error { _, err := d.MarkSent(ctx, id(i), fmt.Sprint("Gentile cliente ", i), ""); return err },
		"was it said before": func(i int) error {
			m, err := d.Mention(ctx, id(i))
			if err == nil {
				_, err = d.SaidBefore(ctx, m.ID, m.Author, "Gentile cliente 1")
			}
			return err
		},
		"search with three filters": func(i int) error { return runQuery(ctx, d, queries[i%len(queries)]) },
		"tag 10,000 and take it back": func(int) error {
			undo, err := d.AddTag(ctx, ids, "in blocco")
			if err == nil {
				err = undo(ctx)
			}
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				if err := do(i); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

// queries ask for common words with three filters each.
var queries = []string{
	"rimborso is:negative is:unanswered lang:it", "attesa source:google is:negative after:2026-06-01",
	"(pane OR servizio) is:negative -is:archived after:2026-01-01", "rimborso attesa is:unanswered reach:>100",
	"servi* is:positive lang:it before:2026-06-01",
}

func runQuery(ctx context.Context, d *desk.Desk, query string) error {
	f, err := data.ParseQuery(query, d.Zone())
	if err == nil {
		_, err = d.Page(ctx, f, 0, 50)
	}
	return err
}
