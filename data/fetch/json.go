package fetch

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// JSON reads any interface that answers in JSON. The person says where the
// list is and what its entries call an id, a text and a date, as names with
// dots between them ("data.items", "user.name").
type JSON struct{}

// Network is data.NetworkJSON.
func (JSON) Network() data.Network { return data.NetworkJSON }

// The ways to turn pages.
const (
	pagesNone   = "none"
	pagesNumber = "number" // a parameter counts pages from 1
	pagesOffset = "offset" // a parameter counts entries from 0
	pagesCursor = "cursor" // the answer names the next page
)

// Fields are the address, a header with a key, where things are, and how pages
// are turned.
func (JSON) Fields() []data.ConnectionField {
	return []data.ConnectionField{
		{Key: "url"},
		{Key: "header", Optional: true, Default: "Authorization"},
		{Key: "key", Secret: true, Optional: true},
		{Key: "list", Optional: true},
		{Key: "id"},
		{Key: "text"},
		{Key: "date"},
		{Key: "author", Optional: true},
		{Key: "link", Optional: true},
		{Key: "rating", Optional: true},
		{Key: "paging", Default: pagesNone, Choices: []string{pagesNone, pagesNumber, pagesOffset, pagesCursor}},
		{Key: "parameter", Optional: true},
		{Key: "next", Optional: true},
	}
}

// Pace is slow: nobody told us what the interface bears.
func (JSON) Pace() (time.Duration, int) { return time.Second, 2 }

// Hosts is that of the address.
func (JSON) Hosts(s Setup) []string { return Feed{}.Hosts(s) }

// list reads a page. next is a number, a cursor or a whole address.
func (n JSON) list(ctx context.Context, c *Client, s Setup, next string) (l listed, err error) {
	address, err := n.address(s, next)
	if err != nil {
		return l, err
	}
	r := Request{URL: address, Header: map[string]string{"Accept": "application/json"}}
	if s["key"] != "" {
		r.Header[s["header"]] = s["key"]
	}
	a, err := c.Do(ctx, r)
	if err != nil {
		return l, err
	}
	d := json.NewDecoder(strings.NewReader(string(a.Body)))
	d.UseNumber() // ids may have more digits than a float
	var all any
	if err := d.Decode(&all); err != nil {
		return l, &data.Error{Code: data.ErrFetchAnswer, Err: err}
	}
	entries, ok := at(all, s["list"]).([]any)
	if !ok {
		return l, lacking("list")
	}
	for _, e := range entries {
		l.mentions = append(l.mentions, n.mention(s, e))
	}
	l.mentions = usable(l.mentions)
	l.span()
	if len(entries) > 0 {
		l.next = n.next(s, next, all, len(entries))
	}
	return l, nil
}

func (JSON) address(s Setup, next string) (string, error) {
	u, err := url.Parse(s["url"])
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", lacking("url")
	}
	if next == "" {
		return s["url"], nil
	}
	if to, err := url.Parse(next); err == nil && to.Host != "" {
		if to.Host != u.Host {
			return "", lacking("next") // the key would go to somebody else
		}
		return next, nil
	}
	if s["parameter"] == "" {
		return "", lacking("parameter")
	}
	query := u.Query()
	query.Set(s["parameter"], next)
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// next names the page behind one; empty where there is none.
func (JSON) next(s Setup, now string, all any, entries int) string {
	n, _ := strconv.Atoi(now)
	switch s["paging"] {
	case pagesNumber:
		return strconv.Itoa(max(n, 1) + 1)
	case pagesOffset:
		return strconv.Itoa(n + entries)
	case pagesCursor:
		if to := written(at(all, s["next"])); to != now {
			return to
		}
	}
	return ""
}

func (JSON) mention(s Setup, e any) data.Mention {
	raw := written(at(e, s["date"]))
	m := data.Mention{
		Source: string(data.NetworkJSON), ExternalID: written(at(e, s["id"])), Text: plain(written(at(e, s["text"]))), PublishedAt: moment(raw), PublishedRaw: raw,
		Author: data.Author{Followers: data.Unknown}, Engagement: data.NoEngagement,
	}
	if s["author"] != "" {
		m.Author.Name = written(at(e, s["author"]))
	}
	if link := written(at(e, s["link"])); s["link"] != "" && strings.HasPrefix(link, "http") {
		m.URL = link
	}
	if stars, err := strconv.ParseFloat(written(at(e, s["rating"])), 64); err == nil && s["rating"] != "" && stars >= 1 && stars <= 5 {
		m.Rating = stars
	}
	return m
}

// at follows names with dots between them; numbers count in lists from 0. An
// empty path is the whole; nil is nothing there.
func at(value any, path string) any {
	for name := range strings.SplitSeq(strings.ReplaceAll(strings.Trim(path, "/ "), "/", "."), ".") {
		if name == "" {
			continue
		}
		switch v := value.(type) {
		case map[string]any:
			value = v[name]
		case []any:
			n, err := strconv.Atoi(name)
			if err != nil || n < 0 || n >= len(v) {
				return nil
			}
			value = v[n]
		default:
			return nil
		}
	}
	return value
}

func written(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return fmt.Sprint(v)
}

// moment reads a time in words or in seconds or milliseconds since 1970.
func moment(text string) time.Time {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && n > 0 {
		const millis = 100_000_000_000
		if n > millis {
			return time.UnixMilli(n).UTC()
		}
		return time.Unix(n, 0).UTC()
	}
	return when(text)
}

// Test reads the first page.
func (n JSON) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	l, err := n.list(ctx, c, s, "")
	if err == nil && len(l.mentions) == 0 {
		err = lacking("id")
	}
	if err != nil {
		return data.ConnectionTest{}, err
	}
	return sampled(n.Hosts(s)[0], l), nil
}

// Fetch reads the list.
func (n JSON) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	const most = 100
	return readingsOf(cursor).follow("list", most, func(next string) (listed, error) { return n.list(ctx, c, s, next) }, take)
}
