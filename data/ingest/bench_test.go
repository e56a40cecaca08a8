package ingest_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/ingest"
)

const benchRows = 300_000

// writeBenchFile writes about 330 bytes a row, as the benchmark of the whole
// import does.
func writeBenchFile(b *testing.B, path string) {
	b.Helper()
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprintln(w, "ID,Data,Fonte,Autore,Handle,Titolo,Testo,URL,Lingua,Stelle,Mi piace,Commenti,Condivisioni,Reach")
	r := rand.New(rand.NewPCG(7, 11))
	words := strings.Fields("il la di che e non un per è sono ho molto rimborso attesa focaccia pane ottimo pessimo più grazie consegna gentile terrible refund")
	sources := []string{"x", "google", "trustpilot", "instagram", "facebook", "youtube", "news", "blog"}
	end := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	for i := range benchRows {
		at := end.Add(-time.Duration(i) * time.Minute)
		fmt.Fprintf(w, "%d,%s,%s,Autore %d,handle%d,,\"", 1_000_000_000_000+i, at.Format("2006-01-02 15:04:05"), sources[r.IntN(len(sources))], r.IntN(60000), r.IntN(60000))
		for range 24 + r.IntN(26) {
			_, _ = w.WriteString(words[r.IntN(len(words))] + " ")
		}
		fmt.Fprintf(w, "\",https://example.test/p/%d,it,%d,%d,%d,%d,%d\n", i, 1+r.IntN(5), r.IntN(200), r.IntN(20), r.IntN(50), r.IntN(20000))
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRead makes mentions of a file as an import does, without storing
// them: one goroutine reads, as many as there are processors map.
func BenchmarkRead(b *testing.B) {
	path := filepath.Join(b.TempDir(), "mentions.csv")
	writeBenchFile(b, path)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		f, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
		if err != nil {
			b.Fatal(err)
		}
		if n := mapAll(b, f); n != benchRows {
			b.Fatalf("%d mentions", n)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(benchRows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkRecognise opens the same file: encoding, dialect, format, dates.
func BenchmarkRecognise(b *testing.B) {
	path := filepath.Join(b.TempDir(), "mentions.csv")
	writeBenchFile(b, path)
	for b.Loop() {
		f, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
		if err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func mapAll(b *testing.B, f *ingest.File) int {
	blocks := make(chan []ingest.Row, runtime.GOMAXPROCS(0))
	counts := make(chan int, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			n := 0
			for rows := range blocks {
				mentions := make([]data.Mention, 0, len(rows))
				for _, row := range rows {
					if m, reason := f.Mapping().Mention(row); reason == "" {
						mentions = append(mentions, m)
					}
				}
				n += len(mentions)
			}
			counts <- n
		})
	}
	for done := false; !done; {
		rows := make([]ingest.Row, 0, 1000)
		for len(rows) < cap(rows) && !done {
			row, err := f.Next()
			if done = errors.Is(err, io.EOF); done {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			rows = append(rows, row)
		}
		blocks <- rows
	}
	close(blocks)
	workers.Wait()
	close(counts)
	sum := 0
	for n := range counts {
		sum += n
	}
	return sum
}
