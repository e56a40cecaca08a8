package kit

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
)

// ErrorStrip says what failed and what to do, above content that stays as it
// was. It is hidden while nothing failed.
type ErrorStrip struct {
	widget.BaseWidget
	words         *assets.Words
	message, hint *Para
	retry         *Button
	panel         *Panel
}

// NewErrorStrip makes a hidden strip.
func NewErrorStrip(words *assets.Words) *ErrorStrip {
	e := &ErrorStrip{words: words, message: NewPara(Strong.In(ColorNegativeText), ""), hint: NewPara(Body, "")}
	e.retry = NewButton(Secondary, words.Text("kit.retry"), nil)
	e.retry.Hide()
	dismiss := NewSmallButton(Quiet, words.Text("kit.dismiss"), e.Hide)
	text := NewDown(2, e.message, e.hint)
	e.panel = NewPanel(Inset(12, 12, 16, 12, Between(Gap, nil, text, Row(Gap, e.retry, dismiss))))
	e.panel.SetColors(ColorNegativeTint, ColorNegative)
	e.ExtendBaseWidget(e)
	e.Hide()
	return e
}

// OnRetry offers a button that tries again.
func (e *ErrorStrip) OnRetry(again func()) {
	e.retry.onTapped = again
	e.retry.Hidden = again == nil
}

// Fail shows an error; nil and what the person stopped himself hide the
// strip.
func (e *ErrorStrip) Fail(err error) {
	if err == nil || data.CodeOf(err) == data.ErrCancelled {
		e.Hide()
		return
	}
	if data.CodeOf(err) == data.ErrInternal {
		slog.Error("shown to the person", "cause", err) // the hint sends them to the log
	}
	message, hint := e.words.Explain(err)
	e.message.SetText(Plain(message))
	e.hint.SetText(Plain(hint))
	e.Show()
	e.Refresh()
}

// CreateRenderer is Fyne's.
func (e *ErrorStrip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.panel) }
