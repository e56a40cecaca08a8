package fetch

import (
	"context"
	"net/url"
	"time"

	"vedetta/data"
)

// Instagram reads the comments below a business account's media, and media in
// which it is tagged. The token is one of the person's own app.
// https://developers.facebook.com/docs/instagram-platform
type Instagram struct{}

// Network is data.NetworkInstagram.
func (Instagram) Network() data.Network { return data.NetworkInstagram }

// Fields are the account's number and a token.
func (Instagram) Fields() []data.ConnectionField {
	return []data.ConnectionField{{Key: "account"}, {Key: "token", Secret: true}}
}

// Pace is slow: limits grow with how much an account is used.
func (Instagram) Pace() (time.Duration, int) { return 500 * time.Millisecond, 5 }

// Hosts is none: the network has its own.
func (Instagram) Hosts(s Setup) []string { return typed(s) }

func (Instagram) graph(c *Client, s Setup) graph {
	return graph{c, base(s, "https://graph.facebook.com") + "/" + graphVersion, s["token"]}
}

const (
	instagramMedia = "id,timestamp,permalink,comments.limit(50){id,text,timestamp,username,from,like_count,replies.limit(25){id,text,timestamp,username,from,like_count}}"
	instagramTags  = "id,caption,timestamp,permalink,username,like_count"
)

// Test asks for the account, and which permissions are missing.
func (n Instagram) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	g := n.graph(c, s)
	var me struct{ ID, Username string }
	if err := g.get(ctx, url.PathEscape(s["account"]), url.Values{"fields": {"id,username"}}, &me); err != nil {
		return data.ConnectionTest{}, err
	}
	l, err := g.list(ctx, data.NetworkInstagram, url.PathEscape(s["account"])+"/media", instagramMedia, me.Username, "")
	t := sampled("@"+me.Username, l)
	t.Missing = g.lackingScopes(ctx, "instagram_basic", "instagram_manage_comments", "pages_read_engagement")
	return t, err
}

// Fetch reads the comments below our media and the media that tag us.
func (n Instagram) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	g, at := n.graph(c, s), readingsOf(cursor)
	var me struct{ Username string }
	if err := g.get(ctx, url.PathEscape(s["account"]), url.Values{"fields": {"username"}}, &me); err != nil {
		return err
	}
	const most = 20
	for _, edge := range []struct{ path, fields string }{{"media", instagramMedia}, {"tags", instagramTags}} {
		err := at.follow(edge.path, most, func(next string) (listed, error) {
			return g.list(ctx, data.NetworkInstagram, url.PathEscape(s["account"])+"/"+edge.path, edge.fields, me.Username, next)
		}, take)
		if err != nil {
			return err
		}
	}
	return nil
}

// Reply answers a comment.
func (n Instagram) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	var made graphNode
	err := n.graph(c, s).post(ctx, url.PathEscape(out.To.ExternalID)+"/replies", url.Values{"message": {out.Text}}, &made)
	return data.Posted{ID: made.ID, URL: out.To.URL, At: c.clock().UTC()}, err
}

// FindReply looks among the answers to the comment.
func (n Instagram) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	return n.graph(c, s).find(ctx, url.PathEscape(out.To.ExternalID)+"/replies", "id,text,timestamp", out.Text)
}
