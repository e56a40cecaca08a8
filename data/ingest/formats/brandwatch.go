package formats

import (
	"strings"
	"time"

	"vedetta/data"
)

// brandwatch is the mentions download: a preamble that tells the zone, then
// 100 to 197 columns that change between exports ("Twitter …" became "X …").
var brandwatch = Format{
	Key:       "brandwatch",
	Signature: []string{"query name", "date", "snippet|full text", "page type"},
	Zone:      brandwatchZone,
	Columns: []Column{
		{"resource id", data.FieldID},
		{"mention id", data.FieldID},
		{"url", data.FieldURL},
		{"original url", data.FieldURL},
		{"date", data.FieldDate},
		{"full name", data.FieldAuthor},
		{"author", data.FieldHandle},
		{"x author id", data.FieldAuthorID},
		{"twitter author id", data.FieldAuthorID},
		{"x followers", data.FieldFollowers},
		{"twitter followers", data.FieldFollowers},
		{"full text", data.FieldText},
		{"snippet", data.FieldText},
		{"title", data.FieldText},
		{"language", data.FieldLang},
		{"page type", data.FieldSource},
		{"domain", data.FieldSource},
		{"sentiment", data.FieldSentiment},
		{"likes", data.FieldLikes},
		{"x likes", data.FieldLikes},
		{"twitter likes", data.FieldLikes},
		{"instagram likes", data.FieldLikes},
		{"facebook likes", data.FieldLikes},
		{"comments", data.FieldReplies},
		{"x replies", data.FieldReplies},
		{"twitter replies", data.FieldReplies},
		{"instagram comments", data.FieldReplies},
		{"facebook comments", data.FieldReplies},
		{"shares", data.FieldShares},
		{"x reposts", data.FieldShares},
		{"twitter retweets", data.FieldShares},
		{"facebook shares", data.FieldShares},
		{"impressions", data.FieldViews},
		{"reach new", data.FieldReach},
		{"reach", data.FieldReach},
		{"x reply to", data.FieldInReplyTo},
		{"twitter reply to", data.FieldInReplyTo},
	},
	Ignored: []string{
		"query id", "query name", "added", "updated", "checked", "avatar", "account type", "assignment", "priority", "starred", "status", "resource type",
		"continent code", "country code", "region code", "city code", "location name", "pub type", "short urls", "thread id", "thread author", "thread created date",
		"thread entry type", "thread url", "x verified", "twitter verified",
	},
}

// clocks are zones by the abbreviations that stand in "From:" of a preamble.
var clocks = map[string]string{
	"GMT": "Europe/London", "BST": "Europe/London", "CET": "Europe/Rome", "CEST": "Europe/Rome", "EET": "Europe/Athens", "EEST": "Europe/Athens",
	"EST": "America/New_York", "EDT": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
	"MST": "America/Denver", "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
}

// brandwatchZone reads the zone of "Sat Jan 01 00:00:00 UTC 2020" in the
// preamble. A zone with summer time is named by what it was on that day.
func brandwatchZone(preamble [][]string) *time.Location {
	for _, record := range preamble {
		if len(record) < 2 || Fold(record[0]) != "from" {
			continue
		}
		words := strings.Fields(record[1])
		if len(words) != 6 {
			return nil
		}
		if words[4] == "UTC" {
			return time.UTC
		}
		if zone, err := time.LoadLocation(clocks[words[4]]); err == nil && clocks[words[4]] != "" {
			return zone
		}
	}
	return nil
}
