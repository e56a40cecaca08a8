package settings

import (
	"context"
	"time"

	"vedetta/data"
)

// labelling is what the settings ask about the labels of mentions.
type labelling interface {
	ModelState(ctx context.Context) (data.ModelState, error)
	Models(ctx context.Context) ([]data.ModelInfo, error)
	UseModel(ctx context.Context, m data.ModelInfo) error
	Audits(ctx context.Context) ([]data.Audit, error)
	Corrections(ctx context.Context) (given, missing int, err error)
	Teach(ctx context.Context) (data.ModelInfo, error)
	PauseRescoring(ctx context.Context, paused bool) error
	WatchList(ctx context.Context, lang string) (list string, own bool, err error)
	SetWatchList(ctx context.Context, lang, list string) error
}

// model is what labels the mentions, and what the person taught it.
type model struct {
	state          data.ModelState
	models         []data.ModelInfo
	auditing       bool // an audit was begun and not ended
	given, missing int  // corrections
	began          time.Time
	beganAt        int // mentions labelled anew when the screen first saw it
}

func readModel(ctx context.Context, d Desk) (m model, err error) {
	if m.state, err = d.ModelState(ctx); err != nil {
		return m, err
	}
	if m.models, err = d.Models(ctx); err != nil {
		return m, err
	}
	audits, err := d.Audits(ctx)
	if err != nil {
		return m, err
	}
	m.auditing = len(audits) > 0 && audits[0].EndedAt.IsZero()
	m.given, m.missing, err = d.Corrections(ctx)
	return m, err
}

// since keeps when labelling anew was first seen, for the time that is left.
func (m model) since(old model) model {
	now, before := m.state.Rescoring, old.state.Rescoring
	if before.Running() && now.Running() && now.Done >= before.Done && !old.began.IsZero() {
		m.began, m.beganAt = old.began, old.beganAt
	} else if now.Running() {
		m.began, m.beganAt = time.Now(), now.Done
	}
	return m
}

// Model is what labels the mentions and how well.
func (p *Presenter) Model() data.ModelState { return p.model.state }

// Models are those that can be gone back to.
func (p *Presenter) Models() []data.ModelInfo { return p.model.models }

// Auditing tells whether an audit was begun and not ended.
func (p *Presenter) Auditing() bool { return p.model.auditing }

// Corrections counts the person's labels and how many are missing until the
// model learns again.
func (p *Presenter) Corrections() (given, missing int) { return p.model.given, p.model.missing }

// Left is how long labelling anew still takes; false while that is not known.
func (p *Presenter) Left() (time.Duration, bool) {
	r := p.model.state.Rescoring
	done := r.Done - p.model.beganAt
	if !r.Running() || done <= 0 {
		return 0, false
	}
	return time.Since(p.model.began) * time.Duration(r.Total-r.Done) / time.Duration(done), true
}

// UseModel goes back to a model.
func (p *Presenter) UseModel(m data.ModelInfo) {
	p.store(func(ctx context.Context) error { return p.desk.UseModel(ctx, m) })
}

// Teach lets the model learn from the corrections now.
func (p *Presenter) Teach() {
	p.store(func(ctx context.Context) error {
		_, err := p.desk.Teach(ctx)
		return err
	})
}

// PauseRescoring stops labelling anew, or lets it go on.
func (p *Presenter) PauseRescoring(paused bool) {
	p.store(func(ctx context.Context) error { return p.desk.PauseRescoring(ctx, paused) })
}

// WatchList hands the words to watch of a language to show.
func (p *Presenter) WatchList(lang string, show func(list string)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		list, _, err := p.desk.WatchList(ctx, lang)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			show(list)
		}
	})
}

// SetWatchList stores the words to watch of a language, "" for the program's
// own, and calls done.
func (p *Presenter) SetWatchList(lang, list string, done func()) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.SetWatchList(ctx, lang, list)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			done()
		}
	})
}
