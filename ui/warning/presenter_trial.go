package warning

import (
	"context"
	"maps"
	"slices"

	"vedetta/data"
	"vedetta/data/job"
)

// Subject is what a trial tries: a sensitivity, or a rule by its id.
type Subject struct {
	Sensitivity data.Sensitivity
	Rule        int64
}

// Trial is what something would have done on the stored history.
type Trial struct {
	Subject
	Tested   data.Rule // the rule as it was tried, if it was one
	Result   data.BackTest
	Outdated bool // mentions or what is watched have changed since it began
	Listed   int  // how many of the incidents are listed
}

// listedFirst is how many incidents a trial lists before the person asks for
// more, and listedMore how many come with each asking.
const listedFirst, listedMore = 6, 24

// trials keeps the answers of back-tests and the one under way: one at a time,
// for each takes what the computer has.
type trials struct {
	loading  *job.Loader
	running  *Trial
	progress data.Progress
	done     map[Subject]*Trial
	shown    data.Sensitivity // the one whose answer is shown in full; "" for none
}

func newTrials(d job.Dispatcher) trials {
	return trials{loading: job.NewLoader(d), done: map[Subject]*Trial{}}
}

// TrySensitivity tries a sensitivity on the history.
func (p *Presenter) TrySensitivity(s data.Sensitivity) {
	p.try(&Trial{Subject: Subject{Sensitivity: s}}, func(ctx context.Context, tell data.OnProgress) (data.BackTest, error) {
		return p.desk.BackTest(ctx, s, tell)
	})
}

// TryRule tries a rule on the history, also one that is off.
func (p *Presenter) TryRule(id int64) {
	i := slices.IndexFunc(p.set.Rules, func(r data.Rule) bool { return r.ID == id })
	if i < 0 {
		return
	}
	rule := p.set.Rules[i]
	p.try(&Trial{Subject: Subject{Rule: id}, Tested: rule}, func(ctx context.Context, tell data.OnProgress) (data.BackTest, error) {
		return p.desk.BackTestRule(ctx, rule, tell)
	})
}

// try gives the trial under way up for another.
func (p *Presenter) try(t *Trial, test func(context.Context, data.OnProgress) (data.BackTest, error)) {
	tr := &p.trials
	tr.running, tr.progress = t, data.Progress{}
	p.forgive()
	p.face.TrialChanged()
	tr.loading.Load(func(ctx context.Context) func() {
		result, err := test(ctx, func(now data.Progress) { p.dispatcher.Post(func() { p.progressed(t, now) }) })
		return func() { p.tried(t, result, err, func() { p.try(t, test) }) }
	})
}

func (p *Presenter) progressed(t *Trial, now data.Progress) {
	if p.trials.running == t {
		p.trials.progress = now
		p.face.ProgressChanged()
	}
}

func (p *Presenter) tried(t *Trial, result data.BackTest, err error, again func()) {
	p.trials.running = nil
	if err != nil {
		p.fail(err, again)
	} else {
		t.Result, t.Listed = result, listedFirst
		p.trials.done[t.Subject] = t
		if t.Sensitivity != "" {
			p.trials.shown = t.Sensitivity
		}
	}
	p.face.TrialChanged()
}

// CancelTrial gives the trial under way up.
func (p *Presenter) CancelTrial() {
	p.trials.loading.Cancel()
	if p.trials.running != nil {
		p.trials.running = nil
		p.face.TrialChanged()
	}
}

// outdate marks the answers that rest on mentions, topics or expected days
// as they were.
func (p *Presenter) outdate() {
	told := false
	if t := p.trials.running; t != nil {
		t.Outdated = true
	}
	for _, t := range p.trials.done {
		told = told || !t.Outdated
		t.Outdated = true
	}
	if told {
		p.face.TrialChanged()
	}
}

// dropRuleTrials forgets the trials of rules that are gone or have changed in
// what they look for.
func (p *Presenter) dropRuleTrials() {
	stale := func(t *Trial) bool {
		return t.Rule != 0 && !slices.ContainsFunc(p.set.Rules, func(r data.Rule) bool { return sameTest(r, t.Tested) })
	}
	if t := p.trials.running; t != nil && stale(t) {
		p.CancelTrial()
	}
	had := len(p.trials.done)
	maps.DeleteFunc(p.trials.done, func(_ Subject, t *Trial) bool { return stale(t) })
	if len(p.trials.done) < had {
		p.face.TrialChanged()
	}
}

// sameTest tells whether two states of a rule find the same.
func sameTest(a, b data.Rule) bool {
	a.Name, a.On = b.Name, b.On
	return a == b
}

// Running is what is being tried; false when nothing is.
func (p *Presenter) Running() (Subject, bool) {
	if p.trials.running == nil {
		return Subject{}, false
	}
	return p.trials.running.Subject, true
}

// Tried is the answer of a trial; false when there is none.
func (p *Presenter) Tried(s Subject) (*Trial, bool) {
	t, ok := p.trials.done[s]
	return t, ok
}

// Shown is the sensitivity whose trial is shown in full; false when none is.
func (p *Presenter) Shown() (Subject, bool) {
	return Subject{Sensitivity: p.trials.shown}, p.trials.shown != ""
}

// ShowTrial shows the answer for a sensitivity that was tried before.
func (p *Presenter) ShowTrial(s data.Sensitivity) {
	p.trials.shown = s
	p.face.TrialChanged()
}

// CloseTrial puts an answer away. That for a sensitivity is kept, in short.
func (p *Presenter) CloseTrial(s Subject) {
	if s.Rule != 0 {
		delete(p.trials.done, s)
	} else {
		p.trials.shown = ""
	}
	p.face.TrialChanged()
}

// ListMore lists more of the incidents of a trial.
func (p *Presenter) ListMore(t *Trial) {
	t.Listed += listedMore
	p.face.TrialChanged()
}
