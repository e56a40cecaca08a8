package sentiment

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokenise(t *testing.T) {
	tests := []struct {
		name string
		text string
		want []string
	}{
		{"words are lower case without accents", "Perché PIÙ", []string{"perche", "piu"}},
		{"a word ends after an Italian apostrophe", "l'attesa dell’anno", []string{"l", "attesa", "dell", "anno"}},
		{"an English ending stays", "Don’t she's WE'LL", []string{"don't", "she's", "we'll"}},
		{"drawn-out letters are cut to two", "ottimoooo", []string{"ottimoo"}},
		{"links and names are left out", "a @mario.rossi http://x.it/bello www.brutto.it b", []string{"a", "b"}},
		{"hashtags are words", "#maiPiù #", []string{"maipiu"}},
		{"an emoji is one token, without tone and variation", "❤️👍🏽👩🏽‍🍳", []string{"❤", "👍", "👩"}},
		{"flags say nothing", "🇮🇹", nil},
		{"emoticons have one form", ":-))) =] xD :'( <3", []string{":)", ":)", ":D", ":'(", "<3"}},
		{"times are no emoticons", "alle 8:30 o 19:3 (note:3)", []string{"alle", "8", "30", "o", "19", "3", "note", ":)"}},
		{"broken bytes are passed over", "a\xffb \xf0\x9f c", []string{"a", "b", "c"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var s scratch
			s.tokenise(tt.text)
			var got []string
			for i := range s.tokens {
				got = append(got, string(s.form(&s.tokens[i])))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
