package desk_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// benchRows is the size of the benchmarks' workspace: VEDETTA_BENCH_ROWS or
// a million mentions in two years.
func benchRows() int {
	if n, err := strconv.Atoi(os.Getenv("VEDETTA_BENCH_ROWS")); err == nil && n > 0 {
		return n
	}
	return 1_000_000
}

var benchEnd = time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)

// big is the file and the workspace that the benchmarks of this package share.
var big struct {
	once sync.Once
	dir  string
	csv  string
	db   string
}

func bigCSV(b *testing.B) string {
	b.Helper()
	big.once.Do(func() {
		var err error
		if big.dir, err = os.MkdirTemp("", "vedetta-bench-"); err != nil {
			b.Fatal(err)
		}
		big.csv, big.db = filepath.Join(big.dir, "mentions.csv"), filepath.Join(big.dir, "workspace.db")
		if err := writeCSV(big.csv, benchRows()); err != nil {
			b.Fatal(err)
		}
	})
	return big.csv
}

// writeCSV writes about 330 bytes a row, newest first as exports come, with
// a vocabulary of Zipf's shape so that the search index has real work.
func writeCSV(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprintln(w, "ID,Data,Fonte,Autore,Handle,Titolo,Testo,URL,Lingua,Stelle,Mi piace,Commenti,Condivisioni,Reach")
	r := rand.New(rand.NewPCG(7, 11))
	words := vocabulary(r)
	zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
	sources := []string{"x", "google", "trustpilot", "instagram", "facebook", "youtube", "news", "blog", "forum", "reddit", "tiktok", "web"}
	step := 730 * 24 * time.Hour / time.Duration(rows)
	for i := range rows {
		at := benchEnd.Add(-time.Duration(i) * step)
		fmt.Fprintf(w, "%d,%s,%s,Autore %d,handle%d,,\"", 1_000_000_000_000+i*7919%rows, at.Format("2006-01-02 15:04:05"), sources[r.IntN(len(sources))], r.IntN(60000), r.IntN(60000))
		for range 20 + r.IntN(22) {
			w.WriteString(words[zipf.Uint64()])
			w.WriteByte(' ')
		}
		fmt.Fprintf(w, "\",https://example.test/p/%d,it,%d,%d,%d,%d,%d\n", i, 1+r.IntN(5), r.IntN(200), r.IntN(20), r.IntN(50), r.IntN(20000))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func vocabulary(r *rand.Rand) []string {
	words := strings.Fields(`il la di che e non un per è sono ho molto rimborso attesa focaccia pane ottimo pessimo
		buonissimo servizio mai più grazie consegna freddo gentile scortese the bread was great terrible never again refund`)
	syllables := strings.Fields("ba ce di fo gu la me ni po ru sa te vi zo ca de fi go lu ma ne pi ro su")
	for len(words) < 60_000 {
		var w strings.Builder
		for range 2 + r.IntN(3) {
			w.WriteString(syllables[r.IntN(len(syllables))])
		}
		words = append(words, w.String())
	}
	return words
}

func openBig(b *testing.B) *desk.Desk {
	b.Helper()
	d, err := desk.Open(context.Background(), big.db, data.At(benchEnd))
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// BenchmarkImport imports the big file twice and compares with what the
// sqlite3 shell needs to read the same file into an untyped table.
func BenchmarkImport(b *testing.B) {
	csv := bigCSV(b)
	for b.Loop() {
		base := shellImport(b, csv)
		_ = os.Remove(big.db)
		d := openBig(b)
		start := time.Now()
		first, err := d.Import(context.Background(), data.Plan{Path: csv}, nil)
		if err != nil || first.New != benchRows() {
			b.Fatalf("import %+v: %v", first.Counts, err)
		}
		usable := time.Since(start)
		d.WaitForSearch()
		searchable := time.Since(start)
		start = time.Now()
		second, err := d.Import(context.Background(), data.Plan{Path: csv}, nil)
		if err != nil || second.New != 0 {
			b.Fatalf("second import %+v: %v", second.Counts, err)
		}
		again := time.Since(start)
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
		for name, took := range map[string]time.Duration{"usable": usable, "searchable": searchable, "again": again} {
			b.ReportMetric(took.Seconds(), name+"-s")
			if base > 0 {
				b.ReportMetric(took.Seconds()/base.Seconds(), name+"-x")
			}
		}
		b.ReportMetric(base.Seconds(), "shell-s")
		b.ReportMetric(peakMB(), "peak-MB")
	}
}

func shellImport(b *testing.B, csv string) time.Duration {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Log("the sqlite3 shell is not installed: no comparison")
		return 0
	}
	db := filepath.Join(big.dir, "shell.db")
	defer os.Remove(db)
	start := time.Now()
	if out, err := exec.Command(shell, db, ".mode csv", ".import "+csv+" mentions").CombinedOutput(); err != nil {
		b.Fatalf("sqlite3: %v\n%s", err, out)
	}
	return time.Since(start)
}

// peakMB is the most memory the process has held so far, where the system
// tells.
func peakMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}

// BenchmarkScreens measures what each screen asks for, as p95 in ms.
func BenchmarkScreens(b *testing.B) {
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	defer d.Close()
	d.WaitForSearch()
	ctx := context.Background()
	month := data.Filter{Period: data.LastDays(benchEnd, 30, d.Zone())}
	year := data.Filter{Period: data.LastDays(benchEnd, 365, d.Zone())}
	search, _ := data.ParseQuery("rimborso", d.Zone())
	var deep data.ID
	for name, load := range map[string]func(i int) error{
		"overview numbers, 30 days":  func(int) error { return numbers(ctx, d, month) },
		"overview numbers, 365 days": func(int) error { return numbers(ctx, d, year) },
		"overview words, 30 days":    func(int) error { return words(ctx, d, month) },
		"overview words, 365 days":   func(int) error { return words(ctx, d, year) },
		"inbox page": func(int) error {
			rows, err := d.Page(ctx, data.Filter{}, deep, 200)
			if len(rows) > 0 {
				deep = rows[len(rows)-1].ID
			}
			return err
		},
		"inbox page of negatives to answer": func(int) error {
			_, err := d.Page(ctx, data.Filter{Labels: []data.Label{data.Negative}, Statuses: data.Unanswered}, 0, 200)
			return err
		},
		"search top 50": func(int) error { _, err := d.Page(ctx, search, 0, 50); return err },
		"mention": func(i int) error {
			rows, err := d.Page(ctx, data.Filter{}, deep, 1)
			if err == nil && len(rows) > 0 {
				_, err = d.Mention(ctx, rows[0].ID)
			}
			return err
		},
		"workspace": func(int) error { _, err := d.Workspace(ctx); return err },
	} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				if err := load(i); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

// numbers is what tiles and chart ask for, words what the cards below do
// afterwards.
func numbers(ctx context.Context, d *desk.Desk, f data.Filter) error {
	if _, err := d.Summary(ctx, f); err != nil {
		return err
	}
	_, err := d.Timeline(ctx, f)
	return err
}

func words(ctx context.Context, d *desk.Desk, f data.Filter) error {
	if _, err := d.Drivers(ctx, f, 6); err != nil {
		return err
	}
	_, err := d.AnswerFirst(ctx, f, 6)
	return err
}

// BenchmarkRescore labels all mentions of the big workspace anew, as after a
// change of the model.
func BenchmarkRescore(b *testing.B) {
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	defer d.Close()
	d.WaitForCopies()
	for i := 0; b.Loop(); i++ {
		if err := d.SetWatchList(context.Background(), "it", fmt.Sprintf("salute: intossica%d*", i)); err != nil {
			b.Fatal(err)
		}
		d.WaitForLabels()
	}
	b.ReportMetric(float64(benchRows())*float64(b.N)/b.Elapsed().Seconds(), "mentions/s")
}
