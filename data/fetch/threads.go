package fetch

import (
	"context"
	"net/url"
	"time"

	"vedetta/data"
)

// Threads reads what mentions us and searches, and answers in two steps.
// https://developers.facebook.com/docs/threads
type Threads struct{}

// Network is data.NetworkThreads.
func (Threads) Network() data.Network { return data.NetworkThreads }

// Fields are a token, and words to look for.
func (Threads) Fields() []data.ConnectionField {
	return []data.ConnectionField{{Key: "token", Secret: true}, {Key: "words", Optional: true}}
}

// Pace is slow: limits grow with how much an account is used.
func (Threads) Pace() (time.Duration, int) { return 500 * time.Millisecond, 5 }

// Hosts is none: the network has its own.
func (Threads) Hosts(s Setup) []string { return typed(s) }

func (Threads) graph(c *Client, s Setup) graph {
	return graph{c, base(s, "https://graph.threads.net") + "/v1.0", s["token"]}
}

const threadsFields = "id,text,timestamp,permalink,username"

func (Threads) me(ctx context.Context, g graph) (id, name string, err error) {
	var me struct{ ID, Username string }
	err = g.get(ctx, "me", url.Values{"fields": {"id,username"}}, &me)
	return me.ID, me.Username, err
}

// Test asks who the token belongs to.
func (n Threads) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	g := n.graph(c, s)
	id, name, err := n.me(ctx, g)
	if err != nil {
		return data.ConnectionTest{}, err
	}
	l, err := g.list(ctx, data.NetworkThreads, id+"/mentions", threadsFields, name, "")
	t := sampled("@"+name, l)
	if data.CodeOf(err) == data.ErrFetchForbidden && err != nil {
		t.Missing, err = []string{"threads_manage_mentions"}, nil
	}
	return t, err
}

// Fetch reads what mentions us, then each search.
func (n Threads) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	g, at := n.graph(c, s), readingsOf(cursor)
	id, name, err := n.me(ctx, g)
	if err != nil {
		return err
	}
	const most = 40
	err = at.follow("mentions", most, func(next string) (listed, error) {
		return g.list(ctx, data.NetworkThreads, id+"/mentions", threadsFields, name, next)
	}, take)
	for _, words := range list(s["words"]) {
		if err != nil {
			return err
		}
		path := "keyword_search?" + url.Values{"q": {words}, "search_type": {"RECENT"}}.Encode()
		err = at.follow("= "+words, most, func(next string) (listed, error) {
			return g.list(ctx, data.NetworkThreads, path, threadsFields, name, next)
		}, take)
	}
	return err
}

// Reply makes an answer and publishes it.
func (n Threads) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	g := n.graph(c, s)
	var made graphNode
	if err := g.post(ctx, "me/threads", url.Values{"media_type": {"TEXT"}, "text": {out.Text}, "reply_to_id": {out.To.ExternalID}}, &made); err != nil {
		return data.Posted{}, err
	}
	var published graphNode
	err := g.post(ctx, "me/threads_publish", url.Values{"creation_id": {made.ID}}, &published)
	return data.Posted{ID: published.ID, URL: out.To.URL, At: c.clock().UTC()}, err
}

// FindReply looks among our newest answers.
func (n Threads) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	return n.graph(c, s).find(ctx, "me/replies", "id,text,timestamp,permalink", out.Text)
}
