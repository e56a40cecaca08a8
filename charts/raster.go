package charts

import (
	"image"
	"image/color"
	"image/draw"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// pixels is go-chart's raster renderer, with rectangles filled directly: its
// rasterizer takes four times as long for a chart of bars.
type pixels struct {
	gochart.Renderer
	img draw.Image
}

// onPixels is a renderer provider for an image with a background.
func onPixels(background color.NRGBA) gochart.RendererProvider {
	return func(w, h int) (gochart.Renderer, error) {
		r, err := gochart.PNG(w, h)
		if err != nil {
			return nil, err
		}
		var out gochart.ImageWriter
		if err := r.Save(&out); err != nil { // hands out the image it draws on
			return nil, err
		}
		img, err := out.Image()
		if err != nil {
			return nil, err
		}
		p := &pixels{Renderer: r, img: img.(draw.Image)}
		p.fill(img.Bounds(), background)
		return p, nil
	}
}

// FillStroke is how go-chart paints background and canvas. The background is
// there already: what remains is to drop the path, which a stroke does.
func (p *pixels) FillStroke() { p.Stroke() }

func (p *pixels) fill(r image.Rectangle, c color.NRGBA) {
	draw.Draw(p.img, r, image.NewUniform(c), image.Point{}, draw.Over)
}

// fillRectangle fills whole units of any renderer.
func fillRectangle(r gochart.Renderer, rect image.Rectangle, c color.NRGBA) {
	if p, ok := r.(*pixels); ok {
		p.fill(rect, c)
		return
	}
	r.SetFillColor(ink(c))
	r.MoveTo(rect.Min.X, rect.Min.Y)
	r.LineTo(rect.Max.X, rect.Min.Y)
	r.LineTo(rect.Max.X, rect.Max.Y)
	r.LineTo(rect.Min.X, rect.Max.Y)
	r.Close()
	r.Fill()
}
