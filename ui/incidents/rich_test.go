package incidents

import (
	"time"

	"vedetta/data"
)

// rich is a desk with a history in which everything happens.
func rich() *table {
	d := newTable()
	d.topics["Consegne"] = "consegna OR corriere"
	google := data.Stream{Kind: data.OfSource, Name: "google"}
	d.incidents = []data.Incident{crisis(), quiet(), burst(google), campaign(), worded()}
	for n := range d.incidents {
		d.incidents[n].ID = int64(len(d.incidents) - n)
	}
	d.why = reasons()
	return d
}

func at(month time.Month, day, hour, minute int) time.Time {
	return time.Date(2026, month, day, hour, minute, 0, 0, time.UTC)
}

func crisis() data.Incident {
	onset := at(11, 25, 13, 20)
	google := data.Stream{Kind: data.OfSource, Name: "google"}
	return data.Incident{
		Stream: data.Brand, Onset: onset, OpenedAt: onset.Add(40 * time.Minute), WorseAt: onset.Add(3 * time.Hour), Level: data.LevelElevated,
		Parts:    data.LevelParts{Volume: 0.61, Negativity: 0.83, Velocity: 0.71, Reach: 0.62, Spread: 0.667, Risk: 0.05},
		Negative: 37, Mentions: 52, Expected: 48.9, Usual: 0.18,
		Alarms: []data.Alarm{
			{Stream: data.Brand, Detector: data.NegativesDetector, At: onset.Add(40 * time.Minute), Window: 2 * time.Hour, Observed: 9, Expected: 1.2, Mentions: 14, Chance: 0.00019, Score: 3.7},
			{Stream: google, Detector: data.NegativesDetector, At: onset.Add(90 * time.Minute), Window: 2 * time.Hour, Observed: 7, Expected: 0.4, Mentions: 8, Chance: 0.00004, Score: 4.4},
			{Stream: data.Brand, Detector: data.SpreadDetector, At: onset.Add(2 * time.Hour), Window: 6 * time.Hour, Observed: 21, Expected: 1.9, Of: 4, Mentions: 30, Chance: 0.0000004, Score: 6.4},
			{Stream: data.Brand, Detector: data.ShareDetector, At: onset.Add(3 * time.Hour), Window: 72 * time.Hour, Observed: 34, Mentions: 76, Usual: 0.18, Limit: 22, Chance: 0.0002, Score: 3.7},
			{Stream: data.Brand, Detector: data.RiskDetector, At: onset.Add(3 * time.Hour), Window: 24 * time.Hour, Observed: 1, Expected: 0.04, Groups: data.WatchSet(0).With("health"), Mention: 5},
			{Stream: data.Brand, Detector: data.NegativesDetector, At: onset.Add(4 * time.Hour), Window: 6 * time.Hour, Observed: 30, Expected: 2.9, Mentions: 41, Chance: 1e-9, Score: 9},
		},
	}
}

func quiet() data.Incident {
	onset := at(11, 12, 7, 0)
	return data.Incident{
		Stream: data.Brand, Onset: onset, OpenedAt: onset.Add(20 * time.Hour), WorseAt: onset.Add(20 * time.Hour), ClosedAt: onset.Add(41 * time.Hour), Level: data.LevelWatch,
		Parts: data.LevelParts{Volume: 0.2, Negativity: 0.55, Velocity: 0.3}, Negative: 14, Mentions: 26, Expected: 21, Usual: 0.18, Verdict: data.NotCrisis,
		Alarms: []data.Alarm{{Stream: data.Brand, Detector: data.ShareDetector, At: onset.Add(20 * time.Hour), Window: 72 * time.Hour, Observed: 14, Mentions: 26, Usual: 0.18, Limit: 10}},
	}
}

func burst(s data.Stream) data.Incident {
	onset := at(10, 3, 18, 0)
	return data.Incident{
		Stream: s, Onset: onset, OpenedAt: onset.Add(2 * time.Hour), ClosedAt: onset.Add(5 * time.Hour), Level: data.LevelWatch,
		Parts: data.LevelParts{Volume: 0.5, Negativity: 0.4, Velocity: 0.6, Reach: 0.1}, Negative: 11, Mentions: 12, Expected: 1.5, Usual: 0.1, Verdict: data.Useful,
		Alarms: []data.Alarm{{Stream: s, Detector: data.NegativesDetector, At: onset.Add(2 * time.Hour), Window: 2 * time.Hour, Observed: 9, Expected: 0.3, Mentions: 10, Chance: 1e-7}},
	}
}

