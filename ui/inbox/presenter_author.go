package inbox

import (
	"context"

	"vedetta/data"
)

// authorDesk is what the inbox asks about people.
type authorDesk interface {
	Author(ctx context.Context, author string) (data.AuthorCard, error)
	MutedAuthors(ctx context.Context) ([]data.MutedAuthor, error)
	MuteAuthor(ctx context.Context, a data.Author) (undoing, error)
}

// Mute leaves the author of the mention shown in full out of the open views.
func (p *Presenter) Mute() {
	author := p.detail.Author
	if !p.hasDetail || author.Key() == "" {
		return
	}
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := p.desk.MuteAuthor(ctx, author)
		return func() {
			if p.failed(err); err != nil {
				return
			}
			what := p.words.Text("inbox.done.muted", "Author", author.Shown())
			p.history.Add(what, undo)
			p.face.Done(what)
		}
	})
}

// AuthorCard reads what there is of the author of the mention shown in full
// and hands it on.
func (p *Presenter) AuthorCard(show func(data.AuthorCard)) {
	key := p.detail.Author.Key()
	if !p.hasDetail || key == "" {
		return
	}
	p.loads.author.Load(func(ctx context.Context) func() {
		c, err := p.desk.Author(ctx, key)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			show(c)
		}
	})
}

// AuthorFacts are the lines of the card: how many mentions, how many of them
// negative, the first and the last.
func (p *Presenter) AuthorFacts(c data.AuthorCard) []string {
	w, zone := p.words, p.desk.Zone()
	share := 0.0
	if c.Mentions > 0 {
		share = 100 * float64(c.Negative) / float64(c.Mentions)
	}
	lines := []string{w.Count("list.author.mentions", c.Mentions) + " · " + w.Text("list.author.negative", "Share", w.Percent(share))}
	if c.First.Equal(c.Last) {
		return append(lines, w.Text("list.author.once", "When", w.Date(c.Last, zone)))
	}
	return append(lines, w.Text("list.author.span", "First", w.Date(c.First, zone), "Last", w.Date(c.Last, zone)))
}

// ShowAuthor lists all mentions of the author of the mention shown in full.
func (p *Presenter) ShowAuthor() {
	if key := p.detail.Author.Key(); key != "" {
		p.SetFilter(data.Filter{}, "")
		p.SetQuery("author:" + data.QueryValue(key))
	}
}
