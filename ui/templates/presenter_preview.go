package templates

import (
	"strings"

	"vedetta/data"
)

// counted are the sources for which the text is counted, the shortest first.
var counted = [...]string{"tiktok", "x", "bluesky", "mastodon", "threads", "linkedin", "instagram", "google", "facebook"}

// sample is the mention for which the preview is filled.
func (p *Presenter) sample() data.Mention {
	return data.Mention{Author: data.Author{Name: "Marta R."}, Source: "google", PublishedAt: p.desk.Now()}
}

// Preview is what a reply would begin with.
func (p *Presenter) Preview() data.Filled { return p.desk.Preview(p.draft, p.sample(), p.profile) }

// Count is how long the preview is for a source.
type Count struct {
	Text string
	Over bool
}

// Counts tell for each source how long the preview is, and what it would not
// take.
func (p *Presenter) Counts() (counts []Count) {
	text := p.Preview().Text
	for _, source := range counted {
		size := p.desk.CountText(source, text)
		c := Count{Over: size.Over}
		c.Text = p.words.Text("templates.count", "Source", p.sourceName(source), "Used", p.words.Number(int64(size.Used)), "Max", p.words.Number(int64(size.Max)))
		if size.Over {
			c.Text = p.words.Text("templates.count.over", "Count", c.Text)
		}
		counts = append(counts, c)
	}
	return counts
}

func (p *Presenter) sourceName(source string) string {
	if source == "google" {
		return "Google"
	}
	return p.words.Source(source)
}

// Unknown says which variables nobody knows; empty when there are none.
func (p *Presenter) Unknown() string {
	return p.say("templates.unknown", p.Preview().Unknown)
}

// Open says which variables are left for each reply to complete.
func (p *Presenter) Open() string {
	var names []string
	for _, name := range p.Preview().Missing {
		names = append(names, p.desk.VariableIn(name, p.draft.Lang))
	}
	return p.say("templates.open", names)
}

func (p *Presenter) say(key string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	for n, name := range names {
		names[n] = Braced(name)
	}
	return p.words.Text(key, "Names", strings.Join(names, ", "))
}

// Variables lists the variables to put in, in the language of the draft.
func (p *Presenter) Variables() []string { return p.desk.Variables(p.draft.Lang) }

// Explained says what a variable stands for.
func (p *Presenter) Explained(n int) string {
	return p.words.Text("templates.variable." + p.desk.Variables("en")[n])
}

// Unreachable tells that the profile has no contact, which nearly every
// template gives.
func (p *Presenter) Unreachable() bool { return p.loaded && p.profile.Contact() == "" }

// Braced is a variable as it is written in a template.
func Braced(name string) string { return "{" + name + "}" }
