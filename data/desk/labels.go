package desk

import (
	"context"
	"log/slog"

	"vedetta/data"
	"vedetta/data/sentiment"
	"vedetta/data/store"
)

// labeller is what labels mentions now: it is replaced whole when the model or
// the words to watch change, so that work under way keeps one of them.
type labeller struct {
	model *sentiment.Model
	id    int64 // of the model in the workspace
	watch *sentiment.WatchWords
}

// label fills in the sentiment of a mention, without the words that decided.
func (l *labeller) label(m *data.Mention) {
	m.Sentiment = l.model.Classify(l.inputOf(m))
	l.complete(m)
}

// explain fills in the sentiment with the words that decided.
func (l *labeller) explain(m *data.Mention) {
	m.Sentiment = l.model.Explain(l.inputOf(m))
	l.complete(m)
}

func (l *labeller) complete(m *data.Mention) {
	if m.Lang == "" && m.Sentiment.Lang != sentiment.OtherLanguage {
		m.Lang = m.Sentiment.Lang
	}
	m.Sentiment.Model = l.id
}

func (l *labeller) inputOf(m *data.Mention) sentiment.Input {
	in := inputOf(m)
	in.Watch = l.watch
	return in
}

func inputOf(m *data.Mention) sentiment.Input {
	return sentiment.Input{Text: classified(m), Lang: m.Lang, Rating: m.Rating}
}

// classified is the text that the label rests on.
func classified(m *data.Mention) string {
	if m.Title == "" {
		return m.Text
	}
	return m.Title + "\n" + m.Text
}

// loadLabels takes the workspace's model and words to watch into use. A
// workspace that another model labelled, or none, is labelled anew.
func (d *Desk) loadLabels(ctx context.Context) error {
	models, err := d.store.Models(ctx)
	if err != nil {
		return err
	}
	shipped := sentiment.Shipped()
	used := data.ModelInfo{Name: shipped.Name}
	known := false
	for _, m := range models {
		if m.InUse && m.Name == shipped.Name {
			used, known = m, true
		}
	}
	if !known {
		if used.ID, err = d.store.AddModel(ctx, used); err != nil {
			slog.Warn("the model is not noted in the workspace", "error", err) // a full disk keeps nobody from reading
		}
	}
	watch, err := d.readWatchWords(ctx)
	if err != nil {
		return err
	}
	d.use(used, watch)
	return nil
}

func (d *Desk) use(m data.ModelInfo, watch *sentiment.WatchWords) {
	l := &labeller{model: sentiment.Shipped(), id: m.ID, watch: watch}
	if m.Adapted() {
		a, err := sentiment.DecodeAdaptation([]byte(m.Adaptation))
		if err != nil {
			slog.Warn("the adaptation cannot be read; the model labels without it", "error", err)
		}
		l.model = l.model.With(a)
	}
	d.labels.Store(l)
}

// ModelState tells what labels the mentions and how well.
func (d *Desk) ModelState(ctx context.Context) (data.ModelState, error) {
	var state data.ModelState
	models, err := d.store.Models(ctx)
	if err != nil {
		return state, err
	}
	for _, m := range models {
		if m.InUse {
			state.Model = m
		}
	}
	if state.Rescoring, err = d.store.Rescoring(ctx); err != nil {
		return state, err
	}
	audits, err := d.store.Audits(ctx)
	for i := range audits {
		if audits[i].Measured() {
			state.Audit = &audits[i]
			break
		}
	}
	return state, err
}

// Models lists what has labelled the workspace's mentions, newest first.
func (d *Desk) Models(ctx context.Context) ([]data.ModelInfo, error) { return d.store.Models(ctx) }

// UseModel goes back to a model and labels all mentions anew with it.
func (d *Desk) UseModel(ctx context.Context, m data.ModelInfo) error {
	if err := d.store.UseModel(ctx, m.ID); err != nil {
		return err
	}
	d.use(m, d.labels.Load().watch)
	d.modelChanged()
	return nil
}

func (d *Desk) modelChanged() {
	d.rescorer.kick()
	d.events.ModelChanged.Fire(struct{}{})
}

// Classify finds the sentiment of any text as the shipped model does; lang
// fixes the language where it is not "".
func Classify(text, lang string) data.Sentiment {
	return sentiment.Shipped().Classify(sentiment.Input{Text: text, Lang: lang})
}

// Explain is Classify with the words that decided.
func Explain(text, lang string) data.Sentiment {
	return sentiment.Shipped().Explain(sentiment.Input{Text: text, Lang: lang})
}

// lessonsFrom brings what the person said to the form that the model learns
// from; a label that was let pass counts a quarter.
func lessonsFrom(read []store.Lesson) []sentiment.Correction {
	const letPass = 0.25
	all := make([]sentiment.Correction, len(read))
	for i := range read {
		weight := 1.0
		if !read[i].Given {
			weight = letPass
		}
		all[i] = sentiment.Correction{Input: inputOf(&read[i].Mention), Label: read[i].Label, Weight: weight}
	}
	return all
}
