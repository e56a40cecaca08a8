package inbox

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// stepped is a dispatcher that runs work when it is told to, and notes how long
// the UI goroutine was held by each step: a key, or an answer shown.
type stepped struct {
	mu      sync.Mutex
	waiting []func()
	longest time.Duration
}

// Do keeps the work for the next pause.
func (s *stepped) Do(work job.Work) (cancel func()) {
	ctx, stop := context.WithCancel(context.Background())
	s.Post(func() {
		if ctx.Err() != nil {
			return
		}
		if deliver := work(ctx); deliver != nil && ctx.Err() == nil {
			s.time(deliver)
		}
	})
	return stop
}

// Post keeps fn for the next pause.
func (s *stepped) Post(fn func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, fn)
}

func (s *stepped) time(step func()) {
	start := time.Now()
	step()
	s.longest = max(s.longest, time.Since(start))
}

// press times a key, then lets all come that it asked for.
func (s *stepped) press(key func()) time.Duration {
	s.longest = 0
	s.time(key)
	s.rest()
	return s.longest
}

func (s *stepped) rest() {
	for {
		s.mu.Lock()
		next := s.waiting
		s.waiting = nil
		s.mu.Unlock()
		if len(next) == 0 {
			return
		}
		for _, fn := range next {
			fn()
		}
	}
}

// manyMentions is a workspace with n of them.
func manyMentions(t testing.TB, n int) *desk.Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "molte.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "data,autore,testo,link,fonte")
	texts := []string{"Due ore di attesa e nessuna scusa, mai più 😡", "La focaccia è fantastica, bravi!", "Siete aperti domenica?", "Rimborso mai arrivato, servizio pessimo"}
	for i := range n {
		at := noon.Add(-time.Duration(i) * time.Minute).Format(time.DateTime)
		fmt.Fprintf(w, "%s,Persona %d,%s numero %d,https://example.org/%d,google\n", at, i%997, texts[i%len(texts)], i, i)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(noon))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.Import(context.Background(), data.Plan{Path: path}, nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForSearch()
	return d
}

// moving goes through a list as a person at work does and gives the longest
// time for which each kind of key held the UI goroutine.
func moving(t testing.TB, d *desk.Desk, steps int) map[string]time.Duration {
	t.Helper()
	s, w := inSmallest(t, d)
	hold := &stepped{}
	p := s.presenter
	p.Stop()
	s.env.Dispatcher = hold
	s = New(s.env, d, Ways{})
	p = s.presenter
	p.pauses = pauses{}
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(1164, 828))
	s.Start()
	t.Cleanup(s.Stop)
	hold.rest()
	s.focusList()
	rune := func(r rune) func() { return func() { s.list.TypedRune(r) } }
	key := func(k fyne.KeyName) func() { return func() { s.list.TypedKey(&fyne.KeyEvent{Name: k}) } }
	longest := map[string]time.Duration{}
	for _, each := range []struct {
		name  string
		times int
		press func()
	}{
		{"j", steps, rune('j')},
		{"PageDown", steps / 10, key(fyne.KeyPageDown)},
		{"x", steps / 10, func() { s.list.TypedRune('x'); s.list.TypedRune('j') }},
		{"End", 1, key(fyne.KeyEnd)},
		{"k", steps / 10, rune('k')},
		{"PageUp", steps / 10, key(fyne.KeyPageUp)},
		{"Home", 1, key(fyne.KeyHome)},
		{"End again", 1, key(fyne.KeyEnd)},
		{"e", steps / 50, rune('e')},
		{"Esc", 1, key(fyne.KeyEscape)},
	} {
		for range each.times {
			longest[each.name] = max(longest[each.name], hold.press(each.press))
		}
	}
	if at, ok := p.Current(); !ok || at < p.Len()/2 {
		t.Errorf("after End the list stands at %d of %d", at, p.Len())
	}
	return longest
}

// BenchmarkMoving measures the longest step of the UI goroutine on a real
// store; each should stay under a frame of 16 ms.
func BenchmarkMoving(b *testing.B) {
	d := manyMentions(b, Cap)
	for b.Loop() {
		for name, held := range moving(b, d, 1000) {
			b.ReportMetric(float64(held.Microseconds())/1000, "ms-"+strings.ReplaceAll(name, " ", "-"))
		}
	}
}

// heldUp is what no key may take, however busy the machine; BenchmarkMoving
// measures frames.
const heldUp = time.Second

func TestNoKeyHoldsTheWindowUp(t *testing.T) {
	for name, held := range moving(t, manyMentions(t, 3000), 100) {
		if held > heldUp {
			t.Errorf("%s held the UI goroutine for %v", name, held)
		}
	}
}
