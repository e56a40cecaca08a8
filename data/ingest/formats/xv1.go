package formats

import (
	"strings"

	"vedetta/data"
)

// xV1 is what tools save of X's API version 1.1: tweets one after the other
// (Tweepy), in a map by id beside the users (archive tools), or wrapped as in
// the archive that X hands out (tweets.js). Ids are taken from id_str: the
// numbers have been rounded by JavaScript.
var xV1 = documents(
	Format{Key: "x_v1", Source: "x", Fix: fixTweet},
	[]place{
		{"id_str|id", data.FieldID},
		{"user.name", data.FieldAuthor},
		{"user.screen_name", data.FieldHandle},
		{"user.id_str|user_id_str|user.id", data.FieldAuthorID},
		{"user.followers_count", data.FieldFollowers},
		{"extended_tweet.full_text|full_text|text", data.FieldText},
		{"created_at", data.FieldDate},
		{"lang", data.FieldLang},
		{"in_reply_to_status_id_str", data.FieldInReplyTo},
		{"favorite_count", data.FieldLikes},
		{"reply_count", data.FieldReplies},
		{"retweet_count", data.FieldShares},
	},
	func(doc map[string]any) bool {
		for _, tweet := range tweetsOf(doc) {
			return isTweet(tweet) // the first tells
		}
		return false
	},
	tweetsOf,
)

func isTweet(doc map[string]any) bool {
	return has(doc, "id_str", "created_at") && (has(doc, "full_text") || has(doc, "text"))
}

func tweetsOf(doc map[string]any) []map[string]any {
	if tweet := object(doc, "tweet"); tweet != nil {
		return []map[string]any{tweet}
	}
	if isTweet(doc) {
		return []map[string]any{doc}
	}
	tweets, users := object(doc, "tweets"), object(doc, "users")
	if tweets == nil {
		tweets = doc
	}
	all := values(tweets)
	for _, t := range all {
		if user := object(users, text(t, "user_id_str")); user != nil {
			t["user"] = user
		}
	}
	return all
}

// fixTweet gives a tweet its address.
func fixTweet(m *data.Mention, _ func(string) string) data.Reason {
	if m.URL == "" && m.ExternalID != "" && strings.Trim(m.ExternalID, "0123456789") == "" {
		author := m.Author.Handle
		if author == "" {
			author = "i"
		}
		m.URL = "https://x.com/" + author + "/status/" + m.ExternalID
	}
	return ""
}
