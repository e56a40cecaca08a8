package inbox

import (
	"vedetta/ui/kit"
)

// progressStrip says over the columns how far something long is, and stops it.
type progressStrip struct {
	text    *kit.Text
	bar     *kit.Progress
	root    *kit.Panel
	resized func()
}

const stripBarWidth = 180

func newProgressStrip(env *kit.Env, stop, resized func()) *progressStrip {
	s := &progressStrip{text: kit.NewLine(kit.Body, ""), bar: kit.NewProgress(), resized: resized}
	button := kit.NewSmallButton(kit.Secondary, env.Words.Text("export.stop"), stop)
	right := kit.Row(kit.Gap, kit.Sized(stripBarWidth, 0, s.bar), button)
	s.root = kit.NewPanel(kit.Inset(8, 8, 16, 12, kit.Between(kit.Gap, nil, s.text, right)))
	s.root.Hide()
	return s
}

// show says how far it is; share runs from 0 to 1.
func (s *progressStrip) show(text string, share float64) {
	s.text.SetText(text)
	s.bar.Set(share)
	s.hidden(false)
}

func (s *progressStrip) hide() { s.hidden(true) }

func (s *progressStrip) hidden(hidden bool) {
	if s.root.Hidden != hidden {
		s.root.Hidden = hidden
		s.resized()
	}
}
