package crisis

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

type opKind uint8

const (
	opWord  opKind = iota // a word of set
	opGap                 // up to n words
	opSplit               // goes on at any of to
	opJump                // goes on at to[0]
	opFirst               // only at the beginning of a sentence
	opLast                // only at its end
	opMatch
)

// op is one step of a pattern. Steps of all patterns lie in one slice.
type op struct {
	kind opKind
	n    int
	set  []int32 // atoms, sorted
	to   []int32
}

// effect is what a pattern that is found does.
type effect uint8

const (
	finds    effect = iota
	cancels         // takes back what its group found in the same place
	forgives        // takes back all that its group found
)

type pattern struct {
	group  int
	effect effect
	start  int32
}

// patterns are the lists of one language, ready to run.
type patterns struct {
	groups   *groupNames
	words    map[string]int32 // atoms: whole words,
	heads    map[string]int32 // beginnings of words
	tails    map[string]int32 // and their ends
	atoms    int32
	ops      []op
	list     []pattern
	byFirst  [][]int32 // patterns by the atom they begin with
	classes  map[string][]string
	headLens [2]int
	tailLens [2]int
}

// groupNames numbers the groups, the same in all languages.
type groupNames struct {
	numbers map[string]int
	list    []string
	even    map[int]bool // those that a negation does not touch
}

func newGroupNames() *groupNames {
	return &groupNames{numbers: map[string]int{}, even: map[int]bool{}}
}

func newPatterns(groups *groupNames) *patterns {
	return &patterns{
		groups: groups, words: map[string]int32{}, heads: map[string]int32{}, tails: map[string]int32{},
		classes: map[string][]string{}, headLens: [2]int{99, 0}, tailLens: [2]int{99, 0},
	}
}

