package overview

import (
	"context"
	"log/slog"
	"time"

	"vedetta/data"
)

// readDigest asks once what happened while the program was closed.
func (p *Presenter) readDigest() {
	p.meanwhile.Load(func(ctx context.Context) func() {
		d, err := p.desk.Digest(ctx)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.digest, p.met = d, true
			p.face.DigestChanged()
		}
	})
}

// leave remembers until when the person was here. A digest that still stands
// there was perhaps not read: it will come back.
func (p *Presenter) leave() {
	if !p.met || !p.digest.Empty() {
		return
	}
	p.met = false
	if err := p.desk.DigestRead(context.Background()); err != nil {
		slog.Warn("until when the person was here is not noted", "error", err) // the next digest tells more than is new
	}
}

// CloseDigest takes the digest off the screen: it was read.
func (p *Presenter) CloseDigest() {
	if p.digest.Empty() {
		return
	}
	p.digest = data.Digest{}
	p.face.DigestChanged()
	p.meanwhile.Load(func(ctx context.Context) func() {
		err := p.desk.DigestRead(ctx)
		return func() {
			if err != nil {
				p.failed(err)
			}
		}
	})
}

// Digest is what happened meanwhile in sentences, and what to look at first;
// false if there is nothing to tell.
func (p *Presenter) Digest() (sentences []string, look []data.Row, ok bool) {
	if p.digest.Empty() {
		return nil, nil, false
	}
	return []string{p.arrived(), p.happened(), p.waits()}, p.digest.Look, true
}

func (p *Presenter) arrived() string {
	d := p.digest
	said := p.words.Count("overview.digest.arrived", d.Arrived, "When", p.moment(d.Since))
	now := []any{"All", p.number(d.Now.Mentions()), "Negative", p.number(d.Now.Negative)}
	if d.Usual <= 0 {
		return joined(said, p.text("digest.published", now...))
	}
	usual := d.Usual * d.UsualShare
	return joined(said, p.text("digest.published.usual", append(now, "Usual", p.roughly(usual))...))
}

// roughly writes a small mean with a decimal, so that it does not become none.
func (p *Presenter) roughly(x float64) string {
	if x < 2 {
		return p.words.Decimal(x, 1)
	}
	return p.words.Number(int64(x + 0.5))
}

func (p *Presenter) happened() string {
	all := p.digest.Incidents
	if len(all) == 0 {
		return p.text("digest.calm")
	}
	most := all[0]
	for _, i := range all[1:] {
		if i.Level > most.Level {
			most = i
		}
	}
	headline := p.words.IncidentHeadline(most, p.desk.Zone())
	return p.words.Count("overview.digest.incidents", len(all), "Headline", headline)
}

func (p *Presenter) waits() string {
	b := p.digest.Late
	hours := p.number(int(b.Clock.Hours()))
	if b.Late == 0 {
		return p.text("digest.answered", "Hours", hours)
	}
	return p.words.Count("overview.digest.late", b.Late, "Hours", hours, "When", p.moment(b.Oldest))
}

// moment writes a time of the last days.
func (p *Presenter) moment(t time.Time) string {
	zone := p.desk.Zone()
	switch now := p.desk.Now(); {
	case data.DayStart(t, zone).Equal(data.DayStart(now, zone)):
		return p.words.Clock(t, zone)
	case now.Sub(t) > 180*24*time.Hour:
		return p.words.DateTime(t, zone)
	}
	return p.words.Moment(t, zone)
}
