package rules

import (
	"context"
	"slices"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Desk is what the screen asks of the workspace.
type Desk interface {
	Events() *data.Events
	Tags(ctx context.Context) ([]data.TagCount, error)
	EditTag(ctx context.Context, name, to string, color data.TagColor) (undoing, error)
	MergeTag(ctx context.Context, name, into string) (undoing, error)
	DeleteTag(ctx context.Context, name string) (undoing, error)
	Issues(ctx context.Context, closed bool) ([]data.Issue, error)
	TriageRules(ctx context.Context) ([]data.TriageRule, error)
	SaveTriageRule(ctx context.Context, r data.TriageRule) (int64, undoing, error)
	RemoveTriageRule(ctx context.Context, id int64) (undoing, error)
	PreviewRule(ctx context.Context, query string) (data.RulePreview, error)
	ApplyRule(ctx context.Context, id int64, onProgress data.OnProgress) (int, undoing, error)
	UndoRule(ctx context.Context, id int64) error
	RuleLog(ctx context.Context, rule int64, limit int) ([]data.RuleLogEntry, error)
	MutedAuthors(ctx context.Context) ([]data.MutedAuthor, error)
	UnmuteAuthor(ctx context.Context, author string) (undoing, error)
}

// undoing takes a change back.
type undoing = func(ctx context.Context) error

// Face is told what changed, on the UI goroutine.
type Face interface {
	Changed()         // tags, rules or muted authors
	ProgressChanged() // a rule is being applied, or no longer
	PreviewChanged()  // what the rule being written would find
	Failed(err error) // nil takes an earlier failure away
	Done(what string) // a change was made that can be taken back
	Said(what string)
}

// Presenter decides what the screen shows. It lives on the UI goroutine.
type Presenter struct {
	desk       Desk
	words      *assets.Words
	dispatcher job.Dispatcher
	history    *job.History
	face       Face

	loaded bool
	tags   []data.TagCount
	rules  []data.TriageRule
	issues []data.Issue
	muted  []data.MutedAuthor

	preview    data.RulePreview
	previewErr error
	applying   *applying // nil when none is

	loading, previewing, logging *job.Loader
	stop                         []func()
}

// NewPresenter makes a presenter that shows itself on face. Start loads.
func NewPresenter(d Desk, words *assets.Words, dispatcher job.Dispatcher, history *job.History, face Face) *Presenter {
	return &Presenter{
		desk: d, words: words, dispatcher: dispatcher, history: history, face: face,
		loading: job.NewLoader(dispatcher), previewing: job.NewLoader(dispatcher), logging: job.NewLoader(dispatcher),
	}
}

// Start loads, and follows what changes.
func (p *Presenter) Start() {
	events := p.desk.Events()
	p.stop = append(p.stop,
		events.RulesChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }),
		events.TriageChanged.Add(func([]data.ID) { p.dispatcher.Post(p.Load) }),
		events.IssuesChanged.Add(func(struct{}) { p.dispatcher.Post(p.Load) }))
	p.Load()
}

// Stop ends what Start began.
func (p *Presenter) Stop() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	for _, l := range []*job.Loader{p.loading, p.previewing, p.logging} {
		l.Cancel()
	}
}

// Load reads everything again.
func (p *Presenter) Load() {
	p.loading.Load(func(ctx context.Context) func() {
		tags, err := p.desk.Tags(ctx)
		var rules []data.TriageRule
		if err == nil {
			rules, err = p.desk.TriageRules(ctx)
		}
		var issues []data.Issue
		if err == nil {
			issues, err = p.desk.Issues(ctx, false)
		}
		var muted []data.MutedAuthor
		if err == nil {
			muted, err = p.desk.MutedAuthors(ctx)
		}
		return func() {
			if p.face.Failed(err); err != nil {
				return
			}
			p.loaded, p.tags, p.rules, p.issues, p.muted = true, tags, rules, issues, muted
			p.face.Changed()
		}
	})
}

// Tags, Rules, Issues and Muted are what is there; Loaded tells whether that
// is known.
func (p *Presenter) Tags() []data.TagCount { return p.tags }

// Rules are the rules in the order in which they work.
func (p *Presenter) Rules() []data.TriageRule { return p.rules }

// Issues are the open issues, to which a rule can put mentions.
func (p *Presenter) Issues() []data.Issue { return p.issues }

// Muted are the muted authors.
func (p *Presenter) Muted() []data.MutedAuthor { return p.muted }

// Loaded tells whether anything is known yet.
func (p *Presenter) Loaded() bool { return p.loaded }

