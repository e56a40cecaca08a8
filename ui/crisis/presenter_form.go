package crisis

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Asked is a question with its answers; Chosen is -1 while there is none.
type Asked struct {
	Text    string
	Answers []string
	Chosen  int
}

// Matrix are the questions of the matrix that nothing else answers.
func (f *Form) Matrix() []Asked {
	ask := func(key string, most, chosen int) Asked {
		a := Asked{Text: f.p.words.Text("issues.ask." + key), Chosen: chosen}
		for n := range most + 1 {
			a.Answers = append(a.Answers, f.p.words.Text("issues.answer."+key+strconv.Itoa(n)))
		}
		return a
	}
	return []Asked{ask("harm", data.MostHarm, f.Rating.Harm), ask("spread", data.MostSpread, f.Rating.Spread)}
}

// Rate answers a question of the matrix.
func (f *Form) Rate(question, answer int) {
	*[]*int{&f.Rating.Harm, &f.Rating.Spread}[question] = answer
	f.reckon()
}

// Asks are the questions of responsibility so far: those that are answered and
// the one that follows.
func (f *Form) Asks() (out []Asked) {
	w := f.p.words
	key, all := "", f.p.desk.TypeQuestions()
	for n := 0; ; n++ {
		at := slices.IndexFunc(all, func(q data.TypeQuestion) bool { return q.Key == key || key == "" })
		if at < 0 {
			return out
		}
		q := all[at]
		a := Asked{Text: w.TypeQuestion(q), Chosen: -1}
		for _, answer := range q.Answers {
			a.Answers = append(a.Answers, w.TypeAnswer(q, answer))
		}
		if n < len(f.path) && f.path[n].question == q.Key {
			a.Chosen = f.path[n].answer
		}
		out = append(out, a)
		if a.Chosen < 0 || q.Answers[a.Chosen].Next == "" {
			return out
		}
		key = q.Answers[a.Chosen].Next
	}
}

// Answer answers one of Asks; those that followed are asked anew.
func (f *Form) Answer(n, answer int) {
	all := f.p.desk.TypeQuestions()
	key := all[0].Key
	for i, each := range f.path[:min(n, len(f.path))] {
		at := slices.IndexFunc(all, func(q data.TypeQuestion) bool { return q.Key == each.question })
		if next := all[at].Answers[each.answer].Next; i < n {
			key = next
		}
	}
	f.path = append(f.path[:min(n, len(f.path))], answered{key, answer})
	at := slices.IndexFunc(all, func(q data.TypeQuestion) bool { return q.Key == key })
	f.Type = all[at].Answers[answer].Type
	if f.Type == "" {
		f.Rating.Responsibility = data.NotRated
	}
	f.reckon()
}

// Typed says what the answers lead to; empty before they do.
func (f *Form) Typed() string {
	if f.Type == "" {
		return ""
	}
	return f.p.words.Text("room.declare.typed", "Type", f.p.words.CrisisType(f.Type), "Cluster", f.p.words.Cluster(f.p.desk.ClusterOf(f.Type)))
}

// Before says how many crises there were.
func (f *Form) Before() string {
	return f.p.words.Count("room.declare.similar", f.History)
}

// Reckoned says what the answers come to.
func (f *Form) Reckoned() string {
	w := f.p.words
	if !f.Rating.Complete() {
		return w.Text("room.declare.open")
	}
	said := w.Text("issues.reckoned", "Points", f.Rating.Points(), "Most", data.MostSeverityPoints, "Level", w.Severity(f.Rating.Level()))
	if f.Rating.Raised() {
		said += " " + w.Text("issues.reckoned.raised")
	}
	return said
}

// Known tells whether there is a level: by the matrix or by the person.
func (f *Form) Known() bool { return f.Decided || f.Rating.Complete() }

// Meaning says what a level asks for, or that it is low for a crisis.
func (f *Form) Meaning() string {
	if !f.Known() {
		return ""
	}
	w := f.p.words
	said := w.Severity(f.Level)
	if clock := f.p.clock(f.Level); clock != "" {
		said += ": " + clock + "."
	}
	if f.Level < data.IssueIsCrisis {
		said += " " + w.Text("room.declare.low")
	}
	return said
}

// clock says how soon a crisis of a level wants a word, and how often.
func (p *Presenter) clock(level int) string {
	c, w := data.ClockOf(level), p.words
	var parts []string
	if c.Answer > 0 {
		parts = append(parts, w.Text("room.declare.answer", "Span", p.whole(c.Answer)))
	}
	if c.Update > 0 {
		parts = append(parts, w.Text("room.declare.update", "Span", p.whole(c.Update)))
	}
	return strings.Join(parts, ", ")
}

// whole writes a span in one unit.
func (p *Presenter) whole(d time.Duration) string {
	if d < time.Hour {
		return p.words.Count("issues.clock.minutes", int(d.Minutes()))
	}
	return p.words.Count("issues.clock.hours", int(d.Hours()))
}

// Advised is a remark on the strategies.
type Advised struct {
	Text string
	Good bool
}

// Advice is what the theory says of the strategies, warnings first.
func (f *Form) Advice() (out []Advised) {
	for _, a := range f.p.desk.Advise(f.Type, f.Similar, f.Poor, f.Strategies) {
		out = append(out, Advised{f.p.words.Advice(a), a.Good})
	}
	return out
}

// BookNames are the playbooks to choose from, the proposed one marked, and
// which of them is chosen. The first one is none.
func (f *Form) BookNames() (names []string, chosen int) {
	w := f.p.words
	names = []string{w.Text("room.declare.no_book")}
	proposed := f.proposed()
	for i, b := range f.Books {
		name := b.Name
		if b.Key == proposed {
			name = w.Text("room.declare.proposed", "Name", name)
		}
		names = append(names, name)
		if b.Key == f.Playbook {
			chosen = i + 1
		}
	}
	return names, chosen
}

// BookAt chooses one of BookNames.
func (f *Form) BookAt(n int) {
	if n == 0 {
		f.ChooseBook("")
		return
	}
	f.ChooseBook(f.Books[n-1].Key)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
