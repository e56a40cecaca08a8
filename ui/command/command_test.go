package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/ui/command"
)

var now = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)

// shop is a person at a prompt, with a workspace of their own.
type shop struct {
	t         *testing.T
	workspace string
}

func newShop(t *testing.T) shop { return shop{t, filepath.Join(t.TempDir(), "w.db")} }

// run runs a command line and returns what it printed and its exit code.
func (s shop) run(in string, args ...string) (out, errs string, code int) {
	s.t.Helper()
	var o, e bytes.Buffer
	code = command.Run(context.Background(), args, command.Env{
		In: strings.NewReader(in), Out: &o, Err: &e, Clock: data.At(now),
		Workspace: s.workspace, Demo: s.workspace, Lang: "en",
		Window:   func(context.Context, string, string) error { o.WriteString("window"); return nil },
		Pictures: func(context.Context, *desk.Desk, string) ([]string, error) { return []string{"overview.png"}, nil },
	})
	return o.String(), e.String(), code
}

func (s shop) must(args ...string) string {
	s.t.Helper()
	out, errs, code := s.run("", args...)
	if code != command.Done {
		s.t.Fatalf("vedetta %s: exit %d: %s", strings.Join(args, " "), code, errs)
	}
	return out
}

func (s shop) file(name, content string) string {
	path := filepath.Join(s.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

const export = "id,data,autore,testo,fonte\n" +
	"1,20/11/2026 10:00,Marta,\"Pessimo, due ore di attesa\",google\n" +
	"2,21/11/2026 11:00,Luca,Focaccia buonissima,google\n" +
	"3,mai,Anna,Ciao,google\n"

func TestAStoryOfImportingAndLooking(t *testing.T) {
	s := newShop(t)
	path := s.file("a.csv", export)
	if out := s.must("import", path, "--dry-run"); !strings.Contains(out, "would add 2") {
		t.Errorf("dry run: %s", out)
	}
	if out := s.must("import", path); !strings.Contains(out, "2 new, 0 already here, 1 rejected") {
		t.Errorf("import: %s", out)
	}
	if out := s.must("import", path, "--lang", "it"); !strings.Contains(out, "0 nuove, 2 già presenti") {
		t.Errorf("import again: %s", out)
	}
	if out := s.must("list", "attesa", "OR", "focaccia"); !strings.Contains(out, "Marta") || !strings.Contains(out, "Luca") {
		t.Errorf("list: %s", out)
	}
	if out := s.must("list", "is:negative", "--json"); !strings.Contains(out, `"label": "negative"`) || strings.Contains(out, "Luca") {
		t.Errorf("list as JSON: %s", out)
	}
	if out := s.must("stats"); !strings.Contains(out, "2026-11-20") || !strings.Contains(out, "Google review") {
		t.Errorf("stats: %s", out)
	}
	if out := s.must("check"); !strings.Contains(out, "sound") {
		t.Errorf("check: %s", out)
	}
}

func TestExitCodes(t *testing.T) {
	s := newShop(t)
	path := s.file("a.csv", export)
	for name, c := range map[string]struct {
		args []string
		want int
		says string
	}{
		"no command opens the window":      {nil, command.Done, ""},
		"an unknown command is wrong use":  {[]string{"dance"}, command.WrongUse, "vedetta --help"},
		"an unknown flag is wrong use":     {[]string{"stats", "--nope"}, command.WrongUse, "vedetta --help"},
		"a missing file has failed":        {[]string{"import", "/nowhere/a.csv"}, command.Failed, "not there"},
		"an unknown format is wrong use":   {[]string{"import", path, "--format", "nope"}, command.WrongUse, "no format of that name"},
		"an unknown field is wrong use":    {[]string{"import", path, "--map", "nope=testo"}, command.WrongUse, "no field of that name"},
		"an unknown column is wrong use":   {[]string{"import", path, "--map", "text=nope"}, command.WrongUse, "no column of that name"},
		"a query that stops is wrong use":  {[]string{"list", "pane", "is:angry"}, command.WrongUse, "  pane is:angry\n       ^^^^^^^^\n"},
		"a date that is none is wrong use": {[]string{"stats", "--from", "ieri"}, command.WrongUse, "ieri"},
		"a report needs its period":        {[]string{"report", "-o", "x.pdf"}, command.WrongUse, "--from"},
		"help is no failure":               {[]string{"--help"}, command.Done, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, errs, code := s.run("", c.args...)
			if code != c.want || !strings.Contains(errs, c.says) {
				t.Errorf("exit %d, want %d; said %q", code, c.want, errs)
			}
		})
	}
}

func TestClassifyReadsATextALine(t *testing.T) {
	out, _, code := newShop(t).run("Servizio pessimo, mai più\nThe bread was great\n", "classify")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != command.Done || len(lines) != 2 || !strings.HasPrefix(lines[0], "negative\t-") || !strings.HasPrefix(lines[1], "positive\t0.") {
		t.Errorf("exit %d: %q", code, out)
	}
	for i, lang := range []string{"it", "en"} {
		if f := strings.Split(lines[i], "\t"); len(f) < 6 || f[5] != lang {
			t.Errorf("line %q, want label, score, three probabilities, language", lines[i])
		}
	}
}

func TestClassifyTakesTheLanguageThatIsFixedAndSaysWhereItIsUnsure(t *testing.T) {
	out, _, code := newShop(t).run("mah\n", "classify", "--lang", "pt")
	if f := strings.Split(strings.TrimSpace(out), "\t"); code != command.Done || len(f) < 6 || f[5] != "pt" {
		t.Errorf("exit %d: %q", code, out)
	}
	for line := range strings.Lines(out) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		most := 0.0
		for _, p := range f[2:5] {
			n, err := strconv.ParseFloat(p, 64)
			if err != nil {
				t.Fatal(err)
			}
			most = max(most, n)
		}
		if unsure := len(f) == 7 && f[6] == "uncertain"; unsure != (most < 0.5) {
			t.Errorf("%q", line)
		}
	}
}

