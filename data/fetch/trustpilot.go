package fetch

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Trustpilot reads the reviews of a business and answers them with a token of
// a paid plan. https://developers.trustpilot.com
type Trustpilot struct{}

// Network is data.NetworkTrustpilot.
func (Trustpilot) Network() data.Network { return data.NetworkTrustpilot }

// Fields are the business unit, a key to read, and a token to answer with.
func (Trustpilot) Fields() []data.ConnectionField {
	return []data.ConnectionField{{Key: "unit"}, {Key: "key", Secret: true}, {Key: "token", Secret: true, Optional: true}}
}

// Pace is slow: nobody tells what is borne.
func (Trustpilot) Pace() (time.Duration, int) { return time.Second, 3 }

// Hosts is none: the network has its own.
func (Trustpilot) Hosts(s Setup) []string { return typed(s) }

type trustpilotReview struct {
	ID       string
	Stars    float64
	Title    string
	Text     string
	Language string
	Created  string `json:"createdAt"`
	Consumer struct {
		ID   string
		Name string `json:"displayName"`
	}
	Reply *struct {
		Text    string
		Created string `json:"createdAt"`
	} `json:"companyReply"`
}

func (r trustpilotReview) mention() data.Mention {
	m := data.Mention{
		Source: string(data.NetworkTrustpilot), ExternalID: r.ID, URL: "https://www.trustpilot.com/reviews/" + r.ID, Title: plain(r.Title), Text: plain(r.Text),
		Rating: r.Stars, PublishedAt: when(r.Created), PublishedRaw: r.Created, Lang: r.Language,
		Author: data.Author{ID: r.Consumer.ID, Name: r.Consumer.Name, Followers: data.Unknown}, Engagement: data.NoEngagement,
	}
	if m.Text == "" {
		m.Text, m.Title = m.Title, ""
	}
	return m
}

func (Trustpilot) list(ctx context.Context, c *Client, s Setup, next string) (l listed, err error) {
	page, _ := strconv.Atoi(next)
	const each = 100
	query := url.Values{"perPage": {strconv.Itoa(each)}, "page": {strconv.Itoa(max(page, 1))}, "orderBy": {"createdat.desc"}}
	var found struct{ Reviews []trustpilotReview }
	address := base(s, "https://api.trustpilot.com") + "/v1/business-units/" + url.PathEscape(s["unit"]) + "/reviews"
	if _, err = c.JSON(ctx, Request{URL: with(address, query), Header: map[string]string{"apikey": strings.TrimSpace(s["key"])}}, &found); err != nil {
		return l, err
	}
	for _, r := range found.Reviews {
		l.mentions = append(l.mentions, r.mention())
	}
	if len(found.Reviews) == each {
		l.next = strconv.Itoa(max(page, 1) + 1)
	}
	l.mentions = usable(l.mentions)
	l.span()
	return l, nil
}

// Test reads the newest reviews.
func (n Trustpilot) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	l, err := n.list(ctx, c, s, "")
	t := sampled(s["unit"], l)
	if s["token"] == "" {
		t.Missing = []string{"business user token"}
	}
	return t, err
}

// Fetch reads the reviews.
func (n Trustpilot) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	const most = 200
	return readingsOf(cursor).follow("reviews", most, func(next string) (listed, error) { return n.list(ctx, c, s, next) }, take)
}

// Reply answers a review. A review has one answer.
func (n Trustpilot) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	if s["token"] == "" {
		return data.Posted{}, lacking("token")
	}
	address := base(s, "https://api.trustpilot.com") + "/v1/private/reviews/" + url.PathEscape(out.To.ExternalID) + "/reply"
	_, err := c.Do(ctx, Request{Method: http.MethodPost, URL: address, Header: bearer(s["token"]), Body: map[string]string{"message": out.Text}})
	return data.Posted{ID: out.To.ExternalID, URL: out.To.URL, At: c.clock().UTC()}, err
}

// FindReply reads the answer that a review has.
func (n Trustpilot) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	var r trustpilotReview
	address := base(s, "https://api.trustpilot.com") + "/v1/reviews/" + url.PathEscape(out.To.ExternalID)
	if _, err := c.JSON(ctx, Request{URL: address, Header: map[string]string{"apikey": strings.TrimSpace(s["key"])}}, &r); err != nil {
		return data.Posted{}, false, err
	}
	if r.Reply == nil || !data.SameReply(r.Reply.Text, out.Text) {
		return data.Posted{}, false, nil
	}
	return data.Posted{ID: r.ID, URL: out.To.URL, At: when(r.Reply.Created)}, true, nil
}
