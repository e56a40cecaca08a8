package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// tally gathers changes to the counts in memory: one upsert for each hour and
// day of a batch, not one for each mention.
type tally struct {
	zone   *time.Location
	hours  map[bucketKey]*counted
	days   map[bucketKey]*counted
	status map[statusKey]int64

	// The local day of the latest mention: they come in order of time.
	dayFrom, dayTo, day int64
}

type bucketKey struct {
	source, bucket int64
	label          data.Label
}

// allSources is the source under which all are counted together.
const allSources = 0

type counted struct{ n, waiting, reach, reachKnown int64 }

type statusKey struct {
	status data.Status
	label  data.Label
	source int64
}

func newTally(zone *time.Location) *tally {
	return &tally{zone: zone, hours: map[bucketKey]*counted{}, days: map[bucketKey]*counted{}, status: map[statusKey]int64{}}
}

const daySeconds = 24 * 60 * 60

// dayNumber counts the local date of t in days since 1970-01-01.
func dayNumber(t time.Time, zone *time.Location) int64 {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / daySeconds
}

// dayStart is the moment at which the local day of that number begins.
func dayStart(number int64, zone *time.Location) time.Time {
	y, m, d := time.Unix(number*daySeconds, 0).UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone)
}

func (t *tally) localDay(sec int64) int64 {
	if sec < t.dayFrom || sec >= t.dayTo {
		t.day = dayNumber(time.Unix(sec, 0), t.zone)
		t.dayFrom = dayStart(t.day, t.zone).Unix()
		t.dayTo = dayStart(t.day+1, t.zone).Unix()
	}
	return t.day
}

// add counts one mention.
func (t *tally) add(source int64, id data.ID, label data.Label, status data.Status, reach int64) {
	t.change(source, id, label, one(status, reach, +1))
	t.status[statusKey{status, label, source}]++
}

// remove takes one mention out of the counts.
func (t *tally) remove(source int64, id data.ID, label data.Label, status data.Status, reach int64) {
	t.change(source, id, label, one(status, reach, -1))
	t.status[statusKey{status, label, source}]--
}

// reach counts the reach of a mention that is counted itself.
func (t *tally) reach(source int64, id data.ID, label data.Label, reach, sign int64) {
	if reach != data.Unknown {
		t.change(source, id, label, counted{reach: sign * reach, reachKnown: sign})
	}
}

// one is what a mention of that reach counts for.
func one(status data.Status, reach, sign int64) counted {
	c := counted{n: sign}
	if slices.Contains(data.Unanswered, status) {
		c.waiting = sign
	}
	if reach != data.Unknown {
		c.reach, c.reachKnown = sign*reach, sign
	}
	return c
}

func (t *tally) change(source int64, id data.ID, label data.Label, by counted) {
	sec := int64(id) >> hashBits
	add(t.hours, bucketKey{source, floorDiv(sec, 3600), label}, by)
	add(t.days, bucketKey{source, t.localDay(sec), label}, by)
}

func add(to map[bucketKey]*counted, key bucketKey, by counted) {
	c := to[key]
	if c == nil {
		c = &counted{}
		to[key] = c
	}
	c.n, c.waiting, c.reach, c.reachKnown = c.n+by.n, c.waiting+by.waiting, c.reach+by.reach, c.reachKnown+by.reachKnown
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// save adds the changes to the stored counts and drops what has become zero.
func (t *tally) save(ctx context.Context, tx *sql.Tx) error {
	if err := t.saveBuckets(ctx, tx); err != nil {
		return err
	}
	for k, n := range t.status {
		if n == 0 {
			continue
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO agg_status VALUES (?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET n = n + excluded.n`, k.status, k.label, k.source, n)
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tally) saveBuckets(ctx context.Context, tx *sql.Tx) error {
	if err := saveBuckets(ctx, tx, "agg_hour", "hour", t.hours); err != nil {
		return err
	}
	return saveBuckets(ctx, tx, "agg_day", "day", t.days)
}

// withAll adds the counts of all sources together.
func withAll(changes map[bucketKey]*counted) map[bucketKey]*counted {
	all := make(map[bucketKey]*counted, len(changes))
	for k, c := range changes {
		add(all, bucketKey{allSources, k.bucket, k.label}, *c)
	}
	for k, c := range changes {
		all[k] = c
	}
	return all
}

// bucketsPerUpsert is how many buckets one statement takes.
const bucketsPerUpsert = 100

// saveBuckets writes numbers only, so the statement is put together as text:
// far cheaper than binding seven values a bucket.
func saveBuckets(ctx context.Context, tx *sql.Tx, table, bucket string, changes map[bucketKey]*counted) error {
	var rows []string
	flush := func() error {
		if len(rows) == 0 {
			return nil
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO `+table+` (source_id, `+bucket+`, label, n, waiting, reach, reach_known) VALUES `+strings.Join(rows, ",")+
			` ON CONFLICT DO UPDATE SET n = n + excluded.n, waiting = waiting + excluded.waiting, reach = reach + excluded.reach, reach_known = reach_known + excluded.reach_known`)
		rows = rows[:0]
		return err
	}
	for k, c := range withAll(changes) {
		if *c == (counted{}) {
			continue
		}
		rows = append(rows, `(`+join([]int64{k.source, k.bucket, int64(k.label), c.n, c.waiting, c.reach, c.reachKnown})+`)`)
		if len(rows) == bucketsPerUpsert {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// recount fills the counts by hour and day anew, for a zone.
func recount(ctx context.Context, tx *sql.Tx, zone *time.Location) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM agg_hour; DELETE FROM agg_day`); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT id, source_id, label, status, reach FROM mentions`)
	if err != nil {
		return err
	}
	t := newTally(zone)
	err = each(rows, func() error {
		var id data.ID
		var source, reach int64
		var label data.Label
		var status data.Status
		if err := rows.Scan(&id, &source, &label, &status, &reach); err != nil {
			return err
		}
		t.change(source, id, label, one(status, reach, +1))
		return nil
	})
	if err != nil {
		return err
	}
	return t.saveBuckets(ctx, tx)
}

// recountIfMissing fills the counts of a workspace that has none: a migration
// has made their tables anew.
func (s *Store) recountIfMissing(ctx context.Context) error {
	var missing bool
	err := s.reader.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM mentions) AND NOT EXISTS (SELECT 1 FROM agg_hour)`).Scan(&missing)
	if err != nil || !missing {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error { return recount(ctx, tx, s.Zone()) })
}
