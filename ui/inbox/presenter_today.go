package inbox

import (
	"context"
	"strings"

	"vedetta/data"
)

// todayDesk is what the inbox asks when there is nothing left to do.
type todayDesk interface {
	Today(ctx context.Context) (data.Today, error)
}

// toDo tells whether the list is empty because all the work of its view is
// done: no search and no filter hides anything.
func (p *Presenter) toDo() bool {
	if p.query != "" || p.title != "" {
		return false
	}
	switch p.view {
	case ViewAttention, ViewNeedsReply, ViewOpen, ViewDrafts, ViewReady:
		return true
	}
	return false
}

// Finished is what was done today, once the list of a view of work is empty;
// false while there is something left, or nothing was done.
func (p *Presenter) Finished() (data.Today, bool) {
	return p.today, p.Len() == 0 && p.toDo() && p.today.Anything()
}

// loadToday counts the day's work when nothing is left in the list.
func (p *Presenter) loadToday() {
	if len(p.list.rows) > 0 || !p.toDo() {
		return
	}
	p.loads.today.Load(func(ctx context.Context) func() {
		today, err := p.desk.Today(ctx)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.today = today
			p.face.ListChanged()
		}
	})
}

// TodayWords says what was done: "12 answered · 30 archived", and after how long
// the first answers went out.
func (p *Presenter) TodayWords(t data.Today) (done, firstReply string) {
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{{"today.answered", t.Answered}, {"today.archived", t.Archived}, {"today.tagged", t.Tagged}} {
		if part.n > 0 {
			parts = append(parts, p.words.Count(part.key, part.n))
		}
	}
	if t.FirstReply.Replies > 0 {
		firstReply = p.words.Text("today.first_reply", "Span", p.words.Span(t.FirstReply.Median))
	}
	return strings.Join(parts, " · "), firstReply
}
