package desk_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
)

const (
	plastic = "Stamattina al forno di via Roma ho trovato un pezzo di plastica dentro la focaccia e mi hanno riso in faccia"
	parking = "Avviso: sabato il parcheggio di piazza Garibaldi resta chiuso per il mercato dei produttori locali"
)

// posts are rows of an export; some repeat each other, with other words.
func posts(n int) []string {
	r := rand.New(rand.NewPCG(5, 8))
	var rows []string
	for i := range n {
		at := now.Add(-time.Duration(r.IntN(60*24*60)) * time.Minute)
		text := [...]string{
			plastic, "RT @marta: " + plastic, plastic + " Condividete!", "RT @luca: " + plastic[:90] + "…",
			parking, strings.Replace(parking, "sabato", "domenica", 1), fmt.Sprintf("Un pensiero tutto mio, il numero %d di oggi, che nessuno ripete mai", i*7919),
			"Ottimo servizio", "Che bella vetrina stamattina",
		}[r.IntN(9)]
		rows = append(rows, fmt.Sprintf(`p%d,%s,Autore %d,"%s",x`, i, at.Format("2006-01-02 15:04:05"), i%17, text))
	}
	return rows
}

func importRows(t testing.TB, d *desk.Desk, rows []string) data.Import {
	t.Helper()
	i, err := d.Import(ctx, data.Plan{Path: file(t, "post.csv", append([]string{"id,data,autore,testo,fonte"}, rows...)...)}, nil)
	must(t, err)
	return i
}

// copiesOf gives, for each mention that has copies, the earliest of them.
func copiesOf(t testing.TB, d *desk.Desk) map[data.ID]data.ID {
	t.Helper()
	d.WaitForCopies()
	sound(t, d)
	all, err := d.Page(ctx, data.Filter{}, 0, 10_000)
	must(t, err)
	out := map[data.ID]data.ID{}
	for _, first := range slices.Backward(all) {
		if out[first.ID] != 0 {
			continue
		}
		rows, total, err := d.Copies(ctx, first.ID, 10_000)
		must(t, err)
		if total != len(rows) {
			t.Errorf("%d copies are %d rows", total, len(rows))
		}
		for _, r := range append(rows, first) {
			if total > 0 {
				out[r.ID] = first.ID
			}
		}
	}
	return out
}

func TestGroupsOfCopiesDoNotDependOnTheImports(t *testing.T) {
	rows := posts(300)
	whole := open(t)
	importRows(t, whole, rows)
	want := copiesOf(t, whole)
	if len(want) < 150 {
		t.Fatalf("only %d mentions have copies", len(want))
	}
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 3))
		d, mixed := open(t), slices.Clone(rows)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		extra := importRows(t, d, []string{`e1,` + now.AddDate(0, 0, -20).Format(time.DateTime) + `,Eva,"` + plastic + ` e basta",x`})
		for from := 0; from < len(mixed); from += 75 {
			importRows(t, d, mixed[max(0, from-10):min(len(mixed), from+75)]) // they overlap
			if r.IntN(2) == 0 {
				d.WaitForCopies()
			}
		}
		_, err := d.UndoImport(ctx, extra.ID, nil)
		must(t, err)
		if diff := cmp.Diff(want, copiesOf(t, d)); diff != "" {
			t.Fatalf("seed %d: copies differ\n%s", seed, diff)
		}
	}
}

func TestUndoingAnImportTakesItsCopiesOutOfGroups(t *testing.T) {
	rows := posts(200)
	without := open(t)
	importRows(t, without, rows[:120])
	want := copiesOf(t, without)
	d := open(t)
	importRows(t, d, rows[:120])
	d.WaitForCopies()
	second := importRows(t, d, rows[120:])
	if cmp.Equal(want, copiesOf(t, d)) {
		t.Fatal("the second import changes no group: the test tests nothing")
	}
	_, err := d.UndoImport(ctx, second.ID, nil)
	must(t, err)
	if diff := cmp.Diff(want, copiesOf(t, d)); diff != "" {
		t.Error(diff)
	}
}

