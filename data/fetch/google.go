package fetch

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"vedetta/data"
)

// Google reads the reviews of a Business Profile, newest change first, and
// answers them. https://developers.google.com/my-business/reference/rest/v4
type Google struct{}

// Network is data.NetworkGoogle.
func (Google) Network() data.Network { return data.NetworkGoogle }

// Fields are the location, and the person's own project with a token that
// lasts.
func (Google) Fields() []data.ConnectionField {
	return []data.ConnectionField{{Key: "location"}, {Key: "client"}, {Key: "secret", Secret: true}, {Key: "refresh", Secret: true}}
}

// Pace keeps to 300 requests a minute.
func (Google) Pace() (time.Duration, int) { return 200 * time.Millisecond, 10 }

// Hosts is none: the network has its own.
func (Google) Hosts(s Setup) []string { return typed(s) }

type googleReview struct {
	Name     string
	Reviewer struct {
		Name string `json:"displayName"`
	}
	Stars   string `json:"starRating"`
	Comment string
	Created string `json:"createTime"`
	Updated string `json:"updateTime"`
	Reply   *struct {
		Comment string
		Updated string `json:"updateTime"`
	} `json:"reviewReply"`
}

var googleStars = map[string]float64{"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}

func (r googleReview) mention() data.Mention {
	text := r.Comment
	// Google puts its translation before or behind what was written.
	if before, original, found := strings.Cut(text, "(Original)"); found && strings.Contains(before, "(Translated by Google)") {
		text = original
	} else if original, _, found := strings.Cut(text, "(Translated by Google)"); found && strings.TrimSpace(original) != "" {
		text = original
	}
	return data.Mention{
		Source: "google", ExternalID: r.Name, Text: strings.TrimSpace(text), Rating: googleStars[r.Stars],
		PublishedAt: when(r.Created), PublishedRaw: r.Created, Author: data.Author{Name: r.Reviewer.Name, Followers: data.Unknown}, Engagement: data.NoEngagement,
	}
}

// location is "accounts/1/locations/2", however it was typed.
func (Google) address(s Setup, path string) (string, error) {
	location := strings.Trim(strings.TrimSpace(s["location"]), "/")
	if !strings.HasPrefix(location, "accounts/") || !strings.Contains(location, "/locations/") {
		return "", lacking("location")
	}
	return base(s, "https://mybusiness.googleapis.com") + "/v4/" + location + path, nil
}

func (n Google) list(ctx context.Context, c *Client, s Setup, token, next string) (l listed, err error) {
	address, err := n.address(s, "/reviews")
	if err != nil {
		return l, err
	}
	query := url.Values{"pageSize": {"50"}, "orderBy": {"updateTime desc"}}
	if next != "" {
		query.Set("pageToken", next)
	}
	var found struct {
		Reviews []googleReview
		Next    string `json:"nextPageToken"`
	}
	if _, err = c.JSON(ctx, Request{URL: with(address, query), Header: bearer(token)}, &found); err != nil {
		return l, err
	}
	for _, r := range found.Reviews {
		l.mentions = append(l.mentions, r.mention())
		if at := when(r.Updated); !at.IsZero() {
			l.see(at)
		}
	}
	l.mentions, l.next = usable(l.mentions), found.Next
	return l, nil
}

// Test reads the newest reviews.
func (n Google) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	token, err := googleToken(ctx, c, s)
	if err != nil {
		return data.ConnectionTest{}, err
	}
	l, err := n.list(ctx, c, s, token, "")
	return sampled(s["location"], l), err
}

// Fetch reads the reviews that are new or were changed.
func (n Google) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	token, err := googleToken(ctx, c, s)
	if err != nil {
		return err
	}
	const most = 400
	return readingsOf(cursor).follow("reviews", most, func(next string) (listed, error) { return n.list(ctx, c, s, token, next) }, take)
}

// Reply answers a review. A review has one answer: a second one takes its
// place.
func (n Google) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	token, err := googleToken(ctx, c, s)
	if err != nil {
		return data.Posted{}, err
	}
	address := base(s, "https://mybusiness.googleapis.com") + "/v4/" + strings.Trim(out.To.ExternalID, "/") + "/reply"
	var made struct {
		Updated string `json:"updateTime"`
	}
	_, err = c.JSON(ctx, Request{Method: http.MethodPut, URL: address, Header: bearer(token), Body: map[string]string{"comment": out.Text}}, &made)
	return data.Posted{ID: out.To.ExternalID, URL: out.To.URL, At: when(made.Updated)}, err
}

// FindReply reads the answer that a review has.
func (n Google) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	token, err := googleToken(ctx, c, s)
	if err != nil {
		return data.Posted{}, false, err
	}
	var r googleReview
	address := base(s, "https://mybusiness.googleapis.com") + "/v4/" + strings.Trim(out.To.ExternalID, "/")
	if _, err := c.JSON(ctx, Request{URL: address, Header: bearer(token)}, &r); err != nil {
		return data.Posted{}, false, err
	}
	if r.Reply == nil || !data.SameReply(r.Reply.Comment, out.Text) {
		return data.Posted{}, false, nil
	}
	return data.Posted{ID: r.Name, URL: out.To.URL, At: when(r.Reply.Updated)}, true, nil
}
