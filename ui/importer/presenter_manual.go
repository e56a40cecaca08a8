package importer

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// Typed is a mention as the person types it in.
type Typed struct {
	Text, URL, Author, Source string
	Day                       time.Time // the day of publication, in whatever zone; zero while none is chosen
	Clock                     string    // "14:30"
	Rating                    int       // 1 to 5, 0 for none
	Screenshot                string    // path of a file; empty for none
}

// Mention reads what was typed; the key of a sentence says what is missing.
func (p *Presenter) mention(t Typed) (m data.ManualMention, missing string) {
	at, err := time.Parse("15:04", strings.ReplaceAll(strings.TrimSpace(t.Clock), ".", ":"))
	switch {
	case strings.TrimSpace(t.Text) == "":
		return m, "importer.manual.no_text"
	case t.Day.IsZero():
		return m, "importer.manual.no_day"
	case err != nil:
		return m, "importer.manual.no_clock"
	}
	year, month, day := t.Day.Date()
	m = data.ManualMention{
		Text: strings.TrimSpace(t.Text), URL: strings.TrimSpace(t.URL), Author: strings.TrimSpace(t.Author),
		Source: strings.TrimSpace(t.Source), Rating: float64(t.Rating), Screenshot: t.Screenshot,
		PublishedAt: time.Date(year, month, day, at.Hour(), at.Minute(), 0, 0, p.desk.Zone()).UTC(),
	}
	return m, ""
}

// AddMention brings in a mention that the person typed. done is told what is
// wrong with it; empty when it is in.
func (p *Presenter) AddMention(t Typed, done func(wrong string)) {
	m, missing := p.mention(t)
	if missing != "" {
		done(p.words.Text(missing))
		return
	}
	p.dispatcher.Do(func(ctx context.Context) func() {
		added, err := p.desk.AddMention(ctx, m)
		return func() {
			if err != nil {
				message, hint := p.words.Explain(err)
				done(message + " " + hint)
				return
			}
			done("")
			if added.Known {
				p.face.Told(p.words.Text("importer.manual.known"))
			} else {
				p.face.Told(p.words.Text("importer.manual.added"))
			}
		}
	})
}
