package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

var (
	ctx = context.Background()
	// noon of a Sunday in Rome
	now = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)
)

func open(t testing.TB) *store.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "workspace.db"))
}

func openAt(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(ctx, path, data.At(now))
	must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// mention makes a mention written minutes before now.
func mention(external string, minutes int, label data.Label, text string) data.Mention {
	return data.Mention{
		Source: "google", ExternalID: external, Text: text,
		Author:      data.Author{Name: "Author " + external, Followers: data.Unknown},
		PublishedAt: now.Add(-time.Duration(minutes) * time.Minute),
		Engagement:  data.NoEngagement,
		Sentiment:   data.Sentiment{Label: label, Score: float64(label) - 1, Confidence: 0.8},
	}
}

// add imports mentions in one batch, indexes them and returns import and counts.
func add(t testing.TB, s *store.Store, mentions ...data.Mention) (int64, data.Counts) {
	t.Helper()
	return addExport(t, s, export{format: "generic", seenAt: now, mentions: mentions})
}

// export is what a tool wrote into a file.
type export struct {
	format   string
	seenAt   time.Time
	mentions []data.Mention
	evidence []store.EvidenceBlock
}

func addExport(t testing.TB, s *store.Store, e export) (int64, data.Counts) {
	t.Helper()
	id, err := s.BeginImport(ctx, "test.csv", e.format, []string{"ID", "Testo"})
	must(t, err)
	must(t, s.PrepareTwins(ctx, id, false))
	counts, err := s.AddBatch(ctx, &store.Batch{Import: id, SeenAt: e.seenAt, Mentions: slices.Clone(e.mentions), Evidence: e.evidence})
	must(t, err)
	if counts.Rows != counts.New+counts.Known+counts.Rejected || counts.Rows != len(e.mentions) {
		t.Errorf("rows lost: %+v of %d", counts, len(e.mentions))
	}
	must(t, s.FinishImport(ctx, id, data.ImportDone))
	index(t, s)
	return id, counts
}

func index(t testing.TB, s *store.Store) {
	t.Helper()
	for {
		n, err := s.IndexNext(ctx)
		must(t, err)
		if n == 0 {
			return
		}
	}
}

// sound fails the test if the workspace's own check finds anything.
func sound(t testing.TB, s *store.Store) {
	t.Helper()
	problems, err := s.Check(ctx)
	must(t, err)
	for _, p := range problems {
		t.Error("check: ", p)
	}
}

// externals lists the external ids that a query finds, newest first.
func externals(t testing.TB, s *store.Store, f data.Filter) []string {
	t.Helper()
	ids, err := s.IDs(ctx, f, 1000)
	must(t, err)
	var out []string
	for _, id := range ids {
		d, err := s.Mention(ctx, id)
		must(t, err)
		out = append(out, d.ExternalID)
	}
	return out
}

func parse(t testing.TB, query string) data.Filter {
	t.Helper()
	f, err := data.ParseQuery(query, time.UTC)
	must(t, err)
	return f
}

func numbered(n int, label data.Label) []data.Mention {
	var out []data.Mention
	for i := range n {
		out = append(out, mention(fmt.Sprint(i), i, label, fmt.Sprintf("testo numero %d", i)))
	}
	return out
}
