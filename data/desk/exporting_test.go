package desk_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/ingest/formats"
)

// nasty are texts that files of some kind could spoil.
var nasty = []string{
	"=1+1", "+39 011 5551234", "-50 % su tutto", "@forno aurora, perché?", "\tcon tabulatore", "\rcon ritorno",
	"'=1+1", "''@due apostrofi", "'ndrangheta in pasticceria", "' da solo", "'",
	" bianchi intorno ", "riga uno\nriga due\r\nriga tre\rriga quattro", "\n", "righe\u2028separate\u2029così",
	`dice "mica tutti"; poi, basta`, `barra \" virgolette \, virgola`, `"tutto fra virgolette"`, `"`, `""`, "a;b|c\td,e",
	"caffè &amp; cornetto &eacute;", "CaffÃ¨ freddo, perchÃ© â€™", "🥐👩‍🍳🏳️‍🌈 ottimo", "مخبز ممتاز", "\u00a0spazi fissi\u00a0",
	"_x000D_ e _x0041_", "<b>grassetto</b> & ]]>", "sep=;", "NULL", "1e10", "2026-11-03", "\u200b\ufeffinvisibili",
}

// nastyIDs are ids that spreadsheets like to change.
var nastyIDs = []string{"007", "1800000000000000001", "12345678901234567890123", "1e10", "12E5", "=5", "'007", "0", "3-4", "-7"}

// nastyFile is an export with every nasty text in every place, and all that a
// workspace can have beside a mention.
func nastyFile(t testing.TB) string {
	t.Helper()
	var lines []byte
	negative := data.Negative
	at := time.Date(2025, 10, 26, 0, 30, 0, 0, time.UTC) // 02:30 in Rome, for the first time
	for i := range 120 {
		text, id := nasty[i%len(nasty)], nastyIDs[i%len(nastyIDs)]
		seen := at.Add(time.Hour)
		m := data.Mention{
			Source: [...]string{"google", "x", "il mio blog"}[i%3], ExternalID: fmt.Sprint(id, "-", i), URL: "https://forno.test/?q=" + fmt.Sprint(i),
			Author: data.Author{Name: text, Handle: id, ID: id, Followers: int64(i) - 1}, Title: nasty[(i+7)%len(nasty)], Text: text,
			PublishedAt: at, PublishedRaw: "26/10/2025 02:30", Lang: "it", Rating: float64(i%9)/2 + 1, InReplyTo: id,
			Engagement: data.Engagement{Likes: int64(i), Replies: data.Unknown, Shares: 0, Views: 123456, Reach: data.Unknown},
			Extras:     map[string]string{text: id, "Colonna": text}, SourceSentiment: "misto",
			Work: &data.Work{
				Triage:    data.Triage{Status: data.Statuses[i%5], Note: text, Starred: i%2 == 0, Tags: []string{fmt.Sprint("tag, ", i%4), `"virgolette"`}},
				ChangedAt: seen, Issues: []data.IssueMark{{Title: "Pane, " + fmt.Sprint(i%3), Severity: i % 3}},
				Replies: []data.Reply{{State: "draft", Text: text}, {State: "sent", Text: "Grazie", SentAt: seen}},
			},
		}
		if i%10 == 0 {
			m.ExternalID = id + fmt.Sprint(i/10) // digits alone
		}
		if i%4 == 0 {
			m.Answer, m.Work.Override = &data.Answer{Text: text + "!", SentAt: seen}, &negative
		}
		m.Work.Seen = []data.Snapshot{{SeenAt: seen, Engagement: data.NoEngagement}, {SeenAt: seen.Add(time.Hour), Engagement: m.Engagement}}
		m.Work.Seen[0].Likes = 1
		m.ID = data.ID(at.Unix()<<20 | int64(i))
		lines = append(formats.AppendOwnJSON(lines, &m), '\n')
		at = at.Add(17 * time.Minute)
	}
	return file(t, "nasty.jsonl", strings.TrimSuffix(string(lines), "\n"))
}

