package crisis

import (
	"context"
	"time"

	"vedetta/data"
)

// Public is what the room asks of the workspace to answer in public: what is
// said, what is true, who is told, what is promised.
type Public interface {
	Statements(ctx context.Context, issue int64) ([]data.Statement, error)
	SaveStatement(ctx context.Context, s data.Statement) (id int64, err error)
	KeepStatement(ctx context.Context, id int64) error
	StatementVersions(ctx context.Context, id int64) ([]data.Wording, error)
	SetStatementReady(ctx context.Context, id int64, on bool) (undoing, error)
	PublishStatement(ctx context.Context, id int64, at time.Time, channels, url string, next time.Time) (undoing, error)
	DropStatement(ctx context.Context, id int64) (undoing, error)
	StatementEffects(ctx context.Context, issue int64) ([]data.Effect, error)
	StatementTemplates(ctx context.Context, issue int64, lang string, kind data.StatementKind) ([]data.StatementTemplate, error)
	StatementChecker(ctx context.Context, issue int64) (func(text string, kind data.StatementKind, lang string) []data.Remark, error)

	Claims(ctx context.Context, issue int64) ([]data.Claim, error)
	CountedClaims(ctx context.Context, issue int64) ([]data.Claim, error)
	SaveClaim(ctx context.Context, c data.Claim) (int64, undoing, error)
	DropClaim(ctx context.Context, id int64) (undoing, error)
	ClaimMentions(ctx context.Context, claim data.Claim) (data.Filter, bool, error)
	Questions(ctx context.Context, issue int64) ([]data.Question, error)
	SaveQuestion(ctx context.Context, issue int64, q data.Question) (int64, undoing, error)
	DropQuestion(ctx context.Context, id int64) (undoing, error)
	Stakeholders(ctx context.Context, issue int64) ([]data.Stakeholder, error)
	ToldBeforePress() []string
	DropStakeholder(ctx context.Context, id int64) (undoing, error)
	SaveStakeholder(ctx context.Context, s data.Stakeholder) (int64, undoing, error)
	Told(ctx context.Context, issue, id int64, at time.Time) (undoing, error)
	Promises(ctx context.Context, issue int64) ([]data.Promise, error)
	SavePromise(ctx context.Context, issue int64, p data.Promise) (int64, undoing, error)
	DropPromise(ctx context.Context, id int64) (undoing, error)
	KeepPromise(ctx context.Context, id int64, done bool) (undoing, error)
}

// said is what was read of the public side of a crisis.
type said struct {
	statements []data.Statement
	claims     []data.Claim
	questions  []data.Question
	people     []data.Stakeholder
	promises   []data.Promise
	effects    []data.Effect
}

// readPublic reads what is said in public.
func (p *Presenter) readPublic(ctx context.Context, of int64) (s said, err error) {
	for _, step := range []func() error{
		func() error { s.statements, err = p.desk.Statements(ctx, of); return err },
		func() error { s.claims, err = p.desk.Claims(ctx, of); return err },
		func() error { s.questions, err = p.desk.Questions(ctx, of); return err },
		func() error { s.people, err = p.desk.Stakeholders(ctx, of); return err },
		func() error { s.promises, err = p.desk.Promises(ctx, of); return err },
		func() error { s.effects, err = p.desk.StatementEffects(ctx, of); return err },
	} {
		if err := step(); err != nil {
			return s, err
		}
	}
	return s, nil
}

// countClaims counts the mentions that say each claim, which can take longer
// than all the rest of the room; until then the earlier counts stand.
func (p *Presenter) countClaims() {
	issue := p.shown.crisis.Issue
	if len(p.shown.said.claims) == 0 {
		return
	}
	p.counting.Load(func(ctx context.Context) func() {
		all, err := p.desk.CountedClaims(ctx, issue)
		return func() {
			if err != nil || p.shown.crisis.Issue != issue {
				return // the room says that the workspace cannot be read
			}
			p.counted = map[int64]int{}
			for _, c := range all {
				p.counted[c.ID] = c.Mentions
			}
			if p.takeCounts() {
				p.face.RoomChanged()
			}
		}
	})
}

// takeCounts puts the counts to the claims; it tells whether one is new.
func (p *Presenter) takeCounts() (news bool) {
	for n := range p.shown.said.claims {
		c := &p.shown.said.claims[n]
		if have, ok := p.counted[c.ID]; ok && have != c.Mentions {
			c.Mentions, news = have, true
		}
	}
	return news
}

