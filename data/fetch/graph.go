package fetch

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"vedetta/data"
)

// graphVersion is the version of Meta's Graph API that was read about.
// https://developers.facebook.com/docs/graph-api
const graphVersion = "v23.0"

// graph asks Meta's networks. The token goes as a header, never in an address.
type graph struct {
	client *Client
	root   string // address with the version
	token  string
}

// graphNode is what the nodes of these networks have in common.
type graphNode struct {
	ID       string
	Message  string // Facebook
	Text     string // Instagram, Threads
	Caption  string
	Created  string `json:"created_time"`
	Time     string `json:"timestamp"`
	Link     string `json:"permalink_url"`
	Perma    string `json:"permalink"`
	Username string
	From     struct{ ID, Name, Username string }
	Likes    *int64 `json:"like_count"`
	Answers  *int64 `json:"comment_count"`
	Comments *graphPage
	Replies  *graphPage
}

type graphPage struct {
	Data   []graphNode
	Paging struct {
		Cursors struct{ After string }
		Next    string
	}
}

// mention is a node as a mention of a source.
func (n graphNode) mention(source data.Network, inReplyTo string) data.Mention {
	m := data.Mention{
		Source: string(source), ExternalID: n.ID, Text: strings.TrimSpace(n.Message + n.Text + n.Caption), URL: n.Link + n.Perma, InReplyTo: inReplyTo,
		PublishedAt: when(n.Created + n.Time), PublishedRaw: n.Created + n.Time,
		Author:     data.Author{ID: n.From.ID, Name: n.From.Name, Handle: n.From.Username, Followers: data.Unknown},
		Engagement: data.NoEngagement,
	}
	if m.Author.Handle == "" {
		m.Author.Handle = n.Username
	}
	m.Engagement.Likes, m.Engagement.Replies = known(n.Likes), known(n.Answers)
	return m
}

func (g graph) get(ctx context.Context, path string, query url.Values, into any) error {
	_, err := g.client.JSON(ctx, Request{URL: with(g.root+"/"+path, query), Header: bearer(g.token)}, into)
	return graphError(err)
}

func (g graph) post(ctx context.Context, path string, form url.Values, into any) error {
	_, err := g.client.JSON(ctx, Request{Method: http.MethodPost, URL: g.root + "/" + path, Form: form.Encode(), Header: bearer(g.token)}, into)
	return graphError(err)
}

// graphError says what Meta's code of an error means: 190 is a token that is
// not valid, 4, 17, 32 and 613 too many calls, 10 and 200 to 299 a permission.
func graphError(err error) error {
	if data.CodeOf(err) != data.ErrFetchRefused && data.CodeOf(err) != data.ErrFetchForbidden || err == nil {
		return err
	}
	said := strings.ReplaceAll(err.Error(), `\"`, `"`)
	has := func(code string) bool {
		return strings.Contains(said, `"code":`+code+`,`) || strings.Contains(said, `"code":`+code+`}`) || strings.Contains(said, `"code": `+code+`,`)
	}
	switch {
	case has("190"):
		return hosted(data.ErrFetchKeys, "Meta")
	case has("4"), has("17"), has("32"), has("613"):
		return hosted(data.ErrFetchLimit, "Meta")
	case has("10"), has("200"), has("190"):
		return hosted(data.ErrFetchForbidden, "Meta")
	}
	return err
}

// list reads a page of the nodes at a path, their comments with them.
func (g graph) list(ctx context.Context, source data.Network, path, fields, us, next string) (l listed, err error) {
	query := url.Values{"fields": {fields}, "limit": {"50"}}
	if next != "" {
		query.Set("after", next)
	}
	var page graphPage
	if err := g.get(ctx, path, query, &page); err != nil {
		return l, err
	}
	for _, n := range page.Data {
		l.see(when(n.Created + n.Time))
		l.mentions = append(l.mentions, g.mentions(source, n, us, "")...)
	}
	if page.Paging.Next != "" {
		l.next = page.Paging.Cursors.After
	}
	l.mentions = usable(l.mentions)
	return l, nil
}

// mentions are a node and what was said below it, but for what we said.
func (g graph) mentions(source data.Network, n graphNode, us, inReplyTo string) (all []data.Mention) {
	m := n.mention(source, inReplyTo)
	if m.Author.ID != us && (us == "" || m.Author.Handle != us) && m.Author != (data.Author{Followers: data.Unknown}) {
		all = append(all, m)
	}
	for _, below := range []*graphPage{n.Comments, n.Replies} {
		if below == nil {
			continue
		}
		for _, c := range below.Data {
			if c.Link+c.Perma == "" {
				c.Perma = n.Link + n.Perma
			}
			all = append(all, g.mentions(source, c, us, n.ID)...)
		}
	}
	return all
}

// lackingScopes are those of some permissions that a token does not have.
func (g graph) lackingScopes(ctx context.Context, wanted ...string) (missing []string) {
	var have struct {
		Data []struct{ Permission, Status string }
	}
	if g.get(ctx, "me/permissions", nil, &have) != nil || len(have.Data) == 0 {
		return nil // tokens of pages do not tell
	}
	granted := map[string]bool{}
	for _, p := range have.Data {
		granted[p.Permission] = p.Status == "granted"
	}
	for _, scope := range wanted {
		if !granted[scope] {
			missing = append(missing, scope)
		}
	}
	return missing
}

// find looks for our answer below a node.
func (g graph) find(ctx context.Context, path, fields, text string) (data.Posted, bool, error) {
	var page graphPage
	if err := g.get(ctx, path, url.Values{"fields": {fields}, "limit": {"50"}}, &page); err != nil {
		return data.Posted{}, false, err
	}
	for _, n := range page.Data {
		if data.SameReply(n.Message+n.Text, text) {
			return data.Posted{ID: n.ID, URL: n.Link + n.Perma, At: when(n.Created + n.Time)}, true, nil
		}
	}
	return data.Posted{}, false, nil
}
