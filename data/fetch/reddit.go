package fetch

import (
	"context"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"time"

	"vedetta/data"
)

// Reddit searches posts, reads the comments of communities, and answers, with
// the credentials of the person's own "script" app.
// https://www.reddit.com/dev/api
type Reddit struct{}

// Network is data.NetworkReddit.
func (Reddit) Network() data.Network { return data.NetworkReddit }

// Fields are the app, the account, and what to look for.
func (Reddit) Fields() []data.ConnectionField {
	return []data.ConnectionField{
		{Key: "client"},
		{Key: "secret", Secret: true},
		{Key: "user"},
		{Key: "password", Secret: true},
		{Key: "words", Optional: true},
		{Key: "communities", Optional: true},
	}
}

// Pace keeps to 100 requests a minute.
func (Reddit) Pace() (time.Duration, int) { return 700 * time.Millisecond, 10 }

// Hosts is none: the network has its own.
func (Reddit) Hosts(s Setup) []string { return typed(s) }

type redditThing struct {
	Data struct {
		Name      string // "t1_…": its full id
		Title     string
		Selftext  string
		Body      string
		Author    string
		AuthorID  string  `json:"author_fullname"`
		Created   float64 `json:"created_utc"`
		Permalink string
		Parent    string `json:"parent_id"`
		Score     *int64
		Comments  *int64 `json:"num_comments"`
		Link      string `json:"link_title"`
	}
}

// removed are the texts of what its author or a moderator took away.
func (t redditThing) removed() bool {
	d := t.Data
	return d.Body == "[deleted]" || d.Body == "[removed]" || d.Selftext == "[deleted]" || d.Selftext == "[removed]"
}

func (t redditThing) mention() data.Mention {
	d := t.Data
	m := data.Mention{
		Source: string(data.NetworkReddit), ExternalID: d.Name, URL: "https://www.reddit.com" + d.Permalink, Title: d.Title,
		Text: strings.TrimSpace(plain(d.Selftext + d.Body)), InReplyTo: d.Parent,
		Author: data.Author{ID: d.AuthorID, Handle: d.Author, Followers: data.Unknown}, Engagement: data.NoEngagement,
	}
	if d.Created > 0 {
		m.PublishedAt = time.Unix(int64(d.Created), 0).UTC()
	}
	if m.Title == "" {
		m.Title = d.Link
	}
	if m.Text == "" {
		m.Text, m.Title = m.Title, ""
	}
	m.Engagement.Likes, m.Engagement.Replies = known(d.Score), known(d.Comments)
	return m
}

// redditAgent is how Reddit wants programs to introduce themselves.
const redditAgent = "desktop:app.vedetta:v1 (by /u/"

// redditSession is an account that is logged in.
type redditSession struct {
	client  *Client
	address string
	header  map[string]string
}

func (Reddit) session(ctx context.Context, c *Client, s Setup) (*redditSession, error) {
	agent := redditAgent + s["user"] + ")"
	basic := base64.StdEncoding.EncodeToString([]byte(s["client"] + ":" + s["secret"]))
	var in struct {
		Token string `json:"access_token"`
		Error string
	}
	_, err := c.JSON(ctx, Request{
		Method: http.MethodPost, URL: base(s, "https://www.reddit.com") + "/api/v1/access_token",
		Form:   url.Values{"grant_type": {"password"}, "username": {s["user"]}, "password": {s["password"]}}.Encode(),
		Header: map[string]string{"Authorization": "Basic " + basic, "User-Agent": agent},
	}, &in)
	if err == nil && in.Token == "" {
		err = hosted(data.ErrFetchKeys, "reddit.com")
	}
	return &redditSession{c, base(s, "https://oauth.reddit.com"), map[string]string{"Authorization": "Bearer " + in.Token, "User-Agent": agent}}, err
}

func (in *redditSession) list(ctx context.Context, path, us, next string) (l listed, err error) {
	query := url.Values{"limit": {"100"}, "sort": {"new"}, "raw_json": {"1"}}
	if next != "" {
		query.Set("after", next)
	}
	var found struct {
		Data struct {
			After    string
			Children []redditThing
		}
	}
	if _, err = in.client.JSON(ctx, Request{URL: with(in.address+path, query), Header: in.header}, &found); err != nil {
		return l, err
	}
	for _, t := range found.Data.Children {
		m := t.mention()
		l.see(m.PublishedAt)
		switch {
		case t.removed():
			l.gone = append(l.gone, m.ExternalID)
		case !strings.EqualFold(m.Author.Handle, us):
			l.mentions = append(l.mentions, m)
		}
	}
	l.mentions, l.next = usable(l.mentions), found.Data.After
	return l, nil
}

func (Reddit) lists(s Setup) (paths []string) {
	for _, words := range list(s["words"]) {
		paths = append(paths, "/search?"+url.Values{"q": {words}, "type": {"link"}}.Encode())
	}
	for _, r := range list(s["communities"]) {
		paths = append(paths, "/r/"+url.PathEscape(strings.TrimPrefix(r, "r/"))+"/comments")
	}
	return append(paths, "/message/mentions")
}

// Test logs in and reads the first list.
func (n Reddit) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return data.ConnectionTest{}, err
	}
	l, err := in.list(ctx, n.lists(s)[0], s["user"], "")
	return sampled("u/"+s["user"], l), err
}

// Fetch goes through searches, communities and what mentions us.
func (n Reddit) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return err
	}
	at := readingsOf(cursor)
	for _, path := range n.lists(s) {
		const most = 10 // the network tells no more than a thousand
		if err := at.follow(path, most, func(next string) (listed, error) { return in.list(ctx, path, s["user"], next) }, take); err != nil {
			return err
		}
	}
	return nil
}

// Reply comments below a post or a comment.
func (n Reddit) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return data.Posted{}, err
	}
	var made struct {
		JSON struct {
			Errors [][]any
			Data   struct{ Things []redditThing }
		} `json:"json"`
	}
	_, err = c.JSON(ctx, Request{
		Method: http.MethodPost, URL: in.address + "/api/comment", Header: in.header,
		Form: url.Values{"api_type": {"json"}, "thing_id": {out.To.ExternalID}, "text": {out.Text}}.Encode(),
	}, &made)
	if err == nil && (len(made.JSON.Errors) > 0 || len(made.JSON.Data.Things) == 0) {
		err = hosted(data.ErrFetchRefused, "reddit.com").With("Status", http.StatusOK)
	}
	if err != nil {
		return data.Posted{}, err
	}
	m := made.JSON.Data.Things[0].mention()
	return data.Posted{ID: m.ExternalID, URL: m.URL, At: m.PublishedAt}, nil
}

// FindReply looks among our newest comments for one to the mention.
func (n Reddit) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return data.Posted{}, false, err
	}
	l, err := in.list(ctx, "/user/"+url.PathEscape(s["user"])+"/comments", "", "")
	for _, m := range l.mentions {
		if m.InReplyTo == out.To.ExternalID && data.SameReply(m.Text, out.Text) {
			return data.Posted{ID: m.ExternalID, URL: m.URL, At: m.PublishedAt}, true, nil
		}
	}
	return data.Posted{}, false, err
}
