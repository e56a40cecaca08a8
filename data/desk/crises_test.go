package desk_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
)

var grave = data.SeverityRating{Harm: 3, Spread: 3, Responsibility: 2} // 14 points, level 3

// ticker is a desk on an empty workspace with a clock that can be pushed.
func ticker(t testing.TB) (*desk.Desk, *pushed) {
	t.Helper()
	clock := &pushed{at: now}
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "workspace.db"), clock.now)
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	return d, clock
}

// declared makes a new crisis with a playbook.
func declared(t testing.TB, d *desk.Desk, title string) int64 {
	t.Helper()
	id, err := d.Declare(ctx, data.Declaration{Title: title, Rating: grave, Type: data.CrisisHumanHarm, Playbook: "food_safety", Lang: "it"})
	must(t, err)
	return id
}

// kinds lists what a log tells of, oldest first, and fails if it is broken.
func kinds(t testing.TB, d *desk.Desk, issue int64) (out []string) {
	t.Helper()
	log, err := d.CrisisLog(ctx, issue)
	must(t, err)
	for _, e := range slices.Backward(log) {
		if e.Broken {
			t.Errorf("entry %d (%s) is broken", e.ID, e.Kind)
		}
		out = append(out, e.Kind)
	}
	return out
}

func TestAnIncidentBecomesACrisis(t *testing.T) {
	d := open(t)
	begin := now.Add(-4 * time.Hour)
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(60, 1)), exported(t, "storm.csv", storm(begin, 14)))
	incident := incidents(t, d)[0]
	told := 0
	d.Events().CrisesChanged.Add(func(struct{}) { told++ })
	id, err := d.Declare(ctx, data.Declaration{
		Title: " Bignè ", Incident: incident.ID, Rating: grave, Type: data.CrisisHumanHarm, Playbook: "food_safety", Lang: "it",
		Strategies: []data.Strategy{data.StrategyApology, data.StrategyInform},
	})
	must(t, err)
	c, err := d.Crisis(ctx, id)
	must(t, err)
	want := data.Crisis{
		Issue: id, Title: "Bignè", Severity: 3, Rating: grave, DeclaredAt: now, Onset: incident.Onset, DetectedAt: now, ImportedAt: now,
		Type: data.CrisisHumanHarm, Playbook: "food_safety", Strategies: []data.Strategy{data.StrategyInform, data.StrategyApology},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	issue, err := d.Issue(ctx, id)
	must(t, err)
	if issue.Mentions != 14 || issue.Incident != incident.ID || issue.Severity != 3 {
		t.Errorf("the issue is %+v", issue)
	}
	if n, err := d.CrisisHistory(ctx); err != nil || n != 1 || told != 1 {
		t.Errorf("%d crises, told %d times, %v", n, told, err)
	}
	steps, err := d.CrisisSteps(ctx, id)
	must(t, err)
	if len(steps) < 5 || steps[0].Phase != data.PhaseAssess || !steps[0].DueAt.Equal(now.Add(time.Duration(steps[0].Minutes)*time.Minute)) {
		t.Errorf("%d steps, first %+v", len(steps), steps)
	}
	if got := kinds(t, d, id); !slices.Equal(got, []string{data.LogDeclared}) {
		t.Errorf("the log tells of %v", got)
	}
	sound(t, d)
}

func TestWhatCannotBeDeclaredLeavesNothing(t *testing.T) {
	d, _ := ticker(t)
	crisis := declared(t, d, "Prima")
	for name, c := range map[string]struct {
		dec  data.Declaration
		want data.Code
	}{
		"without a title":      {data.Declaration{Rating: grave, Title: " "}, data.ErrIssueTitle},
		"an unknown issue":     {data.Declaration{Rating: grave, Issue: 99}, data.ErrNotFound},
		"an unknown incident":  {data.Declaration{Rating: grave, Title: "x", Incident: 99}, data.ErrNotFound},
		"an unknown playbook":  {data.Declaration{Rating: grave, Title: "x", Playbook: "boh"}, data.ErrNotFound},
		"without a reason":     {data.Declaration{Rating: grave, Title: "x", Severity: 4}, data.ErrIssueReason},
		"without any answer":   {data.Declaration{Rating: data.Unrated, Title: "x", Severity: 3}, data.ErrIssueReason},
		"what is a crisis now": {data.Declaration{Rating: grave, Issue: crisis}, data.ErrCrisisDeclared},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := d.Declare(ctx, c.dec); data.CodeOf(err) != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
	if all, err := d.Issues(ctx, false); err != nil || len(all) != 1 {
		t.Errorf("%d issues, %v", len(all), err)
	}
	if got := kinds(t, d, crisis); len(got) != 1 {
		t.Errorf("the log tells of %v", got)
	}
	if _, err := d.Crisis(ctx, 99); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown crisis: %v", err)
	}
}

