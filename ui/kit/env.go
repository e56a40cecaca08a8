package kit

import (
	"fyne.io/fyne/v2"

	"vedetta/assets"
	"vedetta/data/job"
)

// Env is what every screen needs from the window around it.
type Env struct {
	Words      *assets.Words
	Dispatcher job.Dispatcher
	Theme      *Theme
	Window     fyne.Window // for dialogs and popups
	Toast      *Toast      // the window's line for "Archived 3 mentions — Undo"
	Taste      Taste       // small preferences
}

// Taste keeps small preferences of the person: nothing that matters.
type Taste interface {
	String(key string) string
	SetString(key, value string)
}

// TasteFolder is the preference that holds the folder last chosen from.
const TasteFolder = "folder"
