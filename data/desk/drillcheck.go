package desk

import (
	"slices"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/drill"
)

// The words of package drill that screens need.
type (
	Drill          = drill.Drill
	DrillFact      = drill.Fact
	DrillInject    = drill.Inject
	DrillStatement = drill.Statement
)

// DrillRemarks is what the checker says of a statement of a case, against
// what it should say.
type DrillRemarks struct {
	Remarks []data.Remark
	Missing []string // rules that should have spoken
	Wrong   []string // rules that should have kept quiet
}

// CheckDrillStatement runs the tone checker over a statement of a case.
func (d *Desk) CheckDrillStatement(c *Drill, s DrillStatement) (out DrillRemarks) {
	var good, bad []string
	for _, r := range crisis.Check(s.Text, crisis.Context{Kind: crisis.Kind(s.Kind), Lang: c.Lang}) {
		out.Remarks = append(out.Remarks, data.Remark{Rule: string(r.Rule), Good: r.Good, From: r.From, To: r.To})
		if r.Good {
			good = append(good, string(r.Rule))
		} else {
			bad = append(bad, string(r.Rule))
		}
	}
	for _, rule := range s.Warns {
		if !slices.Contains(bad, rule) {
			out.Missing = append(out.Missing, rule)
		}
	}
	for _, rule := range s.Praises {
		if !slices.Contains(good, rule) {
			out.Missing = append(out.Missing, rule)
		}
	}
	for _, rule := range s.Not {
		if slices.Contains(bad, rule) {
			out.Wrong = append(out.Wrong, rule)
		}
	}
	return out
}
