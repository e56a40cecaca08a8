package desk_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

// mouldy are people about the same thing, each in their own words.
var mouldy = [...]string{
	"Muffa nel pane comprato ieri, che schifo", "Anche a me la muffa, stamattina, sul filone", "E la muffa chi la paga?",
	"Aurora e il caso della muffa: lo racconta una cliente", "Ho buttato tutto, muffa verde", "Muffa anche oggi. Io non ci torno",
	"Vi scrivo di nuovo per la muffa, nessuno risponde", "Mia suocera ha trovato muffa nella pagnotta", "", "", "",
	"Con la muffa non si scherza, ho due bambini", "Avete letto della muffa? Roba da matti", "Muffa, muffa e ancora muffa: basta",
}

// wave is a workspace with 30 quiet days and then, in six hours, fourteen
// mentions about mould: two by the same author, one that reaches many, three
// that say the same.
func wave(t testing.TB) (f data.Filter, why data.Why) {
	t.Helper()
	d := openAt(t, filepath.Join(t.TempDir(), "w.db"))
	lines := []string{"id,data,autore,testo,fonte,reach,condivisioni"}
	for i, s := range quietDays(30, 3) {
		lines = append(lines, fmt.Sprintf(`q%d,%s,Autore %d,"%s",google,50,0`, i, s.at.Format("2006-01-02 15:04:05"), i%40, s.text))
	}
	begin := now.Add(-6 * time.Hour)
	for i := range 14 {
		author, text, reach := fmt.Sprintf("Nuovo %d", i), mouldy[i], 50
		switch i {
		case 3:
			author, reach = "Il Corriere", 90000
		case 5, 6:
			author = "Marta R."
		case 8, 9, 10:
			text = "Ho trovato la muffa nel pane di Aurora, ecco la foto, fate girare per favore a tutti"
		}
		at := begin.Add(time.Duration(i) * 20 * time.Minute).In(d.Zone()).Format("2006-01-02 15:04:05")
		lines = append(lines, fmt.Sprintf(`w%d,%s,%s,"%s",instagram,%d,%d`, i, at, author, text, reach, i))
	}
	_, err := d.SaveTopic(ctx, data.Topic{Name: "Pane", Query: "pane OR focaccia"})
	must(t, err)
	lookedAt(t, d, file(t, "wave.csv", lines...))
	d.WaitForCopies()
	f = data.Filter{Period: data.Period{From: begin, To: now}}
	why, err = d.Why(ctx, f, data.Period{From: begin.AddDate(0, 0, -30), To: begin})
	must(t, err)
	for _, a := range slices.Concat(why.ByReach, why.ByCount) {
		g, err := data.ParseQuery(a.Query, d.Zone())
		must(t, err)
		rows, err := d.Page(ctx, f.And(g), 0, 50)
		must(t, err)
		if len(rows) != a.Mentions {
			t.Errorf("%s has %d mentions, %s finds %d", a.Author, a.Mentions, a.Query, len(rows))
		}
	}
	return f, why
}

func TestWhyNamesWordsAuthorsSourcesTopicsAndTheFirst(t *testing.T) {
	_, why := wave(t)
	if len(why.Terms) == 0 || !strings.Contains(strings.ToLower(why.Terms[0].Term), "muffa") {
		t.Errorf("words %+v", why.Terms)
	}
	if len(why.ByReach) == 0 || why.ByReach[0].Author != "Il Corriere" || why.ByReach[0].Reach != 90000 {
		t.Errorf("by reach %+v", why.ByReach)
	}
	if len(why.ByCount) != 1 || why.ByCount[0].Author != "Marta R." || why.ByCount[0].Mentions != 2 {
		t.Errorf("by count %+v", why.ByCount)
	}
	if len(why.Sources) == 0 || why.Sources[0].Name != "instagram" || why.Sources[0].Ratio != 0 {
		t.Errorf("sources %+v", why.Sources)
	}
	if len(why.Topics) != 1 || why.Topics[0].Now.Mentions() != 4 {
		t.Errorf("topics %+v", why.Topics)
	}
	if len(why.Carried) != 3 || why.Carried[0].Reach != 90000 {
		t.Errorf("carried %+v", why.Carried)
	}
	if !why.First.PublishedAt.Equal(now.Add(-6 * time.Hour)) {
		t.Errorf("first %+v", why.First)
	}
}

func TestWhyOfAnEmptyPeriodIsEmpty(t *testing.T) {
	d := open(t)
	why, err := d.Why(ctx, data.Filter{Period: data.Period{From: now.Add(-time.Hour), To: now}}, data.Period{})
	must(t, err)
	if why.Total != 0 || len(why.Terms)+len(why.ByReach)+len(why.Carried) > 0 || why.First.ID != 0 {
		t.Errorf("%+v", why)
	}
}
