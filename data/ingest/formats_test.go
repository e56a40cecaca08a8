package ingest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

func TestKnownFormats(t *testing.T) {
	march := time.Date(2026, 3, 1, 9, 5, 7, 0, time.UTC)
	utf16 := func(s string) string {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	unknown := data.Engagement{Likes: -1, Replies: -1, Shares: -1, Views: -1, Reach: -1}
	for name, c := range map[string]struct {
		content, format string
		want            data.Mention
		rejected        []data.Reason
	}{
		"Brandwatch with its preamble": {
			"\"Report:\",\"Bulk Mentions Download\"\n\"Brand:\",\"X\"\n\n\"Query Id\",\"Query Name\",\"Date\",\"Title\",\"Snippet\",\"Url\",\"Domain\",\"Sentiment\",\"Page Type\",\"Language\",\"Author\",\"Full Name\",\"Full Text\",\"Resource Id\",\"Reach (new)\",\"X Followers\"\n" +
				"\"1\",\"Forno\",\"2026-03-01 09:05:07.0\",\"\",\"Ottimo…\",\"https://instagram.test/p/1\",\"instagram.com\",\"positive\",\"instagram\",\"it\",\"anna_b\",\"Anna B.\",\"Ottimo servizio 🍕\",\"77\",\"1,250\",\"40\"\n", "brandwatch",
			data.Mention{Source: "instagram", ExternalID: "77", URL: "https://instagram.test/p/1", Author: data.Author{Name: "Anna B.", Handle: "anna_b", Followers: 40}, Text: "Ottimo servizio 🍕", PublishedAt: march, PublishedRaw: "2026-03-01 09:05:07.0", Lang: "it", Engagement: data.Engagement{Likes: -1, Replies: -1, Shares: -1, Views: -1, Reach: 1250}, SourceSentiment: "positive"},
			nil,
		},
		"Meltwater in UTF-16 with tabs": {
			utf16("Date\tTime\tDocument ID\tURL\tSource Type\tAuthor Handle\tTitle\tOpening Text\tHit Sentence\tLanguage\tReach\r\n01-Mar-2026\t09:05 AM\tD1\thttps://x.test/1\tX\t@u0\t\tPizza fredda\tfredda\tItalian\t10\r\n"), "meltwater",
			data.Mention{Source: "x", ExternalID: "D1", URL: "https://x.test/1", Author: data.Author{Handle: "u0", Followers: -1}, Text: "Pizza fredda", PublishedAt: march.Truncate(time.Minute), PublishedRaw: "01-Mar-2026 09:05 AM", Lang: "it", Engagement: data.Engagement{Likes: -1, Replies: -1, Shares: -1, Views: -1, Reach: 10}},
			nil,
		},
		"Trustpilot with our reply": {
			"Review Id,Review Created (UTC),Review Username,Review Title,Review Content,Review Stars,Company Reply,Company Reply Date (UTC),Review Language\n6,2026-03-01 09:05:07,Mario,Bravi,\"Bravi davvero\",5,Grazie!,2026-03-01 10:05:07,it\n", "trustpilot",
			data.Mention{Source: "trustpilot", ExternalID: "6", URL: "https://www.trustpilot.com/reviews/6", Author: data.Author{Name: "Mario", Followers: -1}, Title: "Bravi", Text: "Bravi davvero", PublishedAt: march, PublishedRaw: "2026-03-01 09:05:07", Lang: "it", Rating: 5, Engagement: unknown, Answer: &data.Answer{Text: "Grazie!", SentAt: march.Add(time.Hour)}},
			nil,
		},
		"YouTube comments with JSON in the cell": {
			"Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\nUg1,UC,2026-03-01T09:05:07+00:00,0,,v1,\"{\"\"text\"\":\"\"He said \"\"},{\"\"text\"\":\"\"no\"\"}\"\n", "youtube_takeout",
			data.Mention{Source: "youtube", ExternalID: "Ug1", URL: "https://www.youtube.com/watch?v=v1&lc=Ug1", Author: data.Author{ID: "UC", Followers: -1}, Text: "He said no", PublishedAt: march, PublishedRaw: "2026-03-01T09:05:07+00:00", Engagement: unknown},
			nil,
		},
		"Google reviews: stars alone count, the translation goes": {
			`{"reviews":[{"name":"r/1","reviewer":{"displayName":"Anna"},"starRating":"TWO","comment":"Freddo\n\n(Translated by Google)\nCold","createTime":"2026-03-01T09:05:07Z","reviewReply":{"comment":"Ci spiace","updateTime":"2026-03-01T11:05:07Z"}}]}`, "google_takeout",
			data.Mention{Source: "google", ExternalID: "r/1", Author: data.Author{Name: "Anna", Followers: -1}, Text: "Freddo", PublishedAt: march, PublishedRaw: "2026-03-01T09:05:07Z", Rating: 2, Engagement: unknown, Answer: &data.Answer{Text: "Ci spiace", SentAt: march.Add(2 * time.Hour)}},
			nil,
		},
		"X: a page, its users, an error and a deletion": {
			`{"data":[{"id":"9","author_id":"5","text":"ciao &amp; via","lang":"it","created_at":"2026-03-01T09:05:07.000Z","public_metrics":{"like_count":3,"reply_count":1,"retweet_count":2},"referenced_tweets":[{"type":"replied_to","id":"8"}]}],"includes":{"users":[{"id":"5","name":"Luca","username":"luca","public_metrics":{"followers_count":12}}]}}` + "\n" +
				`{"title":"Not Found","detail":"gone"}` + "\n" + `{"id":"1","action":"delete","created_at":"2026-03-01T09:05:07Z"}` + "\n", "x_api",
			data.Mention{Source: "x", ExternalID: "9", URL: "https://x.com/luca/status/9", Author: data.Author{Name: "Luca", Handle: "luca", ID: "5", Followers: 12}, Text: "ciao & via", PublishedAt: march, PublishedRaw: "2026-03-01T09:05:07.000Z", Lang: "it", InReplyTo: "8", Engagement: data.Engagement{Likes: 3, Replies: 1, Shares: 2, Views: -1, Reach: -1}},
			[]data.Reason{data.RejectNotAText, data.RejectDeleted},
		},
		"twcs: the company's own tweets are no mentions": {
			"tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n1,sprintcare,False,Sun Mar 01 09:05:07 +0000 2026,Hello,,\n2,115713,True,Sun Mar 01 09:05:07 +0000 2026,Pizza fredda,\"2,3\",1\n", "twcs",
			data.Mention{Source: "x", ExternalID: "2", Author: data.Author{Handle: "115713", Followers: -1}, Text: "Pizza fredda", PublishedAt: march, PublishedRaw: "Sun Mar 01 09:05:07 +0000 2026", InReplyTo: "1", Engagement: unknown},
			[]data.Reason{data.RejectOwn},
		},
	} {
		t.Run(name, func(t *testing.T) {
			ms, rejected, rec := read(t, c.content, data.Plan{})
			if rec.Format != c.format || len(ms) != 1 {
				t.Fatalf("format %s, %d mentions, rejected %v", rec.Format, len(ms), rejected)
			}
			if d := cmp.Diff(c.want, ms[0]); d != "" {
				t.Error(d)
			}
			var reasons []data.Reason
			for _, r := range rejected {
				reasons = append(reasons, r.Reason)
			}
			if d := cmp.Diff(c.rejected, reasons); d != "" {
				t.Error(d)
			}
		})
	}
}

const samples = "../../../shared/data"

func sample(t *testing.T, path string) string {
	t.Helper()
	path = filepath.Join(samples, path)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the sample is not here: ", err)
	}
	return path
}

