package sentiment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vedetta/data"
)

type labelled struct {
	label data.Label
	lang  string
	text  string
}

// readSet reads a labelled set that lies beside the repository; the test is
// skipped where it does not.
func readSet(t testing.TB, name, lang string) []labelled {
	t.Helper()
	file := filepath.Join("..", "..", "..", "shared", "data", "sentiment", name, "data.tsv")
	content, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		t.Skip("the labelled tweets are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	var set []labelled
	for line := range strings.Lines(string(content)) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		if len(f) == 3 && f[1] == lang {
			set = append(set, labelled{data.Label(f[0][0] - '0'), f[1], f[2]})
		}
	}
	return set
}

// confusion counts texts by true and found label.
type confusion [3][3]int

func measure(set []labelled) (c confusion) {
	for _, x := range set {
		c[x.label][Classify(x.text).Label]++
	}
	return c
}

// macroF1 is the mean of the three labels' F1 in per cent.
func (c confusion) macroF1() float64 {
	sum := 0.0
	for l := range c {
		found, truth := 0, 0
		for k := range c {
			found += c[k][l]
			truth += c[l][k]
		}
		sum += 200 * float64(c[l][l]) / float64(max(found+truth, 1))
	}
	return sum / 3
}

func TestReachesWhatTheDocumentationSays(t *testing.T) {
	for _, set := range []struct {
		name, lang string
		floor      float64
	}{
		{"umsab_train", "it", 40},
		{"umsab_train", "en", 40},
		{"umsab_val", "it", 40},
		{"umsab_val", "en", 40},
	} {
		c := measure(readSet(t, set.name, set.lang))
		t.Logf("%s %s: macro-F1 %.1f, by true label %v", set.name, set.lang, c.macroF1(), c)
		if c.macroF1() < set.floor {
			t.Errorf("%s %s: macro-F1 %.1f, want at least %.1f", set.name, set.lang, c.macroF1(), set.floor)
		}
	}
}
