package report

import (
	"time"

	"vedetta/data"
)

// oysters is the crisis of a fishmonger on its second day.
func oysters() data.CrisisFile {
	onset := time.Date(2026, 11, 23, 7, 20, 0, 0, time.UTC)
	at := func(hours float64) time.Time { return onset.Add(time.Duration(hours * float64(time.Hour))) }
	f := data.CrisisFile{
		Business: "Pescheria Aurora", MadeAt: at(27), Zone: rome, Masked: true, PlaybookName: "Sicurezza alimentare",
		Crisis: data.Crisis{
			Issue: 1, Title: "Intossicazioni dopo le ostriche di sabato", Severity: 3, DeclaredAt: at(2), Onset: onset,
			DetectedAt: at(1.5), ImportedAt: at(1.4), Type: data.CrisisHumanHarm, Playbook: "food_safety",
			Strategies: []data.Strategy{data.StrategyInform, data.StrategyApology},
		},
		Mentions: data.Totals{Negative: 137, Neutral: 41, Positive: 6},
		Voices: []data.Row{
			{Author: "Autore 3", Source: "google", Snippet: "Mio figlio è stato male tutta la notte 😡 e nessuno risponde al telefono"},
			{Author: "Autore 12", Source: "x", Snippet: "Quindi le ostriche erano vecchie di una settimana? Vergogna."},
		},
		Questions: []data.Question{{ID: 1, Question: "Il lotto è stato venduto anche altrove?"}, {ID: 2, Question: "Come si chiede il rimborso?", Answer: "Con lo scontrino, in negozio o per telefono, fino al 31 dicembre."}},
		Stakeholders: []data.Stakeholder{
			{ID: 1, Group: "staff", Channel: "riunione", ToldAt: at(2.5)},
			{ID: 2, Group: "authority", Name: "ASL, igiene degli alimenti", Channel: "telefono", Contact: "010 555 0100", ToldAt: at(3), Note: "Protocollo 4411"},
			{ID: 3, Group: "insurer", Channel: "e-mail", Contact: "sinistri@assicura.example"},
		},
		Promises: []data.Promise{{ID: 1, Kind: "update", Text: "Il risultato delle analisi", DueAt: at(50)}, {ID: 2, Kind: "change", Text: "Controllo doppio della catena del freddo", DueAt: at(200)}},
		Review:   data.Review{Worked: "Il primo comunicato in 50 minuti.", Failed: "Due telefonate dei clienti senza risposta."},
		Criteria: []data.Criterion{{Key: "calm_days", Known: true}, {Key: "promises_kept", Known: true, Met: true}, {Key: "sentiment_back"}},
	}
	f.Numbers = oystersNumbers(onset)
	f.Steps, f.Claims, f.Log = oystersSteps(at), oystersClaims(at), oystersLog(at)
	f.Statements = []data.Statement{
		{ID: 1, Kind: data.StatementHolding, State: data.ReplySent, SentAt: at(2.2), Channels: "Instagram, sito", Text: "Siamo a conoscenza di malesseri dopo le ostriche vendute sabato. Il nostro primo pensiero va alle persone coinvolte. Stiamo verificando i fatti e abbiamo ritirato il lotto. Daremo un aggiornamento entro le 18 su Instagram."},
		{ID: 2, Kind: data.StatementApology, State: data.ReplySent, SentAt: at(22), Channels: "Instagram", Text: "Chiediamo scusa. La cella si è fermata nella notte e il controllo del mattino non è stato fatto: toccava a noi. Rimborsiamo tutti, con o senza scontrino."},
		{ID: 3, Kind: data.StatementClosing, State: data.ReplyDraft, Text: "Le analisi …"},
	}
	f.Effects = []data.Effect{
		{Statement: 1, At: at(2.2), BeforeN: 31, AfterN: 88, BeforeNeg: 27, AfterNeg: 70, Change: -0.08, Low: -0.2, High: 0.09},
		{Statement: 2, At: at(22), BeforeN: 60, AfterN: 72, BeforeNeg: 50, AfterNeg: 21, Change: -0.54, Low: -0.66, High: -0.38, Clear: true},
	}
	p := data.Period{From: onset.Truncate(time.Hour).Add(-24 * time.Hour), To: at(28).Truncate(time.Hour)}
	f.Series = data.Timeline{Step: data.Hourly, Buckets: data.Buckets(p, data.Hourly, rome)}
	for i := range f.Series.Buckets {
		b := &f.Series.Buckets[i]
		b.Neutral, b.Positive = 1+i%3, i%2
		if i > 23 {
			b.Negative = []int{2, 9, 14, 16, 12, 9, 7, 6, 5, 4, 3, 3, 2, 1}[min(i-24, 13)]
		}
	}
	return f
}

