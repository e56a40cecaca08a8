package assets

import (
	"math"
	"time"

	"vedetta/data"
)

// Speed says how much faster than life a drill runs: "×60".
func (w *Words) Speed(x float64) string { return "×" + w.Number(int64(math.Round(x))) }

// DrillPart names a part of a score.
func (w *Words) DrillPart(p data.DrillPart) string { return w.Text("drills.part." + p.Key) }

// DrillAdvice says what would have been better; empty where nothing would.
func (w *Words) DrillAdvice(p data.DrillPart) string {
	arg := func(name string) int {
		switch n := p.Args[name].(type) {
		case int:
			return n
		case float64: // as a workspace gives it back
			return int(n)
		}
		return 0
	}
	span := func(name string) string { return w.Span(time.Duration(arg(name)) * time.Minute) }
	kind, _ := p.Args["Type"].(string)
	if kind != "" {
		kind = w.Text("drills.type." + kind)
	}
	if p.Advice == "" {
		return ""
	}
	return w.Text("drills.advice."+p.Advice, "Took", span("Took"), "Limit", span("Limit"), "Type", kind,
		"Level", arg("Level"), "Given", arg("Given"), "N", arg("N"), "Wanted", arg("Wanted"),
		"Wrong", arg("Wrong"), "Pairs", arg("Pairs"), "Asked", arg("Asked"))
}
