package fetchtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Fediverse is a server that speaks like Mastodon, with statuses 1..N under
// every hashtag, and what was posted to it. Its token is Token.
type Fediverse struct {
	mu     sync.Mutex
	posted []Post
	N      int      // may grow while nobody asks
	Limit  int      // most statuses of a page
	Gone   []string // ids that were deleted
	Asked  func()   // is called at every request
	Likes  int      // of every status; 3 if 0
	Text   string   // of every status; "Pane bruciato" with its number if empty
	Drops  int      // next posts that are taken, but not answered
	Bars   bool     // posts are refused
}

// Post is what was posted to a Fediverse.
type Post struct {
	Status    string `json:"status"`
	InReplyTo string `json:"in_reply_to_id"`
	Key       string `json:"-"` // of idempotency
}

// Posted lists what was posted, oldest first. A post whose answer was dropped
// may still be at work when its sender gave up, hence the lock.
func (f *Fediverse) Posted() []Post {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.posted)
}

// Change lets a test change what the server tells while it is asked.
func (f *Fediverse) Change(change func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change()
}

func (f *Fediverse) status(id int) map[string]any {
	likes, text := f.Likes, f.Text
	if likes == 0 {
		likes = 3
	}
	if text == "" {
		text = "Pane bruciato <b>" + strconv.Itoa(id) + "</b>"
	}
	return map[string]any{
		"id": fmt.Sprintf("%06d", id), "uri": "https://example.social/s/" + strconv.Itoa(id), "url": "https://example.social/@anna/" + strconv.Itoa(id),
		"created_at": "2026-11-22T12:40:11.121Z", "language": "it", "visibility": "public", "content": "<p>" + text + "</p>",
		"replies_count": 1, "reblogs_count": 2, "favourites_count": likes, "reblog": nil,
		"account": map[string]any{"id": "7", "acct": "anna", "display_name": "Anna", "followers_count": 40},
	}
}

func (f *Fediverse) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if f.Asked != nil {
		f.Asked()
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if r.Header.Get("Authorization") != "Bearer "+Token {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var out any
	switch path := r.URL.Path; {
	case path == "/api/v1/accounts/verify_credentials":
		out = map[string]any{"id": "9", "acct": "forno"}
	case path == "/api/v1/notifications":
		out = []any{}
	case strings.HasPrefix(path, "/api/v1/timelines/tag/"):
		out = f.timeline(r)
	case r.Method == http.MethodPost:
		if f.Bars {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		sent := Post{Key: r.Header.Get("Idempotency-Key")}
		_ = json.NewDecoder(r.Body).Decode(&sent)
		f.posted = append(f.posted, sent)
		if f.Drops > 0 {
			f.Drops--
			panic(http.ErrAbortHandler)
		}
		out = f.answer(sent.Status)
	case strings.HasSuffix(path, "/context"):
		var all []any
		for _, p := range f.posted {
			all = append(all, f.answer(p.Status))
		}
		out = map[string]any{"descendants": all}
	case slices.Contains(f.Gone, strings.TrimPrefix(path, "/api/v1/statuses/")):
		w.WriteHeader(http.StatusNotFound)
		return
	default:
		id, _ := strconv.Atoi(strings.TrimPrefix(path, "/api/v1/statuses/"))
		out = f.status(id)
	}
	_ = json.NewEncoder(w).Encode(out)
}

func (f *Fediverse) answer(text string) map[string]any {
	st := f.status(999)
	st["content"], st["account"] = "<p>"+text+"</p>", map[string]any{"id": "9", "acct": "forno"}
	return st
}

// timeline answers as Mastodon does: newest first, below max_id, or the ones
// next above min_id.
func (f *Fediverse) timeline(r *http.Request) []any {
	number := func(key string, otherwise int) int {
		if n, err := strconv.Atoi(r.URL.Query().Get(key)); err == nil {
			return n
		}
		return otherwise
	}
	from, to := number("min_id", 0)+1, number("max_id", f.N+1)-1
	if r.URL.Query().Has("min_id") {
		to = min(to, from+f.Limit-1)
	}
	out := []any{}
	for id := to; id >= from && len(out) < f.Limit; id-- {
		out = append(out, f.status(id))
	}
	return out
}
