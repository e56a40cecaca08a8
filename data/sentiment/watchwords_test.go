package sentiment

import (
	"errors"
	"fmt"
	"testing"

	"vedetta/data"
)

func TestWatchWordsAreFound(t *testing.T) {
	w, err := ReadWatchWords(map[string]string{"it": WatchList("it"), "en": WatchList("en")})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, lang, text, want string }{
		{"a stem", "it", "Siamo tutti intossicati dopo la cena", "[health intossicati]"},
		{"a phrase", "it", "Mio figlio è finito in ospedale", "[health finito in ospedale]"},
		{"a denied word", "it", "Per fortuna nessuna intossicazione", "[]"},
		{"a denied word further on", "it", "non è stata una truffa", "[]"},
		{"a negator of the sentence before", "it", "Non ci torno. Truffa!", "[law Truffa]"},
		{"two groups", "it", "Razzisti! Chiamo i carabinieri", "[dignity Razzisti law carabinieri]"},
		{"one word of two groups", "it", "vergognatevi", "[boycott vergognatevi anger vergognatevi]"},
		{"English", "en", "Got food poisoning here, calling my lawyer", "[health food poisoning law lawyer]"},
		{"English, denied", "en", "It was not a scam after all", "[]"},
		{"said twice", "en", "scam, scam", "[law scam]"},
		{"a language without a list", "de", "Lebensmittelvergiftung", "[]"},
		{"nothing", "it", "", "[]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range w.Find(tt.text, tt.lang) {
				got = append(got, string(f.Group), f.Text)
			}
			if fmt.Sprint(got) != tt.want {
				t.Errorf("found %v, want %s", got, tt.want)
			}
		})
	}
}

func TestALineThatCannotBeReadIsNamed(t *testing.T) {
	for name, list := range map[string]string{
		"no group":       "# ok\nlaw: court\nsomething",
		"unknown group":  "# ok\nlaw: court\nmoney: euro",
		"no word":        "# ok\nlaw: court\nlaw:",
		"said before":    "# ok\nlaw: court\nlaw: Court",
		"too short stem": "# ok\nlaw: court\nlaw: a*",
	} {
		_, err := ReadWatchWords(map[string]string{"en": list})
		var e *data.Error
		if !errors.As(err, &e) || e.Code != data.ErrWatchList || e.Args["Line"] != 3 {
			t.Errorf("%s: error %v, want line 3", name, err)
		}
	}
}

func TestBothLanguagesNameTheGroups(t *testing.T) {
	w, err := ReadWatchWords(map[string]string{"en": "Salute: rat\nhealth: mouse"})
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Find("a rat and a mouse", "en"); len(got) != 2 || got[0].Group != "health" {
		t.Errorf("found %v", got)
	}
}
