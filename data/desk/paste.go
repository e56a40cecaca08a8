package desk

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// InspectText is Inspect for text from the clipboard: rows of a spreadsheet,
// any kind of export, or one mention a line. The plan's path stays empty.
func (d *Desk) InspectText(ctx context.Context, text string, plan data.Plan) (data.Preview, error) {
	return d.inspect(ctx, plan, pasted(text))
}

// CheckText is Check for text from the clipboard.
func (d *Desk) CheckText(ctx context.Context, text string, plan data.Plan, onProgress data.OnProgress) (data.Counts, error) {
	return d.check(ctx, plan, onProgress, pasted(text))
}

// ImportText is Import for text from the clipboard.
func (d *Desk) ImportText(ctx context.Context, text string, plan data.Plan, onProgress data.OnProgress) (data.Import, error) {
	return d.importFile(ctx, plan, onProgress, pasted(text))
}

func pasted(text string) opener { return inMemory(tableOf(text)) }

// tableOf leaves rows as they are and makes a table of one column of anything
// else: a text a line, where a quoted one may go over several.
func tableOf(text string) []byte {
	text = strings.ReplaceAll(strings.TrimSpace(text), "\r\n", "\n")
	if text == "" || strings.ContainsAny(text[:1], "{[<") || strings.ContainsRune(text, '\t') || isTable(text) {
		return []byte(text)
	}
	lines := textLines(text)
	if len(lines) == 0 {
		return nil
	}
	if field, _ := formats.Generic.FieldOf(formats.Fold(lines[0])); field == data.FieldNone {
		lines = append([]string{string(data.FieldText)}, lines...)
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, line := range lines {
		_ = w.Write([]string{line, ""}) // a buffer takes everything; a second column tells a table from a text
	}
	w.Flush()
	return out.Bytes()
}

// isTable tells whether text is cut into the same number of cells in every
// row by one delimiter. Sentences have commas too, but not as many each.
func isTable(text string) bool {
	for _, comma := range ",;|" {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma = comma
		rows, err := r.ReadAll() // every row as long as the first, or an error
		inSentences := strings.Count(text, string(comma)) == strings.Count(text, string(comma)+" ")
		if err == nil && len(rows) > 1 && len(rows[0]) > 1 && !inSentences {
			return true
		}
	}
	return false
}

// textLines cuts text into lines, without empty ones.
func textLines(text string) (lines []string) {
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		if cell, after, ok := quotedLine(text); ok {
			line, rest = cell, after
		}
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
		text = rest
	}
	return lines
}

// quotedLine reads a cell in quotes that fills whole lines, as spreadsheets
// write one that has line breaks in it.
func quotedLine(text string) (cell, rest string, ok bool) {
	body, quoted := strings.CutPrefix(text, `"`)
	for at := 0; quoted && at < len(body); {
		end := strings.IndexByte(body[at:], '"')
		if end < 0 {
			break
		}
		at += end + 1
		switch after := body[at:]; {
		case strings.HasPrefix(after, `"`):
			at++ // a doubled quote is one that belongs to the text
		case after == "" || after[0] == '\n':
			return strings.ReplaceAll(body[:at-1], `""`, `"`), strings.TrimPrefix(after, "\n"), true
		default:
			return "", "", false
		}
	}
	return "", "", false
}
