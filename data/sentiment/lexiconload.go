package sentiment

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"vedetta/assets"
)

// lexicons is everything that is read from assets/lexicons.
type lexicons struct {
	of    [languages]lexicon
	faces map[uint64]float32
}

var loaded = sync.OnceValue(func() *lexicons {
	m, err := load(assets.Lexicons)
	if err != nil {
		panic(fmt.Sprint("sentiment: the embedded lexicons are broken: ", err))
	}
	return m
})

func load(files fs.FS) (*lexicons, error) {
	all := &lexicons{faces: map[uint64]float32{}}
	for l := range all.of {
		lex := &all.of[l]
		lex.exact, lex.stems = make(map[uint64]*entry, 4096), make(map[uint64]*entry, 1024)
		for _, kind := range lexiconKinds(l) {
			name := "lexicons/" + kind + "." + codes[l] + ".tsv"
			if err := eachLine(files, name, lex.addLine); err != nil {
				return nil, err
			}
		}
		lex.inherit()
	}
	return all, eachLine(files, "lexicons/emoji.tsv", all.addFace)
}

// lexiconKinds are the lists of a language: phrases were written for two.
func lexiconKinds(lang int) []string {
	if lang == it || lang == en {
		return []string{"sentiment", "phrases", "modifiers"}
	}
	return []string{"sentiment", "modifiers"}
}

// eachLine hands the tab-separated fields of each line to add; empty lines and
// lines that begin with "# " are for the reader.
func eachLine(files fs.FS, name string, add func(fields []string) error) error {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	number := 0
	for line := range strings.Lines(string(content)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if err := add(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, number, err)
		}
	}
	return nil
}

var roles = map[string]role{"negator": negator, "strength": strength, "contrast": contrast}

// addLine takes "term<TAB>weight" or "term<TAB>role<TAB>factor".
func (l *lexicon) addLine(fields []string) error {
	e := entry{known: true}
	if len(fields) == 3 {
		r, ok := roles[fields[1]]
		if !ok {
			return fmt.Errorf("%q is no role", fields[1])
		}
		e.role = r
	}
	if len(fields) < 2 || len(fields) > 3 {
		return fmt.Errorf("%d fields", len(fields))
	}
	w, err := strconv.ParseFloat(fields[len(fields)-1], 32)
	if err != nil {
		return fmt.Errorf("weight of %q: %w", fields[0], err)
	}
	e.weight = float32(w)
	return l.addTerm(fields[0], e)
}

func (l *lexicon) addTerm(term string, e entry) error {
	parts := partsOf(term)
	if len(parts) == 0 {
		return fmt.Errorf("%q has no words", term)
	}
	at, err := l.entry(parts[0])
	if err != nil {
		return err
	}
	if len(parts) > 1 {
		at.phrases = append(at.phrases, phrase{rest: parts[1:], entry: e})
		return nil
	}
	if at.known {
		if e.groups == 0 || at.groups&e.groups != 0 {
			return fmt.Errorf("%q stands there twice", term)
		}
		e.groups |= at.groups
	}
	e.phrases, e.form = at.phrases, at.form
	*at = e
	return nil
}

// inherit ends the compilation: it lets words and stems that only begin phrases mean what the shorter
// stem before them means, and gives all of them the phrases of that stem.
func (l *lexicon) inherit() {
	byLength := slices.SortedFunc(maps.Values(l.stems), func(a, b *entry) int { return len(a.form) - len(b.form) })
	for _, e := range byLength {
		e.inheritFrom(l.findStem([]byte(e.form[:len(e.form)-1])))
	}
	for _, e := range l.exact {
		e.inheritFrom(l.findStem([]byte(e.form)))
	}
	for _, table := range []map[uint64]*entry{l.stems, l.exact} {
		for _, e := range table {
			e.index()
		}
	}
}

func (e *entry) inheritFrom(stem *entry) {
	if stem == nil {
		return
	}
	if !e.known {
		e.known, e.role, e.weight, e.groups = stem.known, stem.role, stem.weight, stem.groups
	}
	e.phrases = append(e.phrases, stem.phrases...)
}

// entry gives the entry under a key, a new one if need be.
func (l *lexicon) entry(key part) (*entry, error) {
	h := hashOf([]byte(key.form))
	table := l.exact
	if key.prefix {
		if len(key.form) < shortestStem {
			return nil, fmt.Errorf("%q is too short for a stem", key.form)
		}
		table = l.stems
		slot, bit := maybeBit(h)
		l.maybe[slot] |= bit
	}
	if table[h] == nil {
		table[h] = &entry{form: key.form}
	}
	return table[h], nil
}

// partsOf cuts a term as texts are cut, so that both meet in the same form.
func partsOf(term string) []part {
	var parts []part
	s := pool.Get().(*scratch)
	defer release(s)
	for field := range strings.FieldsSeq(term) {
		stem, prefix := strings.CutSuffix(field, "*")
		s.tokenise(stem)
		for i := range s.tokens {
			last := i == len(s.tokens)-1
			parts = append(parts, part{string(s.form(&s.tokens[i])), prefix && last})
		}
	}
	return parts
}

// addFace takes "emoji<TAB>weight"; several emoji of one weight stand with
// blanks between them.
func (m *lexicons) addFace(fields []string) error {
	if len(fields) != 2 {
		return fmt.Errorf("%d fields", len(fields))
	}
	w, err := strconv.ParseFloat(fields[1], 32)
	if err != nil {
		return err
	}
	for _, p := range partsOf(fields[0]) {
		m.faces[hashOf([]byte(p.form))] = float32(w)
	}
	return nil
}
