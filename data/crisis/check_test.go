package crisis

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"vedetta/assets"
)

func TestRemarksOfAReplyAreThoseOfTheWindow(t *testing.T) {
	text := "Gentile Marta, ci dispiace per l’attesa e per non averla informata. Abbiamo verificato: il suo rimborso parte oggi " +
		"e lo vedrà entro 3 giorni. Per qualsiasi cosa mi scriva a nina@fornoaurora.example.\n— Nina"
	c := Context{Kind: KindReply, Lang: "it", Complaint: true, Names: []string{"Marta R."}}
	got := Check(text, c)
	for _, want := range []Rule{RuleApologises, RuleConcern, RuleNextStep, RuleNoExcuses, RulePersonalData} {
		if !slices.ContainsFunc(got, func(r Remark) bool { return r.Rule == want }) {
			t.Errorf("no %s in %+v", want, got)
		}
	}
	mail := got[len(got)-1]
	if mail.Rule != RulePersonalData || text[mail.From:mail.To] != "nina@fornoaurora.example" {
		t.Errorf("the last remark is %+v, want the address", mail)
	}
	c.Own = []string{"Nina@FornoAurora.example"}
	if found := warnings(text, c); len(found) > 0 {
		t.Errorf("with our own address allowed there is still %s", found)
	}
}

