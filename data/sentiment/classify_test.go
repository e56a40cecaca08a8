package sentiment

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"vedetta/data"
)

func TestClassifyLabels(t *testing.T) {
	tests := []struct {
		name string
		text string
		want data.Label
	}{
		{"praise, Italian", "Pane buonissimo e personale gentile, lo consiglio a tutti", data.Positive},
		{"praise, English", "Great bread and the staff are so friendly, would recommend", data.Positive},
		{"blame, Italian", "Servizio pessimo, cibo freddo e camerieri scortesi", data.Negative},
		{"blame, English", "Terrible service, the food was cold and the waiter was rude", data.Negative},
		{"a question is neutral, Italian", "A che ora aprite domenica mattina?", data.Neutral},
		{"a question is neutral, English", "What time do you open on Sunday?", data.Neutral},
		{"an announcement is neutral", "Il nuovo negozio apre lunedì in via Roma", data.Neutral},
		{"denied praise is blame, Italian", "La torta non era buona", data.Negative},
		{"denied praise is blame, English", "The cake wasn't good", data.Negative},
		{"a typographic apostrophe denies too", "I don’t recommend this place", data.Negative},
		{"two Italian negators deny once", "Questo panificio non delude mai", data.Positive},
		{"niente male is praise", "Niente male questa focaccia", data.Positive},
		{"not bad is praise", "Not bad at all, I must say", data.Positive},
		{"mai più is blame", "Mai più in questo posto", data.Negative},
		{"never again is blame", "Never again will I order from them", data.Negative},
		{"non vedo l'ora is praise", "Non vedo l'ora di tornare da voi", data.Positive},
		{"can't wait is praise", "Can't wait to come back", data.Positive},
		{"waiting for hours is blame", "Due ore di attesa per una pizza", data.Negative},
		{"no problem at all is praise", "Consegna puntuale e nessun problema", data.Positive},
		{"what follows but counts more", "Il posto è bello ma il servizio è pessimo", data.Negative},
		{"what follows but counts more, the other way", "The room was small but the breakfast was amazing", data.Positive},
		{"an emoji alone decides", "😍😍😍", data.Positive},
		{"an angry emoji decides", "ordine 4521 🤬", data.Negative},
		{"an emoticon decides", "arrivato oggi :)", data.Positive},
		{"a sad emoticon decides", "it arrived today :(", data.Negative},
		{"a drawn-out word is known", "Buonissimoooo il cornetto", data.Positive},
		{"capitals are known", "VERGOGNA, SIETE DEI LADRI", data.Negative},
		{"accents may be missing", "Qualita scadente, che delusione, perche?", data.Negative},
		{"hashtags are words", "#vergogna #maipiù da questi", data.Negative},
		{"health matters", "Ho trovato la muffa nel pane, siamo stati male tutti", data.Negative},
		{"a word keeps its weight where a phrase begins with it", "The amazing view", data.Positive},
		{"poco turns praise", "Personale poco gentile", data.Negative},
		{"links and names decide nothing", "@terribile https://example.org/pessimo", data.Neutral},
		{"nothing at all is neutral", "", data.Neutral},
		{"a Spanish text is read by its emoji", "Me encanta la comida de aquí, qué bueno está todo 😍", data.Positive},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Classify(tt.text)
			if got.Label != tt.want {
				t.Errorf("%q is %v (%.2f, %q, %v), want %v", tt.text, got.Label, got.Score, got.Lang, got.Words, tt.want)
			}
		})
	}
}

