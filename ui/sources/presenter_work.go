package sources

import (
	"context"

	"vedetta/data"
	"vedetta/data/desk"
)

// make has the desk do something; what names it once it is done.
func (p *Presenter) make(what string, do func(context.Context) error) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := do(ctx)
		return func() {
			if p.face.Failed(err); err == nil && what != "" {
				p.face.Said(what)
			}
		}
	})
}

// work has the desk do something long, with progress and a way to stop it.
func (p *Presenter) work(what string, do func(context.Context, data.OnProgress) (said string, err error)) {
	if p.working != "" {
		return
	}
	p.working, p.far = what, data.Progress{}
	p.halt = p.dispatcher.Do(func(ctx context.Context) func() {
		said, err := do(ctx, func(at data.Progress) {
			p.dispatcher.Post(func() { p.far = at; p.face.ProgressChanged() })
		})
		return func() {
			p.working = ""
			p.face.ProgressChanged()
			if data.CodeOf(err) == data.ErrCancelled {
				err = nil
			}
			if p.face.Failed(err); err == nil && said != "" {
				p.face.Said(said)
			}
			p.Load()
		}
	})
	p.face.ProgressChanged()
}

// Halt stops what is being done; what came so far stays.
func (p *Presenter) Halt() {
	if p.working != "" && p.halt != nil {
		p.halt()
		p.working = ""
		p.face.ProgressChanged()
	}
}

// Working says what is being done and how far it is; false for nothing.
func (p *Presenter) Working() (said string, share float64, ok bool) {
	if p.working == "" {
		return "", 0, false
	}
	said = p.working
	if p.far.Rows > 0 {
		said += " · " + p.words.Count("sources.mentions", p.far.Rows)
	}
	if left, ok := p.far.Left(); ok {
		said += " · " + p.words.Text("importer.left", "Span", p.words.Span(left))
	}
	if p.far.Total > 0 {
		share = float64(p.far.Done) / float64(p.far.Total)
	}
	return said, share, true
}

// Fetch brings what is new from some sources.
func (p *Presenter) Fetch(all ...data.Connection) {
	p.work(p.words.Text("progress.fetch"), func(ctx context.Context, far data.OnProgress) (string, error) {
		added := 0
		var failed error
		for _, c := range all {
			done, err := p.desk.Fetch(ctx, c.ID, far)
			added += done.New
			if code := data.CodeOf(err); err != nil && code != data.ErrFetchOffline {
				failed = err
			}
			if ctx.Err() != nil {
				return "", &data.Error{Code: data.ErrCancelled, Err: ctx.Err()}
			}
		}
		return p.words.Count("sources.done.fetched", added), failed
	})
}

// FetchAll brings what is new from every source that is not paused.
func (p *Presenter) FetchAll() {
	var all []data.Connection
	for _, c := range p.shown.sources {
		if !c.Paused {
			all = append(all, c)
		}
	}
	p.Fetch(all...)
}

// Pause lets a source rest, or go on.
func (p *Presenter) Pause(c data.Connection, on bool) {
	c.Paused = on
	p.make("", func(ctx context.Context) error {
		_, err := p.desk.SaveConnection(ctx, c, nil)
		return err
	})
}

// Remove forgets a source with its keys; its mentions stay.
func (p *Presenter) Remove(c data.Connection) {
	p.make(p.words.Text("sources.done.removed", "Name", c.Name), func(ctx context.Context) error { return p.desk.RemoveConnection(ctx, c.ID) })
}

// AllowSending says whether answers may leave by a source.
func (p *Presenter) AllowSending(c data.Connection, on bool) {
	p.make("", func(ctx context.Context) error { return p.desk.AllowSending(ctx, c.ID, on) })
}

// SetDry says whether nothing leaves the outbox by itself.
func (p *Presenter) SetDry(on bool) {
	p.make("", func(ctx context.Context) error { return p.desk.SetDryRun(ctx, on) })
}

// Send sends what waits in the outbox, what was refused before too; dry only
// says what would be sent.
func (p *Presenter) Send(dry bool) {
	p.work(p.words.Text("progress.send"), func(ctx context.Context, far data.OnProgress) (string, error) {
		done, err := p.desk.SendOutbox(ctx, desk.SendOptions{DryRun: dry, Again: true}, far)
		return p.sent(done, dry), err
	})
}

func (p *Presenter) sent(done desk.Sending, dry bool) string {
	w := p.words
	said := w.Count("sources.done.sent", done.Sent)
	if dry {
		said = w.Count("sources.done.would", done.WouldSend)
	}
	if done.Failed > 0 {
		said += " " + w.Count("sources.done.failed", done.Failed)
	}
	if len(done.Unapproved) > 0 {
		said += " " + w.Text("sources.done.unapproved")
	}
	return said
}

// NeedsPassphrase tells whether the keys are locked, or have no file yet.
func (p *Presenter) NeedsPassphrase() (needs, first bool) {
	place := p.desk.SecretPlace()
	return place == desk.SecretsLocked || place == desk.SecretsInNewFile, place == desk.SecretsInNewFile
}

// Locked tells whether there are keys that need their passphrase.
func (p *Presenter) Locked() bool { return p.desk.SecretPlace() == desk.SecretsLocked }

// Unlock opens the file of keys, or makes it; done is called when it is open.
func (p *Presenter) Unlock(passphrase string, done func()) {
	p.dispatcher.Do(func(context.Context) func() {
		err := p.desk.Unlock(passphrase)
		return func() {
			if p.face.Failed(err); err == nil {
				done()
			}
		}
	})
}
