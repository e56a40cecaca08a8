package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"vedetta/data"
)

// SeenAgain takes in what a network says now of mentions that are here: their
// engagement, and the text of those that were edited, with the labels that they
// carry. It gives those that are not here yet, in their order, and how many
// changed.
func (s *Store) SeenAgain(ctx context.Context, mentions []data.Mention) (fresh []data.Mention, changed int, err error) {
	all := make([]*data.Mention, len(mentions))
	for i := range mentions {
		all[i] = &mentions[i]
	}
	seenAt := s.clock().Unix()
	err = s.write(ctx, func(tx *sql.Tx) error {
		fresh, changed = nil, 0
		known, err := s.known(ctx, tx, all)
		if err != nil {
			return err
		}
		for _, m := range all {
			k, here := known[KeyOf(m)]
			if !here {
				fresh = append(fresh, *m)
				continue
			}
			w := batchWriter{store: s, tx: tx, importID: k.importID}
			told, err := w.observe(ctx, k, m.Engagement, seenAt)
			if err != nil {
				return err
			}
			edited, err := s.edited(ctx, tx, k.ID, m)
			if err != nil {
				return err
			}
			if told || edited {
				changed++
			}
		}
		return nil
	})
	return fresh, changed, err
}

// edited gives a mention the text that its author gave it since, with its
// labels. Text that was dropped here stays away.
func (s *Store) edited(ctx context.Context, tx *sql.Tx, id data.ID, m *data.Mention) (bool, error) {
	var title, text string
	if err := tx.QueryRowContext(ctx, `SELECT title, text FROM mentions WHERE id = ?`, id).Scan(&title, &text); err != nil {
		return false, err
	}
	if title == m.Title && text == m.Text || m.Text == "" || title+text == "" {
		return false, nil
	}
	if err := setText(ctx, tx, id, m.Title, m.Text); err != nil {
		return false, err
	}
	scored := *m
	scored.ID = id
	w := scoreWriter{tx: tx, model: m.Sentiment.Model, zone: s.Zone()}
	return true, w.save(ctx, []data.Mention{scored})
}

// FetchedSince lists the newest mentions that a connection brought and that are
// no older than a moment, as a network is asked for them again.
func (s *Store) FetchedSince(ctx context.Context, connection int64, since time.Time, limit int) (out []data.Mention, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, s.key, m.external_id, f.extras FROM fetched f
		JOIN mentions m ON m.id = f.mention_id JOIN sources s ON s.id = m.source_id
		WHERE f.connection_id = ? AND f.mention_id >= ? AND f.gone_at = 0 ORDER BY f.mention_id DESC LIMIT ?`, connection, int64(idAt(since)), limit)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var m data.Mention
		var extras string
		if err := rows.Scan(&m.ID, &m.Source, &m.ExternalID, &extras); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(extras), &m.Extras)
		out = append(out, m)
		return err
	})
	return slices.Clip(out), explain(err, s.path)
}
