package main

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

//go:embed phrases/*.txt
var phraseFiles embed.FS

// phrase is a sentence or two. [a|b] is a choice, {slot} a blank to fill in.
type phrase struct {
	number int
	text   string
}

// phrasebook holds the phrases by section, "it negative delay".
type phrasebook map[string][]phrase

// readPhrases reads the sections; a line "# lang tone role" opens one.
func readPhrases() phrasebook {
	book := phrasebook{}
	names, err := fs.Glob(phraseFiles, "phrases/*.txt")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	number := 0
	for _, name := range names {
		content, err := phraseFiles.ReadFile(name)
		if err != nil {
			panic(err) // the file is embedded
		}
		section := ""
		for lines := bufio.NewScanner(bytes.NewReader(content)); lines.Scan(); {
			line := lines.Text()
			if title, ok := strings.CutPrefix(line, "# "); ok {
				section = title
				continue
			}
			number++
			book[section] = append(book[section], phrase{number, line})
		}
	}
	return book
}

// bag deals the phrases of a section, each once before any comes again.
type bag struct {
	phrases []phrase
	left    []int
}

func (b *bag) draw(d *dice) phrase {
	if len(b.left) == 0 {
		b.left = d.Perm(len(b.phrases))
	}
	p := b.phrases[b.left[0]]
	b.left = b.left[1:]
	return p
}

var choice = regexp.MustCompile(`\[([^\[\]]*)\]`)

// choose settles the choices of a phrase.
func choose(d *dice, text string) string {
	return choice.ReplaceAllStringFunc(text, func(options string) string {
		return pick(d, strings.Split(options[1:len(options)-1], "|"))
	})
}

var slot = regexp.MustCompile(`\{([^{}]+)\}`)

// fill fills in the blanks of a phrase.
func fill(text string, values func(name, before string) (string, bool)) string {
	var b strings.Builder
	last := 0
	for _, at := range slot.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[last:at[0]])
		name := text[at[2]:at[3]]
		value, ok := values(strings.TrimSuffix(name, "_M"), b.String())
		if !ok {
			panic(fmt.Sprintf("no such blank: {%s} in %q", name, text))
		}
		if strings.HasSuffix(name, "_M") {
			value = capital(value)
		}
		b.WriteString(value)
		last = at[1]
	}
	b.WriteString(text[last:])
	return tidy(b.String())
}

var (
	gap      = regexp.MustCompile(` +([,.?!:…]|$)`)
	blanks   = regexp.MustCompile(`  +`)
	twoStops = regexp.MustCompile(`([?!])\.`)
)

// tidy mends what an empty choice leaves: blanks before a comma, two stops.
func tidy(s string) string {
	s = blanks.ReplaceAllString(s, " ")
	s = gap.ReplaceAllString(s, "$1")
	s = strings.ReplaceAll(s, ",,", ",")
	return strings.TrimSpace(twoStops.ReplaceAllString(s, "$1"))
}

func capital(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = []rune(strings.ToUpper(string(r[0])))[0]
	}
	return string(r)
}
