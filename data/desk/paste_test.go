package desk_test

import (
	"testing"
	"time"

	"vedetta/data"
)

func TestPaste(t *testing.T) {
	day := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		text  string
		plan  data.Plan
		texts []string // newest first
	}{
		"rows of a spreadsheet, a cell with line breaks": {
			"Data\tTesto\tAutore\r\n21/11/2026\t\"Due ore di attesa,\nmai più\"\tMarta\r\n20/11/2026\tPane ottimo\tLuca\r\n",
			data.Plan{},
			[]string{"Due ore di attesa, mai più", "Pane ottimo"},
		},
		"CSV": {"id,data,testo\n1,2026-11-21,uno\n2,2026-11-20,due", data.Plan{}, []string{"uno", "due"}},
		"JSON": {
			`[{"id":"1","date":"2026-11-21T10:00:00Z","text":"uno"},{"id":"2","date":"2026-11-20T10:00:00Z","text":"due"}]`,
			data.Plan{},
			[]string{"uno", "due"},
		},
		"a text a line, with the date that the person gives": {
			"Buono il pane, ma caro\n\nBello, torneremo\n",
			data.Plan{Date: day},
			[]string{"Buono il pane, ma caro", "Bello, torneremo"},
		},
		"a column of a spreadsheet, with its name": {
			"Commento\n\"Due ore di attesa,\nmai \"\"più\"\"\"\nPane ottimo\n",
			data.Plan{Date: day},
			[]string{`Due ore di attesa, mai "più"`, "Pane ottimo"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			p, err := d.InspectText(ctx, c.text, c.plan)
			must(t, err)
			if len(p.First) != len(c.texts) {
				t.Errorf("the preview shows %+v", p.First)
			}
			counts, err := d.CheckText(ctx, c.text, c.plan, nil)
			must(t, err)
			i, err := d.ImportText(ctx, c.text, c.plan, nil)
			must(t, err)
			if i.New != len(c.texts) || i.New != counts.New || i.Path != "" {
				t.Errorf("import %+v, check %+v", i, counts)
			}
			rows, err := d.Page(ctx, data.Filter{}, 0, 10)
			must(t, err)
			got := map[string]bool{}
			for _, r := range rows {
				got[r.Snippet] = true
			}
			for _, text := range c.texts {
				if !got[text] {
					t.Errorf("%q is missing among %v", text, got)
				}
			}
		})
	}
	t.Run("a text a line without a date asks for one", func(t *testing.T) {
		_, err := open(t).InspectText(ctx, "Buono il pane\nBello", data.Plan{})
		equal(t, "error", data.CodeOf(err), data.ErrFileNoDate)
	})
	t.Run("nothing is no file", func(t *testing.T) {
		_, err := open(t).InspectText(ctx, " \n", data.Plan{})
		equal(t, "error", data.CodeOf(err), data.ErrFileEmpty)
	})
}
