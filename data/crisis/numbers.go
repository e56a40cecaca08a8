package crisis

import (
	"time"

	"vedetta/data"
)

// Measured is what the numbers of a crisis are made of.
type Measured struct {
	Crisis     data.Crisis
	Now        time.Time
	Days       []data.Bucket // local days from 28 before the onset to now, without holes
	Hours      []data.Bucket // whole hours from the onset to now, without holes
	MeanWeight float64       // by reach of the negative mentions; 1 if not known
	Statement  time.Time     // the first one sent
	Answer     time.Time     // the first reply sent
	LastWord   time.Time     // the newest statement sent
	Promised   time.Time     // the next word that it promises

	Answered, Answerable int // mentions that need an answer
	OldestWaiting        time.Duration
}

// Numbers are the figures of a crisis at a moment.
func Numbers(m Measured) data.CrisisNumbers {
	c := m.Crisis
	n := data.CrisisNumbers{
		At:            m.Now,
		SinceOnset:    After(c.Onset, m.Now),
		SinceDetected: After(c.DetectedAt, m.Now),
		DataLatency:   After(c.Onset, c.ImportedAt),
		RuleLatency:   After(c.ImportedAt, c.DetectedAt),
		FirstPublic:   After(c.Onset, earlier(m.Statement, m.Answer)),
		Holding:       After(c.Onset, m.Statement),
		HoldingTarget: data.ClockOf(c.Severity).Answer,
		NextUpdate:    NextUpdate(m.Crisis, m.LastWord, m.Promised),
		Answered:      m.Answered,
		Answerable:    m.Answerable,
		OldestWaiting: m.OldestWaiting,
	}
	m.hours(&n)
	m.days(&n)
	return n
}

// earlier is the earlier of two times that have come.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// NextUpdate is when people expect to hear of a crisis again: as promised with
// the last word, else as the level asks, counted from the last word or from the
// declaration; zero if nobody does.
func NextUpdate(c data.Crisis, lastWord, promised time.Time) time.Time {
	clock := data.ClockOf(c.Severity)
	switch {
	case !c.ClosedAt.IsZero():
		return time.Time{}
	case promised.After(lastWord):
		return promised
	case !lastWord.IsZero() && clock.Update > 0:
		return lastWord.Add(clock.Update)
	case lastWord.IsZero() && clock.Answer > 0 && !c.DeclaredAt.IsZero():
		return c.DeclaredAt.Add(clock.Answer)
	}
	return time.Time{}
}

func (m Measured) hours(n *data.CrisisNumbers) {
	for _, h := range m.Hours {
		if h.End.After(m.Now) || !h.End.After(m.Crisis.Onset) {
			continue
		}
		if h.Negative > n.PeakHour {
			n.PeakHour, n.PeakHourAt = h.Negative, h.Start
		}
		if m.Now.Sub(h.End) < time.Hour {
			n.NegativeHour = h.Negative
		}
	}
}

func (m Measured) days(n *data.CrisisNumbers) {
	onset := m.Crisis.Onset
	for _, d := range since(m.Days, onset) {
		n.Mentions += d.Mentions()
		n.Negative += d.Negative
	}
	b := BaselineOf(m.Days, onset)
	n.BaselineDays, n.BaselineDaily = b.Days, b.Daily
	n.Excess, n.ExcessNegative = Excess(m.Days, onset, b)
	n.Impact = Impact(n.ExcessNegative, max(m.MeanWeight, 1), b)
	peak, factor := Peak(m.Days, onset, b)
	n.PeakDay, n.PeakFactor = peak.Start, factor
	n.CalmSince, n.CalmDays = CalmSince(m.Days, onset, m.Now, b)
	n.Duration = Duration(onset, n.CalmSince)
	r := RecoveryOf(m.Days, onset, m.Now, b)
	n.BaselineNSS, n.BaselineN = r.Baseline, r.BaselineN
	n.NSS, n.NSSN = r.Now.Net, r.Now.N
	n.LowestNSS, n.LowestN = r.Lowest.Net, r.Lowest.N
	n.Recovery, n.RecoveredAt, n.RecoveryTime, n.Enough = r.Share, r.RecoveredAt, r.RecoveryTime, r.Enough
}

// enoughDays is the least baseline that tells a calm day from a loud one.
const enoughDays = 7

// Closing is what decides whether a crisis may be closed.
type Closing struct {
	Numbers                   data.CrisisNumbers
	OpenIssues                int // others of level 2 or higher
	PromisesDue, PromisesKept int // due by now, and how many of those are done
	Overdue                   int // mentions that wait beyond their clock
}

// StandDown are the criteria for closing a crisis. What cannot be known with
// the data there is not met; the person may close it all the same.
func StandDown(c Closing) []data.Criterion {
	n := c.Numbers
	calm := data.Criterion{
		Key: "calm_days", Known: n.BaselineDays >= enoughDays,
		Have: float64(n.CalmDays), Want: calmRun, N: n.BaselineDays,
	}
	calm.Met = calm.Known && n.CalmDays >= calmRun
	back := data.Criterion{
		Key: "sentiment_back", Known: n.Enough,
		Have: n.NSS, Want: n.BaselineNSS - backWithin, N: n.NSSN,
	}
	back.Met = back.Known && back.Have >= back.Want
	return []data.Criterion{
		calm,
		{Key: "no_open_issues", Met: c.OpenIssues == 0, Known: true, Have: float64(c.OpenIssues), N: c.OpenIssues},
		{
			Key: "promises_kept", Met: c.PromisesKept >= c.PromisesDue, Known: true,
			Have: float64(c.PromisesKept), Want: float64(c.PromisesDue), N: c.PromisesDue,
		},
		back,
		{Key: "nothing_waiting", Met: c.Overdue == 0, Known: true, Have: float64(c.Overdue), N: c.Overdue},
	}
}
