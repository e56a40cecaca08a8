package report

import (
	"fmt"
	"time"

	"vedetta/data"
)

var rome = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err)
	}
	return zone
}()

// aurora is November of a bakery, with a crisis from the 25th on that is over
// on the last day.
func aurora() data.Report {
	from, to := time.Date(2026, 11, 1, 0, 0, 0, 0, rome), time.Date(2026, 12, 1, 0, 0, 0, 0, rome)
	period := data.Period{From: from.UTC(), To: to.UTC()}
	r := data.Report{
		Business: "Forno Aurora", MadeAt: to.Add(2 * time.Minute).UTC(), Zone: rome, Imports: 5,
		Timeline: data.Timeline{Step: data.Daily, Buckets: data.Buckets(period, data.Daily, rome)},
		Topics:   auroraTopics(),
		Model: data.ModelState{
			Model: data.ModelInfo{Name: "Vedetta 1", MadeAt: to.AddDate(0, 0, -9).UTC(), Adaptation: "{}", Corrections: 31},
			Audit: &data.Audit{BegunAt: to.AddDate(0, 0, -3).UTC(), Labelled: 50, Confusion: [3][3]int{{14, 3, 1}, {2, 15, 1}, {0, 3, 11}}},
		},
		Statuses: map[data.Status]int{data.StatusNew: 212, data.StatusOpen: 14, data.StatusNeedsReply: 9, data.StatusReplied: 187, data.StatusArchived: 3034},
	}
	crisis := map[int]int{25: 60, 26: 130, 27: 70, 28: 30}
	for i := range r.Timeline.Buckets {
		b := &r.Timeline.Buckets[i]
		b.Negative, b.Neutral, b.Positive = 12+i*7%9+crisis[i+1], 38+i*13%23, 33+i*5%17
		r.Summary.Now.Negative += b.Negative
		r.Summary.Now.Neutral += b.Neutral
		r.Summary.Now.Positive += b.Positive
	}
	r.Summary.Filter.Period = period
	r.Summary.HasBefore = true
	r.Summary.Before = data.Totals{Negative: 391, Neutral: 1240, Positive: 902}
	r.Summary.Unanswered = data.UnansweredNegatives{Count: 37, Oldest: from.UTC()}
	r.Summary.FirstReply = data.ReplyTime{Median: 42 * time.Minute, Replies: 187}
	r.Summary.FirstReplyBefore = data.ReplyTime{Median: time.Hour, Replies: 122}
	r.Summary.Responses = data.Responses{Rate: data.ShareOf(187, 230), Kept: data.ShareOf(150, 180), First: data.Spells{N: 180, Median: 42 * time.Minute, P90: 5 * time.Hour}, Untimed: 7}
	r.Summary.Overridden = 31
	r.Sources = []data.SourceTotals{
		{Source: "google", Totals: data.Totals{Negative: 310, Neutral: 402, Positive: 611}},
		{Source: "x", Totals: data.Totals{Negative: 298, Neutral: 701, Positive: 205}},
		{Source: "trustpilot", Totals: data.Totals{Negative: 74, Neutral: 90, Positive: 160}},
		{Source: "youtube", Totals: data.Totals{Negative: 55, Neutral: 190, Positive: 155}},
		{Source: "radio-locale.example", Totals: data.Totals{Negative: 2, Neutral: 9, Positive: 4}},
	}
	r.Incidents, r.FalseAlarms = auroraIncidents(from), data.Normal.FalseAlarms()
	r.Gaps = []data.Period{{From: from.AddDate(0, 0, 9).UTC(), To: from.AddDate(0, 0, 11).UTC()}}
	r.Open, r.Answered = auroraRows(from, data.StatusNew), auroraRows(from.AddDate(0, 0, 20), data.StatusReplied)
	return r
}

func auroraTopics() []data.Driver {
	topic := func(term string, neg, neu, pos, before int, ratio float64, example string) data.Driver {
		return data.Driver{
			Term: term, Totals: data.Totals{Negative: neg, Neutral: neu, Positive: pos}, Before: before, Ratio: ratio,
			Example: data.Row{Snippet: example},
		}
	}
	return []data.Driver{
		topic("rimborso", 48, 9, 4, 6, 9.1, "Ho chiesto il rimborso due settimane fa e ancora il rimborso non arriva, nessuno risponde al telefono"),
		topic("attesa", 31, 8, 5, 7, 6.04, "Due ore di attesa e nessuna scusa 😡"),
		topic("vetrina", 25, 10, 3, 0, 0, "davvero avete messo quella frase in vetrina?"),
		topic("focaccia", 3, 12, 37, 44, 1.1, "The new focaccia is fantastic ❤️"),
		topic("panettone", 2, 20, 41, 2, 28.4, "Il panettone è finito alle 9: 24 € ben spesi"),
	}
}

func auroraRows(from time.Time, status data.Status) []data.Row {
	texts := []string{
		"Due ore di attesa e nessuna scusa 😡 mai più, e il rimborso non arriva",
		"Ma davvero avete messo quella frase in vetrina? Passavo con mia figlia e non sapevo che cosa dirle, poi ho letto che era «una battuta» e mi è caduto il mondo addosso",
		"Il pane di ieri era crudo dentro. Peccato, di solito è ottimo.",
	}
	authors := []string{"Marta Rossi", "@fornaio_mi", "luca", "Anna Maria De Angelis", ""}
	var rows []data.Row
	for i := range 15 {
		rows = append(rows, data.Row{
			ID: data.ID(i + 1), Source: []string{"google", "x", "trustpilot"}[i%3], Author: authors[i%len(authors)],
			Snippet: fmt.Sprintf("%s (%d)", texts[i%len(texts)], i+1), PublishedAt: from.Add(time.Duration(i) * 9 * time.Hour).UTC(),
			Label: data.Negative, Status: status,
		})
	}
	return rows
}

// auroraIncidents are a crisis that is over and a leaflet that was expected.
func auroraIncidents(from time.Time) []data.Incident {
	onset := from.AddDate(0, 0, 24).Add(14*time.Hour + 20*time.Minute).UTC()
	leaflet := from.AddDate(0, 0, 4).Add(9 * time.Hour).UTC()
	return []data.Incident{
		{
			Stream: data.Brand, Onset: onset, OpenedAt: onset.Add(2 * time.Hour), ClosedAt: onset.Add(80 * time.Hour), Level: data.LevelElevated,
			Parts: data.LevelParts{Volume: 0.9, Negativity: 0.8, Velocity: 0.4, Spread: 0.6, Risk: 0.3}, Verdict: data.Useful,
			Negative: 437, Mentions: 702, Expected: 380, Usual: 0.18,
			Alarms: []data.Alarm{{Stream: data.Brand, Detector: data.NegativesDetector, At: onset.Add(2 * time.Hour), Window: 2 * time.Hour, Observed: 37, Expected: 8.8, Mentions: 61, Chance: 1e-7}},
		},
		{
			Stream: data.Brand, Onset: leaflet, OpenedAt: leaflet, ClosedAt: leaflet.Add(9 * time.Hour), Level: data.LevelWatch, Expect: true,
			Parts: data.LevelParts{Volume: 0.5}, Mentions: 90, Expected: 31, Usual: 0.18,
			Alarms: []data.Alarm{{Stream: data.Brand, Detector: data.VolumeDetector, At: leaflet, Window: 6 * time.Hour, Observed: 60, Expected: 20, Mentions: 60, Chance: 1e-5}},
		},
	}
}
