package overview

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// export has six mentions of the last 30 days, and four of the 30 before.
const export = `Data;Nome;Testo;Fonte;Reach
25/11/2026 10:00;Marta R.;Due ore di attesa e nessuna scusa, servizio pessimo;google;1200
24/11/2026 10:00;Giulia B.;La focaccia è fantastica, bravissimi;facebook;300
23/11/2026 10:00;Paolo V.;Attesa infinita, servizio orribile;google;
22/11/2026 10:00;Luca;Aperti anche domenica;facebook;
21/11/2026 10:00;Nadia;Ottimo pane, personale gentilissimo;google;
20/11/2026 10:00;Anna;Attesa assurda, pessimo servizio;google;
20/10/2026 10:00;Ugo;Cornetti ottimi, bravissimi;google;
19/10/2026 10:00;Ida;Aperti il sabato;facebook;
18/10/2026 10:00;Leo;Cornetti buonissimi;google;
17/10/2026 10:00;Eva;Pane ottimo;facebook;
`

// workspace is a real one with the mentions of a file, at a time.
func workspace(t *testing.T, content string, now time.Time) *desk.Desk {
	t.Helper()
	ctx := context.Background()
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "w.db"), data.At(now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if content == "" {
		d.WaitForDetectors()
		return d
	}
	path := filepath.Join(t.TempDir(), "recensioni.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(ctx, data.Plan{Path: path}, nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForSearch()
	d.WaitForCopies()
	d.WaitForDetectors() // from here on nothing but the test fires events
	return d
}

type heard struct {
	figures, words, digests int
	err                     error
}

func (h *heard) FiguresChanged()  { h.figures++ }
func (h *heard) WordsChanged()    { h.words++ }
func (h *heard) DigestChanged()   { h.digests++ }
func (h *heard) BusyChanged()     {}
func (h *heard) Failed(err error) { h.err = err }

func started(t *testing.T, d Desk, lang string) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor(lang), job.Inline{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func TestTilesAgainstThePeriodBefore(t *testing.T) {
	p, h := started(t, workspace(t, export, noon), "en")
	tiles := p.Tiles()
	var got []string
	for _, tile := range tiles {
		got = append(got, fmt.Sprintf("%s | %s | %d", tile.Value, tile.Delta, tile.Tone))
	}
	want := []string{
		"6 | ▲ 50% on previous 30 d | 0",
		"−17 | ▼ 92 points | 2",
		"50% | ▲ 50 points | 2",
		"3 | 2 overdue | 2",
		"– | no reply yet | 0",
		"1,500 | known for 2 mentions | 0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tiles (-want +got):\n%s", diff)
	}
	if f := tiles[1].Formula; !strings.Contains(f, "100 × (2 − 3) / 6 = −17") || !strings.Contains(f, "+75") {
		t.Errorf("the formula of net sentiment says %q", f)
	}
	if h.figures != 1 || h.words != 1 || h.err != nil {
		t.Errorf("told of figures %d times, of words %d times, error %v", h.figures, h.words, h.err)
	}
}

func TestPeriod(t *testing.T) {
	late := noon.AddDate(1, 0, 0)
	for _, c := range []struct {
		name   string
		now    time.Time
		choose func(*Presenter)
		n      int
		period string
		notice string
	}{
		{"thirty days end today", noon, func(*Presenter) {}, 6, "27 Oct – 25 Nov 2026", ""},
		{"seven days", noon, func(p *Presenter) { p.SetSpan(SpanWeek) }, 6, "19–25 November 2026", ""},
		{"24 hours", noon, func(p *Presenter) { p.SetSpan(SpanDay) }, 1, "Tue 24 Nov 2026 14:00 to Wed 25 Nov 2026 14:00", ""},
		{"chosen days, last included", noon, func(p *Presenter) {
			p.SetDays(noon.AddDate(0, 0, -3), noon.AddDate(0, 0, -5))
		}, 3, "20–22 November 2026", ""},
		{"an old export ends with its newest mention", late, func(*Presenter) {}, 6, "27 Oct – 25 Nov 2026", "data until 25 Nov 2026"},
		{"24 hours of an old export", late, func(p *Presenter) { p.SetSpan(SpanDay) }, 1, "Tue 24 Nov 2026 11:00 to Wed 25 Nov 2026 11:00", "data until 25 Nov 2026"},
		{"chosen days stay chosen in an old export", late, func(p *Presenter) { p.SetDays(late, late) }, 0, "25 November 2027", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := started(t, workspace(t, export, c.now), "en")
			c.choose(p)
			if p.Period() != c.period || p.Notice() != c.notice || p.figures.summary.Now.Mentions() != c.n {
				t.Errorf("%d mentions in %q, notice %q", p.figures.summary.Now.Mentions(), p.Period(), p.Notice())
			}
		})
	}
}

