package ingest

import (
	"net/url"
	"strings"
)

// network is how a network's addresses name a mention.
type network struct {
	hosts  []string
	source string
	id     func(u *url.URL, path []string) string // "" if it names something else
}

// after gives the part of the path behind a word.
func after(path []string, word string) string {
	for i, p := range path[:max(len(path)-1, 0)] {
		if p == word {
			return path[i+1]
		}
	}
	return ""
}

// longID is a number as networks give them; "" for anything else.
func longID(s string) string {
	const shortest = 8
	if len(s) < shortest || strings.Trim(s, "0123456789") != "" {
		return ""
	}
	return s
}

// networks whose addresses hold the id that the network itself gives, and
// that name one mention: not the post under which a comment stands.
var networks = []network{
	{[]string{"x.com", "twitter.com"}, "x", func(_ *url.URL, path []string) string {
		if id := longID(after(path, "status")); id != "" {
			return id
		}
		return longID(after(path, "statuses"))
	}},
	{[]string{"youtube.com"}, "youtube", func(u *url.URL, _ []string) string { return u.Query().Get("lc") }},
	{[]string{"facebook.com"}, "facebook", func(u *url.URL, _ []string) string { return longID(u.Query().Get("comment_id")) }},
	{[]string{"instagram.com"}, "instagram", func(_ *url.URL, path []string) string { return longID(after(path, "c")) }},
	{[]string{"reddit.com", "old.reddit.com"}, "reddit", func(_ *url.URL, path []string) string {
		const comment = 6 // r/place/comments/post/title/comment
		if len(path) >= comment && path[2] == "comments" {
			return path[comment-1]
		}
		return ""
	}},
	{[]string{"trustpilot.com"}, "trustpilot", func(_ *url.URL, path []string) string { return after(path, "reviews") }},
	{[]string{"bsky.app"}, "bluesky", func(_ *url.URL, path []string) string {
		if did, key := after(path, "profile"), after(path, "post"); strings.HasPrefix(did, "did:") && key != "" {
			return "at://" + did + "/app.bsky.feed.post/" + key
		}
		return ""
	}},
}

// mayName is a cheap look before the address is taken apart.
func mayName(address string) bool {
	for _, n := range networks {
		if strings.Contains(address, n.hosts[len(n.hosts)-1]) || strings.Contains(address, n.hosts[0]) {
			return true
		}
	}
	return false
}

// ownID is the network and the id under which it knows the mention at an
// address; empty if the address does not tell. Exports of different tools then
// give one mention one key.
func ownID(address string) (source, id string) {
	if !mayName(address) {
		return "", ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", ""
	}
	host := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "m.", "mobile."} {
		host = strings.TrimPrefix(host, prefix)
	}
	for _, n := range networks {
		for _, h := range n.hosts {
			if host == h || n.source == "trustpilot" && strings.HasSuffix(host, "."+h) {
				return n.source, n.id(u, strings.Split(strings.Trim(u.EscapedPath(), "/"), "/"))
			}
		}
	}
	return "", ""
}