func TestAnEmptyDraftHasNoRemarks(t *testing.T) {
	for _, text := range []string{"", " \n", "…", "!!!"} {
		if got := Check(text, Context{Kind: KindReply, Complaint: true}); len(got) > 0 {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestPhrasesInTheirContext(t *testing.T) {
	const excuse, none = "excuse", ""
	for _, c := range []struct{ text, want string }{
		{"Non è una scusa, ma eravamo pieni. Ci dispiace e la rimborsiamo oggi.", none},
		{"Non cerchiamo scuse: ci dispiace. Eravamo in pochi e la rimborsiamo oggi.", none},
		{"Sorry, we make no excuses. We were busy; your refund is on its way.", none},
		{"I'm sorry for the wait. If you have questions, write to us.", none},
		{"Ci dispiace per l'attesa. Se vuole, ci scriva.", none},
		{"Ci dispiace, ma eravamo pieni. La rimborsiamo oggi.", excuse},
		{"Sorry, we were so busy. We will refund you today.", excuse},
		{"Mi dispiace se si è offeso. La chiamo oggi.", "conditional_apology"},
		{"I'm sorry if you were offended. We will call you today.", "conditional_apology"},
	} {
		var names []string
		for _, r := range warnings(c.text, Context{Kind: KindReply, Complaint: true}) {
			names = append(names, string(r))
		}
		if got := strings.Join(names, ","); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNamesAndNumbersThatAreOurs(t *testing.T) {
	c := Context{
		Kind: KindReply, Names: []string{"Marta Rossi", "@martar"},
		Own: []string{"+39 011 5551234", "info@fornoaurora.example", "Forno Aurora", "Nina Bruni", "via Po 12, Torino"},
	}
	for _, k := range []struct {
		text string
		want bool
	}{
		{"Cara Marta Rossi, grazie!", false},
		{"Abbiamo parlato con il signor Paolo Ferri, grazie.", true},
		{"Grazie! — Nina Bruni", false},
		{"Ci trova allo 011 555 1234.", false},
		{"Il suo numero 347 1234567 risulta spento, grazie.", true},
		{"Il codice fiscale RSSMRT80A41L219X è arrivato, grazie.", true},
		{"L'IBAN IT60 X054 2811 1010 0000 0123 456 è arrivato, grazie.", true},
		{"Aperti dal 24/12/2026 al 06/01/2027, grazie.", false},
		{"Nel 2025 abbiamo servito 12.500.000 clienti, grazie.", false},
		{"Abbiamo trovato l'ordine n. 48213, grazie.", true},
		{"Ci mandi il numero d'ordine in privato, grazie.", false},
		{"Ci scriva qui il suo numero di telefono, grazie.", true},
	} {
		if got := slices.Contains(warnings(k.text, c), RulePersonalData); got != k.want {
			t.Errorf("%s: personal data %t, want %t", k.text, got, k.want)
		}
	}
}

func TestWhatWasSaidBeforeBinds(t *testing.T) {
	before := []Earlier{{Text: "We are deeply sorry. We take full responsibility.", At: time.Unix(0, 0)}}
	deny := "This was not our fault: the passenger was rude. We are looking into it and understand the anger."
	if !slices.Contains(warnings(deny, Context{Kind: KindCorrection, Earlier: before}), RuleContradiction) {
		t.Error("to deny after an apology is no contradiction")
	}
	for _, c := range []Context{{Kind: KindCorrection}, {Kind: KindCorrection, Earlier: []Earlier{{Text: "We are aware of the video."}}}} {
		if slices.Contains(warnings(deny, c), RuleContradiction) {
			t.Errorf("a contradiction to nothing: %+v", c)
		}
	}
}

func TestClaimsAreNoFacts(t *testing.T) {
	claims := []Claim{
		{Text: "Il volo era in overbooking", State: "false"},
		{Text: "The kitchen had mice", State: "open"},
		{Text: "Il pane era scaduto", State: "confirmed"},
	}
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Il volo era in overbooking, ci dispiace.", true},
		{"Non è vero che il volo fosse in overbooking.", false},
		{"We are sorry that there were mice in the kitchen.", true},
		{"We are checking whether there were mice in the kitchen.", false},
		{"Il pane era scaduto, ci dispiace.", false},
		{"Ci dispiace per il ritardo del volo.", false},
	} {
		if got := slices.Contains(warnings(c.text, Context{Kind: KindHolding, Claims: claims}), RuleOpenClaim); got != c.want {
			t.Errorf("%s: open claim %t, want %t", c.text, got, c.want)
		}
	}
}

func TestEveryRuleHasItsSentences(t *testing.T) {
	if len(Rules) != rules {
		t.Fatalf("%d rules, the array has %d", len(Rules), rules)
	}
	for _, lang := range []string{"it", "en"} {
		w := assets.WordsFor(lang)
		for _, r := range Rules {
			const longestChip = 30
			chip, why := w.Remark(string(r)), w.RemarkWhy(string(r))
			if n := utf8.RuneCountInString(chip); n == 0 || n > longestChip || chip == "check."+string(r) || why == chip {
				t.Errorf("%s in %s: %q, %q", r, lang, chip, why)
			}
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, text := range []string{"Ci dispiace!", "È così: l'ordine n. 5", "{nome} [x", "a@b.c +39 1", "IT60X0542811101000000123456", "\xff\xfe’s", "👍🏽 we’ll", "don't DON’T"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, text, around string) {
		for _, kind := range []Kind{KindReply, KindHolding, KindInternal} {
			c := Context{
				Kind: kind, Mention: around, Complaint: true, Names: []string{around}, Own: []string{around},
				Earlier: []Earlier{{Text: around}}, Claims: []Claim{{around, "open"}},
			}
			for _, r := range Check(text, c) {
				if r.From < 0 || r.To < r.From || r.To > len(text) || !onRune(text, r.From) || !onRune(text, r.To) {
					t.Fatalf("%+v in %q", r, text)
				}
			}
		}
	})
}

func onRune(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

func BenchmarkCheck(b *testing.B) {
	for _, c := range []struct{ lang, text string }{
		{"it", "Gentile Marta, ci dispiace per l'attesa e per non averla informata. Abbiamo verificato il suo ordine con il corriere. "},
		{"en", "Dear Marta, we are sorry that you waited and that nobody told you. We have checked your order with the courier today. "},
	} {
		text := strings.Repeat(c.text, 1000/len(c.text)+1)[:1000]
		b.Run(c.lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Check(text, Context{Kind: KindReply, Complaint: true, Mention: "Due ore di attesa e nessuna scusa"})
			}
		})
	}
}
