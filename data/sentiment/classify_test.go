package sentiment

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"vedetta/assets"
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
		{"an emoticon decides", "ritirato :)", data.Positive},
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
			got := Shipped().Explain(Input{Text: tt.text})
			if got.Label != tt.want {
				t.Errorf("%q is %v (%.2f, %q, %v), want %v", tt.text, got.Label, got.Score, got.Lang, got.Words, tt.want)
			}
		})
	}
}

func TestStressDoesNotTurnALabel(t *testing.T) {
	tests := []struct{ name, weak, strong string }{
		{"an intensifier", "il pane era buono", "il pane era davvero buono"},
		{"a dampener left out", "slightly rude staff here", "rude staff here"},
		{"a superlative", "il pane è gustoso", "il pane è gustosissimo"},
		{"exclamation marks", "the bread is good.", "the bread is good!!!"},
		{"one word in capitals", "the staff was rude to us", "the staff was RUDE to us"},
		{"a drawn-out word", "the bread was lovely", "the bread was loooovely"},
		{"the same emoji again", "arrivato 😡", "arrivato 😡😡😡"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			weak, strong := classified(tt.weak), classified(tt.strong)
			const slack = .15 // a learnt model need not find every stress stronger
			if math.Abs(strong.Score) < math.Abs(weak.Score)-slack || strong.Score*weak.Score < 0 {
				t.Errorf("%q scores %.3f, %q %.3f", tt.weak, weak.Score, tt.strong, strong.Score)
			}
		})
	}
}

// classified is what the shipped model finds in a text.
func classified(text string) data.Sentiment { return Shipped().Classify(Input{Text: text}) }

func TestProbabilitiesSumToOneAndMakeTheScore(t *testing.T) {
	for _, text := range tweets {
		s := classified(text)
		if sum := s.P[0] + s.P[1] + s.P[2]; math.Abs(sum-1) > 1e-5 {
			t.Errorf("%q: probabilities sum to %v", text, sum)
		}
		if s.Score != s.P[data.Positive]-s.P[data.Negative] || s.Confidence != s.P[s.Label] || s.Confidence < 1./3 {
			t.Errorf("%q: %+v", text, s)
		}
		kept := data.Sentiment{Label: s.Label, Score: s.Score, Confidence: s.Confidence}
		for l, p := range kept.Probabilities() {
			if math.Abs(p-s.P[l]) > 1e-5 {
				t.Errorf("%q: what a workspace keeps gives %v, want %v", text, kept.Probabilities(), s.P)
			}
		}
	}
}

func TestStarsInformTheLabel(t *testing.T) {
	const text = "Sono stato qui ieri con mia moglie"
	one, five := Shipped().Classify(Input{Text: text, Rating: 1}), Shipped().Classify(Input{Text: text, Rating: 5})
	if one.Label != data.Negative || five.Label != data.Positive || !one.Rated || classified(text).Rated {
		t.Errorf("one star %v, five stars %v", one.Label, five.Label)
	}
	middle := Shipped().Classify(Input{Text: text, Rating: 3})
	if !(one.Score < middle.Score && middle.Score < five.Score) {
		t.Errorf("scores %v, %v, %v do not rise with the stars", one.Score, middle.Score, five.Score)
	}
}

// The words shown are no second method: what they push, and what no word
// carries, is the difference of the logits to the last bit of rounding.
func TestWhyIsExact(t *testing.T) {
	adapted := Shipped().With(&Adaptation{Model: Shipped().Name, Offsets: [labels]float32{.3, 0, -.2}, Dense: [dense][labels]float32{{0, .1, .4}, {.5}, {}, {.1, 0, -.3}}, Rows: []uint32{rowOf(seeded(seedWord, hashOf([]byte("attesa"))))}, Steps: [][labels]int8{{40, 0, -40}}})
	for _, m := range []*Model{Shipped(), adapted} {
		for _, text := range append(tweets, "non male non male non male 😡😡", "Molto bella e brava, mai una delusione", "😍") {
			var s scratch
			found, logits := m.classify(&s, Input{Text: text})
			spans, rest := m.spans(&s, indexOf(found.Lang))
			sum := rest
			for _, p := range spans {
				sum += p.weight
			}
			if want := logits[data.Positive] - logits[data.Negative]; math.Abs(float64(sum-want)) > 1e-3 {
				t.Errorf("%q: the words push %.4f, the logits differ by %.4f", text, sum, want)
			}
		}
	}
}

func TestExplainGivesPartsOfTheTextStrongestFirst(t *testing.T) {
	text := "Personale davvero SCORTESE, due ore di attesa; il pane però non era male 🤬 mai più, vergogna"
	words := Shipped().Explain(Input{Text: text}).Words
	if len(words) == 0 || len(words) > mostWords {
		t.Fatalf("%d words", len(words))
	}
	for i, w := range words {
		if !strings.Contains(text, w.Text) {
			t.Errorf("%q is no part of the text", w.Text)
		}
		if i > 0 && math.Abs(w.Weight) > math.Abs(words[i-1].Weight) {
			t.Errorf("%v: want the strongest first", words)
		}
	}
}

func TestALanguageThatIsGivenIsKept(t *testing.T) {
	for lang, want := range map[string]string{"it": "it", "en-GB": "en", "PT_br": "pt", "nl": "other"} {
		if got := Shipped().Classify(Input{Text: "ok", Lang: lang}).Lang; got != want {
			t.Errorf("%q became %q, want %q", lang, got, want)
		}
	}
}

func TestClassifyAllocatesNothing(t *testing.T) {
	m := Shipped()
	var s scratch
	if n := testing.AllocsPerRun(200, func() { m.classify(&s, Input{Text: tweets[0]}) }); n > 0 {
		t.Errorf("%v allocations for a text", n)
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	for name, file := range map[string][]byte{"nothing": nil, "something else": []byte("PK\x03\x04"), "one cut short": assets.SentimentModel[:len(assets.SentimentModel)/2]} {
		if _, err := Open(file); err == nil {
			t.Errorf("%s was opened", name)
		}
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
		"12345 😍": "other",
		"":        "other",
		"Het brood is erg lekker maar de bediening was traag": "other",
		"Chleb jest bardzo dobry, ale obsługa powolna":        "other",
		"パンはとてもおいしい":                                          "other",
	} {
		if got := classified(text).Lang; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestClassifyIsSafeForConcurrentUse(t *testing.T) {
	want := fmt.Sprint(classified(tweets[0]))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				classified(tweets[1])
				if got := fmt.Sprint(classified(tweets[0])); got != want {
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
		got := Shipped().Explain(Input{Text: text})
		if got.Score < -1 || got.Score > 1 || got.Confidence < 0 || got.Confidence > 1 {
			t.Errorf("score %v, confidence %v of %q", got.Score, got.Confidence, text)
		}
		for _, w := range got.Words {
			if w.Text == "" || !strings.Contains(text, w.Text) {
				t.Errorf("word %+v of %q", w, text)
			}
		}
	})
}
