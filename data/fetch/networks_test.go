package fetch

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

const (
	hidden = "s3cret" // every key of every network
	minute = "2026-11-22T10:00:00Z"
)

// spoken is a network of which a test plays the server: by path what it
// answers, and what the first mention of it is.
type spoken struct {
	connector Connector
	setup     Setup
	says      map[string]string // by the beginning of the path; the longest counts
	want      data.Mention
	mentions  int
}

const blueskyOne = `{"uri":"at://did:plc:a/app.bsky.feed.post/3k","cid":"bafy1","author":{"did":"did:plc:a","handle":"anna.example","displayName":"Anna"},
	"record":{"$type":"app.bsky.feed.post","text":"Pane bruciato 🥖","createdAt":"2026-11-22T10:00:00Z","langs":["it-IT"],
	"reply":{"root":{"uri":"at://r","cid":"bafyr"},"parent":{"uri":"at://p","cid":"bafyp"}}},"replyCount":1,"repostCount":2,"likeCount":3,"indexedAt":"2026-11-22T10:00:01Z"}`

const youtubeOne = `{"items":[{"snippet":{"videoId":"v1","totalReplyCount":4,"topLevelComment":{"id":"c1","snippet":{"textOriginal":"Pane bruciato","authorDisplayName":"@anna",
	"authorChannelId":{"value":"UCa"},"likeCount":3,"publishedAt":"2026-11-22T10:00:00Z","videoId":"v1"}}}}]}`

const facebookOne = `{"data":[{"id":"1_2","message":"Il nostro pane","created_time":"2026-11-22T09:00:00+0000","permalink_url":"https://facebook.com/1_2","from":{"id":"77","name":"Forno"},
	"comments":{"data":[{"id":"2_3","message":"Pane bruciato","created_time":"2026-11-22T10:00:00+0000","permalink_url":"https://facebook.com/2_3","from":{"id":"9","name":"Anna"},"like_count":3,"comment_count":1}]}}],
	"paging":{"cursors":{"after":"x"}}}`

const instagramOne = `{"data":[{"id":"m1","timestamp":"2026-11-22T09:00:00+0000","permalink":"https://instagram.com/p/m1","comments":{"data":[
	{"id":"k1","text":"Pane bruciato","timestamp":"2026-11-22T10:00:00+0000","username":"anna","like_count":3},{"id":"k2","text":"Grazie!","timestamp":"2026-11-22T10:05:00+0000","username":"forno"}]}}]}`

const granted = `{"data":[{"permission":"pages_read_engagement","status":"granted"},{"permission":"pages_manage_engagement","status":"declined"}]}`

const xOne = `{"data":[{"id":"19","text":"Pane bruciato &amp; caro…","author_id":"9","created_at":"2026-11-22T10:00:00.000Z","lang":"it","note_tweet":{"text":"Pane bruciato &amp; caro, due volte"},
	"public_metrics":{"like_count":3,"reply_count":1,"retweet_count":2,"impression_count":400},"referenced_tweets":[{"type":"replied_to","id":"18"}]}],
	"includes":{"users":[{"id":"9","name":"Anna","username":"anna","public_metrics":{"followers_count":40}}]},"meta":{"newest_id":"19"}}`

func author(id, name, handle string) data.Author {
	return data.Author{ID: id, Name: name, Handle: handle, Followers: data.Unknown}
}

func engaged(likes, replies int64) data.Engagement {
	e := data.NoEngagement
	e.Likes, e.Replies = likes, replies
	return e
}

