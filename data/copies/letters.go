package copies

import "unicode"

// mark is what stands in ascii for signs that belong to no word.
const mark = 0

// ascii gives letters in lower case and digits as they are.
var ascii = func() (table [256]byte) {
	for c := range byte(0x80) {
		switch {
		case c >= 'A' && c <= 'Z':
			table[c] = c + 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			table[c] = c
		}
	}
	return table
}()

// accented are the letters from À to ſ without their accents, and in lower case.
const accented = "aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// plain is a letter without case and accent.
func plain(c rune) rune {
	if i := int(c) - 0xC0; i >= 0 && i < len(accented) {
		return rune(accented[i])
	}
	return unicode.ToLower(c)
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// mix spreads what distinguishes two numbers over all 64 bits (the finaliser
// of SplitMix64, Steele et al. 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
