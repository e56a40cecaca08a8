package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// tweetsPerLine is the page size of the search of X's API version 2.
const tweetsPerLine = 100

type (
	tweetPage struct {
		Data     []tweet        `json:"data"`
		Includes map[string]any `json:"includes"`
		Meta     map[string]any `json:"meta"`
	}
	tweet struct {
		ID             string         `json:"id"`
		Text           string         `json:"text"`
		AuthorID       string         `json:"author_id"`
		ConversationID string         `json:"conversation_id"`
		CreatedAt      string         `json:"created_at"`
		Lang           string         `json:"lang"`
		Metrics        map[string]int `json:"public_metrics"`
		Edits          []string       `json:"edit_history_tweet_ids"`
	}
	tweeter struct {
		ID       string         `json:"id"`
		Name     string         `json:"name"`
		Username string         `json:"username"`
		Metrics  map[string]int `json:"public_metrics"`
	}
)

// tweetsFile is what twarc2 saves: a page of the search on each line, authors
// beside the tweets.
func tweetsFile(d *dice, all []*mention) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for chunk := range slices.Chunk(all, tweetsPerLine) {
		page := tweetPage{}
		var users []tweeter
		seen := map[string]bool{}
		for _, m := range chunk {
			page.Data = append(page.Data, tweetOf(d, m))
			if !seen[m.author.id] {
				seen[m.author.id] = true
				users = append(users, tweeter{m.author.id, m.author.name, m.author.handle, map[string]int{"followers_count": m.author.followers}})
			}
		}
		page.Includes = map[string]any{"users": users}
		page.Meta = map[string]any{"newest_id": page.Data[0].ID, "oldest_id": page.Data[len(page.Data)-1].ID, "result_count": len(page.Data)}
		if err := e.Encode(page); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

func tweetOf(d *dice, m *mention) tweet {
	id, lang := snowflake(d, m), m.lang
	if lang == "mix" {
		lang = "it"
	}
	return tweet{
		ID: id, Text: m.text, AuthorID: m.author.id, ConversationID: id, Lang: lang, Edits: []string{id},
		CreatedAt: m.at.UTC().Format("2006-01-02T15:04:05.000Z"),
		Metrics: map[string]int{
			"like_count": m.likes, "reply_count": m.replies, "retweet_count": m.shares,
			"quote_count": m.shares / 4, "impression_count": m.views,
		},
	}
}

// snowflake is an id of X: milliseconds since the start of its count in the
// high bits.
func snowflake(d *dice, m *mention) string {
	const start = 1288834974657
	return fmt.Sprint((m.at.UnixMilli()-start)<<22 | int64(d.IntN(1<<22)))
}
