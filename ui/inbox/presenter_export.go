package inbox

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// exportDesk writes mentions to files.
type exportDesk interface {
	Export(ctx context.Context, f data.Filter, path string, words *assets.Words, onProgress data.OnProgress) (data.Exported, error)
}

// exportPresenter writes what the list means to a file. It lives on the UI
// goroutine.
type exportPresenter struct {
	desk       exportDesk
	words      *assets.Words
	dispatcher job.Dispatcher
	changed    func()
	failed     func(error)
	done       func(what, path string)

	kind    data.ExportKind // the person's last choice
	running *exportRun      // nil when none
}

// exportRun is one export under way.
type exportRun struct {
	progress data.Progress
	cancel   func()
}

func newExportPresenter(d exportDesk, words *assets.Words, dispatcher job.Dispatcher) *exportPresenter {
	return &exportPresenter{desk: d, words: words, dispatcher: dispatcher, kind: data.ExportKinds[0]}
}

// start writes the mentions of a filter to path. One export runs at a time.
func (p *exportPresenter) start(f data.Filter, path string) {
	if p.running != nil {
		return
	}
	run := &exportRun{}
	p.running = run
	cancel := p.dispatcher.Do(func(ctx context.Context) func() {
		done, err := p.desk.Export(ctx, f, path, p.words, func(at data.Progress) {
			p.dispatcher.Post(func() { p.show(run, at) })
		})
		return func() { p.finish(run, path, done, err) }
	})
	run.cancel = cancel
	p.changed()
}

func (p *exportPresenter) show(run *exportRun, at data.Progress) {
	if p.running == run {
		run.progress = at
		p.changed()
	}
}

func (p *exportPresenter) finish(run *exportRun, path string, done data.Exported, err error) {
	if p.running != run {
		return
	}
	p.running = nil
	p.changed()
	if err != nil {
		p.failed(err)
		return
	}
	said := []string{p.words.Count("export.done", done.Mentions, "File", path)}
	if done.Cut > 0 {
		said = append(said, p.words.Count("export.cut", done.Cut))
	}
	if done.Sheets > 1 {
		said = append(said, p.words.Text("export.sheets", "Count", done.Sheets))
	}
	p.done(strings.Join(said, ". "), path)
}

// stop gives the export up; no file is left.
func (p *exportPresenter) stop() {
	if p.running != nil {
		p.running.cancel()
		p.running = nil
		p.changed()
	}
}

// far says how far the export is, and how long it will still take; share runs
// from 0 to 1.
func (p *exportPresenter) far() (text string, share float64) {
	at := p.running.progress
	if at.Stage == "" {
		return p.words.Text("progress.export"), 0
	}
	text = p.words.Text(at.Stage) + " · " + p.words.Number(int64(at.Rows))
	if at.Total == 0 {
		return text, 1 // the rows are written, what is left is short
	}
	text = p.words.Text(at.Stage) + " · " + p.words.Text("export.of", "Rows", p.words.Number(int64(at.Rows)), "All", p.words.Number(at.Total))
	if left, ok := at.Left(); ok {
		text += " · " + p.words.Text("export.left", "Span", p.words.Span(left))
	}
	return text, float64(at.Done) / float64(at.Total)
}

// path is where a file goes that the person has named: with the end of the
// chosen kind if it has none, and then beside one that is there already.
func (p *exportPresenter) path(chosen string) string {
	if _, ok := data.ExportKindOf(chosen); ok {
		return chosen
	}
	end := "." + string(p.kind)
	for n := 1; ; n++ {
		path := chosen + end
		if n > 1 {
			path = chosen + " " + strconv.Itoa(n) + end
		}
		if _, err := os.Lstat(path); os.IsNotExist(err) || n > 1000 {
			return path
		}
	}
}

// fileName is a name to begin with: what it is, and of which day.
func (p *exportPresenter) fileName(day string) string {
	return p.words.Text("export.file") + " " + day + "." + string(p.kind)
}

// exportWhat says what an export of the list would write; false when there is
// nothing in it.
func (p *Presenter) exportWhat() (string, bool) {
	n := p.list.found
	switch {
	case p.list.capped:
		return p.words.Text("export.what.over", "Count", p.words.Number(Cap)), true
	case n == 0 && len(p.list.rows) == 0:
		return p.words.Text("export.nothing"), false
	}
	return p.words.Count("export.what", max(n, len(p.list.rows))), true
}

// folderOf is where a file lies, for showing it.
func folderOf(path string) string { return filepath.ToSlash(filepath.Dir(path)) }
