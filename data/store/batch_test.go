package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/store"
)

func TestAddBatch(t *testing.T) {
	t.Run("importing the same mentions again adds nothing", func(t *testing.T) {
		s := open(t)
		add(t, s, numbered(50, data.Neutral)...)
		_, counts := add(t, s, numbered(50, data.Neutral)...)
		if counts.New != 0 || counts.Known != 50 || counts.Updated != 0 {
			t.Errorf("second import: %+v", counts)
		}
		sound(t, s)
	})
	t.Run("the same mention twice in one batch is stored once", func(t *testing.T) {
		s := open(t)
		_, counts := add(t, s, mention("a", 1, data.Negative, "uno"), mention("a", 1, data.Negative, "uno"))
		if counts.New != 1 || counts.Known != 1 {
			t.Errorf("counts %+v", counts)
		}
		sound(t, s)
	})
	t.Run("changed engagement refreshes the mention and keeps a snapshot", func(t *testing.T) {
		s := open(t)
		first := mention("a", 1, data.Negative, "uno")
		first.Engagement.Likes, first.Engagement.Reach = 3, 100
		add(t, s, first)
		later := first
		later.Engagement.Likes, later.Engagement.Reach, later.Engagement.Views = 40, 900, data.Unknown
		_, counts := addExport(t, s, export{format: "generic", seenAt: now.Add(time.Hour), mentions: []data.Mention{later}})
		if counts.Updated != 1 {
			t.Errorf("counts %+v", counts)
		}
		ids, err := s.IDs(ctx, data.Filter{}, 1)
		must(t, err)
		d, err := s.Mention(ctx, ids[0])
		must(t, err)
		if d.Engagement.Likes != 40 || len(d.Snapshots) != 1 || d.Snapshots[0].Likes != 3 {
			t.Errorf("engagement %+v, snapshots %+v", d.Engagement, d.Snapshots)
		}
		sound(t, s)
	})
	t.Run("an answer in the export makes the mention replied, also when it comes later", func(t *testing.T) {
		s := open(t)
		m := mention("a", 90, data.Negative, "uno")
		add(t, s, m)
		m.Answer = &data.Answer{Text: "Ci dispiace", SentAt: now.Add(-30 * time.Minute)}
		add(t, s, m)
		add(t, s, m)
		counts, err := s.StatusCounts(ctx)
		must(t, err)
		if counts[data.StatusReplied] != 1 {
			t.Errorf("statuses %v", counts)
		}
		r, err := s.FirstReply(ctx, data.Filter{})
		must(t, err)
		if r.Median != time.Hour || r.Replies != 1 {
			t.Errorf("first reply %+v", r)
		}
		sound(t, s)
	})
	t.Run("several hundred mentions of one second all find an id", func(t *testing.T) {
		s := open(t)
		var all []data.Mention
		for _, m := range numbered(3000, data.Positive) {
			m.PublishedAt = now
			all = append(all, m)
		}
		if _, counts := add(t, s, all...); counts.New != 3000 {
			t.Errorf("counts %+v", counts)
		}
		sound(t, s)
	})
	t.Run("a batch that fails leaves nothing behind", func(t *testing.T) {
		s := open(t)
		bad := mention("b", 2, data.Neutral, "due")
		bad.Source = "new source"
		_, err := s.AddBatch(ctx, &store.Batch{Import: 999, Mentions: []data.Mention{bad}, Rejected: []data.RejectedRow{{Line: 2, Reason: data.RejectBadDate}}})
		if err == nil {
			t.Fatal("a batch of an import that does not exist was taken")
		}
		if got := externals(t, s, data.Filter{}); got != nil {
			t.Errorf("left behind: %v", got)
		}
		add(t, s, bad)
		sound(t, s)
	})
}

func TestMentionKeepsEverything(t *testing.T) {
	s := open(t)
	m := data.Mention{
		Source: "x", ExternalID: "570306133677760513", URL: "https://x.test/1",
		Author: data.Author{Name: "Marta R.", Handle: "marta", ID: "77", Followers: 18400},
		Title:  "Titolo", Text: "Due ore di attesa 😡", PublishedAt: now, PublishedRaw: "22/11/2026 12:00", Lang: "it",
		Rating: 1, InReplyTo: "12", Engagement: data.Engagement{Likes: 1, Replies: 2, Shares: 3, Views: 4, Reach: 5},
		SourceSentiment: "positive", Extras: map[string]string{"Numero d'ordine": "A-1"},
		Sentiment: data.Sentiment{
			Label: data.Negative, Score: -0.85, Confidence: 0.9, Lang: "it", Complaint: 0.25,
			Watched: data.WatchSet(0).With("law").With("data"), Model: 3,
		},
	}
	imp, _ := add(t, s, m)
	ids, err := s.IDs(ctx, data.Filter{}, 1)
	must(t, err)
	got, err := s.Mention(ctx, ids[0])
	must(t, err)
	m.ID, m.Import = ids[0], imp
	m.Sentiment.P, m.Sentiment.Rated = m.Sentiment.Probabilities(), true
	if d := cmp.Diff(m, got.Mention); d != "" {
		t.Error(d)
	}
}
