package store

import (
	"context"
	"database/sql"
	"strconv"
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
	bucket, source int64
	label          data.Label
}

type counted struct{ n, reach, reachKnown int64 }

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
	t.change(source, id, label, one(reach, +1))
	t.status[statusKey{status, label, source}]++
}

// remove takes one mention out of the counts.
func (t *tally) remove(source int64, id data.ID, label data.Label, status data.Status, reach int64) {
	t.change(source, id, label, one(reach, -1))
	t.status[statusKey{status, label, source}]--
}

func (t *tally) reach(source int64, id data.ID, label data.Label, reach, sign int64) {
	if reach != data.Unknown {
		t.change(source, id, label, counted{reach: sign * reach, reachKnown: sign})
	}
}

// one is what a mention of that reach counts for.
func one(reach, sign int64) counted {
	if reach == data.Unknown {
		return counted{n: sign}
	}
	return counted{sign, sign * reach, sign}
}

func (t *tally) change(source int64, id data.ID, label data.Label, by counted) {
	sec := int64(id) >> hashBits
	hour := bucketKey{floorDiv(sec, 3600), source, label}
	day := bucketKey{t.localDay(sec), source, label}
	add(t.hours, hour, by)
	add(t.days, day, by)
}

func add(to map[bucketKey]*counted, key bucketKey, by counted) {
	c := to[key]
	if c == nil {
		c = &counted{}
		to[key] = c
	}
	c.n, c.reach, c.reachKnown = c.n+by.n, c.reach+by.reach, c.reachKnown+by.reachKnown
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
	if err := saveBuckets(ctx, tx, "agg_hour", "hour", t.hours); err != nil {
		return err
	}
	if err := saveBuckets(ctx, tx, "agg_day", "day", t.days); err != nil {
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

// bucketsPerUpsert is how many buckets one statement takes.
const bucketsPerUpsert = 100

// saveBuckets writes numbers only, so the statement is put together as text:
// far cheaper than binding six values a bucket.
func saveBuckets(ctx context.Context, tx *sql.Tx, table, bucket string, changes map[bucketKey]*counted) error {
	var b strings.Builder
	n := 0
	flush := func() error {
		if n == 0 {
			return nil
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO `+table+` (`+bucket+`, source_id, label, n, reach, reach_known) VALUES `+b.String()+
			` ON CONFLICT DO UPDATE SET n = n + excluded.n, reach = reach + excluded.reach, reach_known = reach_known + excluded.reach_known`)
		b.Reset()
		n = 0
		return err
	}
	for k, c := range changes {
		if *c == (counted{}) {
			continue
		}
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('(')
		for i, v := range []int64{k.bucket, k.source, int64(k.label), c.n, c.reach, c.reachKnown} {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strconv.FormatInt(v, 10))
		}
		b.WriteByte(')')
		if n++; n == bucketsPerUpsert {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// recountDays fills agg_day anew for a zone.
func recountDays(ctx context.Context, tx *sql.Tx, zone *time.Location) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM agg_day`); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT id, source_id, label, reach FROM mentions`)
	if err != nil {
		return err
	}
	t := newTally(zone)
	err = each(rows, func() error {
		var id data.ID
		var source, reach int64
		var label data.Label
		if err := rows.Scan(&id, &source, &label, &reach); err != nil {
			return err
		}
		t.change(source, id, label, one(reach, +1))
		return nil
	})
	if err != nil {
		return err
	}
	return saveBuckets(ctx, tx, "agg_day", "day", t.days)
}
