package formats

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"vedetta/data"
)

// Guess is a field that a column's name suggests.
type Guess struct {
	Field      data.Field
	Confidence float64 // 0..1
}

// LeastWhole is the least confidence of a name that is known as a whole.
const LeastWhole = 0.93

// How sure a name makes, beside the whole names: one that is known but for
// what stands in brackets; one made of a word for a mention or a person and a
// known name ("comment published"); one that has a known name in it, by the
// number of its words.
const (
	wholeName   = 1.0
	bracketed   = 0.97
	composed    = 0.9
	partOfName  = 0.5
	wordOfPart  = 0.1
	mostForPart = 0.8
	wordBeside  = 0.03
)

// FieldsOf lists the fields that a column's name suggests, best first.
func FieldsOf(name string) []Guess {
	folded := Fold(camel(name))
	if folded == "" {
		return nil
	}
	sure := map[data.Field]float64{}
	add := func(f data.Field, confidence float64) { sure[f] = max(sure[f], confidence) }
	words := strings.Fields(folded)
	if without, ok := withoutBrackets(name); ok && !isAny(words, copied) {
		for _, k := range vocabulary.whole[together(Fold(camel(without)))] {
			add(k.field, bracketed*k.rank)
		}
	}
	for _, k := range vocabulary.whole[together(folded)] {
		add(k.field, k.rank)
	}
	composedOf(words, add)
	partsOf(words, add)
	out := make([]Guess, 0, len(sure))
	for _, n := range names { // in their order, so that ties are always decided alike
		if c := sure[n.field]; c > 0 {
			out = append(out, Guess{n.field, c})
			delete(sure, n.field)
		}
	}
	slices.SortStableFunc(out, func(a, b Guess) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return out
}

// knownName is a field that a name stands for, and how well.
type knownName struct {
	field data.Field
	rank  float64  // LeastWhole..wholeName
	words []string // of the name
}

// vocabulary has all names: as a whole, written together, and by their first
// word those that mean something among other words too.
var vocabulary = func() (v struct{ whole, parts map[string][]knownName }) {
	v.whole, v.parts = map[string][]knownName{}, map[string][]knownName{}
	seen := map[data.Field]bool{}
	for _, n := range names {
		for i, name := range n.names {
			k := knownName{n.field, wholeName - (wholeName-LeastWhole)*float64(i)/float64(len(n.names)), strings.Fields(name)}
			if seen[n.field] {
				k.rank = LeastWhole
			}
			v.whole[together(name)] = append(v.whole[together(name)], k)
			if !vague[name] {
				v.parts[k.words[0]] = append(v.parts[k.words[0]], k)
			}
		}
		seen[n.field] = true
	}
	return v
}()

func together(name string) string { return strings.ReplaceAll(name, " ", "") }

// partsOf finds the known names among the words of another.
func partsOf(words []string, add func(data.Field, float64)) {
	for at, first := range words {
		for _, k := range vocabulary.parts[first] {
			end := at + len(k.words)
			if len(k.words) == len(words) || end > len(words) || !slices.Equal(words[at:end], k.words) {
				continue
			}
			beside := len(words) - len(k.words)
			if !bars(k.field, words[:at], words[end:]) {
				c := partOfName + wordOfPart*float64(len(k.words)-1) - wordBeside*float64(beside)
				add(k.field, min(max(c, 0), mostForPart))
			}
		}
	}
}

// bars tells whether the words around a known name show that it is about
// something else: "user description", "product id", "text length".
func bars(f data.Field, before, after []string) bool {
	around := slices.Concat(before, after)
	switch {
	case isAny(around, copied), isAny(after, aspects), isAny(around, answering) && f != data.FieldAnswer && f != data.FieldAnsweredAt:
		return true
	case f == data.FieldText || f == data.FieldRating:
		return false
	case isCount(f) && isAny(around, persons):
		return f != data.FieldFollowers
	case f == data.FieldDate || f == data.FieldURL || f == data.FieldTitle:
		return isAny(around, things) || isAny(around, persons) || isAny(around, counting)
	}
	return isAny(around, things) || isAny(around, counting) && !isCount(f)
}

func isCount(f data.Field) bool {
	return slices.Contains([]data.Field{data.FieldLikes, data.FieldReplies, data.FieldShares, data.FieldViews, data.FieldReach, data.FieldFollowers}, f)
}

func isAny(words []string, set map[string]bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return set[w] })
}

// composedOf understands names of a word for a mention, its author or our
// answer and a known name: "comment published", "reviewer id", "reply text".
func composedOf(words []string, add func(data.Field, float64)) {
	if isAny(words, copied) || isAny(words, things) {
		return
	}
	mention, person, answer := isAny(words, mentions), isAny(words, persons), isAny(words, answering)
	if len(words) < 2 || !mention && !person && !answer {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return mentions[w] || persons[w] || answering[w] || fillers[w] })
	confidence := composed
	if isAny(words, comments) {
		confidence += 0.01 // of a post and a comment on it the comment is the mention
	}
	if answer && len(rest) == 0 && isAny(words, mentions) {
		return // "reply tweet"
	}
	for _, k := range vocabulary.whole[strings.Join(rest, "")] {
		switch f := k.field; {
		case answer:
			add(answers[f], confidence*k.rank)
		case person && f == data.FieldID:
			add(data.FieldAuthorID, confidence*k.rank)
		case person && (f == data.FieldAuthor || f == data.FieldHandle || f == data.FieldFollowers):
			add(f, confidence*k.rank)
		case !person:
			add(f, confidence*k.rank)
		}
	}
}

// IsAboutOther tells whether a name says that its column is not about the
// mention itself: "product handle", "user description".
func IsAboutOther(name string) bool {
	words := strings.Fields(Fold(camel(name)))
	return isAny(words, things) || isAny(words, copied) || len(words) > 1 && isAny(words, persons)
}

// camel parts words that are written together: "createdAt", "postURL".
func camel(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		startsWord := unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || unicode.IsUpper(runes[i-1]) && i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if startsWord {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// withoutBrackets is a name without what it says in brackets: "Date (UTC)".
func withoutBrackets(name string) (string, bool) {
	from := strings.IndexAny(name, "([")
	to := strings.LastIndexAny(name, ")]")
	if from <= 0 || to < from {
		return "", false
	}
	return name[:from] + name[to+1:], true
}
