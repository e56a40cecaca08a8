package incidents

import (
	"errors"
	"slices"
	"testing"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// heard is a face that remembers what it was told.
type heard struct {
	lists, details, whys int
	opened               []data.Filter
	titles               []string
	said                 []string
	undo                 func()
	issues               []int64
	err                  error
}

func (h *heard) ListChanged()   { h.lists++ }
func (h *heard) DetailChanged() { h.details++ }
func (h *heard) WhyChanged()    { h.whys++ }
func (h *heard) Open(f data.Filter, title string) {
	h.opened, h.titles = append(h.opened, f), append(h.titles, title)
}
func (h *heard) Judged(what string, undo func()) { h.said, h.undo = append(h.said, what), undo }
func (h *heard) Expected(what string)            { h.said = append(h.said, what) }
func (h *heard) ShowIssue(id int64)              { h.issues = append(h.issues, id) }
func (h *heard) MadeIssue(id int64, what string, undo func()) {
	h.issues, h.said, h.undo = append(h.issues, id), append(h.said, what), undo
}
func (h *heard) Failed(err error) { h.err = err }

func started(t *testing.T, d *table, on job.Dispatcher) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), on, &job.History{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func TestTheHistoryIsListedNewestFirst(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	entries := p.Entries()
	if len(entries) != 5 || p.Chosen() != entries[0].ID {
		t.Fatalf("%d entries, %d chosen", len(entries), p.Chosen())
	}
	first, second := entries[0], entries[1]
	if first.Headline != "37 negative mentions since Wed 25 Nov 14:20, 4.2 times the usual" || first.Date != "25 Nov 2026" {
		t.Errorf("first is %+v", first)
	}
	if first.Level.Name != "Elevated" || first.Level.Filled != 3 || first.Level.Past {
		t.Errorf("level %+v", first.Level)
	}
	kinds := func(e Entry) (out []StateKind) {
		for _, s := range e.States {
			out = append(out, s.Kind)
		}
		return out
	}
	if !slices.Equal(kinds(first), []StateKind{Going}) || !slices.Equal(kinds(second), []StateKind{Over, NotCrisis}) || !second.Level.Past {
		t.Errorf("states %v and %v", first.States, second.States)
	}
}

func TestTheSegmentsFollowTheLevel(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	for name, c := range map[string]struct {
		incident data.Incident
		filled   int
	}{
		"one that just began":     {data.Incident{}, 1},
		"a low watch":             {data.Incident{Level: data.LevelWatch, Parts: data.LevelParts{Volume: 0.5}}, 1},
		"a high watch":            {data.Incident{Level: data.LevelWatch, Parts: data.LevelParts{Volume: 1}}, 2},
		"a watch as it was noted": {data.Incident{Level: data.LevelWatch, Parts: data.LevelParts{Volume: 1, Negativity: 1}}, 2},
		"elevated":                {data.Incident{Level: data.LevelElevated}, 3},
		"a crisis":                {data.Incident{Level: data.LevelCrisis}, 4},
	} {
		if got := p.grade(c.incident).Filled; got != c.filled {
			t.Errorf("%s fills %d segments, want %d", name, got, c.filled)
		}
	}
}

func TestALongHistoryIsListedInPages(t *testing.T) {
	d := rich()
	for n := range 70 {
		i := quiet()
		i.ID = int64(100 + n)
		d.incidents = append(d.incidents, i)
	}
	p, _ := started(t, d, job.Inline{})
	if len(p.Entries()) != 50 || p.More() != "Show older ones (25)" {
		t.Fatalf("%d entries, %q", len(p.Entries()), p.More())
	}
	p.ShowMore()
	if len(p.Entries()) != 75 || p.More() != "" {
		t.Errorf("then %d entries, %q", len(p.Entries()), p.More())
	}
}

func TestWhatToKnowBeforeReadingIsSaid(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	if got := p.Notices(); len(got) != 0 {
		t.Errorf("says %q", got)
	}
	d.situation.Learning, d.situation.Days, d.situation.Daily, d.situation.Behind, d.situation.Future = true, 4, true, true, 2
	d.events.IncidentsChanged.Fire(struct{}{})
	got := p.Notices()
	if len(got) != 4 || got[0] != "I have 4 days of history; I only warn about very clear jumps until day 21." {
		t.Errorf("says %q", got)
	}
}

func TestTheDetailSaysWhatEachDetectorSaw(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	d, ok := p.Detail()
	if !ok || len(d.Seen) != 3 || d.MoreSeen != "Show 2 more" {
		t.Fatalf("detail %+v", d)
	}
	p.ShowSeen()
	if d, _ = p.Detail(); len(d.Seen) != 5 || d.MoreSeen != "" {
		t.Fatalf("detail %+v", d)
	}
	first, last := d.Seen[0], d.Seen[4]
	if first.Detector != "More negatives than usual" || first.More != "1 more alarm" || first.When != "Wed 25 Nov 18:20" {
		t.Errorf("of two alarms of a detector shows %+v", first)
	}
	if last.When != "Wed 25 Nov 15:50 · Google review" {
		t.Errorf("the source comes as %+v", last)
	}
	if d.False != "About one false alarm in 4 months at the current sensitivity. Press “Not a crisis” and I become stricter with alarms like these; “Useful” takes me back to normal." {
		t.Errorf("false alarms: %q", d.False)
	}
	if d.Facts != "noticed Wed 25 Nov 2026 15:00 · worse Wed 25 Nov 17:20 · for 4 h 52 min so far · all mentions · 52 mentions, 37 negative" {
		t.Errorf("facts: %q", d.Facts)
	}
}

func TestThePointsOfTheLevelAddUp(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	d, _ := p.Detail()
	if d.Points != "62 of 100 points" {
		t.Errorf("%q", d.Points)
	}
	var got []string
	for _, part := range d.Parts {
		got = append(got, part.Points)
	}
	if want := []string{"18 of 30", "17 of 20", "14 of 20", "6 of 10", "7 of 10", "0 of 10"}; !slices.Equal(got, want) {
		t.Errorf("parts %q, want %q", got, want)
	}
	for _, exact := range [][]float64{{0.5, 0.5, 0.5}, {1.9, 2.9, 3.9}, {0, 0}, {10, 20}, {29.999999999999996, 20}} {
		whole, sum := 0, roundingError
		for n, x := range wholes(exact) {
			whole, sum = whole+x, sum+exact[n]
		}
		if whole != int(sum) {
			t.Errorf("%v: %v adds up to %d", exact, wholes(exact), whole)
		}
	}
}

func TestAFailureKeepsWhatIsOnScreen(t *testing.T) {
	d := rich()
	p, h := started(t, d, job.Inline{})
	d.err = errors.New("disk")
	d.events.IncidentsChanged.Fire(struct{}{})
	if h.err == nil || len(p.Entries()) != 5 {
		t.Errorf("error %v, %d entries", h.err, len(p.Entries()))
	}
	d.err = nil
	p.Retry()
	if h.err != nil {
		t.Errorf("after it went well: %v", h.err)
	}
}

func TestTheChosenIncidentStaysChosen(t *testing.T) {
	d := rich()
	p, _ := started(t, d, job.Inline{})
	p.Move(2)
	was := p.Chosen()
	newer := burst(data.Brand)
	newer.ID = 99
	d.incidents = slices.Insert(d.incidents, 0, newer)
	d.events.IncidentsChanged.Fire(struct{}{})
	if p.Chosen() != was {
		t.Errorf("chosen %d, was %d", p.Chosen(), was)
	}
	d.incidents = slices.DeleteFunc(d.incidents, func(i data.Incident) bool { return i.ID == was })
	d.events.IncidentsChanged.Fire(struct{}{})
	if p.Chosen() != 99 {
		t.Errorf("where it is gone %d is chosen, want the newest", p.Chosen())
	}
}

func TestMovingStopsAtTheEnds(t *testing.T) {
	p, _ := started(t, rich(), job.Inline{})
	p.Move(-1)
	if p.Chosen() != 5 {
		t.Errorf("above the first: %d", p.Chosen())
	}
	p.Move(1000)
	p.Move(1)
	if p.Chosen() != 1 {
		t.Errorf("below the last: %d", p.Chosen())
	}
	empty, _ := started(t, newTable(), job.Inline{})
	empty.Move(1)
	empty.ToggleVerdict(data.Useful)
	empty.OpenMentions()
	if empty.Chosen() != 0 || empty.Progress() != Nothing {
		t.Error("something is chosen where there is nothing")
	}
}

func TestManyChangesBecomeOneRefresh(t *testing.T) {
	d, on := rich(), &held{}
	p, h := started(t, d, on)
	for range 5 {
		d.events.IncidentsChanged.Fire(struct{}{})
	}
	if len(on.pending) != 1 {
		t.Fatalf("%d loads under way", len(on.pending))
	}
	on.run()
	if h.lists != 1 || len(on.pending) != 2 || !p.Loaded() {
		t.Errorf("%d times shown, %d loads under way: want the refresh and the search", h.lists, len(on.pending))
	}
}

func TestAnIncidentOfAnotherScreenIsShownOnceItIsKnown(t *testing.T) {
	d, on := rich(), &held{}
	for n := range 70 {
		i := quiet()
		i.ID = int64(100 + n)
		d.incidents = append(d.incidents, i)
	}
	p, _ := started(t, d, on)
	p.Show(3)
	on.run()
	if p.Chosen() != 3 {
		t.Errorf("before the first load: %d is chosen", p.Chosen())
	}
	p.Show(169)
	if p.Chosen() != 169 || len(p.Entries()) != 75 {
		t.Errorf("one far down: %d is chosen of %d", p.Chosen(), len(p.Entries()))
	}
	newer := crisis()
	newer.ID = 200
	d.incidents = append([]data.Incident{newer}, d.incidents...)
	p.Show(200)
	on.run()
	if p.Chosen() != 200 {
		t.Errorf("one that is new: %d is chosen", p.Chosen())
	}
	p.Show(999)
	on.run()
	if p.Chosen() != 200 {
		t.Errorf("one that is not there: %d is chosen", p.Chosen())
	}
}
