package desk

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"vedetta/data"
	"vedetta/data/fetch"
	"vedetta/data/job"
	"vedetta/data/store"
)

// Fetch brings what is new from a connection. What came before an error or a
// cancellation stays, with the cursor behind it. An import of its own, that
// can be undone, is recorded when something came.
func (d *Desk) Fetch(ctx context.Context, id int64, onProgress data.OnProgress) (data.Import, error) {
	c, err := d.store.Connection(ctx, id)
	if err != nil {
		return data.Import{}, err
	}
	connector, setup, err := d.setup(ctx, c, nil)
	if err != nil {
		return data.Import{}, d.tried(ctx, c, data.Import{}, err)
	}
	client := fetch.NewClient(connector, setup, d.clock)
	defer client.Close()
	done, err := d.bring(ctx, c, connector, client, setup, onProgress)
	if err == nil {
		err = d.refresh(ctx, c, connector, client, setup)
	}
	return done, d.tried(context.WithoutCancel(ctx), c, done, err)
}

// bring stores what is new. No other import goes on meanwhile.
func (d *Desk) bring(ctx context.Context, c data.Connection, connector fetch.Connector, client *fetch.Client, s fetch.Setup, onProgress data.OnProgress) (data.Import, error) {
	d.importing.Lock()
	defer d.importing.Unlock()
	run := fetching{desk: d, connection: c}
	var err error
	if run.ours, err = d.ours(ctx); err != nil {
		return data.Import{}, err
	}
	run.counter = job.Count("progress.fetch", 0, onProgress)
	defer run.counter.Finish()
	err = connector.Fetch(ctx, client, s, c.Cursor, func(p fetch.Page) error { return run.take(ctx, p) })
	return run.finish(context.WithoutCancel(ctx), err)
}

// fetching is a fetch under way.
type fetching struct {
	desk       *Desk
	connection data.Connection
	ours       *ours
	counter    *job.Counter
	importID   int64 // 0 until something came
	known      int   // mentions that were here already
}

// take stores a page and the cursor behind it in one transaction.
func (r *fetching) take(ctx context.Context, p fetch.Page) error {
	if err := cancelled(ctx); err != nil {
		return err
	}
	d := r.desk
	source := string(r.connection.Network)
	f := &store.Fetched{Connection: r.connection.ID, Cursor: p.Cursor, Extras: map[store.Key]map[string]string{}}
	for i := range p.Mentions {
		m := &p.Mentions[i]
		f.Extras[store.KeyOf(m)] = m.Extras
		m.Extras = nil
		d.labels.Load().label(m)
		r.ours.mark(m)
	}
	for _, id := range p.Gone {
		f.Gone = append(f.Gone, store.Key{Source: source, ExternalID: id})
	}
	fresh, _, err := d.store.SeenAgain(ctx, p.Mentions)
	if err != nil {
		return err
	}
	r.known += len(p.Mentions) - len(fresh)
	if err := r.begin(ctx, fresh); err != nil {
		return err
	}
	_, err = d.store.AddBatch(ctx, &store.Batch{Import: r.importID, SeenAt: d.Now(), Mentions: fresh, Fetched: f})
	r.counter.AddRows(len(p.Mentions))
	return err
}

// begin records an import once something new came.
func (r *fetching) begin(ctx context.Context, fresh []data.Mention) error {
	d := r.desk
	if r.importID == 0 && len(fresh) > 0 {
		id, err := d.store.BeginFetch(ctx, r.connection)
		if err != nil {
			return err
		}
		r.importID = id
		const namedByContent = false
		if err := d.store.PrepareTwins(ctx, id, namedByContent); err != nil {
			return err
		}
	}
	return nil
}

func (r *fetching) finish(ctx context.Context, cause error) (data.Import, error) {
	if r.importID == 0 {
		return data.Import{Counts: data.Counts{Known: r.known}}, cause
	}
	done, err := r.desk.finishImport(ctx, r.importID, cause)
	done.Known += r.known
	if data.CodeOf(err) == data.ErrFileNoRows && err != nil {
		err = cause
	}
	return done, err
}

// tried records how a fetch ended. Being offline is no error of the
// connection: it is tried again soon.
func (d *Desk) tried(ctx context.Context, c data.Connection, done data.Import, cause error) error {
	var failure *data.Error
	if cause != nil && data.CodeOf(cause) != data.ErrCancelled && !errors.As(cause, &failure) {
		failure = &data.Error{Code: data.ErrInternal, Err: cause}
	}
	failed, err := d.store.Failures(ctx, c.ID)
	if err == nil {
		err = d.store.Tried(ctx, c.ID, done.New, d.next(c, failure, failed), failure)
	}
	d.events.ConnectionsChanged.Fire(struct{}{})
	return errors.Join(cause, err)
}

const (
	firstAgain = time.Minute
	lastAgain  = 6 * time.Hour
)

// next is when a connection is fetched again: at its own pace, after failures
// later and later, scattered so that many do not come at once.
func (d *Desk) next(c data.Connection, failure *data.Error, failed int) time.Time {
	if c.Every == 0 {
		return time.Time{}
	}
	pause := c.Every
	switch {
	case failure == nil:
	case failure.Code == data.ErrFetchLimit:
		if until, ok := failure.Args["Until"].(time.Time); ok && until.After(d.Now()) {
			return until.Add(time.Second)
		}
	case failure.Code == data.ErrFetchOffline:
		pause = min(firstAgain<<min(failed, 10), c.Every)
	default:
		pause = min(max(c.Every, firstAgain<<min(failed, 10)), max(lastAgain, c.Every))
	}
	return d.Now().Add(pause + rand.N(pause/10+1))
}