var spokenNetworks = map[string]spoken{
	"bluesky": {
		Bluesky{},
		Setup{"handle": "forno.example", "password": hidden, "words": "forno"},
		map[string]string{
			"/xrpc/com.atproto.server.createSession":        `{"did":"did:plc:us","handle":"forno.example","accessJwt":"jwt"}`,
			"/xrpc/app.bsky.notification.listNotifications": `{"notifications":[{"reason":"like","uri":"at://x","record":{"text":"","createdAt":"2026-11-22T10:00:00Z"}}]}`,
			"/xrpc/app.bsky.feed.searchPosts":               `{"posts":[` + blueskyOne + `,` + blueskyOne + `]}`,
			"/xrpc/com.atproto.repo.createRecord":           `{"uri":"at://did:plc:us/app.bsky.feed.post/9","cid":"bafy9"}`,
			"/xrpc/com.atproto.repo.listRecords":            `{"records":[{"uri":"at://did:plc:us/app.bsky.feed.post/9","cid":"bafy9","value":{"text":"La richiamiamo.","createdAt":"2026-11-22T11:00:00Z","reply":{"parent":{"uri":"at://did:plc:a/app.bsky.feed.post/3k"}}}}]}`,
		},
		data.Mention{
			Source: "bluesky", ExternalID: "at://did:plc:a/app.bsky.feed.post/3k", URL: "https://bsky.app/profile/anna.example/post/3k", Text: "Pane bruciato 🥖", Lang: "it",
			InReplyTo: "at://p", Author: author("did:plc:a", "Anna", "anna.example"), Engagement: data.Engagement{Likes: 3, Replies: 1, Shares: 2, Views: data.Unknown, Reach: data.Unknown},
		},
		1,
	},
	"youtube": {
		YouTube{},
		Setup{"key": hidden, "channel": "UCus", "client": "id", "secret": hidden, "refresh": hidden},
		map[string]string{"/token": `{"access_token":"hour"}`, "/youtube/v3/commentThreads": youtubeOne, "/youtube/v3/comments": `{"id":"c1.9","items":[{"id":"c1.9","snippet":{"textOriginal":"La richiamiamo.","authorChannelId":{"value":"UCus"}}}]}`},
		data.Mention{Source: "youtube", ExternalID: "c1", URL: "https://www.youtube.com/watch?v=v1&lc=c1", Text: "Pane bruciato", Author: author("UCa", "@anna", "anna"), Engagement: engaged(3, 4)},
		1,
	},
	"google": {
		Google{},
		Setup{"location": "accounts/1/locations/2", "client": "id", "secret": hidden, "refresh": hidden},
		map[string]string{
			"/token":                               `{"access_token":"hour"}`,
			"/v4/accounts/1/locations/2/reviews":   `{"reviews":[{"name":"accounts/1/locations/2/reviews/3","reviewer":{"displayName":"Anna"},"starRating":"TWO","comment":"(Translated by Google) Burnt bread\n\n(Original)\nPane bruciato","createTime":"2026-11-22T10:00:00Z","updateTime":"2026-11-22T10:30:00Z"}]}`,
			"/v4/accounts/1/locations/2/reviews/3": `{"name":"accounts/1/locations/2/reviews/3","updateTime":"2026-11-22T11:00:00Z","reviewReply":{"comment":"La richiamiamo."}}`,
		},
		data.Mention{Source: "google", ExternalID: "accounts/1/locations/2/reviews/3", Text: "Pane bruciato", Rating: 2, Author: author("", "Anna", ""), Engagement: data.NoEngagement},
		1,
	},
	"facebook": {
		Facebook{},
		Setup{"page": "77", "token": hidden},
		map[string]string{"/v23.0/77": `{"id":"77","name":"Forno"}`, "/v23.0/77/feed": facebookOne, "/v23.0/77/tagged": `{"data":[]}`, "/v23.0/me/permissions": granted, "/v23.0/2_3/comments": `{"id":"3_4","data":[{"id":"3_4","message":"La richiamiamo.","created_time":"2026-11-22T11:00:00+0000"}]}`},
		data.Mention{Source: "facebook", ExternalID: "2_3", URL: "https://facebook.com/2_3", Text: "Pane bruciato", InReplyTo: "1_2", Author: author("9", "Anna", ""), Engagement: engaged(3, 1)},
		1,
	},
	"instagram": {
		Instagram{},
		Setup{"account": "178", "token": hidden},
		map[string]string{"/v23.0/178": `{"id":"178","username":"forno"}`, "/v23.0/178/media": instagramOne, "/v23.0/178/tags": `{"data":[]}`, "/v23.0/me/permissions": granted, "/v23.0/k1/replies": `{"id":"k9","data":[{"id":"k9","text":"La richiamiamo.","timestamp":"2026-11-22T11:00:00+0000"}]}`},
		data.Mention{Source: "instagram", ExternalID: "k1", URL: "https://instagram.com/p/m1", Text: "Pane bruciato", InReplyTo: "m1", Author: author("", "", "anna"), Engagement: engaged(3, data.Unknown)},
		1,
	},
	"hackernews": {
		HackerNews{},
		Setup{"words": "forno"},
		map[string]string{"/api/v1/search_by_date": `{"hits":[{"objectID":"5","comment_text":"<p>Burnt <i>bread</i>","story_title":"Forno","author":"anna","created_at":"2026-11-22T10:00:00Z","parent_id":4},{"objectID":"4","title":"Forno","author":"bob","points":7,"num_comments":1,"created_at":"2026-11-22T09:00:00Z"}]}`},
		data.Mention{Source: "hackernews", ExternalID: "5", URL: "https://news.ycombinator.com/item?id=5", Title: "Forno", Text: "Burnt bread", Lang: "en", InReplyTo: "4", Author: author("", "", "anna"), Engagement: data.NoEngagement},
		2,
	},
	"gdelt": {
		GDELT{},
		Setup{"words": "forno aurora"},
		map[string]string{"/api/v2/doc/doc": `{"articles":[{"url":"https://giornale.example/1","title":"Pane bruciato al forno","seendate":"20261122T100000Z","domain":"giornale.example","language":"Italian"}]}`},
		data.Mention{Source: "gdelt", ExternalID: "https://giornale.example/1", URL: "https://giornale.example/1", Text: "Pane bruciato al forno", Lang: "it", Author: author("", "giornale.example", ""), Engagement: data.NoEngagement},
		1,
	},
	"reddit": {
		Reddit{},
		Setup{"client": "id", "secret": hidden, "user": "forno", "password": hidden, "words": "forno"},
		map[string]string{
			"/api/v1/access_token": `{"access_token":"tok"}`,
			"/search": `{"data":{"children":[{"data":{"name":"t3_a","title":"Forno","selftext":"Pane bruciato","author":"anna","author_fullname":"t2_9","created_utc":1795341600,"permalink":"/r/x/a","score":3,"num_comments":1}},
				{"data":{"name":"t3_b","title":"Via","selftext":"[removed]","author":"[deleted]","created_utc":1795341500,"permalink":"/r/x/b"}}]}}`,
			"/message/mentions":    `{"data":{"children":[]}}`,
			"/api/comment":         `{"json":{"errors":[],"data":{"things":[{"data":{"name":"t1_z","body":"La richiamiamo.","permalink":"/r/x/a/z","created_utc":1795345200}}]}}}`,
			"/user/forno/comments": `{"data":{"children":[{"data":{"name":"t1_z","body":"La richiamiamo.","parent_id":"t3_a","author":"forno","permalink":"/r/x/a/z","created_utc":1795345200}}]}}`,
		},
		data.Mention{Source: "reddit", ExternalID: "t3_a", URL: "https://www.reddit.com/r/x/a", Title: "Forno", Text: "Pane bruciato", Author: author("t2_9", "", "anna"), Engagement: engaged(3, 1)},
		1,
	},
	"x": {
		X{},
		Setup{"token": hidden, "words": "forno", "tariff": "0.005", "limit": "5", "app_key": hidden, "app_secret": hidden, "account_token": hidden, "account_secret": hidden},
		map[string]string{
			"/2/tweets/search/recent": xOne, "/2/tweets": `{"data":{"id":"20"}}`, "/2/users/me": `{"data":{"id":"1"}}`,
			"/2/users/1/tweets": `{"data":[{"id":"20","text":"@anna La richiamiamo.","created_at":"2026-11-22T11:00:00.000Z","referenced_tweets":[{"type":"replied_to","id":"19"}]}]}`,
		},
		data.Mention{
			Source: "x", ExternalID: "19", URL: "https://x.com/i/status/19", Text: "Pane bruciato & caro, due volte", Lang: "it", InReplyTo: "18",
			Author: data.Author{ID: "9", Name: "Anna", Handle: "anna", Followers: 40}, Engagement: data.Engagement{Likes: 3, Replies: 1, Shares: 2, Views: 400, Reach: data.Unknown},
		},
		1,
	},
	"threads": {
		Threads{},
		Setup{"token": hidden, "words": "forno"},
		map[string]string{
			"/v1.0/me": `{"id":"1","username":"forno"}`, "/v1.0/1/mentions": `{"data":[]}`,
			"/v1.0/keyword_search":     `{"data":[{"id":"t1","text":"Pane bruciato","timestamp":"2026-11-22T10:00:00+0000","permalink":"https://threads.net/t1","username":"anna"}]}`,
			"/v1.0/me/threads_publish": `{"id":"t9"}`, "/v1.0/me/threads": `{"id":"made"}`,
			"/v1.0/me/replies": `{"data":[{"id":"t9","text":"La richiamiamo.","timestamp":"2026-11-22T11:00:00+0000"}]}`,
		},
		data.Mention{Source: "threads", ExternalID: "t1", URL: "https://threads.net/t1", Text: "Pane bruciato", Author: author("", "", "anna"), Engagement: data.NoEngagement},
		1,
	},
	"trustpilot": {
		Trustpilot{},
		Setup{"unit": "u1", "key": hidden, "token": hidden},
		map[string]string{
			"/v1/business-units/u1/reviews": `{"reviews":[{"id":"r1","stars":1,"title":"Mai più","text":"Pane bruciato","language":"it","createdAt":"2026-11-22T10:00:00Z","consumer":{"id":"9","displayName":"Anna"}}]}`,
			"/v1/private/reviews/r1/reply":  ``, "/v1/reviews/r1": `{"id":"r1","companyReply":{"text":"La richiamiamo.","createdAt":"2026-11-22T11:00:00Z"}}`,
		},
		data.Mention{Source: "trustpilot", ExternalID: "r1", URL: "https://www.trustpilot.com/reviews/r1", Title: "Mai più", Text: "Pane bruciato", Rating: 1, Lang: "it", Author: author("9", "Anna", ""), Engagement: data.NoEngagement},
		1,
	},
	"json": {
		JSON{},
		Setup{"header": "X-Key", "key": hidden, "list": "data.items", "id": "id", "text": "body.text", "date": "at", "author": "user.name", "link": "url", "rating": "stars", "paging": "none"},
		map[string]string{"/items": `{"data":{"items":[{"id":9007199254740993,"body":{"text":"Pane <b>bruciato</b>"},"at":1795341600,"user":{"name":"Anna"},"url":"https://x.example/1","stars":2},{"id":"","body":{"text":"x"},"at":1}]}}`},
		data.Mention{Source: "json", ExternalID: "9007199254740993", URL: "https://x.example/1", Text: "Pane bruciato", Rating: 2, Author: author("", "Anna", ""), Engagement: data.NoEngagement},
		1,
	},
}

