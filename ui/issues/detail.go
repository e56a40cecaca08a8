package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// detail is the chosen issue: what it is and what can be done with it above,
// and one of its tabs below.
type detail struct {
	screen *Screen
	shown  int64 // the issue on screen

	title         *lineEntry
	chips         *fyne.Container
	facts, matrix *kit.Para
	clock         *kit.Para
	close, crisis *kit.Button
	status        *kit.Choice

	tabs     *kit.Segmented
	tab      int
	mentions *mentionTab
	alike    *alikeTab
	timeline *timelineTab
	notes    *notesTab
	places   []fyne.CanvasObject // of the tabs
	root     *fyne.Container
}

// The tabs, in their order.
const (
	tabMentions = iota
	tabAlike
	tabTimeline
	tabNotes
)

func newDetail(s *Screen) *detail {
	w, p := s.env.Words, s.presenter
	d := &detail{
		screen: s, chips: kit.Flow(6),
		facts: kit.NewPara(kit.Caption, ""), matrix: kit.NewPara(kit.Body, ""), clock: kit.NewPara(kit.Caption, ""),
		mentions: newMentionTab(s), alike: newAlikeTab(s), timeline: newTimelineTab(s), notes: newNotesTab(s),
	}
	d.title = newLineEntry(w.Text("issues.rename"), p.Rename, d.resetTitle)
	d.title.TextStyle = fyne.TextStyle{Bold: true}
	d.tabs = kit.NewSegmented([]string{
		w.Text("issues.tab.mentions"), w.Text("issues.tab.alike"), w.Text("issues.tab.timeline"), w.Text("issues.tab.notes"),
	}, tabMentions, d.open)
	d.places = []fyne.CanvasObject{d.mentions.root, d.alike.root, d.timeline.root, d.notes.root}
	head := kit.NewCard("", nil, kit.NewDown(kit.Gap, d.title, d.chips, d.facts, d.matrix, d.clock, d.buttons()))
	below := container.NewBorder(kit.Inset(10, 6, 12, 12, kit.Row(0, d.tabs)), nil, nil, nil, container.NewStack(d.places...))
	d.root = kit.NewOver(kit.Edge, head, kit.NewPanel(below))
	d.showTab()
	return d
}

func (d *detail) buttons() fyne.CanvasObject {
	s := d.screen
	w, p := s.env.Words, s.presenter
	row := kit.Flow(kit.Gap)
	kind := kit.Primary
	if s.ways.ReplyToAll != nil {
		row.Add(kit.NewButton(kit.Primary, w.Text("issues.reply"), func() { s.ways.ReplyToAll(p.Chosen()) }))
		kind = kit.Secondary
	}
	row.Add(kit.NewButton(kind, w.Text("issues.inbox"), p.OpenIssue))
	d.crisis = kit.NewButton(kit.Danger, w.Text("issues.crisis"), func() { s.ways.Crisis(p.Chosen()) })
	row.Add(d.crisis)
	row.Add(kit.NewButton(kit.Secondary, w.Text("issues.severity"), s.askSeverity))
	row.Add(kit.NewButton(kit.Secondary, w.Text("issues.due.button"), s.askDue))
	row.Add(kit.NewButton(kit.Secondary, w.Text("issues.merge"), s.askMerge))
	names := make([]string, len(data.IssueStatuses))
	for n, st := range data.IssueStatuses {
		names[n] = p.Status(st)
	}
	d.status = kit.NewChoice(names, -1, func(n int) { p.SetStatus(data.IssueStatuses[n]) })
	row.Add(d.status)
	d.close = kit.NewButton(kit.Secondary, "", d.toggleClosed)
	row.Add(d.close)
	return row
}

func (d *detail) toggleClosed() {
	p := d.screen.presenter
	if i, ok := p.Current(); ok && i.Closed() {
		p.SetStatus(data.IssueOpen)
		return
	}
	p.SetStatus(data.IssueClosed)
}

func (d *detail) resetTitle() {
	if i, ok := d.screen.presenter.Current(); ok {
		d.title.SetText(kit.Plain(i.Title))
	}
	d.screen.env.Window.Canvas().Unfocus()
}

// show brings the chosen issue up to date. What the person is typing stays.
func (d *detail) show() {
	w, p := d.screen.env.Words, d.screen.presenter
	i, ok := p.Detail()
	if !ok {
		d.shown = 0
		return
	}
	fresh := d.shown != i.ID
	d.shown = i.ID
	if fresh || !d.title.focused {
		d.title.SetText(kit.Plain(i.Title))
	}
	d.chips.RemoveAll()
	d.chips.Add(kit.NewChip(i.Level, severityTone(i.Severity), nil, nil))
	if i.Due != "" {
		d.chips.Add(kit.NewChip(i.Due, dueTone(i.Overdue), nil, nil))
	}
	d.facts.SetText(i.Facts)
	d.matrix.SetText(kit.Plain(i.Matrix))
	d.clock.SetText(i.Clock)
	kit.SetShown(d.clock, i.Clock != "")
	d.close.SetText(w.Text("issues.close"))
	if i.Closed() {
		d.close.SetText(w.Text("issues.reopen"))
	}
	for n, st := range data.IssueStatuses {
		if st == i.Status {
			d.status.SetChosen(n)
		}
	}
	kit.SetShown(d.crisis, d.screen.ways.Crisis != nil && i.Severity >= data.IssueIsCrisis)
	d.mentions.show(fresh)
	d.timeline.show()
	d.notes.show(i.ID, i.Notes)
	d.root.Refresh()
}

// open shows a tab.
func (d *detail) open(tab int) {
	d.tab = tab
	d.showTab()
}

func (d *detail) showTab() {
	for n, o := range d.places {
		kit.SetShown(o, n == d.tab)
	}
	d.screen.presenter.Seek(d.tab == tabAlike)
	d.root.Refresh()
}

// lineEntry is a line that Enter or leaving it stores, and Escape resets.
type lineEntry struct {
	widget.Entry
	store   func(string)
	reset   func()
	focused bool
}

func newLineEntry(hint string, store func(string), reset func()) *lineEntry {
	e := &lineEntry{store: store, reset: reset}
	e.PlaceHolder = hint
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	e.OnSubmitted = store
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained notes that the person is typing.
func (e *lineEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
}

// FocusLost stores what was typed.
func (e *lineEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.focused {
		e.focused = false
		e.store(e.Text)
	}
}

// TypedKey handles Escape.
func (e *lineEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.focused = false
		e.reset()
		return
	}
	e.Entry.TypedKey(k)
}
