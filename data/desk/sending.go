package desk

import (
	"context"
	"errors"
	"log/slog"

	"vedetta/data"
	"vedetta/data/fetch"
	"vedetta/data/job"
	"vedetta/data/reply"
	"vedetta/data/store"
)

// Sending is what came of sending the outbox, or of a dry run.
type Sending struct {
	Sent       int
	Failed     int     // each keeps its reason with the draft
	WouldSend  int     // in a dry run
	Unapproved []int64 // connections by which nothing may leave until the person says so
}

// AllowSending says whether replies may leave by a connection. Until the person
// has said so once, none does.
func (d *Desk) AllowSending(ctx context.Context, connection int64, on bool) error {
	err := d.store.AllowSending(ctx, connection, on)
	d.events.ConnectionsChanged.Fire(struct{}{})
	return err
}

// Outbox counts the replies that wait, and those of them that a connection can
// send.
func (d *Desk) Outbox(ctx context.Context) (waiting, sendable int, err error) {
	if _, waiting, err = d.store.ReplyCounts(ctx); err != nil {
		return 0, 0, err
	}
	all, err := d.sendables(ctx)
	return waiting, len(all), err
}

// sendables are the replies in the outbox whose network takes answers.
func (d *Desk) sendables(ctx context.Context) (out []store.Sendable, err error) {
	all, err := d.store.Sendables(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range all {
		c, err := d.store.Connection(ctx, one.Connection)
		if err != nil {
			return nil, err
		}
		if _, ok := fetch.ConnectorOf(c.Network).(fetch.Replier); ok {
			out = append(out, one)
		}
	}
	return out, nil
}

// NotSent tells why the reply to a mention was not sent when that was tried;
// nil if it was not tried.
func (d *Desk) NotSent(ctx context.Context, mention data.ID) (*data.Error, error) {
	return d.store.NotSent(ctx, mention)
}

// SendOptions say how the outbox is sent.
type SendOptions struct {
	DryRun bool // all is done but handing over
	Again  bool // also what the network refused before
}

// SendOutbox sends the replies that wait, the oldest first. None is ever sent
// twice: it is noted before it is handed over, and what was handed over before
// is looked for at the network first.
func (d *Desk) SendOutbox(ctx context.Context, how SendOptions, onProgress data.OnProgress) (Sending, error) {
	d.sending.Lock()
	defer d.sending.Unlock()
	var done Sending
	all, err := d.sendables(ctx)
	if err != nil || len(all) == 0 {
		return done, err
	}
	counter := job.Count("progress.send", int64(len(all)), onProgress)
	defer counter.Finish()
	out := outgoing{desk: d, dry: how.DryRun, lines: map[int64]*line{}}
	defer out.close()
	for _, one := range all {
		if err := cancelled(ctx); err != nil {
			return done, err
		}
		if how.Again || passing(one.Failure) {
			if err := out.one(ctx, one, &done); err != nil {
				return done, err
			}
		}
		counter.AddRows(1)
	}
	return done, nil
}

// line is an open way to a network.
type line struct {
	connection data.Connection
	replier    fetch.Replier
	client     *fetch.Client
	setup      fetch.Setup
	failure    *data.Error // why nothing can be sent by it for now
}

type outgoing struct {
	desk  *Desk
	dry   bool
	lines map[int64]*line
}

func (o *outgoing) close() {
	for _, l := range o.lines {
		if l.client != nil {
			l.client.Close()
		}
	}
}

// one sends one reply; what goes wrong with it stays with it.
func (o *outgoing) one(ctx context.Context, s store.Sendable, done *Sending) error {
	l, err := o.line(ctx, s.Connection)
	if err != nil {
		return err
	}
	if !l.connection.Sends {
		if len(done.Unapproved) == 0 || done.Unapproved[len(done.Unapproved)-1] != s.Connection {
			done.Unapproved = append(done.Unapproved, s.Connection)
		}
		return nil
	}
	m, err := o.desk.store.Mention(ctx, s.Reply.Mention)
	if err != nil {
		return err
	}
	failure := l.failure
	if failure == nil {
		failure = unfit(m.Source, s.Reply.Text)
	}
	if o.dry {
		if failure == nil {
			done.WouldSend++
		} else {
			done.Failed++
		}
		return nil
	}
	if failure == nil {
		failure, err = o.send(ctx, l, s, m.Mention)
	}
	if err != nil {
		return err
	}
	if failure == nil {
		done.Sent++
		return nil
	}
	done.Failed++
	return o.desk.store.SendingFailed(context.WithoutCancel(ctx), s, failure)
}

// line opens the way to a network once.
func (o *outgoing) line(ctx context.Context, id int64) (*line, error) {
	if l := o.lines[id]; l != nil {
		return l, nil
	}
	c, err := o.desk.store.Connection(ctx, id)
	if err != nil {
		return nil, err
	}
	l := &line{connection: c}
	o.lines[id] = l
	connector, setup, err := o.desk.setup(ctx, c, nil)
	if err != nil {
		l.failure = failureOf(err)
		return l, nil
	}
	l.replier, l.setup, l.client = connector.(fetch.Replier), setup, fetch.NewClient(connector, setup, o.desk.clock)
	return l, nil
}

// send hands a reply over, unless it is out already, and notes where it stands.
func (o *outgoing) send(ctx context.Context, l *line, s store.Sendable, m data.Mention) (*data.Error, error) {
	out := data.Outgoing{Reply: s.Reply.ID, Text: s.Reply.Text, To: m, Extras: s.Extras}
	out.To.Extras = s.Extras
	var posted data.Posted
	var found bool
	var err error
	text := s.Reply.Text
	if s.Handed != "" {
		out.Text = s.Handed
		if posted, found, err = l.replier.FindReply(ctx, l.client, l.setup, out); found {
			text = s.Handed
		}
		out.Text = s.Reply.Text
	}
	if err == nil && !found {
		if err := o.desk.store.BeginSending(ctx, s); err != nil {
			return nil, err
		}
		posted, err = l.replier.Reply(ctx, l.client, l.setup, out)
	}
	if err != nil {
		if data.CodeOf(err) == data.ErrFetchLimit || data.CodeOf(err) == data.ErrFetchOffline || data.CodeOf(err) == data.ErrFetchKeys {
			l.failure = failureOf(err) // the others would fare no better now
		}
		return failureOf(err), nil
	}
	_, err = o.desk.MarkSent(context.WithoutCancel(ctx), m.ID, text, posted.URL)
	return nil, err
}

// unfit says why a network would not take a text.
func unfit(source, text string) *data.Error {
	for _, problem := range reply.Count(source, text).Problems {
		switch problem {
		case data.TextTooLong:
			return &data.Error{Code: data.ErrReplyLong}
		case data.TextUnfilled:
			return &data.Error{Code: data.ErrReplyUnfilled}
		}
	}
	return nil
}

// passing tells whether something may go well the next time by itself.
func passing(failure *data.Error) bool {
	if failure == nil {
		return true
	}
	switch failure.Code {
	case data.ErrFetchOffline, data.ErrFetchLimit, data.ErrFetchServer, data.ErrSecretLocked, data.ErrSecretKeyring:
		return true
	}
	return false
}

// DryRun tells whether nothing leaves the outbox by itself.
func (d *Desk) DryRun(ctx context.Context) (bool, error) {
	value, err := d.store.Setting(ctx, store.SettingDryRun)
	return value != "", err
}

// SetDryRun says whether nothing leaves the outbox by itself.
func (d *Desk) SetDryRun(ctx context.Context, on bool) error {
	value := ""
	if on {
		value = "on"
	}
	err := d.store.SetSetting(ctx, store.SettingDryRun, value)
	d.events.ConnectionsChanged.Fire(struct{}{})
	return err
}

// sendQuietly sends what waits; what goes wrong stays with each reply.
func (d *Desk) sendQuietly(ctx context.Context) {
	dry, err := d.DryRun(ctx)
	if err == nil && !dry {
		_, err = d.SendOutbox(ctx, SendOptions{}, nil)
	}
	if err != nil && ctx.Err() == nil {
		slog.Warn("the outbox was not sent", "error", err)
	}
}

// failureOf is an error as it is kept.
func failureOf(err error) *data.Error {
	var e *data.Error
	if !errors.As(err, &e) {
		e = &data.Error{Code: data.ErrInternal, Err: err}
	}
	return e
}
