package desk

import (
	"context"
	"time"

	"vedetta/data"
)

// ours recognises in what an import brings the answers that were written here,
// and all else that our own accounts say.
type ours struct {
	sent    map[string][]data.Reply // by the beginning of their texts
	profile data.Profile
}

// recognisedFor is how long after it was sent an answer is looked for.
const recognisedFor = 180 * 24 * time.Hour

func (d *Desk) ours(ctx context.Context) (*ours, error) {
	sent, err := d.store.SentAfter(ctx, d.Now().Add(-recognisedFor))
	if err != nil {
		return nil, err
	}
	profile, err := d.Profile(ctx)
	if err != nil {
		return nil, err
	}
	o := &ours{sent: map[string][]data.Reply{}, profile: profile}
	for _, r := range sent {
		if key := data.ReplyKey(r.Text); key != "" {
			o.sent[key] = append(o.sent[key], r)
		}
	}
	return o, nil
}

// mark tells of a mention whether it is ours.
func (o *ours) mark(m *data.Mention) {
	if m.Work != nil {
		return
	}
	if o.profile.IsOwn(m.Author) {
		m.Ours = &data.Ours{}
	}
	if len(o.sent) == 0 {
		return
	}
	for _, r := range o.sent[data.ReplyKey(m.Text)] {
		if r.Mention != m.ID && data.SameReply(m.Text, r.Text) {
			m.Ours = &data.Ours{Reply: r.ID}
			return
		}
	}
}
