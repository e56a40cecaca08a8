package incidents

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/job"
)

func TestAVerdictCanBeTakenBack(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	p.ToggleVerdict(data.NotCrisis)
	if d.incidents[0].Verdict != data.NotCrisis || h.said[0] != "Incident of 25 Nov: not a crisis" {
		t.Fatalf("stored %q, said %q", d.incidents[0].Verdict, h.said)
	}
	h.undo()
	if got := d.incidents[0].Verdict; got != data.NoVerdict || h.undo != nil {
		t.Errorf("after undo stored %q", got)
	}
	p.ToggleVerdict(data.Useful)
	p.ToggleVerdict(data.NotCrisis)
	h.undo()
	if got := d.incidents[0].Verdict; got != data.Useful {
		t.Errorf("undo gives %q, want the verdict before", got)
	}
	p.ToggleVerdict(data.Useful)
	if got := d.incidents[0].Verdict; got != data.NoVerdict {
		t.Errorf("the second time it stores %q", got)
	}
}

func TestAVerdictIsSeenAtOnceAndGoneIfRefused(t *testing.T) {
	d, on := rich(), &held{}
	p, h := started(t, d, on)
	on.run()
	on.run()
	p.ToggleVerdict(data.NotCrisis)
	if i, _ := p.current(); i.Verdict != data.NotCrisis || !p.Entries()[0].Level.Past {
		t.Error("the verdict is not shown at once")
	}
	d.err = errors.New("disk")
	on.run()
	if i, _ := p.current(); i.Verdict != data.NoVerdict || h.err == nil || len(h.said) > 0 {
		t.Errorf("refused it stays %q, error %v, said %q", i.Verdict, h.err, h.said)
	}
}

func TestWhatIsExpectedBeginsWithTheIncident(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	rome := func(month time.Month, day int) time.Time {
		return time.Date(2026, month, day, 0, 0, 0, 0, d.zone).UTC()
	}
	christmas := time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC)
	for until, end := range map[Until]time.Time{
		UntilToday: rome(11, 26), UntilThreeDays: rome(11, 29), UntilWeek: rome(12, 3), UntilCustom: rome(12, 25),
	} {
		got, ok := p.Expectation(until, &christmas)
		if want := (data.Period{From: rome(11, 25), To: end}); !ok || got != want {
			t.Errorf("%s: %v, want %v", until.Key(), got, want)
		}
	}
	period, _ := p.Expectation(UntilThreeDays, nil)
	p.Expect(period, "Black Friday", true)
	if diff := cmp.Diff([]data.ExpectedPeriod{{Period: period, Note: "Black Friday", Mute: true}}, d.expected); diff != "" {
		t.Error(diff)
	}
	if h.said[0] != "Expected: 25–28 November 2026" {
		t.Errorf("said %q", h.said)
	}
}

func TestWhatIsOverCanHaveBeenExpected(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	if len(p.Untils()) != 4 {
		t.Errorf("while it goes on %d choices", len(p.Untils()))
	}
	p.Move(1)
	if p.Untils()[0] != UntilLasted {
		t.Errorf("choices %v", p.Untils())
	}
	if got := p.ExpectationText(UntilLasted, nil); got != "Expected: 12–14 November 2026" {
		t.Errorf("%q", got)
	}
	early := time.Date(2026, 11, 10, 0, 0, 0, 0, time.UTC)
	for name, day := range map[string]*time.Time{"no day": nil, "a day before it": &early} {
		if _, ok := p.Expectation(UntilCustom, day); ok {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestARefusedExpectationIsSaid(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	d.err = errors.New("disk")
	p.Expect(data.Period{}, "", false)
	if h.err == nil || len(h.said) > 0 {
		t.Errorf("error %v, said %q", h.err, h.said)
	}
}
