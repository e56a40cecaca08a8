package formats

import (
	"strings"

	"vedetta/data"
)

// twcs is "Customer Support on Twitter": a table of tweets in which inbound
// says whether a customer wrote it.
var twcs = Format{
	Key:       "twcs",
	Signature: []string{"tweet id", "author id", "inbound", "created at", "text"},
	Source:    "x",
	Columns: []Column{
		{"tweet id", data.FieldID},
		{"author id", data.FieldHandle},
		{"created at", data.FieldDate},
		{"text", data.FieldText},
		{"in response to tweet id", data.FieldInReplyTo},
	},
	Ignored: []string{"inbound", "response tweet id"},
	Fix: func(m *data.Mention, cell func(string) string) data.Reason {
		if Fold(cell("inbound")) == "false" {
			return data.RejectOwn
		}
		m.InReplyTo = strings.TrimSuffix(m.InReplyTo, ".0") // a number with gaps, as pandas writes it
		return ""
	},
}

// airline is "Twitter US Airline Sentiment" in its original form and as
// spreadsheets have saved it since.
var airline = Format{
	Key:       "airline",
	Signature: []string{"tweet id", "airline sentiment", "airline", "text"},
	Source:    "x",
	Columns: []Column{
		{"tweet id", data.FieldID},
		{"airline sentiment", data.FieldSentiment},
		{"name", data.FieldHandle},
		{"retweet count", data.FieldShares},
		{"text", data.FieldText},
		{"tweet created", data.FieldDate},
	},
	Ignored: []string{"airline sentiment confidence", "airline sentiment gold", "negativereason confidence", "negativereason gold", "tweet coord"},
}
