package assets

import (
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Severity names a severity with its level: "L2 issue".
func (w *Words) Severity(level int) string {
	n := strconv.Itoa(min(max(level, 0), data.MostSeverity))
	return "L" + n + " " + w.Text("issues.level."+n)
}

// SeverityOf names the severity of an issue, or says that nobody has rated it.
func (w *Words) SeverityOf(i data.Issue) string {
	if !i.Rated() {
		return w.Text("issues.unrated")
	}
	return w.Severity(i.Severity)
}

// IssueTitle proposes how an issue made of an incident is called: by what
// drives it or, where that is not known, by its stream.
func (w *Words) IssueTitle(d data.IssueDraft, zone *time.Location) string {
	day := w.Day(d.Incident.OpenedAt, zone)
	if len(d.Terms) > 0 {
		return w.Text("issues.from_incident.terms", "Terms", strings.Join(d.Terms, ", "), "Day", day)
	}
	return w.Text("issues.from_incident.stream", "Stream", w.StreamName(d.Incident.Stream), "Day", day)
}
