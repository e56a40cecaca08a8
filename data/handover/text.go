package handover

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// teller writes a plain text.
type teller struct {
	*bufio.Writer
	data.CrisisFile
	words *assets.Words
}

func newTeller(w io.Writer, f data.CrisisFile, words *assets.Words) teller {
	return teller{bufio.NewWriter(w), f, words}
}

func (t teller) line(format string, parts ...any) { fmt.Fprintf(t, format+"\n", parts...) }

// head names the text and the crisis.
func (t teller) head(section string) {
	t.line("%s", oneLine(t.Title))
	t.line("%s", t.words.SituationHead(t.CrisisFile))
	t.section(section)
}

func (t teller) section(key string) {
	t.line("\n%s", strings.ToUpper(t.words.Text("handover.section."+key)))
}

// none says that there is nothing.
func (t teller) none(key string, n int) {
	if n == 0 {
		t.line("%s", t.words.Text("handover.none."+key))
	}
}

func (t teller) when(at time.Time) string {
	if at.IsZero() {
		return "—"
	}
	return t.words.DateTime(at, t.Zone)
}

// Statements writes every statement, drafts included, oldest first.
func Statements(w io.Writer, f data.CrisisFile, words *assets.Words) error {
	t := newTeller(w, f, words)
	t.head("statements")
	t.none("statements", len(f.Statements))
	for n, s := range f.Statements {
		state := words.StatementState(s.State)
		if !s.SentAt.IsZero() {
			state += " " + t.when(s.SentAt)
		}
		t.line("\n%d. %s · %s · %s", n+1, assets.Capital(words.StatementKind(s.Kind)), state, cmp.Or(oneLine(s.Channels), "—"))
		if s.URL != "" {
			t.line("%s", oneLine(s.URL))
		}
		t.line("\n%s", indented(s.Text))
		if e, ok := f.EffectOf(s.ID); ok {
			t.line("\n%s", words.Effect(e))
		}
	}
	return t.Flush()
}

// Plan writes how far everything is: steps, whom to tell, promises, claims and
// the sheet of questions.
func Plan(w io.Writer, f data.CrisisFile, words *assets.Words) error {
	t := newTeller(w, f, words)
	t.head("steps")
	t.steps()
	t.section("told")
	t.none("told", len(f.Stakeholders))
	for _, s := range f.Stakeholders {
		told := words.Text("handover.told.not")
		if !s.ToldAt.IsZero() {
			told = t.when(s.ToldAt)
		}
		t.line("%s %s · %s · %s", tick(s.ToldAt), oneLine(words.StakeholderName(s)), oneLine(strings.TrimSpace(s.Channel+" "+s.Contact)), told)
		t.note(s.Sentence)
		t.note(s.Note)
	}
	t.section("promises")
	t.none("promises", len(f.Promises))
	for _, p := range f.Promises {
		t.line("%s %s · %s", tick(p.DoneAt), oneLine(words.PromiseText(p)), t.when(p.DueAt))
		t.note(p.Note)
	}
	t.section("claims")
	t.none("claims", len(f.Claims))
	for _, c := range f.Claims {
		t.line("- %s", oneLine(words.Claim(c)))
	}
	t.section("questions")
	t.none("questions", len(f.Questions))
	for _, q := range f.Questions {
		t.line("- %s\n%s", oneLine(q.Question), indented(cmp.Or(q.Answer, "—")))
	}
	return t.Flush()
}

func (t teller) steps() {
	if t.PlaybookName != "" {
		t.line("%s", oneLine(t.PlaybookName))
	}
	t.none("steps", len(t.Steps))
	phase := data.Phase("")
	for _, s := range t.Steps {
		if s.Phase != phase {
			phase = s.Phase
			t.line("\n%s", t.words.Phase(phase))
		}
		if s.DoneAt.IsZero() {
			t.line("%s %s", tick(s.DoneAt), oneLine(t.words.OpenStep(s, t.CrisisFile)))
		} else {
			t.line("%s %s · %s", tick(s.DoneAt), oneLine(s.Title), t.words.Text("handover.yes", "When", t.when(s.DoneAt)))
		}
		t.note(s.Note)
	}
}

func (t teller) note(text string) {
	if strings.TrimSpace(text) != "" {
		t.line("%s", indented(text))
	}
}

func tick(done time.Time) string {
	if done.IsZero() {
		return "[ ]"
	}
	return "[x]"
}

// indented sets every line of a text in, so that none of them looks like one
// of ours.
func indented(text string) string {
	lines := strings.FieldsFunc(text, func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029'
	})
	return "    " + strings.Join(lines, "\n    ")
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
