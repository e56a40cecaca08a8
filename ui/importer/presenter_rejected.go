package importer

import (
	"context"

	"vedetta/data"
)

// rejectedShown is how many rejected rows are listed; the file has them all.
const rejectedShown = 500

// LoadRejected reads the rejected rows of an import and shows them.
func (p *Presenter) LoadRejected(i data.Import) {
	p.asking.Load(func(ctx context.Context) func() {
		rows, err := p.desk.Rejected(ctx, i.ID, rejectedShown)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.ShowRejected(i, rows)
		}
	})
}

// SaveRejected writes the rejected rows of an import as CSV to the file that
// open makes.
func (p *Presenter) SaveRejected(i data.Import, open func() (Target, error)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.writeRejected(ctx, i.ID, open)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.Told(p.words.Count("importer.rejected.saved", i.Rejected))
		}
	})
}

// Target is a file being written. Its name is for the person to read.
type Target interface {
	Write(p []byte) (int, error)
	Close() error
}

// comma is what spreadsheets in the person's language cut cells at.
func (p *Presenter) comma() rune {
	if p.words.Lang() == "it" {
		return ';'
	}
	return ','
}

func (p *Presenter) writeRejected(ctx context.Context, id int64, open func() (Target, error)) error {
	to, err := open()
	if err != nil {
		return err
	}
	if err := p.desk.ExportRejected(ctx, id, p.comma(), to); err != nil {
		_ = to.Close() // the first error is the one to act on
		return err
	}
	return to.Close()
}
