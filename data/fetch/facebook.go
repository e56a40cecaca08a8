package fetch

import (
	"context"
	"net/url"
	"time"

	"vedetta/data"
)

// Facebook reads what is written on a page: posts and comments of others, and
// posts that tag it. The token is one of the page, of the person's own app.
type Facebook struct{}

// Network is data.NetworkFacebook.
func (Facebook) Network() data.Network { return data.NetworkFacebook }

// Fields are the page's id and its token.
func (Facebook) Fields() []data.ConnectionField {
	return []data.ConnectionField{{Key: "page"}, {Key: "token", Secret: true}}
}

// Pace is slow: limits grow with how much a page is used.
func (Facebook) Pace() (time.Duration, int) { return 500 * time.Millisecond, 5 }

// Hosts is none: the network has its own.
func (Facebook) Hosts(s Setup) []string { return typed(s) }

func (Facebook) graph(c *Client, s Setup) graph {
	return graph{c, base(s, "https://graph.facebook.com") + "/" + graphVersion, s["token"]}
}

const facebookFields = "id,message,created_time,permalink_url,from,comments.limit(50){id,message,created_time,permalink_url,from,like_count,comment_count,comments.limit(25){id,message,created_time,permalink_url,from,like_count}}"

// Test asks for the page, and which permissions are missing.
func (n Facebook) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	g := n.graph(c, s)
	var page struct{ ID, Name string }
	if err := g.get(ctx, url.PathEscape(s["page"]), url.Values{"fields": {"id,name"}}, &page); err != nil {
		return data.ConnectionTest{}, err
	}
	l, err := g.list(ctx, data.NetworkFacebook, url.PathEscape(s["page"])+"/feed", facebookFields, page.ID, "")
	t := sampled(page.Name, l)
	t.Missing = g.lackingScopes(ctx, "pages_read_engagement", "pages_read_user_content", "pages_manage_engagement")
	return t, err
}

// Fetch reads the page's feed with its comments, and the posts that tag it. A
// post that was read is read again while it is among the newest: comments come
// later.
func (n Facebook) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	g, at := n.graph(c, s), readingsOf(cursor)
	const most = 20
	for _, edge := range []string{"feed", "tagged"} {
		err := at.follow(edge, most, func(next string) (listed, error) {
			return g.list(ctx, data.NetworkFacebook, url.PathEscape(s["page"])+"/"+edge, facebookFields, s["page"], next)
		}, take)
		if err != nil {
			return err
		}
	}
	return nil
}

// Reply comments below a post or a comment.
func (n Facebook) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	var made graphNode
	err := n.graph(c, s).post(ctx, url.PathEscape(out.To.ExternalID)+"/comments", url.Values{"message": {out.Text}}, &made)
	return data.Posted{ID: made.ID, URL: out.To.URL, At: c.clock().UTC()}, err
}

// FindReply looks among the comments below.
func (n Facebook) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	return n.graph(c, s).find(ctx, url.PathEscape(out.To.ExternalID)+"/comments", "id,message,created_time,permalink_url", out.Text)
}
