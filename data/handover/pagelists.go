package handover

import (
	"cmp"
	"strings"
	"time"

	"vedetta/data"
)

// Lists are the tables of the page.
func (s *sheet) Lists() []list {
	return []list{
		s.figures(), s.statements(), s.claims(), s.questions(), s.steps(), s.told(), s.promises(), s.log(),
	}
}

func (s *sheet) list(key string, columns ...string) list {
	l := list{Title: s.words.Text("handover.section." + key), None: s.words.Text("handover.none." + key)}
	for _, c := range columns {
		l.Head = append(l.Head, s.words.Text("handover.column."+c))
	}
	return l
}

func (l *list) add(cells ...string) { l.Rows = append(l.Rows, row{Cells: cells}) }

func (s *sheet) moment(t time.Time) string {
	if t.IsZero() {
		return "—"
	}
	return s.words.Moment(t, s.Zone)
}

func (s *sheet) figures() list {
	l := s.list("figures", "what", "value", "rests", "formula")
	for _, f := range s.words.CrisisFigures(s.CrisisFile) {
		l.add(f.Name, f.Value, f.Rests, f.Formula)
	}
	return l
}

func (s *sheet) statements() list {
	l := s.list("statements", "when", "what", "text", "effect")
	for _, x := range s.Statements {
		effect := s.words.Text("handover.effect.none")
		if e, ok := s.EffectOf(x.ID); ok {
			effect = s.words.Effect(e)
		}
		what := s.words.StatementKind(x.Kind)
		if x.State == data.ReplySent {
			what = strings.TrimSuffix(what+", "+x.Channels, ", ")
		} else {
			what += " (" + s.words.StatementState(x.State) + ")"
		}
		l.add(s.moment(x.SentAt), what, x.Text, effect)
	}
	return l
}

func (s *sheet) claims() list {
	l := s.list("claims", "wording", "finding", "correction", "rests")
	for _, c := range s.Claims {
		l.add(c.Text, s.words.Finding(c.Finding), c.Correction, c.Source)
	}
	return l
}

func (s *sheet) questions() list {
	l := s.list("questions", "question", "answer")
	for _, q := range s.Questions {
		l.add(q.Question, cmp.Or(q.Answer, "—"))
	}
	return l
}

func (s *sheet) steps() list {
	l := s.list("steps", "phase", "what", "who", "due", "done", "note")
	for _, x := range s.Steps {
		l.add(s.words.Phase(x.Phase), x.Title, x.Owner, s.moment(x.DueAt), s.moment(x.DoneAt), x.Note)
	}
	return l
}

func (s *sheet) told() list {
	l := s.list("told", "who", "channel", "contact", "when", "note")
	for _, x := range s.Stakeholders {
		when := s.words.Text("handover.told.not")
		if !x.ToldAt.IsZero() {
			when = s.moment(x.ToldAt)
		}
		l.add(s.words.StakeholderName(x), x.Channel, x.Contact, when, x.Note)
	}
	return l
}

func (s *sheet) promises() list {
	l := s.list("promises", "what", "due", "done", "note")
	for _, p := range s.Promises {
		l.add(s.words.PromiseText(p), s.moment(p.DueAt), s.moment(p.DoneAt), p.Note)
	}
	return l
}

// log is the whole log; what is not as it was written is marked.
func (s *sheet) log() list {
	l := s.list("log", "when", "who", "what")
	l.Title = s.words.Text("handover.section.whole_log")
	for _, e := range s.Log {
		said := s.words.LogEntry(e, s.Zone)
		if e.Broken {
			said = "! " + said + " (" + s.words.Text("handover.log.broken.mark") + ")"
		}
		l.add(s.moment(e.At), e.Author, said)
		l.Rows[len(l.Rows)-1].Bad = e.Broken
	}
	return l
}
