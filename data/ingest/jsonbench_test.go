package ingest_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"vedetta/data/ingest"
)

// BenchmarkJSONList reads a list of 1,000,000 objects and reports how much
// memory that keeps at most.
func BenchmarkJSONList(b *testing.B) {
	const elements = 1_000_000
	for b.Loop() {
		r, w := io.Pipe()
		go func() {
			out := bufio.NewWriterSize(w, 1<<16)
			_, _ = out.WriteString("[")
			text := strings.Repeat("Attesa di un'ora, poi pane freddo. ", 5)
			for i := range elements {
				fmt.Fprintf(out, `{"id":%d,"date":"2026-03-01T09:05:07Z","text":"%s","user":{"name":"Anna %d"},"likes":%d},`, 1606877985956843521+i, text, i, i%100)
			}
			_, _ = out.WriteString("{}]")
			_ = w.CloseWithError(errors.Join(out.Flush(), io.EOF))
		}()
		most := uint64(0)
		n, err := ingest.EachJSON(r, func(n int) {
			if n%100_000 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		})
		if !errors.Is(err, io.EOF) || n != elements+1 {
			b.Fatal(n, err)
		}
		b.ReportMetric(float64(most)/(1<<20), "MB-heap")
	}
	b.ReportMetric(elements*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
