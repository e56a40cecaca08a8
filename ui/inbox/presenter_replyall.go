package inbox

import (
	"context"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// replyAllDesk begins many answers at once.
type replyAllDesk interface {
	IssueMentions(ctx context.Context, issue int64, f data.Filter) ([]data.ID, error)
	FillTemplate(ctx context.Context, id data.ID, key string) (data.Filled, error)
	DraftForAll(ctx context.Context, ids []data.ID, key string, inLanguage bool, onProgress data.OnProgress) (int, undoing, error)
}

// replyAllPresenter answers many mentions with one template: a draft each, to
// be read and sent one by one. It lives on the UI goroutine.
type replyAllPresenter struct {
	desk       replyAllDesk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	ask        func()            // the mentions are known
	changed    func()            // template, sample or progress
	failed     func(error)       // nil takes an earlier failure away
	said       func(what string) // nothing was changed
	done       func(what string) // there are drafts, and z takes them back

	ids        []data.ID
	key        string // of the template; empty until chosen
	inLanguage bool   // mentions in another language are left out
	sample     string // the first answer
	finding    *job.Loader
	filling    *job.Loader
	running    *draftRun // nil when none
}

// draftRun is one writing of drafts under way.
type draftRun struct {
	progress data.Progress
	stop     func()
}

func newReplyAllPresenter(d replyAllDesk, words *assets.Words, dispatcher job.Dispatcher, history *job.History) *replyAllPresenter {
	return &replyAllPresenter{
		desk: d, words: words, dispatcher: dispatcher, history: history,
		finding: job.NewLoader(dispatcher), filling: job.NewLoader(dispatcher),
	}
}

// toIssue asks how to answer the mentions of an issue that wait.
func (p *replyAllPresenter) toIssue(issue int64) {
	p.toAll(func(ctx context.Context) ([]data.ID, error) {
		return p.desk.IssueMentions(ctx, issue, data.Filter{Statuses: data.Unanswered})
	})
}

// toAll asks how to answer the mentions that are found.
func (p *replyAllPresenter) toAll(find func(context.Context) ([]data.ID, error)) {
	p.finding.Load(func(ctx context.Context) func() {
		ids, err := find(ctx)
		return func() {
			if p.failed(err); err == nil {
				p.to(ids)
			}
		}
	})
}

// to asks how to answer some mentions. One writing runs at a time.
func (p *replyAllPresenter) to(ids []data.ID) {
	if p.running != nil {
		p.said(p.words.Text("replyall.running"))
		return
	}
	if len(ids) == 0 {
		p.said(p.words.Text("replyall.none"))
		return
	}
	p.ids, p.key, p.sample, p.inLanguage = ids, "", "", true
	p.ask()
}

// use chooses a template and shows what it makes of the first mention; empty
// chooses none.
func (p *replyAllPresenter) use(key string) {
	p.key, p.sample = key, ""
	if key == "" {
		p.filling.Cancel()
		p.changed()
		return
	}
	id := p.ids[0]
	p.filling.Load(func(ctx context.Context) func() {
		filled, err := p.desk.FillTemplate(ctx, id, key)
		return func() {
			p.failed(err)
			p.sample = filled.Text
			p.changed()
		}
	})
}

// start writes the drafts. Stopped, those written by then stay, and can be
// taken back like all of them.
func (p *replyAllPresenter) start() {
	if p.running != nil || p.key == "" {
		return
	}
	asked, stop := context.WithCancel(context.Background())
	run := &draftRun{stop: stop}
	p.running = run
	ids, key, inLanguage := p.ids, p.key, p.inLanguage
	p.dispatcher.Do(func(ctx context.Context) func() {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(asked, cancel)()
		n, undo, err := p.desk.DraftForAll(ctx, ids, key, inLanguage, func(at data.Progress) {
			p.dispatcher.Post(func() { p.show(run, at) })
		})
		return func() { p.finish(len(ids), n, undo, err) }
	})
	p.changed()
}

func (p *replyAllPresenter) show(run *draftRun, at data.Progress) {
	if p.running == run {
		run.progress = at
		p.changed()
	}
}

func (p *replyAllPresenter) finish(asked, n int, undo undoing, err error) {
	stopped := data.CodeOf(err) == data.ErrCancelled
	p.running.stop()
	p.running = nil
	p.changed()
	if err != nil && !stopped {
		p.failed(err)
	}
	what := p.words.Count("replyall.done", n)
	switch {
	case stopped:
		what = p.words.Count("replyall.stopped", n)
	case n < asked && err == nil:
		what += ". " + p.words.Count("replyall.left", asked-n)
	}
	if n == 0 {
		p.said(what)
		return
	}
	p.history.Add(what, undo)
	p.done(what)
}

// stop gives the writing up.
func (p *replyAllPresenter) stop() {
	if p.running != nil {
		p.running.stop()
	}
}

// far says how far the writing is; share runs from 0 to 1.
func (p *replyAllPresenter) far() (text string, share float64) {
	at := p.running.progress
	text = p.words.Text("progress.drafts")
	if at.Total == 0 {
		return text, 0
	}
	text += " · " + p.words.Text("export.of", "Rows", p.words.Number(at.Done), "All", p.words.Number(at.Total))
	if left, ok := at.Left(); ok {
		text += " · " + p.words.Text("export.left", "Span", p.words.Span(left))
	}
	return text, float64(at.Done) / float64(at.Total)
}
