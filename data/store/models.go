package store

import (
	"context"
	"database/sql"
	"math"

	"vedetta/data"
)

func percent(share float64) int64 { return int64(math.Round(100 * share)) }

func share(percent int64) float64 { return float64(percent) / 100 }

// settingModel holds the id of the model in use.
const settingModel = "model"

// Models lists the models of the workspace, newest first.
func (s *Store) Models(ctx context.Context) ([]data.ModelInfo, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, name, made_at, adaptation, way, corrections, before, after,
		id = coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE key = ?), 0) FROM models ORDER BY id DESC`, settingModel)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var all []data.ModelInfo
	err = each(rows, func() error {
		var m data.ModelInfo
		var madeAt int64
		err := rows.Scan(&m.ID, &m.Name, &madeAt, &m.Adaptation, &m.Way, &m.Corrections, &m.Before, &m.After, &m.InUse)
		m.MadeAt = timeOrZero(madeAt)
		all = append(all, m)
		return err
	})
	return all, explain(err, s.path)
}

// AddModel stores a model, takes it into use and begins to label all mentions
// anew. It gives the model's id.
func (s *Store) AddModel(ctx context.Context, m data.ModelInfo) (id int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO models (name, made_at, adaptation, way, corrections, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			m.Name, s.clock().Unix(), m.Adaptation, m.Way, m.Corrections, m.Before, m.After)
		if err != nil {
			return err
		}
		if id, err = res.LastInsertId(); err != nil {
			return err
		}
		return useModel(ctx, tx, id)
	})
	return id, err
}

// UseModel takes a model into use again and begins to label all mentions anew.
func (s *Store) UseModel(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error { return useModel(ctx, tx, id) })
}
