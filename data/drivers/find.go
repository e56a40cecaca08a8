package drivers

import (
	"math"
	"slices"
	"strings"

	"vedetta/data"
)

// Text is a mention as far as drivers are concerned.
type Text struct {
	ID    data.ID
	Text  string
	Label data.Label
	Group data.ID // of near-duplicates, which count once as evidence; 0 if it is in none
}

// Found is a term that sets a period apart.
type Found struct {
	Term    string      // as people wrote it most often
	Totals  data.Totals // mentions of the period that carry it; no reach
	Before  int         // mentions of the baseline that carry it
	Ratio   float64     // rate now / rate before; 0 when it is new
	Z       float64     // strength of the evidence, in standard deviations
	Example data.ID     // a short mention that carries it
}

const (
	fewestTexts = 3   // different texts of the period that must carry a term
	weakestZ    = 1.0 // below this a difference is everyday chance
	subjectFrom = 0.6 // a term in this share of all texts is what they are about
)

// Find compares the texts of a period with those of its baseline, whose lengths
// need not be the same: shares of texts are compared. It gives at most n terms, the strongest evidence first. scaleNow and
// scaleBefore multiply the counts when the texts are a sample of more; they
// are 1 when all were read. Without texts before, terms are ranked by how
// many texts carry them.
func Find(now, before []Text, n int, scaleNow, scaleBefore float64) []Found {
	if len(now) == 0 || n <= 0 {
		return nil
	}
	c := newCounter(len(now) + len(before))
	c.read(before, past)
	c.read(now, present)
	picked := c.pick(c.ranked(), n)
	found := make([]Found, len(picked))
	for i, id := range picked {
		t := &c.terms[id]
		found[i] = Found{
			Totals: scaled(t.labels, scaleNow),
			Before: scale(t.all[past], scaleBefore),
			Ratio:  ratio(t, len(now), len(before)),
			Z:      t.z,
		}
	}
	c.describe(found, picked, now)
	return found
}

func scale(n int32, by float64) int { return int(math.Round(float64(n) * by)) }

func scaled(labels [3]int32, by float64) (t data.Totals) {
	for _, l := range data.Labels {
		t.Add(l, scale(labels[l], by))
	}
	return t
}

// ratio compares the shares of mentions that carry a term.
func ratio(t *term, now, before int) float64 {
	if t.all[past] == 0 {
		return 0
	}
	return float64(t.all[present]) / float64(now) / (float64(t.all[past]) / float64(before))
}

// ranked gives the terms that are more frequent than before, strongest first.
func (c *counter) ranked() []int32 {
	prior := c.prior()
	var ids []int32
	for id := range c.terms {
		t := &c.terms[id]
		if !t.shown || t.once[present] < fewestTexts || c.namesSubject(t) {
			continue
		}
		if t.z = prior.z(t, c.texts); t.z >= weakestZ {
			ids = append(ids, int32(id))
		}
	}
	slices.SortFunc(ids, func(a, b int32) int {
		x, y := &c.terms[a], &c.terms[b]
		switch {
		case x.z != y.z:
			return compare(y.z, x.z)
		case x.once[present] != y.once[present]:
			return int(y.once[present] - x.once[present])
		}
		return int(a - b)
	})
	return ids
}

func compare(a, b float64) int {
	if a < b {
		return -1
	}
	return 1
}

// namesSubject tells whether a term or a word of the pair is what all texts are
// about.
func (c *counter) namesSubject(t *term) bool {
	if t.pair {
		return c.isSubject(&c.terms[t.words[0]]) || c.isSubject(&c.terms[t.words[1]])
	}
	return c.isSubject(t)
}

// isSubject tells whether a term stands in most texts of every period.
func (c *counter) isSubject(t *term) bool {
	for p, n := range c.texts {
		if n > 0 && float64(t.once[p]) < subjectFrom*float64(n) {
			return false
		}
	}
	return c.texts[present] > 2*fewestTexts
}

// describe fills in how people write the picked terms and who wrote them.
func (c *counter) describe(found []Found, picked []int32, now []Text) {
	place := make(map[int32]int, len(picked))
	forms := make([]map[string]int, len(picked))
	shortest := make([]int, len(picked))
	for i, id := range picked {
		place[id], forms[i], shortest[i] = i, map[string]int{}, math.MaxInt
	}
	c.walk(present, func(doc int, id int32, start, end int) {
		i, ok := place[id]
		if !ok {
			return
		}
		forms[i][strings.ToLower(now[doc].Text[start:end])]++
		if length := typical(now[doc], found[i].Totals); length < shortest[i] {
			shortest[i], found[i].Example = length, now[doc].ID
		}
	})
	for i := range found {
		found[i].Term = commonest(forms[i])
	}
}

const (
	trivial     = 30   // bytes; shorter texts say too little to be an example
	lastChoice  = 1e6  // added to the length of texts of another label
	secondPlace = 1e12 // added to the length of trivial texts
)

// typical is smaller the better a text serves as example.
func typical(t Text, of data.Totals) int {
	length := len(t.Text)
	if length < trivial {
		length += secondPlace
	}
	if of.Of(t.Label) < max(of.Negative, of.Neutral, of.Positive) {
		length += lastChoice
	}
	return length
}

// commonest gives the form with the most uses; of equals the shorter, then
// the first in the alphabet.
func commonest(forms map[string]int) string {
	best, most := "", 0
	for form, n := range forms {
		better := n > most || n == most && (len(form) < len(best) || len(form) == len(best) && form < best)
		if better {
			best, most = form, n
		}
	}
	return strings.Join(strings.Fields(best), " ")
}
