package crisis

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"vedetta/data"
)

// What a playbook may hold.
const (
	mostPlaybookSteps   = 60
	mostPlaybookBytes   = 64 << 10
	mostPlaybookMinutes = 7 * 24 * 60
	mostStepTitle       = 70
)

var playbookKey = regexp.MustCompile(`^[a-z][a-z0-9_]{0,39}$`)

// ParsePlaybook reads a playbook as assets/playbooks/README.txt describes it.
// Its error names the file and the line.
func ParsePlaybook(file, text string) (data.Playbook, error) {
	p := playbookParser{file: file}
	if len(text) > mostPlaybookBytes {
		return data.Playbook{}, p.fault("large")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	for line := range strings.Lines(text) {
		p.line++
		if err := p.read(strings.Join(strings.Fields(line), " ")); err != nil {
			return data.Playbook{}, err
		}
	}
	return p.end()
}

type playbookParser struct {
	file   string
	line   int
	book   data.Playbook
	phase  int      // 1 for the first of data.Phases, 0 before any
	inStep bool     // the last step is still being read
	why    []string // its lines
}

// fault says in words of the translations what is wrong with the line.
func (p *playbookParser) fault(why string) error {
	return data.Errorf(data.ErrPlaybook, "%s:%d: %s", p.file, max(p.line, 1), why).
		With("File", p.file).With("Line", max(p.line, 1)).With("Reason", "playbook_"+why)
}

func (p *playbookParser) read(line string) error {
	switch {
	case !utf8.ValidString(line) || strings.ContainsFunc(line, hidden):
		return p.fault("letters")
	case line == "":
		return p.closeStep()
	case line[0] == '#':
		return nil
	case p.book.Key == "":
		return p.head(line)
	case strings.HasPrefix(line, "["):
		return p.enter(line)
	case line == "-", strings.HasPrefix(line, "- "):
		return p.begin(line)
	case !p.inStep:
		return p.fault("stray")
	}
	return p.words(line)
}

// hidden are characters that nobody sees and that could hide a meaning.
func hidden(r rune) bool {
	return r == utf8.RuneError || r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}

// cells are the parts of a line between bars.
func cells(line string) []string {
	all := strings.Split(line, "|")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// head reads "== key | language | name | types".
func (p *playbookParser) head(line string) error {
	rest, ok := strings.CutPrefix(line, "== ")
	c := cells(rest)
	if !ok || len(c) != 4 || len(c[1]) != 2 || c[2] == "" {
		return p.fault("head")
	}
	if !playbookKey.MatchString(c[0]) {
		return p.fault("key")
	}
	p.book = data.Playbook{Key: c[0], Lang: c[1], Name: c[2]}
	for word := range strings.FieldsSeq(strings.ReplaceAll(c[3], ",", " ")) {
		t := data.CrisisType(word)
		if ClusterOf(t) == "" || slices.Contains(p.book.Types, t) {
			return p.fault("type")
		}
		p.book.Types = append(p.book.Types, t)
	}
	return nil
}

// enter reads "[phase]".
func (p *playbookParser) enter(line string) error {
	if err := p.closeStep(); err != nil {
		return err
	}
	name := strings.TrimSuffix(strings.TrimPrefix(line, "["), "]")
	n := slices.Index(data.Phases[:], data.Phase(name)) + 1
	if n <= p.phase || !strings.HasSuffix(line, "]") {
		return p.fault("phase")
	}
	p.phase = n
	return nil
}

// begin reads "- key | minutes | owner".
func (p *playbookParser) begin(line string) error {
	if err := p.closeStep(); err != nil {
		return err
	}
	c := cells(strings.TrimPrefix(line, "- "))
	switch {
	case p.phase == 0:
		return p.fault("phase")
	case len(c) != 3:
		return p.fault("step")
	case !playbookKey.MatchString(c[0]):
		return p.fault("key")
	case slices.ContainsFunc(p.book.Steps, func(s data.PlaybookStep) bool { return s.Key == c[0] }):
		return p.fault("twice")
	case len(p.book.Steps) == mostPlaybookSteps:
		return p.fault("large")
	}
	minutes, err := strconv.Atoi(c[1])
	if err != nil || minutes < 0 || minutes > mostPlaybookMinutes {
		return p.fault("minutes")
	}
	p.book.Steps = append(p.book.Steps, data.PlaybookStep{
		Key: c[0], Phase: data.Phases[p.phase-1], Minutes: minutes, Owner: c[2],
	})
	p.inStep = true
	return nil
}

// words reads the title of a step, then why it is done.
func (p *playbookParser) words(line string) error {
	s := &p.book.Steps[len(p.book.Steps)-1]
	switch {
	case s.Title != "":
		p.why = append(p.why, line)
	case utf8.RuneCountInString(line) > mostStepTitle:
		return p.fault("title")
	default:
		s.Title = line
	}
	return nil
}

func (p *playbookParser) closeStep() error {
	if !p.inStep {
		return nil
	}
	s := &p.book.Steps[len(p.book.Steps)-1]
	if s.Title == "" {
		return p.fault("title")
	}
	s.Why = strings.Join(p.why, " ")
	p.inStep, p.why = false, p.why[:0]
	return nil
}

func (p *playbookParser) end() (data.Playbook, error) {
	if err := p.closeStep(); err != nil {
		return data.Playbook{}, err
	}
	if p.book.Key == "" {
		return data.Playbook{}, p.fault("head")
	}
	if len(p.book.Steps) == 0 {
		return data.Playbook{}, p.fault("empty")
	}
	return p.book, nil
}

// FormatPlaybook writes a playbook so that ParsePlaybook reads the same again.
// Steps come out by phase, with the line breaks in their texts as blanks.
func FormatPlaybook(p data.Playbook) string {
	var b strings.Builder
	types := make([]string, len(p.Types))
	for i, t := range p.Types {
		types[i] = string(t)
	}
	fmt.Fprintf(&b, "== %s | %s | %s | %s\n", p.Key, p.Lang, cell(p.Name), strings.Join(types, ", "))
	for _, phase := range data.Phases {
		begun := false
		for _, s := range p.Steps {
			if s.Phase != phase {
				continue
			}
			if !begun {
				fmt.Fprintf(&b, "\n[%s]\n", phase)
				begun = true
			}
			fmt.Fprintf(&b, "\n- %s | %d | %s\n%s\n", s.Key, s.Minutes, cell(s.Owner), prose(s.Title))
			if s.Why != "" {
				fmt.Fprintf(&b, "%s\n", prose(s.Why))
			}
		}
	}
	return b.String()
}

// cell is a text that fits between two bars.
func cell(s string) string { return oneLine(strings.ReplaceAll(s, "|", "/")) }

// prose is a text that fits on a line and is not mistaken for anything else.
func prose(s string) string {
	s = oneLine(s)
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "[") || s == "-" || strings.HasPrefix(s, "- ") {
		return strings.TrimLeft(s, "#[- ")
	}
	return s
}

// oneLine takes out what no line of a playbook may hold.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case hidden(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
