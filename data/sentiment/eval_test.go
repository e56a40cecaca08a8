package sentiment

import (
	"math"
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

// outcome is how Classify did on a set.
type outcome struct {
	confusion [3][3]int // by true and found label
	bins      [10]struct {
		texts, right int
		confidence   float64
	}
}

func measure(set []labelled) (o outcome) {
	for _, x := range set {
		found := Classify(x.text)
		o.confusion[x.label][found.Label]++
		bin := &o.bins[min(int(10*found.Confidence), 9)]
		bin.texts++
		bin.confidence += found.Confidence
		if found.Label == x.label {
			bin.right++
		}
	}
	return o
}

// macroF1 is the mean of the three labels' F1 in per cent.
func (o *outcome) macroF1() float64 {
	sum := 0.0
	for l := range o.confusion {
		found, truth := 0, 0
		for k := range o.confusion {
			found += o.confusion[k][l]
			truth += o.confusion[l][k]
		}
		sum += 200 * float64(o.confusion[l][l]) / float64(max(found+truth, 1))
	}
	return sum / 3
}

// calibrationError is how far confidence and share of right labels are apart,
// in per cent, on average over the texts.
func (o *outcome) calibrationError() float64 {
	apart, texts := 0.0, 0
	for _, b := range o.bins {
		apart += math.Abs(b.confidence - float64(b.right))
		texts += b.texts
	}
	return 100 * apart / float64(max(texts, 1))
}

// The lexicons and rules were fitted on umsab_train. The texts of umsab_val
// were only measured; those of the airlines come from customers and were seen
// while the lexicon grew.
func TestClassifyReachesWhatTheDocumentationSays(t *testing.T) {
	for _, set := range []struct {
		name, lang string
		floor      float64
	}{
		{"umsab_train", "it", 61},
		{"umsab_train", "en", 60},
		{"umsab_val", "it", 54},
		{"umsab_val", "en", 54},
		{"airline_en", "en", 63},
	} {
		t.Run(set.name+" "+set.lang, func(t *testing.T) {
			texts := readSet(t, set.name, set.lang)
			o := measure(texts)
			t.Logf("%d texts: macro-F1 %.1f, calibration error %.1f, labels by truth %v",
				len(texts), o.macroF1(), o.calibrationError(), o.confusion)
			if o.macroF1() < set.floor {
				t.Errorf("macro-F1 %.1f, want at least %.1f", o.macroF1(), set.floor)
			}
			if strings.HasPrefix(set.name, "umsab") && o.calibrationError() > 8 {
				t.Errorf("calibration error %.1f, want at most 8", o.calibrationError())
			}
		})
	}
}

func TestClassifyTellsTheLanguageOfTweets(t *testing.T) {
	for lang, floor := range map[string]float64{"it": 95, "en": 95, "es": 90, "fr": 90, "de": 80, "pt": 80} {
		set := readSet(t, "umsab_val", lang)
		right, none := 0, 0
		for _, x := range set {
			switch Classify(x.text).Lang {
			case lang:
				right++
			case "":
				none++
			}
		}
		share := 100 * float64(right) / float64(max(len(set), 1))
		t.Logf("%s: %.1f%% right, %d of %d not told", lang, share, none, len(set))
		if share < floor {
			t.Errorf("%s: %.1f%% right, want at least %.0f%%", lang, share, floor)
		}
	}
}