func TestClassifyIsStrongerFor(t *testing.T) {
	tests := []struct{ name, weak, strong string }{
		{"an intensifier", "il pane era buono", "il pane era davvero buono"},
		{"a dampener left out", "slightly rude staff here", "rude staff here"},
		{"a superlative", "il pane è gustoso", "il pane è gustosissimo"},
		{"exclamation marks", "the bread is good.", "the bread is good!!!"},
		{"one word in capitals", "the staff was rude to us", "the staff was RUDE to us"},
		{"a drawn-out word", "il pane era buono oggi", "il pane era buonooo oggi"},
		{"the same emoji again", "arrivato 😡", "arrivato 😡😡😡"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			weak, strong := Classify(tt.weak), Classify(tt.strong)
			if abs(strong.Score) <= abs(weak.Score) || strong.Score*weak.Score < 0 {
				t.Errorf("%q scores %.3f, %q %.3f", tt.weak, weak.Score, tt.strong, strong.Score)
			}
		})
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestClassifyGivesTheWordsThatDecided(t *testing.T) {
	text := "Personale davvero SCORTESE, due ore di attesa; il pane però non era male 🤬"
	got := Classify(text)
	want := []string{"davvero SCORTESE", "due ore di attesa", "🤬", "non era male"}
	if len(got.Words) != len(want) {
		t.Fatalf("words %v, want %v", got.Words, want)
	}
	for i, w := range got.Words {
		if !strings.Contains(text, w.Text) {
			t.Errorf("%q is no part of the text", w.Text)
		}
		if i > 0 && abs(w.Weight) > abs(got.Words[i-1].Weight) {
			t.Errorf("%v: want the strongest first", got.Words)
		}
		found := false
		for _, x := range want {
			found = found || x == w.Text
		}
		if !found {
			t.Errorf("%q decided, want one of %q", w.Text, want)
		}
		if positive := w.Text == "non era male"; positive != (w.Weight > 0) {
			t.Errorf("%q weighs %.2f", w.Text, w.Weight)
		}
	}
}

func TestClassifyGivesSixWordsAtMost(t *testing.T) {
	got := Classify("pessimo orribile sporco scortese deludente vergognoso bugiardo freddo lento in questo locale")
	if len(got.Words) != mostWords {
		t.Errorf("%d words, want %d", len(got.Words), mostWords)
	}
}

func TestClassifyIsUnsureWhereItKnowsLittle(t *testing.T) {
	known := Classify("Che servizio pessimo, personale scortese e sporco ovunque")
	foreign := Classify("O serviço não foi nada bom e a comida não estava pronta 😡😡")
	if foreign.Lang != "pt" || foreign.Confidence > 0.5 || foreign.Confidence >= known.Confidence {
		t.Errorf("Portuguese: %q with confidence %.2f; Italian %.2f", foreign.Lang, foreign.Confidence, known.Confidence)
	}
}

func TestClassifyTellsTheLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Ottimo servizio e personale gentilissimo":           "it",
		"Ci siamo trovati benissimo, torneremo":              "it",
		"Great place, lovely staff":                          "en",
		"The delivery was two days late":                     "en",
		"El servicio es muy malo, no vuelvo más":             "es",
		"Le service est très lent et le pain n'est pas bon":  "fr",
		"Das Brot ist nicht frisch und der Service schlecht": "de",
		"O pão é muito bom e o serviço também":               "pt",
		"12345 😍": "",
		"":        "",
	} {
		if got := Classify(text).Lang; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestClassifyIsSafeForConcurrentUse(t *testing.T) {
	want := fmt.Sprint(Classify(tweets[0]))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				Classify(tweets[1])
				if got := fmt.Sprint(Classify(tweets[0])); got != want {
					t.Errorf("got %s, want %s", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

func FuzzClassify(f *testing.F) {
	for _, text := range append(tweets, "\xf0\x9f\x91", "’’’l’'s", "❤️‍🔥👩🏽‍🍳🇮🇹", ":-", "non non non", "#", "@", "<", "(:(:") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Classify(text)
		if got.Score < -1 || got.Score > 1 || got.Confidence < 0 || got.Confidence > 1 {
			t.Errorf("score %v, confidence %v of %q", got.Score, got.Confidence, text)
		}
		if labelOf(got.Score) != got.Label {
			t.Errorf("score %v but label %v of %q", got.Score, got.Label, text)
		}
		for _, w := range got.Words {
			if w.Text == "" || w.Weight == 0 || !strings.Contains(text, w.Text) {
				t.Errorf("word %+v of %q", w, text)
			}
		}
	})
}
