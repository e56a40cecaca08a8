package incidents

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/job"
)

func words(terms ...string) data.TextQuery {
	var q data.TextQuery
	for _, term := range terms {
		q.Clauses = append(q.Clauses, data.Clause{Terms: []data.Term{{Text: term}}})
	}
	return q
}

func TestEachPartOpensItsMentions(t *testing.T) {
	p, h := started(t, rich(), job.Inline{})
	hours := data.Period{From: at(11, 25, 13, 0), To: at(11, 25, 19, 0)}
	for name, c := range map[string]struct {
		open  func()
		want  data.Filter
		title string
	}{
		"all":       {p.OpenMentions, data.Filter{Period: data.Period{From: at(11, 25, 13, 20), To: at(11, 25, 18, 12)}}, "Incident of 25 Nov 2026"},
		"a word":    {func() { p.OpenTerm(1) }, data.Filter{Text: words("due ore di attesa")}, "due ore di attesa · Incident of 25 Nov 2026"},
		"a source":  {func() { p.OpenSource(0) }, data.Filter{Sources: []string{"google"}}, "Google review · Incident of 25 Nov 2026"},
		"a topic":   {func() { p.OpenTopic(0) }, data.Filter{Text: words("consegna", "corriere")}, "Consegne · Incident of 25 Nov 2026"},
		"the loud":  {func() { p.OpenLoudest(0) }, data.Filter{Author: "fornaio_mi"}, "@fornaio_mi · Incident of 25 Nov 2026"},
		"the eager": {func() { p.OpenBusiest(0) }, data.Filter{Author: "Paolo V."}, "Paolo V. · Incident of 25 Nov 2026"},
	} {
		t.Run(name, func(t *testing.T) {
			h.opened, h.titles = nil, nil
			c.open()
			if c.want.Period.From.IsZero() {
				c.want.Period = hours
			}
			if diff := cmp.Diff([]data.Filter{c.want}, h.opened); diff != "" {
				t.Error(diff)
			}
			if h.titles[0] != c.title {
				t.Errorf("title %q, want %q", h.titles[0], c.title)
			}
		})
	}
}

func TestAPartOfAStreamStaysInItsStream(t *testing.T) {
	p, h := started(t, rich(), job.Inline{})
	p.Choose(3) // on Google
	p.OpenTerm(0)
	p.OpenTopic(0)
	for _, f := range h.opened {
		if diff := cmp.Diff([]string{"google"}, f.Sources); diff != "" || f.Text.Empty() {
			t.Errorf("opens %+v", f)
		}
	}
	p.Choose(1) // on the topic
	h.opened = nil
	p.OpenTerm(0)
	if n := len(h.opened[0].Text.Clauses); n != 2 || len(h.opened[0].Text.Clauses[0].Terms) != 2 {
		t.Errorf("opens %+v, want both words of the topic with the term", h.opened[0].Text)
	}
}

func TestWhatDrivesItIsSaid(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	if terms := p.Terms(); len(terms) != 5 || terms[0].Count != "24 · ×9.1" || terms[2] != (Share{"#vetrina", data.Totals{Negative: 12, Neutral: 5, Positive: 1}, "18 · new"}) {
		t.Errorf("terms %+v", terms)
	}
	if got := p.Loudest(); got[0].Count != "reach 18.4k" || got[2].Count != "reach –" {
		t.Errorf("by reach %+v", got)
	}
	if got := p.Busiest(); got[0].Count != "7 mentions, 6 negative" {
		t.Errorf("by count %+v", got)
	}
	if got := p.Compared(); got != "Words that set it apart from 26 Oct – 25 Nov 2026." {
		t.Errorf("compared: %q", got)
	}
	if first, ok := p.First(); !ok || first.Author != "Marta R." || len(p.Carried()) != 3 {
		t.Errorf("mentions %v, %v", first, p.Carried())
	}
}

func TestASampleSaysSo(t *testing.T) {
	d := rich()
	d.why.Read, d.why.Total = 20000, 61234
	p, _ := started(t, d, job.Inline{})
	if got := p.Compared(); got != "Words that set it apart from 26 Oct – 25 Nov 2026. Read 20,000 of 61,234 mentions, at random." {
		t.Errorf("%q", got)
	}
}

func TestTheDriversOfAnotherIncidentAreNotShown(t *testing.T) {
	on := &held{}
	p, _ := started(t, rich(), on)
	on.run() // the list
	if p.Progress() != Digging {
		t.Fatalf("progress %v", p.Progress())
	}
	slow := on.pending
	on.pending = nil
	p.Move(1)
	for _, late := range slow {
		late()
	}
	if p.Progress() != Digging {
		t.Errorf("progress %v after the late answer about another one", p.Progress())
	}
	on.run()
	if p.Progress() != Found || p.why.of.of != p.Chosen() {
		t.Errorf("progress %v, about %d", p.Progress(), p.why.of.of)
	}
}

func TestDriversAreSoughtAgainOnlyIfTheIncidentChanged(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	d.events.IncidentsChanged.Fire(struct{}{})
	p.ToggleVerdict(data.Useful)
	if len(d.asked) != 1 {
		t.Errorf("sought %d times", len(d.asked))
	}
	d.incidents[0].Mentions += 9
	d.events.IncidentsChanged.Fire(struct{}{})
	if len(d.asked) != 2 || p.Version() != 2 {
		t.Errorf("sought %d times, version %d", len(d.asked), p.Version())
	}
}

func TestASearchUnderWayIsNotBegunAgain(t *testing.T) {
	d, on := rich(), &held{}
	_, _ = started(t, d, on)
	on.run()
	dig := on.pending
	on.pending = nil
	d.events.IncidentsChanged.Fire(struct{}{})
	on.run()
	if len(on.pending) != 0 {
		t.Errorf("%d searches begun beside the first", len(on.pending))
	}
	for _, work := range dig {
		work()
	}
	if len(d.asked) != 1 {
		t.Errorf("sought %d times", len(d.asked))
	}
}

func TestASearchCanBeGivenUpAndTakenUp(t *testing.T) {
	on := &held{}
	p, _ := started(t, rich(), on)
	on.run()
	p.Cancel()
	on.run()
	if p.Progress() != Stopped {
		t.Fatalf("progress %v", p.Progress())
	}
	p.Dig()
	on.run()
	if p.Progress() != Found {
		t.Errorf("progress %v", p.Progress())
	}
}

func TestAFailedSearchLeavesTheRest(t *testing.T) {
	d := rich()
	d.whyErr = errors.New("disk")
	p, h := started(t, d, job.Inline{})
	if _, ok := p.Detail(); !ok || h.err == nil || p.Progress() != Stopped {
		t.Fatalf("error %v, progress %v", h.err, p.Progress())
	}
	d.whyErr = nil
	p.Retry()
	if h.err != nil || p.Progress() != Found {
		t.Errorf("then error %v, progress %v", h.err, p.Progress())
	}
	d.whyErr = errors.New("disk")
	d.incidents[0].ClosedAt = d.now.Add(-time.Hour)
	d.events.IncidentsChanged.Fire(struct{}{})
	if h.err == nil || p.Progress() != Found {
		t.Errorf("what was known is gone: error %v, progress %v", h.err, p.Progress())
	}
}
