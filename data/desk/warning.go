package desk

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
	"vedetta/data/store"
)

// watchedState is what the detectors found out beside incidents.
type watchedState struct {
	Days   int
	Level  float64
	Daily  bool
	Future int
}

// notifies is how long ago an incident may have begun for the person to be
// told of it.
const notifies = 48 * time.Hour

// detectNext looks at all mentions that came in or changed. It always returns
// 0: there is no next step.
func (d *Desk) detectNext(ctx context.Context) (int, error) {
	rescoring, err := d.store.Rescoring(ctx)
	if err != nil || rescoring.Total > 0 && !rescoring.Paused {
		return 0, err // labels are on the move: the end of it wakes us
	}
	if indexing, err := d.store.Indexing(ctx); err != nil || indexing {
		return 0, err // so does the end of this; at once it would take too much memory
	}
	if err := d.forgetChanged(ctx); err != nil {
		return 0, err
	}
	plan, err := d.plan(ctx)
	if err != nil {
		return 0, err
	}
	r, err := d.newReplay(ctx, plan)
	if err != nil {
		return 0, err
	}
	if err := d.store.DropCheckpoints(ctx, plan.hash, r.from.Day, r.newest); err != nil {
		return 0, err
	}
	since := r.start()
	if i, ok := r.watch.Carried(); ok && i.OpenedAt.Before(since) {
		since = i.OpenedAt
	}
	if err := r.run(ctx); err != nil {
		return 0, err
	}
	return 0, d.keepFound(ctx, r, since)
}

// keepFound stores what a replay found and tells what the person should know.
func (d *Desk) keepFound(ctx context.Context, r *replay, since time.Time) error {
	last, err := d.store.LastImport(ctx)
	if err != nil {
		return err
	}
	found := r.watch.Found(earlier(r.cut, last.FinishedAt))
	if err := d.store.SaveGaps(ctx, r.start(), found.Gaps); err != nil {
		return err
	}
	saved, changed, err := d.store.SaveIncidents(ctx, since, found.Incidents)
	if err != nil {
		return err
	}
	total, _, err := d.store.Size(ctx)
	if err != nil {
		return err
	}
	state, err := json.Marshal(watchedState{found.Days, found.Level, found.Daily, total - r.mentions})
	if err != nil {
		return err
	}
	was, err := d.store.Setting(ctx, store.SettingDetected)
	if err != nil {
		return err
	}
	if was != string(state) {
		changed = true
		if err := d.store.SetSetting(ctx, store.SettingDetected, string(state)); err != nil {
			return err
		}
	}
	d.tell(ctx, saved)
	if changed {
		d.events.IncidentsChanged.Fire(struct{}{})
	}
	return nil
}

func earlier(a, b time.Time) time.Time {
	if b.IsZero() || a.Before(b) {
		return a
	}
	return b
}

// tell warns of the incidents that are new or got worse. What began longer ago
// is in the history, silently.
func (d *Desk) tell(ctx context.Context, incidents []data.Incident) {
	now := d.Now()
	for _, i := range incidents {
		if !i.Open() || i.Expect || i.Verdict == data.NotCrisis || now.Sub(i.OpenedAt) > notifies {
			continue
		}
		if !i.NotifiedAt.IsZero() && !i.WorseAt.After(i.NotifiedAt) {
			continue
		}
		if err := d.store.Notified(ctx, i.ID); err == nil { // untold it is tried again at the next look
			d.events.Warned.Fire(i)
		}
	}
}

// lastsOpen is how long an incident without any alarm is still going on, when
// no newer data came in.
const lastsOpen = 7 * 24 * time.Hour

