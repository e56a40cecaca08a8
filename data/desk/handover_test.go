package desk_test

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
)

// plainPrinter writes all it is given, so that a test can search it.
type plainPrinter struct{}

func (plainPrinter) Situation(w io.Writer, f data.CrisisFile, _ *assets.Words) error {
	return json.NewEncoder(w).Encode(f)
}

func (plainPrinter) Report(w io.Writer, f data.CrisisFile, _ *assets.Words) error {
	return json.NewEncoder(w).Encode(f)
}

func (plainPrinter) Playbook(w io.Writer, p data.Playbook, business string, _ time.Time, _ *time.Location, _ *assets.Words) error {
	return json.NewEncoder(w).Encode([]any{p, business})
}

func plainly(lang string) desk.Printing {
	return desk.Printing{Words: assets.WordsFor(lang), Printer: plainPrinter{}}
}

// oysters is a workspace with a declared crisis about mentions of people who
// name each other.
func oysters(t testing.TB) (d *desk.Desk, crisis int64) {
	t.Helper()
	d = open(t)
	_, err := d.Import(ctx, data.Plan{Path: file(t, "posts.csv",
		"date,author,username,text,url",
		"2026-11-21T08:00:00Z,Marta Rossi,marta_r,Ostriche pessime: sono stata malissimo,https://x.com/marta_r/status/1",
		"2026-11-21T09:00:00Z,Anna Maria De Angelis,ada77,\"Anche io, come dice Marta. @marta_r chiama la ASL! scrivi a ada@posta.example\",https://x.com/ada77/status/2",
		"2026-11-21T10:00:00Z,=HYPERLINK(1),ignoto_x,\"<script>alert(1)</script> vergogna, orribile @MARTA_R e @mai_visto vedi x.com/ada77/status/2\",https://x.com/ignoto_x/status/3",
		"2026-11-21T11:00:00Z,Pescheria Aurora,pescheria_aurora,Stiamo verificando,https://x.com/pescheria_aurora/status/4",
	)}, nil)
	must(t, err)
	d.WaitForSearch()
	_, err = d.SetProfile(ctx, data.Profile{Business: "Pescheria Aurora", Own: []string{"pescheria_aurora"}})
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	var ids []data.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	issue, _, err := d.NewIssue(ctx, "Ostriche, scrive Marta Rossi", ids)
	must(t, err)
	crisis, err = d.Declare(ctx, data.Declaration{
		Issue: issue, Rating: data.SeverityRating{Harm: 3, Spread: 3, Responsibility: 2}, Type: data.CrisisHumanHarm, Playbook: "food_safety", Lang: "it",
	})
	must(t, err)
	must(t, d.WriteLog(ctx, crisis, "Sentita Anna Maria  De Angelis (@ada77): sta meglio", nil))
	return d, crisis
}

// unpacked are the files of an archive.
func unpacked(t testing.TB, path string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	must(t, err)
	defer z.Close()
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		text, err := io.ReadAll(r)
		must(t, err)
		out[f.Name] = string(text)
	}
	return out
}

func handed(t testing.TB, d *desk.Desk, crisis int64, p desk.Printing) map[string]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "consegna.zip")
	must(t, d.HandoverPack(ctx, crisis, path, p, nil))
	return unpacked(t, path)
}

// named finds the authors of the oysters, however they are written.
var named = regexp.MustCompile(`(?i)\bmarta\b|\brossi\b|marta_r|de\s+angelis|ada77|ada@|ignoto_x|mai_visto|HYPERLINK`)

func TestAHandoverNamesNoAuthor(t *testing.T) {
	d, crisis := oysters(t)
	for _, lang := range []string{"it", "en"} {
		files := handed(t, d, crisis, plainly(lang))
		if len(files) != 8 {
			t.Errorf("%s: %d files", lang, len(files))
		}
		for name, text := range files {
			if found := named.FindAllString(text, -1); len(found) > 0 {
				t.Errorf("%s: %s names %q", lang, name, found)
			}
			if lang == "it" && strings.HasSuffix(name, ".csv") && (!strings.Contains(text, "Autore 1;") || !strings.Contains(text, "pescheria_aurora")) {
				t.Errorf("the table lacks pseudonyms or our own account:\n%s", text)
			}
		}
	}
}

