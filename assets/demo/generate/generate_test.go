package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// story is told once for all tests; none of them changes it.
var story = sync.OnceValue(mentions)

func TestTheCommittedFilesAreWhatTheGeneratorWrites(t *testing.T) {
	files, err := exports(story())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", "files", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: go run ./assets/demo/generate", name)
		}
	}
	committed, err := os.ReadDir(filepath.Join("..", "files"))
	if err != nil {
		t.Fatal(err)
	}
	if len(committed) != len(files) {
		t.Errorf("%d files are committed, %d are written", len(committed), len(files))
	}
}

func TestNoTwoNeighboursReadAlike(t *testing.T) {
	latest := map[string]*mention{}
	for _, m := range story() {
		for _, list := range []string{m.source, ""} { // of one source, and of all
			before := latest[list]
			latest[list] = m
			if before == nil || m.opener == 0 {
				continue // told word by word
			}
			if head(before.text) == head(m.text) || before.opener == m.opener {
				t.Errorf("%q: two neighbours begin alike:\n%s\n%s", list, before.text, m.text)
			}
		}
	}
}

func TestNearlyEveryTextIsItsOwn(t *testing.T) {
	all, texts := story(), map[string]bool{}
	for _, m := range all {
		texts[strings.ToLower(m.title+m.text)] = true
		if m.text == "" || strings.ContainsAny(m.text, "{}[]|") || strings.Contains(m.text, "  ") {
			t.Errorf("not a finished text: %q", m.text)
		}
	}
	if share := float64(len(texts)) / float64(len(all)); share < 0.98 {
		t.Errorf("%.1f %% of the texts are different, want 98", 100*share)
	}
}

func TestTheStoryHasTheSharesOfRealLife(t *testing.T) {
	all := story()
	before := share(all, func(m *mention) bool { return m.at.Before(crisisStarts) })
	peak := share(all, func(m *mention) bool { return sameDay(m.at, apology) })
	for _, c := range []struct {
		name      string
		got       float64
		low, high float64
	}{
		{"about three thousand mentions", float64(len(all)), 2800, 3200},
		{"a tenth to a fifth is negative before the crisis", before(negative), 0.13, 0.20},
		{"a third is neutral before the crisis", before(neutral), 0.28, 0.38},
		{"the worst day is mostly negative", peak(negative), 0.6, 0.9},
		{"a fifth is English", share(all, func(*mention) bool { return true })("en"), 0.15, 0.25},
		{"three quarters are Italian", share(all, func(*mention) bool { return true })("it"), 0.7, 0.8},
	} {
		if c.got < c.low || c.got > c.high {
			t.Errorf("%s: %.2f is not within %.2f and %.2f", c.name, c.got, c.low, c.high)
		}
	}
}

// share counts how many of the chosen mentions have a tone or a language.
func share(all []*mention, chosen func(*mention) bool) func(key string) float64 {
	count, n := map[string]int{}, 0
	for _, m := range all {
		if chosen(m) {
			n++
			count[m.tone]++
			count[m.lang]++
		}
	}
	return func(key string) float64 { return float64(count[key]) / float64(n) }
}

func sameDay(a, b time.Time) bool {
	return a.In(rome).YearDay() == b.In(rome).YearDay()
}

func TestNobodyKnowsWhatHasNotHappened(t *testing.T) {
	for _, m := range story() {
		if m.at.Before(crisisStarts) && (m.aboutCrisis() || strings.Contains(m.text, "gente sana")) {
			t.Errorf("%s knows of the crisis: %s", m.at.In(rome), m.text)
		}
		if m.at.Before(apology) && (m.theme == "apology" || m.theme == "crisis_after") {
			t.Errorf("%s knows of the apology: %s", m.at.In(rome), m.text)
		}
		if m.at.Before(lastDay.AddDate(0, 0, 1-days)) || !m.at.Before(lastDay.AddDate(0, 0, 1)) {
			t.Errorf("%s lies outside the 90 days", m.at.In(rome))
		}
		if m.answer != "" && !m.answeredAt.After(m.at) {
			t.Errorf("answered before it was written: %s", m.text)
		}
		if m.review() && (m.stars >= 4) != (m.tone == positive) {
			t.Errorf("%d stars for a %s text: %s", m.stars, m.tone, m.text)
		}
	}
}

func TestAdjectivesAgree(t *testing.T) {
	for _, c := range []struct{ name, stem, ending, want string }{
		{"feminine singular", "buonissim", "a", "buonissima"},
		{"masculine plural", "buonissim", "i", "buonissimi"},
		{"a hard c stays hard in the plural", "fresc", "i", "freschi"},
		{"a hard c stays hard before e", "secc", "e", "secche"},
	} {
		if got := c.stem + ending(c.stem, c.ending); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
