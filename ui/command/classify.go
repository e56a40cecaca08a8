package command

import (
	"bufio"
	"fmt"

	"vedetta/data"
	"vedetta/data/desk"
)

type classifyCmd struct {
	JSON bool `help:"${json}"`
}

type classified struct {
	Text      string     `json:"text"`
	Label     data.Label `json:"label"`
	Uncertain bool       `json:"uncertain"`
	Score     float64    `json:"score"`
	P         [3]float64 `json:"p"` // negative, neutral, positive
	Lang      string     `json:"lang"`
	Complaint float64    `json:"complaint"`
	Words     []string   `json:"words"`
}

// maxLine is the longest text that classify takes.
const maxLine = 1 << 20

// Run classifies standard input, a text a line, in the language that --lang
// fixes: label, score, the three
// probabilities, language and, where it applies, "uncertain". As JSON it gives
// the probability of a complaint and the words that decided, too.
func (c classifyCmd) Run(r *run) error {
	lines := bufio.NewScanner(r.In)
	lines.Buffer(nil, maxLine)
	if c.JSON {
		return c.json(r, lines)
	}
	out := bufio.NewWriter(r.Out)
	for lines.Scan() {
		s := desk.Classify(lines.Text(), r.lang)
		fmt.Fprintf(out, "%s\t%.4f\t%.4f\t%.4f\t%.4f\t%s", s.Label, s.Score, s.P[data.Negative], s.P[data.Neutral], s.P[data.Positive], s.Lang)
		if s.Uncertain() {
			fmt.Fprint(out, "\tuncertain")
		}
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return lines.Err()
}

func (c classifyCmd) json(r *run, lines *bufio.Scanner) error {
	all := []classified{}
	for lines.Scan() {
		s := desk.Explain(lines.Text(), r.lang)
		words := []string{}
		for _, w := range s.Words {
			words = append(words, fmt.Sprintf("%s %+.2f", w.Text, w.Weight))
		}
		all = append(all, classified{lines.Text(), s.Label, s.Uncertain(), s.Score, s.P, s.Lang, s.Complaint, words})
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return r.json(all)
}