// Situation tells where things stand.
func (d *Desk) Situation(ctx context.Context) (s data.Situation, err error) {
	now := d.Now()
	all, err := d.store.Incidents(ctx, data.Period{From: now.Add(-60 * 24 * time.Hour)})
	if err != nil {
		return s, err
	}
	for _, i := range all {
		if i.Open() && !i.Expect && i.Verdict != data.NotCrisis && now.Sub(i.Alarms[len(i.Alarms)-1].At) < lastsOpen {
			s.Open = append(s.Open, i)
		}
	}
	slices.SortStableFunc(s.Open, func(a, b data.Incident) int { return int(b.Level - a.Level) })
	if s.Unwatched, err = d.store.Gaps(ctx); err != nil {
		return s, err
	}
	var state watchedState
	text, err := d.store.Setting(ctx, store.SettingDetected)
	if err != nil {
		return s, err
	}
	_ = json.Unmarshal([]byte(text), &state) // none yet: nothing is known
	s.Days, s.Level, s.Daily, s.Future = state.Days, state.Level, state.Daily, state.Future
	s.Until, s.Learning, s.Behind = detect.Learnt, state.Days < detect.Learnt, d.detector.working()
	if s.Sensitivity, err = d.sensitivity(ctx); err != nil {
		return s, err
	}
	s.FalseAlarms = s.Sensitivity.FalseAlarms()
	s.Backlog, err = d.backlog(ctx)
	return s, err
}

// replyClock is how long a negative mention may wait for an answer.
const replyClock = 8 * time.Hour

// backlog counts the negatives of the last 30 days that wait beyond their
// clock. It is an alarm only where answers are usual.
func (d *Desk) backlog(ctx context.Context) (b data.Backlog, err error) {
	now := d.Now()
	month := data.Period{From: now.Add(-30 * 24 * time.Hour).Truncate(time.Hour), To: now.Add(-replyClock).Truncate(time.Hour)}
	late, err := d.store.UnansweredNegatives(ctx, data.Filter{Period: month})
	if err != nil {
		return b, err
	}
	replies, err := d.store.FirstReply(ctx, data.Filter{Period: month})
	b = data.Backlog{Late: late.Count, Oldest: late.Oldest, Clock: replyClock}
	b.Alarm = late.Count > 0 && replies.Replies > 0 && now.Sub(late.Oldest) > 2*replyClock
	return b, err
}

// Incidents lists the incidents that touch a period, newest first; the zero
// period is all.
func (d *Desk) Incidents(ctx context.Context, p data.Period) ([]data.Incident, error) {
	return d.store.Incidents(ctx, p)
}

// Incident reads one incident.
func (d *Desk) Incident(ctx context.Context, id int64) (data.Incident, error) {
	return d.store.Incident(ctx, id)
}

// baselineDays is what an incident is compared with.
const baselineDays = 30

// FilterOf gives the mentions of an incident, from its onset to its end, on
// its stream, and the period to compare them with.
func (d *Desk) FilterOf(ctx context.Context, i data.Incident) (f data.Filter, before data.Period, err error) {
	switch i.Stream.Kind {
	case data.OfSource:
		f.Sources = []string{i.Stream.Name}
	case data.OfTag:
		f.Tags = []string{i.Stream.Name}
	case data.OfTopic:
		if f, err = d.topicFilter(ctx, i.Stream.Name); err != nil {
			return f, before, err
		}
	}
	end := i.ClosedAt
	if end.IsZero() {
		if end, err = d.horizon(ctx); err != nil {
			return f, before, err
		}
	}
	f.Period = data.Period{From: i.Onset, To: end}
	return f, data.Period{From: i.Onset.Add(-baselineDays * 24 * time.Hour), To: i.Onset}, nil
}

func (d *Desk) topicFilter(ctx context.Context, name string) (data.Filter, error) {
	topics, err := d.Topics(ctx)
	if err != nil {
		return data.Filter{}, err
	}
	for _, t := range topics {
		if t.Name == name {
			return data.ParseQuery(t.Query, d.Zone())
		}
	}
	return data.Filter{}, nil
}

// WaitForDetectors returns when every mention was looked at.
func (d *Desk) WaitForDetectors() { d.detector.wait() }
