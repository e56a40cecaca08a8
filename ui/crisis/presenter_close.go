package crisis

import (
	"context"

	"vedetta/data"
)

// StandDown is what speaks for and against closing the crisis, in words.
type StandDown struct {
	Title    string
	Criteria []Criterion
	Promises []string // that are open
	Met      bool     // all criteria are, and no promise is open
}

// Criterion is a condition for closing.
type Criterion struct {
	Text, Line string
	Met, Known bool
}

// AskStandDown looks up what speaks for closing the crisis, and asks.
func (p *Presenter) AskStandDown() {
	c := p.shown.crisis
	p.asking.Load(func(ctx context.Context) func() {
		criteria, promises, err := p.desk.StandDown(ctx, c.Issue)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.AskStandDown(p.standDown(c, criteria, promises))
		}
	})
}

func (p *Presenter) standDown(c data.Crisis, criteria []data.Criterion, promises []data.Promise) StandDown {
	s := StandDown{Title: c.Title, Met: len(promises) == 0}
	for _, each := range criteria {
		line := p.words.Text("room.criterion.unknown")
		if each.Known {
			line = p.words.Text("room.criterion."+each.Key, "Have", p.words.Decimal(each.Have, 0), "Want", p.words.Decimal(each.Want, 0), "N", p.words.Number(int64(each.N)))
		}
		s.Criteria = append(s.Criteria, Criterion{p.words.Criterion(each), line, each.Met, each.Known})
		s.Met = s.Met && each.Met
	}
	for _, each := range promises {
		said := each.Text
		if !each.DueAt.IsZero() {
			said += " · " + p.words.Text("room.step.due", "When", p.when(each.DueAt))
		}
		s.Promises = append(s.Promises, said)
	}
	return s
}

// Close ends the crisis; the reason stays in the log.
func (p *Presenter) Close(reason string) {
	c := p.shown.crisis
	p.chosen = c.Issue
	p.make(p.words.Text("room.done.closed", "Title", c.Title), func(ctx context.Context) error {
		return p.desk.CloseCrisis(ctx, c.Issue, reason)
	})
}