// speaking is a network with its server; asked are the requests.
func speaking(t *testing.T, n spoken, answer http.HandlerFunc) (*Client, Setup) {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	setup := Setup{instead: s.URL, "server": s.URL, "url": s.URL + "/items"}
	for k, v := range n.setup {
		setup[k] = v
	}
	client, _ := client(t, n.connector, setup)
	return client, setup
}

// said answers with what a network says at a path.
func (n spoken) said(t *testing.T, asked *[]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		best := ""
		for path := range n.says {
			if strings.HasPrefix(r.URL.Path, path) && len(path) > len(best) {
				best = path
			}
		}
		if strings.Contains(r.URL.String(), hidden) {
			t.Errorf("a key stands in the address %s", r.URL.Path)
		}
		if best == "" {
			t.Errorf("nobody expects %s", r.URL.Path)
		}
		body, _ := io.ReadAll(r.Body)
		*asked = append(*asked, r.Method+" "+r.URL.Path+" "+string(body))
		_, _ = io.WriteString(w, n.says[best])
	}
}

func TestEveryNetworkIsReadAsItSpeaks(t *testing.T) {
	for name, n := range spokenNetworks {
		t.Run(name, func(t *testing.T) {
			var asked []string
			client, setup := speaking(t, n, n.said(t, &asked))
			all, cursor := fetchAll(t, n.connector, client, setup, "")
			if len(all) != n.mentions {
				t.Fatalf("%d mentions, want %d: %+v", len(all), n.mentions, all)
			}
			got := all[0]
			if at := got.PublishedAt.Format(time.RFC3339); at != minute {
				t.Errorf("published at %s", at)
			}
			got.PublishedAt, got.PublishedRaw, got.Extras = time.Time{}, "", nil
			if diff := cmp.Diff(n.want, got); diff != "" {
				t.Errorf("the first (-want +got):\n%s", diff)
			}
			if cursor == "" || strings.Contains(cursor, hidden) {
				t.Errorf("cursor %q", cursor)
			}
			if found, err := n.connector.Test(ctx, client, setup); err != nil || found.Account == "" {
				t.Errorf("test %+v, %v", found, err)
			}
		})
	}
}

