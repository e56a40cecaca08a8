package desk_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"vedetta/data"
)

// BenchmarkReplay looks at all mentions of the big workspace, two years of them,
// from the beginning, in 30 streams: the brand, twelve sources and seventeen
// topics.
func BenchmarkReplay(b *testing.B) {
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	defer d.Close()
	d.WaitForSearch()
	for i := range 17 {
		if _, err := d.SaveTopic(context.Background(), data.Topic{Name: fmt.Sprint("topic ", i), Query: topicQueries[i]}); err != nil {
			b.Fatal(err)
		}
	}
	d.WaitForDetectors()
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

var topicQueries = [...]string{
	"rimborso", "attesa", "focaccia", "pane", "ottimo", "pessimo", "buonissimo", "servizio", "grazie", "consegna",
	"freddo", "gentile", "scortese", "bread", "great", "terrible", "refund",
}
