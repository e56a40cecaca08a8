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
		return saveCounts(ctx, tx, b.Import, counts)
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
	sources  map[string]int64 // ids of the batch's sources
	args     []any
}

// rowsPerInsert is where more rows in one statement stop to pay off.
const rowsPerInsert = 20

const insertInto = `INSERT INTO mentions (id, source_id, external_id, import_id, url, author, handle, title, text,
	published_raw, lang, rating, likes, replies, shares, views, reach, seen_at, model_label, score, confidence, label, status) VALUES `

// insertRow has the values that are the same in the whole batch, and those
// that hang together, written in: each bound value costs a call into C.
func (w *batchWriter) insertRow() string {
	return fmt.Sprintf("(?,?,?,%d,?,?,?,?,?,?,?,?,?,?,?,?,?,%d,?,?,?,?,?)", w.importID, w.seenAt)
}

func (w *batchWriter) insertSQL(rows int) string {
	return insertInto + strings.Repeat(w.insertRow()+",", rows-1) + w.insertRow() + ` ON CONFLICT DO NOTHING RETURNING id`
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

// add inserts what is new and handles the rest: mentions that are here
// already, and the rare ones whose id is taken by another mention.
func (w *batchWriter) add(ctx context.Context, mentions []data.Mention) error {
	left, err := w.insert(ctx, mentions)
	for err == nil && len(left) > 0 {
		known, e := w.store.known(ctx, w.tx, left)
		if e != nil {
			return e
		}
		clashed := left[:0]
		for i := range left {
			k, ok := known[keyOf(&left[i])]
			if !ok {
				left[i].ID = nextID(left[i].ID)
				clashed = append(clashed, left[i])
				continue
			}
			w.counts.Known++
			if e := w.refresh(ctx, &left[i], k); e != nil {
				return e
			}
		}
		slices.SortFunc(clashed, func(a, b data.Mention) int { return cmp.Compare(a.ID, b.ID) })
		left, err = w.insert(ctx, clashed)
	}
	return err
}

// insert stores mentions and returns copies of those that were not taken.
func (w *batchWriter) insert(ctx context.Context, mentions []data.Mention) (left []data.Mention, err error) {
	var full *sql.Stmt
	for start := 0; start < len(mentions); start += rowsPerInsert {
		chunk := mentions[start:min(start+rowsPerInsert, len(mentions))]
		var rows *sql.Rows
		if len(chunk) == rowsPerInsert {
			if full == nil {
				if full, err = w.tx.PrepareContext(ctx, w.insertSQL(rowsPerInsert)); err != nil {
					return nil, err
				}
				defer full.Close()
			}
			rows, err = full.Query(w.bind(chunk)...)
		} else {
			rows, err = w.tx.Query(w.insertSQL(len(chunk)), w.bind(chunk)...)
		}
		if err != nil {
			return nil, err
		}
		if left, err = w.settle(ctx, chunk, rows, left); err != nil {
			return nil, err
		}
	}
	return left, nil
}

// settle reads which of the chunk's ids were stored, counts and completes
// those, and adds the others to left.
func (w *batchWriter) settle(ctx context.Context, chunk []data.Mention, rows *sql.Rows, left []data.Mention) ([]data.Mention, error) {
	stored := make(map[data.ID]bool, len(chunk))
	err := each(rows, func() error {
		var id data.ID
		err := rows.Scan(&id)
		stored[id] = true
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range chunk {
		m := &chunk[i]
		if !stored[m.ID] {
			left = append(left, *m)
			continue
		}
		delete(stored, m.ID) // the next of this id in the chunk was not taken
		w.counts.New++
		w.tally.add(w.sources[m.Source], m.ID, m.Sentiment.Label, firstStatus(m), m.Engagement.Reach)
		if err := w.complete(ctx, m); err != nil {
			return nil, err
		}
	}
	return left, nil
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