// read takes in one list; doc.go tells how it is written.
func (p *patterns) read(content string) error {
	group := -1
	for n, line := range strings.Split(content, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := p.line(line, &group); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

func (p *patterns) line(line string, group *int) error {
	switch {
	case line[0] == '[':
		name, rest, _ := strings.Cut(line[1:], "]")
		*group = p.groups.number(name)
		p.groups.even[*group] = strings.TrimSpace(rest) == "even negated"
		return nil
	case line[0] == '@' && strings.Contains(line, " = "):
		name, phrases, _ := strings.Cut(line[1:], " = ")
		for phrase := range strings.SplitSeq(phrases, ",") {
			p.classes[name] = append(p.classes[name], strings.TrimSpace(phrase))
		}
		return nil
	case *group < 0:
		return fmt.Errorf("%q stands in no group", line)
	}
	does := finds
	for line[0] == '!' && does < forgives {
		does, line = does+1, strings.TrimSpace(line[1:])
	}
	return p.add(pattern{group: *group, effect: does}, line)
}

func (g *groupNames) number(name string) int {
	if n, ok := g.numbers[name]; ok {
		return n
	}
	g.numbers[name] = len(g.list)
	g.list = append(g.list, name)
	return len(g.list) - 1
}

func (p *patterns) add(one pattern, text string) error {
	one.start = int32(len(p.ops))
	if err := p.sequence(text, 0); err != nil {
		return err
	}
	p.ops = append(p.ops, op{kind: opMatch})
	number := int32(len(p.list))
	p.list = append(p.list, one)
	first := p.first(one.start, nil)
	if len(first) == 0 {
		return fmt.Errorf("%q begins with no word", text)
	}
	for _, atom := range first {
		for int(atom) >= len(p.byFirst) {
			p.byFirst = append(p.byFirst, nil)
		}
		p.byFirst[atom] = append(p.byFirst[atom], number)
	}
	return nil
}

// first are the atoms that the pattern at pc may begin with.
func (p *patterns) first(pc int32, found []int32) []int32 {
	switch o := p.ops[pc]; o.kind {
	case opWord:
		for _, a := range o.set {
			if !slices.Contains(found, a) {
				found = append(found, a)
			}
		}
	case opSplit, opJump:
		for _, to := range o.to {
			found = p.first(to, found)
		}
	case opFirst:
		found = p.first(pc+1, found)
	}
	return found
}

const (
	deepestClass = 5
	anyNumber    = "0-9" // a word that begins with a digit
)

func (p *patterns) sequence(text string, depth int) error {
	if depth > deepestClass {
		return fmt.Errorf("%q goes round in circles", text)
	}
	for _, piece := range strings.Fields(text) {
		if err := p.piece(piece, depth); err != nil {
			return err
		}
	}
	return nil
}

func (p *patterns) piece(piece string, depth int) error {
	switch {
	case piece == "^":
		p.ops = append(p.ops, op{kind: opFirst})
		return nil
	case piece == "$":
		p.ops = append(p.ops, op{kind: opLast})
		return nil
	case piece[0] == '~':
		n, err := strconv.Atoi(piece[1:])
		p.ops = append(p.ops, op{kind: opGap, n: n})
		return err
	}
	bare := strings.TrimSuffix(piece, "?")
	return p.either(strings.Split(bare, "|"), bare != piece, depth)
}

// either adds a choice between words and classes.
func (p *patterns) either(choices []string, optional bool, depth int) error {
	var set []int32
	var phrases []string
	for _, choice := range choices {
		if name, ok := strings.CutPrefix(choice, "@"); ok {
			if p.classes[name] == nil {
				return fmt.Errorf("there is no list @%s", name)
			}
			phrases = append(phrases, p.classes[name]...)
			continue
		}
		phrases = append(phrases, strings.ReplaceAll(choice, "_", " "))
	}
	long := phrases[:0:0]
	for _, phrase := range phrases {
		if strings.ContainsAny(phrase, " @|~?^$") {
			long = append(long, phrase)
			continue
		}
		atoms, err := p.atom(phrase)
		if err != nil {
			return err
		}
		if len(atoms) > 1 {
			long = append(long, phrase)
			continue
		}
		set = append(set, atoms...)
	}
	slices.Sort(set)
	return p.branches(slices.Compact(set), long, optional, depth)
}

func (p *patterns) branches(set []int32, long []string, optional bool, depth int) error {
	if len(long) == 0 && !optional {
		p.ops = append(p.ops, op{kind: opWord, set: set})
		return nil
	}
	split := len(p.ops)
	p.ops = append(p.ops, op{kind: opSplit})
	var ends []int
	begin := func() { p.ops[split].to = append(p.ops[split].to, int32(len(p.ops))) }
	end := func() {
		ends = append(ends, len(p.ops))
		p.ops = append(p.ops, op{kind: opJump})
	}
	if len(set) > 0 {
		begin()
		p.ops = append(p.ops, op{kind: opWord, set: set})
		end()
	}
	for _, phrase := range long {
		begin()
		if err := p.phrase(phrase, depth); err != nil {
			return err
		}
		end()
	}
	if optional {
		begin()
	}
	for _, e := range ends {
		p.ops[e].to = []int32{int32(len(p.ops))}
	}
	return nil
}

// phrase adds an alternative; a single piece here is one that is cut into
// several words, such as "re-accommodate".
func (p *patterns) phrase(phrase string, depth int) error {
	if strings.ContainsAny(phrase, " @|~?^$") {
		return p.sequence(phrase, depth+1)
	}
	atoms, err := p.atom(phrase)
	for _, a := range atoms {
		p.ops = append(p.ops, op{kind: opWord, set: []int32{a}})
	}
	return err
}

// atom gives the atoms of a word as a list writes it: "word", "begin*",
// "*end". What is cut into several words has one for each.
func (p *patterns) atom(word string) ([]int32, error) {
	known, bare := p.words, word
	switch {
	case strings.HasSuffix(word, "*"):
		known, bare = p.heads, strings.TrimSuffix(word, "*")
	case strings.HasPrefix(word, "*"):
		known, bare = p.tails, strings.TrimPrefix(word, "*")
	}
	if word == anyNumber {
		return []int32{p.intern(p.words, word)}, nil
	}
	var s tokens
	s.cut(bare)
	if len(s.list) == 0 {
		return nil, fmt.Errorf("%q is no word", word)
	}
	var atoms []int32
	for i := range s.list[:len(s.list)-1] {
		atoms = append(atoms, p.intern(p.words, string(s.form(i))))
	}
	last := string(s.form(len(s.list) - 1))
	p.measure(word, last)
	return append(atoms, p.intern(known, last)), nil
}

func (p *patterns) intern(known map[string]int32, form string) int32 {
	id, ok := known[form]
	if !ok {
		id = p.atoms
		known[form] = id
		p.atoms++
	}
	return id
}

func (p *patterns) measure(word, form string) {
	lens := &p.tailLens
	switch {
	case strings.HasSuffix(word, "*"):
		lens = &p.headLens
	case !strings.HasPrefix(word, "*"):
		return
	}
	lens[0], lens[1] = min(lens[0], len(form)), max(lens[1], len(form))
}
