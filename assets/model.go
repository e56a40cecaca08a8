package assets

import (
	"time"

	"vedetta/data"
)

// Model names what labels the mentions.
func (w *Words) Model(m data.ModelInfo, zone *time.Location) string {
	if !m.Adapted() {
		return w.Text("model.name", "Name", m.Name)
	}
	return w.Count("model.adapted", m.Corrections, "Name", m.Name, "Date", w.Date(m.MadeAt, zone))
}

// Measured says how often labels are wrong, as an audit found it; that it is
// not known where there was none.
func (w *Words) Measured(a *data.Audit, zone *time.Location) string {
	if a == nil {
		return w.Text("model.unmeasured")
	}
	share, low, high := a.Error()
	return w.Count("model.measured", a.Labelled, "Error", w.Percent(100*share), "Low", w.Percent(100*low), "High", w.Percent(100*high),
		"Date", w.Date(a.BegunAt, zone))
}

// Labelled says of labels on a chart or in a report what gave them, how far
// labelling anew has come, and how often they are wrong.
func (w *Words) Labelled(s data.ModelState, zone *time.Location) string {
	said := w.Text("model.by", "Model", w.Model(s.Model, zone))
	if r := s.Rescoring; r.Total > 0 {
		said += " " + w.Text("model.meanwhile", "Share", w.Percent(100*float64(r.Done)/float64(r.Total)))
	}
	return said + " " + w.Measured(s.Audit, zone)
}

// Taught says what came of learning from the person's corrections.
func (w *Words) Taught(m data.ModelInfo) string {
	if !m.Adapted() {
		return w.Text("model.taught.not")
	}
	return w.Count("model.taught", m.Corrections, "Before", w.Percent(100*m.Before), "After", w.Percent(100*m.After))
}

// WatchGroup is the word for what a word to watch is about.
func (w *Words) WatchGroup(g data.WatchGroup) string { return w.Text("watchword." + string(g)) }
