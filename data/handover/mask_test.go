package handover

import (
	"testing"

	"vedetta/assets"
	"vedetta/data"
)

// fishmonger masks the authors of a crisis of a fishmonger.
func fishmonger() *Masker {
	return NewMasker(assets.WordsFor("it"), []data.Author{
		{Name: "Marta Rossi", Handle: "marta_r"},
		{Name: "Anna Maria De Angelis"},
		{Handle: "il.fornaio"},
		{Name: "Al"},
		{Name: "Marta Rossi", Handle: "altra"},
		{ID: "acct:991"},
		{Name: "Pescheria Aurora", Handle: "pescheria_aurora"},
		{Name: "Aurora Conti"},
		{Name: "Nicolò 🦀"},
	}, data.Profile{Business: "Pescheria Aurora", Own: []string{"pescheria_aurora"}})
}

func TestNamesInOurTextsAreMasked(t *testing.T) {
	m := fishmonger()
	for name, c := range map[string]struct{ text, want string }{
		"a full name":                        {"Scrive Marta Rossi.", "Scrive Autore 1."},
		"in other letters":                   {"MARTA  ROSSI e marta rossi", "Autore 1 e Autore 1"},
		"a long name before its parts":       {"Anna Maria De Angelis", "Autore 2"},
		"an account":                         {"grazie @marta_r!", "grazie Autore 1!"},
		"an account in other letters":        {"@MARTA_R", "Autore 1"},
		"an account without its mark":        {"x.com/marta_r/status/1", "x.com/Autore 1/status/1"},
		"an account with a dot":              {"(@il.fornaio.)", "(Autore 3.)"},
		"an account nobody knows":            {"cc @chiunque", "cc @qualcuno"},
		"an account of another server":       {"cc @chiunque@rete.example", "cc @qualcuno"},
		"our own account":                    {"@Pescheria_Aurora risponde", "@Pescheria_Aurora risponde"},
		"the business":                       {"Pescheria Aurora", "Pescheria Aurora"},
		"an address is no account":           {"scrivere a info@posta.example", "scrivere a info@posta.example"},
		"a short name as it is written":      {"Al dice: al mare", "Autore 4 dice: al mare"},
		"a word that holds a name":           {"Alba e Martarossi", "Alba e Martarossi"},
		"a name over two lines is none":      {"Marta\nRossi", "Marta\nRossi"},
		"an id that stands for a name":       {"acct:991", "Autore 6"},
		"a name with a picture":              {"chiede Nicolò", "chiede Autore 8"},
		"composed from other signs":          {"chiede Nicolo\u0300", "chiede Autore 8"},
		"a part of a name is left":           {"Marta è stata gentile", "Marta è stata gentile"},
		"letters that are none":              {"\xff\xfe Marta Rossi", "\xff\xfe Autore 1"},
		"nothing":                            {"", ""},
		"an at sign alone":                   {"a @ b @", "a @ b @"},
		"a name at the beginning and an end": {"Marta Rossi, Marta Rossi", "Autore 1, Autore 1"},
	} {
		if got := m.Text(c.text); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", name, c.text, got, c.want)
		}
	}
}

func TestStrangersNameNobody(t *testing.T) {
	m := fishmonger()
	for name, c := range map[string]struct{ text, want string }{
		"a first name":                {"Come dice Marta", "Come dice Autore 1"},
		"a word that is a name too":   {"la marta è un animale", "la marta è un animale"},
		"a part that the shop has":    {"da Aurora si mangia bene", "da Aurora si mangia bene"},
		"an address":                  {"a ada.b@posta.example!", "a [indirizzo]!"},
		"a link":                      {"qui https://x.com/chiunque/status/9?s=1 e poi", "qui https://x.com/… e poi"},
		"a link without its scheme":   {"qui x.com/chiunque", "qui x.com/…"},
		"a site":                      {"su forno.example", "su forno.example"},
		"a link to somebody's page":   {"https://tiktok.com/@chiunque/video/1", "https://tiktok.com/…"},
		"a fraction is no link":       {"1/2 e/o", "1/2 e/o"},
		"several in one text at once": {"Marta (@marta_r, m@r.it)", "Autore 1 (Autore 1, [indirizzo])"},
	} {
		if got := m.Stranger(c.text); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", name, c.text, got, c.want)
		}
	}
}

func TestAnAuthorKeepsThePseudonym(t *testing.T) {
	m := fishmonger()
	for name, c := range map[string]struct {
		author data.Author
		want   string
	}{
		"by account":                  {data.Author{Name: "Marta, in vacanza", Handle: "@Marta_R"}, "Autore 1"},
		"another of the same name":    {data.Author{Name: "Marta Rossi", Handle: "altra"}, "Autore 5"},
		"by name, without an account": {data.Author{Name: "marta rossi "}, "Autore 1"},
		"nobody":                      {data.Author{}, ""},
	} {
		if got := m.Author(c.author); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func FuzzMask(f *testing.F) {
	for _, seed := range []string{"Marta Rossi @marta_r", "@@a@b.c", "x.com/a b@c.d", "Anna Maria De", "\xc3@\xc3"} {
		f.Add(seed)
	}
	m := fishmonger()
	f.Fuzz(func(t *testing.T, text string) {
		masked := m.Stranger(text + " Marta Rossi @marta_r ")
		for _, w := range wordsOf(masked) {
			if fold(w.text) == "marta_r" {
				t.Errorf("%q becomes %q", text, masked)
			}
		}
	})
}
