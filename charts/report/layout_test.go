package report

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
)

var update = flag.Bool("update", false, "write the golden texts anew")

func TestTheReportSaysWhatItSaid(t *testing.T) {
	for _, c := range []struct {
		lang  string
		paper Paper
	}{{"it", A4}, {"en", Letter}} {
		t.Run(c.lang, func(t *testing.T) {
			got := texts(layOut(aurora(), assets.WordsFor(c.lang), c.paper))
			golden := filepath.Join("testdata", "aurora."+c.lang+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("the texts differ from %s (-want +got):\n%s", golden, d)
			}
		})
	}
}

// texts lists what stands on each sheet, a line of the report a line.
func texts(d *document) string {
	var b strings.Builder
	for i, s := range d.sheets {
		fmt.Fprintf(&b, "-- sheet %d\n", i+1)
		last := math.Inf(-1)
		for _, l := range s.lines {
			if l.y == last {
				b.WriteString(" | ")
			} else if !math.IsInf(last, -1) {
				b.WriteString("\n")
			}
			b.WriteString(l.text)
			last = l.y
		}
		b.WriteString("\n")
	}
	return b.String()
}

// cases are reports that take every branch of the text.
func cases() map[string]data.Report {
	empty := aurora()
	empty.Summary = data.Summary{Filter: empty.Summary.Filter}
	empty.Timeline.Buckets, empty.Topics, empty.Sources, empty.Open, empty.Answered, empty.Statuses = nil, nil, nil, nil, nil, nil
	few := empty
	few.Summary.Now = data.Totals{Negative: 1, Positive: 3}
	few.Sources = []data.SourceTotals{{Source: "x", Totals: few.Summary.Now}}
	open := aurora()
	open.Summary.Filter.Period = data.Period{}
	open.Summary.HasBefore = false
	hourly := aurora()
	hourly.Timeline.Step, hourly.Sampled, hourly.Query = data.Hourly, true, "rimborso -attesa source:google"
	hourly.Copies = data.Copies{Mentions: 312, Texts: 24}
	hourly.Summary.Filter.Sources = []string{"google"}
	weekly := aurora()
	weekly.Timeline.Step = data.Weekly
	long := aurora()
	word := strings.Repeat("Precipitevolissimevolmente", 8)
	long.Business, long.Query = word, strings.Repeat(word+" e ", 20)
	for range 60 {
		long.Topics = append(long.Topics, data.Driver{Term: word, Example: data.Row{Snippet: word}})
		long.Sources = append(long.Sources, data.SourceTotals{Source: word, Totals: data.Totals{Neutral: math.MaxInt32}})
	}
	return map[string]data.Report{
		"aurora": aurora(), "empty": empty, "few": few, "open period": open,
		"hourly": hourly, "weekly": weekly, "long": long, "zero": {},
	}
}

// everyLayout runs a check for each variant, language and paper.
func everyLayout(t *testing.T, check func(t *testing.T, d *document)) {
	t.Helper()
	for name, r := range cases() {
		for _, lang := range []string{"it", "en"} {
			for size, paper := range map[string]Paper{"A4": A4, "Letter": Letter} {
				t.Run(name+" "+lang+" "+size, func(t *testing.T) {
					check(t, layOut(r, assets.WordsFor(lang), paper))
				})
			}
		}
	}
}

func TestNothingOverlapsOrLeavesTheMargins(t *testing.T) {
	everyLayout(t, checkPlaces)
}

func checkPlaces(t *testing.T, d *document) {
	t.Helper()
	const hair = 0.01
	right, footer := d.paper.W-marginX, d.paper.H-footerUp
	for n, s := range d.sheets {
		for i, l := range s.lines {
			end := l.x + d.set.width(l.text, l.style)
			if l.x < marginX-hair || end > right+hair {
				t.Errorf("sheet %d: %q reaches from %.1f to %.1f", n+1, l.text, l.x, end)
			}
			if l.y != footer && l.y > d.paper.H-contentUp {
				t.Errorf("sheet %d: %q stands in the lower margin at %.1f", n+1, l.text, l.y)
			}
			for _, m := range s.lines[i+1:] {
				if math.Abs(l.y-m.y) < 8 && l.x < m.x+d.set.width(m.text, m.style)-hair && m.x < end-hair {
					t.Errorf("sheet %d: %q and %q overlap", n+1, l.text, m.text)
				}
			}
		}
	}
}

func TestAHeadingIsFollowedByItsSection(t *testing.T) {
	everyLayout(t, func(t *testing.T, d *document) {
		for n, s := range d.sheets {
			for _, m := range s.marks {
				if !hasContentBelow(d, s, m.y+heading.size+10) {
					t.Errorf("sheet %d: nothing follows %q", n+1, m.title)
				}
			}
		}
	})
}

func hasContentBelow(d *document, s *sheet, y float64) bool {
	for _, l := range s.lines {
		if l.y > y && l.y < d.paper.H-contentUp {
			return true
		}
	}
	return false
}

func TestEveryKeyHasASentence(t *testing.T) {
	everyLayout(t, func(t *testing.T, d *document) {
		for _, s := range d.sheets {
			for _, l := range s.lines {
				if strings.Contains(l.text, "report.") || strings.Contains(l.text, "<no value>") {
					t.Errorf("no sentence: %q", l.text)
				}
			}
		}
	})
}

func TestHeadersAndHeadingsFitUncut(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		for _, paper := range []Paper{A4, Letter} {
			for _, s := range layOut(aurora(), assets.WordsFor(lang), paper).sheets {
				for _, l := range s.lines {
					if l.style != body && strings.HasSuffix(l.text, ellipsis) {
						t.Errorf("%s: %q is cut", lang, l.text)
					}
				}
			}
		}
	}
}

func TestALongTableRepeatsItsHeader(t *testing.T) {
	d := layOut(cases()["long"], assets.WordsFor("en"), A4)
	sheets := 0
	for _, s := range d.sheets {
		for _, l := range s.lines {
			if l.text == "Against before" {
				sheets++
			}
		}
	}
	if sheets < 2 {
		t.Errorf("the header of the topics stands on %d of %d sheets", sheets, len(d.sheets))
	}
}
