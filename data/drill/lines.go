package drill

import (
	"bufio"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"vedetta/data"
)

// place is a line of a file.
type place struct {
	file string
	line int
	text string
}

// wrong tells what is wrong with a line.
func (p place) wrong(why string) error {
	e := data.Errorf(data.ErrDrill, "%s:%d: %s: %q", p.file, p.line, why, p.text)
	return e.With("File", p.file).With("Line", p.line).With("What", p.text)
}

// attr is a line "name: value".
type attr struct {
	place
	name, value string
}

// entry is a line "- a | b | c" with the attributes below it; the entry of a
// section itself has no fields.
type entry struct {
	place
	fields []string
	attrs  []attr
}

// section is a part of a drill file.
type section struct {
	entry
	name    string
	entries []*entry
}

// readLines reads a file's lines that are neither empty nor notes.
func readLines(files fs.FS, folder, name string) ([]place, error) {
	name = path.Join(folder, name)
	f, err := files.Open(name)
	if err != nil {
		return nil, place{file: name}.wrong("cannot be opened: " + err.Error())
	}
	defer f.Close()
	var all []place
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		text := strings.TrimSpace(strings.TrimPrefix(scanner.Text(), "\ufeff"))
		if text != "" && text[0] != '#' {
			all = append(all, place{name, n, text})
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, place{file: name, line: len(all) + 1}.wrong(err.Error())
	}
	return all, nil
}

var (
	heading   = regexp.MustCompile(`^\[([a-z0-9_ ]+)\]$`)
	attribute = regexp.MustCompile(`^([a-z0-9_]+):(?:\s+(.*))?$`)
)

// readSections reads a file of "[section]", "- fields" and "name: value".
func readSections(files fs.FS, folder, name string) (map[string]*section, error) {
	lines, err := readLines(files, folder, name)
	if err != nil {
		return nil, err
	}
	all := map[string]*section{}
	var now *section
	var last *entry
	for _, l := range lines {
		if m := heading.FindStringSubmatch(l.text); m != nil {
			if all[m[1]] != nil {
				return nil, l.wrong("the section is there twice")
			}
			now = &section{name: m[1], entry: entry{place: l}}
			all[m[1]], last = now, &now.entry
			continue
		}
		if now == nil {
			return nil, l.wrong("a line before the first section")
		}
		if fields, ok := strings.CutPrefix(l.text, "- "); ok {
			last = &entry{place: l, fields: cutFields(fields)}
			now.entries = append(now.entries, last)
			continue
		}
		m := attribute.FindStringSubmatch(l.text)
		if m == nil {
			return nil, l.wrong("neither an entry nor an attribute")
		}
		last.attrs = append(last.attrs, attr{l, m[1], strings.TrimSpace(m[2])})
	}
	return all, nil
}

func cutFields(s string) []string {
	fields := strings.Split(s, "|")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	return fields
}

// get is the value of an attribute; lines of one name make paragraphs.
func (e *entry) get(name string) (value string) {
	for _, a := range e.attrs {
		if a.name != name {
			continue
		}
		if value != "" {
			value += "\n\n"
		}
		value += a.value
	}
	return value
}

// at is where an attribute stands, else where the entry begins.
func (e *entry) at(name string) place {
	for _, a := range e.attrs {
		if a.name == name {
			return a.place
		}
	}
	return e.place
}

// field is a field of the entry, "" where there is none.
func (e *entry) field(n int) string {
	if n < len(e.fields) {
		return e.fields[n]
	}
	return ""
}

// text is an attribute by language: "en" and "it", or "title_en" and
// "title_it" with a name.
func (e *entry) text(name string) Text {
	if name != "" {
		name += "_"
	}
	t := Text{}
	for _, lang := range []string{"en", "it"} {
		if v := e.get(name + lang); v != "" {
			t[lang] = v
		}
	}
	return t
}
