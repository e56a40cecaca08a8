package ingest

import (
	"bytes"
	"slices"
)

// wordsOfOthers are what languages that are not JavaScript write into JSON.
var wordsOfOthers = map[string]string{
	"NaN": "null", "Infinity": "null", "-Infinity": "null", "undefined": "null", "None": "null", "nan": "null", "True": "true", "False": "false",
}

// mendJSON corrects what the decoder refuses but many programs write: NaN, a
// comma too many, tabs and other control characters in texts.
func mendJSON(raw []byte) []byte {
	var out []byte
	inText := false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case inText && c == '\\' && i+1 < len(raw):
			out = append(out, c, raw[i+1])
			i++
		case inText && c < ' ':
			out = append(out, ' ')
		case c == '"':
			inText = !inText
			out = append(out, c)
		case !inText && scalarByte(c):
			n := slices.IndexFunc(raw[i:], func(b byte) bool { return !scalarByte(b) })
			if n < 0 {
				n = len(raw) - i
			}
			word := string(raw[i : i+n])
			if ours, ok := wordsOfOthers[word]; ok {
				word = ours
			}
			out = append(out, word...)
			i += n - 1
		case !inText && (c == '}' || c == ']'):
			out = append(bytes.TrimRight(out, ", \t\r\n"), c)
		default:
			out = append(out, c)
		}
	}
	return out
}