// Tell says that somebody was told, now.
func (p *Presenter) Tell(who data.Stakeholder) {
	issue, at := p.shown.crisis.Issue, p.desk.Now()
	p.run(p.words.Text("room.done.told", "Name", p.words.StakeholderName(who)), func(ctx context.Context) (undoing, error) {
		return p.desk.Told(ctx, issue, who.ID, at)
	})
}

// KeepPromise says that a promise was kept, or was not.
func (p *Presenter) KeepPromise(id int64, done bool) {
	p.run(p.words.Text("room.done.promise"), func(ctx context.Context) (undoing, error) { return p.desk.KeepPromise(ctx, id, done) })
}

// SaveClaim keeps a claim with its finding.
func (p *Presenter) SaveClaim(c data.Claim) {
	c.Issue = p.shown.crisis.Issue
	p.run(p.words.Text("room.done.claim"), func(ctx context.Context) (undoing, error) {
		_, undo, err := p.desk.SaveClaim(ctx, c)
		return undo, err
	})
}

// SaveQuestion keeps a question with its answer.
func (p *Presenter) SaveQuestion(q data.Question) {
	issue := p.shown.crisis.Issue
	p.run(p.words.Text("room.done.question"), func(ctx context.Context) (undoing, error) {
		_, undo, err := p.desk.SaveQuestion(ctx, issue, q)
		return undo, err
	})
}

// SavePerson keeps somebody who is to be told. The words that the program has
// for a group are not stored: they follow the language.
func (p *Presenter) SavePerson(s data.Stakeholder) {
	group := data.Stakeholder{Group: s.Group}
	if s.Group != "" && s.Name == p.PersonName(group) {
		s.Name = ""
	}
	if s.Sentence == p.Sentence(group) {
		s.Sentence = ""
	}
	p.run(p.words.Text("room.done.person", "Name", p.words.StakeholderName(s)), func(ctx context.Context) (undoing, error) {
		_, undo, err := p.desk.SaveStakeholder(ctx, s)
		return undo, err
	})
}

// SavePromise keeps something that was promised.
func (p *Presenter) SavePromise(promise data.Promise) {
	issue := p.shown.crisis.Issue
	p.run(p.words.Text("room.done.promised"), func(ctx context.Context) (undoing, error) {
		_, undo, err := p.desk.SavePromise(ctx, issue, promise)
		return undo, err
	})
}

// DropClaim takes a claim off the list.
func (p *Presenter) DropClaim(id int64) {
	p.run(p.words.Text("room.done.dropped"), func(ctx context.Context) (undoing, error) { return p.desk.DropClaim(ctx, id) })
}

// DropQuestion takes a question off the sheet.
func (p *Presenter) DropQuestion(id int64) {
	p.run(p.words.Text("room.done.dropped"), func(ctx context.Context) (undoing, error) { return p.desk.DropQuestion(ctx, id) })
}

// DropPerson takes somebody off the list of those to be told.
func (p *Presenter) DropPerson(id int64) {
	p.run(p.words.Text("room.done.dropped"), func(ctx context.Context) (undoing, error) { return p.desk.DropStakeholder(ctx, id) })
}

// DropPromise takes a promise off the list.
func (p *Presenter) DropPromise(id int64) {
	p.run(p.words.Text("room.done.dropped"), func(ctx context.Context) (undoing, error) { return p.desk.DropPromise(ctx, id) })
}

// ClaimMentions finds the mentions that say a claim, and hands them to show.
func (p *Presenter) ClaimMentions(c data.Claim, show func(f data.Filter, title string)) {
	p.asking.Load(func(ctx context.Context) func() {
		f, ok, err := p.desk.ClaimMentions(ctx, c)
		return func() {
			switch {
			case err != nil:
				p.fail(err)
			case ok:
				show(f, c.Text)
			}
		}
	})
}

// Correction is a statement that corrects a claim.
func (p *Presenter) Correction(c data.Claim) data.Statement {
	return data.Statement{Kind: data.StatementCorrection, Title: c.Text, Text: c.Correction}
}

// DropStatement throws a draft away.
func (p *Presenter) DropStatement(id int64) {
	p.run(p.words.Text("room.done.dropped"), func(ctx context.Context) (undoing, error) { return p.desk.DropStatement(ctx, id) })
}
