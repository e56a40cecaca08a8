package desk

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/job"
	"vedetta/data/store"
)

// TriageRules lists the rules in the order in which they work.
func (d *Desk) TriageRules(ctx context.Context) ([]data.TriageRule, error) {
	return d.store.TriageRules(ctx)
}

// RuleLog lists what a rule did, newest first.
func (d *Desk) RuleLog(ctx context.Context, rule int64, limit int) ([]data.RuleLogEntry, error) {
	return d.store.RuleLog(ctx, rule, limit)
}

// SaveTriageRule stores a rule, a new one if its ID is 0. It works on what
// comes in from now on. ErrQuery for a query that cannot be read, ErrRuleEmpty
// for a rule that does nothing or has no name, ErrNameTaken.
func (d *Desk) SaveTriageRule(ctx context.Context, r data.TriageRule) (id int64, undo Undo, err error) {
	r.Name, r.Query = strings.Join(strings.Fields(r.Name), " "), strings.TrimSpace(r.Query)
	if _, err := data.ParseQuery(r.Query, d.Zone()); err != nil {
		return 0, nil, err
	}
	incomplete := func(a data.RuleAction) bool { return !a.Complete() }
	if r.Name == "" || r.Query == "" || len(r.Actions) == 0 || slices.ContainsFunc(r.Actions, incomplete) {
		return 0, nil, data.Errorf(data.ErrRuleEmpty, "rule %+v", r)
	}
	id, before, err := d.store.PutTriageRule(ctx, r)
	if err != nil {
		return 0, nil, err
	}
	d.events.RulesChanged.Fire(struct{}{})
	return id, func(ctx context.Context) error {
		defer d.events.RulesChanged.Fire(struct{}{})
		if before == nil {
			return d.store.DropTriageRule(ctx, id)
		}
		_, _, err := d.store.PutTriageRule(ctx, *before)
		return err
	}, nil
}

// RemoveTriageRule removes a rule; what it did stays. Taken back, the rule is
// there again, but not its log.
func (d *Desk) RemoveTriageRule(ctx context.Context, id int64) (Undo, error) {
	r, err := d.store.TriageRule(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := d.store.DropTriageRule(ctx, id); err != nil {
		return nil, err
	}
	d.events.RulesChanged.Fire(struct{}{})
	return func(ctx context.Context) error {
		defer d.events.RulesChanged.Fire(struct{}{})
		_, _, err := d.store.PutTriageRule(ctx, r)
		return err
	}, nil
}

const (
	previewDays = 90
	previewMost = 10_000
	previewed   = 20
)

// PreviewRule tells what a query would have found in the last 90 days.
func (d *Desk) PreviewRule(ctx context.Context, query string) (p data.RulePreview, err error) {
	f, err := data.ParseQuery(query, d.Zone())
	if err != nil {
		return p, err
	}
	f = f.And(data.Filter{Period: data.Period{From: d.Now().AddDate(0, 0, -previewDays)}})
	n, err := d.store.Count(ctx, f, previewMost)
	if err != nil {
		return p, err
	}
	p.Found, p.Capped = min(n, previewMost), n > previewMost
	p.First, err = d.store.Page(ctx, f, 0, previewed)
	return p, err
}

const (
	// ruledAtOnce is how many mentions go through a rule in one transaction.
	ruledAtOnce = 2_000
	// mostRuled is how many mentions a rule is applied to on request.
	mostRuled = 100_000
)

// ApplyRule applies a rule to all that is here, newest first, and tells how
// many mentions changed. Cancelled, what is done stays until undo.
func (d *Desk) ApplyRule(ctx context.Context, id int64, onProgress data.OnProgress) (n int, undo Undo, err error) {
	r, err := d.store.TriageRule(ctx, id)
	if err != nil {
		return 0, nil, err
	}
	f, err := data.ParseQuery(r.Query, d.Zone())
	if err != nil {
		return 0, nil, err
	}
	ids, err := d.store.IDs(ctx, f, mostRuled)
	if err != nil {
		return 0, nil, err
	}
	after, err := d.store.LastRuling(ctx)
	if err == nil {
		err = d.store.EnsureTags(ctx, tagsOf(r))
	}
	counter := job.Count("progress.rule", int64(len(ids)), onProgress)
	defer counter.Finish()
	done := 0
	for some := range slices.Chunk(ids, ruledAtOnce) {
		if err == nil {
			err = cancelled(ctx)
		}
		if err != nil {
			break
		}
		var changed []data.ID
		changed, err = d.store.Rule(ctx, []store.Ruling{{Rule: r, Mentions: some}})
		n, done = n+len(changed), done+len(some)
		counter.Set(int64(done))
		d.changedByRules(changed)
	}
	return n, func(ctx context.Context) error { return d.unrule(ctx, id, after) }, err
}

// UndoRule takes back all that a rule did, except what was changed since.
func (d *Desk) UndoRule(ctx context.Context, id int64) error { return d.unrule(ctx, id, 0) }

func (d *Desk) unrule(ctx context.Context, id, after int64) error {
	changed, err := d.store.Unrule(ctx, id, after)
	d.changedByRules(changed)
	return err
}

func (d *Desk) changedByRules(ids []data.ID) {
	if len(ids) == 0 {
		return
	}
	d.events.RulesChanged.Fire(struct{}{})
	d.events.IssuesChanged.Fire(struct{}{})
	d.events.TriageChanged.Fire(ids)
	d.lookAgain(ids)
}

// tagsOf are the tags that rules give.
func tagsOf(rules ...data.TriageRule) (tags []string) {
	for _, r := range rules {
		for _, a := range r.Actions {
			if a.Deed == data.DeedTag {
				tags = append(tags, a.Tag)
			}
		}
	}
	return tags
}

// ruleNext takes the next stretch of what came in through the rules and
// returns how many mentions it was; 0 when all are through.
func (d *Desk) ruleNext(ctx context.Context) (int, error) {
	next, ok, err := d.store.NextToRule(ctx, ruledAtOnce)
	if err != nil || !ok {
		return 0, err
	}
	rules, err := d.store.TriageRules(ctx)
	if err != nil {
		return 0, err
	}
	rules = slices.DeleteFunc(rules, func(r data.TriageRule) bool { return !r.Enabled })
	if len(rules) == 0 {
		_, err := d.store.RuleImport(ctx, next.Import, next.To, true, nil)
		return 1, err
	}
	if err := d.store.EnsureTags(ctx, tagsOf(rules...)); err != nil {
		return 0, err
	}
	var rulings []store.Ruling
	for _, r := range rules {
		f, err := data.ParseQuery(r.Query, d.Zone())
		if err != nil {
			continue // it could be read when it was stored; the screen says so
		}
		ids, err := d.store.Among(ctx, f, next)
		if err != nil {
			return 0, err
		}
		if len(ids) > 0 {
			rulings = append(rulings, store.Ruling{Rule: r, Mentions: ids})
		}
	}
	changed, err := d.store.RuleImport(ctx, next.Import, next.To, !next.Remaining, rulings)
	d.changedByRules(changed)
	return 1, err
}

// WaitForRules returns when all that came in went through the rules.
func (d *Desk) WaitForRules() {
	d.indexer.wait()
	d.ruler.wait()
}
