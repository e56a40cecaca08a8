package assets_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"github.com/google/go-cmp/cmp"
)

// forms are the plural forms of each language, without those that go to
// "other" for whole numbers; sentence has a plain text under "other".
var forms = map[string][]string{
	"it": {"many", "one", "other"},
	"en": {"one", "other"},
}

type sentence map[string]string

func (s *sentence) UnmarshalJSON(b []byte) error {
	var plain string
	if err := json.Unmarshal(b, &plain); err == nil {
		*s = sentence{"other": plain}
		return nil
	}
	return json.Unmarshal(b, (*map[string]string)(s))
}

func (s sentence) plural() bool { return len(s) > 1 }

var (
	action = regexp.MustCompile(`\{\{.*?\}\}`)
	part   = regexp.MustCompile(`\.(\w+)`)
)

// parts are the names that a text needs: {{.Name}} and those it asks about,
// as Italian does to write l’8 but il 9.
func parts(text string) []string { return names(action.FindAllString(text, -1)) }

// shown are the names that a text puts before the reader.
func shown(text string) []string {
	isQuestion := func(a string) bool { return strings.Contains(a, " ") }
	return names(slices.DeleteFunc(action.FindAllString(text, -1), isQuestion))
}

func names(actions []string) (found []string) {
	for _, a := range actions {
		for _, m := range part.FindAllStringSubmatch(a, -1) {
			found = append(found, m[1])
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// sentences reads all files of a language.
func sentences(t *testing.T, lang string) map[string]sentence {
	t.Helper()
	files, err := filepath.Glob("translations/*." + lang + ".json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translations for %s: %v", lang, err)
	}
	all := map[string]sentence{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var some map[string]sentence
		if err := json.Unmarshal(b, &some); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for key, s := range some {
			if _, twice := all[key]; twice {
				t.Errorf("%s: %s stands in another file too", file, key)
			}
			all[key] = s
		}
	}
	return all
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	it, en := sentences(t, "it"), sentences(t, "en")
	keys := func(m map[string]sentence) []string { return slices.Sorted(maps.Keys(m)) }
	if diff := cmp.Diff(keys(en), keys(it)); diff != "" {
		t.Errorf("keys of English (-) and Italian (+):\n%s", diff)
	}
	for key, s := range en {
		other, ok := it[key]
		if !ok {
			continue
		}
		if s.plural() != other.plural() {
			t.Errorf("%s has plural forms in one language only", key)
		}
		if diff := cmp.Diff(shown(s["other"]), shown(other["other"])); diff != "" {
			t.Errorf("%s: parts shown in English (-) and Italian (+):\n%s", key, diff)
		}
	}
}

func TestEverySentenceIsComplete(t *testing.T) {
	for lang, want := range forms {
		for key, s := range sentences(t, lang) {
			if got := slices.Sorted(maps.Keys(s)); s.plural() && !slices.Equal(got, want) {
				t.Errorf("%s in %s has the plural forms %v, want %v", key, lang, got, want)
			}
			for form, text := range s {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s in %s is empty for %s", key, lang, form)
				}
				if _, err := template.New(key).Parse(text); err != nil {
					t.Errorf("%s in %s: %v", key, lang, err)
				}
				for _, name := range parts(text) {
					if !slices.Contains(parts(s["other"]), name) {
						t.Errorf("%s in %s: form %s has .%s, form other has not", key, lang, form, name)
					}
				}
			}
		}
	}
}

var (
	realWord = regexp.MustCompile(`\p{Ll}{4,}`)
	// Loan words, and the plurals of negativa and positiva.
	sameInBoth  = []string{"sentiment", "offline", "file", "negative", "positive"}
	properNames = []string{
		"Vedetta", "Google", "Trustpilot", "YouTube", "Facebook", "Instagram", "Mastodon", "Bluesky", "Reddit", "TikTok",
		"Telegram", "LinkedIn", "Brandwatch", "Meltwater", "Twitter", "Takeout", "Business", "Windows", "Unicode",
		"Letter", "Forum", "Blog", "Threads", "Pinterest", "TripAdvisor", "Amazon", "Hacker", "News",
	}
)

func TestItalianIsNotEnglish(t *testing.T) {
	it, en := sentences(t, "it"), sentences(t, "en")
	for key, s := range it {
		for form, text := range s {
			if text == en[key][form] && needsTranslation(text) {
				t.Errorf("%s is the same in both languages: %s", key, text)
			}
		}
	}
}

func needsTranslation(text string) bool {
	for word := range strings.FieldsFuncSeq(action.ReplaceAllString(text, ""), func(r rune) bool { return strings.ContainsRune(" ·.,:;!?()\"“”/-", r) }) {
		if realWord.MatchString(word) && !slices.Contains(properNames, word) && !slices.Contains(sameInBoth, strings.ToLower(word)) {
			return true
		}
	}
	return false
}
