package fetch

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"vedetta/data"
)

// Bluesky searches, reads what mentions us, and answers, with an app password.
// https://docs.bsky.app/docs/category/http-reference
type Bluesky struct{}

// Network is data.NetworkBluesky.
func (Bluesky) Network() data.Network { return data.NetworkBluesky }

// Fields are the account with an app password, and what to look for.
func (Bluesky) Fields() []data.ConnectionField {
	return []data.ConnectionField{
		{Key: "handle"}, {Key: "password", Secret: true}, {Key: "words", Optional: true}, {Key: "server", Optional: true, Default: "https://bsky.social"},
	}
}

// Pace keeps to 3,000 requests in five minutes.
func (Bluesky) Pace() (time.Duration, int) { return 150 * time.Millisecond, 20 }

// Hosts is the server that the person typed.
func (Bluesky) Hosts(s Setup) []string {
	u, err := url.Parse(s["server"])
	if err != nil || u.Hostname() == "" {
		return nil
	}
	return []string{u.Hostname()}
}

type blueskyRef struct {
	URI string `json:"uri"`
	CID string `json:"cid"`
}

type blueskyRecord struct {
	Text      string   `json:"text"`
	CreatedAt string   `json:"createdAt"`
	Langs     []string `json:"langs"`
	Reply     *struct {
		Root   blueskyRef `json:"root"`
		Parent blueskyRef `json:"parent"`
	} `json:"reply"`
}

type blueskyPost struct {
	blueskyRef
	Author struct {
		DID    string `json:"did"`
		Handle string `json:"handle"`
		Name   string `json:"displayName"`
	} `json:"author"`
	Record    blueskyRecord `json:"record"`
	Replies   *int64        `json:"replyCount"`
	Reposts   *int64        `json:"repostCount"`
	Likes     *int64        `json:"likeCount"`
	IndexedAt string        `json:"indexedAt"`
}

const (
	blueskyCID     = "cid"
	blueskyRoot    = "root"
	blueskyRootCID = "root_cid"
	blueskyPage    = "100"
	blueskyMost    = 100 // pages back
)

func (p blueskyPost) mention() data.Mention {
	m := data.Mention{
		Source: string(data.NetworkBluesky), ExternalID: p.URI, URL: blueskyURL(p), Text: strings.TrimSpace(p.Record.Text),
		PublishedAt: when(p.Record.CreatedAt), PublishedRaw: p.Record.CreatedAt,
		Author:     data.Author{ID: p.Author.DID, Handle: p.Author.Handle, Name: p.Author.Name, Followers: data.Unknown},
		Engagement: data.Engagement{Likes: known(p.Likes), Replies: known(p.Replies), Shares: known(p.Reposts), Views: data.Unknown, Reach: data.Unknown},
		Extras:     map[string]string{blueskyCID: p.CID},
	}
	// A clock that is set wrongly dates a post into the future: then it is of
	// when it was seen.
	if seen := when(p.IndexedAt); !seen.IsZero() && m.PublishedAt.After(seen) {
		m.PublishedAt = seen
	}
	if r := p.Record.Reply; r != nil {
		m.InReplyTo = r.Parent.URI
		m.Extras[blueskyRoot], m.Extras[blueskyRootCID] = r.Root.URI, r.Root.CID
	}
	if len(p.Record.Langs) > 0 {
		m.Lang, _, _ = strings.Cut(p.Record.Langs[0], "-")
	}
	return m
}

func known(n *int64) int64 {
	if n == nil {
		return data.Unknown
	}
	return *n
}

func blueskyURL(p blueskyPost) string {
	return "https://bsky.app/profile/" + p.Author.Handle + "/post/" + p.URI[strings.LastIndexByte(p.URI, '/')+1:]
}

// blueskySession is an account that is logged in.
type blueskySession struct {
	client *Client
	server string
	DID    string `json:"did"`
	Handle string `json:"handle"`
	Access string `json:"accessJwt"`
}

func (Bluesky) session(ctx context.Context, c *Client, s Setup) (*blueskySession, error) {
	in := &blueskySession{client: c, server: strings.TrimRight(s["server"], "/")}
	_, err := c.JSON(ctx, Request{
		Method: http.MethodPost, URL: in.server + "/xrpc/com.atproto.server.createSession",
		Body: map[string]string{"identifier": strings.TrimPrefix(strings.TrimSpace(s["handle"]), "@"), "password": s["password"]},
	}, in)
	return in, err
}

func (in *blueskySession) get(ctx context.Context, method string, query url.Values, into any) error {
	_, err := in.client.JSON(ctx, Request{URL: with(in.server+"/xrpc/"+method, query), Header: bearer(in.Access)}, into)
	return err
}

// list reads a page of a search or, without words, of what mentions us.
func (in *blueskySession) list(ctx context.Context, words, next string) (l listed, err error) {
	query := url.Values{"limit": {blueskyPage}}
	if next != "" {
		query.Set("cursor", next)
	}
	var found struct {
		Cursor        string
		Posts         []blueskyPost
		Notifications []struct {
			blueskyPost
			Reason string
		}
	}
	if words == "" {
		err = in.get(ctx, "app.bsky.notification.listNotifications", query, &found)
	} else {
		query.Set("q", words)
		query.Set("sort", "latest")
		err = in.get(ctx, "app.bsky.feed.searchPosts", query, &found)
	}
	if err != nil {
		return l, err
	}
	for _, n := range found.Notifications {
		switch n.Reason {
		case "mention", "reply", "quote":
			found.Posts = append(found.Posts, n.blueskyPost)
		}
	}
	for _, p := range found.Posts {
		if p.Author.DID != in.DID {
			l.mentions = append(l.mentions, p.mention())
		}
	}
	l.mentions, l.next = usable(l.mentions), found.Cursor
	l.span()
	return l, nil
}

