package ingest

import "strings"

var starWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
	"uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5,
}

// rating reads 4, 4,5, FIVE, "5 stelle", 4/5, ★★★★☆, "4,0 su 5 stelle",
// "Rated 4 out of 5". What is out of another number than five is brought to
// five, and never under one: 8/10 is 4, 80 % is 4, 1/10 is 1. 0 for anything
// else: what a bare 8 is out of, nobody knows.
func rating(s string) float64 {
	if len(s) == 1 && s[0] >= '1' && s[0] <= '5' {
		return float64(s[0] - '0')
	}
	if s == "" || len(s) > 60 {
		return 0
	}
	if stars := strings.Count(s, "★") + strings.Count(s, "⭐"); stars > 0 {
		return stars5(float64(stars), 5)
	}
	s = strings.ToLower(s)
	if word, rest, _ := strings.Cut(s, " "); starWords[word] > 0 && (rest == "" || isStars(rest)) {
		return starWords[word]
	}
	s = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s, "rated"), "rating"), ": ")
	x, rest := leading(s)
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(rest, "%") {
		return stars5(x, 100)
	}
	if after, ok := cutOf(rest); ok {
		most, rest := leading(after)
		if rest = strings.TrimSpace(rest); most >= 3 && (rest == "" || isStars(rest)) {
			return stars5(x, most)
		}
		return 0
	}
	if x < 1 || rest != "" && !isStars(rest) {
		return 0
	}
	return stars5(x, 5)
}

// cutOf cuts "out of" off, in six languages.
func cutOf(s string) (after string, ok bool) {
	for _, of := range []string{"/", "out of", "von", "sur", "su", "de", "of", "di"} {
		if after, ok := strings.CutPrefix(s, of); ok {
			return strings.TrimSpace(after), true
		}
	}
	return "", false
}

// isStars tells whether a word means stars, in six languages.
func isStars(word string) bool {
	for _, stem := range []string{"star", "stell", "étoile", "stern", "estrell", "estrel"} {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// leading cuts the number off the beginning of a text.
func leading(s string) (x float64, rest string) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || end > 0 && (s[end] == '.' || s[end] == ',') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
		end++
	}
	x, _ = decimal(s[:end], false)
	return x, s[end:]
}

// stars5 brings a rating to a scale of five.
func stars5(x, most float64) float64 {
	if x > most {
		return 0
	}
	return max(1, x*5/most)
}
