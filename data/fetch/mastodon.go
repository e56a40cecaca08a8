package fetch

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Mastodon reads hashtags, searches and mentions of Mastodon and of what
// speaks like it (GoToSocial, Pleroma), and answers.
// https://docs.joinmastodon.org/methods/
type Mastodon struct{}

// Network is data.NetworkMastodon.
func (Mastodon) Network() data.Network { return data.NetworkMastodon }

// Fields are the server, a token made there, and what to look for beside what
// mentions us.
func (Mastodon) Fields() []data.ConnectionField {
	return []data.ConnectionField{
		{Key: "server"}, {Key: "token", Secret: true}, {Key: "tags", Optional: true}, {Key: "words", Optional: true},
	}
}

// Pace keeps to 300 requests in five minutes.
func (Mastodon) Pace() (time.Duration, int) { return 2 * time.Second, 150 }

// Hosts is the server.
func (Mastodon) Hosts(s Setup) []string {
	u, err := url.Parse(mastodonServer(s))
	if err != nil || u.Hostname() == "" {
		return nil
	}
	return []string{u.Hostname()}
}

// mastodonServer is the address of the server, however it was typed.
func mastodonServer(s Setup) string {
	server := strings.TrimRight(strings.TrimSpace(s["server"]), "/")
	if server != "" && !strings.Contains(server, "://") {
		server = "https://" + server
	}
	return server
}

func (Mastodon) ask(s Setup, path string, query url.Values) Request {
	address := mastodonServer(s) + path
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	return Request{URL: address, Header: map[string]string{"Authorization": "Bearer " + strings.TrimSpace(s["token"])}}
}

type mastodonAccount struct {
	ID        string `json:"id"`
	Acct      string `json:"acct"`
	Name      string `json:"display_name"`
	Followers int64  `json:"followers_count"`
}

type mastodonStatus struct {
	ID         string           `json:"id"`
	URI        string           `json:"uri"`
	URL        string           `json:"url"`
	CreatedAt  string           `json:"created_at"`
	Language   string           `json:"language"`
	Visibility string           `json:"visibility"`
	Warning    string           `json:"spoiler_text"`
	Content    string           `json:"content"`
	InReplyTo  string           `json:"in_reply_to_id"`
	Replies    int64            `json:"replies_count"`
	Boosts     int64            `json:"reblogs_count"`
	Favourites int64            `json:"favourites_count"`
	Reblog     *json.RawMessage `json:"reblog"`
	Account    mastodonAccount  `json:"account"`
}

const mastodonID = "mastodon_id"

// mention is a status as a mention; false for what is not public, or only
// passes on what another one said.
func (st mastodonStatus) mention() (data.Mention, bool) {
	if st.Visibility == "private" || st.Visibility == "direct" || st.Reblog != nil {
		return data.Mention{}, false
	}
	m := data.Mention{
		Source: string(data.NetworkMastodon), ExternalID: st.URI, URL: st.URL, Title: plain(st.Warning), Text: plain(st.Content),
		PublishedAt: when(st.CreatedAt), PublishedRaw: st.CreatedAt, InReplyTo: st.InReplyTo,
		Author:     data.Author{ID: st.Account.ID, Handle: st.Account.Acct, Name: st.Account.Name, Followers: st.Account.Followers},
		Engagement: data.Engagement{Likes: st.Favourites, Replies: st.Replies, Shares: st.Boosts, Views: data.Unknown, Reach: data.Unknown},
		Extras:     map[string]string{mastodonID: st.ID},
	}
	if len(st.Language) == 2 {
		m.Lang = st.Language
	}
	return m, st.URI != "" && !m.PublishedAt.IsZero() && m.Text+m.Title != ""
}

// Test asks who the token belongs to.
func (n Mastodon) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	if mastodonServer(s) == "" {
		return data.ConnectionTest{}, (&data.Error{Code: data.ErrFetchField}).With("Field", "server")
	}
	var me mastodonAccount
	if _, err := c.JSON(ctx, n.ask(s, "/api/v1/accounts/verify_credentials", nil), &me); err != nil {
		return data.ConnectionTest{}, err
	}
	t := data.ConnectionTest{Account: "@" + me.Acct}
	for _, stream := range n.streams(s) {
		statuses, _, err := n.page(ctx, c, s, stream, url.Values{"limit": {"3"}})
		if data.CodeOf(err) == data.ErrFetchForbidden {
			t.Missing = append(t.Missing, stream.scope)
			continue
		}
		if err != nil {
			return t, err
		}
		for _, st := range statuses {
			if m, ok := st.mention(); ok {
				t.Sample = append(t.Sample, m)
			}
		}
	}
	return t, nil
}

// mastodonStream is a list of statuses that goes on for ever.
type mastodonStream struct {
	key, path, query string
	scope            string // that the token needs
}

func (Mastodon) streams(s Setup) []mastodonStream {
	all := []mastodonStream{{key: "mentions", path: "/api/v1/notifications", scope: "read:notifications"}}
	for _, tag := range list(s["tags"]) {
		tag = strings.TrimPrefix(tag, "#")
		all = append(all, mastodonStream{key: "#" + tag, path: "/api/v1/timelines/tag/" + url.PathEscape(tag), scope: "read:statuses"})
	}
	for _, words := range list(s["words"]) {
		all = append(all, mastodonStream{key: words, path: "/api/v2/search", query: words, scope: "read:search"})
	}
	return all
}

