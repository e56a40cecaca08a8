package desk

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/drill"
)

// drillWork is what the person did in a run, read from its workspace.
type drillWork struct {
	until, noticed time.Time
	ratings        []drill.Rating
	kind           data.CrisisType
	published      []drill.Published
	answerable     []drill.Answerable
	injects        map[string]drill.InjectAnswer
}

func (w *drillWork) Until() time.Time                       { return w.until }
func (w *drillWork) Noticed() time.Time                     { return w.noticed }
func (w *drillWork) Ratings() []drill.Rating                { return w.ratings }
func (w *drillWork) Type() data.CrisisType                  { return w.kind }
func (w *drillWork) Published() []drill.Published           { return w.published }
func (w *drillWork) Answerable() []drill.Answerable         { return w.answerable }
func (w *drillWork) Injects() map[string]drill.InjectAnswer { return w.injects }

// work reads what was done so far.
func (r *DrillRun) work(ctx context.Context) (*drillWork, error) {
	w := &drillWork{until: r.Clock.Now(), injects: r.answered()}
	w.notice(r.looked(), r.Drill.T0)
	judged, err := r.Desk.store.FirstJudged(ctx)
	if err != nil {
		return nil, err
	}
	if judged > 0 {
		w.notice(time.Unix(judged, 0), r.Drill.T0)
	}
	if w.kind, err = r.Desk.store.LastCrisisType(ctx); err != nil {
		return nil, err
	}
	for _, read := range []func(context.Context, *drillWork) error{r.workOnIssues, r.workOnStatements, r.workOnMentions} {
		if err := read(ctx, w); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// notice keeps the earliest moment since the case began.
func (w *drillWork) notice(at, t0 time.Time) {
	if !at.Before(t0) && (w.noticed.IsZero() || at.Before(w.noticed)) {
		w.noticed = at
	}
}

func (r *DrillRun) workOnIssues(ctx context.Context, w *drillWork) error {
	for _, closed := range []bool{false, true} {
		issues, err := r.Desk.store.Issues(ctx, closed)
		if err != nil {
			return err
		}
		for _, i := range issues {
			w.notice(i.CreatedAt, r.Drill.T0)
			events, err := r.Desk.store.IssueEvents(ctx, i.ID)
			if err != nil {
				return err
			}
			for _, e := range events {
				if e.Kind == data.IssueRated {
					w.ratings = append(w.ratings, drill.Rating{At: e.At, Level: e.Level})
				}
			}
		}
	}
	slices.SortStableFunc(w.ratings, func(a, b drill.Rating) int { return a.At.Compare(b.At) })
	return nil
}

func (r *DrillRun) workOnStatements(ctx context.Context, w *drillWork) error {
	sent, err := r.Desk.store.SentStatements(ctx)
	if err != nil {
		return err
	}
	var earlier []crisis.Earlier
	for _, s := range sent {
		p := drill.Published{At: s.SentAt, Kind: s.Kind}
		for _, remark := range crisis.Check(s.Text, crisis.Context{Kind: crisis.Kind(s.Kind), Lang: s.Lang, Earlier: earlier}) {
			if !remark.Good {
				p.Warnings++
			}
		}
		w.published = append(w.published, p)
		earlier = append(earlier, crisis.Earlier{Text: s.Text, At: s.SentAt})
	}
	return nil
}

func (r *DrillRun) workOnMentions(ctx context.Context, w *drillWork) error {
	waiting, err := r.Desk.store.Waiting(ctx, r.Drill.T0)
	if err != nil {
		return err
	}
	for _, m := range waiting {
		a := drill.Answerable{At: m.ID.PublishedAt(), Priority: answerFirst(m.Label, m.Watched, m.Reach)}
		if m.AnsweredAt > 0 {
			a.Answered = time.Unix(m.AnsweredAt, 0)
		}
		w.answerable = append(w.answerable, a)
	}
	return nil
}

// answerFirst is how soon a mention wants an answer, in whole steps: danger first,
// then what is negative, then who is heard by many.
func answerFirst(l data.Label, watched data.WatchSet, reach int64) float64 {
	p := 0.0
	if len(watched.Risks()) > 0 {
		p += 3
	}
	if l == data.Negative {
		p += 2
	}
	return p + cmp.Or(math.Floor(math.Log10(float64(max(reach, 1)))/3), 0)
}
