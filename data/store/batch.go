package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"vedetta/data"
)

// Batch is what one step of an import writes in one transaction.
type Batch struct {
	Import   int64
	Mentions []data.Mention // classified, with Source, ExternalID and PublishedAt
	Rejected []data.RejectedRow
	// Unchanged counts mentions that Known found here already, with nothing
	// new to say about them.
	Unchanged int
}

// AddBatch stores a batch: new mentions, refreshed engagement of known ones,
// rejected rows, the hourly and daily counts and the tally of the import, all
// or nothing. It tells what became of the mentions; the batch is re-ordered.
func (s *Store) AddBatch(ctx context.Context, b *Batch) (data.Counts, error) {
	counts := data.Counts{Known: b.Unchanged, Rejected: len(b.Rejected)}
	counts.Rows = len(b.Mentions) + b.Unchanged + len(b.Rejected)
	err := s.write(ctx, func(tx *sql.Tx) error {
		w := &batchWriter{store: s, tx: tx, importID: b.Import, seenAt: s.clock().Unix(), counts: &counts, tally: newTally(s.Zone())}
		if err := w.prepare(ctx, b.Mentions); err != nil {
			return err
		}
		if err := w.add(ctx, b.Mentions); err != nil {
			return err
		}
		if err := w.tally.save(ctx, tx); err != nil {
			return err
		}
		if err := saveRejected(ctx, tx, b.Import, b.Rejected); err != nil {
			return err
		}
		return saveCounts(ctx, tx, b.Import, counts, w.span)
	})
	if err != nil {
		_ = s.loadSources(context.WithoutCancel(ctx)) // ids given in the transaction are gone
		return data.Counts{}, err
	}
	return counts, nil
}

type batchWriter struct {
	store    *Store
	tx       *sql.Tx
	importID int64
	seenAt   int64
	counts   *data.Counts
	tally    *tally
	span     idSpan           // of the mentions stored
	sources  map[string]int64 // ids of the batch's sources
	args     []any
}

// rowsPerInsert is where more rows in one statement stop to pay off.
const rowsPerInsert = 20

// OR IGNORE, not ON CONFLICT: it lets no constraint abort the statement, so
// SQLite keeps no copy of every page that the statement touches.
const insertInto = `INSERT OR IGNORE INTO mentions (id, source_id, external_id, import_id, url, author, handle, title, text,
	published_raw, lang, rating, likes, replies, shares, views, reach, seen_at, model_label, score, confidence, label, status) VALUES `

// insertRow has the values that are the same in the whole batch, and those
// that hang together, written in: each bound value costs a call into C.
func (w *batchWriter) insertRow() string {
	return fmt.Sprintf("(?,?,?,%d,?,?,?,?,?,?,?,?,?,?,?,?,?,%d,?,?,?,?,?)", w.importID, w.seenAt)
}

func (w *batchWriter) insertSQL(rows int) string {
	return insertInto + strings.Repeat(w.insertRow()+",", rows-1) + w.insertRow()
}

// prepare gives sources and ids and sorts by id: the table and the search
// index grow fastest when rows come in their order.
func (w *batchWriter) prepare(ctx context.Context, mentions []data.Mention) error {
	keys := map[string]bool{}
	for i := range mentions {
		keys[mentions[i].Source] = true
		mentions[i].ID = makeID(&mentions[i])
		mentions[i].Import = w.importID
	}
	slices.SortStableFunc(mentions, func(a, b data.Mention) int { return cmp.Compare(a.ID, b.ID) })
	var err error
	w.sources, err = w.store.ensureSources(ctx, w.tx, keys)
	return err
}

