package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/crisis"
)

// fewStars and fewer make a review a complaint, whatever its words.
const fewStars = 2

// ReplyChecker makes what remarks on answers to a mention. It reads what the
// check must know of us once, so that a check waits for nothing.
func (d *Desk) ReplyChecker(ctx context.Context, m data.Detail) (data.Checker, error) {
	p, err := d.Profile(ctx)
	if err != nil {
		return nil, err
	}
	about := crisis.Context{
		Kind: crisis.KindReply, Mention: m.Text, MentionLang: m.Lang,
		Complaint: m.Label == data.Negative || m.Rating > 0 && m.Rating <= fewStars,
		Names:     []string{m.Author.Name, m.Author.Handle},
		Own:       []string{p.Email, p.Phone, p.Web, p.Address, p.Business, p.Person},
	}
	return func(text string) []data.Remark { return remarks(text, about) }, nil
}

func remarks(text string, about crisis.Context) []data.Remark {
	found := crisis.Check(text, about)
	out := make([]data.Remark, len(found))
	for i, r := range found {
		out[i] = data.Remark{Rule: string(r.Rule), Good: r.Good, From: r.From, To: r.To}
	}
	return out
}
