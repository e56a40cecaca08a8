package importer

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func TestUndoSaysWhatIsLost(t *testing.T) {
	p, h := started(t, &table{lost: data.WorkLost{Worked: 3, Tagged: 2, Answered: 1}})
	p.Drop([]string{"a.csv"})
	p.Import()
	p.PrepareUndo(p.Result())
	if h.asked.ID != p.Result().ID {
		t.Fatalf("asked about %+v", h.asked)
	}
	_, work := p.Losses(h.asked, h.lost)
	if diff := cmp.Diff([]string{"1 with a reply written here", "2 with tags"}, work); diff != "" {
		t.Error(diff)
	}
	p.Undo(h.asked)
	if h.told != "Import undone: 9 mentions taken out" || p.CanUndo(p.History()[0]) || p.Result().State != data.ImportUndone {
		t.Errorf("told %q; history %+v", h.told, p.History()[0])
	}
}

func TestFilesThatDidNotComeInAreOfferedAgain(t *testing.T) {
	for _, c := range []struct {
		state data.ImportState
		path  string
		offer string // key of the button
	}{
		{data.ImportFailed, "/x/a.csv", "importer.retry"},
		{data.ImportWaiting, "/x/a.csv", "importer.look"},
		{data.ImportInterrupted, "/x/a.csv", "importer.complete"},
		{data.ImportDone, "/x/a.csv", ""},
		{data.ImportFailed, "", ""},
	} {
		p, _ := started(t, &table{})
		if offer, ok := p.CanRetry(data.Import{ID: 1, State: c.state, Path: c.path}); offer != c.offer || ok != (c.offer != "") {
			t.Errorf("%s %q is offered as %q", c.state, c.path, offer)
		}
	}
}

func TestAFileOfTheHistoryIsLookedAtAgain(t *testing.T) {
	held := data.Import{ID: 1, State: data.ImportWaiting, Path: "/x.zip/sub/a.csv"}
	d := &table{again: data.Plan{Path: "/x.zip", Entry: "sub/a.csv"}}
	p, _ := started(t, d)
	p.Again(held)
	if p.Stage() != StageReady || p.File() != "a.csv" {
		t.Errorf("stage %v of %q", p.Stage(), p.File())
	}
	p.Leave()

	gone, h := started(t, &table{})
	gone.Again(held)
	if data.CodeOf(h.err) != data.ErrFileMissing || gone.Stage() != StageIdle {
		t.Errorf("a file that is gone leads to stage %v, %v", gone.Stage(), h.err)
	}
}

func TestAllFilesThatWaitAreLookedAtInTheirOrder(t *testing.T) {
	p, _ := started(t, &table{again: data.Plan{Path: "/a.csv"}, imports: []data.Import{
		{ID: 4, State: data.ImportWaiting}, {ID: 3, State: data.ImportFailed}, {ID: 2, State: data.ImportDone}, {ID: 1, State: data.ImportWaiting},
	}})
	waiting := p.Waiting()
	if len(waiting) != 2 || waiting[0].ID != 1 || waiting[1].ID != 4 {
		t.Fatalf("waiting: %+v", waiting)
	}
	p.Again(waiting...)
	if p.Files() != 2 {
		t.Errorf("%d files in the queue", p.Files())
	}
}

func TestAFileThatDidNotComeInCanBeDismissed(t *testing.T) {
	p, _ := started(t, &table{imports: []data.Import{{ID: 1, State: data.ImportFailed}, {ID: 2, State: data.ImportDone}}})
	p.Dismiss(p.History()[0])
	if len(p.History()) != 1 || p.History()[0].ID != 2 {
		t.Errorf("history %+v", p.History())
	}
}

func TestWatchedFolder(t *testing.T) {
	d := &table{}
	p, _ := started(t, d)
	said := []string{p.FolderState()}
	p.WatchFolder("/home/nina/Downloads")
	said = append(said, p.FolderState())
	d.events.WatchedImported.Fire(data.WatchedFile{Path: "/home/nina/Downloads/a.csv", Import: data.Import{State: data.ImportDone, Counts: data.Counts{New: 3}}})
	said = append(said, p.FolderState())
	d.events.WatchChanged.Fire(data.WatchedFolder{Path: "/home/nina/Downloads", On: true, Gone: true})
	said = append(said, p.FolderState())
	p.SetWatching(false)
	said = append(said, p.FolderState())
	want := []string{
		"Choose the folder in which you save exports: new files come in by themselves when they are complete.",
		"Watched: new files come in by themselves when they are complete.",
		"Watched. Last file, Wed 25 Nov 2026 12:00 – a.csv: 3 new mentions",
		"The folder is not there right now. When it is back, watching goes on by itself.",
		"Not watched: new files do not come in by themselves.",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
}

func TestTypedMention(t *testing.T) {
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		typed Typed
		wrong string
	}{
		"comes in":           {Typed{Text: " Due ore ", Day: day, Clock: "14.30", Rating: 2}, ""},
		"needs a text":       {Typed{Text: " ", Day: day, Clock: "14:30"}, "The text of the mention is missing."},
		"needs a day":        {Typed{Text: "Due ore", Clock: "14:30"}, "The day of publication is missing."},
		"needs a time to be": {Typed{Text: "Due ore", Day: day, Clock: "24:30"}, "The time is written like 14:30."},
	} {
		t.Run(name, func(t *testing.T) {
			d := &table{}
			p, _ := started(t, d)
			said := "nothing"
			p.AddMention(c.typed, func(wrong string) { said = wrong })
			if said != c.wrong {
				t.Errorf("said %q", said)
			}
			want := data.ManualMention{}
			if c.wrong == "" {
				want = data.ManualMention{Text: "Due ore", PublishedAt: day.Add(14*time.Hour + 30*time.Minute), Rating: 2}
			}
			if diff := cmp.Diff(want, d.typed); diff != "" {
				t.Error(diff)
			}
		})
	}
}