// The numbers of `stats`, of the overview and of the report are the same.
func TestStatsSayWhatOverviewAndReportSay(t *testing.T) {
	s := newShop(t)
	s.must("demo")
	var got struct {
		Mentions, Negative, Neutral, Positive int
		Net                                   float64 `json:"net_sentiment"`
		Unanswered                            int     `json:"unanswered_negative"`
		Days                                  []struct{ Negative, Neutral, Positive int }
	}
	if err := json.Unmarshal([]byte(s.must("stats", "--from", "2026-10-12", "--to", "2026-10-25", "--query", "source:google", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(context.Background(), s.workspace, data.At(now))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	day := func(n int) time.Time { return time.Date(2026, 10, n, 0, 0, 0, 0, time.UTC) }
	f := data.Filter{Period: data.WholeDays(day(12), day(25), d.Zone()), Sources: []string{"google"}}
	r, err := d.Report(context.Background(), f, "")
	if err != nil {
		t.Fatal(err)
	}
	want := r.Summary.Now
	net, _ := want.Net()
	if got.Mentions == 0 || got.Mentions != want.Mentions() || got.Negative != want.Negative || got.Positive != want.Positive ||
		got.Net != net || got.Unanswered != r.Summary.Unanswered.Count {
		t.Errorf("stats %+v, report %+v", got, r.Summary)
	}
	days := 0
	for _, x := range got.Days {
		days += x.Negative + x.Neutral + x.Positive
	}
	if days != want.Mentions() {
		t.Errorf("days add up to %d of %d", days, want.Mentions())
	}
}

func TestDemoReportIsAPDFAndDemoRefusesAFullWorkspace(t *testing.T) {
	s := newShop(t)
	s.must("demo")
	if _, errs, code := s.run("", "demo"); code != command.Failed || !strings.Contains(errs, "already holds mentions") {
		t.Errorf("second demo: exit %d, %s", code, errs)
	}
	path := filepath.Join(t.TempDir(), "r.pdf")
	s.must("report", "--from", "2026-10-12", "--to", "2026-10-18", "--lang", "it", "-o", path)
	pdf, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("report of %d bytes, %v", len(pdf), err)
	}
	if _, _, code := s.run("", "report", "--from", "2026-10-12", "--to", "2026-10-18", "-o", "/nowhere/r.pdf"); code != command.Failed {
		t.Errorf("a report to a folder that is not there: exit %d", code)
	}
}

func TestDetectPrintsAnAlarmOfABurstAndAScoreForEachRow(t *testing.T) {
	s := newShop(t)
	var csv strings.Builder
	csv.WriteString("timestamp,n,negative\n")
	begin := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	for h := range 40 * 24 {
		n, negative := 0, 0
		if h%3 == 0 {
			n = 1 + h%2
		}
		if h%15 == 0 {
			negative = 1
		}
		if h == 30*24+10 {
			n, negative = 14, 12
		}
		csv.WriteString(begin.Add(time.Duration(h)*time.Hour).Format(time.DateTime) + "," + strconv.Itoa(n) + "," + strconv.Itoa(negative) + "\n")
	}
	path := s.file("hours.csv", csv.String())
	out := s.must("detect", path, "--step", "1h")
	var first struct {
		At, Detector, Sentence string
		Observed               float64
	}
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&first); err != nil {
		t.Fatal(err)
	}
	if first.At != "2026-02-04 10:00:00" || first.Detector != "negatives" || first.Observed != 12 || !strings.HasPrefix(first.Sentence, "12 negative mentions") {
		t.Errorf("printed %s", out)
	}
	if scores := s.must("detect", path, "--step", "1h", "--scores"); strings.Count(scores, "\n") != 40*24 {
		t.Errorf("%d scores for %d rows", strings.Count(scores, "\n"), 40*24)
	}
}

func TestDetectSaysWhatIsWrongWithASeries(t *testing.T) {
	for name, c := range map[string]struct{ csv, want string }{
		"no columns":    {"a,b\n1,2\n", "Line 1"},
		"no timestamp":  {"timestamp,value\n2026-01-01,1\nlater,2\n", "Line 3"},
		"no number":     {"timestamp,value\n2026-01-01,many\n", "Line 2"},
		"more negative": {"timestamp,n,negative\n2026-01-01,1,2\n", "Line 2"},
		"empty":         {"", "empty"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			if _, errs, code := s.run("", "detect", s.file("s.csv", c.csv)); code == command.Done || !strings.Contains(errs, c.want) {
				t.Errorf("exit %d: %s", code, errs)
			}
		})
	}
}