func TestSampleFilesOfEachFormatAreRead(t *testing.T) {
	for path, want := range map[string]struct {
		format string
		least  int
	}{
		"exports/synthetic/brandwatch.csv":                                  {"brandwatch", 9},
		"exports/synthetic/meltwater_new.csv":                               {"meltwater", 9},
		"exports/synthetic/meltwater_old.csv":                               {"meltwater_old", 9},
		"exports/synthetic/trustpilot_business.csv":                         {"trustpilot", 9},
		"exports/synthetic/youtube_takeout_comments.csv":                    {"youtube_takeout", 8},
		"exports/synthetic/google_takeout_gbp_reviews.json":                 {"google_takeout", 9},
		"exports/synthetic/twcs_like.csv":                                   {"twcs", 4},
		"exports/synthetic/italian_excel.csv":                               {"generic", 9},
		"exports/synthetic/crowdtangle_facebook.csv":                        {"crowdtangle", 9},
		"exports/synthetic/exportcomments_facebook.csv":                     {"exportcomments", 9},
		"exports/synthetic/exportcomments_twitter.csv":                      {"exportcomments_x", 9},
		"exports/synthetic/meta_business_suite_content.csv":                 {"meta_suite", 9},
		"exports/synthetic/snscrape_csv.csv":                                {"snscrape", 9},
		"exports/synthetic/twint.csv":                                       {"twint", 9},
		"exports/synthetic/youtube_comment_downloader.ndjson":               {"youtube_downloader", 9},
		"exports/synthetic/twitter_archive_tweets.js":                       {"x_v1", 9},
		"exports/synthetic/sentiment140_noheader.csv":                       {"sentiment140", 9},
		"exports/real/tweet-archive-json/tweets.json":                       {"x_v1", 13},
		"exports/real/mastodon-api-gotosocial/gts_tag_timeline.json":        {"mastodon", 1},
		"exports/real/mastodon-api-gotosocial/gts_notifications.json":       {"mastodon", 1},
		"exports/real/bluesky-api-devenv/searchPosts.json":                  {"bluesky", 1},
		"exports/real/bluesky-api-devenv/listNotifications.json":            {"bluesky", 1},
		"exports/real/bluesky-api-devenv/getPostThread.json":                {"bluesky", 2},
		"exports/real/sentipolc16-it/sentipolc16_officialdistrib_train.csv": {"sentipolc", 7400},
		"exports/real/youtube-spam-csv/Youtube01-Psy.csv":                   {"youtube_spam_bare", 340},
		"exports/real/twcs-xlsx/twcs-AmazonHelp-200-inbound.xlsx":           {"twcs", 190},
		"exports/real/twarc2-jsonl/noflat.jsonl":                            {"x_api", 50},
		"exports/real/twarc2-jsonl/flat.jsonl":                              {"x_api", 50},
		"exports/real/twarc2-jsonl/two_tweets.jsonl":                        {"x_api", 1},
		"exports/real/twarc2-jsonl/streaming_output_with_error.jsonl":       {"x_api", 1},
		"exports/real/twitter-airline-fullids/Tweets.csv":                   {"airline", 14640},
		"exports/real/twitter-airline-excel-scientific/Tweets.csv":          {"airline", 14640},
	} {
		t.Run(path, func(t *testing.T) {
			f, err := ingest.Open(data.Plan{Path: sample(t, path), Date: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)}, ingest.Zones{Default: time.UTC})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			ms, rejected, err := drain(f)
			if err != nil {
				t.Fatal(err)
			}
			distinct := map[string]bool{}
			for _, m := range ms {
				distinct[m.ExternalID] = true
			}
			t.Logf("%s: %d mentions, %d distinct ids, %d rejected", f.Recognition().Format, len(ms), len(distinct), len(rejected))
			if f.Recognition().Format != want.format || len(ms) < want.least {
				t.Errorf("rejected %v", rejected)
			}
		})
	}
}

