package hours

import (
	"testing"
	"time"
)

var rome = func() *time.Location {
	z, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err)
	}
	return z
}()

func at(t *testing.T, text string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation("2006-01-02 15:04", text, rome)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func office() Calendar { return Calendar{Zone: rome, Week: Office, Holidays: Italy} }

func TestDueCountsBusinessHours(t *testing.T) {
	bakery := office()
	bakery.Week = Week{}
	for d := 2; d <= 6; d++ {
		bakery.Week[d] = []Span{{390, 780}, {960, 1170}} // 6:30–13:00, 16:00–19:30, closed on Monday
	}
	bakery.Closed = map[Date]string{{2026, time.November, 25}: "inventory"}
	for name, c := range map[string]struct {
		calendar Calendar
		from     string
		after    time.Duration
		want     string
	}{
		"over a weekend":            {office(), "2026-11-20 16:45", 30 * time.Minute, "2026-11-23 09:15"},
		"within the day":            {office(), "2026-11-20 10:00", 2 * time.Hour, "2026-11-20 12:00"},
		"to the end of the day":     {office(), "2026-11-20 16:00", time.Hour, "2026-11-20 17:00"},
		"from before opening":       {office(), "2026-11-20 03:00", time.Hour, "2026-11-20 10:00"},
		"from a Sunday":             {office(), "2026-11-22 12:00", 4 * time.Hour, "2026-11-23 13:00"},
		"over Christmas":            {office(), "2026-12-24 16:30", time.Hour, "2026-12-28 09:30"},
		"over Easter Monday":        {office(), "2026-04-03 16:30", time.Hour, "2026-04-07 09:30"},
		"over a break at noon":      {bakery, "2026-11-24 12:30", time.Hour, "2026-11-24 16:30"},
		"over a closing day":        {bakery, "2026-11-24 19:00", time.Hour, "2026-11-26 07:00"},
		"over the end of summer":    {office(), "2026-10-23 16:00", 2 * time.Hour, "2026-10-26 10:00"},
		"many hours":                {office(), "2026-11-02 09:00", 40 * time.Hour, "2026-11-06 17:00"},
		"nothing, outside of hours": {office(), "2026-11-21 12:00", 0, "2026-11-23 09:00"},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok := c.calendar.Due(at(t, c.from), c.after)
			if !ok || !got.Equal(at(t, c.want)) {
				t.Errorf("due %s, want %s", got.In(rome), c.want)
			}
			if back := c.calendar.Between(at(t, c.from), got); back != c.after {
				t.Errorf("%s lie between, want %s", back, c.after)
			}
		})
	}
}

func TestABusinessThatNeverOpensHasNothingDue(t *testing.T) {
	if _, ok := (Calendar{Zone: rome}).Due(at(t, "2026-11-20 10:00"), time.Minute); ok {
		t.Error("something is due")
	}
}

func TestOpenFollowsTheHours(t *testing.T) {
	for text, want := range map[string]bool{
		"2026-11-20 09:00": true, "2026-11-20 16:59": true, "2026-11-20 17:00": false,
		"2026-11-21 10:00": false, "2026-12-08 10:00": false,
	} {
		if got := office().Open(at(t, text)); got != want {
			t.Errorf("open at %s: %v", text, got)
		}
	}
}

func TestItalianHolidays(t *testing.T) {
	for date, want := range map[Date]string{
		{2024, time.March, 31}: "easter", {2025, time.April, 21}: "easter_monday", {2026, time.April, 5}: "easter",
		{2026, time.October, 4}: "francis", {2025, time.October, 4}: "", {2027, time.June, 2}: "republic", {2026, time.July, 14}: "",
	} {
		if got, _ := Italy(date); got != want {
			t.Errorf("%v is %q, want %q", date, got, want)
		}
	}
}
