package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/store"
)

// Crises lists the crises that are closed, or those that are not, the most
// severe first.
func (d *Desk) Crises(ctx context.Context, closed bool) ([]data.Crisis, error) {
	return d.store.Crises(ctx, closed)
}

// Crisis reads the crisis that an issue is; ErrNotFound if it is none.
func (d *Desk) Crisis(ctx context.Context, issue int64) (data.Crisis, error) {
	return d.store.Crisis(ctx, issue)
}

// CrisisHistory counts the crises so far, closed or not: a similar one before
// makes the next one graver.
func (d *Desk) CrisisHistory(ctx context.Context) (int, error) { return d.store.CrisisCount(ctx) }

// editCrisis makes a change of a crisis and tells everybody of it.
func (d *Desk) editCrisis(ctx context.Context, edit func(e *store.IssueEdit) error) error {
	_, err := d.editIssues(ctx, func(e *store.IssueEdit) ([]data.ID, error) { return nil, edit(e) })
	if err == nil {
		d.events.CrisesChanged.Fire(struct{}{})
	}
	return err
}

// rated is a rating as it is kept: without a reason where the level is the
// one that the matrix gives. Another one wants a reason: ErrIssueReason.
func rated(rating data.SeverityRating, level int, reason string) (int, string, error) {
	level, reason = min(max(level, 0), data.MostSeverity), strings.TrimSpace(reason)
	if rating.Complete() && level == rating.Level() {
		return level, "", nil
	}
	if reason == "" {
		return level, "", &data.Error{Code: data.ErrIssueReason}
	}
	return level, reason, nil
}

// rate stores a rating in an edit, with the event of the issue's timeline.
func rate(e *store.IssueEdit, issue int64, rating data.SeverityRating, level int, reason string) error {
	_, err := e.Change(issue, func(i *data.Issue) { i.Rating, i.Severity, i.Reason = rating, level, reason })
	if err != nil {
		return err
	}
	return e.Log(issue, data.IssueRated, data.EventRest{Level: level, Points: rating.Points(), Reason: reason})
}

// RateCrisis rates a crisis anew. Both levels and the reason stay in the log.
func (d *Desk) RateCrisis(ctx context.Context, issue int64, rating data.SeverityRating, severity int, reason string) error {
	severity, reason, err := rated(rating, severity, reason)
	if err != nil {
		return err
	}
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		if _, err := e.CrisisIn(issue); err != nil {
			return err
		}
		return rate(e, issue, rating, severity, reason) // which is logged
	})
}

// changeCrisis edits a crisis and logs it; rest is made of the crisis before.
func (d *Desk) changeCrisis(ctx context.Context, issue int64, kind data.LogKind, reason string, change func(*data.Crisis), rest func(before data.Crisis) map[string]any) error {
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		before, err := e.ChangeCrisis(issue, change)
		if err != nil {
			return err
		}
		return e.LogCrisis(issue, kind, strings.TrimSpace(reason), rest(before))
	})
}

// RetypeCrisis says that a crisis is of another type. Both stay in the log.
func (d *Desk) RetypeCrisis(ctx context.Context, issue int64, t data.CrisisType, reason string) error {
	return d.changeCrisis(ctx, issue, data.LogTyped, reason, func(c *data.Crisis) { c.Type = t },
		func(before data.Crisis) map[string]any { return map[string]any{"from": before.Type, "to": t} })
}

// SetCrisisStrategies chooses how a crisis is answered.
func (d *Desk) SetCrisisStrategies(ctx context.Context, issue int64, chosen []data.Strategy) error {
	chosen = inOrder(chosen)
	return d.changeCrisis(ctx, issue, data.LogStrategies, "", func(c *data.Crisis) { c.Strategies = chosen },
		func(before data.Crisis) map[string]any {
			return map[string]any{"from": inOrder(before.Strategies), "to": chosen}
		})
}

