package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
	"vedetta/data/store"
)

// replay runs the detectors over a stretch of the history.
type replay struct {
	desk   *Desk
	plan   *watchPlan
	watch  *detect.Watch
	from   store.Checkpoint // that it goes on from; zero from the beginning
	newest int64            // the last day with mentions, since 1970
	cut    time.Time        // mentions after it are in the future

	day                int64
	mentions, negative int
	growth             []store.Grown
	streams, rules     []int
	progress           func(read int)
	keep               bool // checkpoints are saved
}

const daySeconds = 86400

func dayOf(t time.Time) int64 {
	s := t.Unix()
	if s < 0 {
		s -= daySeconds - 1
	}
	return s / daySeconds
}

// newReplay goes on from the latest checkpoint that the mentions of now still
// lead to; without one, from the first mention.
func (d *Desk) newReplay(ctx context.Context, p *watchPlan) (*replay, error) {
	r := &replay{desk: d, plan: p, keep: true, progress: func(int) {}}
	var err error
	if r.cut, err = d.horizon(ctx); err != nil {
		return nil, err
	}
	days, err := d.store.DayCounts(ctx)
	if err != nil {
		return nil, err
	}
	last := dayOf(r.cut)
	for _, c := range days {
		if c.Day <= last {
			r.newest = c.Day
		}
	}
	points, err := d.store.Checkpoints(ctx, p.hash)
	if err != nil {
		return nil, err
	}
	if c, ok := latestValid(points, days); ok {
		state, err := d.store.CheckpointState(ctx, c.Day)
		if err == nil {
			if r.watch, err = detect.Restore(p.setup, state); err == nil {
				r.from, r.mentions, r.negative = c, c.Mentions, c.Negative
				return r, nil
			}
		} // a state that cannot be read any more costs a replay from the beginning
	}
	r.watch = detect.New(p.setup)
	return r, nil
}

// latestValid finds the latest checkpoint before which there are as many
// mentions and negatives as when it was made.
func latestValid(points []store.Checkpoint, days []store.DayCount) (best store.Checkpoint, ok bool) {
	sum, i := store.DayCount{}, 0
	for _, c := range points {
		for ; i < len(days) && days[i].Day < c.Day; i++ {
			sum.Mentions += days[i].Mentions
			sum.Negative += days[i].Negative
		}
		if sum.Mentions == c.Mentions && sum.Negative == c.Negative {
			best, ok = c, true
		}
	}
	return best, ok
}

// horizon is the moment after which mentions are in the future: now, or the
// last import if the clock went back since.
func (d *Desk) horizon(ctx context.Context) (time.Time, error) {
	now := d.Now()
	last, err := d.store.LastImport(ctx)
	if err == nil && last.FinishedAt.After(now) {
		now = last.FinishedAt
	}
	return now.Add(time.Second), err
}

// start is where the mentions of the replay begin; zero at the first of all.
func (r *replay) start() time.Time {
	if r.from.Day == 0 {
		return time.Time{}
	}
	return time.Unix(r.from.Day*daySeconds, 0).UTC()
}

// run feeds everything to the watch.
func (r *replay) run(ctx context.Context) error {
	period := data.Period{From: r.start(), To: r.cut}
	if err := r.desk.readMembers(ctx, r.plan, period); err != nil {
		return err
	}
	var err error
	if r.growth, err = r.desk.store.Growth(ctx, r.watch.Last()); err != nil {
		return err
	}
	r.growth = slices.DeleteFunc(r.growth, func(g store.Grown) bool { return !g.To.SeenAt.After(r.watch.Last()) })
	r.day = r.from.Day
	from := period.From
	if from.IsZero() {
		from = time.Unix(-1<<40, 0)
	}
	if err := r.feed(ctx, from); err != nil {
		return err
	}
	r.grow(r.cut)
	return nil
}

// feedBatch is how many mentions are read ahead of the detectors.
const feedBatch = 4096

// feed reads the mentions from a moment on, while the detectors are at work on
// those read before.
func (r *replay) feed(ctx context.Context, from time.Time) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches, failed := make(chan []store.Watchable, 4), make(chan error, 1)
	go func() {
		defer close(batches)
		failed <- r.read(ctx, from, batches)
	}()
	read := 0
	for batch := range batches {
		for _, m := range batch {
			if err := r.add(ctx, m); err != nil {
				return err
			}
		}
		read += len(batch)
		r.progress(read)
	}
	return <-failed
}

func (r *replay) read(ctx context.Context, from time.Time, batches chan<- []store.Watchable) error {
	var batch []store.Watchable
	send := func() error {
		select {
		case batches <- batch:
			batch = nil
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := r.desk.store.Watchables(ctx, from, r.cut, func(m store.Watchable) error {
		if batch = append(batch, m); len(batch) < feedBatch {
			return nil
		}
		return send()
	})
	if err != nil {
		return err
	}
	return send()
}

func (r *replay) add(ctx context.Context, m store.Watchable) error {
	at := m.ID.PublishedAt()
	if day := dayOf(at); day != r.day {
		r.day = day
		if err := r.checkpoint(ctx, day); err != nil {
			return err
		}
	}
	r.grow(at)
	r.mentions++
	if m.Label == data.Negative {
		r.negative++
	}
	r.streams = r.streams[:0]
	if i, ok := r.plan.sources[m.Source]; ok {
		r.streams = append(r.streams, i)
	}
	r.streams = membersOf(r.plan.streams, m.ID, r.streams)
	r.rules = membersOf(r.plan.rules, m.ID, r.rules[:0])
	r.watch.Add(detect.Mention{
		ID: m.ID, Label: m.Label, Reach: m.Reach, Watched: m.Watched, Source: int(m.Source),
		Press: r.plan.press[m.Source], Streams: r.streams, Rules: r.rules,
	})
	return nil
}

// checkpoint saves the state before the first mention of a day.
func (r *replay) checkpoint(ctx context.Context, day int64) error {
	if !r.keep || r.mentions == 0 || day == r.from.Day || !store.KeepsCheckpoint(day, r.newest) {
		return nil
	}
	c := store.Checkpoint{Day: day, Mentions: r.mentions, Negative: r.negative}
	return r.desk.store.SaveCheckpoint(ctx, r.plan.hash, c, r.watch.State())
}

// grow feeds what was seen of engagement up to a moment.
func (r *replay) grow(until time.Time) {
	for len(r.growth) > 0 && !r.growth[0].To.SeenAt.After(until) {
		g := r.growth[0]
		r.watch.Grew(detect.Growth{Mention: g.ID, From: g.From, To: g.To})
		r.growth = r.growth[1:]
	}
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
