package crisis

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sample is a line of testdata/*.tsv:
// lang, kind, complaint, rules or "-", mention, text.
type sample struct {
	at   string
	c    Context
	want []Rule
	text string
}

// counts are warnings given rightly, given wrongly and not given.
type counts struct{ right, wrong, lacking int }

func (n counts) precision() float64 { return share(n.right, n.right+n.wrong) }
func (n counts) recall() float64    { return share(n.right, n.right+n.lacking) }

func share(part, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(part) / float64(of)
}

func TestWarningsAgreeWithPeople(t *testing.T) {
	const leastPrecision, leastRecall = 0.9, 0.85
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			all := compare(t, samplesIn(t, name))
			if all.precision() < leastPrecision || all.recall() < leastRecall {
				t.Errorf("precision %.3f, recall %.3f; want %.2f and %.2f", all.precision(), all.recall(), leastPrecision, leastRecall)
			}
		})
	}
}

func compare(t *testing.T, samples []sample) (all counts) {
	t.Helper()
	byRule := map[Rule]counts{}
	exact := 0
	for _, s := range samples {
		got := warnings(s.text, s.c)
		for _, r := range Rules[firstWarning:] {
			n := byRule[r]
			switch given, wanted := slices.Contains(got, r), slices.Contains(s.want, r); {
			case given && wanted:
				n.right++
			case given:
				n.wrong++
			case wanted:
				n.lacking++
			}
			byRule[r] = n
		}
		if slices.Equal(got, s.want) {
			exact++
			continue
		}
		t.Logf("%s: %s, want %s: %s", s.at, got, s.want, s.text)
	}
	for _, r := range Rules[firstWarning:] {
		n := byRule[r]
		all.right, all.wrong, all.lacking = all.right+n.right, all.wrong+n.wrong, all.lacking+n.lacking
		t.Logf("%-20s %3d right %3d wrong %3d lacking  precision %.2f recall %.2f", r, n.right, n.wrong, n.lacking, n.precision(), n.recall())
	}
	t.Logf("all: %d texts, %d exactly right; %d right %d wrong %d lacking; precision %.3f recall %.3f",
		len(samples), exact, all.right, all.wrong, all.lacking, all.precision(), all.recall())
	return all
}

func warnings(text string, c Context) (found []Rule) {
	for _, r := range Check(text, c) {
		if !r.Good {
			found = append(found, r.Rule)
		}
	}
	return found
}

func samplesIn(t *testing.T, name string) (all []sample) {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(content), "\n") {
		if line = strings.TrimRight(line, "\r"); strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		s, err := readSample(line)
		if err != nil {
			t.Fatalf("%s:%d: %v", name, n+1, err)
		}
		s.at = fmt.Sprintf("%s:%d", filepath.Base(name), n+1)
		all = append(all, s)
	}
	return all
}

func readSample(line string) (sample, error) {
	cells := strings.Split(line, "\t")
	if len(cells) < 6 {
		return sample{}, fmt.Errorf("%d cells, want lang, kind, complaint, rules, mention, text", len(cells))
	}
	unescape := strings.NewReplacer(`\n`, "\n").Replace
	s := sample{
		c:    Context{Lang: cells[0], Kind: Kind(cells[1]), Complaint: cells[2] == "1", Mention: unescape(cells[4])},
		text: unescape(cells[5]),
	}
	for name := range strings.SplitSeq(cells[3], ",") {
		name = strings.TrimSpace(name)
		if name == "-" || name == "" {
			continue
		}
		if _, ok := numbers[Rule(name)]; !ok {
			return sample{}, fmt.Errorf("%q is no rule", name)
		}
		if !Rule(name).Good() {
			s.want = append(s.want, Rule(name))
		}
	}
	slices.SortFunc(s.want, func(a, b Rule) int { return a.number() - b.number() })
	return s, nil
}
