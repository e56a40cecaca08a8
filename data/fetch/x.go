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

// X searches the posts of the last seven days, which costs money: so much for
// each post. The person sets a limit for a month. https://docs.x.com/x-api
type X struct{}

// Network is data.NetworkX.
func (X) Network() data.Network { return data.NetworkX }

// Fields are the key, what to look for, what a post costs in dollars, the
// month's limit, and, to answer, the keys of the app and of the account.
func (X) Fields() []data.ConnectionField {
	return []data.ConnectionField{
		{Key: "token", Secret: true},
		{Key: "words"},
		{Key: "tariff", Default: "0.005"},
		{Key: "limit", Default: "5"},
		{Key: "app_key", Secret: true, Optional: true},
		{Key: "app_secret", Secret: true, Optional: true},
		{Key: "account_token", Secret: true, Optional: true},
		{Key: "account_secret", Secret: true, Optional: true},
	}
}

// Pace keeps to 450 requests in 15 minutes.
func (X) Pace() (time.Duration, int) { return 2 * time.Second, 5 }

// Hosts is none: the network has its own.
func (X) Hosts(s Setup) []string { return typed(s) }

// xCursor is how far each search was read, and what this month cost.
type xCursor struct {
	Since map[string]string `json:"since,omitempty"` // the newest id, by search
	Next  map[string]string `json:"next,omitempty"`  // a reading under way
	Top   map[string]string `json:"top,omitempty"`   // the newest id of the reading under way
	Month string            `json:"month,omitempty"`
	Spent float64           `json:"spent,omitempty"`
}

func xCursorOf(text string, now time.Time) xCursor {
	c := xCursor{}
	_ = json.Unmarshal([]byte(text), &c)
	for _, m := range []*map[string]string{&c.Since, &c.Next, &c.Top} {
		if *m == nil {
			*m = map[string]string{}
		}
	}
	if month := now.UTC().Format("2006-01"); c.Month != month {
		c.Month, c.Spent = month, 0
	}
	return c
}

func (c xCursor) String() string {
	j, err := json.Marshal(c)
	if err != nil {
		return "" // cannot be: texts and a number
	}
	return string(j)
}

// Spent is what a connection cost this month, and its limit, in dollars.
func (X) Spent(s Setup, cursor string, now time.Time) (spent, limit float64) {
	limit, _ = strconv.ParseFloat(s["limit"], 64)
	return xCursorOf(cursor, now).Spent, limit
}

// Price is what a fetch may cost at most.
func (X) Price(s Setup, posts int) float64 { return float64(posts) * xTariff(s) }

func xTariff(s Setup) float64 {
	tariff, err := strconv.ParseFloat(strings.ReplaceAll(s["tariff"], ",", "."), 64)
	if err != nil || tariff < 0 {
		return 0.005
	}
	return tariff
}

type xAnswer struct {
	Data []struct {
		ID       string
		Text     string
		AuthorID string `json:"author_id"`
		Created  string `json:"created_at"`
		Lang     string
		Note     struct{ Text string } `json:"note_tweet"`
		Metrics  struct {
			Likes    *int64 `json:"like_count"`
			Replies  *int64 `json:"reply_count"`
			Retweets *int64 `json:"retweet_count"`
			Views    *int64 `json:"impression_count"`
		} `json:"public_metrics"`
		Refs []struct{ Type, ID string } `json:"referenced_tweets"`
	}
	Includes struct {
		Users []struct {
			ID, Name, Username string
			Metrics            struct {
				Followers int64 `json:"followers_count"`
			} `json:"public_metrics"`
		}
	}
	Meta struct {
		Next   string `json:"next_token"`
		Newest string `json:"newest_id"`
	}
}

func (a xAnswer) mentions() (all []data.Mention) {
	for _, t := range a.Data {
		m := data.Mention{
			Source: string(data.NetworkX), ExternalID: t.ID, URL: "https://x.com/i/status/" + t.ID, Text: plain(t.Text), Lang: t.Lang,
			PublishedAt: when(t.Created), PublishedRaw: t.Created, Author: data.Author{ID: t.AuthorID, Followers: data.Unknown},
			Engagement: data.Engagement{Likes: known(t.Metrics.Likes), Replies: known(t.Metrics.Replies), Shares: known(t.Metrics.Retweets), Views: known(t.Metrics.Views), Reach: data.Unknown},
		}
		if t.Note.Text != "" {
			m.Text = plain(t.Note.Text)
		}
		if len(m.Lang) != 2 {
			m.Lang = ""
		}
		for _, u := range a.Includes.Users {
			if u.ID == t.AuthorID {
				m.Author = data.Author{ID: u.ID, Name: u.Name, Handle: u.Username, Followers: u.Metrics.Followers}
			}
		}
		for _, r := range t.Refs {
			if r.Type == "replied_to" {
				m.InReplyTo = r.ID
			}
		}
		all = append(all, m)
	}
	return usable(all)
}

