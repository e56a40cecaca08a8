package inbox

import (
	"context"

	"vedetta/data"
)

// Answers are tested on a real workspace: here there is nothing to answer.

func nothing(context.Context) error { return nil }

func (m *memory) SaveDraft(context.Context, data.ID, string, string) error { return m.fail }
func (m *memory) KeepWording(context.Context, data.ID) error               { return m.fail }
func (m *memory) Wordings(context.Context, data.ID) ([]data.Wording, error) {
	return nil, m.fail
}

func (m *memory) SetReady(context.Context, []data.ID, bool) (undoing, error) {
	return nothing, m.fail
}

func (m *memory) MarkSent(context.Context, data.ID, string, string) (undoing, error) {
	return nothing, m.fail
}

func (*memory) NotSent(context.Context, data.ID) (*data.Error, error) { return nil, nil }

func (m *memory) SaidBefore(context.Context, data.ID, data.Author, string) (data.SaidBefore, error) {
	return data.SaidBefore{}, nil
}
func (m *memory) Profile(context.Context) (data.Profile, error)      { return data.Profile{}, nil }
func (m *memory) Templates(context.Context) ([]data.Template, error) { return nil, nil }
func (m *memory) FillTemplate(context.Context, data.ID, string) (data.Filled, error) {
	return data.Filled{}, m.fail
}

func (m *memory) ReplyChecker(context.Context, data.Detail) (data.Checker, error) {
	return func(string) []data.Remark { return nil }, nil
}
func (m *memory) CountText(_, text string) data.TextSize { return data.TextSize{Used: len(text)} }

func (h *heard) ReplyChanged()           {}
func (h *heard) ChecksChanged()          {}
func (h *heard) FocusReply()             { h.focus = "reply" }
func (h *heard) Copy(text string)        { h.copied = text }
func (h *heard) OpenOriginal(url string) { h.link = url }

func (h *heard) AskIssue()      { h.focus = "issue" }
func (h *heard) AskReplyToAll() { h.focus = "reply to all" }

func (m *memory) IssueMentions(context.Context, int64, data.Filter) ([]data.ID, error) {
	return nil, m.fail
}

func (m *memory) DraftForAll(context.Context, []data.ID, string, bool, data.OnProgress) (int, undoing, error) {
	return 0, nothing, m.fail
}

func (m *memory) Issues(context.Context, bool) ([]data.Issue, error)     { return nil, m.fail }
func (m *memory) IssueOf(context.Context, data.ID) ([]data.Issue, error) { return nil, nil }
func (m *memory) NewIssue(context.Context, string, []data.ID) (int64, undoing, error) {
	return 1, nothing, m.fail
}

func (m *memory) AddToIssue(context.Context, []data.ID, int64) (undoing, error) {
	return nothing, m.fail
}

func (m *memory) RemoveFromIssue(context.Context, []data.ID, int64) (undoing, error) {
	return nothing, m.fail
}
