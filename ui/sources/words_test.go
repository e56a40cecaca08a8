package sources

import (
	"strings"
	"testing"

	"vedetta/assets"
	"vedetta/data/job"
)

func TestEveryNetworkIsExplainedInBothLanguages(t *testing.T) {
	for _, l := range assets.Languages {
		d := workspace(t)
		p := NewPresenter(d, assets.WordsFor(l.Code), job.Inline{}, &heard{})
		grouped := 0
		for _, g := range p.Groups() {
			grouped += len(g.Networks)
		}
		if all := d.Networks(); grouped != len(all) || grouped != 15 {
			t.Errorf("%s: %d networks in groups, %d in all", l.Code, grouped, len(all))
		}
		for _, n := range d.Networks() {
			for _, key := range []string{"network", "what", "needs", "steps"} {
				if !p.words.Has("sources." + key + "." + string(n)) {
					t.Errorf("%s: nothing says %s of %s", l.Code, key, n)
				}
			}
			if steps := p.Steps(n); len(steps) < 2 || strings.Contains(strings.Join(steps, ""), "{{") {
				t.Errorf("%s: steps of %s are %q", l.Code, n, steps)
			}
			for _, f := range p.Fields(n) {
				if f.Label == "" || f.Hint == "" || len(f.Choices) != len(f.ConnectionField.Choices) {
					t.Errorf("%s: field %s of %s is not explained", l.Code, f.Key, n)
				}
			}
		}
	}
}

func TestWhatANetworkBroughtHasAName(t *testing.T) {
	for _, l := range assets.Languages {
		words := assets.WordsFor(l.Code)
		for _, n := range workspace(t).Networks() {
			for _, key := range []string{"format.", "source."} {
				if !words.Has(key + string(n)) {
					t.Errorf("%s: there is no %s%s", l.Code, key, n)
				}
			}
		}
	}
}
