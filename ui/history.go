package ui

// Place is a screen that can be gone to.
type Place string

// The places, in the order of the rail; the last ones are reached from others.
const (
	Overview  Place = "overview"
	Inbox     Place = "inbox"
	Import    Place = "import"
	Reports   Place = "reports"
	Settings  Place = "settings"
	Audit     Place = "audit"
	Warning   Place = "warning" // how to be warned
	Incidents Place = "incidents"
)

// Places lists every place, RailPlaces those of the rail in its order.
var (
	Places     = [...]Place{Overview, Inbox, Import, Reports, Settings, Audit, Warning, Incidents}
	RailPlaces = Places[:5]
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
