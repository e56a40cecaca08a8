package crisis

import (
	"context"
	"slices"

	"vedetta/data"
)

// Form is what makes a crisis: the answers so far and what they come to. The
// theory fills in what the person has not chosen.
type Form struct {
	p *Presenter

	Issues   []data.Issue // that may become the crisis
	Issue    int64        // 0: a new one
	Incident int64
	Title    string
	Declared int64 // what is to be declared is this crisis already

	Rating  data.SeverityRating
	Level   int
	Decided bool // the level is the person's, not the matrix's
	Reason  string

	path []answered // the questions of responsibility answered so far
	Type data.CrisisType

	History int  // crises so far
	Similar bool // one of them was like this one
	Poor    bool // reputation was poor before

	Books      []data.Playbook
	Playbook   string
	ownBook    bool
	Strategies []data.Strategy
	ownAnswer  bool
}

type answered struct {
	question string
	answer   int
}

// Declare asks for what makes an issue (0: a new one) or an incident (0: none)
// a crisis.
func (p *Presenter) Declare(issue, incident int64) {
	p.asking.Load(func(ctx context.Context) func() {
		f, err := p.newForm(ctx, issue, incident)
		return func() {
			switch {
			case err != nil:
				p.face.Failed(err)
			case f.Declared != 0:
				p.choose(f.Declared)
			default:
				p.face.AskDeclare(f)
			}
		}
	})
}

func (p *Presenter) newForm(ctx context.Context, issue, incident int64) (*Form, error) {
	f := &Form{p: p, Issue: issue, Incident: incident, Rating: data.Unrated}
	issues, err := p.desk.Issues(ctx, false)
	if err != nil {
		return nil, err
	}
	if f.History, err = p.desk.CrisisHistory(ctx); err != nil {
		return nil, err
	}
	if f.Books, err = p.desk.Playbooks(ctx, p.words.Lang()); err != nil {
		return nil, err
	}
	open, err := p.desk.Crises(ctx, false)
	if err != nil {
		return nil, err
	}
	for _, i := range issues {
		if !slices.ContainsFunc(open, func(c data.Crisis) bool { return c.Issue == i.ID }) {
			f.Issues = append(f.Issues, i)
		}
	}
	if incident != 0 {
		draft, err := p.desk.DraftIssue(ctx, incident)
		if err != nil {
			return nil, err
		}
		f.Title = p.words.IssueTitle(draft, p.desk.Zone())
		issue = draft.Incident.Issue
	}
	if slices.ContainsFunc(open, func(c data.Crisis) bool { return c.Issue == issue }) {
		f.Declared = issue
	}
	f.Similar = f.History > 0
	f.TakeIssue(issue)
	return f, nil
}

// changing is a form about the crisis that is shown.
func (p *Presenter) changing() *Form {
	c := p.shown.crisis
	return &Form{
		p: p, Issue: c.Issue, Rating: c.Rating, Level: c.Severity, Decided: c.Reason != "", Reason: c.Reason,
		Type: c.Type, Poor: c.Poor, Similar: c.Rating.Intensifiers > 0 && !c.Poor || c.Rating.Intensifiers > 1,
		Strategies: slices.Clone(c.Strategies), ownAnswer: true, Books: p.shown.books, Playbook: c.Playbook, ownBook: true,
	}
}

// TakeIssue makes the form about an issue, with the rating it has; 0 about a
// new one.
func (f *Form) TakeIssue(id int64) {
	f.Issue = id
	for _, i := range f.Issues {
		if i.ID == id && i.Rating.Complete() {
			f.Rating.Harm, f.Rating.Spread = i.Rating.Harm, i.Rating.Spread
		}
	}
	f.reckon()
}

// SetPoor and SetSimilar say what makes it worse.
func (f *Form) SetPoor(on bool) { f.Poor = on; f.reckon() }

// SetSimilar says whether something like it happened before.
func (f *Form) SetSimilar(on bool) { f.Similar = on; f.reckon() }

// SetLevel takes the person's own level.
func (f *Form) SetLevel(level int) {
	f.Level = level
	f.Decided = !f.Rating.Complete() || level != f.Rating.Level()
}

// reckon follows the answers: intensifiers, responsibility, level and, unless
// the person chose, playbook and strategies.
func (f *Form) reckon() {
	f.Rating.Intensifiers = 0
	for _, on := range []bool{f.Similar, f.Poor} {
		if on {
			f.Rating.Intensifiers++
		}
	}
	if cluster := f.p.desk.ClusterOf(f.Type); cluster != "" {
		f.Rating.Responsibility = map[data.Cluster]int{data.ClusterVictim: 0, data.ClusterAccidental: 1, data.ClusterPreventable: 2}[cluster]
		if !f.ownBook {
			f.Playbook = f.proposed()
		}
		if !f.ownAnswer {
			f.Strategies = f.p.desk.UsualStrategies(f.Type, f.Similar, f.Poor)
		}
	}
	if f.Rating.Complete() && (!f.Decided || f.Level == f.Rating.Level()) {
		f.Level, f.Decided = f.Rating.Level(), false
	}
}

// proposed is the first playbook for the type; empty if none is for it.
func (f *Form) proposed() string {
	for _, b := range f.Books {
		if slices.Contains(b.Types, f.Type) {
			return b.Key
		}
	}
	return ""
}

// ChooseBook follows a playbook that the person chose; empty for none.
func (f *Form) ChooseBook(key string) { f.Playbook, f.ownBook = key, true }

// Choose takes or drops a strategy.
func (f *Form) Choose(s data.Strategy, on bool) {
	f.ownAnswer = true
	f.Strategies = slices.DeleteFunc(f.Strategies, func(each data.Strategy) bool { return each == s })
	if on {
		f.Strategies = append(f.Strategies, s)
	}
}

// Has tells whether a strategy is chosen.
func (f *Form) Has(s data.Strategy) bool { return slices.Contains(f.Strategies, s) }

// Ready tells whether everything that must be known is there.
func (f *Form) Ready() bool {
	named := f.Issue != 0 || oneLine(f.Title) != ""
	rated := f.Rating.Complete() && !f.Decided || f.Decided && oneLine(f.Reason) != ""
	return named && rated && f.Type != ""
}

// Declare makes it a crisis and shows its room.
func (f *Form) Declare() {
	p := f.p
	d := data.Declaration{
		Issue: f.Issue, Title: oneLine(f.Title), Incident: f.Incident, Rating: f.Rating, Severity: f.Level, Reason: f.Reason,
		Type: f.Type, Playbook: f.Playbook, Strategies: f.Strategies, Poor: f.Poor, Lang: p.words.Lang(),
	}
	p.dispatcher.Do(func(ctx context.Context) func() {
		issue, err := p.desk.Declare(ctx, d)
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.choose(issue)
			p.face.Said(p.words.Text("room.done.declared"))
		}
	})
}
