package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"vedetta/data"
)

const incidentColumns = `id, stream, onset, opened_at, worse_at, closed_at, level, parts, negative, mentions,
	expected, usual, expect, verdict, notified_at, coalesce(issue_id, 0)`

// Incidents lists the incidents that touch a period, newest first, with their
// alarms. Open bounds do not restrict.
func (s *Store) Incidents(ctx context.Context, p data.Period) ([]data.Incident, error) {
	from, to := int64(-1<<62), int64(1<<62)
	if !p.From.IsZero() {
		from = p.From.Unix()
	}
	if !p.To.IsZero() {
		to = p.To.Unix()
	}
	return s.incidents(ctx, `WHERE opened_at < ? AND (closed_at = 0 OR closed_at >= ?) ORDER BY opened_at DESC, id DESC`, to, from)
}

// Incident reads one; ErrNotFound if there is none.
func (s *Store) Incident(ctx context.Context, id int64) (data.Incident, error) {
	all, err := s.incidents(ctx, `WHERE id = ?`, id)
	if err == nil && len(all) == 0 {
		return data.Incident{}, data.Errorf(data.ErrNotFound, "incident %d", id)
	}
	if err != nil {
		return data.Incident{}, err
	}
	return all[0], nil
}

func (s *Store) incidents(ctx context.Context, where string, args ...any) ([]data.Incident, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+incidentColumns+` FROM incidents `+where, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Incident
	err = each(rows, func() error {
		i, err := scanIncident(rows)
		out = append(out, i)
		return err
	})
	if err != nil {
		return nil, explain(err, s.path)
	}
	for i := range out {
		if out[i].Alarms, err = s.alarms(ctx, out[i].ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func scanIncident(rows *sql.Rows) (i data.Incident, err error) {
	var stream, parts string
	var onset, opened, worse, closed, notified int64
	err = rows.Scan(&i.ID, &stream, &onset, &opened, &worse, &closed, &i.Level, &parts, &i.Negative, &i.Mentions,
		&i.Expected, &i.Usual, &i.Expect, &i.Verdict, &notified, &i.Issue)
	if err != nil {
		return i, err
	}
	i.Stream = data.StreamOf(stream)
	i.Onset, i.OpenedAt, i.WorseAt = time.Unix(onset, 0).UTC(), time.Unix(opened, 0).UTC(), time.Unix(worse, 0).UTC()
	i.ClosedAt, i.NotifiedAt = timeOrZero(closed), timeOrZero(notified)
	return i, json.Unmarshal([]byte(parts), &i.Parts)
}

func (s *Store) alarms(ctx context.Context, incident int64) ([]data.Alarm, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, rest FROM alarms WHERE incident_id = ? ORDER BY at, id`, incident)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Alarm
	err = each(rows, func() error {
		var a data.Alarm
		var id int64
		var rest string
		if err := rows.Scan(&id, &rest); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(rest), &a); err != nil {
			return err
		}
		a.ID = id
		out = append(out, a)
		return nil
	})
	return out, explain(err, s.path)
}

// sameIncident is how far the openings of what is one incident may lie apart
// in two looks at more or less the same mentions.
const sameIncident = 24 * time.Hour

// SaveIncidents puts what was found in the place of the incidents that opened
// since a moment (zero: of all). One that was known keeps its id, its verdict,
// its issue and that it was told; one that is not found again goes, unless the
// person judged it or handles it as an issue. It returns those found, with
// their ids, and whether anything is other than it was.
func (s *Store) SaveIncidents(ctx context.Context, since time.Time, found []data.Incident) (saved []data.Incident, changed bool, err error) {
	known, err := s.incidents(ctx, `WHERE opened_at >= ? ORDER BY opened_at`, unixOr(since, -1<<62))
	if err != nil {
		return nil, false, err
	}
	taken := map[int64]bool{}
	err = s.write(ctx, func(tx *sql.Tx) error {
		for _, i := range found {
			if old, ok := matching(known, taken, i); ok {
				taken[old.ID] = true
				i.ID, i.Verdict, i.Issue, i.NotifiedAt = old.ID, old.Verdict, old.Issue, old.NotifiedAt
				if sameFinding(old, i) {
					saved = append(saved, i)
					continue
				}
			}
			changed = true
			if err := saveIncident(ctx, tx, &i); err != nil {
				return err
			}
			saved = append(saved, i)
		}
		for _, old := range known {
			if taken[old.ID] || old.Verdict != data.NoVerdict || old.Issue != 0 {
				continue
			}
			changed = true
			if _, err := tx.ExecContext(ctx, `DELETE FROM incidents WHERE id = ?`, old.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return saved, changed, err
}

func unixOr(t time.Time, zero int64) int64 {
	if t.IsZero() {
		return zero
	}
	return t.Unix()
}

// matching finds the known incident that opened nearest to another, a day
// away at most.
func matching(known []data.Incident, taken map[int64]bool, i data.Incident) (best data.Incident, ok bool) {
	for _, k := range known {
		if d := k.OpenedAt.Sub(i.OpenedAt).Abs(); !taken[k.ID] && d <= sameIncident && (!ok || d < best.OpenedAt.Sub(i.OpenedAt).Abs()) {
			best, ok = k, true
		}
	}
	return best, ok
}

// sameFinding tells whether two looks found the same.
func sameFinding(a, b data.Incident) bool {
	for _, i := range []*data.Incident{&a, &b} {
		i.Alarms = append([]data.Alarm(nil), i.Alarms...)
		for k := range i.Alarms {
			i.Alarms[k].ID = 0
		}
	}
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

func saveIncident(ctx context.Context, tx *sql.Tx, i *data.Incident) error {
	parts, err := json.Marshal(i.Parts)
	if err != nil {
		return err
	}
	values := []any{
		i.Stream.Key(), i.Onset.Unix(), i.OpenedAt.Unix(), i.WorseAt.Unix(), unixOr(i.ClosedAt, 0), i.Level, string(parts),
		i.Negative, i.Mentions, i.Expected, i.Usual, i.Expect,
	}
	if i.ID == 0 {
		res, err := tx.ExecContext(ctx, `INSERT INTO incidents (stream, onset, opened_at, worse_at, closed_at, level, parts,
			negative, mentions, expected, usual, expect) VALUES (`+marks(len(values))+`)`, values...)
		if err != nil {
			return err
		}
		if i.ID, err = res.LastInsertId(); err != nil {
			return err
		}
	} else if _, err := tx.ExecContext(ctx, `UPDATE incidents SET stream = ?, onset = ?, opened_at = ?, worse_at = ?, closed_at = ?, level = ?, parts = ?,
			negative = ?, mentions = ?, expected = ?, usual = ?, expect = ? WHERE id = ?`, append(values, i.ID)...); err != nil {
		return err
	}
	return saveAlarms(ctx, tx, i.ID, i.Alarms)
}

func saveAlarms(ctx context.Context, tx *sql.Tx, incident int64, alarms []data.Alarm) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM alarms WHERE incident_id = ?`, incident); err != nil {
		return err
	}
	for _, a := range alarms {
		a.ID = 0
		rest, err := json.Marshal(a)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO alarms (incident_id, detector, at, observed, expected, rest) VALUES (?, ?, ?, ?, ?, ?)`,
			incident, a.Detector, a.At.Unix(), a.Observed, a.Expected, string(rest)); err != nil {
			return err
		}
	}
	return nil
}

// Judge stores the person's verdict on an incident.
func (s *Store) Judge(ctx context.Context, id int64, v data.Verdict) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE incidents SET verdict = ?, judged_at = ? WHERE id = ?`, v, s.clock().Unix(), id)
		return err
	})
}

// Notified stores that the person was told of an incident.
func (s *Store) Notified(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE incidents SET notified_at = ? WHERE id = ?`, s.clock().Unix(), id)
		return err
	})
}

// Judgement is a verdict, when it was given and on what detectors.
type Judgement struct {
	At        time.Time
	Verdict   data.Verdict
	Detectors []data.Detector
}

// Judgements lists the verdicts, oldest first.
func (s *Store) Judgements(ctx context.Context) ([]Judgement, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT i.id, i.judged_at, i.verdict, a.detector FROM incidents i
		JOIN alarms a ON a.incident_id = i.id WHERE i.verdict <> '' GROUP BY i.id, a.detector ORDER BY i.judged_at, i.id, a.detector`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []Judgement
	last := int64(0)
	err = each(rows, func() error {
		var id, at int64
		var v data.Verdict
		var d data.Detector
		if err := rows.Scan(&id, &at, &v, &d); err != nil {
			return err
		}
		if id != last {
			out = append(out, Judgement{At: time.Unix(at, 0).UTC(), Verdict: v})
			last = id
		}
		j := &out[len(out)-1]
		j.Detectors = append(j.Detectors, d)
		return nil
	})
	return out, explain(err, s.path)
}
