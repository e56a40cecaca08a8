package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"vedetta/data"
)

// Two tools name one mention differently. While an import runs, its new
// mentions are compared with those that other tools brought: at the same
// address, whenever that was, or of the same minutes. A twin is not stored
// again; its key becomes an alias, so that it is known from then on.

// hasAliases tells whether any mention has the id of another tool.
func hasAliases(ctx context.Context, q querier) (has bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM aliases WHERE source_id > 0)`).Scan(&has)
	return has, err
}

// others are the imports whose mentions an import may tell of under other
// keys: those of another format, and those named by content.
const others = `SELECT o.id, o.format, o.aliased_to FROM imports o, imports i
	WHERE i.id = ? AND o.id <> i.id AND o.state <> '` + string(data.ImportUndone) + `' AND o.last_id >= 0
		AND (o.format <> i.format OR o.keyed OR ?)`

// twinsPossible tells whether a batch may hold mentions that are here under
// other keys.
func (w *batchWriter) twinsPossible(ctx context.Context, batch []*data.Mention) (possible bool, err error) {
	if possible, err = hasAliases(ctx, w.tx); possible || err != nil {
		return possible, err
	}
	keyed := slices.ContainsFunc(batch, (*data.Mention).HasContentKey)
	err = w.tx.QueryRowContext(ctx, `SELECT EXISTS (`+others+`)`, w.importID, keyed).Scan(&possible)
	return possible, err
}

// aliasBatch is how many mentions are entered by their address in one
// transaction.
const aliasBatch = 20_000

// PrepareTwins enters the mentions that an import will be compared with by
// their address. keyed tells that the import names its mentions by content.
func (s *Store) PrepareTwins(ctx context.Context, importID int64, keyed bool) error {
	for {
		more := false
		err := s.write(ctx, func(tx *sql.Tx) error {
			var other int64
			var format string
			var from data.ID
			err := tx.QueryRowContext(ctx, others+` AND o.aliased_to IS NOT NULL LIMIT 1`, importID, keyed).Scan(&other, &format, &from)
			if errors.Is(err, sql.ErrNoRows) {
				return nil
			}
			more = true
			if err != nil {
				return err
			}
			return enterAddresses(ctx, tx, other, from)
		})
		if err != nil || !more {
			return err
		}
	}
}

// enterAddresses takes the next mentions of an import. Those whose address
// holds their id need no entry: every tool gives them the same key.
func enterAddresses(ctx context.Context, tx *sql.Tx, importID int64, from data.ID) error {
	rows, err := tx.QueryContext(ctx, `SELECT m.id, m.url, m.title, m.text FROM imports i CROSS JOIN mentions m
		WHERE i.id = ? AND `+ofImport+` AND m.id > ? AND m.url <> '' AND instr(m.url, m.external_id) = 0 ORDER BY m.id LIMIT ?`,
		importID, from, aliasBatch)
	if err != nil {
		return err
	}
	n, last := 0, from
	keys := map[string]data.ID{}
	err = each(rows, func() error {
		var m data.Mention
		err := rows.Scan(&m.ID, &m.URL, &m.Title, &m.Text)
		n, last = n+1, m.ID
		if key := data.TwinKey(&m); key != "" {
			keys[key] = m.ID
		}
		return err
	})
	if err != nil {
		return err
	}
	for key, id := range keys {
		if _, err := tx.Exec(`INSERT OR IGNORE INTO aliases VALUES (0, ?, ?, ?)`, key, id, importID); err != nil {
			return err
		}
	}
	to := sql.NullInt64{Int64: int64(last), Valid: n == aliasBatch}
	_, err = tx.ExecContext(ctx, `UPDATE imports SET aliased_to = ? WHERE id = ?`, to, importID)
	return err
}

// linkTwins refreshes what of a batch is in the workspace, under its own key
// or a twin's, and returns the rest.
func (w *batchWriter) linkTwins(ctx context.Context, batch []*data.Mention) (fresh []*data.Mention, err error) {
	known, err := w.store.known(ctx, w.tx, batch)
	if err != nil {
		return nil, err
	}
	finder := twinFinder{w: w}
	if err := finder.load(ctx); err != nil {
		return nil, err
	}
	for _, m := range batch {
		k, ok := known[keyOf(m)]
		if !ok {
			if k, ok, err = finder.find(ctx, m); err != nil {
				return nil, err
			}
			if ok {
				known[keyOf(m)] = k
				if err := w.link(ctx, m, k.ID); err != nil {
					return nil, err
				}
			}
		}
		if !ok {
			fresh = append(fresh, m)
			continue
		}
		if err := w.refresh(ctx, m, k); err != nil {
			return nil, err
		}
	}
	return fresh, nil
}

func (w *batchWriter) link(ctx context.Context, m *data.Mention, to data.ID) error {
	w.counts.Linked++
	if err := enrich(ctx, w.tx, to, m); err != nil {
		return err
	}
	_, err := w.tx.ExecContext(ctx, `INSERT OR IGNORE INTO aliases VALUES (?, ?, ?, ?)`, w.sources[m.Source], m.ExternalID, to, w.importID)
	return err
}

// twinFinder looks for mentions of other imports.
type twinFinder struct {
	w       *batchWriter
	format  string           // of the import that runs
	formats map[int64]string // of the others
}

func (f *twinFinder) load(ctx context.Context) error {
	rows, err := f.w.tx.QueryContext(ctx, `SELECT id, format FROM imports`)
	if err != nil {
		return err
	}
	f.formats = map[int64]string{}
	err = each(rows, func() error {
		var id int64
		var format string
		err := rows.Scan(&id, &format)
		f.formats[id] = format
		return err
	})
	f.format = f.formats[f.w.importID]
	return err
}

const twinColumns = knownColumns + `, m.source_id, m.external_id, m.url, m.author, m.handle, m.title, m.text`

// find looks for the twin of a mention: one that no other mention of this
// import has been found to be.
func (f *twinFinder) find(ctx context.Context, m *data.Mention) (Known, bool, error) {
	if key := data.TwinKey(m); key != "" {
		k, ok, err := f.among(ctx, m, sameAddress, `SELECT `+twinColumns+` FROM aliases a CROSS JOIN mentions m ON m.id = a.mention_id
			WHERE a.source_id = 0 AND a.external_id = ? AND m.import_id <> ?`, key, f.w.importID)
		if ok || err != nil {
			return k, ok, err
		}
	}
	return f.among(ctx, m, data.Twins, `SELECT `+twinColumns+` FROM mentions m WHERE m.id BETWEEN ? AND ? AND m.import_id <> ?`,
		idAt(m.PublishedAt.Add(-data.TwinWithin)), idAt(m.PublishedAt.Add(data.TwinWithin+time.Second)), f.w.importID)
}

// sameAddress is for candidates found by the hash of address and text: only
// another author tells them apart.
func sameAddress(a, b *data.Mention) bool { return !data.OtherAuthor(a.Author, b.Author) }

func (f *twinFinder) among(ctx context.Context, m *data.Mention, same func(a, b *data.Mention) bool, query string, args ...any) (found Known, ok bool, err error) {
	rows, err := f.w.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return found, false, err
	}
	var all []Known
	err = each(rows, func() error {
		k, other, err := scanTwin(rows)
		if err == nil && f.differentlyNamed(m, k, &other) && same(m, &other) {
			all = append(all, k)
		}
		return err
	})
	for _, k := range all {
		var taken bool
		if err == nil {
			err = f.w.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM aliases WHERE mention_id = ? AND source_id > 0 AND import_id = ?)`,
				k.ID, f.w.importID).Scan(&taken)
		}
		if err == nil && !taken {
			return k, true, nil
		}
	}
	return found, false, err
}

func scanTwin(rows *sql.Rows) (k Known, m data.Mention, err error) {
	var source int64
	e := &k.Engagement
	err = rows.Scan(&k.ID, &k.importID, &k.line, &k.seenAt, &e.Likes, &e.Replies, &e.Shares, &e.Views, &e.Reach,
		&source, &m.ExternalID, &m.URL, &m.Author.Name, &m.Author.Handle, &m.Title, &m.Text)
	m.PublishedAt = publishedAt(k.ID)
	k.sourceID = source
	return k, m, err
}

// differentlyNamed tells whether two keys can mean one mention: two tools
// made them, or one is made of the content. At another source it is another
// mention, unless the address is the same.
func (f *twinFinder) differentlyNamed(m *data.Mention, k Known, other *data.Mention) bool {
	if f.formats[k.importID] == f.format && !m.HasContentKey() && !other.HasContentKey() {
		return false
	}
	return k.sourceID == f.w.sources[m.Source] || data.SameAddress(m.URL, other.URL)
}
