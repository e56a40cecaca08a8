package warning

import (
	"context"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// held keeps work until the test lets it run, as a slow disk would.
type held struct{ pending []func() }

func (h *held) Post(fn func()) { fn() }

func (h *held) Do(work job.Work) func() {
	ctx, cancel := context.WithCancel(context.Background())
	h.pending = append(h.pending, func() {
		if deliver := work(ctx); deliver != nil && ctx.Err() == nil {
			deliver()
		}
	})
	return cancel
}

// run does all that waits.
func (h *held) run() {
	for len(h.pending) > 0 {
		next := h.pending[0]
		h.pending = h.pending[1:]
		next()
	}
}

var alert = Subject{Sensitivity: data.Alert}

func TestATrialSaysHowOftenItWouldHaveFired(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	p.TrySensitivity(data.Normal)
	trial, ok := p.Tried(Subject{Sensitivity: data.Normal})
	if !ok || h.err != nil {
		t.Fatalf("no answer, error %v", h.err)
	}
	if got := p.Fired(trial); got != "Would have fired 3 times in 12 months" {
		t.Errorf("fired: %q", got)
	}
	if got := p.Basis(trial); !strings.Contains(got, "26 Nov 2025 – 25 Nov 2026") || !strings.Contains(got, "One incident fell") {
		t.Errorf("basis: %q", got)
	}
	list, more := p.List(trial)
	if len(list) != 3 || more != 0 || list[0].When != "Fri 13 Nov 2026 14:20" || !list[1].Expected {
		t.Errorf("list %+v and %d more", list, more)
	}
}

func TestADateOpensItsDay(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	p.TrySensitivity(data.Alert)
	trial, _ := p.Tried(alert)
	filter, title := p.Mentions(trial, 0)
	from := time.Date(2026, 11, 13, 0, 0, 0, 0, d.zone)
	if want := (data.Period{From: from.UTC(), To: from.AddDate(0, 0, 1).UTC()}); filter.Period != want || filter.Sources[0] != "google" {
		t.Errorf("filter %+v, want the day %v in its source", filter, want)
	}
	if title != "13 November 2026 · Google review" {
		t.Errorf("title %q", title)
	}
	p.TryRule(1)
	trial, _ = p.Tried(Subject{Rule: 1})
	if filter, title := p.Mentions(trial, 0); filter.Text.Empty() || title != "22 November 2026 · Rimborsi" {
		t.Errorf("of a rule: %q %+v", title, filter)
	}
}

func TestALongHistoryIsDrawnInWeeksWithoutLosingMentions(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	p.TrySensitivity(data.Alert)
	trial, _ := p.Tried(alert)
	line, days, weeks := p.Timeline(trial), 0, 0
	for _, b := range trial.Result.Days {
		days += b.Mentions()
	}
	for _, b := range line.Buckets {
		weeks += b.Mentions()
	}
	if line.Step != data.Weekly || days != weeks {
		t.Errorf("%v: %d mentions by week, %d by day", line.Step, weeks, days)
	}
	bands := p.Bands(trial)
	if len(bands) != 7 { // two of the eight lie in one week
		t.Errorf("%d bands", len(bands))
	}
	for i, b := range bands {
		if !b.From.Before(b.To) || i > 0 && b.From.Before(bands[i-1].To) {
			t.Errorf("band %d is %v – %v", i, b.From, b.To)
		}
	}
	if filter, _ := p.BarMentions(trial, 1); filter.Period.Length() != 7*24*time.Hour {
		t.Errorf("a bar opens %v", filter.Period)
	}
}

func TestAnIncidentThatIsOpenIsMarkedToTheEnd(t *testing.T) {
	d := rich()
	answer := d.history(100, data.Brand, 2)
	answer.Fired[0].ClosedAt = time.Time{}
	d.answers[Subject{Rule: 1}] = answer
	p, _ := started(t, d, job.Inline{})
	p.TryRule(1)
	trial, _ := p.Tried(Subject{Rule: 1})
	if bands := p.Bands(trial); len(bands) != 1 || !bands[0].To.Equal(answer.Period.To) {
		t.Errorf("bands %v, want one to %v", bands, answer.Period.To)
	}
}

func TestATrialThatFoundNothingAndOneWithoutHistory(t *testing.T) {
	d := rich()
	d.answers[alert] = d.history(20, data.Brand)
	p, _ := started(t, d, job.Inline{})
	p.TrySensitivity(data.Alert)
	if trial, _ := p.Tried(alert); p.Fired(trial) != "Would not have fired in 20 days" || len(p.Bands(trial)) > 0 {
		t.Errorf("fired %q", p.Fired(trial))
	}
	p.TryRule(2)
	if trial, ok := p.Tried(Subject{Rule: 2}); !ok || trial.HasHistory() || len(p.Bands(trial)) > 0 {
		t.Error("an empty workspace has a history")
	}
}

func TestATrialShowsHowFarItIs(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	d.midway = func() {
		if p.Doing() != "Alert · Going through your history: 1,240 mentions" || p.Left() != "25% · 3 s left" || p.Share() != 0.25 {
			t.Errorf("%q, %q, %v", p.Doing(), p.Left(), p.Share())
		}
	}
	p.TrySensitivity(data.Alert)
	if h.steps != 1 {
		t.Errorf("%d steps shown", h.steps)
	}
}

func TestAnotherTrialTakesThePlaceOfTheOneUnderWay(t *testing.T) {
	d, slow := rich(), &held{}
	p, h := started(t, d, slow)
	slow.run()
	p.TrySensitivity(data.Calm)
	p.TrySensitivity(data.Alert)
	if s, ok := p.Running(); !ok || s != alert {
		t.Fatalf("running %v, %v", s, ok)
	}
	slow.run()
	if _, ok := p.Tried(Subject{Sensitivity: data.Calm}); ok {
		t.Error("the stale answer is shown")
	}
	if h.steps != 1 {
		t.Errorf("%d steps shown, those of the stale trial too", h.steps)
	}
	if shown, ok := p.Shown(); !ok || shown != alert {
		t.Errorf("shown %v", shown)
	}
}

func TestATrialThatIsCancelledOrFailsLeavesTheOldAnswer(t *testing.T) {
	d, slow := rich(), &held{}
	p, h := started(t, d, slow)
	p.TrySensitivity(data.Alert)
	slow.run()
	p.TrySensitivity(data.Alert)
	p.CancelTrial()
	slow.run()
	if _, busy := p.Running(); busy || h.err != nil {
		t.Errorf("busy %v, error %v after it was cancelled", busy, h.err)
	}
	d.testErr = data.Errorf(data.ErrDiskFull, "full")
	p.TrySensitivity(data.Alert)
	slow.run()
	if trial, ok := p.Tried(alert); !ok || len(trial.Result.Fired) != 8 || h.err == nil {
		t.Errorf("the old answer is gone, error %v", h.err)
	}
	d.testErr = nil
	p.Retry()
	slow.run()
	if _, busy := p.Running(); busy || h.err != nil {
		t.Errorf("busy %v, error %v after it was tried again", busy, h.err)
	}
}

func TestAnAnswerIsMarkedWhenWhatItRestsOnChanges(t *testing.T) {
	for name, change := range map[string]func(d *table, p *Presenter){
		"mentions": func(d *table, _ *Presenter) { d.events.MentionsChanged.Fire(struct{}{}) },
		"a topic":  func(_ *table, p *Presenter) { p.DeleteTopic(p.Topics()[0]) },
		"days":     func(_ *table, p *Presenter) { p.Unexpect(p.Expected()[0]) },
	} {
		t.Run(name, func(t *testing.T) {
			d := rich()
			p, _ := started(t, d, job.Inline{})
			p.TrySensitivity(data.Alert)
			trial, _ := p.Tried(alert)
			p.SetSensitivity(data.Calm)
			if trial.Outdated {
				t.Error("outdated when another sensitivity is chosen")
			}
			if change(d, p); !trial.Outdated {
				t.Error("not outdated")
			}
		})
	}
	t.Run("while it is under way", func(t *testing.T) {
		d := rich()
		p, _ := started(t, d, job.Inline{})
		d.midway = func() { d.events.MentionsChanged.Fire(struct{}{}) }
		p.TrySensitivity(data.Alert)
		if trial, _ := p.Tried(alert); !trial.Outdated {
			t.Error("not outdated")
		}
	})
}

func TestTheAnswerOfARuleGoesWithWhatItLooksFor(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	s := Subject{Rule: 1}
	rule := func() data.Rule { return p.Rules()[2] }
	p.TryRule(1)
	p.SwitchRule(rule(), false)
	if _, ok := p.Tried(s); !ok {
		t.Error("gone when the rule was switched")
	}
	draft := p.EditRule(rule())
	draft.Count = "5"
	p.SaveRule(draft, false, func(Wrong) {})
	if _, ok := p.Tried(s); ok {
		t.Error("still there when the rule looks for something else")
	}
	p.SaveRule(draft, true, func(Wrong) {})
	if trial, ok := p.Tried(s); !ok || trial.Tested.Count != 5 {
		t.Error("saved and tried, but no answer")
	}
	p.DeleteRule(rule())
	if _, ok := p.Tried(s); ok {
		t.Error("still there without the rule")
	}
}

func TestTheTrialOfADeletedRuleEnds(t *testing.T) {
	d, slow := rich(), &held{}
	p, _ := started(t, d, slow)
	slow.run()
	p.TryRule(1)
	trial := slow.pending[0]
	slow.pending = nil
	p.DeleteRule(p.Rules()[2])
	slow.run()
	if _, busy := p.Running(); busy {
		t.Error("still being tried")
	}
	trial()
	if _, ok := p.Tried(Subject{Rule: 1}); ok {
		t.Error("the stale answer is shown")
	}
}

func TestMoreOfALongListIsShownWhenAsked(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	p.TrySensitivity(data.Alert)
	trial, _ := p.Tried(alert)
	if list, more := p.List(trial); len(list) != listedFirst || more != 2 {
		t.Errorf("%d and %d more", len(list), more)
	}
	p.ListMore(trial)
	if list, more := p.List(trial); len(list) != 8 || more != 0 {
		t.Errorf("%d and %d more", len(list), more)
	}
}
