package ui

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/audit"
	"vedetta/ui/crisis"
	"vedetta/ui/drills"
	"vedetta/ui/importer"
	"vedetta/ui/inbox"
	"vedetta/ui/incidents"
	"vedetta/ui/issues"
	"vedetta/ui/overview"
	"vedetta/ui/reports"
	"vedetta/ui/rules"
	"vedetta/ui/settings"
	"vedetta/ui/sources"
	"vedetta/ui/templates"
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
	mentions := inbox.New(w.env, w.desk, inbox.Ways{Import: func() { w.Go(Import) }, Templates: func() { w.Go(Templates) }, Issue: w.OpenIssue, Rules: func() { w.Go(Rules) }, Drills: w.wayToDrills()})
	show := func(f data.Filter, title string) {
		w.Go(Inbox)
		mentions.SetFilter(f, title)
	}
	mention := func(id data.ID) { w.Go(Inbox); mentions.OpenMention(id) }
	replyToAll := func(issue int64) { w.Go(Inbox); mentions.ReplyToIssue(issue) }
	return map[Place]Screen{
		Inbox:  mentions,
		Crisis: crisis.New(w.env, w.desk, crisis.Ways{Inbox: show, Issue: w.OpenIssue, ReplyToAll: replyToAll, Drills: w.wayToDrills()}),
		Overview: overview.New(w.env, w.desk, overview.Ways{
			Inbox:    show,
			Mention:  mention,
			Search:   func(query string) { w.Go(Inbox); mentions.Search(query) },
			Import:   func() { w.Go(Import) },
			Audit:    func() { w.Go(Audit) },
			Incident: w.OpenIncident,
			Crisis:   w.DeclareIncident,
		}),
		Issues:    issues.New(w.env, w.desk, issues.Ways{Inbox: show, Mention: mention, ReplyToAll: replyToAll, Crisis: w.OpenCrisis}),
		Import:    importer.New(w.env, w.desk, show),
		Sources:   sources.New(w.env, w.desk, show),
		Reports:   reports.New(w.env, w.desk, func() { w.Go(Import) }),
		Drills:    drills.New(w.env, w.desk, w.OpenDrill),
		Settings:  settings.New(w.env, w.desk, settings.Choices{Language: w.SetLanguage, Look: w.SetLook, Import: func() { w.Go(Import) }, Audit: func() { w.Go(Audit) }, Warning: func() { w.Go(Warning) }, Templates: func() { w.Go(Templates) }, Rules: func() { w.Go(Rules) }}),
		Templates: templates.New(w.env, w.desk, templates.Ways{Back: w.Back, Profile: func() { w.Go(Settings) }}),
		Rules:     rules.New(w.env, w.desk, rules.Ways{Back: w.Back, Mention: mention, Inbox: show}),
		Audit:     audit.New(w.env, w.desk, w.Back, func() { w.Go(Import) }),
		Warning:   warning.New(w.env, w.desk, warning.Ways{Inbox: show, Back: w.Back, Incidents: func() { w.Go(Incidents) }}),
		Incidents: incidents.New(w.env, w.desk, incidents.Ways{Inbox: show, Mention: mention, Back: w.Back, Warning: func() { w.Go(Warning) }, Issue: w.OpenIssue, Declare: w.DeclareIncident}),
	}
}

// OpenIncident shows what was found, and why, of one incident.
func (w *Window) OpenIncident(id int64) {
	w.Go(Incidents)
	w.screens[Incidents].(*incidents.Screen).Show(id)
}

// OpenIssue shows one issue.
func (w *Window) OpenIssue(id int64) {
	w.Go(Issues)
	w.screens[Issues].(*issues.Screen).Show(id)
}

// OpenCrisis shows an issue in the crisis room, or asks to declare it one.
func (w *Window) OpenCrisis(issue int64) {
	w.Go(Crisis)
	w.screens[Crisis].(*crisis.Screen).Open(issue)
}

// DeclareIncident asks to declare a crisis of an incident, or shows the one
// that it is.
func (w *Window) DeclareIncident(incident int64) {
	w.Go(Crisis)
	w.screens[Crisis].(*crisis.Screen).Declare(incident)
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
	if w.drill != nil && p == Incidents {
		w.drill.bar.Look()
	}
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
