package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"strconv"
	"time"

	"vedetta/data"
)

func useModel(ctx context.Context, tx *sql.Tx, id int64) error {
	if err := putSetting(ctx, tx, settingModel, strconv.FormatInt(id, 10)); err != nil {
		return err
	}
	return beginRescoring(ctx, tx, id)
}

// Rescore begins to label all mentions anew with the model in use, as after a
// change of the words to watch.
func (s *Store) Rescore(ctx context.Context, model int64) error {
	return s.write(ctx, func(tx *sql.Tx) error { return beginRescoring(ctx, tx, model) })
}

// beginRescoring starts from the newest mention, whatever was under way.
func beginRescoring(ctx context.Context, tx *sql.Tx, model int64) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM rescoring`); err != nil {
		return err
	}
	var total int
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(sum(n), 0) FROM agg_status`).Scan(&total); err != nil || total == 0 {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO rescoring (model_id, before_id, done, total) VALUES (?, ?, 0, ?)`, model, int64(math.MaxInt64), total)
	return err
}

// Rescoring tells how far labelling anew has come; zero when nothing is left.
func (s *Store) Rescoring(ctx context.Context) (r data.Rescoring, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT done, total, paused FROM rescoring`).Scan(&r.Done, &r.Total, &r.Paused)
	if errors.Is(err, sql.ErrNoRows) {
		return data.Rescoring{}, nil
	}
	return r, explain(err, s.path)
}

// PauseRescoring stops labelling anew, or lets it go on.
func (s *Store) PauseRescoring(ctx context.Context, paused bool) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE rescoring SET paused = ?`, paused)
		return err
	})
}

// ToRescore reads the next n mentions to label anew, as far as labels rest on
// them. It gives none when none are left or the person paused the work.
func (s *Store) ToRescore(ctx context.Context, n int) ([]data.Mention, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, m.title, m.text, m.lang, m.rating FROM rescoring r
		JOIN mentions m ON m.id < r.before_id WHERE r.paused = 0 ORDER BY m.id DESC LIMIT ?`, n)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var todo []data.Mention
	err = each(rows, func() error {
		var m data.Mention
		err := rows.Scan(&m.ID, &m.Title, &m.Text, &m.Lang, &m.Rating)
		todo = append(todo, m)
		return err
	})
	return todo, explain(err, s.path)
}

// SaveScores stores what a model says of mentions that ToRescore gave, keeps
// the counts in step and remembers how far it came. The person's own labels
// stay. It does nothing when another model has been taken into use meanwhile.
func (s *Store) SaveScores(ctx context.Context, model int64, done []data.Mention) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		w := scoreWriter{tx: tx, model: model, zone: s.Zone()}
		res, err := tx.ExecContext(ctx, `UPDATE rescoring SET before_id = ?, done = min(done + ?, total - 1) WHERE model_id = ?`,
			int64(done[len(done)-1].ID), len(done), model)
		if err != nil {
			return err
		}
		if n, _ := res.RowsAffected(); n == 0 {
			return nil
		}
		return w.save(ctx, done)
	})
}

// EndRescoring forgets the work that is done. Mentions that an import labelled
// with the model before while the work went on are left to do: then it tells
// so.
func (s *Store) EndRescoring(ctx context.Context, model int64) (left bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var paused bool
		err := tx.QueryRowContext(ctx, `SELECT paused FROM rescoring WHERE model_id = ?`, model).Scan(&paused)
		if errors.Is(err, sql.ErrNoRows) || paused {
			return nil
		}
		if err != nil {
			return err
		}
		var latest sql.NullInt64
		if err := tx.QueryRowContext(ctx, `SELECT max(id) FROM mentions WHERE model_id <> ?`, model).Scan(&latest); err != nil {
			return err
		}
		if left = latest.Valid; left {
			_, err = tx.ExecContext(ctx, `UPDATE rescoring SET before_id = ?`, latest.Int64+1)
		} else {
			_, err = tx.ExecContext(ctx, `DELETE FROM rescoring`)
		}
		return err
	})
	return left, err
}

type scoreWriter struct {
	tx    *sql.Tx
	model int64
	zone  *time.Location
}

func (w *scoreWriter) save(ctx context.Context, done []data.Mention) error {
	read, err := w.tx.PrepareContext(ctx, `SELECT source_id, label, status, reach, (SELECT override FROM triage WHERE mention_id = id) FROM mentions WHERE id = ?`)
	if err != nil {
		return err
	}
	defer read.Close()
	update, err := w.tx.PrepareContext(ctx, `UPDATE mentions SET model_id = ?, model_label = ?, score = ?, confidence = ?, label = ?,
		complaint = ?, watched = ? WHERE id = ?`)
	if err != nil {
		return err
	}
	defer update.Close()
	t := newTally(w.zone)
	for i := range done {
		m, found := &done[i], &done[i].Sentiment
		var source, reach int64
		var label data.Label
		var status data.Status
		var override *data.Label
		err := read.QueryRowContext(ctx, m.ID).Scan(&source, &label, &status, &reach, &override)
		if errors.Is(err, sql.ErrNoRows) {
			continue // gone with its import
		}
		if err != nil {
			return err
		}
		next := found.Label
		if override != nil {
			next = *override
		}
		if next != label {
			t.remove(source, m.ID, label, status, reach)
			t.add(source, m.ID, next, status, reach)
		}
		_, err = update.ExecContext(ctx, w.model, found.Label, found.Score, found.Confidence, next,
			percent(found.Complaint), int64(found.Watched), m.ID)
		if err != nil {
			return err
		}
	}
	return t.save(ctx, w.tx)
}