func TestRepetitionIsSaidWhereItIsMuch(t *testing.T) {
	copied := "25/11/2026 %d:00;Eva;RT @marta: Due ore di attesa e nessuna scusa, servizio pessimo;x;\n"
	for name, c := range map[string]struct{ export, want string }{
		"nothing is repeated":      {export, ""},
		"one of eight is a copy":   {export + fmt.Sprintf(copied, 9), "Of these mentions 2 repeat one text (retweets, copy and paste); each is counted."},
		"most of them are the one": {export + fmt.Sprintf(copied+copied+copied, 7, 8, 9), "Of these mentions 4 repeat one text (retweets, copy and paste); each is counted."},
	} {
		t.Run(name, func(t *testing.T) {
			d := workspace(t, c.export, noon)
			d.WaitForCopies()
			p, _ := started(t, d, "en")
			if got := p.Repeats(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestBarsAndWordsLeadToTheirMentions(t *testing.T) {
	d := workspace(t, export, noon)
	p, _ := started(t, d, "it")
	ctx, sum := context.Background(), 0
	for i, b := range p.Timeline().Buckets {
		f, title := p.BarMentions(i)
		n, err := d.Count(ctx, f, 100)
		if err != nil || n != b.Mentions() || title == "" {
			t.Errorf("bar %d (%s) counts %d mentions but leads to %d, error %v", i, title, b.Mentions(), n, err)
		}
		sum += n
	}
	if sum != 6 {
		t.Errorf("the bars lead to %d mentions, want 6", sum)
	}
	if last := p.Bar(29); !strings.Contains(last, "25 novembre 2026: 1 negative") {
		t.Errorf("the last bar says %q", last)
	}
	drivers, _ := p.Drivers()
	for i, driver := range drivers {
		f, title := p.DriverMentions(i)
		if n, err := d.Count(ctx, f, 100); err != nil || n == 0 || !strings.HasPrefix(title, driver.Term) {
			t.Errorf("%q leads to %d mentions, error %v", driver.Term, n, err)
		}
	}
	answers, loaded := p.Answers()
	if !loaded || len(answers) != 3 {
		t.Errorf("%d to answer first, want the three negative ones", len(answers))
	}
}

func TestSourcesRestrictEverything(t *testing.T) {
	p, _ := started(t, workspace(t, export, noon), "en")
	all, chosen := p.Sources()
	if diff := cmp.Diff([]string{"google", "facebook"}, all); diff != "" || len(chosen) != 0 {
		t.Fatalf("sources (-want +got):\n%s, chosen %v", diff, chosen)
	}
	p.SetSources([]int{1})
	if n := p.figures.summary.Now.Mentions(); n != 2 {
		t.Errorf("facebook alone has %d mentions, want 2", n)
	}
	if answers, _ := p.Answers(); len(answers) != 0 {
		t.Errorf("%d of facebook to answer, want none", len(answers))
	}
	if _, chosen := p.Sources(); !cmp.Equal(chosen, []int{1}) {
		t.Errorf("chosen %v", chosen)
	}
	p.SetSources(nil)
	if n := p.figures.summary.Now.Mentions(); n != 6 {
		t.Errorf("all sources have %d mentions, want 6", n)
	}
}

func TestAnEmptyWorkspaceHasNoNumbersButNoErrorEither(t *testing.T) {
	p, h := started(t, workspace(t, "", noon), "it")
	for i, tile := range p.Tiles() {
		if tile.Formula == "" || strings.Contains(tile.Value, "NaN") {
			t.Errorf("tile %s: %+v", TileNames[i], tile)
		}
	}
	if h.err != nil || p.Compared() == "" {
		t.Errorf("error %v, compared %q", h.err, p.Compared())
	}
}

// held keeps work until the test lets it run, as a slow disk would.
type held struct{ pending []func() }

func (h *held) Post(fn func()) { fn() }

func (h *held) Do(work job.Work) func() {
	ctx, cancel := context.WithCancel(context.Background())
	h.pending = append(h.pending, func() {
		if deliver := work(ctx); deliver != nil && ctx.Err() == nil {
			deliver()
		}
	})
	return cancel
}

// run lets everything run that is held, what that starts included.
func (h *held) run() (n int) {
	for len(h.pending) > 0 {
		next := h.pending[0]
		h.pending = h.pending[1:]
		next()
		n++
	}
	return n
}

func TestManyChangesAreGatheredAndTheLastOneIsSeen(t *testing.T) {
	d := workspace(t, export, noon)
	h, face := &held{}, &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), h, face)
	p.Start()
	t.Cleanup(p.Stop)
	for range 50 {
		d.Events().MentionsChanged.Fire(struct{}{})
	}
	if n := h.run(); n != 5 {
		t.Errorf("%d loads, want the digest, figures and words twice", n)
	}
	if face.figures != 2 || p.Busy() {
		t.Errorf("figures shown %d times, busy %v", face.figures, p.Busy())
	}
}

func TestCancelKeepsWhatIsOnScreen(t *testing.T) {
	h, face := &held{}, &heard{}
	p := NewPresenter(workspace(t, export, noon), assets.WordsFor("en"), h, face)
	p.Start()
	t.Cleanup(p.Stop)
	h.run()
	p.SetSpan(SpanDay)
	p.Cancel()
	h.run()
	if p.Busy() || p.figures.summary.Now.Mentions() != 6 || face.err != nil {
		t.Errorf("busy %v, %d mentions, error %v", p.Busy(), p.figures.summary.Now.Mentions(), face.err)
	}
}
