package desk_test

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// BenchmarkRoom measures what the crisis room reads when it is opened or
// refreshed, and the claims that it counts afterwards, as p95 in ms: a crisis of
// ten days with 5,000 mentions of its own, statements and claims, in the big
// workspace.
func BenchmarkRoom(b *testing.B) {
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	defer d.Close()
	d.WaitForSearch()
	issue := bigCrisis(b, d)
	for name, read := range map[string]func(context.Context, *desk.Desk, int64) error{"whole": room, "numbers": roomNumbers, "claims": roomClaims} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				if err := read(context.Background(), d, issue); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

func bigCrisis(b *testing.B, d *desk.Desk) int64 {
	b.Helper()
	since := data.Filter{Period: data.Period{From: benchEnd.AddDate(0, 0, -10), To: benchEnd}, Labels: []data.Label{data.Negative}}
	rows, err := d.Page(ctx, since, 0, 5000)
	must(b, err)
	var ids []data.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	issue, _, err := d.NewIssue(ctx, "Crisi", ids)
	must(b, err)
	_, err = d.Declare(ctx, data.Declaration{Issue: issue, Rating: grave, Type: data.CrisisHumanHarm, Playbook: "food_safety", Lang: "it", Onset: since.Period.From})
	must(b, err)
	for n := range 3 {
		id, err := d.SaveStatement(ctx, data.Statement{Issue: issue, Kind: data.StatementHolding, Lang: "it", Text: "Stiamo verificando."})
		must(b, err)
		_, err = d.PublishStatement(ctx, id, benchEnd.AddDate(0, 0, -9+n), "Instagram", "", time.Time{})
		must(b, err)
	}
	for _, text := range []string{"Il rimborso non arriva mai", "L’attesa è di due ore", "Il servizio è chiuso", "Il pane è vecchio"} {
		_, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: text})
		must(b, err)
	}
	return issue
}

func room(ctx context.Context, d *desk.Desk, issue int64) error {
	for _, read := range []func() error{
		func() error { _, err := d.Crises(ctx, false); return err },
		func() error { _, err := d.Crises(ctx, true); return err },
		func() error { _, err := d.Playbooks(ctx, "it"); return err },
		func() error { _, err := d.CrisisSteps(ctx, issue); return err },
		func() error { _, err := d.CrisisLog(ctx, issue); return err },
		func() error { _, err := d.CrisisSeries(ctx, issue); return err },
		func() error { _, err := d.CrisisAdvice(ctx, issue); return err },
		func() error { _, err := d.Statements(ctx, issue); return err },
		func() error { _, err := d.StatementEffects(ctx, issue); return err },
		func() error { _, err := d.Questions(ctx, issue); return err },
		func() error { _, err := d.Stakeholders(ctx, issue); return err },
		func() error { _, err := d.Promises(ctx, issue); return err },
		func() error { return roomNumbers(ctx, d, issue) },
		func() error { _, err := d.Claims(ctx, issue); return err },
	} {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

func roomNumbers(ctx context.Context, d *desk.Desk, issue int64) error {
	_, err := d.CrisisNumbers(ctx, issue)
	return err
}

func roomClaims(ctx context.Context, d *desk.Desk, issue int64) error {
	_, err := d.CountedClaims(ctx, issue)
	return err
}