// work lets a person work on a third of all mentions, at random.
func work(t testing.TB, d *desk.Desk) {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 7))
	rows, err := d.Page(ctx, data.Filter{}, 0, 1<<20)
	must(t, err)
	for _, row := range rows {
		ids, label := []data.ID{row.ID}, data.Labels[r.IntN(3)]
		for range r.IntN(3) {
			switch r.IntN(5) {
			case 0:
				_, err = d.SetStatus(ctx, ids, data.Statuses[r.IntN(5)])
			case 1:
				_, err = d.SetLabel(ctx, ids, &label)
			case 2:
				_, err = d.SetStarred(ctx, ids, true)
			case 3:
				_, err = d.SetNote(ctx, row.ID, nasty[r.IntN(len(nasty))])
			case 4:
				_, err = d.AddTag(ctx, ids, fmt.Sprint("tag ", r.IntN(6)))
			}
			must(t, err)
		}
	}
}

// everything reads what a workspace knows of its mentions: of the first 400
// all that the detail shows, of all of them what an export tells.
func everything(t testing.TB, d *desk.Desk) (details []data.Detail, lines []string) {
	t.Helper()
	rows, err := d.Page(ctx, data.Filter{}, 0, 400)
	must(t, err)
	for _, row := range rows {
		m, err := d.Mention(ctx, row.ID)
		must(t, err)
		details = append(details, m)
	}
	path := filepath.Join(t.TempDir(), "all.jsonl")
	_, err = d.Export(ctx, data.Filter{}, path, assets.WordsFor("en"), nil)
	must(t, err)
	content, err := os.ReadFile(path)
	must(t, err)
	return details, strings.Split(string(content), "\n")
}

// sameButForTheImport leaves out what tells of the file and of the row in it.
var sameButForTheImport = gocmp.Options{
	cmpopts.IgnoreFields(data.Mention{}, "Import", "Line"), cmpopts.IgnoreFields(data.Sentiment{}, "Model"), cmpopts.IgnoreFields(data.Reply{}, "ID"), cmpopts.EquateEmpty(),
	cmpopts.SortSlices(func(a, b data.Reply) bool {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.Text, b.Text)) < 0
	}),
}

// asASheetKeepsIt makes of a text what a workbook gives back.
func asASheetKeepsIt(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", `\r\n`, `\n`, `\r`, `\n`).Replace(s)
}

func hasCR(a, b string) bool { return strings.Contains(a+b, "\r") || strings.Contains(a+b, `\r`) }

func TestAnExportRestoresTheWorkspace(t *testing.T) {
	d := demo(t)
	_, err := d.Import(ctx, data.Plan{Path: nastyFile(t)}, nil)
	must(t, err)
	work(t, d)
	asShipped(t, d)
	sound(t, d)
	details, lines := everything(t, d)
	n := len(lines) - 1
	for _, kind := range data.ExportKinds {
		for _, lang := range []string{"it", "en"} {
			t.Run(string(kind)+" in "+lang, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "menzioni."+string(kind))
				done, err := d.Export(ctx, data.Filter{}, path, assets.WordsFor(lang), nil)
				must(t, err)
				equal(t, "mentions exported", done.Mentions, n)
				into := open(t)
				must(t, into.SetZone(ctx, "America/New_York"))
				plan := data.Plan{Path: path}
				check, err := into.Check(ctx, plan, nil)
				must(t, err)
				i, err := into.Import(ctx, plan, nil)
				must(t, err)
				equal(t, "imported", i.New, n)
				equal(t, "a dry run tells the same", check.New, i.New)
				into.WaitForSearch()
				gotDetails, gotLines := everything(t, into)
				options := sameButForTheImport
				if kind == data.ExportXLSX {
					options = append(options, gocmp.FilterValues(hasCR, gocmp.Transformer("sheet", asASheetKeepsIt)))
				}
				if diff := gocmp.Diff(details, gotDetails, options); diff != "" {
					t.Error("details: ", diff[:min(len(diff), 4000)])
				}
				if diff := gocmp.Diff(lines, gotLines, options); diff != "" {
					t.Error("lines: ", diff[:min(len(diff), 4000)])
				}
				sound(t, into)
				again, err := into.Import(ctx, plan, nil)
				must(t, err)
				equal(t, "known when imported again", again.Known, n)
				equal(t, "updated when imported again", again.Updated, 0)
			})
		}
	}
}

