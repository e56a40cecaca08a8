package handover

import (
	"slices"

	"vedetta/data"
)

// File masks all that was written about a crisis.
func (m *Masker) File(f data.CrisisFile) data.CrisisFile {
	f.Masked = true
	f.Title, f.Reason = m.Text(f.Title), m.Text(f.Reason)
	f.Voices = each(f.Voices, func(r *data.Row) { r.Snippet = m.Stranger(r.Snippet) })
	f.Steps = each(f.Steps, func(s *data.CrisisStep) { m.all(&s.Title, &s.Note, &s.Owner) })
	f.Statements = each(f.Statements, func(s *data.Statement) { m.all(&s.Title, &s.Text, &s.Channels) })
	f.Claims = each(f.Claims, func(c *data.Claim) { m.all(&c.Text, &c.Correction, &c.Source, &c.Query) })
	f.Questions = each(f.Questions, func(q *data.Question) { m.all(&q.Question, &q.Answer) })
	f.Stakeholders = each(f.Stakeholders, func(s *data.Stakeholder) { m.all(&s.Name, &s.Channel, &s.Contact, &s.Sentence, &s.Note) })
	f.Promises = each(f.Promises, func(p *data.Promise) { m.all(&p.Text, &p.Note) })
	f.Log = each(f.Log, func(e *data.LogEntry) { *e = m.Entry(*e) })
	m.all(&f.Review.Happened, &f.Review.Worked, &f.Review.Failed, &f.Review.Causes, &f.Review.Changes)
	f.Review.Edits = each(f.Review.Edits, func(e *data.StepEdit) { m.all(&e.Title) })
	return f
}

// Entry masks an entry of a log. Who wrote it is one of us.
func (m *Masker) Entry(e data.LogEntry) data.LogEntry {
	e.Text = m.Text(e.Text)
	rest := make(map[string]any, len(e.Rest))
	for k, v := range e.Rest {
		if s, ok := v.(string); ok && !stored[k] {
			v = m.Text(s)
		}
		rest[k] = v
	}
	e.Rest = rest
	return e
}

// stored are the parts of a log's sentences that are words of the program.
var stored = map[string]bool{"type": true, "from": true, "to": true, "onset": true, "key": true, "phase": true, "playbook": true, "kind": true, "finding": true, data.LogClock: true}

// Mention masks a mention where it lies. What would lead to its author is
// taken away: address, ids and the columns that the program does not know.
func (m *Masker) Mention(x *data.Mention, own bool) {
	if !own {
		x.Author = data.Author{Name: m.Author(x.Author), Followers: x.Author.Followers}
	}
	x.URL, x.ExternalID, x.InReplyTo, x.Extras = "", "", "", nil
	x.Title, x.Text = m.Stranger(x.Title), m.Stranger(x.Text)
	if x.Answer != nil {
		x.Answer = &data.Answer{Text: m.Stranger(x.Answer.Text), SentAt: x.Answer.SentAt}
	}
	if x.Work == nil {
		return
	}
	work := *x.Work
	work.Note = m.Stranger(work.Note)
	work.Tags = each(work.Tags, func(tag *string) { m.all(tag) })
	work.Replies = each(work.Replies, func(r *data.Reply) { r.Text, r.URL = m.Stranger(r.Text), "" })
	work.Issues = each(work.Issues, func(i *data.IssueMark) { m.all(&i.Title) })
	x.Work = &work
}

func (m *Masker) all(texts ...*string) {
	for _, t := range texts {
		*t = m.Text(*t)
	}
}

// each changes the parts of a copy.
func each[T any](list []T, change func(*T)) []T {
	out := slices.Clone(list)
	for i := range out {
		change(&out[i])
	}
	return out
}
