package ui

import (
	"log/slog"

	"fyne.io/fyne/v2/lang"

	"vedetta/assets"
)

// speakFyne lets Fyne's own dialogs speak the window's language. Fyne follows
// the system's and has no switch, so the words are loaded under the name of
// the system's language.
func speakFyne(code string) {
	if err := lang.AddTranslationsForLocale(assets.FyneWords(code), lang.SystemLocale()); err != nil {
		slog.Error("words for Fyne's dialogs", "language", code, "error", err)
	}
}
