package handover

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// nasty is what a stranger may write where we show it.
const nasty = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&amp; {{.Lang}} javascript:alert(1) ` + "\u202e\x00"

// nastyFile has it in every text.
func nastyFile() data.CrisisFile {
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	return data.CrisisFile{
		Business: nasty, MadeAt: at.Add(9 * time.Hour), Zone: time.UTC, PlaybookName: nasty,
		Crisis:       data.Crisis{Title: nasty, Reason: nasty, Severity: 3, Onset: at, DeclaredAt: at, Type: data.CrisisRumour},
		Mentions:     data.Totals{Negative: 3, Neutral: 1},
		Voices:       []data.Row{{Author: nasty, Source: nasty, Snippet: nasty}},
		Steps:        []data.CrisisStep{{PlaybookStep: data.PlaybookStep{Phase: data.PhaseAct, Title: nasty, Owner: nasty}, Note: nasty, DueAt: at}},
		Statements:   []data.Statement{{ID: 1, Kind: data.StatementHolding, State: data.ReplySent, Text: nasty, Channels: nasty, URL: nasty, SentAt: at}},
		Claims:       []data.Claim{{Text: nasty, Finding: data.FindingOpen, Correction: nasty, Source: nasty}},
		Questions:    []data.Question{{Question: nasty, Answer: nasty}},
		Stakeholders: []data.Stakeholder{{Group: nasty, Name: nasty, Channel: nasty, Contact: nasty, Note: nasty}},
		Promises:     []data.Promise{{Kind: "update", Text: nasty, Note: nasty, DueAt: at}},
		Log:          []data.LogEntry{{At: at, Author: nasty, Kind: data.LogNote, Text: nasty}, {At: at, Kind: "of a later version", Text: nasty, Broken: true}},
		Review:       data.Review{Happened: nasty},
	}
}

func pageOf(t testing.TB, f data.CrisisFile, lang string) string {
	t.Helper()
	var out bytes.Buffer
	if err := Page(&out, f, assets.WordsFor(lang), []File{{Name: "a b.pdf", Key: "report"}}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// tag finds the elements of a page.
var tag = regexp.MustCompile(`<([a-zA-Z][a-zA-Z0-9]*)([^>]*)>`)

func TestThePageHasNoElementButOurs(t *testing.T) {
	ours := map[string]bool{}
	for _, name := range strings.Fields("html head meta title style body header h1 h2 p br span ul li table thead tbody tr th td a") {
		ours[name] = true
	}
	for _, lang := range []string{"it", "en"} {
		page := pageOf(t, nastyFile(), lang)
		for _, found := range tag.FindAllStringSubmatch(page, -1) {
			if !ours[found[1]] || regexp.MustCompile(`(?i)\son\w+\s*=|\ssrc\s*=`).MatchString(found[2]) {
				t.Errorf("%s: the page holds %s", lang, found[0])
			}
		}
		for _, link := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if link[1] != "a%20b.pdf" {
				t.Errorf("%s: the page leads to %q", lang, link[1])
			}
		}
		if regexp.MustCompile(`handover\.[a-z]`).MatchString(page) {
			t.Errorf("%s: a sentence is missing:\n%s", lang, page)
		}
	}
}

func TestABrokenLogIsMarkedOnThePage(t *testing.T) {
	f := nastyFile()
	page := pageOf(t, f, "it")
	if strings.Count(page, `<tr class="bad">`) != 1 || !strings.Contains(page, "Il registro non è com’era stato scritto") {
		t.Error("the broken entry is not marked")
	}
	f.Log = f.Log[:1]
	if page := pageOf(t, f, "it"); strings.Contains(page, `class="bad"`) {
		t.Error("a sound log is marked as broken")
	}
}

func TestThePageOfAnEmptyCrisisSaysSo(t *testing.T) {
	page := pageOf(t, data.CrisisFile{Zone: time.UTC}, "it")
	for _, want := range []string{"Ancora nessuna menzione.", "Nessun comunicato è stato scritto.", "Il registro è vuoto.", "L’elenco è vuoto."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestNoTextOfAStrangerLooksLikeALineOfOurs(t *testing.T) {
	f := nastyFile()
	for _, part := range []*string{&f.Statements[0].Text, &f.Steps[0].Note, &f.Steps[0].Title, &f.Questions[0].Answer} {
		*part = "uno\r\n[x] due\u2028[x] tre"
	}
	for name, write := range map[string]func(io.Writer, data.CrisisFile, *assets.Words) error{"statements": Statements, "plan": Plan} {
		var out bytes.Buffer
		if err := write(&out, f, assets.WordsFor("it")); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "\n[x]") || strings.ContainsAny(out.String(), "\r\u2028") {
			t.Errorf("%s:\n%s", name, out.String())
		}
	}
}

func TestAnArchiveHoldsItsFilesInOrder(t *testing.T) {
	var out bytes.Buffer
	var told []int
	say := func(text string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	err := Pack(&out, []File{{Name: "b", Write: say("1")}, {Name: "a", Write: say("2")}}, time.Now(), func(n int) { told = append(told, n) })
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil || len(z.File) != 2 || z.File[0].Name != "b" || len(told) != 3 || told[2] != 2 {
		t.Errorf("%v, %v, told %v", z, err, told)
	}
	broken := errors.New("no room")
	if err := Pack(&out, []File{{Name: "a", Write: func(io.Writer) error { return broken }}}, time.Now(), func(int) {}); !errors.Is(err, broken) {
		t.Errorf("a file that fails gives %v", err)
	}
}