func oystersNumbers(onset time.Time) data.CrisisNumbers {
	return data.CrisisNumbers{
		SinceOnset: 27 * time.Hour, DataLatency: 84 * time.Minute, RuleLatency: 6 * time.Minute, FirstPublic: 132 * time.Minute,
		Holding: 132 * time.Minute, HoldingTarget: time.Hour, NextUpdate: onset.Add(30 * time.Hour), NegativeHour: 1, PeakHour: 16,
		PeakHourAt: onset.Add(3 * time.Hour), Answered: 61, Answerable: 92, OldestWaiting: 19 * time.Hour, Mentions: 211, Negative: 148,
		Excess: 170.6, PeakFactor: 7.4, PeakDay: onset.Truncate(24 * time.Hour), BaselineNSS: 31, BaselineN: 610, NSS: -22, NSSN: 240,
		LowestNSS: -58, LowestN: 180, Recovery: 0.4, BaselineDays: 28, BaselineDaily: 21.8, ExcessNegative: 130, Impact: 21.3,
		Enough: true, RecoveryTime: -1, Duration: -1,
	}
}

func oystersSteps(at func(float64) time.Time) []data.CrisisStep {
	step := func(phase data.Phase, title, owner string, minutes int, done time.Time) data.CrisisStep {
		return data.CrisisStep{
			PlaybookStep: data.PlaybookStep{Key: title, Phase: phase, Title: title, Owner: owner, Minutes: minutes},
			DueAt:        at(2).Add(time.Duration(minutes) * time.Minute), DoneAt: done,
		}
	}
	steps := []data.CrisisStep{
		step(data.PhaseAssess, "Fermare tutti i post programmati", "social", 5, at(2.05)),
		step(data.PhaseAssess, "Mettere da parte tutto il lotto", "banco", 10, at(2.1)),
		step(data.PhaseAcknowledge, "Chiamare chi è stato male", "titolare", 30, at(2.4)),
		step(data.PhaseInform, "Pubblicare il primo comunicato", "titolare", 60, at(2.2)),
		step(data.PhaseInform, "Avvisare l’assicurazione", "titolare", 240, time.Time{}),
		step(data.PhaseRecover, "Pubblicare il risultato delle analisi", "titolare", 4000, time.Time{}),
	}
	steps[2].Note = "Tre famiglie sentite, due in ospedale per accertamenti"
	return steps
}

func oystersClaims(at func(float64) time.Time) []data.Claim {
	return []data.Claim{
		{ID: 1, Text: "La cella frigorifera si è fermata nella notte", Finding: data.FindingConfirmed, Source: "registro della cella", Mentions: 12, ChangedAt: at(9)},
		{ID: 2, Text: "Le ostriche erano vecchie di una settimana", Finding: data.FindingFalse, Correction: "Erano arrivate il venerdì", Source: "bolla 2231", Mentions: 44, ChangedAt: at(5)},
		{ID: 3, Text: "Ci sono più di dieci persone in ospedale", Finding: data.FindingOpen, Mentions: -1, ChangedAt: at(4)},
	}
}

func oystersLog(at func(float64) time.Time) []data.LogEntry {
	return []data.LogEntry{
		{ID: 1, At: at(2), Author: "Anna", Kind: data.LogDeclared, Rest: map[string]any{"level": 3.0, "type": "human_harm"}},
		{ID: 2, At: at(2.05), Author: "Anna", Kind: data.LogStepDone, Rest: map[string]any{"title": "Fermare tutti i post programmati"}},
		{ID: 3, At: at(3), Author: "Anna", Kind: data.LogNote, Text: "Parlato con la ASL: ritirare anche il lotto di venerdì, avvisare il fornitore e tenere da parte dieci pezzi per le analisi."},
	}
}
