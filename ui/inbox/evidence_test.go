package inbox

import (
	"bytes"
	"io"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

func evidenceOf(m *memory) *evidencePresenter {
	p := newEvidencePresenter(m, assets.WordsFor("en"), job.Inline{})
	p.changed, p.failed = func() {}, func(error) {}
	return p
}

func TestWhereAMentionComesFrom(t *testing.T) {
	kept := data.Evidence{Import: data.Import{Path: "/x/reviews.csv", StartedAt: noon}, Line: 12, Cells: []string{"a"}, Sound: true}
	broken := kept
	broken.Sound = false
	m := &memory{evidence: map[data.ID]data.Evidence{1: kept, 2: broken}}
	utc := func() *time.Location { return time.UTC }
	p := evidenceOf(m)
	p.show(1)
	if p.found != nil {
		t.Fatal("it is read before anybody wants to know")
	}
	p.toggle()
	if got, want := p.where(utc), "Line 12 of reviews.csv, imported Wed 25 Nov 2026 12:00"; got != want {
		t.Errorf("where: %q", got)
	}
	for _, c := range []struct {
		id    data.ID
		want  string
		sound bool
	}{
		{1, "The kept row is the one that was imported.", true},
		{2, "The kept row is not the one that was imported: it was changed or damaged since.", false},
		{3, "No row is kept of this mention.", true},
	} {
		p.show(c.id)
		if text, sound := p.state(); text != c.want || sound != c.sound {
			t.Errorf("%d: %q, %v", c.id, text, sound)
		}
	}
}

// file is a file in memory.
type file struct{ bytes.Buffer }

func (*file) Close() error { return nil }

func TestACopyOfAnAttachmentIsSaved(t *testing.T) {
	p, to := evidenceOf(&memory{attached: []data.Attachment{{ID: 7, Name: "shot.png"}}}), &file{}
	p.show(1)
	p.toggle()
	p.save(p.found.attachments[0], func() (io.WriteCloser, error) { return to, nil })
	if to.String() != "PNG" {
		t.Errorf("saved %q", to.String())
	}
}
