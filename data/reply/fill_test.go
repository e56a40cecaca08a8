package reply

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"vedetta/data"
)

func TestVariablesAreFilled(t *testing.T) {
	values := map[string]string{"name": "Marta", "contatto": "info@forno.it", "business": "Forno Aurora", "signature": ""}
	for name, c := range map[string]struct {
		body, want       string
		unknown, missing []string
	}{
		"Italian":                          {"Buongiorno {nome}, scriva a {contatto}.", "Buongiorno Marta, scriva a info@forno.it.", nil, nil},
		"English":                          {"Hello {name}, write to {contact}.", "Hello Marta, write to info@forno.it.", nil, nil},
		"large letters":                    {"{NOME} di {Azienda}", "Marta di Forno Aurora", nil, nil},
		"unknown ones stay":                {"Ciao {nomme}, {xyz} {xyz}", "Ciao {nomme}, {xyz} {xyz}", []string{"nomme", "xyz"}, nil},
		"missing ones leave a place":       {"Il {prodotto} e il {product}, {ora}", "Il […] e il […], […]", nil, []string{"product", "time"}},
		"the name of the specification":    {"entro le {ora_prossimo_aggiornamento}", "Entro le […]", nil, []string{"time"}},
		"no signature":                     {"Grazie.\n{firma}", "Grazie.", nil, nil},
		"braces that are none":             {"{} { nome } {nome", "{} { nome } {nome", nil, nil},
		"nothing to fill":                  {"ciao a tutti", "ciao a tutti", nil, nil},
		"nothing at all":                   {"", "", nil, nil},
		"a value is no variable":           {"{persona}", "[…]", nil, []string{"person"}},
		"several lines stay several lines": {"Ciao {nome}\n\nA presto", "Ciao Marta\n\nA presto", nil, nil},
	} {
		got := Fill(c.body, values)
		if got.Text != c.want || !slices.Equal(got.Unknown, c.unknown) || !slices.Equal(got.Missing, c.missing) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWithoutANameTheGreetingStandsAlone(t *testing.T) {
	for body, want := range map[string]string{
		"Buongiorno {nome}, ci dispiace.": "Buongiorno, ci dispiace.",
		"Ciao {nome}! Grazie":             "Ciao! Grazie",
		"Gentile {nome}, grazie":          "Buongiorno, grazie",
		"Dear {name}, thank you":          "Hello, thank you",
		"Cara {nome}, grazie":             "Ciao, grazie",
		"{nome}, grazie di cuore":         "Grazie di cuore",
		"Grazie {nome}":                   "Grazie",
		"Grazie, {nome}.\nA presto":       "Grazie,.\nA presto",
		"Ciao {nome} e grazie":            "Ciao e grazie",
	} {
		if got := Fill(body, nil); got.Text != want || got.Missing != nil {
			t.Errorf("%q: %+v, want %q", body, got, want)
		}
	}
}

func TestValuesOfStrangersAreCleaned(t *testing.T) {
	for value, want := range map[string]string{
		"=cmd|' /C calc'!A0":      "cmd|' /C calc'!A0",
		"Marta\u202eatraM":        "MartaatraM",
		"a\nb\tc\u0000d":          "a b cd",
		"{telefono}":              "{telefono}",
		"  ":                      "",
		"a\xffb":                  "ab",
		"zero\u200bwidth\ufeff":   "zerowidth",
		"👨\u200d👩\u200d👧":         "👨\u200d👩\u200d👧",
		strings.Repeat("à", 1000): strings.Repeat("à", 300),
	} {
		if got := Clean(value); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
	got := Fill("da {azienda}", map[string]string{"azienda": "{telefono}", "telefono": "02"})
	if got.Text != "Da {telefono}" || got.Unknown != nil {
		t.Errorf("a value was read as a variable: %+v", got)
	}
}

func TestANameIsUsedOnlyWhenItIsOne(t *testing.T) {
	for shown, want := range map[string]string{
		"Marta R.": "Marta", "Marta": "Marta", "Marta Rossi": "Marta", "MARTA ROSSI": "Marta", "Anna-Maria De Luca": "Anna-Maria",
		"ANNA-MARIA ROSSI": "Anna-Maria", "Élodie Dupont": "Élodie", "Иван Петров": "Иван", "D'Angelo Russell": "D'Angelo", " Nina  B. ": "Nina",
		"": "", "@fornaio_mi": "", "fornaio": "", "MarioRossi": "", "mario88": "", "Mario 88": "", "ANSA": "", "M. Rossi": "", "M": "",
		"Dott. Mario Rossi": "", "Dr Smith": "", "Sig.ra Bianchi": "", "Forno Aurora": "", "Aurora S.r.l.": "", "Rossi Spa": "", "Bar Sport": "",
		"Utente Google": "", "A Google User": "", "Amazon Customer": "", "Local Guide": "", "La Repubblica": "", "Il Gazzettino": "",
		"🔥🔥": "", "🌸 Giulia 🌸": "", "Giulia ❤": "", "=cmd|' /C calc'!A0": "", "Marta\u202eRossi": "", "Mаrta Rossi": "", // the second letter is Cyrillic
		"李雷": "", "山田 太郎": "", "محمد علي": "", "Rossi, Mario": "", "non sono io": "", "Tutti Contro Il Forno Aurora": "", "www.forno.it": "",
		"info@forno.it": "", "Marta\nRossi": "Marta", strings.Repeat("A", 400): "", "O": "", "Mc": "Mc", "McKenzie Lee": "", "{nome}": "",
	} {
		if got := FirstName(data.Author{Name: shown, Handle: "altro"}); got != want {
			t.Errorf("%q: %q, want %q", shown, got, want)
		}
	}
	if got := FirstName(data.Author{Name: "Fornaio", Handle: "@fornaio"}); got != "" {
		t.Errorf("a handle shown as name: %q", got)
	}
	if got := FirstName(data.Author{Handle: "Marta"}); got != "" {
		t.Errorf("a handle: %q", got)
	}
}

func TestASignatureIsPutBelowOnce(t *testing.T) {
	for text, want := range map[string]string{
		"Grazie.":                             "Grazie.\nNina, Forno Aurora",
		"Grazie. Nina, Forno Aurora":          "Grazie. Nina, Forno Aurora",
		"Nina, Forno Aurora le è\u00a0sicura": "Nina, Forno Aurora le è\u00a0sicura\nNina, Forno Aurora",
	} {
		if got := Sign(text, "Nina, Forno Aurora"); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	if got := Sign("Grazie.", " "); got != "Grazie." {
		t.Errorf("no signature: %q", got)
	}
}

func TestEveryVariableHasItsNameInBothLanguages(t *testing.T) {
	it, en := Variables("it"), Variables("en")
	if len(it) != len(en) {
		t.Fatalf("%d and %d", len(it), len(en))
	}
	for n := range it {
		a, _ := Variable(it[n])
		b, ok := Variable(en[n])
		if !ok || a != b || Named(b, "it") != it[n] || Named(b, "en") != en[n] {
			t.Errorf("%q and %q", it[n], en[n])
		}
		if !Uses("x {"+strings.ToUpper(it[n])+"}", b) || Uses("x {altro}", b) {
			t.Errorf("whether {%s} is used", it[n])
		}
	}
}

func FuzzFill(f *testing.F) {
	for _, body := range []string{"Ciao {nome}, {prodotto}", "{{nome}}{", "{firma}{nome}{firma}", "Gentile {nome}", "\xff{ora}\u202e", "{nome},"} {
		f.Add(body, "Marta")
		f.Add(body, "")
		f.Add(body, "{nome}\u202e\x00")
	}
	f.Fuzz(func(t *testing.T, body, value string) {
		got := Fill(body, map[string]string{"nome": value, "firma": value, "azienda": value})
		if utf8.ValidString(body) && !utf8.ValidString(got.Text) {
			t.Errorf("%q, %q: broken %q", body, value, got.Text)
		}
		for _, name := range got.Missing {
			if v, ok := Variable(name); !ok || v != name || !strings.Contains(got.Text, data.Placeholder) {
				t.Errorf("%q: missing %q in %q", body, name, got.Text)
			}
		}
		for _, name := range got.Unknown {
			if _, ok := Variable(name); ok || !strings.Contains(strings.ToLower(got.Text), strings.ToLower(name)) {
				t.Errorf("%q: unknown %q in %q", body, name, got.Text)
			}
		}
		for _, r := range Clean(value) {
			if unicode.IsControl(r) || r == '\u202e' {
				t.Errorf("%q is not clean", value)
			}
		}
	})
}
