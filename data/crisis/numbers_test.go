package crisis

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"vedetta/data"
)

func TestNoSeriesMakesNumbersThatAreNone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var all []data.Totals
		most := []int{1, 3, 30, 2_000_000}[r.IntN(4)]
		for range r.IntN(50) {
			all = append(all, totals(r.IntN(most), r.IntN(most), r.IntN(most)))
		}
		m := Measured{
			Crisis: data.Crisis{Onset: dayOne.Add(time.Duration(r.IntN(60*24)) * time.Hour), Severity: r.IntN(7) - 1},
			Now:    dayOne.Add(time.Duration(r.IntN(60*24)) * time.Hour), Days: series(all...),
		}
		n := Numbers(m)
		for what, x := range map[string]float64{
			"excess": n.Excess, "factor": n.PeakFactor, "impact": n.Impact, "sentiment": n.NSS, "lowest": n.LowestNSS, "recovery": n.Recovery,
		} {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("%s is %g for %+v", what, x, m)
			}
		}
		switch {
		case n.Recovery != -1 && (n.Recovery < 0 || n.Recovery > 1),
			n.LowestNSS > n.NSS,
			n.Duration > 0 && n.CalmSince.IsZero(),
			!n.CalmSince.IsZero() && n.CalmSince.AddDate(0, 0, calmRun).After(m.Now),
			n.RecoveredAt.After(m.Now),
			n.Enough && (n.BaselineN < enoughMentions || n.NSSN < enoughMentions):
			t.Fatalf("%+v of %+v", n, m)
		}
		for _, c := range StandDown(Closing{Numbers: n}) {
			if c.Met && !c.Known {
				t.Fatalf("%+v", c)
			}
		}
	}
}
