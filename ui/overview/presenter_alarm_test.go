package overview

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
)

func TestTheBannerShowsTheMostSeriousIncident(t *testing.T) {
	d := calm(t)
	d.situation.Open = []data.Incident{episode(7, data.LevelElevated), episode(8, data.LevelWatch), episode(9, data.LevelWatch)}
	d.why = map[int64]data.Why{7: {
		Terms:   drivers("rimborso", "attesa", "vetrina"),
		ByReach: []data.AuthorShare{{Author: "@fornaio_mi", Reach: 18_400}},
	}}
	for lang, want := range map[string]Banner{
		"en": {
			Word: "Elevated", Headline: "37 negative mentions since Wed 25 Nov 11:30, 4.2 times the usual.",
			Detail: "Mostly about “rimborso” and “attesa”. @fornaio_mi reaches 18,400 people. And 2 more incidents. About one false alarm in 4 months at this sensitivity.",
		},
		"it": {
			Word: "Elevato", Headline: "37 menzioni negative da mer 25 nov 11:30, 4,2 volte il solito.",
			Detail: "Soprattutto su “rimborso” e “attesa”. @fornaio_mi raggiunge 18.400 persone. E altri 2 episodi. Circa un falso allarme in 4 mesi con questa sensibilità.",
		},
	} {
		p, _ := started(t, d, lang)
		want.Incident, want.Level, want.Steps, want.Serious = 7, data.LevelElevated, 3, true
		got, on := p.Banner()
		if diff := cmp.Diff(want, got); diff != "" || !on {
			t.Errorf("%s: shown %v (-want +got):\n%s", lang, on, diff)
		}
	}
}

func TestWithoutIncidentsThereIsNoBanner(t *testing.T) {
	p, _ := started(t, calm(t), "en")
	if b, on := p.Banner(); on {
		t.Errorf("shown: %+v", b)
	}
}

func TestLevelsAreSteps(t *testing.T) {
	for want, parts := range []data.LevelParts{1: {}, 2: {Volume: 1}, 3: {Volume: 1, Negativity: 1, Velocity: 0.5}, 4: {Volume: 1, Negativity: 1, Velocity: 1, Reach: 1}} {
		if want == 0 {
			continue
		}
		i := data.Incident{Level: data.LevelOf(parts.Score()), Parts: parts}
		if got := stepsOf(i); got != want {
			t.Errorf("%.0f points are %d steps, want %d", parts.Score(), got, want)
		}
	}
}

func TestWhatTheBannerIsAbout(t *testing.T) {
	long := strings.Repeat("x", 500)
	for name, c := range map[string]struct {
		why  data.Why
		want string
	}{
		"nothing known":                 {data.Why{}, ""},
		"one word":                      {data.Why{Terms: drivers("attesa")}, "Mostly about “attesa”."},
		"somebody little reach":         {data.Why{ByReach: []data.AuthorShare{{Author: "Eva", Reach: 12}}}, ""},
		"an author with a fifth":        {data.Why{ByCount: []data.AuthorShare{{Author: "Eva", Mentions: 9}}}, "9 mentions are by Eva."},
		"an author with a few":          {data.Why{ByCount: []data.AuthorShare{{Author: "Eva", Mentions: 3}}}, ""},
		"reach before number":           {data.Why{ByReach: []data.AuthorShare{{Author: "Ugo", Reach: 5000}}, ByCount: []data.AuthorShare{{Author: "Eva", Mentions: 40}}}, "Ugo reaches 5,000 people."},
		"a name longer than a sentence": {data.Why{ByReach: []data.AuthorShare{{Author: long, Reach: 5000}}}, long[:39] + "… reaches 5,000 people."},
	} {
		d := calm(t)
		d.situation.FalseAlarms = 0
		d.situation.Open = []data.Incident{episode(7, data.LevelWatch)}
		d.why = map[int64]data.Why{7: c.why}
		p, _ := started(t, d, "en")
		if b, _ := p.Banner(); b.Detail != c.want {
			t.Errorf("%s: %q, want %q", name, b.Detail, c.want)
		}
	}
}

func TestReasonsOfAnotherIncidentAreNotShown(t *testing.T) {
	d := calm(t)
	d.situation.Open = []data.Incident{episode(7, data.LevelWatch)}
	d.why = map[int64]data.Why{7: {Terms: drivers("attesa")}}
	h := &held{}
	p := NewPresenter(d, assets.WordsFor("en"), h, &heard{})
	p.Start()
	t.Cleanup(p.Stop)
	h.run()
	d.situation.Open = []data.Incident{episode(8, data.LevelElevated)}
	d.Events().IncidentsChanged.Fire(struct{}{})
	h.pending[0]()
	if b, _ := p.Banner(); b.Incident != 8 || strings.Contains(b.Detail, "attesa") {
		t.Errorf("%+v", b)
	}
}

func TestWhatLimitsTheWarningsIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		situation data.Situation
		want      string
	}{
		"nothing": {data.Situation{Days: 60, Until: 14}, ""},
		"little history": {
			data.Situation{Days: 5, Until: 14, Learning: true},
			"I have 5 days of history; I only warn about very clear jumps until day 14.",
		},
		"mentions of the future": {data.Situation{Days: 60, Until: 14, Future: 3}, "3 mentions are dated in the future: they are looked at when that time comes."},
		"what waits": {
			data.Situation{Days: 60, Until: 14, Backlog: data.Backlog{Late: 7, Clock: 8 * time.Hour, Alarm: true}},
			"7 negative mentions have waited for a reply for more than 8 h 00 min.",
		},
		"mentions not looked at": {data.Situation{Days: 60, Until: 14, Behind: true}, "Still looking at 10 mentions: an alarm may follow."},
	} {
		d := calm(t)
		d.situation = c.situation
		p, _ := started(t, d, "en")
		if got := p.Watch(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	empty := &alarmed{Desk: workspace(t, "", noon), situation: data.Situation{Learning: true, Until: 14, Behind: true}}
	if p, _ := started(t, empty, "en"); p.Watch() != "" {
		t.Errorf("an empty workspace says %q", p.Watch())
	}
}

func TestWhatWasLookedAtIsNoticedThoughNobodyTells(t *testing.T) {
	d := calm(t)
	d.situation.Behind = true
	h := &held{}
	p := NewPresenter(d, assets.WordsFor("en"), h, &heard{})
	p.pause, p.again = time.Nanosecond, time.Nanosecond
	p.Start()
	t.Cleanup(p.Stop)
	h.pending[0]() // the figures
	if p.Watch() == "" {
		t.Fatal("nothing is said of mentions that were not looked at")
	}
	d.situation.Behind = false
	h.run()
	if got := p.Watch(); got != "" {
		t.Errorf("all is looked at, yet: %q", got)
	}
}

func TestBandsOfTheChart(t *testing.T) {
	d := calm(t)
	closed := episode(1, data.LevelElevated)
	closed.Onset, closed.OpenedAt, closed.ClosedAt = noon.AddDate(0, 0, -10), noon.AddDate(0, 0, -10).Add(time.Hour), noon.AddDate(0, 0, -8)
	expected, judged, other := closed, closed, closed
	expected.Expect, judged.Verdict = true, data.NotCrisis
	other.Stream = data.Stream{Kind: data.OfSource, Name: "facebook"}
	d.incidents = []data.Incident{episode(2, data.LevelWatch), closed, expected, judged, other}
	d.situation.Unwatched = []data.Period{{From: noon.AddDate(0, -3, 0), To: noon.AddDate(0, 0, -20)}, {From: noon.AddDate(-1, 0, 0), To: noon.AddDate(0, -2, 0)}}
	p, _ := started(t, d, "it")
	said := func() (out []string) {
		for _, b := range p.Bands() {
			out = append(out, fmt.Sprintf("%d %s (%s) %s–%s", b.Kind, b.Label, b.Short, b.Period.From.Format("2/1 15:04"), b.Period.To.Format("2/1 15:04")))
		}
		return out
	}
	want := []string{
		"2 nessun dato () 26/10 23:00–5/11 12:00",
		"0 Allerta 25 nov 12:30 (25 nov) 25/11 10:30–25/11 11:30",
		"0 Allerta 15 nov 14:00 (15 nov) 15/11 12:00–17/11 12:00",
		"1 previsto () 15/11 12:00–17/11 12:00",
		"0 Allerta 15 nov 14:00 (15 nov) 15/11 12:00–17/11 12:00",
	}
	if diff := cmp.Diff(want, said()); diff != "" {
		t.Errorf("bands (-want +got):\n%s", diff)
	}
	if d.asked != p.figures.filter.Period {
		t.Errorf("asked for the incidents of %v", d.asked)
	}
	p.SetSources([]int{0})
	if diff := cmp.Diff(want[:4], said()); diff != "" {
		t.Errorf("of google alone (-want +got):\n%s", diff)
	}
}

func TestABarWithoutDataIsNoZero(t *testing.T) {
	d := calm(t)
	d.situation.Unwatched = []data.Period{{From: noon.AddDate(0, -3, 0), To: noon.AddDate(0, 0, -20)}}
	p, _ := started(t, d, "en")
	if got := p.Bar(3); got != "30 October 2026: no data." {
		t.Errorf("in the gap: %q", got)
	}
	if got := p.Bar(20); !strings.Contains(got, "0 negative") {
		t.Errorf("on a quiet day: %q", got)
	}
	if got := p.Bar(29); !strings.Contains(got, "1 negative") {
		t.Errorf("today: %q", got)
	}
}

func TestAFailureKeepsTheBanner(t *testing.T) {
	d := calm(t)
	d.situation.Open = []data.Incident{episode(7, data.LevelCrisis)}
	p, h := started(t, d, "en")
	d.err = errors.New("disk")
	p.Load()
	if b, on := p.Banner(); !on || b.Steps != 4 || h.err == nil {
		t.Errorf("shown %v: %+v, error %v", on, b, h.err)
	}
}
