package drivers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vedetta/data"
)

// calm is a period in which nothing stands out: n texts of everyday words.
func calm(n int) []Text {
	goods := []string{"pane", "torta", "cornetto", "pizza", "focaccia", "biscotto", "crostata"}
	words := []string{"buona", "fresca", "croccante", "dolce", "semplice", "profumata", "morbida", "salata", "integrale", "calda", "artigianale"}
	texts := make([]Text, n)
	for i := range texts {
		texts[i] = Text{
			ID:    data.ID(i + 1),
			Text:  fmt.Sprintf("%s %s da Aurora, preso il %d a mezzogiorno", goods[i%len(goods)], words[i%len(words)], i),
			Label: data.Labels[i%3],
		}
	}
	return texts
}

// with adds texts, of one label, to a period.
func with(texts []Text, label data.Label, more ...string) []Text {
	texts = slices.Clone(texts)
	for _, m := range more {
		texts = append(texts, Text{ID: data.ID(1000 + len(texts)), Text: m, Label: label})
	}
	return texts
}

// each gives n texts that differ in one word: "%s" in the pattern.
func each(n int, pattern string) []string {
	names := []string{"Anna", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Gina", "Hugo", "Irma", "Luca", "Marta", "Nino"}
	texts := make([]string, n)
	for i := range texts {
		texts[i] = strings.Replace(pattern, "%s", names[i%len(names)]+strings.Repeat("x", i/len(names)), 1)
	}
	return texts
}

func terms(found []Found) []string {
	var t []string
	for _, f := range found {
		t = append(t, f.Term)
	}
	return t
}

func TestFindNamesWhatIsNew(t *testing.T) {
	before := calm(100)
	tests := []struct {
		name string
		more []string
		want string
	}{
		{"a new word comes first", append(each(5, "%s ha trovato la muffa nella busta"), each(5, "che muffa, %s")...), "muffa"},
		{"singular and plural are one term in the form used most", append(each(6, "%s chiede rimborsi ad Aurora"), each(4, "dov'è il rimborso, %s?")...), "rimborsi"},
		{"a pair replaces words that never stand alone", each(9, "a %s servizio clienti. Mah"), "servizio clienti"},
		{"a pair may hold a stop word", each(9, "%s: ore di attesa"), "ore di attesa"},
		{"a negation belongs to what it denies", each(9, "%s non risponde"), "non risponde"},
		{"accents and capitals make no difference", append(each(4, "QUALITÀ scarsa per %s"), each(5, "%s dice: qualita calata")...), "qualita"},
		{"a hashtag is a word", each(8, "%s #vergognaaurora"), "#vergognaaurora"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := Find(with(calm(100), data.Negative, tt.more...), before, 5, 1, 1)
			if len(found) == 0 || found[0].Term != tt.want {
				t.Fatalf("found %q, want %q first", terms(found), tt.want)
			}
		})
	}
}

func TestFindLeavesOut(t *testing.T) {
	before := calm(100)
	tests := []struct {
		name   string
		more   []string
		absent string
	}{
		{"links", each(9, "%s guardate https://example.org/muffa che roba"), "https"},
		{"names of authors", each(9, "%s dillo a @fornoaurora"), "fornoaurora"},
		{"numbers", each(9, "%s ha speso 2500"), "2500"},
		{"stop words", each(9, "%s perché"), "perché"},
		{"what two texts say", each(2, "%s ha trovato la muffa"), "muffa"},
		{"what one text said many times", slices.Repeat([]string{"Boicottaggio subito!"}, 40), "boicottaggio"},
		{"a word whose pair is there", each(9, "a %s servizio clienti. Mah"), "clienti"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := Find(with(calm(100), data.Negative, tt.more...), before, 50, 1, 1)
			for _, f := range found {
				if strings.EqualFold(f.Term, tt.absent) {
					t.Errorf("found %q in %q", tt.absent, terms(found))
				}
			}
		})
	}
}

func TestFindIgnoresTheNameInEveryText(t *testing.T) {
	for _, before := range [][]Text{nil, calm(80)} {
		for _, f := range Find(calm(100), before, 50, 1, 1) {
			if strings.Contains(strings.ToLower(f.Term), "aurora") {
				t.Errorf("found %q, which every text carries", f.Term)
			}
		}
	}
}

func TestFindSaysNothingOfTwoPeriodsAlike(t *testing.T) {
	if found := Find(calm(300), calm(300), 10, 1, 1); len(found) > 0 {
		t.Errorf("found %q between equal periods", terms(found))
	}
}

func TestFindCountsMentions(t *testing.T) {
	now := with(calm(88), data.Negative, each(8, "da %s. Muffa")...)
	now = with(now, data.Positive, slices.Repeat([]string{"muffa? io no, contentissimo"}, 4)...)
	before := with(calm(199), data.Neutral, "muffa sul muro del vicino")

	f := Find(now, before, 1, 1, 1)[0]
	if f.Term != "muffa" || f.Totals.Negative != 8 || f.Totals.Positive != 4 || f.Before != 1 {
		t.Errorf("found %+v, want muffa with 8 negative, 4 positive, 1 before", f)
	}
	if want := 12.0 / 100 / (1.0 / 200); f.Ratio != want {
		t.Errorf("ratio %v, want %v", f.Ratio, want)
	}

	s := Find(now, before, 1, 2.5, 10)[0]
	if s.Totals.Negative != 20 || s.Totals.Positive != 10 || s.Before != 10 {
		t.Errorf("scaled up to %+v, want 20 negative, 10 positive, 10 before", s)
	}
	if s.Ratio != f.Ratio || s.Z != f.Z {
		t.Errorf("scaling changed ratio or z: %+v, was %+v", s, f)
	}
}

