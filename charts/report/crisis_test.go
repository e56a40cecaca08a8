package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// textOf is everything that is written on the sheets.
func textOf(d *document) string {
	var b strings.Builder
	for _, s := range d.sheets {
		for _, l := range s.lines {
			b.WriteString(l.text + "\n")
		}
	}
	return b.String()
}

func TestTheSituationFitsOnAPageHoweverMuchThereIs(t *testing.T) {
	for _, times := range []int{0, 1, 3, 40} {
		f := oysters()
		f.Claims, f.Steps, f.Stakeholders = repeated(f.Claims, times), repeated(f.Steps, times), repeated(f.Stakeholders, times)
		f.Statements, f.Promises, f.Voices = repeated(f.Statements, times), repeated(f.Promises, times), repeated(f.Voices, times)
		f.Title = strings.Repeat(f.Title+" ", max(times, 1))
		for _, lang := range []string{"it", "en"} {
			for _, paper := range []Paper{A4, Letter} {
				d := situation(f, assets.WordsFor(lang), paper)
				if len(d.sheets) != 1 {
					t.Errorf("%s, %d times as much takes %d sheets", lang, times, len(d.sheets))
				}
				for _, p := range assets.WordsFor(lang).Situation(f) {
					if !strings.Contains(textOf(d), p.Heading) {
						t.Errorf("%s, %d times as much: %q is missing", lang, times, p.Heading)
					}
				}
			}
		}
	}
}

func repeated[T any](list []T, times int) (out []T) {
	for range times {
		out = append(out, list...)
	}
	return out
}

func TestTheCrisisReportTellsEverything(t *testing.T) {
	text := textOf(crisisReport(oysters(), assets.WordsFor("it"), A4))
	for _, want := range []string{
		"Menzioni e comunicati", "1: primo comunicato, lun 23 nov 10:32", "Fattore di picco", "×7,4", "(ora − minimo) / (prima − minimo)", "n = 240",
		"Cambiamento chiaro", "Nessun cambiamento chiaro", "bolla 2231", "Dichiarata la crisi: L3 crisi", "Il registro è completo", "Protocollo 4411",
		"Controllo doppio della catena del freddo", "Che cosa ha funzionato", "dati insufficienti", "pseudonimo",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(text, "handover.") {
		t.Errorf("a sentence is missing:\n%s", text)
	}
}

func TestACrisisOfWhichNothingIsKnownHasPagesAllTheSame(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		words := assets.WordsFor(lang)
		var pdf bytes.Buffer
		f := data.CrisisFile{Crisis: data.Crisis{Title: "Vuota"}}
		for _, write := range []func() error{
			func() error { return Crisis{}.Situation(&pdf, f, words) },
			func() error { return Crisis{}.Report(&pdf, f, words) },
			func() error {
				return Crisis{}.Playbook(&pdf, data.Playbook{Name: "Vuoto"}, "", time.Time{}, time.UTC, words)
			},
		} {
			if err := write(); err != nil {
				t.Errorf("%s: %v", lang, err)
			}
		}
		text := textOf(crisisReport(f, words, A4))
		for _, key := range []string{"statements", "claims", "questions", "steps", "told", "promises", "log", "review"} {
			if !strings.Contains(text, words.Text("handover.none."+key)) {
				t.Errorf("%s: the report does not say that there is no %s", lang, key)
			}
		}
	}
}

func TestABrokenLogIsMarkedInTheCrisisReport(t *testing.T) {
	f := oysters()
	f.Log[2].Broken = true
	text := textOf(crisisReport(f, assets.WordsFor("it"), A4))
	if !strings.Contains(text, "! Parlato con la ASL") || strings.Contains(text, "! Dichiarata") || strings.Count(text, "Il registro non è com’era stato scritto") != 2 {
		t.Errorf("the broken entry is not marked:\n%s", text)
	}
}

func TestStrangersCannotFailTheCrisisPages(t *testing.T) {
	f := oysters()
	nasty := "😡\u202e\x00\xff\U0001FAE0 ) Tj ( <b>" + strings.Repeat("x", 3000)
	f.Title, f.Business, f.Voices[0].Snippet, f.Claims[0].Text, f.Log[2].Text = nasty, nasty, nasty, nasty, nasty
	f.Statements[0].Text, f.Review.Worked, f.Steps[0].Title = nasty, nasty, nasty
	var pdf bytes.Buffer
	if err := (Crisis{Paper: Letter}).Situation(&pdf, f, assets.WordsFor("en")); err != nil {
		t.Error(err)
	}
	if err := (Crisis{Paper: Letter}).Report(&pdf, f, assets.WordsFor("en")); err != nil {
		t.Error(err)
	}
}

func TestAPlaybookIsPrintedOnOnePage(t *testing.T) {
	p := data.Playbook{Name: "Allagamento", Types: []data.CrisisType{data.CrisisDisaster}}
	for i := range 24 {
		p.Steps = append(p.Steps, data.PlaybookStep{
			Phase: data.Phases[i/5], Title: fmt.Sprintf("Passo %d: chiudere l’acqua e la corrente del piano di sotto", i),
			Why: strings.Repeat("Prima le persone, poi le cose. ", 6), Minutes: 15 * i, Owner: "titolare",
		})
	}
	d := playbookSheet(sheetHead{"Forno", time.Now(), rome}, p, assets.WordsFor("it"), A4)
	text := textOf(d)
	if len(d.sheets) != 1 || !strings.Contains(text, "Passo 23") || !strings.Contains(text, "titolare · entro 30 min") || !strings.Contains(text, "calamità naturale") {
		t.Errorf("%d sheets:\n%s", len(d.sheets), text)
	}
	if boxes := len(d.sheets[0].boxes); boxes < 24*4 {
		t.Errorf("%d lines are too few for 24 boxes to tick", boxes)
	}
}
