package ui

import (
	"context"

	"vedetta/data"
)

// ImportDemo fills the empty workspace with the demo bakery.
func (p *framePresenter) ImportDemo() {
	if p.demo.running {
		return
	}
	p.demo = demo{running: true, cancel: func() {}}
	p.face.FrameFailed(nil)
	p.face.DemoChanged()
	cancel := p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.ImportDemo(ctx, func(g data.Progress) {
			p.dispatcher.Post(func() { p.demoProgress(g) })
		})
		return func() {
			p.demo = demo{}
			p.face.FrameFailed(err)
			p.face.DemoChanged()
		}
	})
	if p.demo.running {
		p.demo.cancel = cancel
	}
}

func (p *framePresenter) demoProgress(g data.Progress) {
	if p.demo.running {
		p.demo.progress = g
		p.face.DemoChanged()
	}
}

// StopDemo ends the import of the demo; what is in stays.
func (p *framePresenter) StopDemo() {
	if !p.demo.running {
		return
	}
	p.demo.cancel()
	p.demo = demo{}
	p.face.DemoChanged()
}

// DemoRunning tells whether the demo is being imported.
func (p *framePresenter) DemoRunning() bool { return p.demo.running }

// DemoProgress is how far the import of the demo has come: in words, the time
// left (empty while unknown) and as a share from 0 to 1.
func (p *framePresenter) DemoProgress() (text, left string, share float64) {
	g := p.demo.progress
	text = p.words.Count("ui.welcome.importing", g.Rows)
	if d, ok := g.Left(); ok {
		left = p.words.Text("ui.welcome.left", "Span", p.words.Span(d))
	}
	if g.Total > 0 {
		share = float64(g.Done) / float64(g.Total)
	}
	return text, left, share
}
