package inbox

import (
	"context"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// countLimit bounds the counts of views that no table keeps.
const countLimit = Cap

// side is the left column: how many mentions each view and tag holds.
type side struct {
	views  [len(Views)]int
	tags   []data.TagCount
	saved  []savedView
	known  data.Known // what a search can ask for
	loaded bool
	next   time.Time // when the next mention that is put off comes back
}

// Tags are the tags in use, the most used first.
func (p *Presenter) Tags() []data.TagCount { return p.side.tags }

// ViewCount is how many mentions a view holds; false while unknown.
func (p *Presenter) ViewCount(v View) (string, bool) {
	return p.capped(p.side.views[v], countLimit), p.side.loaded
}

// capped writes a count that stopped beyond a limit.
func (p *Presenter) capped(n, limit int) string {
	if n > limit {
		return p.words.Number(int64(limit)) + "+"
	}
	return p.words.Number(int64(n))
}

// loadSide counts views and tags anew; while typing goes on, once it rests.
func (p *Presenter) loadSide() {
	pause := p.pauses.search
	if !p.side.loaded {
		pause = 0
	}
	p.loads.side.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		s, err := p.readSide(ctx)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.side = s
			p.wakeAt(s.next)
			p.face.SideChanged()
		}
	})
}

func (p *Presenter) readSide(ctx context.Context) (side, error) {
	s := side{loaded: true}
	counts, err := p.desk.StatusCounts(ctx)
	if err != nil {
		return s, err
	}
	for status, n := range counts {
		s.views[ViewAll] += n
		switch status {
		case data.StatusReplied:
			s.views[ViewReplied] = n
		case data.StatusArchived:
			s.views[ViewArchived] = n
		case data.StatusNeedsReply:
			s.views[ViewNeedsReply] = n
			s.views[ViewOpen] += n
		default:
			s.views[ViewOpen] += n
		}
	}
	off, err := p.desk.Snoozed(ctx)
	if err != nil {
		return s, err
	}
	s.views[ViewSnoozed], s.next = off.Total(), off.Next
	s.views[ViewNeedsReply] -= off.Statuses[data.StatusNeedsReply]
	for _, status := range data.Unanswered {
		s.views[ViewOpen] -= off.Statuses[status]
	}
	exact := []View{ViewAttention, ViewDrafts, ViewReady, ViewStarred}
	muted, err := p.desk.MutedAuthors(ctx)
	if err != nil {
		return s, err
	}
	if len(muted) > 0 { // the counts by status know nothing of them
		exact = append(exact, ViewOpen, ViewNeedsReply, ViewMuted)
	}
	for _, v := range exact {
		if s.views[v], err = p.desk.Count(ctx, v.filter(), countLimit); err != nil {
			return s, err
		}
	}
	if s.tags, err = p.desk.Tags(ctx); err != nil {
		return s, err
	}
	if s.known, err = p.desk.Askable(ctx); err != nil {
		return s, err
	}
	s.saved, err = p.readSaved(ctx)
	return s, err
}

// Footer is the line below the list: how many there are, and the keys.
func (p *Presenter) Footer() string {
	keys := p.words.Text("inbox.keys")
	switch {
	case p.list.capped:
		return p.words.Text("inbox.capped", "Cap", p.words.Number(Cap))
	case !p.list.counted:
		return keys
	}
	found := "inbox.found"
	if p.view != ViewAll {
		found += "." + p.view.key()
	}
	return p.words.Count(found, p.list.found) + p.inRows() + " · " + keys
}

// EmptyWorkspace tells whether there is no mention at all.
func (p *Presenter) EmptyWorkspace() bool { return p.side.loaded && p.side.views[ViewAll] == 0 }
