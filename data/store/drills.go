package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"vedetta/data"
)

// BeginDrill records that a drill starts and returns the run's id.
func (s *Store) BeginDrill(ctx context.Context, key string, at time.Time, speed float64) (id int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO drill_runs (drill, started_at, speed) VALUES (?, ?, ?)`, key, at.Unix(), speed)
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// EndDrill records a run's score.
func (s *Store) EndDrill(ctx context.Context, id int64, at time.Time, score data.DrillScore) error {
	parts, err := json.Marshal(score.Parts)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE drill_runs SET ended_at = ?, points = ?, score = ? WHERE id = ?`,
			at.Unix(), score.Points, string(parts), id)
		return err
	})
}

// ForgetDrill removes a run that was broken off.
func (s *Store) ForgetDrill(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM drill_runs WHERE id = ?`, id)
		return err
	})
}

// DrillRuns lists the runs that came to a score, oldest first.
func (s *Store) DrillRuns(ctx context.Context) (all []data.DrillResult, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, drill, started_at, ended_at, speed, points, score
		FROM drill_runs WHERE ended_at > 0 ORDER BY started_at, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var r data.DrillResult
		var begun, ended int64
		var parts string
		if err := rows.Scan(&r.ID, &r.Drill, &begun, &ended, &r.Speed, &r.Score.Points, &parts); err != nil {
			return err
		}
		r.StartedAt, r.EndedAt = timeOrZero(begun), timeOrZero(ended)
		all = append(all, r)
		return json.Unmarshal([]byte(parts), &all[len(all)-1].Score.Parts)
	})
	return all, explain(err, s.path)
}
