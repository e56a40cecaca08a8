package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// BeginAudit draws a random sample of mentions to label; every mention has the
// same chance. An audit that was begun before and not ended is given up.
func (s *Store) BeginAudit(ctx context.Context, size int) (id int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM audits WHERE ended_at = 0`); err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, `INSERT INTO audits (begun_at) VALUES (?)`, s.clock().Unix())
		if err != nil {
			return err
		}
		if id, err = res.LastInsertId(); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO audit_mentions (audit_id, place, mention_id)
			SELECT ?, row_number() OVER () - 1, id FROM (SELECT id FROM mentions ORDER BY random() LIMIT ?)`, id, size)
		return err
	})
	return id, err
}

// Audits lists the audits, newest first, each measured against the labels that
// the model gives today.
func (s *Store) Audits(ctx context.Context) ([]data.Audit, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT a.id, a.begun_at, a.ended_at, x.label, m.model_label, count(*)
		FROM audits a JOIN audit_mentions x ON x.audit_id = a.id JOIN mentions m ON m.id = x.mention_id
		GROUP BY a.id, x.label, m.model_label ORDER BY a.id DESC`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var all []data.Audit
	err = each(rows, func() error {
		var a data.Audit
		var begun, ended int64
		var given *data.Label
		var model data.Label
		var n int
		if err := rows.Scan(&a.ID, &begun, &ended, &given, &model, &n); err != nil {
			return err
		}
		if len(all) == 0 || all[len(all)-1].ID != a.ID {
			a.BegunAt, a.EndedAt = timeOrZero(begun), timeOrZero(ended)
			all = append(all, a)
		}
		last := &all[len(all)-1]
		last.Size += n
		if given != nil {
			last.Labelled += n
			last.Confusion[*given][model] += n
		}
		return nil
	})
	return all, explain(err, s.path)
}

// AuditStep reads a place of an audit; ErrNotFound behind the last. Mentions
// that went with their import leave their place empty and are passed over.
func (s *Store) AuditStep(ctx context.Context, audit int64, place int) (step data.AuditStep, err error) {
	var id data.ID
	err = s.reader.QueryRowContext(ctx, `SELECT place, mention_id, label FROM audit_mentions
		WHERE audit_id = ? AND place >= ? ORDER BY place LIMIT 1`, audit, place).Scan(&step.Place, &id, &step.Label)
	if errors.Is(err, sql.ErrNoRows) {
		return step, data.Errorf(data.ErrNotFound, "place %d of audit %d", place, audit)
	}
	if err != nil {
		return step, explain(err, s.path)
	}
	d, err := s.evidence(ctx, id)
	step.Mention = d.Mention
	return step, explain(err, s.path)
}

// SaveAuditLabel stores the person's label of a place; nil takes it back.
func (s *Store) SaveAuditLabel(ctx context.Context, audit int64, place int, label *data.Label) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE audit_mentions SET label = ? WHERE audit_id = ? AND place = ?`, label, audit, place)
		return err
	})
}

// EndAudit closes an audit; one without a label is forgotten.
func (s *Store) EndAudit(ctx context.Context, audit int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE audits SET ended_at = ? WHERE id = ?`, s.clock().Unix(), audit)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM audits WHERE id = ?
			AND NOT EXISTS (SELECT 1 FROM audit_mentions WHERE audit_id = audits.id AND label IS NOT NULL)`, audit)
		return err
	})
}
