package inbox

import (
	"context"

	"vedetta/data"
)

func (m *memory) Views(context.Context) ([]data.SavedView, error) { return m.saved, m.fail }

func (m *memory) SaveView(context.Context, data.SavedView) (undoing, error) {
	return m.change(nil, nil)
}

func (m *memory) DeleteView(context.Context, int64) (undoing, error) { return m.change(nil, nil) }

func (m *memory) OrderViews(context.Context, []int64) (undoing, error) { return m.change(nil, nil) }

func (m *memory) Askable(context.Context) (data.Known, error) {
	return data.Known{Sources: []string{"google", "facebook"}, Tags: []string{"attesa lunga"}, Now: noon}, m.fail
}

func (m *memory) Today(context.Context) (data.Today, error) { return m.today, m.fail }
