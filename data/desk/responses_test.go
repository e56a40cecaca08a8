package desk_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// at is a moment in Rome.
func rome(t testing.TB, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Rome")
	must(t, err)
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	must(t, err)
	return at.UTC()
}

// hand is a clock that a test moves while the desk works.
type hand struct{ unix atomic.Int64 }

func (h *hand) now() time.Time      { return time.Unix(h.unix.Load(), 0).UTC() }
func (h *hand) set(t time.Time)     { h.unix.Store(t.Unix()) }
func (h *hand) add(d time.Duration) { h.set(h.now().Add(d)) }

// complaints is a workspace at a moment with a complaint published at each of
// some others; rows are the newest first.
func complaints(t testing.TB, now string, published ...string) (*desk.Desk, []data.Row, *hand) {
	t.Helper()
	clock := &hand{}
	clock.set(rome(t, now))
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "workspace.db"), clock.now)
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	lines := []string{"Data;Nome;Testo"}
	for i, at := range published {
		lines = append(lines, at+";Utente "+strconv.Itoa(i)+";Pessimo servizio, pane bruciato e nessuna scusa "+strconv.Itoa(i))
	}
	_, err = d.Import(ctx, data.Plan{Path: file(t, "c.csv", lines...)}, nil)
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 100)
	must(t, err)
	for _, r := range rows {
		if r.Label != data.Negative {
			t.Fatalf("%q is %v", r.Snippet, r.Label)
		}
	}
	return d, rows, clock
}

func TestAnAnswerIsDueInOpeningHours(t *testing.T) {
	o := data.NewOffice()
	o.Targets[1].Answer = 30 * time.Minute
	for name, c := range map[string]struct{ published, due string }{
		"late on Friday":                    {"2026-11-20 16:45", "2026-11-23 09:15"},
		"in the night":                      {"2026-11-19 02:00", "2026-11-19 09:30"},
		"before a holiday in the week":      {"2026-12-07 16:50", "2026-12-09 09:20"},
		"before a closing day of one's own": {"2026-11-25 16:50", "2026-11-27 09:20"},
		"while it is open":                  {"2026-11-19 10:00", "2026-11-19 10:30"},
	} {
		t.Run(name, func(t *testing.T) {
			d, rows, _ := complaints(t, "2026-12-10 12:00", c.published)
			closed := o
			closed.Closed = []data.ClosedDay{{Day: "2026-11-26", Name: "Inventario"}}
			_, err := d.SetOffice(ctx, closed)
			must(t, err)
			due, err := d.Due(ctx, rows)
			must(t, err)
			if got := due[rows[0].ID]; !got.Equal(rome(t, c.due)) {
				t.Errorf("due %v, want %s", got.In(d.Zone()), c.due)
			}
		})
	}
}

func TestAGraverIssueIsAnsweredSooner(t *testing.T) {
	d, rows, _ := complaints(t, "2026-11-21 12:00", "2026-11-20 16:45", "2026-11-21 11:30")
	before, err := d.Overdue(ctx)
	if must(t, err); before.Count != 0 {
		t.Fatalf("%d overdue before anything was rated", before.Count)
	}
	issue, _, err := d.NewIssue(ctx, "Pane bruciato", []data.ID{rows[0].ID, rows[1].ID})
	must(t, err)
	_, err = d.RateIssue(ctx, issue, data.Unrated, 3, "stampa")
	must(t, err)
	due, err := d.Due(ctx, rows)
	must(t, err)
	if got := due[rows[1].ID]; !got.Equal(rome(t, "2026-11-20 17:45")) {
		t.Errorf("due %v: at level 3 the clock runs at night too", got)
	}
	now, err := d.Overdue(ctx)
	if must(t, err); now.Count != 1 {
		t.Errorf("%d overdue, want the one of yesterday", now.Count)
	}
}

