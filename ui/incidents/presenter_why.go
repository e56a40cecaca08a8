package incidents

import (
	"context"
	"time"

	"vedetta/data"
)

// why is what drives an incident, as far as it is known.
type why struct {
	of      fingerprint // the incident that it is about, as it was then
	base    data.Filter // its mentions
	found   data.Why
	topics  []data.Filter // the mentions of each topic in it
	stopped bool          // the person gave up, or it failed
	version int           // grows with every answer
}

// fingerprint tells whether an incident has changed so that its drivers have.
type fingerprint struct {
	of                 int64
	onset, closed      time.Time
	mentions, negative int
}

func fingerprintOf(i data.Incident) fingerprint {
	return fingerprint{i.ID, i.Onset, i.ClosedAt, i.Mentions, i.Negative}
}

// Progress is how far the search for what drives the chosen incident is.
type Progress int

// The progresses.
const (
	Nothing Progress = iota // no incident is chosen
	Digging
	Found
	Stopped
)

// Progress tells whether what drives the chosen incident is known. What is
// known of it stays on screen while it is looked for again.
func (p *Presenter) Progress() Progress {
	switch {
	case p.chosen == 0:
		return Nothing
	case p.why.of.of == p.chosen:
		return Found
	case p.why.stopped:
		return Stopped
	}
	return Digging
}

// dig looks for what drives the chosen incident, unless it is known.
func (p *Presenter) dig(again bool) {
	i, ok := p.current()
	of := fingerprintOf(i)
	switch {
	case !ok || !again && p.why.of == of:
		p.digging.Cancel()
		p.face.WhyChanged()
		return
	case !again && p.digging.Busy() && p.sought == of:
		return
	}
	p.why.stopped, p.sought = false, of
	p.digging.Load(func(ctx context.Context) func() {
		found, err := p.find(ctx, i)
		return func() {
			if err != nil {
				p.why.stopped = true
				p.face.Failed(err)
			} else {
				found.version = p.why.version + 1
				p.why = found
			}
			p.face.WhyChanged()
		}
	})
	p.face.WhyChanged()
}

// find runs in the background.
func (p *Presenter) find(ctx context.Context, i data.Incident) (found why, err error) {
	found = why{of: fingerprintOf(i)}
	var before data.Period
	if found.base, before, err = p.desk.FilterOf(ctx, i); err != nil {
		return found, err
	}
	if found.found, err = p.desk.Why(ctx, found.base, before); err != nil {
		return found, err
	}
	found.base.Period = found.found.Now // what was counted is what opens: whole hours
	for _, t := range found.found.Topics {
		topic := i
		topic.Stream = data.Stream{Kind: data.OfTopic, Name: t.Name}
		f, _, err := p.desk.FilterOf(ctx, topic)
		if err != nil {
			return found, err
		}
		f.Period = data.Period{}
		found.topics = append(found.topics, found.base.And(f))
	}
	return found, nil
}

// Cancel gives the search up.
func (p *Presenter) Cancel() {
	p.digging.Cancel()
	p.why.stopped = true
	p.face.WhyChanged()
}

// Dig searches again after it was given up.
func (p *Presenter) Dig() { p.dig(true) }

// Version tells one answer from another.
func (p *Presenter) Version() int { return p.why.version }
