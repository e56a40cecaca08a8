package crisis

import (
	"context"
	"path/filepath"

	"vedetta/assets"
	"vedetta/charts/report"
	"vedetta/data"
	"vedetta/data/desk"
)

// Handing is what the room asks of the workspace to tell others.
type Handing interface {
	SituationReport(ctx context.Context, issue int64, p desk.Printing) (string, error)
	SituationPDF(ctx context.Context, issue int64, path string, p desk.Printing) error
	CrisisReport(ctx context.Context, issue int64, path string, p desk.Printing) error
	HandoverPack(ctx context.Context, issue int64, path string, p desk.Printing, onProgress data.OnProgress) error
	PrintPlaybook(ctx context.Context, book data.Playbook, path string, p desk.Printing) error
}

// Paper is something that others are handed.
type Paper string

// The papers, the shortest first.
const (
	PaperSituation Paper = "situation" // one page
	PaperReport    Paper = "report"    // everything
	PaperPack      Paper = "pack"      // an archive with all of it
)

// Papers are the papers in order.
var Papers = [...]Paper{PaperSituation, PaperReport, PaperPack}

// Hand is what others are handed, as the person chose it.
type Hand struct {
	Paper Paper
	Lang  string
	Named bool // authors are named
}

func (h Hand) printing() desk.Printing {
	return desk.Printing{Words: assets.WordsFor(h.Lang), Printer: report.Crisis{}, Named: h.Named}
}

// FileName is a name for the file in the language of the paper.
func (h Hand) FileName() string {
	name := assets.WordsFor(h.Lang).Text("room.hand.file." + string(h.Paper))
	if h.Paper == PaperPack {
		return name + ".zip"
	}
	return name + ".pdf"
}

// Save writes a paper into a file. far is told how far it is, ended that it is
// over; what it returns stops it.
func (p *Presenter) Save(h Hand, path string, far func(data.Progress), ended func()) (stop func()) {
	issue := p.shown.crisis.Issue
	return p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.write(ctx, issue, h, path, func(at data.Progress) { p.dispatcher.Post(func() { far(at) }) })
		return func() {
			ended()
			switch {
			case data.CodeOf(err) == data.ErrCancelled:
			case err != nil:
				p.fail(err)
			default:
				p.face.Said(p.words.Text("room.done.exported", "File", filepath.Base(path)))
			}
		}
	})
}

func (p *Presenter) write(ctx context.Context, issue int64, h Hand, path string, far data.OnProgress) error {
	switch h.Paper {
	case PaperSituation:
		return p.desk.SituationPDF(ctx, issue, path, h.printing())
	case PaperReport:
		return p.desk.CrisisReport(ctx, issue, path, h.printing())
	}
	return p.desk.HandoverPack(ctx, issue, path, h.printing(), far)
}

// Far says how far a piece of work is: with its count, the time left, and as a
// share from 0 to 1.
func (p *Presenter) Far(at data.Progress) (text, left string, share float64) {
	text = p.words.Text("room.hand.far", "Stage", p.words.Text(at.Stage), "Done", p.words.Number(at.Done), "Total", p.words.Number(at.Total))
	if span, ok := at.Left(); ok {
		left = p.words.Text("importer.left", "Span", p.words.Span(span))
	}
	return text, left, float64(at.Done) / float64(max(at.Total, 1))
}

// Message makes the situation as text for a message and hands it to take.
func (p *Presenter) Message(h Hand, take func(text string)) {
	issue := p.shown.crisis.Issue
	p.asking.Load(func(ctx context.Context) func() {
		text, err := p.desk.SituationReport(ctx, issue, h.printing())
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			take(text)
		}
	})
}