func TestARatedIssueIsDueByItsLevel(t *testing.T) {
	d, rows, _ := complaints(t, "2026-11-20 12:00", "2026-11-20 11:30")
	issue, _, err := d.NewIssue(ctx, "Pane bruciato", []data.ID{rows[0].ID})
	must(t, err)
	_, err = d.RateIssue(ctx, issue, data.Unrated, 1, "un reclamo")
	must(t, err)
	i, err := d.Issue(ctx, issue)
	if must(t, err); !i.DueAt.Equal(rome(t, "2026-11-27 12:00")) {
		t.Errorf("due %v, want 40 opening hours later", i.DueAt.In(d.Zone()))
	}
	_, err = d.RateIssue(ctx, issue, data.Unrated, 4, "feriti")
	must(t, err)
	if again, err := d.Issue(ctx, issue); err != nil || !again.DueAt.Equal(i.DueAt) {
		t.Errorf("a time that was set moved to %v, %v", again.DueAt, err)
	}
}

func TestOverdueIsWhatDueSays(t *testing.T) {
	var published []string
	for day := range 40 {
		published = append(published, rome(t, "2026-11-23 08:00").AddDate(0, 0, -day).Format("2006-01-02 15:04"))
	}
	d, rows, clock := complaints(t, "2026-11-24 11:00", published...)
	_, err := d.SetStatus(ctx, []data.ID{rows[2].ID}, data.StatusReplied)
	must(t, err)
	rows, err = d.Page(ctx, data.Filter{}, 0, 100)
	must(t, err)
	for range 30 { // every hour of a day and more
		clock.add(time.Hour)
		due, err := d.Due(ctx, rows)
		must(t, err)
		want := 0
		for id, at := range due {
			if !at.After(clock.now()) && !id.PublishedAt().Before(clock.now().AddDate(0, 0, -30)) {
				want++
			}
		}
		got, err := d.Overdue(ctx)
		if must(t, err); got.Count != want {
			t.Errorf("at %v: %d overdue, want %d", clock.now().In(d.Zone()), got.Count, want)
		}
	}
}

func TestResponsesCountBusinessTime(t *testing.T) {
	d, rows, clock := complaints(t, "2026-11-20 16:50", "2026-11-20 16:45", "2026-11-19 10:00", "2026-11-18 10:00")
	clock.set(rome(t, "2026-11-23 09:20"))
	_, err := d.MarkSent(ctx, rows[0].ID, "Ci dispiace", "")
	must(t, err)
	r, err := d.Responses(ctx, data.Filter{})
	must(t, err)
	if r.First.Median != 35*time.Minute || r.First.N != 1 || r.Kept.Part != 1 || r.Rate.Part != 1 || r.Rate.Of != 3 {
		t.Errorf("%+v, want 35 minutes of business time, one answered of three", r)
	}
	_, err = d.MarkSent(ctx, rows[2].ID, "Ci scusiamo", "")
	must(t, err)
	if r, err = d.Responses(ctx, data.Filter{}); err != nil || r.Kept.Part != 1 || r.Kept.Of != 2 {
		t.Errorf("%+v, %v: the second came after its 8 hours", r, err)
	}
}

func TestOpeningHoursThatCannotBeAreRefused(t *testing.T) {
	d := open(t)
	for name, change := range map[string]func(*data.Office){
		"an end before its beginning": func(o *data.Office) { o.Week[1] = []data.OpenSpan{{From: 600, To: 540}} },
		"two that overlap":            func(o *data.Office) { o.Week[1] = []data.OpenSpan{{From: 540, To: 780}, {From: 720, To: 1020}} },
		"a day longer than a day":     func(o *data.Office) { o.Week[1] = []data.OpenSpan{{From: 540, To: 1500}} },
		"a closing day that is none":  func(o *data.Office) { o.Closed = []data.ClosedDay{{Day: "31/02/2026"}} },
	} {
		t.Run(name, func(t *testing.T) {
			o := data.NewOffice()
			change(&o)
			if _, err := d.SetOffice(ctx, o); err == nil || !strings.HasPrefix(string(data.CodeOf(err)), "office") {
				t.Errorf("error %v", err)
			}
		})
	}
	o := data.NewOffice()
	o.Week[6] = []data.OpenSpan{{From: 0, To: 1440}}
	undo, err := d.SetOffice(ctx, o)
	must(t, err)
	if got, err := d.Office(ctx); err != nil || len(got.Week[6]) != 1 {
		t.Errorf("%+v, %v", got.Week, err)
	}
	must(t, undo(ctx))
	if got, err := d.Office(ctx); err != nil || len(got.Week[6]) != 0 {
		t.Errorf("taken back: %+v, %v", got.Week, err)
	}
}
