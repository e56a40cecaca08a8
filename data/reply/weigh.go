package reply

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// linkLength is what any address counts on X and Mastodon.
const linkLength = 23

// weigh counts as X does (twitter-text, configuration version 3): a letter of
// most alphabets 1, an address 23, a whole emoji and anything else 2.
func weigh(text string) (n int) {
	text = norm.NFC.String(text)
	at := 0
	for _, l := range findLinks(text) {
		n += weighPlain(text[at:l.from]) + linkLength
		at = l.to
	}
	return n + weighPlain(text[at:])
}

func weighPlain(text string) (n int) {
	for g := graphemes.FromString(text); g.Next(); {
		cluster := g.Value()
		if isEmoji(cluster) {
			n += 2
			cluster = notOfEmoji(cluster)
		}
		for _, r := range cluster {
			n += weight(r)
		}
	}
	return n
}

// weight is that of a single rune, by the ranges of the configuration.
func weight(r rune) int {
	switch {
	case r <= 0x10FF, r >= 0x2000 && r <= 0x200D, r >= 0x2010 && r <= 0x201F, r >= 0x2032 && r <= 0x2037:
		return 1
	}
	return 2
}

const (
	joiner  = 0x200D
	variant = 0xFE0F // asks for the picture of a character that has one
	keycap  = 0x20E3
)

// isEmoji tells whether a cluster is one picture.
func isEmoji(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	switch {
	case pictured(first):
		return true
	case size == len(cluster) || !drawn(first) && !keyed(first):
		return false
	}
	second, _ := utf8.DecodeRuneInString(cluster[size:])
	if keyed(first) {
		last, _ := utf8.DecodeLastRuneInString(cluster)
		return (second == variant || second == keycap) && last == keycap
	}
	return second == variant || second == joiner || toned(second)
}

// notOfEmoji are the runes of a cluster that no emoji is made of: marks
// piled upon it.
func notOfEmoji(cluster string) string {
	var rest []rune
	for n, r := range cluster {
		tag := r >= 0xE0020 && r <= 0xE007F
		if n > 0 && !tag && !pictured(r) && !drawn(r) && !toned(r) && r != joiner && r != variant && r != keycap {
			rest = append(rest, r)
		}
	}
	return string(rest)
}

// pictured are runes that are pictures by themselves, letters of flags
// included.
func pictured(r rune) bool { return r >= 0x1F000 && r <= 0x1FAFF }

// drawn are runes that can be asked to be pictures.
func drawn(r rune) bool {
	return r >= 0x203C && r <= 0x3299 || r == 0xA9 || r == 0xAE
}

func keyed(r rune) bool { return r >= '0' && r <= '9' || r == '#' || r == '*' }

func toned(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }
