package drills

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"vedetta/ui/kit"
)

const (
	lineWidth, lineHeight = 140, 32
	mostPoints            = 100
)

// newLine draws the scores of before as a small line, the latest as a dot.
func newLine(points []float64) fyne.CanvasObject {
	l := &line{points: points}
	box := &fyne.Container{Layout: l}
	for range max(len(points)-1, 0) {
		segment := canvas.NewLine(theme.Color(kit.ColorAccent))
		segment.StrokeWidth = 2
		box.Add(segment)
	}
	box.Add(canvas.NewCircle(theme.Color(kit.ColorAccent)))
	return box
}

type line struct{ points []float64 }

// MinSize is Fyne's.
func (*line) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(lineWidth, lineHeight) }

// Layout is Fyne's.
func (l *line) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const edge, dot = 4, 7
	at := func(i int) fyne.Position {
		x := size.Width - edge
		if n := len(l.points) - 1; n > 0 {
			x = edge + (size.Width-2*edge)*float32(i)/float32(n)
		}
		return fyne.NewPos(x, edge+(size.Height-2*edge)*float32(1-l.points[i]/mostPoints))
	}
	for i := range len(l.points) - 1 {
		segment := objects[i].(*canvas.Line)
		segment.Position1, segment.Position2 = at(i), at(i+1)
	}
	last := objects[len(objects)-1]
	last.Resize(fyne.NewSize(dot, dot))
	last.Move(at(len(l.points)-1).SubtractXY(dot/2, dot/2))
}