// EditTag gives a tag another name and colour.
func (p *Presenter) EditTag(name, to string, color data.TagColor) {
	p.change(p.words.Text("rules.done.tag", "Tag", to), func(ctx context.Context) (undoing, error) { return p.desk.EditTag(ctx, name, to, color) })
}

// MergeTag puts a tag in the place of another.
func (p *Presenter) MergeTag(name, into string) {
	p.change(p.words.Text("rules.done.merged", "Tag", name, "Into", into), func(ctx context.Context) (undoing, error) { return p.desk.MergeTag(ctx, name, into) })
}

// DeleteTag takes a tag off everything.
func (p *Presenter) DeleteTag(name string) {
	p.change(p.words.Text("rules.done.deleted", "Tag", name), func(ctx context.Context) (undoing, error) { return p.desk.DeleteTag(ctx, name) })
}

// Unmute lets an author be heard again.
func (p *Presenter) Unmute(author string) {
	p.change(p.words.Text("rules.done.unmuted", "Author", author), func(ctx context.Context) (undoing, error) { return p.desk.UnmuteAuthor(ctx, author) })
}

// Save stores a rule.
func (p *Presenter) Save(r data.TriageRule, done func()) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		_, undo, err := p.desk.SaveTriageRule(ctx, r)
		return func() {
			if p.face.Failed(err); err != nil {
				return
			}
			p.did(p.words.Text("rules.done.saved", "Name", r.Name), undo)
			done()
		}
	})
}

// Enable lets a rule work, or rest.
func (p *Presenter) Enable(r data.TriageRule, on bool) {
	r.Enabled = on
	p.Save(r, func() {})
}

// Remove removes a rule; what it did stays.
func (p *Presenter) Remove(r data.TriageRule) {
	p.change(p.words.Text("rules.done.removed", "Name", r.Name), func(ctx context.Context) (undoing, error) { return p.desk.RemoveTriageRule(ctx, r.ID) })
}

// change makes a change that can be taken back.
func (p *Presenter) change(what string, do func(context.Context) (undoing, error)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := do(ctx)
		return func() {
			if p.face.Failed(err); err == nil {
				p.did(what, undo)
			}
		}
	})
}

func (p *Presenter) did(what string, undo undoing) {
	p.history.Add(what, undo)
	p.face.Done(what)
}

// Undo takes the last change back.
func (p *Presenter) Undo() {
	p.history.Undo(p.dispatcher, func(what string, err error) {
		if p.face.Failed(err); err == nil {
			p.face.Said(p.words.Text("rules.undone", "What", what))
		}
	})
}

// SetQuery looks what a query would find.
func (p *Presenter) SetQuery(query string) {
	p.previewing.Load(func(ctx context.Context) func() {
		found, err := p.desk.PreviewRule(ctx, query)
		return func() {
			p.preview, p.previewErr = found, err
			p.face.PreviewChanged()
		}
	})
}

// Preview says what the query would have found, or what is wrong with it.
func (p *Presenter) Preview() (says string, first []data.Row) {
	if p.previewErr != nil {
		says, _ = p.words.Explain(p.previewErr)
		return says, nil
	}
	key := "rules.preview"
	if p.preview.Capped {
		key = "rules.preview.more"
	}
	return p.words.Count(key, p.preview.Found), p.preview.First
}

// Log hands over what a rule did, newest first.
func (p *Presenter) Log(rule int64, show func([]data.RuleLogEntry)) {
	const most = 200
	p.logging.Load(func(ctx context.Context) func() {
		log, err := p.desk.RuleLog(ctx, rule, most)
		return func() {
			if p.face.Failed(err); err == nil {
				show(log)
			}
		}
	})
}

// Deeds says what a rule does.
func (p *Presenter) Deeds(actions []data.RuleAction) (all []string) {
	for _, a := range actions {
		all = append(all, p.deed(a))
	}
	return all
}

func (p *Presenter) deed(a data.RuleAction) string {
	key := "rules.does." + string(a.Deed)
	switch a.Deed {
	case data.DeedTag:
		return p.words.Text(key, "Tag", a.Tag)
	case data.DeedIssue:
		return p.words.Text(key, "Issue", p.issueTitle(a.Issue))
	case data.DeedPriority:
		if a.Priority < 0 {
			key += ".low"
		}
	}
	return p.words.Text(key)
}

func (p *Presenter) issueTitle(id int64) string {
	if i := slices.IndexFunc(p.issues, func(i data.Issue) bool { return i.ID == id }); i >= 0 {
		return p.issues[i].Title
	}
	return "#" + p.words.Number(id)
}
