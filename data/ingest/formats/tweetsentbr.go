package formats

import (
	"slices"
	"strings"

	"vedetta/data"
)

// tweetSentBR holds ids and votes but no texts, which X did not allow to be
// passed on. It is known so that the refusal can say that the text is missing.
var tweetSentBR = Format{
	Key:     "tweetsentbr",
	Source:  "x",
	Columns: []Column{{"id", data.FieldID}},
	Headless: &Headless{
		Names: []string{"id", "hashtag", "votes", "sentiment", "group"},
		Is: some(2, 5, 0.8, func(cells []string) bool {
			isVotes := func(c string) bool {
				return strings.HasPrefix(c, "[") && strings.HasSuffix(c, "]") && strings.Trim(c[1:len(c)-1], "-0123456789, ") == ""
			}
			return isNumber(cells[0], 15) && slices.ContainsFunc(cells[1:], isVotes)
		}),
	},
}
