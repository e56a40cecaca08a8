package drivers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data/drivers"
)

func TestWordsInCommon(t *testing.T) {
	for name, c := range map[string]struct {
		texts []string
		want  []drivers.Shared
	}{
		"of one text": {[]string{"Il rimborso"}, []drivers.Shared{{Word: "rimborso", Texts: 1}}},
		"of several, stop words left out": {
			[]string{"Il rimborso non arriva", "Ancora il rimborso?", "Rimborso, grazie"},
			[]drivers.Shared{{Word: "rimborso", Texts: 3}},
		},
		"of none": {nil, []drivers.Shared{}},
	} {
		t.Run(name, func(t *testing.T) {
			var texts []drivers.Text
			for _, text := range c.texts {
				texts = append(texts, drivers.Text{Text: text})
			}
			if d := cmp.Diff(c.want, drivers.Words(texts, 1)); d != "" {
				t.Error(d)
			}
		})
	}
}
