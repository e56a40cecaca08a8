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
	text   *Text
	action *Button
	panel  *Panel
	fading *job.Loader
	stays  time.Duration
}

// NewToast makes a hidden toast that stays until the next one or Dismiss.
func NewToast() *Toast {
	t := &Toast{text: NewLine(Body, ""), action: NewSmallButton(Secondary, "", nil)}
	dismiss := NewSmallButton(Quiet, "×", t.Dismiss)
	t.panel = NewPanel(Inset(8, 8, 16, 8, Between(Gap, nil, t.text, Row(Gap, t.action, dismiss))))
	t.panel.SetColors(ColorAccentTint, ColorAccent)
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

// Offer shows a text with a button that takes back what it tells.
func (t *Toast) Offer(text, undo string, onUndo func()) {
	t.text.SetText(text)
	t.action.Hidden = onUndo == nil
	t.action.SetText(undo)
	t.action.onTapped = func() {
		t.Dismiss()
		onUndo()
	}
	t.Show()
	t.Refresh()
	if t.fading != nil {
		t.fading.Load(func(ctx context.Context) func() {
			rest(ctx, t.stays)
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
	return widget.NewSimpleRenderer(container.New(foot{}, t.panel))
}

// foot lays an object out at the middle of the foot.
type foot struct{}

// Layout is Fyne's.
func (foot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const most, margin = 560, 20
	h := objects[0].MinSize().Height
	w := min(size.Width-2*margin, most)
	place(objects[0], (size.Width-w)/2, size.Height-h-margin, w, h)
}

// MinSize is Fyne's.
func (foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// rest waits without work; false when the work was given up meanwhile.
func rest(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
