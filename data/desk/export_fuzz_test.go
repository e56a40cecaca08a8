package desk

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/ingest"
)

// FuzzExport puts any text in any place of a mention: text files bring it
// back as it was.
func FuzzExport(f *testing.F) {
	for _, text := range []string{"=1+1", "'=1", "a\r\nb", `\",`, "CaffÃ¨ â€™", "&amp;", " x ", `"`, ";", "\u2028", "sep=;", "1e10"} {
		f.Add(text, "Pane freddo")
	}
	zone, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || strings.ContainsFunc(a+b, isControl) || b == "" || len(a+b) > 10_000 {
			t.Skip("no text that a workspace holds")
		}
		m := mentioned(b)
		m.Title, m.Author = a, data.Author{Name: a, Handle: b, ID: a, Followers: data.Unknown}
		m.ExternalID, m.InReplyTo, m.Extras = "id"+a, a, map[string]string{a: b}
		m.Work = &data.Work{Triage: data.Triage{Note: a, Tags: []string{a, b}}}
		m.Work.Replies = []data.Reply{{State: "draft", Text: b}}
		for _, kind := range []data.ExportKind{data.ExportCSV, data.ExportJSONL} {
			for _, lang := range []string{"it", "en"} {
				if d := cmp.Diff(m, throughFile(t, m, kind, lang, zone)); d != "" {
					t.Errorf("%s in %s: %s", kind, lang, d)
				}
			}
		}
	})
}

// isControl tells characters of which a file of text has few.
func isControl(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\r\n", r) }

// throughFile exports a mention and reads it again.
func throughFile(t *testing.T, m data.Mention, kind data.ExportKind, lang string, zone *time.Location) data.Mention {
	t.Helper()
	var file bytes.Buffer
	w, err := newMentionWriter(kind, &file, t.TempDir(), assets.WordsFor(lang), zone)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.write(&m); err != nil {
		t.Fatal(err)
	}
	if _, err := w.finish(); err != nil {
		t.Fatal(err)
	}
	f, err := ingest.OpenBytes("a", file.Bytes(), data.Plan{}, ingest.Zones{})
	if err != nil {
		t.Fatalf("%v: %q", err, file.String())
	}
	defer f.Close()
	row, err := f.Next()
	if err != nil {
		t.Fatal(err)
	}
	back, reason := f.Mapping().Mention(row)
	if reason != "" {
		t.Fatalf("rejected as %s: %q", reason, file.String())
	}
	return back
}
