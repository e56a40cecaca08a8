package inbox

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// noteEntry is the person's note; it is stored when the field is left.
type noteEntry struct {
	widget.Entry
	focused bool
	leave   func()
	save    func(string)
}

func newNoteEntry(hint string, leave func()) *noteEntry {
	e := &noteEntry{leave: leave}
	e.MultiLine, e.Wrapping, e.PlaceHolder = true, fyne.TextWrapWord, hint
	e.SetMinRowsVisible(2)
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab is false: tab goes on to the next field.
func (e *noteEntry) AcceptsTab() bool { return false }

// FocusGained notes that the person is writing.
func (e *noteEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
}

// FocusLost stores the note.
func (e *noteEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.save != nil {
		e.save(e.Text)
	}
}

// TypedKey leaves the field on Esc.
func (e *noteEntry) TypedKey(k *fyne.KeyEvent) {
	if kit.HelpKey(e, k) {
		return
	}
	if k.Name == fyne.KeyEscape {
		e.leave()
		return
	}
	e.Entry.TypedKey(k)
}

// suggestions is how many known tags are offered while typing.
const suggestions = 6

// tagField takes a new tag and offers those in use.
type tagField struct {
	presenter *Presenter
	entry     *tagEntry
	offers    *fyne.Container
	root      *fyne.Container
	done      func()
}

func newTagField(env *kit.Env, p *Presenter, done func()) *tagField {
	f := &tagField{presenter: p, offers: kit.Flow(4), done: done}
	f.entry = &tagEntry{field: f}
	f.entry.PlaceHolder = env.Words.Text("inbox.tag.hint")
	f.entry.OnChanged = func(string) { f.offer() }
	f.entry.OnSubmitted = f.add
	f.entry.ExtendBaseWidget(f.entry)
	f.root = kit.NewDown(4, f.entry, f.offers)
	f.root.Hide()
	return f
}

func (f *tagField) open() {
	f.entry.SetText("")
	f.offer()
	f.root.Show()
}

func (f *tagField) close() { f.root.Hide() }

func (f *tagField) add(tag string) {
	f.close()
	f.presenter.AddTag(tag)
	f.done()
}

// offer shows the tags in use that begin as typed.
func (f *tagField) offer() {
	f.offers.RemoveAll()
	for _, tag := range f.matching() {
		f.offers.Add(kit.NewChip(kit.Plain(tag), kit.ToneAccent, func() { f.add(tag) }, nil))
	}
	f.root.Refresh()
}

func (f *tagField) matching() []string {
	var out []string
	typed := strings.ToLower(strings.TrimSpace(f.entry.Text))
	for _, t := range f.presenter.Tags() {
		if strings.HasPrefix(strings.ToLower(t.Tag), typed) && len(out) < suggestions {
			out = append(out, t.Tag)
		}
	}
	return out
}

// tagEntry completes with tab and leaves on Esc.
type tagEntry struct {
	widget.Entry
	field *tagField
}

// AcceptsTab is true while there is something to complete.
func (e *tagEntry) AcceptsTab() bool { return e.Text != "" && len(e.field.matching()) > 0 }

// TypedKey completes or leaves.
func (e *tagEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.field.close()
		e.field.done()
	case fyne.KeyTab:
		if m := e.field.matching(); len(m) > 0 {
			e.SetText(m[0])
			e.CursorColumn = len([]rune(m[0]))
		}
	default:
		e.Entry.TypedKey(k)
	}
}
