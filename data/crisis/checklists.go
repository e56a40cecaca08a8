package crisis

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"vedetta/assets"
)

// listed are the languages that have lists.
var listed = []string{"it", "en"}

// loaded gives the lists by language. Being part of the program they are sound;
// a test reads them too.
var loaded = sync.OnceValue(func() map[string]*patterns {
	all := map[string]*patterns{}
	groups := newGroupNames()
	for _, lang := range listed {
		p, err := load(assets.CheckLists, lang, groups)
		if err != nil {
			panic(err)
		}
		all[lang] = p
	}
	return all
})

// load reads the lists of a language; the shared words come first.
func load(files fs.FS, lang string, groups *groupNames) (*patterns, error) {
	p := newPatterns(groups)
	names, err := fs.Glob(files, "check/"+lang+".*.txt")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no lists for %s: %w", lang, err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(files, name)
		if err == nil {
			err = p.read(string(content))
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return p, nil
}

// wordLists reads lines of "name: words".
func wordLists(name string) map[string][]string {
	content, err := fs.ReadFile(assets.CheckLists, "check/"+name)
	if err != nil {
		panic(err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(content)) {
		if key, words, ok := strings.Cut(line, ":"); ok && line[0] != '#' {
			all[key] = append(all[key], strings.Fields(words)...)
		}
	}
	return all
}