func campaign() data.Incident {
	onset := at(9, 14, 6, 0)
	return data.Incident{
		Stream: data.Brand, Onset: onset, OpenedAt: onset.Add(time.Hour), ClosedAt: onset.Add(30 * time.Hour), Level: data.LevelElevated, Expect: true,
		Parts: data.LevelParts{Volume: 1, Reach: 1, Velocity: 0.6}, Negative: 31, Mentions: 1412, Expected: 210, Usual: 0.18,
		Alarms: []data.Alarm{{Stream: data.Brand, Detector: data.SurgeDetector, At: onset.Add(time.Hour), Window: time.Hour, Observed: 412, Expected: 95, Busier: 3, Of: 360}},
	}
}

func worded() data.Incident {
	onset := at(6, 2, 9, 41)
	return data.Incident{
		Stream: data.Stream{Kind: data.OfTopic, Name: "Consegne"}, Onset: onset, OpenedAt: onset, ClosedAt: onset.Add(50 * time.Hour), Level: data.LevelCrisis,
		Parts: data.LevelParts{Volume: 0.8, Negativity: 1, Velocity: 0.8, Reach: 0.5, Spread: 0.6, Risk: 1}, Negative: 3, Mentions: 4, Expected: 3, Usual: 0.18,
		Alarms: []data.Alarm{{Stream: data.Brand, Detector: data.RiskDetector, At: onset, Window: 24 * time.Hour, Observed: 1, Expected: 0.02, Groups: data.WatchSet(0).With("health").With("law"), Mention: 9}},
	}
}

func reasons() data.Why {
	term := func(t string, negative, neutral, positive int, ratio float64) data.Driver {
		return data.Driver{Term: t, Totals: data.Totals{Negative: negative, Neutral: neutral, Positive: positive}, Ratio: ratio}
	}
	part := func(name string, negative, neutral, positive int, ratio float64) data.PartShare {
		return data.PartShare{Name: name, Now: data.Totals{Negative: negative, Neutral: neutral, Positive: positive}, Ratio: ratio}
	}
	row := func(n int, author, source, text string, reach int64) data.Row {
		id := data.ID(at(11, 25, 13+n, 20).Unix() << 20)
		return data.Row{ID: id, Source: source, Author: author, Snippet: text, PublishedAt: id.PublishedAt(), Label: data.Negative, Status: data.StatusOpen, Reach: reach, Tags: []string{"rimborso"}}
	}
	return data.Why{
		Read: 52, Total: 52,
		Terms: []data.Driver{
			term("rimborso", 19, 4, 1, 9.1), term("due ore di attesa", 14, 3, 1, 6), term("#vetrina", 12, 5, 1, 0), term("focaccia", 2, 3, 8, 1.1), term("consegna", 6, 3, 3, 1.4),
		},
		ByReach: []data.AuthorShare{
			{Author: "@fornaio_mi", Query: `author:"fornaio_mi"`, Mentions: 3, Negative: 3, Reach: 18400},
			{Author: "Marta R.", Query: `author:"Marta R."`, Mentions: 1, Negative: 1, Reach: 2210},
			{Author: "una persona con un nome davvero molto lungo", Query: `author:"x"`, Mentions: 1, Reach: data.Unknown},
		},
		ByCount: []data.AuthorShare{
			{Author: "Paolo V.", Query: `author:"Paolo V."`, Mentions: 7, Negative: 6, Reach: 90},
			{Author: "@fornaio_mi", Query: `author:"fornaio_mi"`, Mentions: 3, Negative: 3, Reach: 18400},
		},
		Sources: []data.PartShare{part("google", 18, 4, 2, 6.2), part("instagram", 11, 3, 2, 3.4), part("mastodon", 5, 2, 1, 2), part("forum", 3, 1, 0, 0)},
		Topics:  []data.PartShare{part("Consegne", 6, 3, 3, 1.4)},
		Carried: []data.Row{
			row(1, "@fornaio_mi", "instagram", "Ma davvero avete messo quella frase in vetrina?", 18400),
			row(0, "Marta R.", "google", "Due ore di attesa e nessuna scusa 😡 mai più, e il rimborso non arriva", 2210),
			row(2, "@luca@mastodon.uno", "mastodon", "Ho visto la vetrina: imbarazzante", 900),
		},
		First: row(0, "Marta R.", "google", "Due ore di attesa e nessuna scusa 😡 mai più, e il rimborso non arriva", 2210),
	}
}
