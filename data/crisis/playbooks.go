package crisis

import (
	"fmt"
	"slices"
	"sync"

	"vedetta/assets"
	"vedetta/data"
)

// playbookKeys are the built-in playbooks in the order in which they are
// proposed.
var playbookKeys = []string{
	"food_safety", "discrimination", "staff_misconduct", "data_breach",
	"false_rumour", "fake_reviews", "product_defect", "accident",
}

// Playbooks are the built-in playbooks in a language; the English ones where
// there are none. They are practical help, no legal advice.
func Playbooks(lang string) []data.Playbook {
	all := builtInPlaybooks()
	if len(all[lang]) == 0 {
		lang = "en"
	}
	out := slices.Clone(all[lang])
	for i := range out {
		out[i].Types, out[i].Steps = slices.Clone(out[i].Types), slices.Clone(out[i].Steps)
	}
	return out
}

// PlaybookHelp tells in both languages how a playbook is written, to be saved
// beside those that a person takes out to change them.
func PlaybookHelp() string {
	text, err := assets.PlaybookFiles.ReadFile("playbooks/README.txt")
	if err != nil {
		panic(fmt.Sprint("crisis: ", err))
	}
	return string(text)
}

// PlaybookOf is the built-in playbook of a key in a language.
func PlaybookOf(lang, key string) (data.Playbook, bool) {
	all := Playbooks(lang)
	i := slices.IndexFunc(all, func(p data.Playbook) bool { return p.Key == key })
	if i < 0 {
		return data.Playbook{}, false
	}
	return all[i], true
}

// ForType are the playbooks proposed for a type of crisis, the most fitting
// first; all of them while the type is not known.
func ForType(lang string, t data.CrisisType) []data.Playbook {
	all := Playbooks(lang)
	if ClusterOf(t) == "" {
		return all
	}
	all = slices.DeleteFunc(all, func(p data.Playbook) bool { return !slices.Contains(p.Types, t) })
	slices.SortStableFunc(all, func(a, b data.Playbook) int {
		return slices.Index(a.Types, t) - slices.Index(b.Types, t)
	})
	return all
}

var builtInPlaybooks = sync.OnceValue(func() map[string][]data.Playbook {
	all := map[string][]data.Playbook{}
	for _, l := range assets.Languages {
		for _, key := range playbookKeys {
			name := l.Code + "/" + key + ".txt"
			text, err := assets.PlaybookFiles.ReadFile("playbooks/" + name)
			if err != nil {
				panic(fmt.Sprint("crisis: ", err))
			}
			p, err := ParsePlaybook(name, string(text))
			if err != nil {
				panic(fmt.Sprint("crisis: ", err))
			}
			all[l.Code] = append(all[l.Code], p)
		}
	}
	return all
})