func TestEveryNetworkSaysWhatIsWrongAndKeepsItsKeys(t *testing.T) {
	for name, n := range spokenNetworks {
		for what, c := range map[string]struct {
			answer http.HandlerFunc
			want   data.Code
		}{
			"keys":     {status(401), data.ErrFetchKeys},
			"rights":   {status(403), data.ErrFetchForbidden},
			"patience": {status(429, "Retry-After", "900"), data.ErrFetchLimit},
			"trouble":  {status(500), data.ErrFetchServer},
			"cut off":  {text(`{"data":[{"id":"1`), data.ErrFetchAnswer},
		} {
			t.Run(name+" "+what, func(t *testing.T) {
				client, setup := speaking(t, n, c.answer)
				err := n.connector.Fetch(ctx, client, setup, "", func(Page) error { return nil })
				if data.CodeOf(err) != c.want {
					t.Fatalf("error %v, want %s", err, c.want)
				}
				if strings.Contains(err.Error(), hidden) {
					t.Errorf("a key stands in %v", err)
				}
			})
		}
	}
}

func TestEveryAnswerIsPublishedAndFoundAgain(t *testing.T) {
	for name, n := range spokenNetworks {
		replier, ok := n.connector.(Replier)
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			var asked []string
			client, setup := speaking(t, n, n.said(t, &asked))
			all, _ := fetchAll(t, n.connector, client, setup, "")
			out := data.Outgoing{Reply: 1, Text: "La richiamiamo.", To: all[0], Extras: all[0].Extras}
			asked = nil
			posted, err := replier.Reply(ctx, client, setup, out)
			if err != nil || posted.ID == "" {
				t.Fatalf("posted %+v, %v", posted, err)
			}
			last := asked[len(asked)-1]
			if !strings.Contains(strings.ReplaceAll(strings.Join(asked, "\n"), "+", " "), "La richiamiamo.") || strings.HasPrefix(last, "GET") {
				t.Errorf("asked %q", asked)
			}
			if _, found, err := replier.FindReply(ctx, client, setup, out); !found || err != nil {
				t.Errorf("found %v, %v", found, err)
			}
			out.Text = "Tutt’altro."
			if _, found, err := replier.FindReply(ctx, client, setup, out); found || err != nil {
				t.Errorf("another text: found %v, %v", found, err)
			}
		})
	}
}

func TestAFacebookPageNamesThePermissionsThatAreMissing(t *testing.T) {
	n := spokenNetworks["facebook"]
	var asked []string
	client, setup := speaking(t, n, n.said(t, &asked))
	found, err := Facebook{}.Test(ctx, client, setup)
	if want := []string{"pages_read_user_content", "pages_manage_engagement"}; err != nil || !cmp.Equal(found.Missing, want) {
		t.Errorf("missing %q, want %q; %v", found.Missing, want, err)
	}
}

func TestMetaTellsItsErrorsByNumbers(t *testing.T) {
	n := spokenNetworks["facebook"]
	for code, want := range map[string]data.Code{"190": data.ErrFetchKeys, "4": data.ErrFetchLimit, "10": data.ErrFetchForbidden, "100": data.ErrFetchRefused} {
		client, setup := speaking(t, n, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"error":{"message":"no","type":"OAuthException","code":`+code+`,"fbtrace_id":"A"}}`)
		})
		if err := n.connector.Fetch(ctx, client, setup, "", func(Page) error { return nil }); data.CodeOf(err) != want {
			t.Errorf("%s: %v, want %s", code, err, want)
		}
	}
}
