package assets

import (
	"time"

	"vedetta/data"
)

// IncidentHeadline says in one sentence what an incident is: "37 negative
// mentions since Wed 25 Nov 14:20, 4.2 times the usual".
func (w *Words) IncidentHeadline(i data.Incident, zone *time.Location) string {
	said := w.headline(i, w.when(i, zone))
	if i.Stream.Kind == data.Everything || i.Stream.Kind == "" {
		return said
	}
	return w.StreamName(i.Stream) + ": " + said
}

func (w *Words) headline(i data.Incident, when string) string {
	a := strongest(i)
	switch a.Detector {
	case data.SurgeDetector, data.VolumeDetector:
		return w.Count("warning.headline.volume", i.Mentions, "When", when) + w.against(float64(i.Mentions), i.Expected)
	case data.ShareDetector:
		return w.Count("warning.headline.share", i.Mentions, "When", when, "Negative", w.Number(int64(i.Negative)), "Usual", w.Percent(100*i.Usual))
	case data.ReachShareDetector:
		return w.Text("warning.headline.reach_share", "When", when, "Share", w.Percent(percentOf(a)), "Usual", w.Percent(100*a.Usual))
	case data.RiskDetector:
		return w.Text("warning.headline.risk", "When", when, "Groups", w.groups(allGroups(i)))
	case data.VelocityDetector:
		return w.Text("warning.headline.velocity", "When", when)
	case data.BacklogDetector:
		return w.Count("warning.headline.backlog", whole(a.Observed), "When", when)
	case data.RuleDetector:
		return w.Count("warning.headline.rule", i.Mentions, "When", when)
	case data.SpreadDetector:
		if a.Mention != 0 {
			return w.Text("warning.headline.press", "When", when)
		}
		return w.Count("warning.headline.spread", i.Negative, "When", when, "Sources", w.Number(int64(a.Of)))
	}
	return w.Count("warning.headline.negatives", i.Negative, "When", when) + w.against(float64(i.Negative), i.Expected*i.Usual)
}

// strongest is the alarm that tells most; none where an incident was read
// without its alarms.
func strongest(i data.Incident) data.Alarm {
	if len(i.Alarms) == 0 {
		return data.Alarm{Detector: data.NegativesDetector}
	}
	return i.Strongest()
}

func allGroups(i data.Incident) (s data.WatchSet) {
	for _, a := range i.Alarms {
		s |= a.Groups
	}
	return s
}

// against sets a count against what is normal in that time; empty where it is
// no more than that or nothing is known.
func (w *Words) against(n, usual float64) string {
	const notable = 1.1
	switch {
	case usual <= 0 || n < notable*usual:
		return ""
	case usual < 1:
		return ", " + w.Text("warning.headline.rare")
	}
	return ", " + w.Text("warning.headline.times", "Times", w.times(n/usual))
}

// when says since when an incident has been going on or, once it is over, from
// when to when it went on.
func (w *Words) when(i data.Incident, zone *time.Location) string {
	from := w.Moment(i.Onset, zone)
	if i.Open() {
		return w.Text("warning.since", "From", from)
	}
	to := w.Moment(i.ClosedAt, zone)
	if data.DayStart(i.Onset, zone).Equal(data.DayStart(i.ClosedAt, zone)) {
		to = w.Clock(i.ClosedAt, zone)
	}
	return w.Text("warning.between", "From", from, "To", to)
}

// Moment is a time with its day, without the year: "Wed 25 Nov 14:20".
func (w *Words) Moment(t time.Time, zone *time.Location) string {
	return w.Weekday(t, zone) + " " + w.Day(t, zone) + " " + w.Clock(t, zone)
}

// ClockOrMoment is a time as it is said now: its clock alone if it is today.
func (w *Words) ClockOrMoment(t, now time.Time, zone *time.Location) string {
	if data.DayStart(t, zone).Equal(data.DayStart(now, zone)) {
		return w.Clock(t, zone)
	}
	return w.Moment(t, zone)
}

// Notification is what the system shows of an incident, also on a locked
// screen: fixed words and a number, nothing that somebody wrote.
func (w *Words) Notification(i data.Incident) string {
	return Capital(w.Level(max(i.Level, data.LevelWatch))) + ": " + w.notified(i)
}

func (w *Words) notified(i data.Incident) string {
	a := strongest(i)
	switch a.Detector {
	case data.SurgeDetector, data.VolumeDetector:
		return w.Count("warning.notification.volume", i.Mentions)
	case data.RiskDetector:
		return w.Count("warning.notification.risk", max(1, whole(a.Observed)))
	case data.VelocityDetector:
		return w.Text("warning.notification.velocity")
	case data.BacklogDetector:
		return w.Count("warning.notification.backlog", whole(a.Observed))
	case data.RuleDetector:
		return w.Count("warning.notification.rule", i.Mentions)
	}
	return w.Count("warning.notification.negatives", i.Negative)
}
