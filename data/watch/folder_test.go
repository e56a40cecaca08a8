package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// stage is a folder that is watched with a clock in the test's hands: the
// watcher runs only from one pause to the next.
type stage struct {
	t       *testing.T
	folder  string
	now     time.Time
	deaf    bool // the system tells of no changes
	told    []string
	pauses  chan time.Duration
	resume  chan time.Time
	changes chan struct{}
	stops   int // of listening
}

func newStage(t *testing.T, deaf bool) *stage {
	s := &stage{
		t: t, folder: t.TempDir(), now: time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC), deaf: deaf,
		pauses: make(chan time.Duration), resume: make(chan time.Time), changes: make(chan struct{}),
	}
	return s
}

// start lets the watcher look for the first time and returns its pause.
func (s *stage) start() time.Duration {
	ctx, cancel := context.WithCancel(context.Background())
	w := watcher{
		path:  s.folder,
		clock: func() time.Time { return s.now },
		tell: func(e Event) {
			s.told = append(s.told, [...]string{"ready", "gone", "back"}[e.Kind]+" "+strings.Trim(strings.TrimPrefix(e.Path, s.folder), `/\`))
		},
		after: func(d time.Duration) <-chan time.Time { s.pauses <- d; return s.resume },
		listen: func(string) (<-chan struct{}, func(), error) {
			if s.deaf {
				return nil, nil, errors.New("no more watches")
			}
			return s.changes, func() { s.stops++ }, nil
		},
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.run(ctx)
	}()
	s.t.Cleanup(func() {
		cancel()
		<-ended
	})
	return <-s.pauses
}

// pass lets time go by, the watcher look again, and returns its next pause.
func (s *stage) pass(d time.Duration) time.Duration {
	s.now = s.now.Add(d)
	s.resume <- s.now
	return <-s.pauses
}

func (s *stage) write(name, content string) {
	s.t.Helper()
	path := filepath.Join(s.folder, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Chtimes(path, s.now, s.now); err != nil {
		s.t.Fatal(err)
	}
}

// expect compares what was told since the last time.
func (s *stage) expect(want ...string) {
	s.t.Helper()
	if diff := cmp.Diff(want, s.told); diff != "" {
		s.t.Error(diff)
	}
	s.told = nil
}

func TestFolder(t *testing.T) {
	t.Run("a file that lies there is reported when it has stood still for two seconds", func(t *testing.T) {
		s := newStage(t, false)
		s.write("a.csv", "x")
		s.start()
		s.pass(time.Second)
		s.expect()
		s.pass(time.Second)
		s.expect("ready a.csv")
		if pause := s.pass(time.Second); pause != mistrust {
			t.Errorf("looks again after %v", pause)
		}
		s.expect()
	})
	t.Run("a file that grows is not reported, and once when it has stopped", func(t *testing.T) {
		s := newStage(t, false)
		s.start()
		for i := range 10 {
			s.write("a.csv", strings.Repeat("x", i+1))
			s.pass(time.Second)
		}
		s.expect()
		s.pass(2 * time.Second)
		s.pass(2 * time.Second)
		s.expect("ready a.csv")
	})
	t.Run("a file written anew is reported again", func(t *testing.T) {
		s := newStage(t, false)
		s.write("a.csv", "x")
		s.start()
		s.pass(2 * time.Second)
		s.write("a.csv", "y")
		s.pass(time.Minute)
		s.pass(2 * time.Second)
		s.expect("ready a.csv", "ready a.csv")
	})
	t.Run("several files are reported in the order in which they were written", func(t *testing.T) {
		s := newStage(t, false)
		s.write("b.csv", "x")
		s.now = s.now.Add(time.Second)
		s.write("a.csv", "x")
		s.start()
		s.pass(2 * time.Second)
		s.expect("ready b.csv", "ready a.csv")
	})
	t.Run("an empty file may be the place of a download", func(t *testing.T) {
		s := newStage(t, false)
		s.write("a.csv", "")
		s.start()
		s.pass(patience - time.Second)
		s.expect()
		s.pass(time.Second)
		s.expect("ready a.csv")
	})
	t.Run("a change wakes the watcher, but no more than once a second", func(t *testing.T) {
		s := newStage(t, false)
		if pause := s.start(); pause != mistrust {
			t.Errorf("with nothing there it looks again after %v", pause)
		}
		s.write("a.csv", "x")
		s.changes <- struct{}{}
		if pause := <-s.pauses; pause != soon {
			t.Errorf("after a change it looks after %v", pause)
		}
		s.pass(time.Second)
		s.pass(2 * time.Second)
		s.expect("ready a.csv")
	})
	t.Run("where the system does not tell, the folder is looked at every few seconds", func(t *testing.T) {
		s := newStage(t, true)
		if pause := s.start(); pause != pollEvery {
			t.Errorf("pause of %v", pause)
		}
		s.write("a.csv", "x")
		s.pass(pollEvery)
		s.pass(2 * time.Second)
		s.expect("ready a.csv")
	})
	t.Run("a folder that vanishes is missed, and its files are found when it is back", func(t *testing.T) {
		s := newStage(t, false)
		s.write("a.csv", "x")
		s.start()
		s.pass(2 * time.Second)
		must(t, os.RemoveAll(s.folder))
		s.pass(mistrust)
		s.expect("ready a.csv", "gone ")
		if s.stops != 1 {
			t.Errorf("listening was stopped %d times", s.stops)
		}
		s.pass(pollEvery)
		must(t, os.Mkdir(s.folder, 0o700))
		s.write("b.csv", "x")
		s.pass(pollEvery)
		s.pass(2 * time.Second)
		s.expect("back ", "ready b.csv")
	})
	t.Run("a folder that was replaced by another is listened to anew", func(t *testing.T) {
		s := newStage(t, false)
		s.start()
		must(t, os.Rename(s.folder, s.folder+"-old"))
		must(t, os.Mkdir(s.folder, 0o700))
		s.pass(mistrust)
		if s.stops != 1 {
			t.Errorf("listening was stopped %d times", s.stops)
		}
		s.expect()
	})
	t.Run("other files and folders inside are left alone", func(t *testing.T) {
		s := newStage(t, false)
		must(t, os.Mkdir(filepath.Join(s.folder, "more.csv"), 0o700))
		s.write("photo.jpg", "x")
		s.write("a.csv.part", "x")
		s.start()
		s.pass(time.Hour)
		s.pass(time.Hour)
		s.expect()
	})
}

func TestIsExport(t *testing.T) {
	for name, want := range map[string]bool{
		"Reviews.CSV": true, "export.xlsx": true, "tweets.js": true, "a.jsonl.gz": true, "archive.zip": true, "feed.atom": true,
		"a.csv.crdownload": false, "a.csv.part": false, "a.tmp": false, "~$a.xlsx": false, ".~lock.a.ods#": false, ".DS_Store": false,
		".hidden.csv": false, "menu.pdf": false, "README": false, "setup.exe": false,
	} {
		if got := IsExport(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// The real thing: a file that is written while the folder is watched.
func TestTheSystemTellsOfChanges(t *testing.T) {
	folder := t.TempDir()
	changes, stop, err := listen(folder)
	must(t, err)
	defer stop()
	must(t, os.WriteFile(filepath.Join(folder, "a.csv"), []byte("x"), 0o600))
	select {
	case <-changes:
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was told")
	}
	if _, _, err := listen(filepath.Join(folder, "missing")); err == nil {
		t.Error("a folder that is not there is listened to")
	}
}

func TestFolderReportsARealFile(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "a.csv"), []byte("id,text"), 0o600))
	var found []string
	Folder(ctx, folder, func(e Event) {
		found = append(found, fmt.Sprint(filepath.Base(e.Path), " ", e.Size))
		cancel()
	})
	if diff := cmp.Diff([]string{"a.csv 7"}, found); diff != "" {
		t.Error(diff)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
