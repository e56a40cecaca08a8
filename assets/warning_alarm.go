package assets

import (
	"math"
	"strings"
	"time"

	"vedetta/data"
)

// AlarmSentence says what a detector saw, with what is normal and how rare it
// is, so that a person can check it. It speaks from the moment of the alarm.
func (w *Words) AlarmSentence(a data.Alarm) string {
	switch a.Detector {
	case data.SurgeDetector:
		return w.surge(a)
	case data.VolumeDetector:
		return w.manyMentions(a) + w.byChance(a)
	case data.ShareDetector:
		return w.share(a)
	case data.ReachShareDetector:
		return w.reachShare(a)
	case data.RiskDetector:
		return Capital(w.Count("warning.alarm.risk", whole(a.Observed), "Last", w.last(a.Window), "Groups", w.groups(a.Groups))) +
			" " + w.rarely(a)
	case data.VelocityDetector:
		return w.velocity(a)
	case data.SpreadDetector:
		return w.spread(a)
	case data.BacklogDetector:
		return w.Count("warning.alarm.backlog", whole(a.Observed), "Clock", w.Span(a.Window))
	case data.RuleDetector:
		return w.rule(a)
	}
	return w.Count("warning.alarm.negatives", whole(a.Observed), "Within", w.within(a.Window), "Usual", w.about(a.Expected)) + w.byChance(a)
}

func whole(x float64) int { return int(math.Round(x)) }

func (w *Words) surge(a data.Alarm) string {
	said := w.Count("warning.alarm.surge", whole(a.Observed), "Last", w.last(a.Window), "Usual", w.about(a.Expected))
	if a.Expected >= 1 {
		said += " " + w.Text("warning.alarm.times", "Times", w.times(a.Observed/a.Expected))
	}
	said += "."
	if a.Of == 0 {
		return said
	}
	span := w.Count("warning.span.hours", 2*a.Of)
	if days := a.Of / 12; days >= 2 {
		span = w.Count("warning.span.days", days)
	}
	if a.Busier == 0 {
		return said + " " + w.Text("warning.alarm.busiest", "Of", w.Number(int64(a.Of)), "Span", span)
	}
	return said + " " + w.Count("warning.alarm.busier", a.Busier, "Of", w.Number(int64(a.Of)), "Span", span)
}

func (w *Words) manyMentions(a data.Alarm) string {
	return w.Count("warning.alarm.volume", whole(a.Observed), "Within", w.within(a.Window), "Usual", w.about(a.Expected))
}

// byChance says how rare something is; empty where that is not known.
func (w *Words) byChance(a data.Alarm) string {
	if a.Chance <= 0 || a.Chance > 0.5 {
		return ""
	}
	const most = 1_000_000 // beyond that the model of chance is no longer to be trusted
	return " " + w.Text("warning.alarm.chance", "N", w.Number(int64(roundDown(min(1/a.Chance, most)))))
}

// roundDown makes a number that is easy to say: 1, 2 or 5 and zeros.
func roundDown(x float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(x)+1e-9))
	for _, lead := range [...]float64{5, 2} {
		if x >= lead*ten*(1-1e-9) {
			return lead * ten
		}
	}
	return ten
}

func (w *Words) share(a data.Alarm) string {
	said := w.Count("warning.alarm.share", a.Mentions, "Last", w.last(a.Window), "Negative", w.Number(int64(whole(a.Observed))),
		"Share", w.Percent(percentOf(a)), "Usual", w.Percent(100*a.Usual))
	return Capital(said) + " " + w.Count("warning.alarm.limit", whole(a.Limit), "Mentions", w.Number(int64(a.Mentions)))
}

// reachShare speaks of shares alone: what it counts is weighted, and nobody
// could find that many mentions.
func (w *Words) reachShare(a data.Alarm) string {
	said := w.Text("warning.alarm.reach_share", "Last", w.last(a.Window), "Share", w.Percent(percentOf(a)), "Usual", w.Percent(100*a.Usual))
	if a.Mentions == 0 {
		return said
	}
	return said + " " + w.Text("warning.alarm.reach_limit", "Limit", w.Percent(100*a.Limit/float64(a.Mentions)))
}

func percentOf(a data.Alarm) float64 { return 100 * a.Observed / math.Max(float64(a.Mentions), 1) }

func (w *Words) velocity(a data.Alarm) string {
	said := w.Text("warning.alarm.velocity", "From", w.Number(int64(whole(a.Expected))), "To", w.Number(int64(whole(a.Observed))), "Span", w.Span(a.Window))
	if a.Score <= 0 {
		return said
	}
	return said + " " + w.Text("warning.alarm.doubling", "Span", w.Span(time.Duration(float64(time.Hour)/a.Score)))
}

// spread is about several sources at once or, with a mention, about the press.
func (w *Words) spread(a data.Alarm) string {
	if a.Mention != 0 {
		return Capital(w.Count("warning.alarm.press", whole(a.Observed), "Last", w.last(a.Window))) + " " + w.rarely(a)
	}
	return w.Count("warning.alarm.spread", whole(a.Observed), "Within", w.within(a.Window), "Sources", w.Number(int64(a.Of)),
		"Usual", w.about(a.Expected)) + w.byChance(a)
}

// longMemory is the most days of which anything is claimed.
const longMemory = 60

// rarely says how often something comes: in how many days, where that is more
// than one.
func (w *Words) rarely(a data.Alarm) string {
	days := a.Window.Hours() / 24
	switch {
	case a.Expected <= 0 || days <= 0 || days/a.Expected > longMemory:
		return w.Text("warning.alarm.never")
	case a.Expected/days <= 0.5:
		return w.Count("warning.alarm.rarely", whole(days/a.Expected))
	}
	return w.Text("warning.alarm.usually", "Usual", w.about(a.Expected))
}

func (w *Words) rule(a data.Alarm) string {
	wants := w.Number(int64(whole(a.Expected)))
	rule := w.Text("warning.rule")
	if a.Name != "" {
		rule = w.Text("warning.rule.named", "Name", a.Name)
	}
	said := ""
	switch {
	case a.Mention != 0:
		said = w.Text("warning.alarm.rule.reach", "Rule", rule, "Reach", w.Number(int64(whole(a.Observed))), "Wants", wants)
	case a.Usual > 0:
		said = w.Count("warning.alarm.rule.share", a.Mentions, "Rule", rule, "Within", w.within(a.Window), "Negative", w.Number(int64(whole(a.Observed))),
			"Share", w.Percent(percentOf(a)), "Wants", w.Percent(100*a.Usual))
	default:
		said = w.Count("warning.alarm.rule.count", whole(a.Observed), "Rule", rule, "Within", w.within(a.Window), "Wants", wants)
	}
	return strings.TrimSpace(said)
}
