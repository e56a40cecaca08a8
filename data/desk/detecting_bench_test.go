package desk_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// BenchmarkReplay looks at all mentions of the big workspace, two years of them,
// from the beginning, in 30 streams: the brand, twelve sources and seventeen
// topics.
func BenchmarkReplay(b *testing.B) {
	d := bigWithTopics(b)
	defer d.Close()
	for b.Loop() {
		begun := time.Now()
		found, err := d.BackTest(context.Background(), data.Normal, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(begun).Seconds(), "s/replay")
		b.ReportMetric(float64(len(found.Fired)), "incidents")
	}
}

// BenchmarkWhy finds what drives a window of the big workspace, against the
// thirty days before it.
func BenchmarkWhy(b *testing.B) {
	d := bigWithTopics(b)
	defer d.Close()
	for name, length := range map[string]time.Duration{"6h": 6 * time.Hour, "7d": 7 * 24 * time.Hour, "365d": 365 * 24 * time.Hour} {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				end := benchEnd.Add(-time.Duration(i%20) * 31 * time.Hour)
				f := data.Filter{Period: data.Period{From: end.Add(-length), To: end}}
				if _, err := d.Why(context.Background(), f, data.Period{From: f.Period.From.AddDate(0, 0, -30), To: f.Period.From}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms")
		})
	}
}

// bigWithTopics opens the big workspace with seventeen topics, when all of it
// was looked at.
func bigWithTopics(b *testing.B) *desk.Desk {
	b.Helper()
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	d.WaitForSearch()
	for i, query := range topicQueries {
		_, err := d.SaveTopic(context.Background(), data.Topic{Name: fmt.Sprint("topic ", i), Query: query})
		if err != nil && data.CodeOf(err) != data.ErrNameTaken {
			b.Fatal(err)
		}
	}
	d.WaitForDetectors()
	return d
}

var topicQueries = [...]string{
	"rimborso", "attesa", "focaccia", "pane", "ottimo", "pessimo", "buonissimo", "servizio", "grazie", "consegna",
	"freddo", "gentile", "scortese", "bread", "great", "terrible", "refund",
}
