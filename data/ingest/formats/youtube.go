package formats

import (
	"encoding/json"
	"strings"

	"vedetta/data"
)

// youtube is comments.csv of Google Takeout; the text is JSON in the cell,
// sometimes in several objects.
var youtube = Format{
	Key:       "youtube_takeout",
	Signature: []string{"comment id", "comment text"},
	Source:    "youtube",
	Columns: []Column{
		{"comment id", data.FieldID},
		{"channel id", data.FieldAuthorID},
		{"comment create timestamp", data.FieldDate},
		{"comment created at", data.FieldDate},
		{"parent comment id", data.FieldInReplyTo},
		{"comment text", data.FieldText},
	},
	Ignored: []string{"price", "top level comment id", "video id"},
	Fix: func(m *data.Mention, cell func(string) string) data.Reason {
		m.Text = joinTexts(m.Text)
		if video := cell("video id"); video != "" {
			m.URL = "https://www.youtube.com/watch?v=" + video + "&lc=" + m.ExternalID
		}
		return ""
	},
}

// joinTexts reads `{"text":"a"},{"text":"b"}` and, of older exports,
// `{"takeoutSegments":[{"text":"a"}]}`; other text stays as it is.
func joinTexts(cell string) string {
	if !strings.HasPrefix(cell, "{") {
		return cell
	}
	type segment struct{ Text string }
	var parts []struct {
		segment
		TakeoutSegments []segment
	}
	if json.Unmarshal([]byte("["+cell+"]"), &parts) != nil {
		return cell
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
		for _, s := range p.TakeoutSegments {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