// The suite's expected JSON is the oracle for RFC 4180.
func TestCSVSpectrum(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(samples, "csv-suites/csv-spectrum/*.csv"))
	if len(files) == 0 {
		t.Skip("the suite is not here")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			oracle, err := os.ReadFile(strings.TrimSuffix(path, ".csv") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want []map[string]string
			if json.Unmarshal(oracle, &want) != nil {
				t.Skip("its oracle is no list of rows")
			}
			// The suite's copy has lost the CR of its CRLF files.
			content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
			got := ingest.Records(bytes.NewReader(content), ',')
			var rows []map[string]string
			for _, rec := range got[1:] {
				row := map[string]string{}
				for i, name := range got[0] {
					row[name] = rec[i]
				}
				rows = append(rows, row)
			}
			for _, row := range want {
				for name, cell := range row {
					row[name] = strings.ReplaceAll(cell, "\r\n", "\n")
				}
			}
			if d := cmp.Diff(want, rows); d != "" {
				t.Error(d)
			}
		})
	}
}

func BenchmarkReadAndMap(b *testing.B) {
	path := filepath.Join(b.TempDir(), "a.csv")
	var content strings.Builder
	content.WriteString("ID,Data,Fonte,Autore,Handle,Titolo,Testo,URL,Lingua,Stelle,Mi piace,Commenti,Condivisioni,Reach\n")
	const rows = 50_000
	for i := range rows {
		fmt.Fprintf(&content, "%d,2026-03-01 09:05:07,google,Autore %d,handle%d,,\"%s\",https://example.test/p/%d,it,4,1,2,3,400\n", i, i, i, strings.Repeat("parola testo ", 17), i)
	}
	if err := os.WriteFile(path, []byte(content.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		f, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
		if err != nil {
			b.Fatal(err)
		}
		ms, _, err := drain(f)
		if err != nil || len(ms) != rows {
			b.Fatal(len(ms), err)
		}
		_ = f.Close()
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func TestAColumnThatSaysUTCIsReadInUTC(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	for head, want := range map[string]int{"Review Created (UTC)": 9, "Review Created": 8} {
		content := "Review Id," + head + ",Review Content,Review Stars\n6,2026-03-01 09:05:07,Bravi,5\n"
		ms, _, _ := read(t, content, data.Plan{Zone: rome})
		if got := ms[0].PublishedAt.Hour(); got != want {
			t.Errorf("%s: read as %d o'clock UTC, want %d", head, got, want)
		}
	}
}
