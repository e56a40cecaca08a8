package desk_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// writeCopies writes an export of two years in which every tenth mention
// repeats another of the last days, and one in ten came in a single hour: a
// text that each sender has signed with another name.
func writeCopies(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprintln(w, "ID,Data,Fonte,Autore,Testo")
	r := rand.New(rand.NewPCG(3, 9))
	words := vocabulary(r)
	zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
	step := 730 * 24 * time.Hour / time.Duration(rows)
	var recent []string
	for i := range rows {
		at, text := benchEnd.Add(-time.Duration(i)*step), ""
		switch {
		case i < rows/10:
			at = benchEnd.Add(-time.Duration(r.IntN(3600)) * time.Second)
			text = fmt.Sprintf("Mi chiamo %s %s e chiedo %s", words[zipf.Uint64()], words[r.IntN(len(words))], plastic)
		case r.IntN(10) == 0 && len(recent) > 0:
			text = "RT @qualcuno: " + recent[r.IntN(len(recent))]
		default:
			var b strings.Builder
			for range 20 + r.IntN(22) {
				b.WriteString(words[zipf.Uint64()] + " ")
			}
			text = b.String()
			if recent = append(recent, text); len(recent) > 50 {
				recent = recent[1:]
			}
		}
		fmt.Fprintf(w, "%d,%s,%s,Autore %d,%s\n", i, at.Format(time.DateTime), []string{"x", "google", "web"}[i%3], r.IntN(60000), text)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// BenchmarkCopies finds the copies of a large import, and of a small one that
// comes after it, and pages through the folded list.
func BenchmarkCopies(b *testing.B) {
	ctx, dir := context.Background(), b.TempDir()
	path := filepath.Join(dir, "copies.csv")
	if err := writeCopies(path, benchRows()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		db := filepath.Join(dir, fmt.Sprintf("%d.db", b.N))
		d, err := desk.Open(ctx, db, data.At(benchEnd))
		must(b, err)
		_, err = d.Import(ctx, data.Plan{Path: path}, nil)
		must(b, err)
		d.WaitForSearch()
		start := time.Now()
		d.WaitForCopies()
		b.ReportMetric(float64(time.Since(start).Microseconds())/float64(benchRows()), "us/mention")
		copied, err := d.CopiesIn(ctx, data.Filter{})
		must(b, err)
		b.ReportMetric(float64(copied.Mentions), "copies")
		importRows(b, d, []string{fmt.Sprintf(`new,%s,Eva,"%s",x`, benchEnd.Add(-time.Hour).Format(time.DateTime), plastic)})
		d.WaitForSearch()
		start = time.Now()
		d.WaitForCopies()
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "one-more-ms")
		b.ReportMetric(pages(b, d.Page), "page-p95-ms")
		b.ReportMetric(pages(b, d.FoldedPage), "folded-p95-ms")
		start = time.Now()
		_, _, err = d.FoldedCount(ctx, data.Filter{Statuses: data.Unanswered}, 100_000)
		must(b, err)
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "folded-count-ms")
		must(b, d.Close())
	}
}

// pages reads 300 pages from the newest on and gives the p95 in ms.
func pages(b *testing.B, page func(context.Context, data.Filter, data.ID, int) ([]data.Row, error)) float64 {
	var took []time.Duration
	var before data.ID
	for range 300 {
		start := time.Now()
		rows, err := page(context.Background(), data.Filter{Statuses: data.Unanswered}, before, 200)
		must(b, err)
		took = append(took, time.Since(start))
		if len(rows) > 0 {
			before = rows[len(rows)-1].ID
		}
	}
	slices.Sort(took)
	b.Logf("slowest page %v, median %v", took[len(took)-1], took[len(took)/2])
	return float64(took[len(took)*95/100].Microseconds()) / 1000
}
