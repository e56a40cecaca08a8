package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/store"
)

func filled(t testing.TB) *store.Store {
	t.Helper()
	s := open(t)
	m := []data.Mention{
		mention("a", 10, data.Negative, "Il rimborso non arriva, due ore di attesa"),
		mention("b", 20, data.Positive, "Focaccia buonissima, perché no"),
		mention("c", 30, data.Neutral, "Siete aperti domenica?"),
		mention("d", 60*24*3, data.Negative, "Attesa infinita ma rimborso arrivato"),
		mention("e", 60*24*40, data.Positive, "The new focaccia is fantastic"),
	}
	m[1].Source, m[4].Source, m[4].Lang = "x", "x", "en"
	m[0].Rating, m[3].Rating = 1, 2
	m[4].Author = data.Author{Name: "Luca Bianchi", Handle: "luca_b", Followers: data.Unknown}
	add(t, s, m...)
	return s
}

func TestQueriesFind(t *testing.T) {
	for query, want := range map[string][]string{
		"":                                {"a", "b", "c", "d", "e"},
		"rimborso":                        {"a", "d"},
		"rimborso OR focaccia":            {"a", "b", "d", "e"},
		`"due ore"`:                       {"a"},
		`"ore due"`:                       nil,
		"rimb*":                           {"a", "d"},
		"perche":                          {"b"}, // accents do not matter
		"rimborso -arrivato":              {"a"},
		"rimborso NOT arrivato":           {"a"},
		"-rimborso":                       {"b", "c", "e"},
		"source:x":                        {"b", "e"},
		"-source:x":                       {"a", "c", "d"},
		"source:unknown":                  nil,
		"is:negative":                     {"a", "d"},
		"-is:negative":                    {"b", "c", "e"},
		"is:negative OR is:positive":      {"a", "b", "d", "e"},
		"focaccia source:x lang:en":       {"e"},
		"rating:<2":                       {"a"},
		"rating:<=2":                      {"a", "d"},
		"after:2026-11-20":                {"a", "b", "c"},
		"before:2026-11-01":               {"e"},
		"author:luca_b":                   {"e"},
		"author:@Luca_B":                  {"e"},
		"author:luca":                     nil, // the whole name, not a part
		"is:unanswered is:neutral":        {"c"},
		"is:replied":                      nil,
		"(rimborso OR focaccia) source:x": {"b", "e"},
		"rimborso OR focaccia source:x":   {"b", "e"},
		"rimborso OR (focaccia source:x lang:en)":      {"a", "d", "e"},
		"(rimborso lang:en OR focaccia) -attesa":       {"e"},
		"((rimborso OR pane) OR focaccia source:x)":    {"a", "b", "d", "e"},
		"(rimborso OR focaccia) (source:x OR attesa)":  {"a", "b", "d", "e"},
		"(rimborso -attesa OR focaccia)":               {"b", "e"},
		"is:neutral OR rating:<2":                      {"a", "c"},
		"source:x OR attesa":                           {"a", "b", "d", "e"},
		"(is:negative OR lang:en) -arrivato":           {"a", "e"},
		"-(rimborso OR focaccia)":                      {"c"},
		"NOT (is:negative OR source:x)":                {"c"},
		"((rimborso) (attesa (infinita OR domenica)))": {"d"},
		"focaccia:(":            {"b", "e"},
		"reach:>100":            nil,
		"AND OR NOT":            {"a", "b", "c", "d", "e"},
		`rimborso"; DROP TABLE`: nil,
	} {
		t.Run(query, func(t *testing.T) {
			s := filled(t)
			if d := cmp.Diff(want, externals(t, s, parse(t, query))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPageGoesOnWhereTheLastEnded(t *testing.T) {
	for _, query := range []string{"", "is:neutral", "testo", "source:google is:new"} {
		t.Run(query, func(t *testing.T) {
			s := open(t)
			add(t, s, numbered(95, data.Neutral)...)
			seen, before := 0, data.ID(0)
			for {
				rows, err := s.Page(ctx, parse(t, query), before, 20)
				must(t, err)
				if len(rows) == 0 {
					break
				}
				for _, r := range rows {
					if before != 0 && r.ID >= before {
						t.Fatalf("id %d after %d", r.ID, before)
					}
					before = r.ID
					seen++
				}
			}
			if seen != 95 {
				t.Errorf("saw %d of 95", seen)
			}
		})
	}
}

func TestStoredCountsEqualTheMentions(t *testing.T) {
	s := filled(t)
	zone := s.Zone()
	day := data.DayStart(now, zone)
	for name, p := range map[string]data.Period{
		"everything":                {},
		"whole local days":          {From: day.AddDate(0, 0, -4), To: day.AddDate(0, 0, 1)},
		"whole hours":               {From: now.Add(-2 * time.Hour), To: now.Add(time.Hour)},
		"from a minute in the hour": {From: now.Add(-25 * time.Minute), To: now},
	} {
		t.Run(name, func(t *testing.T) {
			sum := func(f data.Filter) (n [3]int) {
				first := true
				for _, by := range []store.Grouping{store.ByLabel, store.BySource, store.ByDay, store.ByHour} {
					groups, err := s.Groups(ctx, f, by)
					must(t, err)
					var counted [3]int
					for _, g := range groups {
						counted[g.Label] += g.N
					}
					if !first && counted != n {
						t.Errorf("grouping %d adds up to %v, another to %v", by, counted, n)
					}
					n, first = counted, false
				}
				return n
			}
			stored := sum(data.Filter{Period: p})
			// A rating bound that every mention meets cannot be served by the counts.
			raw := sum(data.Filter{Period: p, Rated: data.Rated{Min: 0, Max: 5}})
			if stored != raw {
				t.Errorf("stored counts %v, mentions %v", stored, raw)
			}
		})
	}
}
