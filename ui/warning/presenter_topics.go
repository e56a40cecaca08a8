package warning

import (
	"context"
	"strings"

	"vedetta/data"
)

// checkTopic wants a name of its own and a query that asks for something.
func (p *Presenter) checkTopic(t data.Topic) Wrong {
	wrong := Wrong{}
	var others []string
	for _, other := range p.set.Topics {
		if other.ID != t.ID {
			others = append(others, other.Name)
		}
	}
	p.checkName(wrong, t.Name, others)
	if filter, err := data.ParseQuery(t.Query, p.desk.Zone()); err == nil && filter.OnlyPeriod() {
		wrong[FieldQuery] = p.words.Text("earlywarning.wrong.query")
	}
	p.checkQuery(wrong, t.Query)
	return wrong
}

// SaveTopic stores a topic; ID 0 adds it. done is told what is wrong with it,
// or nothing.
func (p *Presenter) SaveTopic(t data.Topic, done func(Wrong)) {
	t.Name, t.Query = strings.TrimSpace(t.Name), strings.TrimSpace(t.Query)
	if wrong := p.checkTopic(t); len(wrong) > 0 {
		done(wrong)
		return
	}
	p.save(func(ctx context.Context) error {
		_, err := p.desk.SaveTopic(ctx, t)
		return err
	}, p.Load, done)
}

// DeleteTopic takes a topic away; it can be taken back.
func (p *Presenter) DeleteTopic(t data.Topic) {
	p.remove(p.words.Text("earlywarning.topic.deleted", "Name", t.Name),
		func(ctx context.Context) error { return p.desk.DeleteTopic(ctx, t.ID) },
		func(ctx context.Context) error {
			t.ID = 0
			_, err := p.desk.SaveTopic(ctx, t)
			return err
		})
}

// TopicMentions are the mentions of a topic, with a title for them.
func (p *Presenter) TopicMentions(t data.Topic) (data.Filter, string) {
	return p.queried(t.Query), t.Name
}
