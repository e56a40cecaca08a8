package data

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestOpeningHoursAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string][]OpenSpan{
		"9-17":                    {{540, 1020}},
		"9:00–13:00, 15:30–19:00": {{540, 780}, {930, 1140}},
		" 8.30 - 12 ; 14 - 18 ":   {{510, 720}, {840, 1080}},
		"0-24":                    {{0, 1440}},
		"":                        nil,
	} {
		got, err := ParseOpening(text)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q: %v %s", text, err, diff)
		}
		again, err := ParseOpening(OpeningText(got))
		if diff := cmp.Diff(got, again); diff != "" || err != nil {
			t.Errorf("%q does not come back: %v %s", text, err, diff)
		}
	}
	for _, text := range []string{"9", "9-", "nove-dieci", "9-25:00", "9:75-10", "-1-5"} {
		if got, err := ParseOpening(text); CodeOf(err) != ErrOfficeHours {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
}

func TestTargetsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"30 min": 30 * time.Minute, "8 h": 8 * time.Hour, "8h": 8 * time.Hour, "2 g": 48 * time.Hour, "2 d 4 h": 52 * time.Hour,
		"1h30min": 90 * time.Minute, "": 0, "3 ore": 3 * time.Hour,
	} {
		if got, err := ParseTarget(text); got != want || err != nil {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"8", "h", "otto ore", "8 anni", "999999 h", "-3 h"} {
		if got, err := ParseTarget(text); CodeOf(err) != ErrOfficeTarget {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
}

func TestClosingDaysAsPeopleWriteThem(t *testing.T) {
	got, err := ParseClosed("24/12/2026 Vigilia\n\n7-1-2027\n")
	want := []ClosedDay{{"2026-12-24", "Vigilia"}, {"2027-01-07", ""}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
	if again, err := ParseClosed(ClosedText(got)); err != nil || cmp.Diff(got, again) != "" {
		t.Errorf("they come back as %v, %v", again, err)
	}
	if _, err := ParseClosed("Natale"); CodeOf(err) != ErrOfficeDay {
		t.Errorf("error %v", err)
	}
}
