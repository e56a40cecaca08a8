package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// authorWidth is that of the card of an author.
const authorWidth float32 = 340

// authorCard is what the workspace knows of an author; leaving wraps what
// leads away from the card.
func (s *Screen) authorCard(c data.AuthorCard, leaving func(func()) func()) fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	card := kit.NewDown(6, kit.NewLine(kit.Strong, kit.Plain(kit.OneLine(p.detail.Author.Shown()))))
	for _, line := range p.AuthorFacts(c) {
		card.Add(kit.NewPara(kit.Body, line))
	}
	if len(c.Issues) > 0 {
		issues := kit.Flow(4)
		for _, i := range c.Issues {
			issues.Add(kit.NewChip(kit.Plain(kit.OneLine(i.Title)), kit.TonePlain, nil, nil))
		}
		card.Add(issues)
	}
	card.Add(kit.NewHairline())
	if len(c.Replies) == 0 {
		card.Add(kit.NewPara(kit.Caption, w.Text("list.author.no_replies")))
	} else {
		card.Add(kit.NewText(kit.Strong, w.Text("inbox.replies")))
	}
	for _, r := range c.Replies {
		card.Add(kit.NewLine(kit.Body, kit.Plain(kit.OneLine(r.Text))))
		card.Add(kit.NewPara(kit.Caption, p.ReplyWords(r)))
	}
	card.Add(kit.Row(6, kit.NewSmallButton(kit.Secondary, w.Text("list.author.all"), leaving(p.ShowAuthor)),
		kit.NewSmallButton(kit.Secondary, w.Text("inbox.mute"), leaving(p.Mute))))
	return kit.Sized(authorWidth, 0, kit.Inset(8, 8, 10, 10, card))
}

// showAuthor opens a card of the author of the mention shown in full.
func (s *Screen) showAuthor() {
	s.presenter.AuthorCard(func(c data.AuthorCard) {
		var popup *widget.PopUp
		open := func(do func()) func() { return func() { popup.Hide(); do() } }
		popup = kit.OpenCard(s.detail.author, s.authorCard(c, open))
	})
}
