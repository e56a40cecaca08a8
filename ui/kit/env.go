package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"vedetta/assets"
	"vedetta/data/job"
)

// Env is what every screen needs from the window around it.
type Env struct {
	Words      *assets.Words
	Dispatcher job.Dispatcher
	Theme      *Theme
	History    *job.History // what the person can take back
	Window     fyne.Window  // for dialogs and popups
	Toast      *Toast       // the window's line for "Archived 3 mentions — Undo"
	Tip        *Tip         // the window's explanations beside the pointer; may be nil
	Zone       func() *time.Location
	Tick       time.Duration // how often clocks move; 0: they stand still
	Gather     time.Duration // how long many changes are gathered into one refresh
	Taste      Taste         // small preferences
}

// zone is where days are counted; UTC if nobody says.
func (e *Env) zone() *time.Location {
	if e.Zone == nil {
		return time.UTC
	}
	return e.Zone()
}

// Taste keeps small preferences of the person: nothing that matters.
type Taste interface {
	String(key string) string
	SetString(key, value string)
}

// TasteFolder is the preference that holds the folder last chosen from.
const TasteFolder = "folder"
