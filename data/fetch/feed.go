package fetch

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"vedetta/data"
)

// Feed reads RSS, Atom and JSON feeds, those of Google Alerts and Google News
// among them.
type Feed struct{}

// Network is data.NetworkFeed.
func (Feed) Network() data.Network { return data.NetworkFeed }

// Fields are the address alone.
func (Feed) Fields() []data.ConnectionField { return []data.ConnectionField{{Key: "url"}} }

// Pace is slow: feeds are small.
func (Feed) Pace() (time.Duration, int) { return time.Second, 2 }

// Hosts is that of the address.
func (Feed) Hosts(s Setup) []string {
	if u, err := url.Parse(strings.TrimSpace(s["url"])); err == nil && u.Hostname() != "" {
		return []string{u.Hostname()}
	}
	return nil
}

// feedCursor is what makes the next request a short one: what the server named
// the state of the feed, and the entries that were in it.
type feedCursor struct {
	ETag     string   `json:"etag,omitempty"`
	Modified string   `json:"modified,omitempty"`
	Seen     []string `json:"seen,omitempty"`
}

// mostSeen entries are remembered; what a feed shows is mostly less.
const mostSeen = 1000

// Test reads the feed once.
func (f Feed) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	feed, _, err := f.read(ctx, c, s, feedCursor{})
	if err != nil {
		return data.ConnectionTest{}, err
	}
	t := data.ConnectionTest{Account: feed.Title}
	for _, item := range feed.Items[:min(3, len(feed.Items))] {
		t.Sample = append(t.Sample, entry(item, feed, c.clock()))
	}
	return t, nil
}

// Fetch hands over the entries that were not in the feed before; none when
// the server says that nothing changed.
func (f Feed) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	var before feedCursor
	if cursor != "" {
		if err := json.Unmarshal([]byte(cursor), &before); err != nil {
			before = feedCursor{}
		}
	}
	feed, answer, err := f.read(ctx, c, s, before)
	if err != nil || feed == nil {
		return err
	}
	page, now := Page{}, feedCursor{ETag: answer.Header.Get("ETag"), Modified: answer.Header.Get("Last-Modified")}
	for _, item := range feed.Items {
		m := entry(item, feed, c.clock())
		if m.ExternalID == "" || m.Text == "" && m.Title == "" {
			continue
		}
		now.Seen = append(now.Seen, m.ExternalID)
		if !slices.Contains(before.Seen, m.ExternalID) {
			page.Mentions = append(page.Mentions, m)
		}
	}
	now.Seen = now.Seen[:min(len(now.Seen), mostSeen)]
	j, err := json.Marshal(now)
	if err != nil {
		return err
	}
	page.Cursor = string(j)
	return take(page)
}

// read asks for the feed; nil if it did not change.
func (Feed) read(ctx context.Context, c *Client, s Setup, before feedCursor) (*gofeed.Feed, *Answer, error) {
	address := strings.TrimSpace(s["url"])
	if u, err := url.Parse(address); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, nil, (&data.Error{Code: data.ErrFetchField, Err: err}).With("Field", "url")
	}
	a, err := c.Do(ctx, Request{
		URL: address, Accepts: []int{http.StatusNotModified},
		Header: map[string]string{"If-None-Match": before.ETag, "If-Modified-Since": before.Modified},
	})
	if err != nil || a.Status == http.StatusNotModified {
		return nil, a, err
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(a.Body))
	if err != nil {
		return nil, a, &data.Error{Code: data.ErrFetchAnswer, Err: err}
	}
	return feed, a, nil
}

// entry is an entry as a mention. One without a date is of the moment in which
// it was seen first.
func entry(item *gofeed.Item, feed *gofeed.Feed, now time.Time) data.Mention {
	m := data.Mention{
		Source: string(data.NetworkFeed), ExternalID: item.GUID, URL: target(item.Link), Title: plain(item.Title), Text: plain(item.Content),
		PublishedAt: now.UTC(), PublishedRaw: item.Published, Engagement: data.NoEngagement,
		Author: data.Author{Followers: data.Unknown, Name: plain(feed.Title)},
	}
	if m.ExternalID == "" {
		m.ExternalID = item.Link
	}
	if description := plain(item.Description); len(description) > len(m.Text) {
		m.Text = description
	}
	if m.Text == m.Title {
		m.Title = ""
	}
	if m.Text == "" {
		m.Text, m.Title = m.Title, ""
	}
	for _, at := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if at != nil {
			m.PublishedAt = at.UTC()
			break
		}
	}
	if len(item.Authors) > 0 && item.Authors[0].Name != "" {
		m.Author.Name = plain(item.Authors[0].Name)
	}
	if lang, _, _ := strings.Cut(feed.Language, "-"); len(lang) == 2 {
		m.Lang = strings.ToLower(lang)
	}
	return m
}

// target is where a link of Google Alerts really leads.
func target(link string) string {
	u, err := url.Parse(link)
	if err != nil || !strings.HasSuffix(u.Hostname(), "google.com") || u.Path != "/url" {
		return link
	}
	for _, key := range []string{"url", "q"} {
		if to := u.Query().Get(key); strings.HasPrefix(to, "http") {
			return to
		}
	}
	return link
}