func TestFindingCopiesGoesOnAfterTheWorkspaceWasClosed(t *testing.T) {
	rows := posts(2000)
	whole := open(t)
	importRows(t, whole, rows)
	want := copiesOf(t, whole)
	path := filepath.Join(t.TempDir(), "w.db")
	d, err := desk.Open(ctx, path, data.At(now))
	must(t, err)
	importRows(t, d, rows)
	must(t, d.Close())
	if diff := cmp.Diff(want, copiesOf(t, openAt(t, path))); diff != "" {
		t.Error(diff)
	}
}

// row is a line of an export of some minutes ago.
func row(id string, minutes int, text string) string {
	return fmt.Sprintf(`%s,%s,Autore %s,"%s",x`, id, now.Add(-time.Duration(minutes)*time.Minute).Format(time.DateTime), id, text)
}

func TestFolding(t *testing.T) {
	d := open(t)
	importRows(t, d, []string{
		row("first", 90, plastic), row("again", 80, "RT @x: "+plastic), row("other", 70, "Siete aperti anche la domenica mattina?"),
		row("third", 60, plastic+" Vergogna"), row("short", 50, "Ottimo pane"), row("alike", 40, "Ottimo pane"),
	})
	d.WaitForCopies()
	all, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	id := map[string]data.ID{}
	for _, r := range all {
		id[strings.TrimPrefix(r.Author, "Autore ")] = r.ID
	}
	folded := func(f data.Filter, want ...string) {
		t.Helper()
		var got []string
		var before data.ID
		for { // two at a time: folding must not depend on the pages
			rows, err := d.FoldedPage(ctx, f, before, 2)
			must(t, err)
			for _, r := range rows {
				got = append(got, fmt.Sprintf("%s +%d", strings.TrimPrefix(r.Author, "Autore "), r.Copies))
				before = r.ID
			}
			if len(rows) < 2 {
				break
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		n, mentions, err := d.FoldedCount(ctx, f, 10)
		must(t, err)
		if all, _ := d.Count(ctx, f, 10); n != len(want) || mentions != all {
			t.Errorf("counted %d rows of %d mentions, want %d of %d", n, mentions, len(want), all)
		}
	}
	folded(data.Filter{}, "alike +0", "short +0", "other +0", "first +2")
	query := func(q string) data.Filter {
		f, err := data.ParseQuery(q, d.Zone())
		must(t, err)
		return f
	}
	folded(query("vergogna"), "third +0")
	folded(query("plastica"), "first +2")
	folded(query("plastica -vergogna"), "first +1")
	folded(query("is:archived"))
	undo, err := d.SetStatus(ctx, []data.ID{id["first"]}, data.StatusArchived)
	must(t, err)
	folded(query("is:open OR is:new"), "alike +0", "short +0", "other +0", "again +1")
	folded(query("is:archived"), "first +0")
	must(t, undo(ctx))
	near, err := d.Page(ctx, query(fmt.Sprintf("near:%d", id["third"])), 0, 10)
	must(t, err)
	if len(near) != 3 {
		t.Errorf("near: gives %d mentions, want the three copies", len(near))
	}
	ids, err := d.WithFolded(ctx, query("plastica -vergogna"), []data.ID{id["first"]})
	must(t, err)
	if diff := cmp.Diff([]data.ID{id["first"], id["again"]}, ids); diff != "" {
		t.Error(diff)
	}
	in, err := d.CopiesIn(ctx, data.Filter{Period: data.LastDays(now, 1, d.Zone())})
	must(t, err)
	if in != (data.Copies{Mentions: 3, Texts: 1}) {
		t.Errorf("%+v", in)
	}
	in, err = d.CopiesIn(ctx, query("vergogna"))
	must(t, err)
	if in != (data.Copies{}) {
		t.Errorf("%+v of one mention", in)
	}
}
