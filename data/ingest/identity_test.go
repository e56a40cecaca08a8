package ingest_test

import (
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/ingest"
)

// keysOf are sources and ids of a table's mentions.
func keysOf(t *testing.T, table string, plan data.Plan) string {
	t.Helper()
	ms, rejected, _ := read(t, table, plan)
	if len(rejected) > 0 {
		t.Errorf("rejected %v", rejected)
	}
	var keys []string
	for _, m := range ms {
		id := m.ExternalID
		if strings.HasPrefix(id, "c:") {
			id = "c:"
		}
		keys = append(keys, m.Source+" "+id)
	}
	return strings.Join(keys, "; ")
}

func TestAnAddressThatNamesTheMentionGivesItsKey(t *testing.T) {
	for address, want := range map[string]string{
		"https://x.com/anna_b/status/1800000000000000001":                      "x 1800000000000000001",
		"http://twitter.com/anna_b/statuses/1800000000000000001?s=20":          "x 1800000000000000001",
		"https://mobile.twitter.com/anna_b/status/1800000000000000001/photo/1": "x 1800000000000000001",
		"https://x.com/i/web/status/1800000000000000001":                       "x 1800000000000000001",
		"https://x.com/anna_b": "x T-1",
		"https://www.youtube.com/watch?v=XpVt6Z1Gjjo&lc=UgzA.9b":                                      "youtube UgzA.9b",
		"https://www.youtube.com/watch?v=XpVt6Z1Gjjo":                                                 "youtube T-1",
		"https://www.facebook.com/forno/posts/99?comment_id=1234567890":                               "facebook 1234567890",
		"https://it-it.facebook.com/forno/posts/99?comment_id=1234567890&reply_comment_id=2234567890": "facebook 2234567890",
		"https://www.facebook.com/forno/posts/1234567890":                                             "facebook T-1",
		"https://www.instagram.com/p/CxYz/c/17900000000000001/":                                       "instagram 17900000000000001",
		"https://www.instagram.com/p/CxYz/c/17900000000000001/r/17900000000000002/":                   "instagram 17900000000000002",
		"https://www.instagram.com/p/CxYz/":                                                           "instagram T-1",
		"https://old.reddit.com/r/torino/comments/p1/il_pane/k1abcd/?context=3":                       "reddit k1abcd",
		"https://www.reddit.com/r/torino/comments/p1/il_pane/":                                        "reddit p1",
		"https://it.trustpilot.com/reviews/64a1":                                                      "trustpilot 64a1",
		"https://it.trustpilot.com/review/forno.test":                                                 "trustpilot T-1",
		"https://bsky.app/profile/did:plc:55/post/3n2v":                                               "bluesky at://did:plc:55/app.bsky.feed.post/3n2v",
		"https://www.threads.net/@anna_b/post/C1aB":                                                   "threads C1aB",
		"https://www.tiktok.com/@anna_b/video/7300000000000000001":                                    "tiktok 7300000000000000001",
		"https://www.linkedin.com/feed/update/urn:li:activity:7012345678901234567/":                   "linkedin 7012345678901234567",
		"https://it.linkedin.com/posts/forno_il-pane-activity-7012345678901234567-aBcD":               "linkedin 7012345678901234567",
		"https://www.linkedin.com/feed/update/urn:li:activity:7012345678901234567?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7012345678901234567%2C7012345678901239999%29": "linkedin 7012345678901239999",
		"https://sociale.test/@anna_b/112345678901234567":                       "mastodon 112345678901234567",
		"https://sociale.test/users/anna_b/statuses/01HQZ3V8J6K2M4N5P7R9S1T3V5": "mastodon 01HQZ3V8J6K2M4N5P7R9S1T3V5",
		"https://blog.test/@anna/il-pane-di-oggi-1234567890abcdef":              "file T-1",
		"x.com/anna_b/status/1800000000000000001 e altro":                       "file T-1",
	} {
		t.Run(address, func(t *testing.T) {
			if got := keysOf(t, "id;data;testo;url\nT-1;2026-03-01;il pane era freddo e caro;"+address+"\n", data.Plan{}); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestWhoseIDAMentionHas(t *testing.T) {
	const x, tiktok = "https://x.com/a/status/", "https://www.tiktok.com/@forno/video/"
	for name, c := range map[string]struct {
		table string
		plan  data.Plan
		want  string
	}{
		"two tools' exports of one post agree, whatever they call its source": {
			"id;fonte;data;testo;url\n77;Social Media;2026-03-01;uno;" + x + "1800000000000000001\nAB-9;twitter;2026-03-01;due;" + x + "1800000000000000002\n",
			data.Plan{},
			"x 1800000000000000001; x 1800000000000000002",
		},
		"rounded ids are replaced by those of the addresses": {
			"id;data;testo;url\n1.8E+18;2026-03-01;uno;" + x + "1800000000000000001\n1.8E+18;2026-03-01;due;" + x + "1800000000000000002\n",
			data.Plan{},
			"x 1800000000000000001; x 1800000000000000002",
		},
		"replies with the address of the post they answer keep their ids": {
			"id;data;testo;url\n1800000000000000011;2026-03-01;uno;" + x + "1700000000000000001\n1800000000000000012;2026-03-01;due;" + x + "1700000000000000002\n",
			data.Plan{},
			"x 1800000000000000011; x 1800000000000000012",
		},
		"comments under one video are several mentions": {
			"data;testo;url\n2026-03-01;uno;" + tiktok + "7300000000000000001\n2026-03-01;due;" + tiktok + "7300000000000000001\n",
			data.Plan{},
			"tiktok c:; tiktok c:",
		},
		"the source that the person names stays": {
			"id;data;testo;url\nT-1;2026-03-01;uno;" + x + "1800000000000000001\n",
			data.Plan{Source: "Forum"},
			"forum T-1",
		},
		"programs that tweets were written with are no sources": {
			"id;data;testo;source\n1800000000000000001;2026-03-01;uno;Twitter for iPhone\n1800000000000000002;2026-03-01;due;IFTTT\n1800000000000000003;2026-03-01;tre;Twitter Web App\n",
			data.Plan{},
			"x 1800000000000000001; x 1800000000000000002; x 1800000000000000003",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := keysOf(t, c.table, c.plan); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestATypedMentionHasTheKeyThatAnExportGivesIt(t *testing.T) {
	typed := data.ManualMention{URL: "https://x.com/anna_b/status/1800000000000000001", Text: "il pane era freddo", PublishedAt: time.Date(2026, 3, 1, 9, 5, 0, 0, time.UTC)}
	if m := ingest.Manual(typed); m.Source != "x" || m.ExternalID != "1800000000000000001" {
		t.Errorf("%s %s", m.Source, m.ExternalID)
	}
	typed.Source = "Google"
	if m := ingest.Manual(typed); m.Source != "google" || !m.HasContentKey() {
		t.Errorf("%s %s", m.Source, m.ExternalID)
	}
}
