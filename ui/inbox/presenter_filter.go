package inbox

import (
	"slices"
	"time"

	"vedetta/data"
)

const oneSecond = time.Second

func unixSecond(s int64) time.Time { return time.Unix(s, 0).UTC() }

// keeps tells whether a row still belongs to the list after the person's work
// on it; only what that work can change is looked at.
func keeps(f data.Filter, r data.Row, now time.Time) bool {
	if len(f.Statuses) > 0 && !slices.Contains(f.Statuses, r.Status) ||
		len(f.Labels) > 0 && !slices.Contains(f.Labels, r.Label) ||
		f.Starred && !r.Starred ||
		f.Snoozed != data.SnoozedOrNot && (f.Snoozed == data.OnlySnoozed) != r.Snoozed.After(now) ||
		len(f.Tags) > 0 && !anyTag(f.Tags, r.Tags) {
		return false
	}
	return f.Not == nil || !slices.Contains(f.Not.Statuses, r.Status) &&
		!slices.Contains(f.Not.Labels, r.Label) && !anyTag(f.Not.Tags, r.Tags)
}

func anyTag(wanted, have []string) bool {
	return slices.ContainsFunc(wanted, func(t string) bool { return hasTag(have, t) })
}
