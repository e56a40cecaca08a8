package inbox

import (
	"context"
	"strings"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// replyDesk is what answering asks of the workspace.
type replyDesk interface {
	SaveDraft(ctx context.Context, id data.ID, text, template string) error
	KeepWording(ctx context.Context, id data.ID) error
	Wordings(ctx context.Context, id data.ID) ([]data.Wording, error)
	SetReady(ctx context.Context, ids []data.ID, on bool) (undoing, error)
	MarkSent(ctx context.Context, id data.ID, text, url string) (undoing, error)
	SaidBefore(ctx context.Context, id data.ID, author data.Author, text string) (data.SaidBefore, error)
	NotSent(ctx context.Context, mention data.ID) (*data.Error, error)
	Profile(ctx context.Context) (data.Profile, error)
	Templates(ctx context.Context) ([]data.Template, error)
	FillTemplate(ctx context.Context, id data.ID, key string) (data.Filled, error)
	ReplyChecker(ctx context.Context, m data.Detail) (data.Checker, error)
	CountText(source, text string) data.TextSize
}

// replyFace is told what changed, on the UI goroutine.
type replyFace interface {
	ReplyChanged()    // another mention or another text
	ChecksChanged()   // remarks, length, whether it is saved
	Failed(err error) // nil takes an earlier failure off the screen
	Done(what string) // a change was made that z takes back
	FocusReply()
	Copy(text string)
	OpenOriginal(url string)
}

// Answering decides what the reply desk shows: the answer to one mention, from
// the first letter until it is sent. It lives on the UI goroutine.
type Answering struct {
	desk       replyDesk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	face       replyFace

	mention data.Detail
	has     bool
	draft   draft
	state   data.ReplyState
	saver   saver

	check    data.Checker
	remarks  []data.Remark
	size     data.TextSize
	said     data.SaidBefore
	notSent  *data.Error // why it was not sent when that was tried
	gaps     data.Filled // variables of the last template that were not filled
	wordings []data.Wording

	templates []data.Template
	form      Form
	chosen    bool // the person chose the form for this mention
	formal    bool // as the profile says
	loads     struct{ templates, check, said, wordings, fill *job.Loader }
}

// draft is what is being written, and the template that it began with.
type draft struct{ text, template string }

func newAnswering(d replyDesk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face replyFace) *Answering {
	a := &Answering{desk: d, words: words, dispatcher: dispatcher, history: history, face: face}
	a.saver = saver{desk: d, dispatcher: dispatcher, kept: a.kept, failed: face.Failed}
	for _, l := range []**job.Loader{&a.loads.templates, &a.loads.check, &a.loads.said, &a.loads.wordings, &a.loads.fill} {
		*l = job.NewLoader(dispatcher)
	}
	return a
}

// stop keeps what is still unsaved.
func (a *Answering) stop() { a.saver.flush() }

// Mention is the one that is answered; false when there is none.
func (a *Answering) Mention() (data.Detail, bool) { return a.mention, a.has }

// Text is what is being written.
func (a *Answering) Text() string { return a.draft.text }

// State says how far the reply has come.
func (a *Answering) State() data.ReplyState { return a.state }

// Empty tells whether nothing is written.
func (a *Answering) Empty() bool { return strings.TrimSpace(a.draft.text) == "" }

// show answers another mention, or the same as it is now.
func (a *Answering) show(m data.Detail, has bool) {
	fresh := !has || !a.has || m.ID != a.mention.ID
	if !fresh && a.saver.busyWith(m.ID) {
		a.mention = m
		return // what is being written is newer than what was read
	}
	a.mention, a.has = m, has
	r := underway(m.Replies)
	changed := fresh || r.Text != a.draft.text
	a.draft, a.state = draft{r.Text, r.Template}, r.State
	if fresh {
		a.chosen, a.check, a.gaps = false, nil, data.Filled{}
		a.setForm()
		a.loadChecker()
	}
	if changed {
		a.checkNow()
		a.loadWordings()
	}
	a.face.ReplyChanged()
}

// underway is the reply that is being worked on, an empty draft if none is.
func underway(replies []data.Reply) data.Reply {
	for i := len(replies) - 1; i >= 0; i-- {
		if r := replies[i]; r.State != data.ReplySent && !r.Imported {
			return r
		}
	}
	return data.Reply{State: data.ReplyDraft}
}

// SetText takes what the person writes: it is checked and kept at once.
func (a *Answering) SetText(text string) {
	if !a.has || text == a.draft.text {
		return
	}
	a.draft.text = text
	if a.Empty() {
		a.gaps = data.Filled{}
	}
	a.checkNow()
	a.saver.keep(a.mention.ID, a.draft)
	a.face.ChecksChanged()
}

// write puts a text in the place of the present one, which is kept.
func (a *Answering) write(d draft) {
	id, before := a.mention.ID, a.draft
	a.draft = d
	a.checkNow()
	if strings.TrimSpace(before.text) != "" {
		a.saver.then(func(ctx context.Context) func() {
			err := a.desk.KeepWording(ctx, id)
			return func() { a.loadWordings(); a.failed(err) }
		})
	}
	a.saver.keep(id, d)
	a.face.ReplyChanged()
}

func (a *Answering) failed(err error) {
	if err != nil && data.CodeOf(err) != data.ErrCancelled {
		a.face.Failed(err)
	}
}

// kept is told by the saver that a draft is on disk.
func (a *Answering) kept(id data.ID) {
	if a.has && id == a.mention.ID {
		a.loadSaid()
		a.face.ChecksChanged()
	}
}

// Saved tells whether all that is written is on disk.
func (a *Answering) Saved() bool { return !a.saver.busyWith(a.mention.ID) }