// add sorts the batch into what is here already, which may bring news of its
// engagement, and what is new. Looking first is cheaper than asking every
// insert what became of its rows.
func (w *batchWriter) add(ctx context.Context, mentions []data.Mention) error {
	known, err := w.store.known(ctx, w.tx, mentions)
	if err != nil {
		return err
	}
	fresh := make([]data.Mention, 0, len(mentions))
	var again []data.Mention
	for i := range mentions {
		key := keyOf(&mentions[i])
		if _, ok := known[key]; ok {
			again = append(again, mentions[i])
			continue
		}
		known[key] = Known{ID: mentions[i].ID, Engagement: mentions[i].Engagement}
		fresh = append(fresh, mentions[i])
	}
	ids, err := w.insert(ctx, fresh)
	if err != nil {
		return err
	}
	for i := range again {
		k := known[keyOf(&again[i])]
		if id, moved := ids[k.ID]; moved {
			k.ID = id
		}
		w.counts.Known++
		if err := w.refresh(ctx, &again[i], k); err != nil {
			return err
		}
	}
	return nil
}

// insert stores mentions that are not in the workspace. The rare ones whose
// id is taken by another mention get the next free id of their second; moved
// tells which.
func (w *batchWriter) insert(ctx context.Context, mentions []data.Mention) (moved map[data.ID]data.ID, err error) {
	full, err := w.tx.PrepareContext(ctx, w.insertSQL(rowsPerInsert))
	if err != nil {
		return nil, err
	}
	defer full.Close()
	moved = map[data.ID]data.ID{}
	for start := 0; start < len(mentions); start += rowsPerInsert {
		chunk := mentions[start:min(start+rowsPerInsert, len(mentions))]
		var res sql.Result
		if len(chunk) == rowsPerInsert {
			res, err = full.Exec(w.bind(chunk)...)
		} else {
			res, err = w.tx.Exec(w.insertSQL(len(chunk)), w.bind(chunk)...)
		}
		if err != nil {
			return nil, err
		}
		if n, _ := res.RowsAffected(); int(n) < len(chunk) {
			if err := w.move(ctx, chunk, moved); err != nil {
				return nil, err
			}
		}
		if err := w.settle(ctx, chunk); err != nil {
			return nil, err
		}
	}
	return moved, nil
}

// move finds the mentions of a chunk that were not stored, because their id
// was taken, and stores each under the next free id.
func (w *batchWriter) move(ctx context.Context, chunk []data.Mention, moved map[data.ID]data.ID) error {
	stored, err := w.store.known(ctx, w.tx, chunk)
	if err != nil {
		return err
	}
	for i := range chunk {
		m := &chunk[i]
		first := m.ID
		for _, ok := stored[keyOf(m)]; !ok; {
			m.ID = nextID(m.ID)
			res, err := w.tx.Exec(w.insertSQL(1), w.bind(chunk[i:i+1])...)
			if err != nil {
				return err
			}
			n, _ := res.RowsAffected()
			ok = n == 1
			moved[first] = m.ID
		}
	}
	return nil
}

// settle counts and completes mentions that were stored.
func (w *batchWriter) settle(ctx context.Context, chunk []data.Mention) error {
	for i := range chunk {
		m := &chunk[i]
		w.counts.New++
		w.span.add(m.ID)
		w.tally.add(w.sources[m.Source], m.ID, m.Sentiment.Label, firstStatus(m), m.Engagement.Reach)
		if err := w.complete(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// firstStatus is the triage status of a mention as it comes in.
func firstStatus(m *data.Mention) data.Status {
	if m.Answer != nil {
		return data.StatusReplied
	}
	return data.StatusNew
}

func (w *batchWriter) bind(chunk []data.Mention) []any {
	w.args = w.args[:0]
	for i := range chunk {
		m := &chunk[i]
		e, s := &m.Engagement, &m.Sentiment
		w.args = append(w.args, int64(m.ID), w.sources[m.Source], m.ExternalID, m.URL, m.Author.Name, m.Author.Handle,
			m.Title, m.Text, m.PublishedRaw, m.Lang, m.Rating, e.Likes, e.Replies, e.Shares, e.Views, e.Reach,
			int64(s.Label), s.Score, s.Confidence, int64(s.Label), int64(firstStatus(m)))
	}
	return w.args
}
