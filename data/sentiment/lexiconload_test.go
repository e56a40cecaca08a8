package sentiment

import (
	"strings"
	"testing"
	"testing/fstest"

	"vedetta/assets"
)

func TestLexiconsAreWholeAndInRange(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		terms := 0
		err := eachLine(assets.Lexicons, "lexicons/sentiment."+lang+".tsv", func(fields []string) error {
			var l lexicon
			l.exact, l.stems = map[uint64]*entry{}, map[uint64]*entry{}
			if err := l.addLine(fields); err != nil {
				return err
			}
			for _, table := range []map[uint64]*entry{l.exact, l.stems} {
				for _, e := range table {
					if e.weight < -3 || e.weight > 3 {
						t.Errorf("%s: %q weighs %v", lang, fields[0], e.weight)
					}
				}
			}
			terms++
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		if terms < 1200 {
			t.Errorf("%s: %d terms, want 1,200", lang, terms)
		}
	}
}

func TestLoadNamesTheBrokenLine(t *testing.T) {
	for name, line := range map[string]string{
		"no weight":          "bello",
		"a weight in words":  "bello\tmolto",
		"an unknown role":    "bello\tverb\t1",
		"too short a stem":   "be*\t1",
		"no word":            "…\t1",
		"a term said before": "Così\t1\ncosi\t2",
	} {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{"lexicons/sentiment.it.tsv": {Data: []byte("# words\nbrutto\t-2\n" + line)}}
			_, err := load(files)
			if err == nil || !strings.Contains(err.Error(), "sentiment.it.tsv, line") {
				t.Errorf("error %v, want one that names file and line", err)
			}
		})
	}
}
