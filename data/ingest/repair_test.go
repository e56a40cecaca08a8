package ingest

import (
	"strings"
	"testing"
)

// garble reads UTF-8 as Windows-1252.
func garble(s string) string {
	out := make([]rune, 0, len(s))
	for _, b := range []byte(s) {
		out = append(out, western[b])
	}
	return string(out)
}

func latin1(s string) string {
	out := make([]rune, 0, len(s))
	for _, b := range []byte(s) {
		out = append(out, rune(b))
	}
	return string(out)
}

func TestGarbledTextIsMended(t *testing.T) {
	for _, text := range []string{
		"Perché così? È già finito", "PERÒ PERCHÉ CITTÀ È COSÌ", "l’attesa “lunga” – 3 €", "à la carte", "niño Ñandú", "Größe ÜBER SCHÖN FRANÇAIS",
		"pizza 🍕 e ❤️", "Привет, как дела", "日本語のテキスト", "25° «ottimo»", "e\u0300 buono", "naïve cœur", "…", "Łódź",
	} {
		for name, garbled := range map[string]string{
			"once": garble(text), "twice": garble(garble(text)), "as Latin-1": latin1(text), "as Latin-1 twice": latin1(latin1(text)),
		} {
			if got, ok := mend(garbled); got != text || !ok {
				t.Errorf("%s: %q became %q, %v, want %q", name, garbled, got, ok, text)
			}
		}
	}
}

func TestGarbledTextThatLostBytesIsMended(t *testing.T) {
	for garbled, want := range map[string]string{
		"la cittÃ  Ã¨ bella":         "la città è bella",
		"la cittÃ Ã¨ bella":          "la città è bella",
		"alta qualitÃ":               "alta qualità",
		"qualitÃ , prezzo":           "qualità, prezzo",
		"â€œciaoâ€\ufffd e poi":      "“ciao” e poi",
		"â€œciaoâ€ e poi":            "“ciao” e poi",
		"giÃ\u00a0 fatto, perchÃ© 🍕": "già fatto, perché 🍕",
	} {
		if got, ok := mend(garbled); got != want || !ok {
			t.Errorf("%q became %q, %v, want %q", garbled, got, ok, want)
		}
	}
}

func TestSoundTextStays(t *testing.T) {
	for _, text := range []string{
		"", "plain", "Perché così? È già finito", "CAFFÈ…", "«è…» disse", "PERCHÉ”", "“MAÇÔ, “MAÇÃ”", "Âge d’or", "ÄÖÜ“", "È» e «À»", "São Paulo, AMANHÃ",
		"forêt — ô …", "Ð", "â", "Ã", "100 € à peu près", "NIÑO—", "voilà…”", "là »", "Привет", "日本語", "ça", "Ó’Brien", "LÀ’",
	} {
		if got, ok := mend(text); got != text || ok {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestBytesOfAnotherEncodingAreReadInPlace(t *testing.T) {
	for name, c := range map[string]struct{ cell, want string }{
		"Windows-1252":               {"gi\xe0 detto: perch\xe9 no", "già detto: perché no"},
		"Windows-1252 beside UTF-8":  {"già detto: perch\xe9 no, \x93mai\x94", "già detto: perché no, “mai”"},
		"a quoted word":              {"un \x93caff\xe8\x94 freddo", "un “caffè” freddo"},
		"Mac Roman":                  {"don\xd5t, gi\x88 detto", "don’t, già detto"},
		"an emoji cut at the end":    {"buono \xf0\x9f\x98", "buono \ufffd"},
		"a letter cut at the end":    {"perch\xc3", "perch\ufffd"},
		"an apostrophe that was cut": {"l\xe2\x80attesa", "l\ufffdattesa"},
		"NUL bytes":                  {"co\x00s\xc3\x00\xac", "così"},
		"garbled and not at once":    {"perchÃ© gi\xe0", "perché già"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := repair(c.cell)
			if got != c.want {
				t.Errorf("%q became %q, want %q", c.cell, got, c.want)
			}
		})
	}
}

func TestTextIsSoundIfRepairLeavesIt(t *testing.T) {
	for _, text := range []string{
		"", "a", "plain text of some length", "Perché così? È già finito", "日本語 e 🍕 insieme", "ends in è", "\ufffd",
		"co\x00sì", "gi\xe0", "perchÃ©", "qualitÃ", "cittÃ bella", "l’attesa\xf0\x9f", "long enough to be read by eights, then \xff", "a lone\x80 byte of the lowest kind",
	} {
		_, damaged := repair(text)
		if want := !damaged && !strings.Contains(text, "\x00"); sound(text) != want {
			t.Errorf("%q: sound %v, want %v", text, sound(text), want)
		}
	}
}