const (
	xPage = 100
	// xPages of a search are read at a time; the next fetch goes on.
	xPages = 100
)

func (X) search(ctx context.Context, c *Client, s Setup, words, since, next string, most int) (a xAnswer, err error) {
	query := url.Values{
		"query": {words + " -is:retweet"}, "max_results": {strconv.Itoa(most)}, "expansions": {"author_id"},
		"tweet.fields": {"created_at,lang,public_metrics,note_tweet,referenced_tweets"}, "user.fields": {"username,name,public_metrics"},
	}
	if since != "" {
		query.Set("since_id", since)
	}
	if next != "" {
		query.Set("next_token", next)
	}
	_, err = c.JSON(ctx, Request{URL: with(base(s, "https://api.x.com")+"/2/tweets/search/recent", query), Header: bearer(s["token"])}, &a)
	return a, err
}

// Test looks for ten posts, the fewest that can be asked for.
func (n X) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	words := list(s["words"])
	if len(words) == 0 {
		return data.ConnectionTest{}, lacking("words")
	}
	const fewest = 10
	a, err := n.search(ctx, c, s, words[0], "", "", fewest)
	t := sampled("X", listed{mentions: a.mentions()})
	if s["account_token"] == "" {
		t.Missing = []string{"tweet.write"}
	}
	return t, err
}

// Fetch goes through the searches until the month's limit would be passed.
func (n X) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	at := xCursorOf(cursor, c.clock())
	_, limit := n.Spent(s, cursor, c.clock())
	for _, words := range list(s["words"]) {
		for range xPages {
			if at.Spent+n.Price(s, xPage) > limit {
				return (&data.Error{Code: data.ErrFetchSpent}).With("Limit", s["limit"])
			}
			a, err := n.search(ctx, c, s, words, at.Since[words], at.Next[words], xPage)
			if data.CodeOf(err) == data.ErrFetchRefused && err != nil && (at.Since[words] != "" || at.Next[words] != "") {
				delete(at.Since, words) // older than the seven days that are searched
				delete(at.Next, words)
				continue
			}
			if err != nil {
				return err
			}
			at.Spent += n.Price(s, len(a.Data))
			if at.Top[words] == "" {
				at.Top[words] = a.Meta.Newest
			}
			if at.Next[words] = a.Meta.Next; a.Meta.Next == "" {
				if at.Top[words] != "" {
					at.Since[words] = at.Top[words]
				}
				delete(at.Top, words)
				delete(at.Next, words)
			}
			if err := take(Page{Mentions: a.mentions(), Cursor: at.String()}); err != nil {
				return err
			}
			if a.Meta.Next == "" {
				break
			}
		}
	}
	return nil
}

func xSigner(s Setup) signer {
	return signer{s["app_key"], s["app_secret"], s["account_token"], s["account_secret"]}
}

// Reply answers a post; it needs the keys of the account.
func (n X) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	if s["account_token"] == "" {
		return data.Posted{}, lacking("account_token")
	}
	var made struct{ Data struct{ ID string } }
	address := base(s, "https://api.x.com") + "/2/tweets"
	_, err := c.JSON(ctx, Request{
		Method: http.MethodPost, URL: address, Header: xSigner(s).header(http.MethodPost, address, c.clock()),
		Body: map[string]any{"text": out.Text, "reply": map[string]string{"in_reply_to_tweet_id": out.To.ExternalID}},
	}, &made)
	return data.Posted{ID: made.Data.ID, URL: "https://x.com/i/status/" + made.Data.ID, At: c.clock().UTC()}, err
}

// FindReply looks among our newest posts for an answer to the mention.
func (n X) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	var me struct{ Data struct{ ID string } }
	address := base(s, "https://api.x.com") + "/2/users/"
	if _, err := c.JSON(ctx, Request{URL: address + "me", Header: xSigner(s).header(http.MethodGet, address+"me", c.clock())}, &me); err != nil {
		return data.Posted{}, false, err
	}
	var a xAnswer
	query := url.Values{"max_results": {"20"}, "tweet.fields": {"created_at,referenced_tweets"}}
	address = with(address+me.Data.ID+"/tweets", query)
	_, err := c.JSON(ctx, Request{URL: address, Header: xSigner(s).header(http.MethodGet, address, c.clock())}, &a)
	for _, m := range a.mentions() {
		if m.InReplyTo == out.To.ExternalID && data.SameReply(m.Text, out.Text) {
			return data.Posted{ID: m.ExternalID, URL: m.URL, At: m.PublishedAt}, true, nil
		}
	}
	return data.Posted{}, false, err
}
