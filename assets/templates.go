package assets

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"vedetta/data"
)

// The built-in templates: a file of plain text for each language.
//
//go:embed templates/*.txt
var templates embed.FS

// Templates lists the built-in templates of all languages, in the order of
// their files.
func Templates() []data.Template { return append([]data.Template(nil), builtIn()...) }

var builtIn = sync.OnceValue(func() (all []data.Template) {
	for _, l := range Languages {
		text, err := fs.ReadFile(templates, "templates/"+l.Code+".txt")
		if err != nil {
			panic(fmt.Sprint("assets: no templates embedded: ", err))
		}
		read, err := readTemplates(l.Code, string(text))
		if err != nil {
			panic(fmt.Sprintf("assets: templates/%s.txt: %v", l.Code, err))
		}
		all = append(all, read...)
	}
	return all
})

// readTemplates reads a file of templates. "== key | situation | name" begins
// one, "-- lei" and "-- tu" one of its forms; lines with # before the first
// are notes.
func readTemplates(lang, text string) (all []data.Template, err error) {
	for _, part := range strings.Split("\n"+text, "\n== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		fields := strings.Split(head, " | ")
		if len(fields) != 3 {
			return nil, fmt.Errorf("%q has not three parts", head)
		}
		t := data.Template{Key: lang + "." + fields[0], Situation: fields[1], Name: fields[2], Lang: lang, BuiltIn: true}
		for _, form := range forms(body) {
			own := t
			own.Formal, own.Body = form.name == "lei", form.body
			if form.name != "" {
				own.Key += "." + form.name
			}
			if own.Body == "" {
				return nil, fmt.Errorf("%s is empty", own.Key)
			}
			all = append(all, own)
		}
	}
	return all, nil
}

type form struct{ name, body string }

// forms are the forms of a body; one without a name if there are no others.
func forms(body string) (all []form) {
	parts := strings.Split("\n"+body, "\n-- ")
	if len(parts) == 1 {
		return []form{{body: strings.TrimSpace(body)}}
	}
	for _, part := range parts[1:] {
		name, text, _ := strings.Cut(part, "\n")
		all = append(all, form{strings.TrimSpace(name), strings.TrimSpace(text)})
	}
	return all
}
