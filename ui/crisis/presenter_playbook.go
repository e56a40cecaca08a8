package crisis

import (
	"context"
	"path/filepath"
	"slices"

	"vedetta/data"
)

// Book is a playbook that is being worded anew.
type Book struct {
	p        *Presenter
	Playbook data.Playbook
	Versions []data.Playbook // the newest first
}

// EditPlaybook looks up the versions of a playbook, and asks for the next one.
func (p *Presenter) EditPlaybook(b data.Playbook) {
	p.asking.Load(func(ctx context.Context) func() {
		versions, err := p.desk.PlaybookVersions(ctx, b.Lang, b.Key)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.AskPlaybook(versions)
		}
	})
}

// NewBook begins with the newest of some versions.
func (p *Presenter) NewBook(versions []data.Playbook) *Book {
	b := &Book{p: p, Versions: versions}
	b.Take(0)
	return b
}

// Take goes on from a version.
func (b *Book) Take(n int) {
	b.Playbook = b.Versions[n]
	b.Playbook.Steps = slices.Clone(b.Playbook.Steps)
}

// VersionName says of when a version is.
func (b *Book) VersionName(n int) string {
	v := b.Versions[n]
	if v.SavedAt.IsZero() {
		return b.p.words.Text("room.book.built_in")
	}
	return b.p.words.DateTime(v.SavedAt, b.p.desk.Zone())
}

// Drop takes a step out.
func (b *Book) Drop(n int) { b.Playbook.Steps = slices.Delete(b.Playbook.Steps, n, n+1) }

// Add puts an empty step behind those of its phase and tells where.
func (b *Book) Add(phase data.Phase) int {
	at := 0
	for n, s := range b.Playbook.Steps {
		if slices.Index(data.Phases[:], s.Phase) <= slices.Index(data.Phases[:], phase) {
			at = n + 1
		}
	}
	b.Playbook.Steps = slices.Insert(b.Playbook.Steps, at, data.PlaybookStep{Phase: phase})
	return at
}

// Save keeps it as the newest version.
func (b *Book) Save() {
	book := b.Playbook
	b.p.run(b.p.words.Text("room.done.book", "Name", book.Name), func(ctx context.Context) (undoing, error) {
		return b.p.desk.SavePlaybook(ctx, book)
	})
}

// Print writes it on a page, in its own language.
func (b *Book) Print(path string) {
	book := b.Playbook
	b.p.make(b.p.words.Text("room.done.exported", "File", filepath.Base(path)), func(ctx context.Context) error {
		return b.p.desk.PrintPlaybook(ctx, book, path, Hand{Lang: book.Lang}.printing())
	})
}
