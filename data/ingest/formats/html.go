package formats

import "strings"

// PlainHTML makes text of HTML: paragraphs and breaks become line ends, all
// other tags go. Entities stay for the mapping, which resolves those of all
// texts.
func PlainHTML(html string) string {
	var b strings.Builder
	for html != "" {
		before, after, found := strings.Cut(html, "<")
		b.WriteString(before)
		if !found {
			break
		}
		tag, rest, closed := strings.Cut(after, ">")
		if !closed { // a bare < is text
			b.WriteString("<" + after)
			break
		}
		switch name := strings.ToLower(strings.TrimSpace(strings.TrimSuffix(tag, "/"))); {
		case name == "br":
			b.WriteByte('\n')
		case name == "/p":
			b.WriteString("\n\n")
		case name == "/li" || name == "/div" || name == "/blockquote":
			b.WriteByte('\n')
		}
		html = rest
	}
	return strings.TrimSpace(b.String())
}
