package ingest

import (
	"net/url"
	"strings"
)

// network is how a network's addresses name a mention.
type network struct {
	source string
	id     func(path, query string) string // "" if the address names something else
	// posts: comments have no address of their own there, so that exports
	// give them the one of the post they stand under.
	posts bool
}

// networks by the last two labels of their hosts. Their addresses hold the id
// that the network itself gives a mention, whatever tool exports it.
var networks = map[string]network{
	"x.com":          {"x", statusID, false},
	"twitter.com":    {"x", statusID, false},
	"youtube.com":    {"youtube", func(_, query string) string { return param(query, "lc") }, false},
	"facebook.com":   {"facebook", facebookID, false},
	"instagram.com":  {"instagram", instagramID, false},
	"reddit.com":     {"reddit", redditID, false},
	"trustpilot.com": {"trustpilot", func(path, _ string) string { return after(path, "reviews") }, false},
	"bsky.app":       {"bluesky", blueskyID, false},
	"threads.net":    {"threads", func(path, _ string) string { return after(path, "post") }, false},
	"threads.com":    {"threads", func(path, _ string) string { return after(path, "post") }, false},
	"tiktok.com":     {"tiktok", func(path, _ string) string { return longID(after(path, "video")) }, true},
	"linkedin.com":   {"linkedin", linkedinID, true},
}

// mastodon runs on hosts of any name.
var mastodon = network{"mastodon", mastodonID, false}

// ownID is the network and the id under which it knows the mention at an
// address; an empty id if the address does not tell. Exports of different
// tools then give one mention one key.
func ownID(address string) (n network, id string) {
	host, path, query := partsOf(address)
	if host == "" {
		return network{}, ""
	}
	n, ok := networks[twoLabels(host)]
	if !ok {
		n = mastodon
	}
	return n, n.id(path, query)
}

// partsOf takes an address apart; the host is empty if it is none. It is
// asked for every row, and need not build anything.
func partsOf(address string) (host, path, query string) {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return "", "", ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, query, _ = strings.Cut(rest, "?")
	host, path, _ = strings.Cut(rest, "/")
	return strings.ToLower(host), strings.Trim(path, "/"), query
}

// twoLabels is what is left of a host without www, a country, a device.
func twoLabels(host string) string {
	last := strings.LastIndexByte(host, '.')
	if last < 0 {
		return host
	}
	return host[strings.LastIndexByte(host[:last], '.')+1:]
}

// after gives the part of the path behind a word; "" if there is none.
func after(path, word string) string {
	for path != "" {
		part, rest, _ := strings.Cut(path, "/")
		if part == word {
			next, _, _ := strings.Cut(rest, "/")
			return next
		}
		path = rest
	}
	return ""
}

// param gives a parameter of the query.
func param(query, name string) string {
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		if key, value, _ := strings.Cut(pair, "="); key == name {
			if text, err := url.QueryUnescape(value); err == nil {
				return text
			}
			return value
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

func firstID(ids ...string) string {
	for _, id := range ids {
		if id = longID(id); id != "" {
			return id
		}
	}
	return ""
}

func statusID(path, _ string) string {
	return firstID(after(path, "status"), after(path, "statuses"))
}

// facebookID is that of a comment or of a reply to one; posts go by many
// addresses there.
func facebookID(_, query string) string {
	return firstID(param(query, "reply_comment_id"), param(query, "comment_id"))
}

// instagramID is that of a comment, p/post/c/comment, or of a reply to one,
// p/post/c/comment/r/reply.
func instagramID(path, _ string) string { return firstID(after(path, "r"), after(path, "c")) }

// redditID is that of a comment, r/place/comments/post/title/comment, or of
// a post.
func redditID(path, _ string) string {
	parts := strings.Split(path, "/")
	switch {
	case len(parts) == 6 && parts[2] == "comments":
		return parts[5]
	case len(parts) >= 4 && len(parts) <= 5 && parts[2] == "comments":
		return parts[3]
	}
	return ""
}

func blueskyID(path, _ string) string {
	author, key := after(path, "profile"), after(path, "post")
	if author == "" || key == "" {
		return ""
	}
	return "at://" + author + "/app.bsky.feed.post/" + key
}

// linkedinID is that of a comment, or of the post at feed/update/urn:li:
// activity:number or posts/name_title-activity-number-letters.
func linkedinID(path, query string) string {
	if comment := param(query, "commentUrn"); comment != "" {
		return longID(strings.TrimSuffix(comment[strings.LastIndexByte(comment, ',')+1:], ")"))
	}
	path = strings.ReplaceAll(path, "%3A", ":")
	for _, mark := range []string{"urn:li:activity:", "-activity-"} {
		if _, rest, ok := strings.Cut(path, mark); ok {
			end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
			if end < 0 {
				end = len(rest)
			}
			return longID(rest[:end])
		}
	}
	return ""
}

// mastodonID is that of a post at @author/number or users/author/statuses/
// number.
func mastodonID(path, _ string) string {
	const shortest, ulid = 15, 26
	author, id, _ := strings.Cut(path, "/")
	if rest, ok := strings.CutPrefix(path, "users/"); ok {
		_, id, ok = strings.Cut(rest, "/statuses/")
		author = "@"
		if !ok {
			return ""
		}
	}
	number := len(id) >= shortest && longID(id) != ""
	if !strings.HasPrefix(author, "@") || !number && (len(id) != ulid || !strings.HasPrefix(id, "01")) {
		return ""
	}
	return id
}
