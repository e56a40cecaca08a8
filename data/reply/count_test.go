package reply

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"vedetta/data"
)

func TestXWeighsAsItSays(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"nothing":                       {"", 0},
		"plain letters":                 {"Buongiorno", 10},
		"accents, composed or not":      {"perche\u0301 è", 8},
		"an address":                    {"Hi http://test.co", 26},
		"an address alone":              {"http://test.co", 23},
		"addresses of any length":       {strings.Repeat("https://www.twitter.com/aloha ", 10), 240},
		"a bare host":                   {"example.com", 23},
		"a bare host of a country":      {"foo.co.jp", 23},
		"no known domain":               {"foglio.xlsx", 11},
		"a name of 64 letters":          {strings.Repeat("x", 64) + ".com", 68},
		"an address with path":          {"leggi https://forno.it/a_(b)?c=d&e=f#g!", 6 + 23 + 1},
		"a full stop behind":            {"https://forno.it/menu.", 24},
		"a port":                        {"http://forno.it:8080/x", 23},
		"an e-mail address":             {"info@forno.it", 13},
		"behind a slash":                {"via/forno.it", 12},
		"in brackets":                   {"(forno.it)", 25},
		"behind Japanese letters":       {"日本forno.it", 4 + 23},
		"a Cyrillic host":               {"https://президент.рф/", 23},
		"Chinese":                       {"面包店", 6},
		"Japanese and Latin":            {"パンbread", 9},
		"Korean":                        {"빵집", 4},
		"Hebrew counts once":            {"שלום", 4},
		"an emoji":                      {"😷", 2},
		"several":                       {"😷👾😡🔥💩", 10},
		"a family joined":               {"H🐱☺👨‍👩‍👧‍👦", 7},
		"a skin tone":                   {"🙋🏽", 2},
		"a profession":                  {"👨‍🎤", 2},
		"a keycap":                      {"1\u20e3", 2},
		"a keycap with its variant":     {"1\ufe0f\u20e3", 2},
		"a flag":                        {"🇮🇹", 2},
		"a flag of tags":                {"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2},
		"a heart asked to be a picture": {"❤\ufe0f", 2},
		"several kinds of emoji":        {"Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 34},
		"toned ones":                    {"Unicode 9.0 emoji: 🤠; 💃; 💃🏾", 29},
		"marks piled on an emoji":       {"🔥" + strings.Repeat("\u0301", 20), 22},
		"curly quotes":                  {"“così”", 6},
		"an euro":                       {"10 €", 5},
		"an ellipsis":                   {"…", 2},
		"broken bytes":                  {"a\xff", 3},
	} {
		if got := Count("x", c.text).Used; got != c.want {
			t.Errorf("%s: %q counts %d, want %d", name, c.text, got, c.want)
		}
	}
}

func TestAddressesAreFoundWhereXFindsThem(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                  nil,
		"niente. Proprio niente":            nil,
		"www.forno.it":                      {"www.forno.it"},
		"HTTPS://FORNO.IT/Menu":             {"HTTPS://FORNO.IT/Menu"},
		"vedi forno.it, poi x.com!":         {"forno.it", "x.com"},
		"http://forno.it/a(b)":              {"http://forno.it/a(b)"},
		"(http://forno.it/a)":               {"http://forno.it/a"},
		"http://forno.it?q=1.":              {"http://forno.it?q=1"},
		"@forno.it":                         nil,
		"#forno.it":                         nil,
		"$forno.it":                         nil,
		"-forno.it":                         nil,
		"nome@forno.it":                     nil,
		"http://forno.it/caffè/perché":      {"http://forno.it/caffè/perché"},
		"https://forno.invalidissimo/x":     nil,
		"forno.it/@nina/ bello":             {"forno.it/@nina/"},
		"1.5 litri e 3.14":                  nil,
		"http://forno.it http://bar.it":     {"http://forno.it", "http://bar.it"},
		"a.b.forno.it/x?y":                  {"a.b.forno.it/x?y"},
		"http://xn--caff-8oa.it":            {"http://xn--caff-8oa.it"},
		"prima\nhttps://forno.it\ndopo":     {"https://forno.it"},
		"https://forno.it/a, e poi":         {"https://forno.it/a"},
		"https://t.co/abc123 https://t.co/": {"https://t.co/abc123", "https://t.co/"},
	} {
		var got []string
		for _, l := range findLinks(text) {
			got = append(got, text[l.from:l.to])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestEverySourceCountsItsWay(t *testing.T) {
	family := "👨‍👩‍👧‍👦" // 1 grapheme, 11 UTF-16 units, 25 bytes
	for name, c := range map[string]struct {
		source, text string
		used, most   int
		over         bool
	}{
		"Mastodon counts an address as 23":        {"mastodon", "vedi https://forno.it/una/pagina/molto/lunga", 5 + 23, 500, false},
		"Mastodon counts a bare host in full":     {"mastodon", "forno.it", 8, 500, false},
		"Mastodon counts half a remote handle":    {"mastodon", "@nina@mastodon.social ciao", 10, 500, false},
		"Mastodon counts an emoji once":           {"mastodon", family, 1, 500, false},
		"Bluesky counts graphemes":                {"bluesky", strings.Repeat(family, 300), 300, 300, false},
		"Bluesky has an end":                      {"bluesky", strings.Repeat("a", 301), 301, 300, true},
		"Instagram counts as a browser":           {"instagram", family, 11, 2200, false},
		"Threads counts the bytes of emoji":       {"threads", "è " + family, 2 + 25, 500, false},
		"TikTok is short":                         {"tiktok", strings.Repeat("a", 151), 151, 150, true},
		"Google":                                  {"google", strings.Repeat("a", 4096), 4096, 4096, false},
		"Google has an end":                       {"google", strings.Repeat("a", 4097), 4097, 4096, true},
		"a source without a known limit":          {"tripadvisor", strings.Repeat("a", 9000), 9000, 0, false},
		"a source that nobody knows":              {"bacheca", "ciao", 4, 0, false},
		"X exactly full":                          {"x", strings.Repeat("a", 280), 280, 280, false},
		"X full of emoji":                         {"x", strings.Repeat("🔥", 141), 282, 280, true},
		"an accent in two parts counts as in one": {"linkedin", "e\u0301", 1, 1250, false},
	} {
		got := Count(c.source, c.text)
		if got.Used != c.used || got.Max != c.most || got.Over != c.over {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWhatASourceWouldNotTakeIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		source, text                string
		links, hashtags, handlesHad int
		want                        []data.TextProblem
	}{
		"nothing":                {"instagram", "Grazie, a presto", 0, 0, 0, nil},
		"dead links":             {"instagram", "vedi forno.it", 1, 0, 0, []data.TextProblem{data.TextDeadLinks}},
		"live links":             {"facebook", "vedi forno.it", 1, 0, 0, nil},
		"31 hashtags":            {"instagram", strings.Repeat("#pane ", 31), 0, 31, 0, []data.TextProblem{data.TextManyHashtags}},
		"30 hashtags":            {"instagram", strings.Repeat("#pane ", 30), 0, 30, 0, nil},
		"numbers are no hashtag": {"instagram", "#1 e a#b e #2pani", 0, 1, 0, nil},
		"handles":                {"x", "@forno e @bar.it, non info@forno.it", 0, 0, 2, nil},
		"something left open":    {"google", "Gentile […]", 0, 0, 0, []data.TextProblem{data.TextUnfilled}},
		"a variable left":        {"google", "Ciao {nome}", 0, 0, 0, []data.TextProblem{data.TextUnfilled}},
	} {
		got := Count(c.source, c.text)
		if got.Links != c.links || got.Hashtags != c.hashtags || got.Handles != c.handlesHad || !slices.Equal(got.Problems, c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func FuzzCount(f *testing.F) {
	for _, text := range []string{"", "Ciao {nome} 👨‍👩‍👧‍👦 https://forno.it/a(b)?c #pane @nina@mastodon.social", "\xff\u202e🇮🇹🇮", "1\ufe0f\u20e3e\u0301…[…]", "a.b.c.it/(((("} {
		f.Add("x", text)
		f.Add("mastodon", text)
		f.Add("threads", text)
	}
	f.Fuzz(func(t *testing.T, source, text string) {
		size := Count(source, text)
		if size.Used < 0 || size.Over != (size.Max > 0 && size.Used > size.Max) || size.Links < 0 {
			t.Errorf("%q: %+v", text, size)
		}
		last := 0
		for _, l := range findLinks(text) {
			if l.from < last || l.to <= l.from || l.to > len(text) || !utf8.RuneStart(text[l.from]) {
				t.Fatalf("%q: link %v after %d", text, l, last)
			}
			last = l.to
		}
	})
}
