package inbox

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// alikeShown is how many copies the detail names.
const alikeShown = 8

// alikePresenter finds what says the same as the mention on screen. It lives
// on the UI goroutine.
type alikePresenter struct {
	desk    copiesDesk
	words   *assets.Words
	zone    func() *time.Location
	changed func()
	failed  func(error)

	of      data.ID
	rows    []data.Row
	total   int
	loading *job.Loader
}

func newAlikePresenter(p *Presenter, changed func()) *alikePresenter {
	return &alikePresenter{desk: p.desk, words: p.words, zone: p.desk.Zone, changed: changed, failed: p.failed, loading: job.NewLoader(p.dispatcher)}
}

// show is told which mention is on screen, whenever something about it may
// have changed.
func (p *alikePresenter) show(id data.ID) {
	if id != p.of {
		p.of, p.rows, p.total = id, nil, 0
		p.changed()
	}
	p.loading.Load(func(ctx context.Context) func() {
		rows, total, err := p.desk.Copies(ctx, id, alikeShown)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			if p.total != total || p.total > 0 {
				p.rows, p.total = rows, total
				p.changed()
			}
		}
	})
}

// title says how many copies there are; empty if there are none.
func (p *alikePresenter) title() string {
	if p.total == 0 {
		return ""
	}
	return p.words.Count("copies.alike", p.total)
}

// line is who wrote a copy, where, when, and what became of it.
func (p *alikePresenter) line(r data.Row) string {
	author := r.Author
	if author == "" {
		author = p.words.Text("kit.row.nobody")
	}
	return author + " · " + p.words.Source(r.Source) + " · " + p.words.DateTime(r.PublishedAt, p.zone()) + " · " + p.words.Status(r.Status)
}

// all is the offer to list them all.
func (p *alikePresenter) all() string { return p.words.Count("copies.all", p.total+1) }