func TestFindRanksByFrequencyWithoutAPeriodBefore(t *testing.T) {
	now := with(nil, data.Negative, slices.Concat(
		each(12, "%s aspetta il rimborso"), each(7, "%s segnala muffa"), each(4, "%s loda il parcheggio"))...)
	found := Find(now, nil, 9, 1, 1)
	got := terms(found)
	muffa, parking := slices.Index(got, "segnala muffa"), slices.Index(got, "loda il parcheggio")
	if len(got) == 0 || got[0] != "aspetta il rimborso" || muffa < 1 || parking < muffa {
		t.Fatalf("found %q, want them by frequency", got)
	}
	for _, f := range found {
		if f.Ratio != 0 || f.Before != 0 || f.Z <= 0 {
			t.Errorf("%+v: want no ratio, none before, some z", f)
		}
	}
}

func TestFindGivesATypicalExample(t *testing.T) {
	now := with(calm(60), data.Positive, "la muffa della torta al gorgonzola è ottima")
	now = with(now, data.Negative, "muffa!", "ho trovato la muffa nella torta di ieri, mai successo",
		"muffa nella busta del pane di stamattina", "oggi di nuovo muffa, e nessuno che risponda alle nostre telefonate")
	found := Find(now, calm(60), 1, 1, 1)
	for _, text := range now {
		if text.ID == found[0].Example && text.Text != "muffa nella busta del pane di stamattina" {
			t.Errorf("example %q, want the short negative one that says something", text.Text)
		}
	}
}

func TestFindNeedsTexts(t *testing.T) {
	if found := Find(nil, calm(10), 5, 1, 1); found != nil {
		t.Errorf("found %v in no texts", found)
	}
	if found := Find(calm(10), nil, 0, 1, 1); found != nil {
		t.Errorf("found %v where none were asked for", found)
	}
}

func TestStrongerEvidenceHasALargerZ(t *testing.T) {
	last := 0.0
	for _, n := range []int{5, 10, 20, 40} {
		f := Find(with(calm(100), data.Negative, each(n, "%s: muffa")...), calm(100), 1, 1, 1)[0]
		if f.Z <= last {
			t.Errorf("z %.2f with %d texts, was %.2f with fewer", f.Z, n, last)
		}
		last = f.Z
	}
}

func FuzzFind(f *testing.F) {
	f.Add("rimborso", "muffa @a http://x #y 12 l’attesa")
	f.Add("\xff\xfe", "ß\u0301\u200d🧁")
	f.Fuzz(func(t *testing.T, a, b string) {
		now := with(nil, data.Negative, a, b, a+" "+b, b+" "+a, a+"x")
		for _, found := range Find(now, with(nil, data.Neutral, b), 10, 1, 1) {
			if found.Term == "" || found.Totals.Mentions() < fewestTexts || found.Example == 0 {
				t.Errorf("%+v of %q and %q", found, a, b)
			}
		}
	})
}

// BenchmarkFind compares 4,000 texts with 4,000, 90 bytes each on average.
func BenchmarkFind(b *testing.B) {
	now, before := made(4000, 1), made(4000, 2)
	b.ReportAllocs()
	for b.Loop() {
		Find(now, before, 8, 1, 1)
	}
}

// made gives texts of words that are as unevenly frequent as in a language.
func made(n, seed int) []Text {
	state := uint32(seed)
	next := func(below int) int {
		state = state*1664525 + 1013904223
		return int(state>>8) % below
	}
	common := strings.Fields("il di che la non è un per in con una sono mi ho più ma si le ha anche da come")
	texts := make([]Text, n)
	for i := range texts {
		var s strings.Builder
		for s.Len() < 84 {
			if next(2) == 0 {
				s.WriteString(common[next(len(common))])
			} else {
				fmt.Fprintf(&s, "parola%c%c%c", 'a'+next(1+next(20)), 'b'+next(1+next(20)), 'c'+next(1+next(8)))
			}
			s.WriteByte(' ')
		}
		texts[i] = Text{ID: data.ID(i + 1), Text: s.String(), Label: data.Labels[next(3)]}
	}
	return texts
}

func TestNearDuplicatesAreOnePieceOfEvidence(t *testing.T) {
	pasted := with(nil, data.Negative, each(9, "%s dice che il pane di Aurora ha la muffa, condividete")...)
	for i := range pasted {
		pasted[i].Group = 77
	}
	if found := Find(append(calm(60), pasted...), calm(60), 3, 1, 1); len(found) > 0 {
		t.Errorf("found %v in one text that was pasted nine times", found)
	}
}

func TestHashtagsAreShownAsWritten(t *testing.T) {
	now := with(calm(60), data.Negative, each(8, "%s lo dice: #boicottaaurora")...)
	if found := Find(now, calm(60), 1, 1, 1); len(found) != 1 || found[0].Term != "#boicottaaurora" {
		t.Errorf("found %+v", found)
	}
}
