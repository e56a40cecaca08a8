package overview

import (
	"context"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// alarmed is a real workspace whose warnings are what the test says.
type alarmed struct {
	*desk.Desk
	situation data.Situation
	incidents []data.Incident
	why       map[int64]data.Why // by incident
	digest    data.Digest
	read      int // how often the digest was
	asked     data.Period
	err       error
}

func (d *alarmed) Situation(context.Context) (data.Situation, error) { return d.situation, d.err }

func (d *alarmed) Incidents(_ context.Context, p data.Period) ([]data.Incident, error) {
	d.asked = p
	return d.incidents, d.err
}

// FilterOf hides the incident's id in the filter, for Why to find.
func (d *alarmed) FilterOf(_ context.Context, i data.Incident) (data.Filter, data.Period, error) {
	return data.Filter{Import: i.ID}, data.Period{}, d.err
}

func (d *alarmed) Why(_ context.Context, f data.Filter, _ data.Period) (data.Why, error) {
	return d.why[f.Import], d.err
}

func (d *alarmed) Digest(context.Context) (data.Digest, error) { return d.digest, d.err }

func (d *alarmed) DigestRead(context.Context) error {
	d.read++
	return d.err
}

// calm is a workspace in which nothing goes on.
func calm(t *testing.T) *alarmed {
	t.Helper()
	return &alarmed{Desk: workspace(t, export, noon), situation: data.Situation{Days: 60, Until: 14, FalseAlarms: 0.26}}
}

// episode is an open incident that began an hour and a half before noon.
func episode(id int64, level data.Level) data.Incident {
	at := noon.Add(-90 * time.Minute)
	return data.Incident{
		ID: id, Stream: data.Brand, Onset: at, OpenedAt: at.Add(time.Hour), Level: level,
		Negative: 37, Mentions: 44, Expected: 20, Usual: 0.44,
		Alarms: []data.Alarm{{Detector: data.NegativesDetector, At: at.Add(time.Hour), Window: 2 * time.Hour, Observed: 37, Expected: 8.8}},
	}
}

func drivers(words ...string) (out []data.Driver) {
	for _, w := range words {
		out = append(out, data.Driver{Term: w})
	}
	return out
}
