package inbox

import (
	"context"

	"vedetta/data"
)

// countLimit bounds the counts of views that no table keeps.
const countLimit = Cap

// side is the left column: how many mentions each view and tag holds.
type side struct {
	views  [len(Views)]int
	tags   []data.TagCount
	loaded bool
}

// Tags are the tags in use, the most used first.
func (p *Presenter) Tags() []data.TagCount { return p.side.tags }

// ViewCount is how many mentions a view holds; false while unknown.
func (p *Presenter) ViewCount(v View) (string, bool) {
	n := p.side.views[v]
	text := p.words.Number(int64(n))
	if n > countLimit {
		text = p.words.Number(countLimit) + "+"
	}
	return text, p.side.loaded
}

func (p *Presenter) loadSide() {
	p.loads.side.Load(func(ctx context.Context) func() {
		s, err := p.readSide(ctx)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.side = s
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
	for _, v := range []View{ViewAttention, ViewStarred} {
		if s.views[v], err = p.desk.Count(ctx, v.filter(), countLimit); err != nil {
			return s, err
		}
	}
	s.tags, err = p.desk.Tags(ctx)
	return s, err
}

// Footer is the line below the list: how many there are, and the keys.
func (p *Presenter) Footer() string {
	keys := p.words.Text("inbox.keys")
	switch {
	case len(p.marked) > 0:
		return p.words.Count("inbox.marked", len(p.marked)) + " · " + keys
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
