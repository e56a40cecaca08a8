package incidents

import "context"

// IssueText says what MakeIssue does: it makes one, or shows the one there is.
func (p *Presenter) IssueText() string {
	if i, ok := p.current(); ok && i.Issue != 0 {
		return p.words.Text("incidents.issue.open")
	}
	return p.words.Text("incidents.issue")
}

// MakeIssue makes an issue of the chosen incident, with the mentions that the
// desk proposes, and shows it.
func (p *Presenter) MakeIssue() {
	i, ok := p.current()
	if !ok || p.making {
		return
	}
	if i.Issue != 0 {
		p.face.ShowIssue(i.Issue)
		return
	}
	p.making = true
	p.dispatcher.Do(func(ctx context.Context) func() {
		title, made := "", int64(0)
		var undo func(context.Context) error
		draft, err := p.desk.DraftIssue(ctx, i.ID)
		if err == nil {
			title = p.words.IssueTitle(draft, p.desk.Zone())
			made, undo, err = p.desk.IssueFromIncident(ctx, i.ID, title, draft.Mentions)
		}
		return func() {
			p.making = false
			if err != nil {
				p.face.Failed(err)
				return
			}
			what := p.words.Text("incidents.issue.made", "Title", title)
			p.history.Add(what, undo)
			p.face.MadeIssue(made, what, p.takeBack)
		}
	})
}

// takeBack undoes the last change.
func (p *Presenter) takeBack() {
	p.history.Undo(p.dispatcher, func(_ string, err error) {
		if err != nil {
			p.face.Failed(err)
		}
	})
}
