package command

import (
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
