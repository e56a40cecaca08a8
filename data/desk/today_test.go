package desk_test

import (
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// dayOfWork is the inbox's workspace with a clock that can be set; it begins at
// half past eight in the evening.
func dayOfWork(t *testing.T) (*desk.Desk, *hands, []data.ID) {
	t.Helper()
	clock := &hands{}
	clock.set(time.Date(2026, 11, 21, 20, 30, 0, 0, time.UTC))
	d := ticking(t, clock)
	_, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", "Data;Nome;Testo",
		"21/11/2026 19:00;Marta R.;"+marta, "21/11/2026 18:00;Giulia B.;La focaccia è fantastica", "20/11/2026 10:00;Luca;Attesa infinita")}, nil)
	must(t, err)
	d.WaitForSearch()
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	var ids []data.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return d, clock, ids
}

func wantToday(t *testing.T, d *desk.Desk, when string, answered, archived, tagged int) data.Today {
	t.Helper()
	got, err := d.Today(ctx)
	must(t, err)
	if got.Answered != answered || got.Archived != archived || got.Tagged != tagged {
		t.Errorf("%s: %d answered, %d archived, %d tagged; want %d, %d, %d", when, got.Answered, got.Archived, got.Tagged, answered, archived, tagged)
	}
	return got
}

func TestTodayCountsWhatStandsAndNotWhatWasTakenBack(t *testing.T) {
	d, _, ids := dayOfWork(t)
	wantToday(t, d, "before anything", 0, 0, 0)

	unsend, err := d.MarkSent(ctx, ids[0], reply, "")
	must(t, err)
	unarchive, err := d.SetStatus(ctx, ids[1:], data.StatusArchived)
	must(t, err)
	untag, err := d.AddTag(ctx, ids, "attesa")
	must(t, err)
	got := wantToday(t, d, "a day's work", 1, 2, 3)
	if got.FirstReply.Replies != 1 || got.FirstReply.Median <= 0 {
		t.Errorf("first replies %+v", got.FirstReply)
	}

	for _, undo := range []desk.Undo{untag, unarchive, unsend} {
		must(t, undo(ctx))
	}
	wantToday(t, d, "all taken back", 0, 0, 0)
}

func TestTodayDoesNotCountWorkOfYesterdayThatWasTouchedAgain(t *testing.T) {
	d, clock, ids := dayOfWork(t)
	_, err := d.SetStatus(ctx, ids, data.StatusArchived)
	must(t, err)
	_, err = d.AddTag(ctx, ids, "attesa")
	must(t, err)
	_, err = d.MarkSent(ctx, ids[0], reply, "")
	must(t, err)
	clock.set(time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC))
	wantToday(t, d, "the day after", 0, 0, 0)

	_, err = d.SetStarred(ctx, ids, true)
	must(t, err)
	reopened, err := d.SetStatus(ctx, ids[1:], data.StatusOpen)
	must(t, err)
	again, err := d.SetStatus(ctx, ids[1:2], data.StatusArchived)
	must(t, err)
	wantToday(t, d, "one archived anew", 0, 1, 0)
	must(t, again(ctx))
	must(t, reopened(ctx))
	untagged, err := d.RemoveTag(ctx, ids, "attesa")
	must(t, err)
	must(t, untagged(ctx))
	wantToday(t, d, "all as it was yesterday", 0, 0, 0)
}

func TestTodayKeepsATagOfTodayThatWasTakenOffAndPutBack(t *testing.T) {
	d, _, ids := dayOfWork(t)
	_, err := d.AddTag(ctx, ids[:1], "attesa")
	must(t, err)
	untagged, err := d.RemoveTag(ctx, ids[:1], "attesa")
	must(t, err)
	wantToday(t, d, "taken off", 0, 0, 0)
	must(t, untagged(ctx))
	wantToday(t, d, "put back", 0, 0, 1)
}

func TestTodayBeginsAtMidnightOfTheWorkspace(t *testing.T) {
	d, clock, ids := dayOfWork(t)
	midnight := time.Date(2026, 11, 22, 0, 0, 0, 0, d.Zone())
	clock.set(midnight.Add(-time.Second))
	_, err := d.SetStatus(ctx, ids[:1], data.StatusArchived)
	must(t, err)
	wantToday(t, d, "a second before midnight", 0, 1, 0)
	clock.set(midnight)
	wantToday(t, d, "at midnight", 0, 0, 0)
}
