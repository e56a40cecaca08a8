package issues

import (
	"slices"
	"strings"

	"vedetta/data"
)

// Entry is an issue as the list shows it.
type Entry struct {
	ID       int64
	Severity int
	Level    string // "L2 issue"
	Title    string
	Counts   string // mentions, negative, unanswered
	Due      string // until when, or how late; empty: no such time
	Overdue  bool
	Age      string
	Waiting  string // that it waits for somebody; empty if not
}

// Entries are the listed issues, the most pressing first.
func (p *Presenter) Entries() []Entry {
	var out []Entry
	for _, i := range p.shown.issues {
		e := Entry{ID: i.ID, Severity: i.Severity, Level: p.words.SeverityOf(i), Title: i.Title, Counts: p.counts(i)}
		e.Due, e.Overdue = p.due(i)
		e.Age = p.words.Ago(i.CreatedAt, p.desk.Now(), p.desk.Zone())
		if i.Status == data.IssueWaiting {
			e.Waiting = p.words.Text("issues.status.waiting")
		}
		out = append(out, e)
	}
	return out
}

func (p *Presenter) counts(i data.Issue) string {
	parts := []string{p.words.Count("issues.mentions", i.Mentions)}
	if i.Negative > 0 {
		parts = append(parts, p.words.Count("issues.negative", i.Negative))
	}
	if i.Unanswered > 0 {
		parts = append(parts, p.words.Count("issues.unanswered", i.Unanswered))
	}
	return strings.Join(parts, " · ")
}

// due says until when an issue is to be done, or how late it is.
func (p *Presenter) due(i data.Issue) (said string, overdue bool) {
	now := p.desk.Now()
	switch {
	case i.DueAt.IsZero():
		return "", false
	case i.Overdue(now):
		return p.words.Text("issues.overdue", "Span", p.words.Span(now.Sub(i.DueAt))), true
	}
	return p.words.Text("issues.due", "When", p.words.Moment(i.DueAt, p.desk.Zone())), false
}

// Totals say how many issues are open, and how many closed.
func (p *Presenter) Totals() (open, closed string) {
	n := func(n int) string { return p.words.Number(int64(n)) }
	return p.words.Text("issues.list.open", "N", n(p.shown.open)), p.words.Text("issues.list.closed", "N", n(p.shown.shut))
}

// ShowsClosed tells whether the closed issues are listed.
func (p *Presenter) ShowsClosed() bool { return p.closed }

// ShowClosed lists the closed issues, or those that are not.
func (p *Presenter) ShowClosed(closed bool) {
	if p.closed != closed {
		p.closed, p.wanted = closed, 0
		p.load(0)
	}
}

// Chosen is the issue shown in full; 0 for none.
func (p *Presenter) Chosen() int64 { return p.chosen }

// Show chooses an issue that another screen means, if need be once it is
// loaded.
func (p *Presenter) Show(id int64) {
	p.wanted = id
	if len(p.stop) > 0 {
		p.load(0)
	}
}

// Choose shows an issue in full.
func (p *Presenter) Choose(id int64) {
	if id == p.chosen || p.place(id) < 0 {
		return
	}
	p.chosen, p.wanted = id, 0
	p.shown.of, p.shown.events, p.shown.rows, p.shown.more = id, nil, nil, false
	p.forget()
	p.face.ListChanged()
	p.face.DetailChanged()
	p.load(0)
}

// Move chooses another issue: the next one for 1.
func (p *Presenter) Move(by int) {
	if last := len(p.shown.issues) - 1; last >= 0 {
		p.Choose(p.shown.issues[min(max(p.place(p.chosen)+by, 0), last)].ID)
	}
}

// place is where an issue stands; -1 if it is not there.
func (p *Presenter) place(id int64) int {
	return slices.IndexFunc(p.shown.issues, func(i data.Issue) bool { return i.ID == id })
}

// Current is the chosen issue.
func (p *Presenter) Current() (data.Issue, bool) {
	if at := p.place(p.chosen); at >= 0 {
		return p.shown.issues[at], true
	}
	return data.Issue{}, false
}

// OpenIssue shows the mentions of the chosen issue in the inbox.
func (p *Presenter) OpenIssue() {
	if i, ok := p.Current(); ok {
		p.face.Open(data.Filter{Issues: []int64{i.ID}}, i.Title)
	}
}
