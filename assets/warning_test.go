package assets_test

import (
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

var alarms = []struct {
	name   string
	alarm  data.Alarm
	en, it string
}{
	{
		"a surge is set against past peaks",
		data.Alarm{Detector: data.SurgeDetector, Window: time.Hour, Observed: 412, Expected: 95.3, Busier: 3, Of: 360},
		"412 mentions in the last hour; normal for you is about 95 (4.3 times normal). Only 3 of the last 360 two-hour periods (30 days) were this busy.",
		"412 menzioni nell’ultima ora; per te il normale è circa 95 (4,3 volte il normale). Solo 3 degli ultimi 360 periodi di due ore (30 giorni) sono stati così intensi.",
	},
	{
		"a surge above all peaks says so",
		data.Alarm{Detector: data.SurgeDetector, Window: 6 * time.Hour, Observed: 900, Expected: 60, Of: 20},
		"900 mentions in the last 6 hours; normal for you is about 60 (15 times normal). None of the last 20 two-hour periods (40 hours) was this busy.",
		"900 menzioni nelle ultime 6 ore; per te il normale è circa 60 (15 volte il normale). Nessuno degli ultimi 20 periodi di due ore (40 ore) è stato così intenso.",
	},
	{
		"negatives say how rare they are",
		data.Alarm{Detector: data.NegativesDetector, Window: 2 * time.Hour, Observed: 9, Expected: 1.1, Chance: 0.00019},
		"9 negative mentions in 2 hours; you normally get about 1 in that time. By chance this would happen less than once in 5,000 checks.",
		"9 menzioni negative in 2 ore; di solito in quel tempo ne hai circa 1. Per caso succederebbe meno di una volta ogni 5.000 controlli.",
	},
	{
		"what is hardly ever there is less than one, and no chance is less than one in a million",
		data.Alarm{Detector: data.NegativesDetector, Window: 2 * time.Hour, Observed: 14, Expected: 0.2, Chance: 1e-12},
		"14 negative mentions in 2 hours; you normally get less than 1 in that time. By chance this would happen less than once in 1,000,000 checks.",
		"14 menzioni negative in 2 ore; di solito in quel tempo ne hai meno di 1. Per caso succederebbe meno di una volta ogni 1.000.000 controlli.",
	},
	{
		"more mentions than usual",
		data.Alarm{Detector: data.VolumeDetector, Window: 72 * time.Hour, Observed: 91, Expected: 36.2, Chance: 0.00003},
		"91 mentions in 3 days; you normally get about 36 in that time. By chance this would happen less than once in 20,000 checks.",
		"91 menzioni in 3 giorni; di solito in quel tempo ne hai circa 36. Per caso succederebbe meno di una volta ogni 20.000 controlli.",
	},
	{
		"a share says up to what it would be normal",
		data.Alarm{Detector: data.ShareDetector, Window: 72 * time.Hour, Observed: 14, Mentions: 26, Usual: 0.18, Limit: 10},
		"In the last 3 days 14 of 26 mentions were negative (54%); your usual share is 18%. With 26 mentions, up to about 10 negatives would be normal.",
		"Negli ultimi 3 giorni 14 menzioni su 26 erano negative (54%); la tua quota solita è 18%. Con 26 menzioni sarebbero normali fino a circa 10 negative.",
	},
	{
		"a share by reach counts no mentions",
		data.Alarm{Detector: data.ReachShareDetector, Window: 24 * time.Hour, Observed: 8, Mentions: 12, Usual: 0.2, Limit: 5},
		"Weighted by reach, 67% of the mentions in the last 24 hours were negative; your usual share is 20%. Up to about 42% would be normal.",
		"Pesando la portata, nelle ultime 24 ore era negativo il 67% delle menzioni; la tua quota solita è 20%. Fino a circa 42% sarebbe normale.",
	},
	{
		"a word to watch names what it is about",
		data.Alarm{Detector: data.RiskDetector, Window: 24 * time.Hour, Observed: 1, Expected: 0.05, Groups: data.WatchSet(0).With("health").With("law")},
		"In the last 24 hours 1 mention carried words to watch (health, law). Normally there is about one in 20 days.",
		"Nelle ultime 24 ore 1 menzione con parole da tenere d’occhio (salute, legge). Di solito ce n’è circa una ogni 20 giorni.",
	},
	{
		"a mention that spreads says how fast it doubles",
		data.Alarm{Detector: data.VelocityDetector, Window: 50 * time.Minute, Observed: 130, Expected: 40, Score: 2},
		"One mention went from 40 to 130 reactions in 50 min. At that pace they double every 30 min; I warn when it takes less than an hour.",
		"Una menzione è passata da 40 a 130 reazioni in 50 min. A questo ritmo raddoppiano ogni 30 min; avviso quando basta meno di un’ora.",
	},
	{
		"several sources at once",
		data.Alarm{Detector: data.SpreadDetector, Window: 6 * time.Hour, Observed: 9, Expected: 1.6, Of: 4, Chance: 0.0011},
		"9 negative mentions in 6 hours, from 4 sources at once; you normally get about 2 in that time. By chance this would happen less than once in 500 checks.",
		"9 menzioni negative in 6 ore, da 4 fonti insieme; di solito in quel tempo ne hai circa 2. Per caso succederebbe meno di una volta ogni 500 controlli.",
	},
	{
		"the press",
		data.Alarm{Detector: data.SpreadDetector, Window: 24 * time.Hour, Observed: 1, Expected: 1.0 / 60, Mention: 7},
		"In the last 24 hours the press carried 1 negative mention. Normally there is about one in 60 days.",
		"Nelle ultime 24 ore 1 menzione negativa sulla stampa. Di solito ce n’è circa una ogni 60 giorni.",
	},
	{
		"mentions that wait",
		data.Alarm{Detector: data.BacklogDetector, Window: 8 * time.Hour, Observed: 14},
		"14 negative mentions have waited for a reply for more than 8 h 00 min.",
		"14 menzioni negative aspettano una risposta da più di 8 h 00 min.",
	},
	{
		"a rule that counts",
		data.Alarm{Detector: data.RuleDetector, Window: 6 * time.Hour, Observed: 12, Expected: 10, Mentions: 12, Rule: 3},
		"Your rule: 12 mentions in 6 hours; it asks for 10.",
		"Una tua regola: 12 menzioni in 6 ore; ne chiede 10.",
	},
	{
		"a rule about the share",
		data.Alarm{Detector: data.RuleDetector, Window: 24 * time.Hour, Observed: 9, Expected: 5.6, Mentions: 14, Usual: 0.4, Rule: 3},
		"Your rule: 9 of 14 mentions in 24 hours negative (64%); it asks for 40%.",
		"Una tua regola: 9 menzioni negative su 14 in 24 ore (64%); chiede il 40%.",
	},
	{
		"a rule about reach",
		data.Alarm{Detector: data.RuleDetector, Window: 24 * time.Hour, Observed: 25000, Expected: 10000, Mention: 7, Rule: 3},
		"Your rule: a mention by an author who reaches 25,000 people; it asks for 10,000.",
		"Una tua regola: una menzione di un autore che raggiunge 25.000 persone; ne chiede 10.000.",
	},
}

func TestEveryDetectorSaysWhatItSaw(t *testing.T) {
	for _, c := range alarms {
		t.Run(c.name, func(t *testing.T) {
			for lang, want := range map[string]string{"en": c.en, "it": c.it} {
				if got := assets.WordsFor(lang).AlarmSentence(c.alarm); got != want {
					t.Errorf("%s: %q\nwant %q", lang, got, want)
				}
			}
		})
	}
}

func episode(detector data.Detector) data.Incident {
	at := time.Date(2026, 11, 25, 13, 20, 0, 0, time.UTC)
	return data.Incident{
		Stream: data.Brand, Onset: at, OpenedAt: at, Level: data.LevelElevated, Negative: 37, Mentions: 52, Expected: 48.9, Usual: 0.18,
		Alarms: []data.Alarm{{Detector: detector, At: at, Observed: 9, Expected: 2, Mentions: 20, Usual: 0.18, Of: 4, Groups: data.WatchSet(0).With("health")}},
	}
}

func TestAHeadlineSaysHowMuchSinceWhen(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	for detector, want := range map[data.Detector]string{
		data.NegativesDetector:  "37 negative mentions since Wed 25 Nov 14:20, 4.2 times the usual",
		data.VolumeDetector:     "52 mentions since Wed 25 Nov 14:20",
		data.ShareDetector:      "37 of 52 mentions negative since Wed 25 Nov 14:20; the usual share is 18%",
		data.ReachShareDetector: "By reach, 45% negative since Wed 25 Nov 14:20; the usual share is 18%",
		data.RiskDetector:       "Words to watch (health) since Wed 25 Nov 14:20",
		data.VelocityDetector:   "One mention spreads fast since Wed 25 Nov 14:20",
		data.SpreadDetector:     "37 negative mentions in 4 sources since Wed 25 Nov 14:20",
		data.BacklogDetector:    "9 negative mentions without a reply since Wed 25 Nov 14:20",
		data.RuleDetector:       "One of your rules fired since Wed 25 Nov 14:20: 52 mentions",
	} {
		if got := assets.WordsFor("en").IncidentHeadline(episode(detector), rome); got != want {
			t.Errorf("%s: %q, want %q", detector, got, want)
		}
	}
}

func TestAHeadlineOfWhatIsOverNamesItsEndAndItsStream(t *testing.T) {
	i := episode(data.NegativesDetector)
	i.ClosedAt, i.Expected = i.Onset.Add(5*time.Hour), 1
	i.Stream = data.Stream{Kind: data.OfSource, Name: "google"}
	const want = "Google review: 37 negative mentions from Wed 25 Nov 13:20 to 18:20, usually less than 1"
	if got := assets.WordsFor("en").IncidentHeadline(i, time.UTC); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := assets.WordsFor("en").IncidentClose(i); got != "" {
		t.Errorf("what is over closes: %q", got)
	}
}

func TestAnIncidentWithoutAlarmsHasAHeadlineAllTheSame(t *testing.T) {
	i := episode(data.NegativesDetector)
	i.Alarms = nil
	if got := assets.WordsFor("it").IncidentHeadline(i, time.UTC); got != "37 menzioni negative da mer 25 nov 13:20, 4,2 volte il solito" {
		t.Errorf("%q", got)
	}
}

func TestANotificationHasNoWordsOfStrangers(t *testing.T) {
	for _, c := range alarms {
		i := episode(c.alarm.Detector)
		i.Stream = data.Stream{Kind: data.OfTopic, Name: "SECRET"}
		for _, lang := range assets.Languages {
			if got := assets.WordsFor(lang.Code).Notification(i); strings.Contains(got, "SECRET") || strings.Contains(got, "warning.") {
				t.Errorf("%s: %q", c.alarm.Detector, got)
			}
		}
	}
	if got := assets.WordsFor("en").Notification(episode(data.NegativesDetector)); got != "Elevated: 37 negative mentions, more than usual" {
		t.Errorf("%q", got)
	}
}

func TestFalseAlarmsAreSaidInWeeksOrMonths(t *testing.T) {
	for perMonth, want := range map[float64]string{
		0: "", 0.1: "About one false alarm in 10 months", 0.8: "About one false alarm in 5 weeks", 30: "About one false alarm a week",
	} {
		if got := assets.WordsFor("en").FalseAlarms(perMonth); got != want {
			t.Errorf("%v a month: %q, want %q", perMonth, got, want)
		}
	}
}

func TestWhatWouldCloseAnIncident(t *testing.T) {
	const want = "It closes once, for six hours, mentions are under 1.5 times normal and the negative share is within 5 points of your usual 18%."
	if got := assets.WordsFor("en").IncidentClose(episode(data.VolumeDetector)); got != want {
		t.Errorf("%q", got)
	}
}

func TestTheSentenceOfAnOwnRuleNamesIt(t *testing.T) {
	a := data.Alarm{Detector: data.RuleDetector, Name: "Vetrina", Observed: 7, Expected: 5, Window: 24 * time.Hour}
	if got := assets.WordsFor("it").AlarmSentence(a); !strings.HasPrefix(got, "La tua regola “Vetrina”: 7 menzioni") {
		t.Error(got)
	}
}
