package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// alikeSection is the part of the detail that names the copies of a mention.
type alikeSection struct {
	presenter *alikePresenter
	open      func(data.ID) // shows one mention
	showAll   func(data.ID) // lists a mention with its copies
	onResized func()
	root      *fyne.Container
}

func newAlikeSection(p *Presenter, resized func()) *alikeSection {
	s := &alikeSection{open: p.OpenMention, showAll: p.ShowCopies, onResized: resized, root: kit.NewDown(2)}
	s.presenter = newAlikePresenter(p, s.changed)
	return s
}

// show is told which mention is on screen.
func (s *alikeSection) show(id data.ID) { s.presenter.show(id) }

func (s *alikeSection) changed() {
	p := s.presenter
	s.root.RemoveAll()
	s.root.Hidden = p.total == 0
	if p.total > 0 {
		s.root.Add(kit.NewText(kit.Strong, p.title()))
		for _, r := range p.rows {
			s.root.Add(kit.NewPress(kit.Inset(4, 4, 6, 6, kit.NewLine(kit.Body, kit.Plain(kit.OneLine(p.line(r))))), func() { s.open(r.ID) }))
		}
		s.root.Add(kit.Row(0, kit.NewSmallButton(kit.Secondary, p.all(), func() { s.showAll(p.of) })))
	}
	s.onResized()
}

// foldButton is the switch below the list that folds copies or shows each.
type foldButton struct {
	presenter *Presenter
	button    *kit.Button
	fold      string
	unfold    string
}

func newFoldButton(env *kit.Env, p *Presenter) *foldButton {
	b := &foldButton{presenter: p, fold: env.Words.Text("copies.fold"), unfold: env.Words.Text("copies.unfold")}
	b.button = kit.NewSmallButton(kit.Quiet, b.unfold, p.ToggleFolding)
	return b
}

func (b *foldButton) show() {
	folds, possible := b.presenter.Folds()
	b.button.SetText(b.fold)
	if folds {
		b.button.SetText(b.unfold)
	}
	b.button.Hidden = !possible
}
