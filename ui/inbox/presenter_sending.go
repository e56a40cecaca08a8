package inbox

import (
	"context"
	"strings"

	"vedetta/data"
)

// Send copies the reply, opens the place where it belongs and notes it as
// sent, all in one: without a programming interface the person pastes it there.
func (a *Answering) Send() {
	if !a.has {
		return
	}
	text := strings.TrimSpace(a.draft.text)
	if text == "" {
		a.face.Failed(&data.Error{Code: data.ErrReplyEmpty})
		return
	}
	a.face.Copy(text)
	if a.mention.URL != "" {
		a.face.OpenOriginal(a.mention.URL)
	}
	id := a.mention.ID
	a.step("reply.done.sent", func(ctx context.Context) (undoing, error) {
		return a.desk.MarkSent(ctx, id, text, "")
	})
}

// Queue puts the reply into the outbox, to be sent when there is a network.
func (a *Answering) Queue() {
	if !a.has {
		return
	}
	if a.Empty() {
		a.face.Failed(&data.Error{Code: data.ErrReplyEmpty})
		return
	}
	id, d := a.mention.ID, a.draft
	a.step("reply.done.ready", func(ctx context.Context) (undoing, error) {
		if err := a.desk.SaveDraft(ctx, id, d.text, d.template); err != nil {
			return nil, err
		}
		return a.desk.SetReady(ctx, []data.ID{id}, true)
	})
}

// Unqueue takes the reply out of the outbox: it is a draft again.
func (a *Answering) Unqueue() {
	if !a.has {
		return
	}
	id := a.mention.ID
	a.step("reply.done.draft", func(ctx context.Context) (undoing, error) {
		return a.desk.SetReady(ctx, []data.ID{id}, false)
	})
}

// step changes what became of the reply, after all that is still being saved.
func (a *Answering) step(done string, do func(context.Context) (undoing, error)) {
	a.saver.forget(a.mention.ID)
	a.saver.then(func(ctx context.Context) func() {
		undo, err := do(ctx)
		return func() {
			if err != nil {
				a.failed(err)
				return
			}
			what := a.words.Text(done)
			a.history.Add(what, undo)
			a.face.Done(what)
		}
	})
}
