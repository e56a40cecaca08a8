package warning

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// Kinds are the kinds of rules in the order in which a person chooses them.
var Kinds = []data.RuleKind{data.CountRule, data.ShareRule, data.ReachRule}

// Windows are the lengths of time that a rule can look back.
var Windows = []time.Duration{time.Hour, 6 * time.Hour, 24 * time.Hour, 3 * 24 * time.Hour, 7 * 24 * time.Hour}

// The largest numbers a rule can ask for.
const (
	mostCount = 1_000_000
	mostReach = 1_000_000_000
)

// RuleDraft is a rule as the form holds it: numbers as they were typed.
type RuleDraft struct {
	ID                  int64
	Name                string
	Kind                data.RuleKind
	Query               string
	Window              time.Duration
	Count, Share, Reach string
	On                  bool
}

// NewRule is what the form of a new rule begins with.
func (p *Presenter) NewRule() RuleDraft {
	w := p.words
	return RuleDraft{
		Kind: data.CountRule, Window: 24 * time.Hour, On: true,
		Count: w.Number(20), Share: w.Percent(50), Reach: w.Number(10_000),
	}
}

// EditRule is what the form of a rule begins with.
func (p *Presenter) EditRule(r data.Rule) RuleDraft {
	w, d := p.words, p.NewRule()
	d.ID, d.Name, d.Kind, d.Query, d.Window, d.On = r.ID, r.Name, r.Kind, r.Query, r.Window, r.On
	if r.Count > 0 {
		d.Count = w.Number(int64(r.Count))
	}
	if r.Share > 0 {
		d.Share = w.Percent(100 * r.Share)
	}
	if r.Reach > 0 {
		d.Reach = w.Number(r.Reach)
	}
	return d
}

// ruleOf reads a draft; what its kind does not ask for stays zero.
func (p *Presenter) ruleOf(d RuleDraft) (data.Rule, Wrong) {
	wrong := Wrong{}
	r := data.Rule{
		ID: d.ID, Name: strings.TrimSpace(d.Name), Kind: d.Kind, Query: strings.TrimSpace(d.Query),
		Window: d.Window, On: d.On,
	}
	var others []string
	for _, other := range p.set.Rules {
		if other.ID != d.ID {
			others = append(others, other.Name)
		}
	}
	p.checkName(wrong, r.Name, others)
	p.checkQuery(wrong, r.Query)
	if d.Kind == data.ReachRule {
		r.Reach = p.between(wrong, FieldReach, d.Reach, 1, mostReach)
		return r, wrong
	}
	r.Count = int(p.between(wrong, FieldCount, d.Count, 1, mostCount))
	if d.Kind == data.ShareRule {
		percent := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(d.Share), "%"))
		r.Share = float64(p.between(wrong, FieldShare, percent, 1, 100)) / 100
	}
	return r, wrong
}

// SaveRule stores a draft, and tries it if that is wanted. done is told what
// is wrong with it, or nothing.
func (p *Presenter) SaveRule(d RuleDraft, try bool, done func(Wrong)) {
	r, wrong := p.ruleOf(d)
	if len(wrong) > 0 {
		done(wrong)
		return
	}
	var id int64
	p.save(func(ctx context.Context) (err error) {
		id, err = p.desk.SaveRule(ctx, r)
		return err
	}, func() {
		r.ID = id
		p.putRule(r)
		p.Load()
		if try {
			p.TryRule(id)
		}
	}, done)
}

// putRule takes a rule among those that are set before they are read anew, so
// that it can be tried at once.
func (p *Presenter) putRule(r data.Rule) {
	set := p.set
	set.Rules = append([]data.Rule(nil), p.set.Rules...)
	for i := range set.Rules {
		if set.Rules[i].ID == r.ID {
			set.Rules[i] = r
			p.took(set)
			return
		}
	}
	set.Rules = append(set.Rules, r)
	p.took(set)
}

// SwitchRule turns a rule on or off.
func (p *Presenter) SwitchRule(r data.Rule, on bool) {
	if r.On == on {
		return
	}
	r.On = on
	p.change(func(ctx context.Context) error {
		_, err := p.desk.SaveRule(ctx, r)
		return err
	}, nil)
}

// DeleteRule takes a rule away; it can be taken back.
func (p *Presenter) DeleteRule(r data.Rule) {
	p.remove(p.words.Text("earlywarning.rule.deleted", "Name", r.Name),
		func(ctx context.Context) error { return p.desk.DeleteRule(ctx, r.ID) },
		func(ctx context.Context) error {
			r.ID = 0
			_, err := p.desk.SaveRule(ctx, r)
			return err
		})
}
