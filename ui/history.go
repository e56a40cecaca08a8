package ui

// Place is a screen that can be gone to.
type Place string

// The places, in the order of the rail; the last ones are reached from others.
const (
	Overview  Place = "overview"
	Inbox     Place = "inbox"
	Issues    Place = "issues"
	Crisis    Place = "crisis" // the crisis room
	Import    Place = "import"
	Sources   Place = "sources" // mentions from networks
	Reports   Place = "reports"
	Drills    Place = "drills"
	Settings  Place = "settings"
	Audit     Place = "audit"
	Warning   Place = "warning" // how to be warned
	Incidents Place = "incidents"
	Templates Place = "templates" // the texts that replies begin with
	Rules     Place = "rules"     // what happens by itself, tags, muted authors
)

// Places lists every place, RailPlaces those of the rail in its order.
var (
	Places     = [...]Place{Overview, Inbox, Issues, Crisis, Import, Sources, Reports, Drills, Settings, Audit, Warning, Incidents, Templates, Rules}
	RailPlaces = Places[:9]
)

// history remembers where the person came from.
type history struct {
	now    Place
	before []Place
}

// longestHistory is how many steps back are remembered.
const longestHistory = 50

// visit makes p the place of now.
func (h *history) visit(p Place) {
	if p == h.now {
		return
	}
	h.before = append(h.before, h.now)
	if len(h.before) > longestHistory {
		h.before = h.before[1:]
	}
	h.now = p
}

// back returns to the place before; false if there is none.
func (h *history) back() bool {
	if len(h.before) == 0 {
		return false
	}
	last := len(h.before) - 1
	h.now, h.before = h.before[last], h.before[:last]
	return true
}
