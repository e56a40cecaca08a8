package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
)

// MentionRow is a mention in a list: the colour of its label, who and when,
// the text in one line, chips. It is made once and filled often.
type MentionRow struct {
	widget.BaseWidget
	env    *Env
	shown  rowWords
	label  data.Label
	blank  bool
	marked bool
	fold   RowFold
	under  bool // it stands below the row that it is a copy of

	back, bar             *canvas.Rectangle
	author, meta, snippet *canvas.Text
	mark                  *canvas.Text
	chips                 [rowChips]rowChip
	badge                 *rowBadge
}

// rowChips is the most chips that a row shows.
const rowChips = 6

type rowChip struct {
	back *canvas.Rectangle
	text *canvas.Text
}

// rowHeight leaves room for three lines; rowLeft is where they begin.
const rowHeight, rowLeft float32 = 80, 28

// NewMentionRow makes an empty row.
func NewMentionRow(env *Env) *MentionRow {
	r := &MentionRow{
		env: env, blank: true, back: box(0), bar: box(2),
		author: canvas.NewText("", nil), meta: canvas.NewText("", nil), snippet: canvas.NewText("", nil), mark: canvas.NewText("✓", nil),
		badge: newRowBadge(),
	}
	for i := range r.chips {
		r.chips[i] = rowChip{box(6), canvas.NewText("", nil)}
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set fills the row; marked shows that it belongs to the marked ones.
func (r *MentionRow) Set(row data.Row, now time.Time, marked bool) {
	r.shown, r.label, r.blank, r.marked = wordsOf(r.env, row, now), row.Label, false, marked
	r.under = row.CopyOf != 0
	r.Refresh()
}

// Clear empties the row, while its mention is on the way.
func (r *MentionRow) Clear() {
	r.shown, r.blank, r.marked, r.fold = rowWords{}, true, false, RowFold{}
	r.under = false
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *MentionRow) CreateRenderer() fyne.WidgetRenderer {
	p := &painter{objects: []fyne.CanvasObject{r.back, r.bar, r.author, r.meta, r.snippet, r.mark}}
	for _, c := range r.chips {
		p.objects = append(p.objects, c.back, c.text)
	}
	p.objects = append(p.objects, r.badge)
	p.min = func() fyne.Size { return fyne.NewSize(120, rowHeight) }
	p.layout = func(fyne.Size) { r.paint() }
	p.paint = r.paint
	return p.done()
}

// paint fills and places everything: widths depend on the texts.
func (r *MentionRow) paint() {
	size := r.Size()
	place(r.back, 0, 0, size.Width, size.Height)
	r.back.FillColor = theme.Color(ColorNone)
	if r.marked {
		r.back.FillColor = theme.Color(ColorAccentTint)
	}
	r.bar.Hidden = r.blank
	r.bar.FillColor = theme.Color(FillOf(r.label))
	left := rowLeft
	if r.under {
		left += underIndent
	}
	place(r.bar, left-16, 9, 4, size.Height-18)
	room := max(size.Width-left-12, 0)
	r.mark.Hidden = !r.marked
	Strong.In(ColorAccentText).dress(r.mark, "✓")
	place(r.mark, size.Width-26, 9, 14, 17)
	r.paintLines(left, room)
	y := size.Height - 9 - chipHeight
	r.paintChips(left, left+room-r.paintBadge(left+room, y), y)
}

// paintBadge places the badge before the right end and tells how much room it
// takes.
func (r *MentionRow) paintBadge(right, y float32) float32 {
	r.badge.Hidden = r.shown.copies == ""
	if r.badge.Hidden {
		return 0
	}
	r.badge.set(r.shown.copies, r.fold)
	w := r.badge.MinSize().Width
	place(r.badge, right-w, y, w, chipHeight)
	return w + 4
}

func (r *MentionRow) paintLines(left, room float32) {
	if r.marked {
		room -= 18
	}
	author := Strong.fit(r.shown.author, room*0.6)
	Strong.dress(r.author, author)
	w := Strong.measure(author).Width
	place(r.author, left, 8, w, 18)
	Caption.dress(r.meta, Caption.fit(r.shown.meta, room-w-6))
	place(r.meta, left+w+6, 9, room-w-6, 16)
	Body.dress(r.snippet, Body.fit(r.shown.snippet, room))
	place(r.snippet, left, 28, room, 18)
}

// paintChips shows as many chips as fit.
func (r *MentionRow) paintChips(x, right, y float32) {
	for i := range r.chips {
		c := r.chips[i]
		c.back.Hidden, c.text.Hidden = true, true
		if i >= len(r.shown.chips) {
			continue
		}
		t := r.shown.chips[i]
		style := Caption.In(t.Tone.Text())
		size := style.measure(t.Text)
		w := size.Width + 2*chipMargin
		if x+w > right {
			x = right
			continue
		}
		c.back.Hidden, c.text.Hidden = false, false
		c.back.FillColor = theme.Color(t.Tone.Tint())
		style.dress(c.text, t.Text)
		place(c.back, x, y, w, chipHeight)
		place(c.text, x+chipMargin, y+(chipHeight-size.Height)/2, w-chipMargin, size.Height)
		x += w + 4
	}
}
