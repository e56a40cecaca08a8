package issues

import (
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Detail is the chosen issue in words.
type Detail struct {
	data.Issue
	Level   string
	Matrix  string // what the answers to the questions come to
	Facts   string // counts and times
	Due     string
	Overdue bool
	Clock   string // how soon an issue of its level wants attention; empty if nobody rated it
}

// Detail is the chosen issue; false when there is none.
func (p *Presenter) Detail() (Detail, bool) {
	i, ok := p.Current()
	if !ok {
		return Detail{}, false
	}
	d := Detail{Issue: i, Level: p.words.SeverityOf(i), Matrix: p.matrix(i)}
	if i.Rated() {
		d.Clock = p.Meaning(i.Severity)
	}
	d.Due, d.Overdue = p.due(i)
	zone := p.desk.Zone()
	parts := []string{p.counts(i)}
	if !i.First.IsZero() {
		parts = append(parts, p.words.Range(i.First, i.Last.Add(time.Second), zone))
	}
	d.Facts = strings.Join(append(parts, p.words.Text("issues.made", "When", p.words.Moment(i.CreatedAt, zone))), " · ")
	return d, true
}

// matrix says where the level comes from.
func (p *Presenter) matrix(i data.Issue) string {
	switch {
	case i.Reason != "" && i.Rating.Complete():
		return p.words.Text("issues.matrix.overruled", "Level", p.words.Severity(i.Rating.Level()), "Reason", i.Reason)
	case i.Reason != "":
		return p.words.Text("issues.matrix.decided", "Reason", i.Reason)
	case i.Rating.Complete():
		return p.words.Text("issues.matrix.points", "Points", i.Rating.Points(), "Most", data.MostSeverityPoints)
	}
	return p.words.Text("issues.matrix.none")
}

// Meaning says what a level asks for.
func (p *Presenter) Meaning(level int) string {
	c := data.ClockOf(level)
	span := func(d time.Duration) string {
		said := p.clock(d)
		if c.Working {
			said = p.words.Text("issues.clock.working", "Span", said)
		}
		return said
	}
	parts := []string{p.words.Text("issues.clock.now")}
	if c.Look > 0 {
		parts[0] = p.words.Text("issues.clock.look", "Span", span(c.Look))
	}
	if c.Answer > 0 {
		parts = append(parts, p.words.Text("issues.clock.answer", "Span", span(c.Answer)))
	} else {
		parts = append(parts, p.words.Text("issues.clock.thanks"))
	}
	if c.Update > 0 {
		parts = append(parts, p.words.Text("issues.clock.update", "Span", span(c.Update)))
	}
	return strings.Join(parts, " · ")
}

// clock writes a span in one unit.
func (p *Presenter) clock(d time.Duration) string {
	if d < time.Hour {
		return p.words.Count("issues.clock.minutes", int(d.Minutes()))
	}
	return p.words.Count("issues.clock.hours", int(d.Hours()))
}

// Status names a status.
func (p *Presenter) Status(s data.IssueStatus) string {
	return p.words.Text("issues.status." + string(s))
}

// Happened is an entry of the timeline in words.
type Happened struct{ When, What string }

// Timeline is what happened to the chosen issue, newest first.
func (p *Presenter) Timeline() []Happened {
	var out []Happened
	for _, e := range p.shown.events {
		out = append(out, Happened{p.words.Moment(e.At, p.desk.Zone()), p.happened(e)})
	}
	return out
}

func (p *Presenter) happened(e data.IssueEvent) string {
	w := p.words
	switch e.Kind {
	case data.IssueCreated:
		return w.Count("issues.event.created", e.Count)
	case data.IssueRenamed:
		return w.Text("issues.event.renamed", "Was", e.Was, "Now", e.Now)
	case data.IssueRated:
		if e.Reason != "" {
			return w.Text("issues.event.decided", "Level", w.Severity(e.Level), "Reason", e.Reason)
		}
		return w.Text("issues.event.rated", "Level", w.Severity(e.Level), "Points", e.Points)
	case data.IssueMoved:
		return w.Text("issues.event.status", "Was", p.Status(data.IssueStatus(e.Was)), "Now", p.Status(data.IssueStatus(e.Now)))
	case data.IssueDue:
		if e.Due.IsZero() {
			return w.Text("issues.done.due.none")
		}
		return w.Text("issues.due", "When", w.Moment(e.Due, p.desk.Zone()))
	case data.IssueNoted:
		return w.Text("issues.done.notes")
	}
	return p.gathered(e)
}

// gathered says how mentions came or went.
func (p *Presenter) gathered(e data.IssueEvent) string {
	w := p.words
	switch e.Kind {
	case data.IssueAdded:
		return w.Count("issues.event.added", e.Count)
	case data.IssueRemoved:
		return w.Count("issues.event.removed", e.Count)
	case data.IssueAbsorbed:
		return w.Count("issues.event.absorbed", e.Count, "Title", e.Was)
	case data.IssueMerged:
		return w.Text("issues.event.merged", "Title", e.Now)
	case data.IssueSplitOff:
		return w.Count("issues.event.split_off", e.Count, "Title", e.Now)
	case data.IssueSplitFrom:
		return w.Count("issues.event.split_from", e.Count, "Title", e.Was)
	}
	return string(e.Kind)
}

// Question is a question of the severity matrix with its answers.
type Question struct {
	Title   string
	Answers []string
	Of      *int // where the answer goes
}

// Questions are those of the matrix; the answers go to r.
func (p *Presenter) Questions(r *data.SeverityRating) []Question {
	ask := func(key string, most int, of *int) Question {
		q := Question{Title: p.words.Text("issues.ask." + key), Of: of}
		for n := range most + 1 {
			q.Answers = append(q.Answers, p.words.Text("issues.answer."+key+strconv.Itoa(n)))
		}
		return q
	}
	return []Question{
		ask("harm", data.MostHarm, &r.Harm), ask("spread", data.MostSpread, &r.Spread),
		ask("responsibility", data.MostResponsibility, &r.Responsibility), ask("intensifiers", data.MostIntensifiers, &r.Intensifiers),
	}
}

// Reckoned says what the answers come to.
func (p *Presenter) Reckoned(r data.SeverityRating) string {
	if !r.Complete() {
		return p.words.Text("issues.reckoned.open")
	}
	said := p.words.Text("issues.reckoned", "Points", r.Points(), "Most", data.MostSeverityPoints, "Level", p.words.Severity(r.Level()))
	if r.Raised() {
		said += " " + p.words.Text("issues.reckoned.raised")
	}
	return said
}

// DueAt reads the day and the hour of a due time; false when the hour cannot
// be read.
func (p *Presenter) DueAt(day time.Time, clock string) (time.Time, bool) {
	at, err := time.Parse("15:04", strings.ReplaceAll(strings.TrimSpace(clock), ".", ":"))
	if err != nil {
		return time.Time{}, false
	}
	y, m, d := day.Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, p.desk.Zone()).UTC(), true
}

// DueFirst is the due time that the form begins with: the one there is, else
// what the clock of the level asks for.
func (p *Presenter) DueFirst() time.Time {
	zone := p.desk.Zone()
	i, _ := p.Current()
	if !i.DueAt.IsZero() {
		return i.DueAt.In(zone)
	}
	return p.desk.Now().Add(max(data.ClockOf(i.Severity).Answer, time.Hour)).In(zone)
}