func TestAnExportOfAnExportIsTheSame(t *testing.T) {
	d, into := open(t), open(t)
	_, err := d.Import(ctx, data.Plan{Path: nastyFile(t)}, nil)
	must(t, err)
	var files [2]string
	for i, from := range []*desk.Desk{d, into} {
		path := filepath.Join(t.TempDir(), "a.jsonl")
		_, err = from.Export(ctx, data.Filter{}, path, assets.WordsFor("en"), nil)
		must(t, err)
		content, err := os.ReadFile(path)
		must(t, err)
		files[i] = string(content)
		if i == 0 {
			_, err = into.Import(ctx, data.Plan{Path: path}, nil)
			must(t, err)
		}
	}
	if files[0] != files[1] {
		t.Error(gocmp.Diff(strings.Split(files[0], "\n"), strings.Split(files[1], "\n")))
	}
	original, err := os.ReadFile(nastyFile(t))
	must(t, err)
	if lines := strings.Count(files[0], "\n"); lines != strings.Count(string(original), "\n")+1 {
		t.Errorf("%d lines", lines)
	}
}

func TestImportingAnExportNeverUndoesWork(t *testing.T) {
	d := demo(t)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	ids := []data.ID{rows[0].ID}
	_, err = d.SetStatus(ctx, ids, data.StatusArchived)
	must(t, err)
	_, err = d.SetNote(ctx, rows[1].ID, "da richiamare")
	must(t, err)
	path := filepath.Join(t.TempDir(), "prima.jsonl")
	_, err = d.Export(ctx, data.Filter{}, path, assets.WordsFor("it"), nil)
	must(t, err)

	t.Run("what was done since stays", func(t *testing.T) {
		_, err = d.SetStatus(ctx, ids, data.StatusNeedsReply)
		must(t, err)
		_, err = d.AddTag(ctx, []data.ID{rows[2].ID}, "attese")
		must(t, err)
		before, linesBefore := everything(t, d)
		i, err := d.Import(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		equal(t, "updated", i.Updated, 0)
		after, linesAfter := everything(t, d)
		equal(t, "details", after, before)
		equal(t, "lines", linesAfter, linesBefore)
	})
	t.Run("what nobody has touched gets it", func(t *testing.T) {
		into := demo(t)
		check, err := into.Check(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		i, err := into.Import(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		equal(t, "new", i.New, 0)
		equal(t, "updated", i.Updated, 2)
		equal(t, "updated, said the dry run", check.Updated, 2)
		m, err := into.Mention(ctx, rows[0].ID)
		must(t, err)
		equal(t, "status", m.Status, data.StatusArchived)
		m, err = into.Mention(ctx, rows[1].ID)
		must(t, err)
		equal(t, "note", m.Note, "da richiamare")
		sound(t, into)
	})
}

func TestExportWritesWhatTheFilterMeans(t *testing.T) {
	d := demo(t)
	for name, query := range map[string]string{
		"a search": "pane", "a label": "is:negative", "a status": "is:new -is:positive", "a source": "source:google", "all": "", "nothing": "zzzz",
	} {
		t.Run(name, func(t *testing.T) {
			f, err := data.ParseQuery(query, d.Zone())
			must(t, err)
			rows, err := d.Page(ctx, f, 0, 1<<20)
			must(t, err)
			var ids, got []string
			for _, r := range rows {
				ids = append(ids, fmt.Sprintf(`{"vedetta_id":"v%d"`, r.ID))
			}
			path := filepath.Join(t.TempDir(), "a.jsonl")
			done, err := d.Export(ctx, f, path, assets.WordsFor("it"), nil)
			must(t, err)
			content, err := os.ReadFile(path)
			must(t, err)
			for line := range strings.Lines(string(content)) {
				id, _, _ := strings.Cut(line, ",")
				got = append(got, id)
			}
			if diff := gocmp.Diff(ids, got); diff != "" {
				t.Error(diff)
			}
			equal(t, "mentions", done.Mentions, len(ids))
		})
	}
}

func TestAnExportThatFailsLeavesNoFile(t *testing.T) {
	d := demo(t)
	words := assets.WordsFor("it")
	for _, kind := range data.ExportKinds {
		t.Run(string(kind)+", cancelled", func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "a."+string(kind))
			must(t, os.WriteFile(path, []byte("older"), 0o600))
			ctx, cancel := context.WithCancel(ctx)
			cancel()
			_, err := d.Export(ctx, data.Filter{}, path, words, nil)
			equal(t, "error", data.CodeOf(err), data.ErrCancelled)
			content, err := os.ReadFile(path)
			must(t, err)
			equal(t, "the older file", string(content), "older")
			equal(t, "files left", names(t, folder), []string{filepath.Base(path)})
		})
	}
	t.Run("in a folder that is not there", func(t *testing.T) {
		_, err := d.Export(ctx, data.Filter{}, filepath.Join(t.TempDir(), "none", "a.csv"), words, nil)
		equal(t, "error", data.CodeOf(err), data.ErrCannotWrite)
	})
	t.Run("in the place of a folder", func(t *testing.T) {
		folder := t.TempDir()
		must(t, os.Mkdir(filepath.Join(folder, "a.csv"), 0o700))
		_, err := d.Export(ctx, data.Filter{}, filepath.Join(folder, "a.csv"), words, nil)
		equal(t, "error", data.CodeOf(err), data.ErrCannotWrite)
		equal(t, "files left", names(t, folder), []string{"a.csv"})
	})
	t.Run("under a name that says no kind", func(t *testing.T) {
		_, err := d.Export(ctx, data.Filter{}, filepath.Join(t.TempDir(), "a.pdf"), words, nil)
		equal(t, "error", data.CodeOf(err), data.ErrExportKind)
	})
}

func names(t testing.TB, folder string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		out = append(out, e.Name())
	}
	slices.Sort(out)
	return out
}

