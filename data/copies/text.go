package copies

import "slices"

const (
	// fewestWords is below what a text says too little to be a copy: "thanks so
	// much" many people write by themselves.
	fewestWords = 4
	// enoughWords is from where on texts that differ in a word may be copies:
	// below, many people write nearly the same.
	enoughWords = 8
	// prefixWords of a text that was cut off tell what it was cut from.
	prefixWords = 10
)

// Near asks for this resemblance (shared pairs of words to all of either), or
// for the second one where nearly all of the shorter text stands in the longer.
const (
	resemblance        = 0.6
	looseResemblance   = 0.5
	nearlyAllContained = 0.8
)

// Text is a text made ready for comparing.
type Text struct {
	words []uint64
	pairs []uint64 // of neighbouring words; sorted, each once
	cut   bool     // it ends before its end
}

// Read makes a text ready.
func Read(text string) Text {
	words, cut := wordsOf(text, nil)
	t := Text{words: words, cut: cut, pairs: make([]uint64, 0, len(words))}
	for i := 1; i < len(words); i++ {
		t.pairs = append(t.pairs, pair(words[i-1], words[i]))
	}
	slices.Sort(t.pairs)
	t.pairs = slices.Compact(t.pairs)
	return t
}

// pair is a number for two words in their order.
func pair(a, b uint64) uint64 { return mix(a*golden + b) }

// golden is 2^64 divided by the golden ratio, odd: multiples of it are spread.
const golden = 0x9e3779b97f4a7c15

// Near tells whether one of two texts is a copy of the other.
func Near(a, b Text) bool {
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	switch {
	case len(a.words) < fewestWords:
		return false
	case slices.Equal(a.words, b.words):
		return true
	case len(a.words) < enoughWords:
		return false
	case a.cut && a.begins(b):
		return true
	}
	shared := float64(common(a.pairs, b.pairs))
	fewer, all := float64(min(len(a.pairs), len(b.pairs))), float64(len(a.pairs)+len(b.pairs))-shared
	return shared >= resemblance*all || shared >= looseResemblance*all && shared >= nearlyAllContained*fewer
}

// begins tells whether b goes on where t was cut off, be it in mid-word.
func (t Text) begins(b Text) bool {
	n := len(t.words) - 1
	return n >= prefixWords && slices.Equal(t.words[:n], b.words[:n])
}

// common counts what two sorted lists share.
func common(a, b []uint64) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			n++
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return n
}
