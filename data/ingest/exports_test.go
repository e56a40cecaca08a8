package ingest_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

// outcome is what became of the rows of an export.
type outcome struct {
	format                       string
	rows, mentions, ids, rejects int
}

// sharedExports are all files of exports that lie beside the project, which
// may not contain them.
var sharedExports = map[string]outcome{
	"real/bluesky-api-devenv/getPostThread.json":                {"bluesky", 2, 2, 2, 0},
	"real/bluesky-api-devenv/listNotifications.json":            {"bluesky", 1, 1, 1, 0},
	"real/bluesky-api-devenv/searchPosts.json":                  {"bluesky", 1, 1, 1, 0},
	"real/mastodon-api-gotosocial/gts_conversations.json":       {"file_no_columns", 0, 0, 0, 0},
	"real/mastodon-api-gotosocial/gts_notifications.json":       {"mastodon", 1, 1, 1, 0},
	"real/mastodon-api-gotosocial/gts_public.json":              {"mastodon", 1, 1, 1, 0},
	"real/mastodon-api-gotosocial/gts_search.json":              {"file_no_rows", 0, 0, 0, 0},
	"real/mastodon-api-gotosocial/gts_tag_timeline.json":        {"mastodon", 1, 1, 1, 0},
	"real/rss-feeds/489.rss":                                    {"feed", 10, 10, 10, 0},
	"real/rss-feeds/4fsodonline.atom":                           {"feed", 25, 25, 25, 0},
	"real/rss-feeds/DaringFireball.json":                        {"feed_json", 48, 48, 48, 0},
	"real/rss-feeds/EMarley.rss":                                {"feed", 10, 10, 10, 0},
	"real/rss-feeds/OneFootTsunami.atom":                        {"feed", 25, 25, 25, 0},
	"real/rss-feeds/aktuality.rss":                              {"feed", 30, 30, 30, 0},
	"real/rss-feeds/bio.rdf":                                    {"feed", 30, 30, 30, 0},
	"real/rss-feeds/donthitsave.xml":                            {"feed", 10, 10, 10, 0},
	"real/rss-feeds/kc0011.rss":                                 {"feed", 20, 20, 20, 0},
	"real/rss-feeds/livemint.xml":                               {"feed", 25, 25, 25, 0},
	"real/rss-feeds/macworld.rss":                               {"feed", 30, 30, 30, 0},
	"real/rss-feeds/manton.rss":                                 {"feed", 10, 10, 10, 0},
	"real/sentipolc16-it/sentipolc16_officialdistrib_train.csv": {"sentipolc", 7410, 7410, 7410, 0},
	"real/twarc2-jsonl/brexit.jsonl":                            {"x_api", 100, 100, 100, 0},
	"real/twarc2-jsonl/cotweet.jsonl":                           {"x_api", 1, 1, 1, 0},
	"real/twarc2-jsonl/edited.jsonl":                            {"x_api", 1, 1, 1, 0},
	"real/twarc2-jsonl/flat.jsonl":                              {"x_api", 100, 100, 100, 0},
	"real/twarc2-jsonl/geo_tweets.jsonl":                        {"x_api", 2, 2, 2, 0},
	"real/twarc2-jsonl/kpop.jsonl":                              {"x_api", 100, 100, 100, 0},
	"real/twarc2-jsonl/many_urls.jsonl":                         {"x_api", 1, 1, 1, 0},
	"real/twarc2-jsonl/media_tweet.jsonl":                       {"x_api", 1, 1, 1, 0},
	"real/twarc2-jsonl/mentions_tweet.jsonl":                    {"x_api", 1, 1, 1, 0},
	"real/twarc2-jsonl/noflat.jsonl":                            {"x_api", 100, 100, 100, 0},
	"real/twarc2-jsonl/quoted_edit.jsonl":                       {"x_api", 1, 1, 1, 0},
	"real/twarc2-jsonl/streaming_output_with_error.jsonl":       {"x_api", 8, 7, 7, 1},
	"real/twarc2-jsonl/tweets_compliance.jsonl":                 {"x_api", 2, 0, 0, 2},
	"real/twarc2-jsonl/two_tweets.jsonl":                        {"x_api", 1, 1, 1, 0},
	"real/twcs-xlsx/twcs-AmazonHelp-200-inbound.xlsx":           {"twcs", 200, 200, 200, 0},
	"real/twcs-xlsx/twcs-AppleSupport-100-outbound.xlsx":        {"twcs", 100, 0, 0, 100},
	"real/twcs-xlsx/twcs-SpotifyCares-100-outbound.xlsx":        {"twcs", 100, 0, 0, 100},
	"real/tweet-archive-json/tweets.json":                       {"x_v1", 13, 13, 13, 0},
	"real/twitter-airline-excel-scientific/Tweets.csv":          {"airline", 14640, 14640, 14485, 0},
	"real/twitter-airline-fullids/Tweets.csv":                   {"airline", 14640, 14640, 14485, 0},
	"real/youtube-spam-csv/Youtube01-Psy.csv":                   {"youtube_spam_bare", 350, 350, 349, 0},
	"synthetic/brandwatch.csv":                                  {"brandwatch", 12, 11, 11, 1},
	"synthetic/crowdtangle_facebook.csv":                        {"crowdtangle", 12, 11, 11, 1},
	"synthetic/exportcomments_facebook.csv":                     {"exportcomments", 12, 11, 11, 1},
	"synthetic/exportcomments_twitter.csv":                      {"exportcomments_x", 12, 11, 11, 1},
	"synthetic/google_takeout_gbp_reviews.json":                 {"google_takeout", 12, 12, 12, 0},
	"synthetic/italian_excel.csv":                               {"generic", 12, 12, 12, 0},
	"synthetic/meltwater_new.csv":                               {"meltwater", 12, 12, 12, 0},
	"synthetic/meltwater_old.csv":                               {"meltwater_old", 12, 12, 12, 0},
	"synthetic/meta_business_suite_content.csv":                 {"meta_suite", 12, 11, 11, 1},
	"synthetic/sentiment140_noheader.csv":                       {"sentiment140", 12, 11, 11, 1},
	"synthetic/snscrape_csv.csv":                                {"snscrape", 12, 11, 11, 1},
	"synthetic/trustpilot_business.csv":                         {"trustpilot", 12, 12, 12, 0},
	"synthetic/twcs_like.csv":                                   {"twcs", 12, 6, 6, 6},
	"synthetic/twint.csv":                                       {"twint", 12, 11, 11, 1},
	"synthetic/twitter_archive_tweets.js":                       {"x_v1", 12, 11, 11, 1},
	"synthetic/youtube_comment_downloader.ndjson":               {"youtube_downloader", 12, 11, 11, 1},
	"synthetic/youtube_takeout_comments.csv":                    {"youtube_takeout", 12, 11, 11, 1},
}

func TestEverySharedExportBecomesMentions(t *testing.T) {
	root := filepath.Join(samples, "exports")
	if _, err := os.Stat(root); err != nil {
		t.Skip("the exports are not here")
	}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == "SOURCE.txt" {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))
		t.Run(name, func(t *testing.T) {
			got := importOf(t, path)
			t.Logf("%q: {%q, %d, %d, %d, %d},", name, got.format, got.rows, got.mentions, got.ids, got.rejects)
			if d := cmp.Diff(sharedExports[name], got, cmp.AllowUnexported(outcome{})); d != "" {
				t.Error(d)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func importOf(t *testing.T, path string) (got outcome) {
	t.Helper()
	f, err := ingest.Open(data.Plan{Path: path, Date: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)}, ingest.Zones{Default: time.UTC})
	if err != nil {
		return outcome{format: string(data.CodeOf(err))}
	}
	defer f.Close()
	got.format = f.Recognition().Format
	ids := map[string]bool{}
	for {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got.rows++
		m, reason := f.Mapping().Mention(row)
		if reason != "" {
			got.rejects++
			continue
		}
		got.mentions++
		ids[m.Source+" "+m.ExternalID] = true
	}
	got.ids = len(ids)
	return got
}
