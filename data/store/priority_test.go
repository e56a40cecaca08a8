package store_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

// drawn makes a mention of which everything that weighs is random.
func drawn(r *rand.Rand, i int) data.Mention {
	m := mention(fmt.Sprint(i), r.IntN(60*24*4)-60, data.Negative, fmt.Sprintf("testo numero %d", i))
	p := [3]float64{r.Float64(), r.Float64(), r.Float64()}
	sum := p[0] + p[1] + p[2]
	s := data.Sentiment{Score: (p[data.Positive] - p[data.Negative]) / sum}
	for l, share := range p {
		if share/sum > s.Confidence {
			s.Label, s.Confidence = data.Label(l), share/sum
		}
	}
	if r.IntN(4) == 0 {
		s.Watched = data.WatchSet(1 << r.IntN(8))
	}
	m.Sentiment = s
	if r.IntN(2) == 0 {
		m.Engagement.Reach = int64(math.Pow(10, 7*r.Float64()))
	}
	if r.IntN(2) == 0 {
		m.Engagement.Views = int64(math.Pow(10, 7*r.Float64()))
	}
	m.Rating = float64(r.IntN(6))
	return m
}

// urgency is what the formula is told of a mention, found without SQL.
func urgency(d data.Detail, level int, onset time.Time) data.Urgency {
	return data.Urgency{
		Level:  level,
		Risky:  len(d.Sentiment.Watched.Risks()) > 0 || d.Label == data.Negative && !d.PublishedAt.Before(onset),
		ByHand: d.Priority, Reach: max(d.Engagement.Reach, d.Engagement.Views),
		Age: now.Sub(d.PublishedAt), Settled: d.Status == data.StatusReplied || d.Status == data.StatusArchived,
		Label: d.Label, Own: d.Override != nil, Rating: d.Rating, Probability: d.Sentiment.Probabilities()[data.Negative],
	}
}

func TestPriorityInSQLIsTheFormula(t *testing.T) {
	s, r := open(t), rand.New(rand.NewPCG(1, 2))
	var list []data.Mention
	for i := range 300 {
		list = append(list, drawn(r, i))
	}
	add(t, s, list...)
	onset := now.Add(-24 * time.Hour)
	_, _, err := s.SaveIncidents(ctx, time.Time{}, []data.Incident{{Stream: data.Brand, Onset: onset, OpenedAt: onset.Add(time.Hour)}})
	must(t, err)
	values := map[data.ID]float64{}
	for id, level := range atWork(t, s, r) {
		d, err := s.Mention(ctx, id)
		must(t, err)
		rows, err := s.RowsInOrder(ctx, []data.ID{id})
		must(t, err)
		d.Sentiment.Watched = rows[0].Watched
		got, err := s.Priority(ctx, id)
		must(t, err)
		if u := urgency(d, level, onset); !same(got, u.Priority()) {
			t.Fatalf("mention %d: SQL says %+v, the formula %+v of %+v", id, got, u.Priority(), u)
		}
		values[id] = got.Value()
	}
	ranked, err := s.Ranked(ctx, data.Filter{}, data.ByPriority)
	must(t, err)
	if len(ranked) < len(list)/2 {
		t.Errorf("%d ranked of %d", len(ranked), len(list))
	}
	for i := 1; i < len(ranked); i++ {
		if values[ranked[i-1]] < values[ranked[i]]-1e-9 {
			t.Fatalf("place %d has priority %v, the next %v", i-1, values[ranked[i-1]], values[ranked[i]])
		}
	}
}

// atWork gives every mention some work at random; it returns the levels of
// their issues.
func atWork(t *testing.T, s *store.Store, r *rand.Rand) map[data.ID]int {
	t.Helper()
	ids, err := s.IDs(ctx, data.Filter{}, 1000)
	must(t, err)
	levels := map[data.ID]int{}
	for _, id := range ids {
		work := data.Triage{Status: data.Statuses[r.IntN(len(data.Statuses))], Priority: int8(r.IntN(3) - 1)}
		if r.IntN(3) == 0 {
			work.Override = &data.Labels[r.IntN(3)]
		}
		_, err := s.ChangeTriage(ctx, []data.ID{id}, func(tr *data.Triage) { *tr = work })
		must(t, err)
		if levels[id] = 0; r.IntN(4) == 0 {
			levels[id] = r.IntN(5)
			rate(t, s, id, levels[id])
		}
	}
	return levels
}

// rate puts a mention into an issue of a level.
func rate(t *testing.T, s *store.Store, id data.ID, level int) {
	t.Helper()
	_, err := s.EditIssues(ctx, func(e *store.IssueEdit) error {
		issue, err := e.Create("x")
		must(t, err)
		_, err = e.Change(issue, func(i *data.Issue) { i.Severity = level })
		must(t, err)
		_, err = e.Add(issue, []data.ID{id})
		return err
	})
	must(t, err)
}

func same(a, b data.Priority) bool {
	const close = 1e-9
	return math.Abs(a.Severity-b.Severity) < close && math.Abs(a.Reach-b.Reach) < close &&
		math.Abs(a.Waiting-b.Waiting) < close && math.Abs(a.Anger-b.Anger) < close
}

func TestMentionsByReachStandInTheOrderOfReach(t *testing.T) {
	s := open(t)
	var list []data.Mention
	for i, reach := range []int64{50, data.Unknown, 90_000, 700} {
		m := mention(fmt.Sprint(i), i, data.Neutral, fmt.Sprintf("testo %d", i))
		m.Engagement.Reach = reach
		list = append(list, m)
	}
	list[1].Engagement.Views = 800
	add(t, s, list...)
	ids, err := s.Ranked(ctx, data.Filter{}, data.ByReach)
	must(t, err)
	rows, err := s.RowsInOrder(ctx, ids)
	must(t, err)
	var got []string
	for _, r := range rows {
		got = append(got, r.Author)
	}
	if want := []string{"Author 2", "Author 1", "Author 3", "Author 0"}; !slices.Equal(got, want) {
		t.Errorf("order %q, want %q", got, want)
	}
	if ids, err := s.Ranked(ctx, data.Filter{}, data.ByTime); len(ids) != 0 || err != nil {
		t.Errorf("newest first ranks %d, error %v", len(ids), err)
	}
}
