package command

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

type listCmd struct {
	Query []string `arg:"" optional:"" help:"${query}"`
	Limit int      `default:"50" help:"${limit}"`
	JSON  bool     `help:"${json}"`
}

type listed struct {
	ID          data.ID     `json:"id"`
	PublishedAt time.Time   `json:"published_at"`
	Source      string      `json:"source"`
	Author      string      `json:"author"`
	Label       data.Label  `json:"label"`
	Status      data.Status `json:"status"`
	Tags        []string    `json:"tags"`
	Text        string      `json:"text"`
}

// Run prints the newest mentions that a search finds.
func (c listCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		d.WaitForSearch()
		f, err := data.ParseQuery(strings.Join(c.Query, " "), d.Zone())
		if err != nil {
			return err
		}
		rows, err := d.Page(r.ctx, f, 0, c.Limit)
		if err != nil {
			return err
		}
		all := []listed{}
		for _, m := range rows {
			all = append(all, listed{m.ID, m.PublishedAt, m.Source, m.Author, m.Label, m.Status, m.Tags, m.Snippet})
		}
		if c.JSON {
			return r.json(all)
		}
		for _, m := range all {
			fmt.Fprintf(r.Out, "%s  %s  %s · %s\n    %s\n", m.PublishedAt.In(d.Zone()).Format("2006-01-02 15:04"),
				r.words.Label(m.Label), plain(m.Author), r.words.Source(m.Source), plain(m.Text))
		}
		return nil
	})
}

// plain takes control characters out of strangers' text: a terminal would
// obey them.
func plain(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c >= 0x7f && c < 0xa0 {
			return -1
		}
		return c
	}, s)
}

type classifyCmd struct {
	JSON bool `help:"${json}"`
}

type classified struct {
	Text       string     `json:"text"`
	Label      data.Label `json:"label"`
	Score      float64    `json:"score"`
	Confidence float64    `json:"confidence"`
	Lang       string     `json:"lang"`
	Words      []string   `json:"words"`
}

// maxLine is the longest text that classify takes.
const maxLine = 1 << 20

// Run classifies standard input, a text a line: label, score, confidence,
// language, the words that decided.
func (c classifyCmd) Run(r *run) error {
	lines := bufio.NewScanner(r.In)
	lines.Buffer(nil, maxLine)
	all := []classified{}
	for lines.Scan() {
		s := desk.Classify(lines.Text())
		words := []string{}
		for _, w := range s.Words {
			words = append(words, fmt.Sprintf("%s %+.1f", w.Text, w.Weight))
		}
		if c.JSON {
			all = append(all, classified{lines.Text(), s.Label, s.Score, s.Confidence, s.Lang, words})
			continue
		}
		fmt.Fprintf(r.Out, "%s\t%+.2f\t%.2f\t%s\t%s\n", s.Label, s.Score, s.Confidence, s.Lang, plain(strings.Join(words, ", ")))
	}
	if c.JSON {
		if err := r.json(all); err != nil {
			return err
		}
	}
	return lines.Err()
}
