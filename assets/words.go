package assets

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Languages are the languages of the program, by ISO 639-1 code, with their
// own names.
var Languages = []struct{ Code, Name string }{
	{"it", "Italiano"},
	{"en", "English"},
}

// Words speaks one language: sentences by key, numbers and dates as that
// language writes them. It is safe for concurrent use.
type Words struct {
	lang      string
	localizer *i18n.Localizer
	numbers   *message.Printer
}

var bundle = sync.OnceValue(func() *i18n.Bundle {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	files, err := fs.Glob(translations, "translations/*.json")
	if err != nil || len(files) == 0 {
		panic(fmt.Sprint("assets: no translations embedded: ", err))
	}
	for _, f := range files {
		if _, err := b.LoadMessageFileFS(translations, f); err != nil {
			panic(fmt.Sprintf("assets: %s: %v", f, err))
		}
	}
	return b
})

// WordsFor gives the words of a language; anything but Italian gets English.
func WordsFor(lang string) *Words {
	tag := language.English
	if strings.HasPrefix(lang, "it") {
		tag = language.Italian
	}
	base, _ := tag.Base()
	return &Words{
		lang:      base.String(),
		localizer: i18n.NewLocalizer(bundle(), base.String()),
		numbers:   message.NewPrinter(tag),
	}
}

// Lang is the ISO 639-1 code, "it" or "en".
func (w *Words) Lang() string { return w.lang }

// Text is the sentence under a key. pairs names the parts of the sentence:
// Text("rail.mentions", "Name", "Forno Aurora"). A missing key is shown as
// itself, so that it is seen; a test looks for those.
func (w *Words) Text(key string, pairs ...any) string {
	return w.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: named(pairs)})
}

// Count is the sentence under a key in the plural form of n; {{.Count}} in
// the sentence is n as the language writes it.
func (w *Words) Count(key string, n int, pairs ...any) string {
	parts := named(pairs)
	parts["Count"] = w.Number(int64(n))
	return w.localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: parts})
}

// Has tells whether there is a sentence under the key.
func (w *Words) Has(key string) bool {
	_, err := w.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: 2})
	var missing *i18n.MessageNotFoundErr
	return !errors.As(err, &missing)
}

func (w *Words) localize(c *i18n.LocalizeConfig) string {
	s, err := w.localizer.Localize(c)
	if err != nil && s == "" {
		return c.MessageID
	}
	return s
}

func named(pairs []any) map[string]any {
	m := make(map[string]any, len(pairs)/2+1)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return m
}
