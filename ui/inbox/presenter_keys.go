package inbox

import "vedetta/data"

// TypedRune does what a letter key means; false when it means nothing here.
func (p *Presenter) TypedRune(r rune) bool {
	switch r {
	case 'j':
		p.Move(1)
	case 'k':
		p.Move(-1)
	case 'x':
		p.ToggleMark()
	case 'e':
		p.SetStatus(data.StatusArchived)
	case 'o':
		p.SetStatus(data.StatusOpen)
	case 'n':
		p.SetStatus(data.StatusNeedsReply)
	case 'm':
		p.SetStatus(data.StatusReplied)
	case '1', '2', '3':
		p.SetLabel(data.Labels[r-'1'])
	case '0':
		p.ResetLabel()
	case 's':
		p.ToggleStar()
	case 'c':
		p.ToggleCopies(p.list.current)
	case 'C':
		p.ToggleFolding()
	case 'a':
		p.answer.UseSuggested()
	case 'i':
		p.face.AskIssue()
	case 'r':
		p.face.FocusReply()
	case 'S':
		p.answer.Send()
	case 't':
		p.face.FocusTag()
	case 'p':
		p.CyclePriority()
	case 'h':
		p.face.AskSnooze()
	case 'X':
		p.MarkAll()
	case 'R':
		p.face.AskReplyToAll()
	case 'z':
		p.Undo()
	case '/':
		p.face.FocusSearch()
	default:
		return false
	}
	return true
}