func TestAHandoverNamesAuthorsWhereThePersonChoseSo(t *testing.T) {
	d, crisis := oysters(t)
	p := plainly("it")
	p.Named = true
	files := handed(t, d, crisis, p)
	for name, want := range map[string]string{
		"menzioni.csv": "@mai_visto", "registro.txt": "De Angelis (@ada77)", "index.html": "scrive Marta Rossi", "situazione.txt": "Marta Rossi",
	} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %q:\n%s", name, want, files[name])
		}
	}
}

func TestAHandoverIsHarmlessToOpen(t *testing.T) {
	d, crisis := oysters(t)
	p := plainly("it")
	p.Named = true
	files := handed(t, d, crisis, p)
	if page := files["index.html"]; strings.Contains(page, "<script") || !strings.Contains(page, "&lt;script&gt;") {
		t.Errorf("the page is not escaped:\n%s", page)
	}
	if table := files["menzioni.csv"]; !strings.Contains(table, "'=HYPERLINK(1)") {
		t.Errorf("a formula is not neutralised:\n%s", table)
	}
}

func TestACrisisWithoutMentionsOrStatementsIsHandedOver(t *testing.T) {
	d := open(t)
	crisis, err := d.Declare(ctx, data.Declaration{Title: "Vuota", Severity: 3, Reason: "prova", Rating: data.Unrated})
	must(t, err)
	files := handed(t, d, crisis, plainly("it"))
	for _, want := range []string{"Ancora nessuna menzione.", "Nessun comunicato è stato pubblicato.", "Nessun piano è stato scelto."} {
		if !strings.Contains(files["index.html"], want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	text, err := d.SituationReport(ctx, crisis, plainly("en"))
	must(t, err)
	if !strings.Contains(text, "WHAT IS NEEDED") || !strings.HasPrefix(text, "Vuota\nL3 crisis") {
		t.Errorf("the situation report:\n%s", text)
	}
}

func TestAHandoverThatCannotBeWrittenLeavesNothing(t *testing.T) {
	d, crisis := oysters(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "consegna.zip")
	must(t, os.WriteFile(path, []byte("before"), 0o600))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := d.HandoverPack(cancelled, crisis, path, plainly("it"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled handover gives %v", err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "before" {
		t.Errorf("the file that was there holds %q, %v", kept, err)
	}
	entries, err := os.ReadDir(folder)
	must(t, err)
	if len(entries) != 1 {
		t.Errorf("left over: %v", entries)
	}
	for name, write := range map[string]func(path string) error{
		"handover":  func(path string) error { return d.HandoverPack(ctx, crisis, path, plainly("it"), nil) },
		"situation": func(path string) error { return d.SituationPDF(ctx, crisis, path, plainly("it")) },
		"report":    func(path string) error { return d.CrisisReport(ctx, crisis, path, plainly("it")) },
		"playbook":  func(path string) error { return d.PrintPlaybook(ctx, data.Playbook{Name: "x"}, path, plainly("it")) },
	} {
		if err := write(filepath.Join(folder, "missing", "x")); data.CodeOf(err) != data.ErrCannotWrite {
			t.Errorf("%s into a folder that is not there gives %v", name, err)
		}
	}
	if err := d.CrisisReport(ctx, crisis+99, path, plainly("it")); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("the report of no crisis gives %v", err)
	}
}

func TestAHandoverTellsHowFarItIs(t *testing.T) {
	d, crisis := oysters(t)
	var last data.Progress
	must(t, d.HandoverPack(ctx, crisis, filepath.Join(t.TempDir(), "c.zip"), plainly("it"), func(p data.Progress) { last = p }))
	if last.Done != 8 || last.Total != 8 {
		t.Errorf("the last progress is %+v", last)
	}
}
