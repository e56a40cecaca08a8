package fetch

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"vedetta/data"
)

// GDELT searches news of the last three months in many languages; it needs no
// key. https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/
type GDELT struct{}

// Network is data.NetworkGDELT.
func (GDELT) Network() data.Network { return data.NetworkGDELT }

// Fields are the words to look for.
func (GDELT) Fields() []data.ConnectionField { return []data.ConnectionField{{Key: "words"}} }

// Pace keeps to a request in five seconds.
func (GDELT) Pace() (time.Duration, int) { return 5 * time.Second, 1 }

// Hosts is none: the network has its own.
func (GDELT) Hosts(s Setup) []string { return typed(s) }

const (
	gdeltTime = "20060102150405"
	gdeltSeen = "20060102T150405Z"
	// gdeltMost articles come in an answer, however many there are.
	gdeltMost = 250
	// gdeltBack is how far a new search reaches back.
	gdeltBack = 30 * 24 * time.Hour
)

var gdeltLangs = map[string]string{
	"italian": "it", "english": "en", "french": "fr", "german": "de", "spanish": "es", "portuguese": "pt",
}

// list reads the articles up to a moment, newest first.
func (GDELT) list(ctx context.Context, c *Client, s Setup, words, next string) (l listed, err error) {
	until := c.clock().UTC()
	if at, err := time.Parse(gdeltTime, next); err == nil {
		until = at
	}
	if strings.Contains(words, " ") && !strings.ContainsAny(words, `"(`) {
		words = `"` + words + `"`
	}
	query := url.Values{
		"query": {words}, "mode": {"artlist"}, "format": {"json"}, "sort": {"datedesc"}, "maxrecords": {"250"},
		"startdatetime": {c.clock().UTC().Add(-gdeltBack).Format(gdeltTime)}, "enddatetime": {until.Format(gdeltTime)},
	}
	a, err := c.Do(ctx, Request{URL: with(base(s, "https://api.gdeltproject.org")+"/api/v2/doc/doc", query)})
	if err != nil {
		return l, err
	}
	// What is wrong with a search is told as plain text with status 200.
	if body := bytes.TrimSpace(a.Body); len(body) > 0 && body[0] != '{' {
		return l, &data.Error{Code: data.ErrFetchField, Args: map[string]any{"Field": "words"}}
	}
	var found struct {
		Articles []struct{ URL, Title, Seendate, Domain, Language string }
	}
	if len(a.Body) > 0 {
		if err := json.Unmarshal(a.Body, &found); err != nil {
			return l, &data.Error{Code: data.ErrFetchAnswer, Err: err}
		}
	}
	for _, one := range found.Articles {
		seen, _ := time.Parse(gdeltSeen, one.Seendate)
		l.mentions = append(l.mentions, data.Mention{
			Source: string(data.NetworkGDELT), ExternalID: one.URL, URL: one.URL, Text: plain(one.Title), PublishedAt: seen.UTC(), PublishedRaw: one.Seendate,
			Lang: gdeltLangs[strings.ToLower(one.Language)], Author: data.Author{Name: one.Domain, Followers: data.Unknown}, Engagement: data.NoEngagement,
		})
	}
	full := len(found.Articles) >= gdeltMost
	l.mentions = usable(l.mentions)
	if l.span(); full && l.oldest.Before(until) {
		l.next = l.oldest.Format(gdeltTime)
	}
	return l, nil
}

// Test looks for the first words.
func (n GDELT) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	words := list(s["words"])
	if len(words) == 0 {
		return data.ConnectionTest{}, lacking("words")
	}
	l, err := n.list(ctx, c, s, words[0], "")
	return sampled("GDELT", l), err
}

// Fetch goes through the searches.
func (n GDELT) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	at := readingsOf(cursor)
	for _, words := range list(s["words"]) {
		const most = 20
		if err := at.follow(words, most, func(next string) (listed, error) { return n.list(ctx, c, s, words, next) }, take); err != nil {
			return err
		}
	}
	return nil
}
