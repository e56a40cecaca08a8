package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// few writes a small set of texts of which the labels can be learnt.
func few(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for range 12 {
		b.WriteString("negative\tit\torribile, mai più\tcomplaint anger\nneutral\tit\ta che ora aprite\npositive\tit\tsplendido, grazie\n")
		b.WriteString("negative\ten\tawful, never again\tcomplaint\nneutral\ten\twhat time do you open\npositive\ten\tlovely, thank you\n")
		b.WriteString("neutral\tother\thet brood is vers\n")
	}
	file := filepath.Join(t.TempDir(), "few.tsv")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTheSameTextsGiveTheSameModel(t *testing.T) {
	o := options{Set: []string{few(t)}, Seed: 1, Name: "test", Day: "2026-11-23"}
	texts, err := o.texts()
	if err != nil {
		t.Fatal(err)
	}
	one, err := o.learn(texts)
	if err != nil {
		t.Fatal(err)
	}
	two, err := o.learn(texts)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.file, two.file) {
		t.Error("two models from the same texts differ")
	}
	for _, r := range measureAll(one.Model, []testSet{{"few", texts}}) {
		if r.lang != "other" && (r.macroF1 < 99 || r.told < 99) {
			t.Errorf("%s: F1 %.0f, language told of %.0f%%", r.lang, r.macroF1, r.told)
		}
	}
}

func TestAFileThatIsNoSetIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "broken.tsv")
	if err := os.WriteFile(file, []byte("negative\tit\tpessimo\nno columns\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readSet(file, 1); err == nil || !strings.Contains(err.Error(), "broken.tsv, line 2") {
		t.Errorf("error %v", err)
	}
}

func TestAreaUnderTheCurve(t *testing.T) {
	for name, c := range map[string]struct {
		points []float64
		is     []bool
		want   float64
	}{
		"all right":  {[]float64{.1, .2, .8, .9}, []bool{false, false, true, true}, 100},
		"all wrong":  {[]float64{.1, .2, .8, .9}, []bool{true, true, false, false}, 0},
		"one passed": {[]float64{.1, .2, .8, .9}, []bool{false, true, false, true}, 75},
	} {
		if got := auc(c.points, c.is); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
