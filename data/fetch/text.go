package fetch

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plain is the text of markup as a reader sees it: paragraphs and line breaks
// as lines, no pictures, scripts or styles. Text without markup stays.
func plain(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return strings.TrimSpace(markup)
	}
	var out strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(markup))
	skipped := 0
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return tidy(out.String())
		case html.TextToken:
			if skipped == 0 {
				out.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style:
				if kind == html.StartTagToken {
					skipped++
				} else if skipped > 0 {
					skipped--
				}
			case atom.Br, atom.P, atom.Div, atom.Li, atom.Blockquote, atom.Tr, atom.H1, atom.H2, atom.H3:
				out.WriteByte('\n')
			}
		}
	}
}

// tidy resolves entities and leaves no empty lines and no blanks at the ends of
// lines.
func tidy(text string) string {
	var lines []string
	for line := range strings.Lines(html.UnescapeString(text)) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// when reads a time as networks write it; zero if it is none.
func when(text string) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05-0700", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
