package assets

import "vedetta/data"

// CrisisType is the name of a type of crisis.
func (w *Words) CrisisType(t data.CrisisType) string { return w.Text("crisis.type." + string(t)) }

// CrisisTypeQuestion is the type in plain words, as a question about what
// happened.
func (w *Words) CrisisTypeQuestion(t data.CrisisType) string {
	return w.Text("crisis.type." + string(t) + ".question")
}

// Cluster says how much responsibility people see.
func (w *Words) Cluster(c data.Cluster) string { return w.Text("crisis.cluster." + string(c)) }

// Strategy is the name of a way to answer.
func (w *Words) Strategy(s data.Strategy) string { return w.Text("crisis.strategy." + string(s)) }

// StrategyWhat says what the strategy does.
func (w *Words) StrategyWhat(s data.Strategy) string {
	return w.Text("crisis.strategy." + string(s) + ".what")
}

// Benoit is the name of one of Benoit's headings.
func (w *Words) Benoit(heading string) string { return w.Text("crisis.benoit." + heading) }

// Advice is the sentence for a piece of advice.
func (w *Words) Advice(a data.Advice) string {
	strategy := ""
	if a.Strategy != "" {
		strategy = w.Strategy(a.Strategy)
	}
	return w.Text("crisis.advice."+a.Rule, "Strategy", strategy)
}

// TypeQuestion asks one of the questions that lead to the type of a crisis.
func (w *Words) TypeQuestion(q data.TypeQuestion) string { return w.Text("crisis.ask." + q.Key) }

// TypeAnswer is one of the answers to it.
func (w *Words) TypeAnswer(q data.TypeQuestion, a data.TypeAnswer) string {
	return w.Text("crisis.ask." + q.Key + "." + a.Key)
}

// Criterion is what must be so before a crisis may be closed.
func (w *Words) Criterion(c data.Criterion) string { return w.Text("crisis.stand_down." + c.Key) }

// PlaybookNote says once that a playbook is no legal advice.
func (w *Words) PlaybookNote() string { return w.Text("crisis.playbook.legal") }
