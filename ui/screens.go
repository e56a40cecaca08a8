package ui

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/audit"
	"vedetta/ui/importer"
	"vedetta/ui/inbox"
	"vedetta/ui/incidents"
	"vedetta/ui/overview"
	"vedetta/ui/reports"
	"vedetta/ui/settings"
	"vedetta/ui/warning"
)

// Screen is what a place of the rail shows. Start is called when it is first
// shown, Stop once at the end if it was started.
type Screen interface {
	Content() fyne.CanvasObject
	Start()
	Stop()
}

// searchable is a screen with a search line.
type searchable interface{ FocusSearch() }

// typist is a screen that takes keys while nothing has the focus.
type typist interface {
	TypedRune(r rune)
	TypedKey(k *fyne.KeyEvent)
}

// paster is a screen that takes what is pasted while nothing has the focus.
type paster interface{ Paste() }

// newScreens makes every screen and ties the ways from one to another.
func (w *Window) newScreens() map[Place]Screen {
	mentions := inbox.New(w.env, w.desk, func() { w.Go(Import) })
	show := func(f data.Filter, title string) {
		w.Go(Inbox)
		mentions.SetFilter(f, title)
	}
	mention := func(id data.ID) { w.Go(Inbox); mentions.OpenMention(id) }
	return map[Place]Screen{
		Inbox: mentions,
		Overview: overview.New(w.env, w.desk, overview.Ways{
			Inbox:    show,
			Mention:  mention,
			Search:   func(query string) { w.Go(Inbox); mentions.Search(query) },
			Import:   func() { w.Go(Import) },
			Audit:    func() { w.Go(Audit) },
			Incident: w.OpenIncident,
		}),
		Import:    importer.New(w.env, w.desk, show),
		Reports:   reports.New(w.env, w.desk, func() { w.Go(Import) }),
		Settings:  settings.New(w.env, w.desk, settings.Choices{Language: w.SetLanguage, Look: w.SetLook, Import: func() { w.Go(Import) }, Audit: func() { w.Go(Audit) }, Warning: func() { w.Go(Warning) }}),
		Audit:     audit.New(w.env, w.desk, w.Back, func() { w.Go(Import) }),
		Warning:   warning.New(w.env, w.desk, warning.Ways{Inbox: show, Back: w.Back, Incidents: func() { w.Go(Incidents) }}),
		Incidents: incidents.New(w.env, w.desk, incidents.Ways{Inbox: show, Mention: mention, Back: w.Back, Warning: func() { w.Go(Warning) }}),
	}
}

// OpenIncident shows what was found, and why, of one incident.
func (w *Window) OpenIncident(id int64) {
	w.Go(Incidents)
	w.screens[Incidents].(*incidents.Screen).Show(id)
}

// Go shows a place.
func (w *Window) Go(p Place) {
	w.history.visit(p)
	w.arrive()
}

// Back shows the place before.
func (w *Window) Back() {
	if w.history.back() {
		w.arrive()
	}
}

// arrive shows the place of now and lets it load if it never did.
func (w *Window) arrive() {
	p := w.history.now
	w.window.Canvas().Unfocus()
	w.env.Tip.Away()
	w.env.Toast.Dismiss()
	w.shell.show(p)
	if !w.started[p] {
		w.started[p] = true
		w.screens[p].Start()
	}
}

// Dropped takes files that were let go anywhere over the window to the import
// screen.
func (w *Window) Dropped(files []fyne.URI) {
	var paths []string
	for _, f := range files {
		if f.Scheme() == "file" {
			paths = append(paths, f.Path())
		}
	}
	if len(paths) == 0 {
		return
	}
	w.Go(Import)
	w.screens[Import].(*importer.Screen).Drop(paths)
}

// AddMention lets the person type a mention in.
func (w *Window) AddMention() {
	w.Go(Import)
	w.screens[Import].(*importer.Screen).AddMention()
}

func (w *Window) paste() {
	if s, ok := w.screens[w.history.now].(paster); ok {
		s.Paste()
	}
}

// FocusSearch puts the cursor into the search line of the screen, or of the
// inbox if it has none.
func (w *Window) FocusSearch() {
	s, ok := w.screens[w.history.now].(searchable)
	if !ok {
		w.Go(Inbox)
		s = w.screens[Inbox].(searchable)
	}
	s.FocusSearch()
}
