package command

import (
	"io"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

type addCmd struct {
	Text       string  `required:"" help:"${add_text}"`
	At         string  `required:"" placeholder:"YYYY-MM-DD" help:"${add_at}"`
	URL        string  `name:"url" help:"${add_url}"`
	Author     string  `help:"${add_author}"`
	Source     string  `help:"${add_source}"`
	Rating     float64 `help:"${add_rating}"`
	Screenshot string  `placeholder:"FILE" help:"${add_screenshot}"`
	JSON       bool    `help:"${json}"`
}

// added is what --json prints of a mention that was added by hand.
type added struct {
	ID     data.ID `json:"id"`
	Import int64   `json:"import"`
	Known  bool    `json:"known"`
}

// Run adds a mention by hand.
func (c addCmd) Run(r *run) error {
	if c.Text == "-" {
		text, err := io.ReadAll(io.LimitReader(r.In, maxLine))
		if err != nil {
			return err
		}
		c.Text = string(text)
	}
	return r.with(func(d *desk.Desk) error {
		at, err := moment(c.At, d.Zone())
		if err != nil {
			return err
		}
		a, err := d.AddMention(r.ctx, data.ManualMention{
			Text: c.Text, URL: c.URL, Author: c.Author, Source: c.Source, PublishedAt: at, Rating: c.Rating, Screenshot: c.Screenshot,
		})
		if err != nil {
			return err
		}
		d.WaitForSearch()
		switch {
		case c.JSON:
			return r.json(added{a.ID, a.Import.ID, a.Known})
		case a.Known:
			r.say("command.added_known")
		default:
			r.say("command.added", "Import", a.Import.ID)
		}
		return nil
	})
}

// moment reads a local day, with or without a time.
func moment(text string, zone *time.Location) (time.Time, error) {
	if t, err := time.ParseInLocation("2006-01-02 15:04", text, zone); err == nil {
		return t, nil
	}
	return day(text, zone, 0)
}