// Test logs in and looks for the newest.
func (n Bluesky) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return data.ConnectionTest{}, err
	}
	first := ""
	if words := list(s["words"]); len(words) > 0 {
		first = words[0]
	}
	l, err := in.list(ctx, first, "")
	return sampled("@"+in.Handle, l), err
}

// Fetch reads what mentions us, then each search.
func (n Bluesky) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return err
	}
	at := readingsOf(cursor)
	for _, words := range append([]string{""}, list(s["words"])...) {
		err := at.follow("="+words, blueskyMost, func(next string) (listed, error) { return in.list(ctx, words, next) }, take)
		if err != nil {
			return err
		}
	}
	return nil
}

// Reply answers in the thread of the mention.
func (n Bluesky) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return data.Posted{}, err
	}
	parent := blueskyRef{out.To.ExternalID, out.Extras[blueskyCID]}
	root := parent
	if out.Extras[blueskyRoot] != "" {
		root = blueskyRef{out.Extras[blueskyRoot], out.Extras[blueskyRootCID]}
	}
	now := c.clock().UTC()
	record := map[string]any{
		"$type": "app.bsky.feed.post", "text": out.Text, "createdAt": now.Format("2006-01-02T15:04:05.000Z"),
		"reply": map[string]any{"root": root, "parent": parent},
	}
	if facets := blueskyFacets(out.Text); len(facets) > 0 {
		record["facets"] = facets
	}
	var made blueskyPost
	_, err = c.JSON(ctx, Request{
		Method: http.MethodPost, URL: in.server + "/xrpc/com.atproto.repo.createRecord", Header: bearer(in.Access),
		Body: map[string]any{"repo": in.DID, "collection": "app.bsky.feed.post", "record": record},
	}, &made)
	if err != nil {
		return data.Posted{}, err
	}
	made.Author.Handle = in.Handle
	return data.Posted{ID: made.URI, URL: blueskyURL(made), At: now}, nil
}

var (
	webLink = regexp.MustCompile(`https?://[^\s<>"]+[^\s<>".,;:!?)\]]`)
	hashtag = regexp.MustCompile(`(?:^|\s)(#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)`)
)

// blueskyFacets are the links and hashtags of a text with their places in
// bytes of UTF-8, as the protocol counts.
func blueskyFacets(text string) (all []map[string]any) {
	add := func(from, to int, feature map[string]any) {
		all = append(all, map[string]any{"index": map[string]int{"byteStart": from, "byteEnd": to}, "features": []any{feature}})
	}
	for _, at := range webLink.FindAllStringIndex(text, -1) {
		add(at[0], at[1], map[string]any{"$type": "app.bsky.richtext.facet#link", "uri": text[at[0]:at[1]]})
	}
	for _, at := range hashtag.FindAllStringSubmatchIndex(text, -1) {
		add(at[2], at[3], map[string]any{"$type": "app.bsky.richtext.facet#tag", "tag": text[at[2]+1 : at[3]]})
	}
	return all
}

// FindReply looks among our newest posts for one to the mention with the text.
func (n Bluesky) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return data.Posted{}, false, err
	}
	var ours struct {
		Records []struct {
			blueskyRef
			Value blueskyRecord
		}
	}
	query := url.Values{"repo": {in.DID}, "collection": {"app.bsky.feed.post"}, "limit": {"100"}}
	if err := in.get(ctx, "com.atproto.repo.listRecords", query, &ours); err != nil {
		return data.Posted{}, false, err
	}
	for _, r := range ours.Records {
		if r.Value.Reply != nil && r.Value.Reply.Parent.URI == out.To.ExternalID && data.SameReply(r.Value.Text, out.Text) {
			p := blueskyPost{blueskyRef: r.blueskyRef}
			p.Author.Handle = in.Handle
			return data.Posted{ID: r.URI, URL: blueskyURL(p), At: when(r.Value.CreatedAt)}, true, nil
		}
	}
	return data.Posted{}, false, nil
}

// Refresh asks for 25 posts at a time; those that are missing are gone.
func (n Bluesky) Refresh(ctx context.Context, c *Client, s Setup, mentions []data.Mention) (found []data.Mention, gone []string, err error) {
	in, err := n.session(ctx, c, s)
	if err != nil {
		return nil, nil, err
	}
	const together = 25
	for len(mentions) > 0 {
		some := mentions[:min(together, len(mentions))]
		mentions = mentions[len(some):]
		query, there := url.Values{}, map[string]bool{}
		for _, m := range some {
			query.Add("uris", m.ExternalID)
		}
		var posts struct{ Posts []blueskyPost }
		if err := in.get(ctx, "app.bsky.feed.getPosts", query, &posts); err != nil {
			return found, gone, err
		}
		for _, p := range posts.Posts {
			there[p.URI] = true
			found = append(found, p.mention())
		}
		for _, m := range some {
			if !there[m.ExternalID] {
				gone = append(gone, m.ExternalID)
			}
		}
	}
	return found, gone, nil
}
