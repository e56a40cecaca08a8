package inbox

import (
	"context"
	"errors"
	"io"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// evidenceDesk is what the desk knows of where a mention comes from.
type evidenceDesk interface {
	Evidence(ctx context.Context, id data.ID) (data.Evidence, error)
	Attachments(ctx context.Context, id data.ID) ([]data.Attachment, error)
	Attachment(ctx context.Context, id int64) ([]byte, error)
}

// evidencePresenter finds out where the mention on screen comes from, if the
// person wants to know. It lives on the UI goroutine.
type evidencePresenter struct {
	desk       evidenceDesk
	words      *assets.Words
	dispatcher job.Dispatcher
	changed    func()
	failed     func(error)

	open    bool // the person wants to see it, of this mention and the next ones
	of      data.ID
	found   *foundEvidence // nil until it is read
	loading *job.Loader
}

// foundEvidence is where one mention comes from.
type foundEvidence struct {
	row         data.Evidence
	kept        bool // row was kept
	attachments []data.Attachment
}

func newEvidencePresenter(d evidenceDesk, words *assets.Words, dispatcher job.Dispatcher) *evidencePresenter {
	return &evidencePresenter{desk: d, words: words, dispatcher: dispatcher, loading: job.NewLoader(dispatcher)}
}

// show is told which mention is on screen.
func (p *evidencePresenter) show(id data.ID) {
	if id != p.of {
		p.of, p.found = id, nil
		p.load()
	}
}

// toggle opens or closes the section.
func (p *evidencePresenter) toggle() {
	p.open = !p.open
	p.load()
	p.changed()
}

func (p *evidencePresenter) load() {
	p.loading.Cancel()
	if !p.open || p.of == 0 || p.found != nil {
		return
	}
	id := p.of
	p.loading.Load(func(ctx context.Context) func() {
		found, err := p.read(ctx, id)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			p.found = &found
			p.changed()
		}
	})
}

func (p *evidencePresenter) read(ctx context.Context, id data.ID) (f foundEvidence, err error) {
	f.row, err = p.desk.Evidence(ctx, id)
	f.kept = err == nil
	if data.CodeOf(err) == data.ErrNotFound {
		err = nil
	}
	attachments, attachErr := p.desk.Attachments(ctx, id)
	f.attachments = attachments
	return f, errors.Join(err, attachErr)
}

// where says in which line of which file a mention stands, and since when it
// is here; empty when its row was not kept.
func (p *evidencePresenter) where(zone zoneOf) string {
	if p.found == nil || !p.found.kept {
		return ""
	}
	i := p.found.row.Import
	return p.words.Text("inbox.evidence.where", "File", p.words.ImportName(i),
		"Line", p.words.Number(int64(p.found.row.Line)), "When", p.words.DateTime(i.StartedAt, zone()))
}

// state says whether the row was kept and is still the one that was read.
func (p *evidencePresenter) state() (text string, sound bool) {
	switch {
	case p.found == nil:
		return "", true
	case !p.found.kept:
		return p.words.Text("inbox.evidence.none"), true
	case !p.found.row.Sound:
		return p.words.Text("inbox.evidence.broken"), false
	}
	return p.words.Text("inbox.evidence.sound"), true
}

// save writes an attachment to the file that open makes.
func (p *evidencePresenter) save(a data.Attachment, open func() (io.WriteCloser, error)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.write(ctx, a, open)
		return func() {
			if err != nil {
				p.failed(err)
			}
		}
	})
}

func (p *evidencePresenter) write(ctx context.Context, a data.Attachment, open func() (io.WriteCloser, error)) error {
	content, err := p.desk.Attachment(ctx, a.ID)
	if err != nil {
		return err
	}
	to, err := open()
	if err != nil {
		return err
	}
	_, err = to.Write(content)
	return errors.Join(err, to.Close())
}
