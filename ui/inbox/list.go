package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// mentionList is the virtual list of mentions. It hands the keys to the
// presenter and keeps its place when rows come and go above it.
type mentionList struct {
	widget.List
	presenter *Presenter
	shift     bool
	following bool    // the selection follows the presenter, not the person
	shown     data.ID // the current mention when the list was last shown
	top       data.ID // the mention in the first visible row then
	topAt     int
	pitch     float32 // height of a row with its separator
}

var _ desktop.Keyable = (*mentionList)(nil)

func newMentionList(p *Presenter, create func() fyne.CanvasObject, update func(i int, o fyne.CanvasObject)) *mentionList {
	l := &mentionList{presenter: p}
	l.Length, l.CreateItem = p.Len, create
	l.UpdateItem = func(i int, o fyne.CanvasObject) {
		update(i, o)
		if !l.following {
			l.remember() // rows come into sight when the person scrolls
		}
	}
	l.OnSelected = func(i int) {
		if !l.following {
			p.ChooseAt(i)
		}
	}
	l.pitch = create().MinSize().Height + theme.Padding()
	l.ExtendBaseWidget(l)
	return l
}

// Sync brings the list up to date: the rows in sight stay where they are,
// unless another mention became the current one.
func (l *mentionList) Sync() {
	l.following = true
	defer func() { l.following = false }()
	at, ok := l.presenter.Current()
	if i, found := l.presenter.find(l.top); found && i != l.topAt {
		l.ScrollToOffset(l.GetScrollOffset() + float32(i-l.topAt)*l.pitch)
	}
	offset := l.GetScrollOffset()
	l.UnselectAll()
	if ok {
		l.Highlight(at)
		l.Select(at)
	}
	if l.shown == l.presenter.list.current {
		l.ScrollToOffset(offset)
	}
	l.Refresh()
	l.remember()
}

// remember notes which mention stands at the top.
func (l *mentionList) remember() {
	l.shown = l.presenter.list.current
	l.topAt, l.top = int(l.GetScrollOffset()/l.pitch), 0
	if rows := l.presenter.list.rows; l.topAt < len(rows) {
		l.top = rows[l.topAt].ID
	}
}

// KeyDown notes the shift key, which extends the marks.
func (l *mentionList) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		l.shift = true
	}
}

// KeyUp notes that the shift key was let go.
func (l *mentionList) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		l.shift = false
	}
}

// FocusLost forgets the shift key: its KeyUp goes elsewhere.
func (l *mentionList) FocusLost() {
	l.shift = false
	l.List.FocusLost()
}

// TypedRune does what the letter means.
func (l *mentionList) TypedRune(r rune) {
	if kit.HelpRune(l, r) {
		return
	}
	l.remember()
	l.presenter.TypedRune(r)
}

// TypedKey moves, extends the marks, or clears.
func (l *mentionList) TypedKey(k *fyne.KeyEvent) {
	if kit.HelpKey(l, k) {
		return
	}
	l.remember()
	page := max(1, int(l.Size().Height/l.pitch)-1)
	switch k.Name {
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyPageDown:
		l.step(page)
	case fyne.KeyPageUp:
		l.step(-page)
	case fyne.KeyHome:
		l.step(-Cap)
	case fyne.KeyEnd:
		l.step(Cap)
	case fyne.KeySpace:
		l.presenter.ToggleMark()
	case fyne.KeyEscape:
		l.presenter.Clear()
	}
}

func (l *mentionList) step(rows int) {
	if l.shift {
		l.presenter.Extend(rows)
		return
	}
	l.presenter.Move(rows)
}
