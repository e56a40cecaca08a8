package assets

import "embed"

//go:embed fyne/*.json
var fyneWords embed.FS

// FyneWords are the sentences of Fyne's own dialogs in a language, in the
// form in which Fyne loads them: it brings none in Italian.
func FyneWords(lang string) []byte {
	words, err := fyneWords.ReadFile("fyne/" + lang + ".json")
	if err != nil {
		panic(err) // Languages and the embedded files go together
	}
	return words
}
