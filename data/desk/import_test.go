package desk_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vedetta/data"
)

func TestImport(t *testing.T) {
	t.Run("brings the mentions of a file in, classified", func(t *testing.T) {
		d := open(t)
		i, err := d.Import(ctx, data.Plan{Path: reviews(t, 30)}, nil)
		must(t, err)
		if i.New != 30 || i.State != data.ImportDone {
			t.Errorf("import %+v", i)
		}
		s, err := d.Summary(ctx, data.Filter{})
		must(t, err)
		if s.Now.Negative != 10 || s.Now.Neutral != 10 || s.Now.Positive != 10 {
			t.Errorf("totals %+v", s.Now)
		}
		sound(t, d)
	})
	t.Run("the same file again adds nothing", func(t *testing.T) {
		d, path := open(t), reviews(t, 30)
		for range 2 {
			_, err := d.Import(ctx, data.Plan{Path: path}, nil)
			must(t, err)
		}
		if n := mentions(t, d); n != 30 {
			t.Errorf("%d mentions, want 30", n)
		}
	})
	t.Run("a check says beforehand what an import does, and changes nothing", func(t *testing.T) {
		d := open(t)
		path := file(t, "a.csv", "id,data,testo", "1,2026-11-01,uno", "1,2026-11-01,uno", "2,ieri forse,due", "3,2026-11-03,tre")
		c, err := d.Check(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		if c.Rows != 4 || c.New != 2 || c.Known != 1 || c.Reasons[data.RejectBadDate] != 1 {
			t.Errorf("check %+v", c)
		}
		if n := mentions(t, d); n != 0 {
			t.Errorf("the check stored %d mentions", n)
		}
		i, err := d.Import(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		if i.New != c.New || i.Known != c.Known || i.Rejected != c.Rejected {
			t.Errorf("import %+v differs from check %+v", i.Counts, c)
		}
	})
	t.Run("rejected rows keep line, reason and row, and can be saved", func(t *testing.T) {
		d := open(t)
		i, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", "id,data,testo", "1,2026-11-01,uno", "=2,never,due")}, nil)
		must(t, err)
		rows, err := d.Rejected(ctx, i.ID, 10)
		must(t, err)
		if len(rows) != 1 || rows[0].Line != 3 || rows[0].Reason != data.RejectBadDate {
			t.Fatalf("rejected %+v", rows)
		}
		var out bytes.Buffer
		must(t, d.ExportRejected(ctx, i.ID, ',', &out))
		if want := "\ufeffid,data,testo,rejected_line,rejected_reason\n'=2,never,due,3,bad_date\n"; out.String() != want {
			t.Errorf("saved as %q", out.String())
		}
	})
	t.Run("a corrected file of rejected rows brings in those rows alone", func(t *testing.T) {
		d := open(t)
		i, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", "id;data;testo", "1;2026-11-01;uno", `2;;"due, ""tre"""`)}, nil)
		must(t, err)
		var out bytes.Buffer
		must(t, d.ExportRejected(ctx, i.ID, ',', &out))
		corrected := strings.Replace(out.String(), "2,,", "2,2026-11-02,", 1)
		again, err := d.Import(ctx, data.Plan{Path: file(t, "rejected.csv", strings.TrimSuffix(corrected, "\n"))}, nil)
		must(t, err)
		if again.New != 1 || again.Known != 0 || again.Rejected != 0 {
			t.Errorf("%+v from %q", again.Counts, corrected)
		}
		rows, err := d.Page(ctx, data.Filter{Import: again.ID}, 0, 2)
		must(t, err)
		if len(rows) != 1 || rows[0].Snippet != `due, "tre"` {
			t.Errorf("came in as %+v", rows)
		}
	})
	t.Run("a file without a usable row leaves no trace", func(t *testing.T) {
		d := open(t)
		_, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", "id,data,testo", "1,never,uno", "2,niente,due")}, nil)
		if data.CodeOf(err) != data.ErrFileNoRows {
			t.Errorf("error %v", err)
		}
		imports, err := d.Imports(ctx)
		must(t, err)
		if len(imports) != 0 {
			t.Errorf("imports %+v", imports)
		}
	})
	t.Run("cancelling keeps what is in, and importing again completes it", func(t *testing.T) {
		d, path := open(t), reviews(t, 120_000)
		stopped, cancel := context.WithCancel(ctx)
		remove := d.Events().MentionsChanged.Add(func(struct{}) { cancel() })
		i, err := d.Import(stopped, data.Plan{Path: path}, nil)
		remove()
		if data.CodeOf(err) != data.ErrCancelled || i.State != data.ImportCancelled {
			t.Fatalf("import %+v, error %v", i, err)
		}
		if n := mentions(t, d); n == 0 || n == 120_000 {
			t.Fatalf("%d mentions after cancelling", n)
		}
		_, err = d.Import(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		if n := mentions(t, d); n != 120_000 {
			t.Errorf("%d mentions in the end", n)
		}
		d.WaitForSearch()
		sound(t, d)
	})
	t.Run("undoing takes all of an import out again", func(t *testing.T) {
		d := open(t)
		i, err := d.Import(ctx, data.Plan{Path: reviews(t, 30)}, nil)
		must(t, err)
		d.WaitForSearch()
		removed, err := d.UndoImport(ctx, i.ID, nil)
		must(t, err)
		if removed != 30 || mentions(t, d) != 0 {
			t.Errorf("removed %d, left %d", removed, mentions(t, d))
		}
		sound(t, d)
	})
}

func TestBadFilesGetOneSentenceAndChangeNothing(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct {
		path string
		want data.Code
	}{
		"no file":                 {filepath.Join(folder, "missing.csv"), data.ErrFileMissing},
		"a folder":                {folder, data.ErrFileIsFolder},
		"an empty file":           {file(t, "empty.csv", ""), data.ErrFileEmpty},
		"a PDF named .csv":        {file(t, "a.csv", "%PDF-1.7", "\x00\x01\x02\x03"), data.ErrFileBinary},
		"a table without dates":   {file(t, "nodate.csv", "testo,autore", "ciao a tutti,Marta", "buono il pane,Luca"), data.ErrFileNoDate},
		"a header and no row":     {file(t, "header.csv", "id,data,testo"), data.ErrFileNoRows},
		"bytes without a meaning": {file(t, "noise.csv", string([]byte{0, 159, 146, 150, 0, 1, 2, 255, 254, 0, 7})), data.ErrFileBinary},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			_, err := d.Import(ctx, data.Plan{Path: c.path}, nil)
			if got := data.CodeOf(err); got != c.want {
				t.Errorf("code %s, want %s (%v)", got, c.want, err)
			}
			imports, err := d.Imports(ctx)
			must(t, err)
			if len(imports) != 0 {
				t.Errorf("imports %+v", imports)
			}
		})
	}
	t.Run("a file that may not be read", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("root may read everything")
		}
		path := file(t, "secret.csv", "id,data,testo", "1,2026-11-01,uno")
		must(t, os.Chmod(path, 0))
		if _, err := open(t).Import(ctx, data.Plan{Path: path}, nil); data.CodeOf(err) != data.ErrFileDenied {
			t.Errorf("error %v", err)
		}
	})
}

// The airline file as Excel leaves it: ids rounded to six digits, 2,434 of
// 14,640 distinct. Rows must not be lost for that.
func TestAirlineFileWithIDsDamagedBySpreadsheet(t *testing.T) {
	const sample = "../../../shared/data/exports/real/twitter-airline-excel-scientific/Tweets.csv"
	if _, err := os.Stat(sample); err != nil {
		t.Skip("the sample is not here: ", err)
	}
	d := open(t)
	p, err := d.Inspect(ctx, data.Plan{Path: sample})
	must(t, err)
	if !p.DamagedIDs {
		t.Error("the damaged ids are not noticed")
	}
	i, err := d.Import(ctx, data.Plan{Path: sample}, nil)
	must(t, err)
	if i.Rows != 14640 || i.New < 14400 || i.New+i.Known != 14640 {
		t.Errorf("import %+v", i.Counts)
	}
	t.Logf("%d stored, %d true duplicates", i.New, i.Known)
	sound(t, d)
}
