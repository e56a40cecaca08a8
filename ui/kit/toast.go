package kit

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data/job"
)

// Toast is a short line at the foot of the window that says what was done,
// perhaps with a button to take it back. A new one takes the old one's place.
type Toast struct {
	widget.BaseWidget
	action *Button
	holder *fyne.Container
	fading *job.Loader
	stays  time.Duration
}

// NewToast makes a hidden toast that stays until the next one or Dismiss.
func NewToast() *Toast {
	t := &Toast{action: NewSmallButton(Secondary, "", nil), holder: container.New(foot{})}
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Fade lets every later toast vanish by itself after some time.
func (t *Toast) Fade(d job.Dispatcher, after time.Duration) {
	t.fading, t.stays = job.NewLoader(d), after
}

// Say shows a text.
func (t *Toast) Say(text string) { t.Offer(text, "", nil) }

// Offer shows a text with a button that takes back what it tells. All but the
// holder is made anew: Fyne forgets how what was hidden for a minute looked,
// and does not lay it out again.
func (t *Toast) Offer(text, undo string, onUndo func()) {
	t.action = NewSmallButton(Secondary, undo, func() {
		t.Dismiss()
		onUndo()
	})
	t.action.Hidden = onUndo == nil
	dismiss := NewSmallButton(Quiet, "×", t.Dismiss)
	panel := NewPanel(Inset(8, 8, 16, 8, Between(Gap, nil, NewLine(Body, Plain(OneLine(text))), Row(Gap, t.action, dismiss))))
	panel.SetColors(ColorAccentTint, ColorAccent)
	t.holder.Objects = []fyne.CanvasObject{panel}
	t.Show()
	t.holder.Refresh()
	if t.fading != nil {
		t.fading.Load(func(ctx context.Context) func() {
			job.Rest(ctx, t.stays)
			return t.Hide
		})
	}
}

// Dismiss takes the toast away.
func (t *Toast) Dismiss() {
	if t.fading != nil {
		t.fading.Cancel()
	}
	t.Hide()
}

// CreateRenderer is Fyne's.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(t.holder)
}

// foot lays an object out at the left of the foot, where it covers no buttons:
// those that end something stand at the right.
type foot struct{}

// Layout is Fyne's.
func (foot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return // nothing was told yet
	}
	const most, margin = 560, 20
	h := objects[0].MinSize().Height
	w := min(size.Width-2*margin, most)
	place(objects[0], margin, size.Height-h-margin, w, h)
}

// MinSize is Fyne's.
func (foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
