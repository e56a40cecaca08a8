package ingest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/ingest"
)

// BenchmarkMention makes mentions of one row again and again: with an address
// that names the mention, and with columns that fill no field.
func BenchmarkMention(b *testing.B) {
	for _, c := range []struct {
		name    string
		address string
		extras  int
	}{
		{"plain", "https://forno.test/p/1", 0},
		{"an address of X", "https://x.com/anna_b/status/1800000000000000001", 0},
		{"20 extra columns", "https://forno.test/p/1", 20},
	} {
		b.Run(c.name, func(b *testing.B) {
			var head, row strings.Builder
			head.WriteString("ID,Data,Fonte,Autore,Handle,Testo,URL,Lingua,Stelle,Mi piace")
			row.WriteString("1800000000000000001,2026-03-01 09:05:07,x,Anna B.,anna_b," + strings.Repeat("pane ", 40) + "," + c.address + ",it,4,12")
			for i := range c.extras {
				fmt.Fprintf(&head, ",Campo %d", i)
				fmt.Fprintf(&row, ",valore %d", i)
			}
			f, err := ingest.OpenBytes("a.csv", []byte(head.String()+"\n"+row.String()+"\n"), data.Plan{}, ingest.Zones{Default: time.UTC})
			if err != nil {
				b.Fatal(err)
			}
			r, err := f.Next()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if m, reason := f.Mapping().Mention(r); reason != "" || len(m.Extras) != c.extras {
					b.Fatal(reason, m.Extras)
				}
			}
		})
	}
}
