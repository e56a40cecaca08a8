package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// Batch is what one step of an import writes in one transaction.
type Batch struct {
	Import   int64
	SeenAt   time.Time      // when the engagement was as it is: the time of the file
	Mentions []data.Mention // classified, with Source, ExternalID and PublishedAt
	Rejected []data.RejectedRow
	Again    []Origin        // mentions that Known found here, with nothing new to say about them
	Evidence []EvidenceBlock // rows of the mentions
	Repaired int             // rows whose text was mended
	Fetched  *Fetched        // nil for a file
}

// Rows is how many rows of the file the batch stands for.
func (b *Batch) Rows() int { return len(b.Mentions) + len(b.Rejected) + len(b.Again) }

// AddBatch stores a batch: new mentions, refreshed engagement of known ones,
// rejected rows and evidence, the hourly and daily counts and the tally of the
// import, all or nothing. It tells what became of the rows.
func (s *Store) AddBatch(ctx context.Context, b *Batch) (data.Counts, error) {
	w := &batchWriter{store: s, importID: b.Import, seenAt: b.SeenAt.Unix(), tally: newTally(s.Zone()), again: b.Again}
	if b.SeenAt.IsZero() {
		w.seenAt = s.clock().Unix()
	}
	w.counts = data.Counts{Rows: b.Rows(), Known: len(b.Again), Rejected: len(b.Rejected), Repaired: b.Repaired}
	err := s.write(ctx, func(tx *sql.Tx) error {
		w.tx = tx
		for _, step := range []func() error{
			func() error { return w.add(ctx, b.Mentions) },
			func() error { return w.tally.save(ctx, tx) },
			func() error { return saveOrigins(ctx, tx, b.Import, w.again) },
			func() error { return saveEvidence(ctx, tx, b.Import, b.Evidence) },
			func() error { return saveRejected(ctx, tx, b.Import, b.Rejected) },
			func() error { return w.saveCounts(ctx) },
			func() error { return b.Fetched.save(ctx, w) },
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		_ = s.loadSources(context.WithoutCancel(ctx)) // ids given in the transaction are gone
		return data.Counts{}, err
	}
	return w.counts, nil
}

type batchWriter struct {
	store    *Store
	tx       *sql.Tx
	importID int64
	seenAt   int64
	counts   data.Counts
	tally    *tally
	span     idSpan           // of the mentions stored
	keyed    bool             // one of them is named by its content
	again    []Origin         // mentions found here already
	sources  map[string]int64 // ids of the batch's sources
	args     []any
}

// rowsPerInsert is where more rows in one statement stop to pay off.
const rowsPerInsert = 20

// OR IGNORE, not ON CONFLICT: it lets no constraint abort the statement, so
// SQLite keeps no copy of every page that the statement touches.
const insertInto = `INSERT OR IGNORE INTO mentions (id, source_id, external_id, import_id, url, author, handle, title, text,
	published_raw, lang, rating, likes, replies, shares, views, reach, seen_at, model_label, score, confidence, label, status, line,
	model_id, complaint, watched) VALUES `

// insertRow has the values that are the same in the whole batch, and those
// that hang together, written in: each bound value costs a call into C.
func (w *batchWriter) insertRow() string {
	return fmt.Sprintf("(?,?,?,%d,?,?,?,?,?,?,?,?,?,?,?,?,?,%d,?,?,?,?,?,?,?,?,?)", w.importID, w.seenAt)
}

func (w *batchWriter) insertSQL(rows int) string {
	return insertInto + strings.Repeat(w.insertRow()+",", rows-1) + w.insertRow()
}

// inOrder gives sources and ids and sorts by id: the table and the search
// index grow fastest when rows come in their order.
func (w *batchWriter) inOrder(ctx context.Context, mentions []data.Mention) ([]*data.Mention, error) {
	keys := map[string]bool{}
	sorted := make([]*data.Mention, len(mentions))
	for i := range mentions {
		m := &mentions[i]
		keys[m.Source] = true
		m.ID, m.Import = idOf(m), w.importID
		sorted[i] = m
	}
	slices.SortStableFunc(sorted, func(a, b *data.Mention) int { return cmp.Compare(a.ID, b.ID) })
	var err error
	w.sources, err = w.store.ensureSources(ctx, w.tx, keys)
	return sorted, err
}

// add stores what is new of a batch and refreshes the rest. While no other
// tool has told of the same days, looking mentions up first is left out: the
// inserts find those that are here.
func (w *batchWriter) add(ctx context.Context, mentions []data.Mention) error {
	batch, err := w.inOrder(ctx, mentions)
	if err != nil || len(batch) == 0 {
		return err
	}
	twins, err := w.twinsPossible(ctx, batch)
	if err != nil {
		return err
	}
	if twins {
		if batch, err = w.linkTwins(ctx, batch); err != nil {
			return err
		}
	}
	return w.insert(ctx, batch)
}

// insert stores the mentions of a batch that are not in the workspace and
// refreshes those that are.
func (w *batchWriter) insert(ctx context.Context, batch []*data.Mention) error {
	full, err := w.tx.PrepareContext(ctx, w.insertSQL(rowsPerInsert))
	if err != nil {
		return err
	}
	defer full.Close()
	for chunk := range slices.Chunk(batch, rowsPerInsert) {
		var res sql.Result
		if len(chunk) == rowsPerInsert {
			res, err = full.Exec(w.bind(chunk)...)
		} else {
			res, err = w.tx.Exec(w.insertSQL(len(chunk)), w.bind(chunk)...)
		}
		if err != nil {
			return err
		}
		stored, _ := res.RowsAffected() // SQLite always tells
		if err := w.settle(ctx, chunk, int(stored)); err != nil {
			return err
		}
	}
	return nil
}

// settle completes a chunk of which that many were stored: it finds out which,
// when not all were.
func (w *batchWriter) settle(ctx context.Context, chunk []*data.Mention, stored int) error {
	if stored == len(chunk) {
		return w.complete(ctx, chunk)
	}
	known, err := w.store.known(ctx, w.tx, chunk)
	if err != nil {
		return err
	}
	var fresh, again []*data.Mention
	for _, m := range chunk {
		k, ok := known[keyOf(m)]
		switch {
		case !ok:
			if k, err = w.move(m); err != nil {
				return err
			}
			known[keyOf(m)] = k
			fresh = append(fresh, m)
		case stored > 0 && k.importID == w.importID && k.line == m.Line && k.ID == m.ID:
			stored--
			fresh = append(fresh, m)
		default:
			again = append(again, m)
		}
	}
	if err := w.complete(ctx, fresh); err != nil {
		return err
	}
	for _, m := range again {
		if err := w.refresh(ctx, m, known[keyOf(m)]); err != nil {
			return err
		}
	}
	return nil
}

// move stores a mention whose id is another's under the next free id of its
// second.
func (w *batchWriter) move(m *data.Mention) (Known, error) {
	for {
		m.ID = nextID(m.ID)
		res, err := w.tx.Exec(w.insertSQL(1), w.bind([]*data.Mention{m})...)
		if err != nil {
			return Known{}, err
		}
		if n, _ := res.RowsAffected(); n == 1 {
			return Known{ID: m.ID, Engagement: m.Engagement, importID: w.importID, line: m.Line, seenAt: w.seenAt}, nil
		}
	}
}

// complete counts mentions that were stored and adds what only some have.
func (w *batchWriter) complete(ctx context.Context, chunk []*data.Mention) error {
	for _, m := range chunk {
		w.counts.New++
		w.span.add(m.ID)
		w.keyed = w.keyed || m.HasContentKey()
		w.tally.add(w.sources[m.Source], m.ID, firstLabel(m), firstStatus(m), m.Engagement.Reach)
		if err := w.rest(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func (w *batchWriter) bind(chunk []*data.Mention) []any {
	w.args = w.args[:0]
	for _, m := range chunk {
		e, s := &m.Engagement, &m.Sentiment
		w.args = append(w.args, int64(m.ID), w.sources[m.Source], m.ExternalID, m.URL, m.Author.Name, m.Author.Handle,
			m.Title, m.Text, m.PublishedRaw, m.Lang, m.Rating, e.Likes, e.Replies, e.Shares, e.Views, e.Reach,
			int64(s.Label), s.Score, s.Confidence, int64(firstLabel(m)), int64(firstStatus(m)), int64(m.Line),
			s.Model, percent(s.Complaint), int64(s.Watched))
	}
	return w.args
}
