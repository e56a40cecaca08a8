package drivers

import "math"

// prior is the Dirichlet prior of a comparison, in texts.
type prior struct {
	size   float64 // texts that the prior stands for
	each   float64 // of a term, where there is no period before
	pooled bool    // a term's prior is its share of both periods
}

// priorShare is the weight of the prior against what was read: a quarter lets
// a new word of a dozen texts through and holds one of three back.
const priorShare = 0.25

func (c *counter) prior() prior {
	if c.texts[past] == 0 {
		return prior{size: float64(len(c.terms) + 2), each: 1}
	}
	return prior{size: priorShare * float64(c.texts[past]+c.texts[present]), pooled: true}
}

// z is the log-odds ratio of a term in the two periods over its standard
// deviation; formulas 16, 20 and 22 of the paper, on numbers of texts.
func (p prior) z(t *term, texts [2]int) float64 {
	a := p.each
	if p.pooled {
		a = p.size * float64(t.once[past]+t.once[present]) / float64(texts[past]+texts[present])
	}
	now, before := float64(t.once[present])+a, float64(t.once[past])+a
	delta := logOdds(now, float64(texts[present])+p.size) - logOdds(before, float64(texts[past])+p.size)
	return delta / math.Sqrt(1/now+1/before)
}

func logOdds(part, whole float64) float64 { return math.Log(part / (whole - part)) }