// inOrder are strategies in their order, each once; unknown ones are left out.
func inOrder(chosen []data.Strategy) []data.Strategy {
	out := []data.Strategy{}
	for _, s := range data.Strategies {
		if slices.Contains(chosen, s) {
			out = append(out, s)
		}
	}
	return out
}

// CrisisAdvice is what the theory says of the strategies of a crisis, with the
// other crises there were and with what was published before.
func (d *Desk) CrisisAdvice(ctx context.Context, issue int64) ([]data.Advice, error) {
	c, err := d.store.Crisis(ctx, issue)
	if err != nil {
		return nil, err
	}
	history, err := d.store.CrisisCount(ctx)
	if err != nil {
		return nil, err
	}
	earlier, err := d.store.PublishedStrategies(ctx, issue)
	return crisis.Advise(c.Type, history > 1, c.Poor, c.Strategies, earlier...), err
}

// MoveOnset says when a crisis began; ErrCrisisOnset for a time to come.
func (d *Desk) MoveOnset(ctx context.Context, issue int64, at time.Time) error {
	if at.IsZero() || at.After(d.Now()) {
		return data.Errorf(data.ErrCrisisOnset, "onset %v", at)
	}
	at = at.UTC().Truncate(time.Second)
	return d.changeCrisis(ctx, issue, data.LogOnset, "", func(c *data.Crisis) { c.Onset = at },
		func(before data.Crisis) map[string]any {
			return map[string]any{"from": before.Onset.Format(time.RFC3339), "to": at.Format(time.RFC3339)}
		})
}

// checksAfter is when to look again after a crisis is over.
var checksAfter = [...]int{7, 30} // days

// CloseCrisis ends a crisis, whatever the criteria say: those that are not met
// and the promises that are open stay in the log. Two checks are promised, in
// local days.
func (d *Desk) CloseCrisis(ctx context.Context, issue int64, reason string) error {
	criteria, promises, err := d.StandDown(ctx, issue)
	if err != nil {
		return err
	}
	unmet := []string{}
	for _, c := range criteria {
		if !c.Met {
			unmet = append(unmet, c.Key)
		}
	}
	reason = strings.TrimSpace(reason)
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		c, err := e.CrisisIn(issue)
		if err != nil || !c.ClosedAt.IsZero() {
			return err
		}
		// A clock that was set back does not end a crisis before it began.
		now := latest(d.Now(), c.DeclaredAt)
		if _, err = e.ChangeCrisis(issue, func(c *data.Crisis) { c.ClosedAt = now }); err != nil {
			return err
		}
		if err := move(e, issue, data.IssueClosed, now); err != nil {
			return err
		}
		var checks []time.Time
		for _, days := range checksAfter {
			checks = append(checks, now.In(d.Zone()).AddDate(0, 0, days))
		}
		if err := e.Checks(issue, checks...); err != nil {
			return err
		}
		return e.LogCrisis(issue, data.LogClosed, reason, map[string]any{"promises": len(promises), "unmet": unmet})
	})
}

// ReopenCrisis lets a crisis go on; the checks after its end are forgotten.
func (d *Desk) ReopenCrisis(ctx context.Context, issue int64, reason string) error {
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		before, err := e.ChangeCrisis(issue, func(c *data.Crisis) { c.ClosedAt = time.Time{} })
		if err != nil || before.ClosedAt.IsZero() {
			return err
		}
		if err := move(e, issue, data.IssueOpen, d.Now()); err != nil {
			return err
		}
		if err := e.DropChecks(issue); err != nil {
			return err
		}
		return e.LogCrisis(issue, data.LogReopened, strings.TrimSpace(reason), map[string]any{"closed": before.ClosedAt.Format(time.RFC3339)})
	})
}

// move gives the issue of a crisis another status.
func move(e *store.IssueEdit, issue int64, s data.IssueStatus, now time.Time) error {
	before, err := e.Change(issue, func(i *data.Issue) { setStatus(i, s, now) })
	if err != nil {
		return err
	}
	return e.Log(issue, data.IssueMoved, data.EventRest{Was: string(before.Status), Now: string(s)})
}

func latest(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
