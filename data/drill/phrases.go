package drill

import (
	"io/fs"
	"math/rand/v2"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vedetta/data"
)

// phrasebook holds the lines of phrases.txt by section: "negative delay",
// "opening negative", "closing *", "slot city", "names".
type phrasebook map[string][]place

var (
	choice = regexp.MustCompile(`\[([^\[\]]*)\]`)
	slot   = regexp.MustCompile(`\{([^{}]*)\}`)
)

func readPhrases(files fs.FS, folder string) (phrasebook, error) {
	lines, err := readLines(files, folder, phrasesFile)
	if err != nil {
		return nil, err
	}
	book, now := phrasebook{}, ""
	for _, l := range lines {
		if m := heading.FindStringSubmatch(l.text); m != nil {
			now = m[1]
			continue
		}
		if now == "" {
			return nil, l.wrong("a line before the first section")
		}
		book[now] = append(book[now], l)
	}
	return book, book.complete()
}

// slot are the lines of a slot. A name with a capital, {City}, asks for one in
// what is filled in.
func (b phrasebook) slot(name string) []place { return b["slot "+strings.ToLower(name)] }

func likeName(name, text string) string {
	if strings.ToLower(name) == name {
		return text
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// complete tells of slots that have no section, and of brackets left open.
func (b phrasebook) complete() error {
	for _, lines := range b {
		for _, l := range lines {
			rest := slot.ReplaceAllString(choice.ReplaceAllString(l.text, ""), "")
			if strings.ContainsAny(rest, "[]{}") {
				return l.wrong("a bracket is open")
			}
			for _, m := range slot.FindAllStringSubmatch(l.text, -1) {
				if len(b.slot(m[1])) == 0 {
					return l.wrong("no such slot: " + m[1])
				}
			}
		}
	}
	return nil
}

// complete tells what a drill lacks as a whole.
func (d *Drill) complete(r *reader) error {
	for _, t := range d.Themes {
		if name := t.section(); len(d.phrases[name]) == 0 {
			return place{path.Join(d.Key, phrasesFile), 1, "[" + name + "]"}.wrong("the section is missing")
		}
	}
	for _, l := range data.Labels {
		if len(d.themesAt(l, d.Begin())) == 0 {
			return r.need("themes").wrong("no theme is there from the first day for " + l.String())
		}
	}
	if len(d.phrases["names"]) == 0 {
		return place{path.Join(d.Key, phrasesFile), 1, "[names]"}.wrong("the section is missing")
	}
	for _, i := range d.Injects {
		if i.At.Before(d.Begin()) || i.At.After(d.End()) {
			return r.need("injects").wrong("an inject outside the days: " + i.Key)
		}
	}
	if d.T0.Before(d.Begin()) || d.T0.After(d.End()) {
		return r.need("drill").wrong("t0 is outside the days")
	}
	return nil
}

func (t Theme) section() string { return t.Label.String() + " " + t.Name }

// writer puts texts together. It deals the phrases of a section like cards,
// so that each comes before any comes again.
type writer struct {
	book phrasebook
	dice *rand.Rand
	left map[string][]int
	seen map[string]bool
}

func (w *writer) draw(section string) string {
	lines := w.book[section]
	if len(lines) == 0 {
		return ""
	}
	if len(w.left[section]) == 0 {
		w.left[section] = w.dice.Perm(len(lines))
	}
	n := w.left[section][0]
	w.left[section] = w.left[section][1:]
	return w.settle(lines[n].text)
}

// settle makes the choices of a phrase and fills its slots.
func (w *writer) settle(text string) string {
	text = choice.ReplaceAllStringFunc(text, func(options string) string {
		all := strings.Split(options[1:len(options)-1], "|")
		return all[w.dice.IntN(len(all))]
	})
	for range 3 { // a slot's line may have slots
		text = slot.ReplaceAllStringFunc(text, func(s string) string {
			name := s[1 : len(s)-1]
			lines := w.book.slot(name)
			return likeName(name, lines[w.dice.IntN(len(lines))].text)
		})
		text = choice.ReplaceAllStringFunc(text, func(options string) string {
			all := strings.Split(options[1:len(options)-1], "|")
			return all[w.dice.IntN(len(all))]
		})
	}
	return tidy(text)
}

// write makes the text of a mention, one that was not there before if it can.
func (w *writer) write(t Theme) (text string) {
	for range 12 {
		text = w.compose(t)
		if !w.seen[text] {
			break
		}
	}
	w.seen[text] = true
	return text
}

const (
	openings = 0.35
	closings = 0.35
)

func (w *writer) compose(t Theme) string {
	var parts []string
	add := func(chance float64, kind string) {
		if w.dice.Float64() >= chance {
			return
		}
		section := kind + " " + t.section()
		if len(w.book[section]) == 0 {
			section = kind + " " + t.Label.String()
		}
		if s := w.draw(section); s != "" {
			parts = append(parts, s)
		}
	}
	add(openings, "opening")
	parts = append(parts, w.draw(t.section()))
	add(closings, "closing")
	return strings.Join(parts, " ")
}

var (
	gap    = regexp.MustCompile(` +([,.?!:;…]|$)`)
	blanks = regexp.MustCompile(`  +`)
)

// tidy mends what an empty choice leaves behind.
func tidy(s string) string {
	return strings.TrimSpace(gap.ReplaceAllString(blanks.ReplaceAllString(s, " "), "$1"))
}
