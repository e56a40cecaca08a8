package crisis

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"vedetta/assets"
	"vedetta/data"
)

// StatementKinds lists every kind of statement, in the order of a crisis.
var StatementKinds = []data.StatementKind{
	data.StatementHolding, data.StatementApology, data.StatementCorrection, data.StatementClosing, data.StatementInternal,
}

// StatementTemplates are the built-in templates in a language; the English
// ones where there are none.
func StatementTemplates(lang string) []data.StatementTemplate {
	all := builtInStatements()
	if len(all[lang]) == 0 {
		lang = "en"
	}
	return slices.Clone(all[lang])
}

// StatementsFor are the templates of a kind for a playbook: its own, and those
// for all where it has none of that length. Full ones come first.
func StatementsFor(lang string, kind data.StatementKind, playbook string) (found []data.StatementTemplate) {
	for _, short := range []bool{false, true} {
		var own, general []data.StatementTemplate
		for _, t := range StatementTemplates(lang) {
			switch {
			case t.Kind != kind || t.Short != short:
			case t.Playbook == "":
				general = append(general, t)
			case t.Playbook == playbook:
				own = append(own, t)
			}
		}
		if len(own) == 0 {
			own = general
		}
		found = append(found, own...)
	}
	return found
}

var builtInStatements = sync.OnceValue(func() map[string][]data.StatementTemplate {
	all := map[string][]data.StatementTemplate{}
	for _, l := range assets.Languages {
		text, err := assets.StatementFiles.ReadFile("statements/" + l.Code + ".txt")
		if err != nil {
			panic(fmt.Sprint("crisis: ", err))
		}
		if all[l.Code], err = readStatements(l.Code, string(text)); err != nil {
			panic(fmt.Sprintf("crisis: statements/%s.txt: %v", l.Code, err))
		}
	}
	return all
})

// readStatements reads a file of templates. "== kind | playbook | length |
// name" begins one; lines with # before the first are notes.
func readStatements(lang, text string) (all []data.StatementTemplate, err error) {
	for _, part := range strings.Split("\n"+text, "\n== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		c := cells(head)
		if len(c) != 4 {
			return nil, fmt.Errorf("%q has not four parts", head)
		}
		t := data.StatementTemplate{
			Kind: data.StatementKind(c[0]), Playbook: c[1], Short: c[2] == "short", Name: c[3], Lang: lang, Text: strings.TrimSpace(body),
		}
		key := []string{lang, c[0], c[1], c[2]}
		if t.Playbook == "-" {
			t.Playbook, key = "", []string{lang, c[0], c[2]}
		}
		t.Key = strings.Join(key, ".")
		switch {
		case !slices.Contains(StatementKinds, t.Kind):
			return nil, fmt.Errorf("%q is no kind", c[0])
		case t.Playbook != "" && !slices.Contains(playbookKeys, t.Playbook):
			return nil, fmt.Errorf("%q is no playbook", c[1])
		case !t.Short && c[2] != "full":
			return nil, fmt.Errorf("%q is no length", c[2])
		case t.Text == "" || t.Name == "":
			return nil, fmt.Errorf("%s has no name or no text", t.Key)
		case slices.ContainsFunc(all, func(o data.StatementTemplate) bool { return o.Key == t.Key }):
			return nil, fmt.Errorf("%s stands there twice", t.Key)
		}
		all = append(all, t)
	}
	return all, nil
}
