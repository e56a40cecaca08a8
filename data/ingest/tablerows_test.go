package ingest

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func tableOf(t testing.TB, content string) []Row {
	t.Helper()
	found := detectDialect([]byte(content), ',')
	header := make([]string, max(len(found.records[0]), found.width))
	rows, err := newTableRows(strings.NewReader(content), table{dialect: found.dialect, shape: found.shape(len(header)), skip: 1, header: header})
	if err != nil {
		t.Fatal(err)
	}
	var out []Row
	for {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
}

func TestRowsOfOtherWidths(t *testing.T) {
	const usual = "1,2026-03-01,una recensione di una certa lunghezza,it,4\n2,2026-03-01,ancora una recensione,it,5\n3,2026-03-02,terza recensione,it,3\n"
	for name, c := range map[string]struct {
		line string
		want Row
	}{
		"fewer cells are filled up":             {"7,2026-03-03,corta", Row{Line: 5, Cells: []string{"7", "2026-03-03", "corta", "", ""}}},
		"empty cells too many say nothing":      {"7,2026-03-03,testo,it,4,,", Row{Line: 5, Cells: []string{"7", "2026-03-03", "testo", "it", "4", "", ""}}},
		"a delimiter in the text":               {"7,2026-03-03,testo, e altro, e ancora,it,4", Row{Line: 5, Cells: []string{"7", "2026-03-03", "testo, e altro, e ancora", "it", "4"}, Repaired: true}},
		"cells for which there is no place":     {"sette,oggi,testo,it,molto,x", Row{Line: 5, Cells: []string{"sette", "oggi", "testo", "it", "molto", "x"}}},
		"a cell over the limit":                 {"7,2026-03-03," + strings.Repeat("a", maxCell+1) + ",it,4", Row{Line: 5, Cells: []string{"7,2026-03-03," + strings.Repeat("a", 987)}, Reject: data.RejectTooLong}},
		"text in another encoding":              {"7,2026-03-03,perch\xe9,it,4", Row{Line: 5, Cells: []string{"7", "2026-03-03", "perché", "it", "4"}, Repaired: true}},
		"text that was garbled":                 {"7,2026-03-03,perchÃ© no,it,4", Row{Line: 5, Cells: []string{"7", "2026-03-03", "perché no", "it", "4"}, Repaired: true}},
		"a NUL byte goes and is no damage":      {"7,2026-03-03,co\x00sa,it,4", Row{Line: 5, Cells: []string{"7", "2026-03-03", "cosa", "it", "4"}}},
		"quotes that do not add up are mending": {"7,2026-03-03,\"testo,it,4", Row{Line: 5, Cells: []string{"7", "2026-03-03", "\"testo", "it", "4"}, Repaired: true}},
	} {
		t.Run(name, func(t *testing.T) {
			rows := tableOf(t, "id,data,testo,lingua,voto\n"+usual+c.line+"\n")
			if d := cmp.Diff(c.want, rows[len(rows)-1]); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestColumnsWithoutAName(t *testing.T) {
	rows := tableOf(t, "id,data,testo\n1,2026-03-01,uno,extra\n2,2026-03-01,due,extra\n")
	if want := []string{"1", "2026-03-01", "uno", "extra"}; cmp.Diff(want, rows[0].Cells) != "" || rows[0].Repaired {
		t.Errorf("row %+v", rows[0])
	}
}
