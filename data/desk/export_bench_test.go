package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"vedetta/assets"
	"vedetta/data"
)

// BenchmarkExport writes all mentions of the benchmarks' workspace.
func BenchmarkExport(b *testing.B) {
	bigCSV(b)
	if _, err := os.Stat(big.db); err != nil {
		b.Skip("run BenchmarkImport too: it makes the workspace")
	}
	d := openBig(b)
	defer d.Close()
	for _, kind := range data.ExportKinds {
		b.Run(string(kind), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "a."+string(kind))
			rows := 0
			for b.Loop() {
				done, err := d.Export(ctx, data.Filter{}, path, assets.WordsFor("it"), nil)
				if err != nil {
					b.Fatal(err)
				}
				rows += done.Mentions
			}
			b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(peakMB(), "MB-peak")
		})
	}
}