func TestRejectedRowsComeBackAsTheyWere(t *testing.T) {
	d := open(t)
	lines := []string{"id,data,testo,autore"}
	for i, id := range nastyIDs {
		lines = append(lines, fmt.Sprintf(`%s,mai,"%s","'=autore"`, id, strings.ReplaceAll(nasty[i], `"`, `""`)))
	}
	i, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", append(lines, "ok,2026-11-01,buono,Anna")...)}, nil)
	must(t, err)
	equal(t, "rejected", i.Rejected, len(nastyIDs))
	var out strings.Builder
	must(t, d.ExportRejected(ctx, i.ID, ';', &out))
	if !strings.Contains(out.String(), "'1800000000000000001;mai;'+39 011") {
		t.Errorf("not protected from spreadsheets: %s", out.String())
	}
	corrected := strings.ReplaceAll(strings.TrimSuffix(out.String(), "\n"), ";mai;", ";2026-11-02;")
	again, err := d.Import(ctx, data.Plan{Path: file(t, "rejected.csv", corrected)}, nil)
	must(t, err)
	equal(t, "new", again.New, len(nastyIDs))
	rows, err := d.Page(ctx, data.Filter{Import: again.ID}, 0, 100)
	must(t, err)
	var ids []string
	for _, row := range rows {
		m, err := d.Mention(ctx, row.ID)
		must(t, err)
		ids = append(ids, m.ExternalID)
		equal(t, "author", m.Author.Name, "'=autore")
	}
	for _, id := range nastyIDs {
		if id != "1e10" && !slices.Contains(ids, id) { // which is what rounding leaves of an id
			t.Errorf("%s is not among %q", id, ids)
		}
	}
}
