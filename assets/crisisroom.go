package assets

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"vedetta/data"
)

// Phase is the name of a phase of a playbook.
func (w *Words) Phase(p data.Phase) string { return w.Text("room.phase." + string(p)) }

// LogEntry is an entry of a crisis's log as a sentence. What the person wrote
// stands as it was written.
func (w *Words) LogEntry(e data.LogEntry, zone *time.Location) string {
	if e.Kind == data.LogNote {
		if name := part(e, "file"); name != "" {
			return strings.TrimSpace(e.Text + " [" + name + "]")
		}
		return e.Text
	}
	said := e.Text
	if w.Has("room.log." + e.Kind) {
		said = w.logged(e, zone)
		if e.Text != "" {
			said += ": " + e.Text
		}
	}
	if said == "" {
		return e.Kind // of a later version
	}
	return said
}

func (w *Words) logged(e data.LogEntry, zone *time.Location) string {
	switch e.Kind {
	case data.LogDeclared, data.LogRated:
		return w.Text("room.log."+e.Kind, "Level", w.Severity(numberIn(e, "level")), "From", w.Severity(numberIn(e, "from")),
			"To", w.Severity(numberIn(e, "to")), "Points", numberIn(e, "points"))
	case data.LogTyped:
		return w.Text("room.log."+e.Kind, "From", w.typed(part(e, "from")), "To", w.typed(part(e, "to")))
	case data.LogStrategies:
		return w.Text("room.log."+e.Kind, "To", w.strategies(e.Rest["to"]))
	case data.LogOnset:
		return w.Text("room.log."+e.Kind, "From", w.logTime(part(e, "from"), zone), "To", w.logTime(part(e, "to"), zone))
	case data.LogStepDone:
		said := w.Text("room.log."+e.Kind, "Title", part(e, "title"))
		if late := numberIn(e, "late"); late > 0 {
			said += " (" + w.Text("room.log.late", "Span", w.Span(time.Duration(late)*time.Minute)) + ")"
		}
		return said
	case data.LogPublished, data.LogWithdrawn:
		return w.Text("room.log."+e.Kind, "Kind", Capital(w.StatementKind(data.StatementKind(part(e, "kind")))), "Channels", cmp.Or(part(e, "channels"), "–"))
	case data.LogClaim:
		to := w.Finding(data.Finding(part(e, "to")))
		if from := part(e, "from"); from != "" && from != part(e, "to") {
			return w.Text("room.log.claim.moved", "From", w.Finding(data.Finding(from)), "To", to)
		}
		return w.Text("room.log.claim", "To", to)
	case data.LogTold, data.LogUntold:
		return w.Text("room.log."+e.Kind, "Name", w.StakeholderName(data.Stakeholder{Group: part(e, "group"), Name: part(e, "name")}))
	case data.LogPromised:
		return w.Text("room.log.promised", "When", w.logTime(part(e, "due"), zone))
	case data.LogReviewed:
		return w.Count("room.log.reviewed", numberIn(e, "edits"))
	case data.LogMissing:
		return w.Count("room.log."+e.Kind, numberIn(e, "count"))
	}
	return w.Text("room.log."+e.Kind, "Title", part(e, "title"))
}

// part is a part of the sentence, empty if it is missing.
func part(e data.LogEntry, name string) string {
	if v, ok := e.Rest[name]; ok && v != nil {
		return fmt.Sprint(v)
	}
	return ""
}

// numberIn is a part that is a number; JSON brings them as float64.
func numberIn(e data.LogEntry, name string) int {
	switch n := e.Rest[name].(type) {
	case float64:
		return int(n)
	case int:
		return n
	}
	return 0
}

func (w *Words) typed(t string) string {
	if !w.Has("crisis.type." + t) {
		return "–"
	}
	return w.CrisisType(data.CrisisType(t))
}

func (w *Words) strategies(list any) string {
	var names []string
	if all, ok := list.([]any); ok {
		for _, s := range all {
			if key := fmt.Sprint(s); w.Has("crisis.strategy." + key) {
				names = append(names, w.Strategy(data.Strategy(key)))
			}
		}
	}
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, ", ")
}

func (w *Words) logTime(text string, zone *time.Location) string {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return text
	}
	return w.Moment(t, zone)
}
