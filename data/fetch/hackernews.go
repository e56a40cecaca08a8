package fetch

import (
	"context"
	"net/url"
	"strconv"
	"time"

	"vedetta/data"
)

// HackerNews searches stories and comments by Algolia; it needs no key.
// https://hn.algolia.com/api
type HackerNews struct{}

// Network is data.NetworkHackerNews.
func (HackerNews) Network() data.Network { return data.NetworkHackerNews }

// Fields are the words to look for.
func (HackerNews) Fields() []data.ConnectionField { return []data.ConnectionField{{Key: "words"}} }

// Pace keeps to 10,000 requests an hour.
func (HackerNews) Pace() (time.Duration, int) { return 400 * time.Millisecond, 5 }

// Hosts is none: the network has its own.
func (HackerNews) Hosts(s Setup) []string { return typed(s) }

type hackerNewsHit struct {
	ID      string `json:"objectID"`
	Title   string `json:"title"`
	Story   string `json:"story_title"`
	Text    string `json:"story_text"`
	Comment string `json:"comment_text"`
	Link    string `json:"url"`
	Author  string `json:"author"`
	Points  *int64 `json:"points"`
	Replies *int64 `json:"num_comments"`
	Created string `json:"created_at"`
	Parent  int64  `json:"parent_id"`
}

func (h hackerNewsHit) mention() data.Mention {
	m := data.Mention{
		Source: string(data.NetworkHackerNews), ExternalID: h.ID, URL: "https://news.ycombinator.com/item?id=" + h.ID,
		Title: h.Title, Text: plain(h.Text + h.Comment), PublishedAt: when(h.Created), PublishedRaw: h.Created, Lang: "en",
		Author: data.Author{Handle: h.Author, Followers: data.Unknown}, Engagement: data.NoEngagement,
	}
	m.Engagement.Likes, m.Engagement.Replies = known(h.Points), known(h.Replies)
	if h.Parent > 0 {
		m.InReplyTo, m.Title = strconv.FormatInt(h.Parent, 10), h.Story
	}
	if m.Text == "" {
		m.Text, m.Title = m.Title, ""
	}
	return m
}

// list reads a page; next is the moment before which it lies.
func (HackerNews) list(ctx context.Context, c *Client, s Setup, words, next string) (l listed, err error) {
	query := url.Values{"query": {words}, "tags": {"(story,comment)"}, "hitsPerPage": {"100"}, "advancedSyntax": {"true"}}
	if next != "" {
		query.Set("numericFilters", "created_at_i<="+next)
	}
	var found struct{ Hits []hackerNewsHit }
	if _, err = c.JSON(ctx, Request{URL: with(base(s, "https://hn.algolia.com")+"/api/v1/search_by_date", query)}, &found); err != nil {
		return l, err
	}
	for _, h := range found.Hits {
		l.mentions = append(l.mentions, h.mention())
	}
	full := len(found.Hits) >= 100
	l.mentions = usable(l.mentions)
	if l.span(); full && !l.oldest.IsZero() {
		if before := strconv.FormatInt(l.oldest.Unix(), 10); before != next {
			l.next = before
		}
	}
	return l, nil
}

// Test looks for the first words.
func (n HackerNews) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	words := list(s["words"])
	if len(words) == 0 {
		return data.ConnectionTest{}, lacking("words")
	}
	l, err := n.list(ctx, c, s, words[0], "")
	return sampled("Hacker News", l), err
}

// Fetch goes through the searches.
func (n HackerNews) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	at := readingsOf(cursor)
	for _, words := range list(s["words"]) {
		const most = 50
		if err := at.follow(words, most, func(next string) (listed, error) { return n.list(ctx, c, s, words, next) }, take); err != nil {
			return err
		}
	}
	return nil
}

// lacking is a setting that is missing or wrong.
func lacking(field string) error { return (&data.Error{Code: data.ErrFetchField}).With("Field", field) }
