package sentiment

import (
	"fmt"
	"slices"
	"strings"

	"vedetta/assets"
	"vedetta/data"
)

// WatchWords finds words that must not be overlooked: one mention with one of
// them is enough (health, law, dignity, safety, boycott, data), or that tell
// anger and offence where no head of the model does.
type WatchWords struct {
	of       [languages]lexicon
	negators *lexicons
}

// groupNames are how lists name the groups, in both languages of the program.
var groupNames = [len(data.WatchGroups)][2]string{
	{"health", "salute"},
	{"law", "legge"},
	{"dignity", "dignità"},
	{"safety", "sicurezza"},
	{"boycott", "boicottaggio"},
	{"data", "dati"},
	{"anger", "rabbia"},
	{"offence", "offesa"},
}

// WatchList is the list of a language as text, one "group: term" a line, as it
// comes with the program; "" where there is none.
func WatchList(lang string) string {
	list, err := assets.Lexicons.ReadFile("lexicons/watch." + lang + ".txt")
	if err != nil {
		return ""
	}
	return string(list)
}

// ReadWatchWords compiles lists by language. A line that cannot be read is
// ErrWatchList, which names it.
func ReadWatchWords(lists map[string]string) (*WatchWords, error) {
	w := &WatchWords{negators: loaded()}
	for code, list := range lists {
		l := indexOf(code)
		if l == other {
			return nil, fmt.Errorf("%q is none of the languages", code)
		}
		lex := &w.of[l]
		lex.exact, lex.stems = map[uint64]*entry{}, map[uint64]*entry{}
		number := 0
		for line := range strings.Lines(list) {
			number++
			if err := lex.addWatched(line); err != nil {
				return nil, unreadable(number, line, err)
			}
		}
		lex.inherit()
	}
	return w, nil
}

func unreadable(number int, line string, err error) error {
	const lineShown = 40
	shown := []rune(strings.TrimSpace(line))
	return &data.Error{Code: data.ErrWatchList, Err: err, Args: map[string]any{
		"Line": number, "What": string(shown[:min(len(shown), lineShown)]),
	}}
}

func (l *lexicon) addWatched(line string) error {
	line = strings.TrimSpace(line)
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	name, term, _ := strings.Cut(line, ":")
	name = strings.ToLower(strings.TrimSpace(name))
	group := slices.IndexFunc(groupNames[:], func(names [2]string) bool { return name == names[0] || name == names[1] })
	if group < 0 {
		return fmt.Errorf("%q is no group", name)
	}
	return l.addTerm(strings.TrimSpace(term), entry{known: true, groups: 1 << group})
}

// Find gives the words found in a text of a language, in their order, each
// once. Denied ones ("nessuna intossicazione") are left out.
func (w *WatchWords) Find(text, lang string) []data.Watched {
	l := indexOf(lang)
	if l == other {
		return nil
	}
	s := pool.Get().(*scratch)
	defer release(s)
	s.tokenise(text)
	var found []data.Watched
	w.each(s, l, func(from, to int, groups uint8) {
		found = appendWatched(found, text[s.tokens[from].start:s.tokens[to].end], groups)
	})
	return found
}

// each calls fn with the first and the last token and the groups of every word
// of a tokenised text that is not denied.
func (w *WatchWords) each(s *scratch, lang int, fn func(from, to int, groups uint8)) {
	if lang == other || w.of[lang].exact == nil {
		return
	}
	for i := 0; i < len(s.tokens); i++ {
		e, n := w.of[lang].longestAt(s, i)
		if e == nil || e.groups == 0 || w.denied(s, lang, i) {
			continue
		}
		fn(i, i+n-1, e.groups)
		i += n - 1
	}
}

func appendWatched(found []data.Watched, text string, groups uint8) []data.Watched {
	for g, group := range data.WatchGroups {
		word := data.Watched{Group: group, Text: text}
		if groups&(1<<g) != 0 && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

// longestAt gives the entry at token i and how many tokens it takes.
func (l *lexicon) longestAt(s *scratch, i int) (*entry, int) {
	t := &s.tokens[i]
	if t.kind != word {
		return nil, 1
	}
	e := l.find(s.form(t), t.hash)
	if e == nil {
		return nil, 1
	}
	if p := e.longest(s, i); p != nil {
		return &p.entry, 1 + len(p.rest)
	}
	return e, 1
}

// denialReach is how many words before a word to watch a negator may stand:
// "non è stata una truffa".
const denialReach = 4

// denied tells whether a negator reaches the word at token i.
func (w *WatchWords) denied(s *scratch, lang, i int) bool {
	for k := i - 1; k >= max(0, i-denialReach) && s.tokens[k].pause == noPause; k-- {
		e := w.negators.of[lang].find(s.form(&s.tokens[k]), s.tokens[k].hash)
		if e != nil && e.role == negator {
			return true
		}
	}
	return false
}