// list is what stands between commas.
func list(text string) (all []string) {
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// page reads some statuses of a stream and the ids at its ends.
func (n Mastodon) page(ctx context.Context, c *Client, s Setup, stream mastodonStream, query url.Values) (statuses []mastodonStatus, ids []string, err error) {
	switch {
	case stream.query != "":
		var found struct{ Statuses []mastodonStatus }
		query.Set("q", stream.query)
		query.Set("type", "statuses")
		_, err = c.JSON(ctx, n.ask(s, stream.path, query), &found)
		statuses = found.Statuses
	case stream.key == "mentions":
		var notes []struct {
			ID     string
			Status *mastodonStatus
		}
		query.Set("types[]", "mention")
		_, err = c.JSON(ctx, n.ask(s, stream.path, query), &notes)
		for _, note := range notes {
			ids = append(ids, note.ID)
			if note.Status != nil {
				statuses = append(statuses, *note.Status)
			}
		}
		return statuses, ids, err
	default:
		_, err = c.JSON(ctx, n.ask(s, stream.path, query), &statuses)
	}
	for _, st := range statuses {
		ids = append(ids, st.ID)
	}
	return statuses, ids, err
}

const (
	mastodonPage = 40
	// mostBackPages of a stream are fetched when it is new.
	mostBackPages = 120
)

// Fetch goes through the streams one after the other. A new stream is read
// from its newest status back; from then on from where it was, forward.
func (n Mastodon) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	at := walks{}
	at.read(cursor)
	for _, stream := range n.streams(s) {
		if err := n.follow(ctx, c, s, stream, at, take); err != nil {
			return err
		}
	}
	return nil
}

func (n Mastodon) follow(ctx context.Context, c *Client, s Setup, stream mastodonStream, at walks, take func(Page) error) error {
	for {
		w := at[stream.key]
		query := url.Values{"limit": {strconv.Itoa(mastodonPage)}}
		if key, value := w.next(); value != "" {
			query.Set(key, value)
		}
		statuses, ids, err := n.page(ctx, c, s, stream, query)
		if err != nil {
			return err
		}
		more := w.step(ids, mostBackPages)
		at[stream.key] = w
		page := Page{Cursor: at.String()}
		for _, st := range statuses {
			if m, ok := st.mention(); ok {
				page.Mentions = append(page.Mentions, m)
			}
		}
		if err := take(page); err != nil || !more {
			return err
		}
	}
}

// Refresh asks for each status again.
func (n Mastodon) Refresh(ctx context.Context, c *Client, s Setup, mentions []data.Mention) (found []data.Mention, gone []string, err error) {
	for _, m := range mentions {
		var st mastodonStatus
		_, err := c.JSON(ctx, n.ask(s, "/api/v1/statuses/"+url.PathEscape(m.Extras[mastodonID]), nil), &st)
		switch {
		case data.CodeOf(err) == data.ErrFetchNotFound && err != nil:
			gone = append(gone, m.ExternalID)
		case err != nil:
			return found, gone, err
		default:
			if again, ok := st.mention(); ok {
				found = append(found, again)
			}
		}
	}
	return found, gone, nil
}

// Reply answers as publicly as the mention is. Sent twice with the same key,
// the server makes one status of it.
func (n Mastodon) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	r := n.ask(s, "/api/v1/statuses", nil)
	r.Method = http.MethodPost
	r.Header["Idempotency-Key"] = "vedetta-reply-" + strconv.FormatInt(out.Reply, 10)
	text := out.Text
	if handle := "@" + out.To.Author.Handle; !strings.Contains(strings.ToLower(text), strings.ToLower(handle)) {
		text = handle + " " + text
	}
	r.Body = map[string]string{"status": text, "in_reply_to_id": out.To.Extras[mastodonID], "visibility": "public"}
	var st mastodonStatus
	if _, err := c.JSON(ctx, r, &st); err != nil {
		return data.Posted{}, err
	}
	return data.Posted{ID: st.URI, URL: st.URL, At: when(st.CreatedAt)}, nil
}

// FindReply looks among the answers to the mention for one of ours with the
// same text.
func (n Mastodon) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	var me mastodonAccount
	if _, err := c.JSON(ctx, n.ask(s, "/api/v1/accounts/verify_credentials", nil), &me); err != nil {
		return data.Posted{}, false, err
	}
	var around struct{ Descendants []mastodonStatus }
	_, err := c.JSON(ctx, n.ask(s, "/api/v1/statuses/"+url.PathEscape(out.To.Extras[mastodonID])+"/context", nil), &around)
	if err != nil {
		return data.Posted{}, false, err
	}
	for _, st := range around.Descendants {
		if st.Account.ID == me.ID && data.SameReply(plain(st.Content), out.Text) {
			return data.Posted{ID: st.URI, URL: st.URL, At: when(st.CreatedAt)}, true, nil
		}
	}
	return data.Posted{}, false, nil
}