func TestEveryDecisionStaysInTheLog(t *testing.T) {
	d, clock := ticker(t)
	id := declared(t, d, "Bignè")
	clock.pass(time.Hour)
	onset := now.Add(-5 * time.Hour)
	worse := grave
	worse.Spread = 4 // 16 points, level 4
	must(t, d.RateCrisis(ctx, id, worse, 4, ""))
	must(t, d.RateCrisis(ctx, id, worse, 3, " Solo in città "))
	must(t, d.RetypeCrisis(ctx, id, data.CrisisTampering, "I video"))
	must(t, d.SetCrisisStrategies(ctx, id, []data.Strategy{"boh", data.StrategyAdjust, data.StrategyInform, data.StrategyInform}))
	must(t, d.MoveOnset(ctx, id, onset))
	log, err := d.CrisisLog(ctx, id)
	must(t, err)
	type line struct {
		Kind, Text string
		Rest       map[string]any
	}
	var got []line
	for _, e := range log[:5] {
		got = append(got, line{e.Kind, e.Text, e.Rest})
	}
	want := []line{
		{data.LogOnset, "", map[string]any{"from": "2026-11-22T11:00:00Z", "to": "2026-11-22T06:00:00Z"}},
		{data.LogStrategies, "", map[string]any{"from": []any{}, "to": []any{"inform", "adjust"}}},
		{data.LogTyped, "I video", map[string]any{"from": "human_harm", "to": "tampering"}},
		{data.LogRated, "Solo in città", map[string]any{"from": 4.0, "to": 3.0, "points": 16.0}},
		{data.LogRated, "", map[string]any{"from": 3.0, "to": 4.0, "points": 16.0}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	c, err := d.Crisis(ctx, id)
	must(t, err)
	if c.Severity != 3 || c.Type != data.CrisisTampering || !c.Onset.Equal(onset) || len(c.Strategies) != 2 {
		t.Errorf("the crisis is %+v", c)
	}
	if err := d.RateCrisis(ctx, id, worse, 2, ""); data.CodeOf(err) != data.ErrIssueReason {
		t.Errorf("rated lower without a reason: %v", err)
	}
	if err := d.MoveOnset(ctx, id, now.Add(2*time.Hour)); data.CodeOf(err) != data.ErrCrisisOnset {
		t.Errorf("begun in the future: %v", err)
	}
	if err := d.RetypeCrisis(ctx, 99, data.CrisisRumour, ""); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown crisis: %v", err)
	}
}

func TestAdviceKnowsOfTheCrisesBefore(t *testing.T) {
	d, _ := ticker(t)
	advised := func(id int64) string {
		t.Helper()
		all, err := d.CrisisAdvice(ctx, id)
		must(t, err)
		return all[0].Rule
	}
	first := declared(t, d, "Prima")
	must(t, d.RetypeCrisis(ctx, first, data.CrisisTechHarm, ""))
	must(t, d.SetCrisisStrategies(ctx, first, []data.Strategy{data.StrategyInform, data.StrategyAdjust}))
	if got := advised(first); got != "informed" {
		t.Errorf("the first one is told %q", got)
	}
	declared(t, d, "Seconda")
	if got := advised(first); got != "more" {
		t.Errorf("with another one it is told %q", got)
	}
}

func TestACrisisOutlivesWhatIssuesAllow(t *testing.T) {
	d, _ := ticker(t)
	id, unmake, err := d.NewIssue(ctx, "Bignè", nil)
	must(t, err)
	other, _, err := d.NewIssue(ctx, "Altro", nil)
	must(t, err)
	_, err = d.Declare(ctx, data.Declaration{Issue: id, Rating: grave})
	must(t, err)
	must(t, unmake(ctx))
	if _, err := d.Crisis(ctx, id); err != nil {
		t.Errorf("its issue's making was taken back: %v", err)
	}
	if _, err := d.MergeIssues(ctx, id, other); data.CodeOf(err) != data.ErrCrisisMerge {
		t.Errorf("merged into another one: %v", err)
	}
	undo, err := d.RateIssue(ctx, id, grave, 4, "Ora anche la stampa")
	must(t, err)
	must(t, undo(ctx))
	if got := kinds(t, d, id); !slices.Equal(got, []string{data.LogDeclared, data.LogRated, data.LogRated}) {
		t.Errorf("rated as an issue, the log tells of %v", got)
	}
}

func TestTwoCrisesAtOnceKeepApart(t *testing.T) {
	d, clock := ticker(t)
	first := declared(t, d, "Prima")
	clock.pass(time.Minute)
	second := declared(t, d, "Seconda")
	must(t, d.RateCrisis(ctx, first, grave, 4, "Feriti"))
	must(t, d.WriteLog(ctx, second, "Solo qui", nil))
	steps, err := d.CrisisSteps(ctx, first)
	must(t, err)
	_, err = d.DoStep(ctx, steps[0].ID, true)
	must(t, err)
	all, err := d.Crises(ctx, false)
	must(t, err)
	if len(all) != 2 || all[0].Issue != first || all[1].Issue != second {
		t.Errorf("open are %+v", all)
	}
	if got := kinds(t, d, first); !slices.Equal(got, []string{data.LogDeclared, data.LogRated, data.LogStepDone}) {
		t.Errorf("the first log tells of %v", got)
	}
	if got := kinds(t, d, second); !slices.Equal(got, []string{data.LogDeclared, data.LogNote}) {
		t.Errorf("the second log tells of %v", got)
	}
	other, err := d.CrisisSteps(ctx, second)
	must(t, err)
	if !other[0].DoneAt.IsZero() {
		t.Error("a step of the second one is done")
	}
	must(t, d.CloseCrisis(ctx, first, ""))
	open, err := d.Crises(ctx, false)
	must(t, err)
	closed, err := d.Crises(ctx, true)
	must(t, err)
	if len(open) != 1 || open[0].Issue != second || len(closed) != 1 || closed[0].Issue != first {
		t.Errorf("open %+v, closed %+v", open, closed)
	}
}

func TestClosingPromisesToLookAgain(t *testing.T) {
	d, clock := ticker(t)
	id := declared(t, d, "Bignè")
	clock.pass(48 * time.Hour)
	must(t, d.CloseCrisis(ctx, id, "Tutto calmo"))
	must(t, d.CloseCrisis(ctx, id, "due volte"))
	c, err := d.Crisis(ctx, id)
	must(t, err)
	issue, err := d.Issue(ctx, id)
	must(t, err)
	if !c.ClosedAt.Equal(now.Add(48*time.Hour)) || !issue.Closed() {
		t.Errorf("closed at %v, the issue is %s", c.ClosedAt, issue.Status)
	}
	_, promises, err := d.StandDown(ctx, id)
	must(t, err)
	if len(promises) != 2 || !promises[0].DueAt.Equal(c.ClosedAt.AddDate(0, 0, 7)) || !promises[1].DueAt.Equal(c.ClosedAt.AddDate(0, 0, 30)) {
		t.Errorf("promised %+v", promises)
	}
	log, err := d.CrisisLog(ctx, id)
	must(t, err)
	if log[0].Kind != data.LogClosed || log[0].Text != "Tutto calmo" || len(log) != 2 || len(log[0].Rest["unmet"].([]any)) == 0 {
		t.Errorf("the log ends with %+v", log[0])
	}
	must(t, d.ReopenCrisis(ctx, id, "Ricomincia"))
	if c, err = d.Crisis(ctx, id); err != nil || !c.ClosedAt.IsZero() {
		t.Errorf("opened again it is %+v, %v", c, err)
	}
	if issue, err = d.Issue(ctx, id); err != nil || issue.Closed() {
		t.Errorf("opened again the issue is %+v, %v", issue, err)
	}
	if _, promises, err = d.StandDown(ctx, id); err != nil || len(promises) != 0 {
		t.Errorf("opened again it promises %+v, %v", promises, err)
	}
	if got := kinds(t, d, id); !slices.Equal(got, []string{data.LogDeclared, data.LogClosed, data.LogReopened}) {
		t.Errorf("the log tells of %v", got)
	}
}

func TestAClockThatIsSetBackMeasuresNothingNegative(t *testing.T) {
	d, clock := ticker(t)
	id := declared(t, d, "Bignè")
	clock.pass(-3 * time.Hour)
	steps, err := d.CrisisSteps(ctx, id)
	must(t, err)
	_, err = d.DoStep(ctx, steps[0].ID, true)
	must(t, err)
	must(t, d.WriteLog(ctx, id, "Chiamata la madre", nil))
	n, err := d.CrisisNumbers(ctx, id)
	must(t, err)
	if n.SinceOnset < 0 || n.OldestWaiting < 0 || n.At.Before(now) {
		t.Errorf("numbers %+v", n)
	}
	if _, err = d.CrisisSeries(ctx, id); err != nil {
		t.Error(err)
	}
	must(t, d.CloseCrisis(ctx, id, ""))
	c, err := d.Crisis(ctx, id)
	must(t, err)
	if c.ClosedAt.Before(c.DeclaredAt) {
		t.Errorf("closed at %v, declared at %v", c.ClosedAt, c.DeclaredAt)
	}
	log, err := d.CrisisLog(ctx, id)
	must(t, err)
	for _, e := range log {
		if e.At.Before(now) || e.Broken || e.Kind != data.LogDeclared && e.Rest[data.LogClock] != "2026-11-22T08:00:00Z" {
			t.Errorf("entry %+v", e)
		}
	}
	if steps, err = d.CrisisSteps(ctx, id); err != nil || steps[0].DoneAt.Before(c.DeclaredAt) {
		t.Errorf("a step was done at %v, %v", steps[0].DoneAt, err)
	}
}
