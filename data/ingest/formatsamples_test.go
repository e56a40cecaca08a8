package ingest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
	"vedetta/data/ingest/formats"
)

// known is what a sample must be read as: its format, its first mention, and
// what became of the rows.
type known struct {
	format   string
	first    string // see inOneLine
	mentions int
	rejected []data.Reason
}

var formatSamples = map[string]known{
	"vedetta_it.csv":              {"vedetta", `x|1800000000000000001|Anna B.@anna_b 007 (40)|https://x.com/anna_b/status/1800000000000000001|"@forno pane freddo; peccato\ne due ore di \"attesa\""|2026-03-01T09:05:07Z|it|negative|to 1800000000000000000|likes 3|replies 1|shares 2|views 120|answer "Ci dispiace" 2026-03-02T09:05:07Z`, 2, nil},
	"vedetta_en.csv":              {"vedetta", `x|1800000000000000001|Anna B.@anna_b 007 (40)|https://x.com/anna_b/status/1800000000000000001|"@forno pane freddo; peccato\ne due ore di \"attesa\""|2026-03-01T09:05:07Z|it|negative|to 1800000000000000000|likes 3|replies 1|shares 2|views 120|answer "Ci dispiace" 2026-03-02T09:05:07Z`, 2, nil},
	"vedetta.jsonl":               {"vedetta_json", `x|1800000000000000001|Anna B.@anna_b 007 (40)|https://x.com/anna_b/status/1800000000000000001|"@forno pane freddo; peccato\ne due ore di \"attesa\""|2026-03-01T09:05:07Z|it|negative|to 1800000000000000000|likes 3|replies 1|shares 2|views 120|answer "Ci dispiace" 2026-03-02T09:05:07Z`, 2, nil},
	"airline_original.csv":        {"airline", `x|570306133677760001|@anna_vola|"@VirginAmerica three hours late,\nand no word"|2015-02-24T19:35:52Z|negative|shares 2`, 2, nil},
	"airline_ids.csv":             {"airline", `x|570306133677760001|@|"@VirginAmerica when do you fly to Milan?"|2015-02-24T10:35:00Z|neutral`, 2, nil},
	"airline_serial.csv":          {"airline", `x|c:|@|"=@VirginAmerica when do you fly to Milan?"|2015-02-24T10:35:52Z|neutral`, 2, nil},
	"airline_scientific.csv":      {"airline", `x|c:|@anna_vola|"@VirginAmerica when do you fly to Milan?"|2015-02-24T10:35:00Z|neutral|shares 0`, 2, nil},
	"twcs.csv":                    {"twcs", `x|2|@115713|"@sprintcare still no signal"|2017-10-31T22:11:45Z|to 1`, 1, []data.Reason{data.RejectOwn}},
	"trustpilot_scrape.csv":       {"trustpilot_scrape", `trustpilot|64a1|Marta@|"Ottimo" "Pane buonissimo e personale gentile"|2026-03-01T09:05:07Z|it|5 stars|answer "Grazie Marta!" 2026-03-02T08:00:00Z`, 2, nil},
	"amazon_scraper.csv":          {"amazon_scraper", `amazon|c:|Anna@|"Does the job" "Kneads well, a little loud"|2020-12-08T23:00:00Z|5 stars`, 2, nil},
	"amazon_alexa.tsv":            {"amazon_alexa", `amazon|c:|@|"It’s my kitchen radio now"|2018-07-30T22:00:00Z|5 stars`, 3, nil},
	"youtube_spam.csv":            {"youtube_spam", `youtube|LZQPQhLyRh80|Julius NM@|"Huh anyway nice song"|2013-11-07T05:20:48Z`, 2, nil},
	"youtube_spam_bare.csv":       {"youtube_spam_bare", `youtube|c:|@|"Check out my channel, please"|2026-03-10T00:00:00Z`, 4, nil},
	"twarc_csv.csv":               {"twarc_csv", `x|1800000000000000001|Anna B.@anna_b 55 (40)|https://x.com/anna_b/status/1800000000000000001|"Pane freddo, peccato"|2026-03-01T09:05:07Z|it|to 1800000000000000000|likes 3|replies 1|shares 2|views 120`, 1, nil},
	"x_archive.js":                {"x_v1", `x|1800000000000000001|@|https://x.com/i/status/1800000000000000001|"Siamo aperti & vi aspettiamo"|2026-03-01T09:05:07Z|it|to 1800000000000000000|likes 3|shares 1`, 1, nil},
	"x_map.json":                  {"x_v1", `x|1606877985956843521|Anna B.@anna_b 55 (40)|https://x.com/anna_b/status/1606877985956843521|"Pane freddo, peccato"|2026-03-01T09:05:07Z|it|likes 3|shares 1`, 1, nil},
	"tweepy.json":                 {"x_v1", `x|1800000000000000001|Anna B.@anna_b 55 (40)|https://x.com/anna_b/status/1800000000000000001|"Pane freddo & caro"|2026-03-01T09:05:07Z|it|likes 3|shares 1`, 2, nil},
	"twint.csv":                   {"twint", `x|1200000000000000001|Anna B.@anna_b 55|https://twitter.com/anna_b/status/1200000000000000001|"Pane freddo, peccato"|2020-05-20T10:00:00Z|it|likes 3|replies 1|shares 2`, 1, nil},
	"snscrape.csv":                {"snscrape", `x|1200000000000000001|Anna d'Oro, B.@anna_b 55|https://twitter.com/anna_b/status/1200000000000000001|"Pane freddo, peccato"|2022-02-24T23:59:00Z|it|likes 3|replies 1|shares 2`, 1, nil},
	"sentiment140.csv":            {"sentiment140", `x|2000000001|@anna_b|"Café freddo, che delusione"|2009-04-07T05:19:45Z|negative`, 3, nil},
	"sentipolc16.csv":             {"sentipolc", `x|122449983151669001|@|"Intanto la partita si complica, dice \"mica tutti\""|2026-03-10T00:00:00Z|it|negative`, 2, nil},
	"sentipolc16_bare.csv":        {"sentipolc16", `x|122449983151669001|@|"Intanto la partita si complica"|2026-03-10T00:00:00Z|it|negative`, 3, nil},
	"sentipolc14.tsv":             {"sentipolc14", `x|122449983151669001|@|"Dice \"mica tutti\" e se ne va"|2026-03-10T00:00:00Z|it|negative`, 3, nil},
	"ironita.csv":                 {"ironita", `x|811156813181841409|@|"Ma che bella sorpresa\u00a0questa tassa"|2026-03-10T00:00:00Z|it`, 2, nil},
	"germeval.tsv":                {"germeval", `file|c:|@|http://forum.test/db_fan/1|"Zug schon wieder zu spät"|2026-03-10T00:00:00Z|de|negative`, 3, nil},
	"brandwatch.csv":              {"brandwatch", `x|77|Anna B.@anna_b (40)|https://twitter.com/anna_b/statuses/77|"Pane freddo, peccato"|2026-03-01T09:05:07Z|it|negative|likes 3|shares 2`, 1, nil},
	"meltwater.csv":               {"meltwater", `x|D1|Anna B.@anna_b|https://x.com/anna_b|"Pane freddo, peccato"|2026-03-01T08:05:00Z|it|negative|likes 3|replies 1|shares 2|views 120|reach 10`, 1, nil},
	"meltwater_old.csv":           {"meltwater_old", `x|980000000000000000|@anna_b 7700000000 (40)|http://twitter.com/anna_b/statuses/980000000000000000|"Pane freddo, peccato"|2026-03-01T15:18:00Z|it|negative|reach 1000`, 1, nil},
	"talkwalker.csv":              {"talkwalker", `x|c:|Anna B.@anna_b|https://www.forno.test/anna/1|"Pane freddo, peccato"|2026-03-01T08:05:00Z|it|negative|likes 3|reach 120`, 2, nil},
	"outscraper.csv":              {"outscraper", `google|Ch1|Anna B.@ 55|https://www.google.com/maps/reviews/Ch1|"Pane freddo, peccato"|2026-03-01T09:05:07Z|2 stars|likes 1|answer "Ci dispiace" 2026-03-02T09:05:07Z`, 2, nil},
	"google_takeout.json":         {"google_takeout", `google|accounts/1/locations/2/reviews/Ab0|Anna B.@|"Pane buono"|2026-03-01T09:05:07.123Z|5 stars|answer "Grazie" 2026-03-02T09:05:07Z`, 2, nil},
	"play_console.csv":            {"play_console", `google_play|gp:AOqp|@|https://play.google.com/console/developers/1/app/2/user-feedback/review-details?reviewId=gp%3AAOqp&corpus=PUBLIC_REVIEWS|"Si blocca, sempre"|2026-03-01T09:05:07Z|it|2 stars|answer "Ci dispiace" 2026-03-02T09:05:07Z`, 2, nil},
	"youtube_9_columns.csv":       {"youtube_takeout", `youtube|Ug1|@ UCme|https://www.youtube.com/watch?v=vid1&lc=Ug1|"Pane freddo"|2026-03-01T09:05:07.211488Z|to Ug0`, 1, nil},
	"youtube_7_columns.csv":       {"youtube_takeout", `youtube|Ug1|@ UCme|https://www.youtube.com/watch?v=vid1&lc=Ug1|"Pane freddo"|2026-03-01T09:05:07Z|to Ug0`, 1, nil},
	"youtube_6_columns.csv":       {"youtube_takeout", `youtube|Ug1|@ UCme|https://www.youtube.com/watch?v=vid1&lc=Ug1|"Pane freddo"|2026-03-01T09:05:07Z`, 1, nil},
	"youtube_5_columns.csv":       {"youtube_takeout", `youtube|Ug1|@ UCme|https://www.youtube.com/watch?v=vid1&lc=Ug1|"Pane freddo"|2026-03-01T09:05:07Z`, 1, nil},
	"youtube_lower_case.csv":      {"youtube_takeout", `youtube|Ug1|@ UCme|https://www.youtube.com/watch?v=vid1&lc=Ug1|"Pane freddo"|2026-03-01T09:05:07Z|to Ug0`, 1, nil},
	"youtube_downloader.ndjson":   {"youtube_downloader", `youtube|Ugx.r1|@anna_b UC1|"Pane freddo"|2026-03-01T09:05:07Z|to Ugx|likes 1200|replies 3`, 2, nil},
	"youtube_data_tools.tab":      {"youtube_data_tools", `youtube|Ug1|Anna B.@ UC1|"Pane \"freddo\""|2026-03-01T08:05:07Z|to Ug0|likes 3|replies 1`, 1, nil},
	"meta_suite_en.csv":           {"meta_suite", `facebook|122158000000000001|Forno@ 6157|https://www.facebook.com/reel/1|"Nuovo pane, venite"|2026-03-01T08:05:00Z|likes 8|replies 3|shares 1|views 1250|reach 900`, 1, nil},
	"meta_suite_it.csv":           {"meta_suite", `facebook|122158000000000001|Forno@ 6157|https://www.facebook.com/reel/1|"Nuovo pane, venite"|2026-03-01T08:05:00Z|likes 8|replies 3|shares 1|views 1250|reach 900`, 1, nil},
	"exportcomments_facebook.csv": {"exportcomments", `facebook|c:|Anna B.@ 55|https://www.facebook.com/1/posts/9|"Pane freddo, peccato"|2026-03-01T08:05:07Z|likes 3`, 2, nil},
	"exportcomments_tiktok.csv":   {"exportcomments_tiktok", `tiktok|7300000000000000001|Anna B.@anna_b (40)|https://www.tiktok.com/@anna_b/video/7300000000000000001|"Pane freddo, peccato"|2026-03-01T08:05:07Z|likes 3|replies 1|shares 2|views 120`, 1, nil},
	"exportcomments_x.csv":        {"exportcomments_x", `x|1800000000000000001|Anna B.@anna_b (40)|https://x.com/anna_b/status/1800000000000000001|"Pane freddo, peccato"|2026-03-01T08:05:07Z|likes 3|replies 1|shares 2`, 1, nil},
	"crowdtangle.csv":             {"crowdtangle", `facebook|c:|Forno@forno 100064561234567|https://www.facebook.com/1/posts/9|"Pane freddo, peccato"|2026-03-01T08:05:07Z|likes 1000|replies 30|shares 4|views 120`, 1, nil},
	"facepager.csv":               {"facepager", `facebook|1_9|Anna B.@ 55|https://www.facebook.com/1_9|"Pane freddo; peccato"|2026-03-01T09:05:07Z`, 1, []data.Reason{data.RejectNotAText}},
	"meta_dyi.json":               {"meta_dyi", `facebook|c:|Niccolò@|"Perché è freddo? 🍕"|2026-03-01T09:05:07Z`, 1, []data.Reason{data.RejectNotAText}},
	"reddit.ndjson":               {"reddit", `reddit|c1|@anna_b t2_55|https://www.reddit.com/r/torino/comments/p1/x/c1/|"Pane freddo & caro"|2026-03-01T09:05:07Z|to c0|likes 3`, 2, []data.Reason{data.RejectDeleted}},
	"mastodon.json":               {"mastodon", `mastodon|01M8|Anna B.@anna_b 55 (40)|https://sociale.test/@anna_b/01M8|"Pane freddo & caro\npeccato"|2026-03-01T09:05:07.121Z|it|to 01M7|likes 3|replies 1|shares 2`, 1, nil},
	"mastodon_notifications.json": {"mastodon", `mastodon|01M8|@anna_b 55|https://sociale.test/users/anna_b/statuses/01M8|"Pane freddo"|2026-03-01T09:05:07Z|it`, 1, []data.Reason{data.RejectNotAText}},
	"bluesky.json":                {"bluesky", `bluesky|at://did:plc:55/app.bsky.feed.post/3n2v|Anna B.@anna.test did:plc:55|https://bsky.app/profile/anna.test/post/3n2v|"Pane freddo, peccato"|2026-03-01T09:05:07Z|it|to at://did:plc:56/app.bsky.feed.post/3n2a|likes 3|replies 1|shares 2`, 1, nil},
	"bluesky_thread.json":         {"bluesky", `bluesky|at://did:plc:55/app.bsky.feed.post/3n2v|@anna.test did:plc:55|https://bsky.app/profile/anna.test/post/3n2v|"Pane freddo"|2026-03-01T09:05:07Z`, 2, nil},
	"feed.json":                   {"feed_json", `rss|https://forno.test/2|Anna B.@|https://forno.test/2|"Pane" "Il forno & il pane\ndi oggi"|2026-03-01T09:05:07Z|it`, 2, nil},
	"italian_excel.csv":           {"generic", `file|c:|Niccolò@|"Ottimo pane, torneremo ?"|2026-03-01T08:05:00Z|4.5 stars`, 2, nil},
}

func TestEachKnownExportIsRecognisedAndRead(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range formatSamples {
		t.Run(name, func(t *testing.T) {
			plan := data.Plan{Path: filepath.Join("testdata/formats", name), Date: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)}
			f, err := ingest.Open(plan, ingest.Zones{Default: rome})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			ms, rejected, err := drain(f)
			if err != nil {
				t.Fatal(err)
			}
			if len(ms) == 0 {
				t.Fatalf("no mentions; format %s, rejected %v", f.Recognition().Format, rejected)
			}
			got := known{f.Recognition().Format, inOneLine(ms[0]), len(ms), reasons(rejected)}
			if d := cmp.Diff(want, got, cmp.AllowUnexported(known{})); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestEveryFormatHasASample(t *testing.T) {
	sampled := map[string]bool{"x_api": true, "trustpilot": true, "tweetsentbr": true, "feed": true, "feed_json": true} // in tests of their own
	for _, k := range formatSamples {
		sampled[k.format] = true
	}
	for _, f := range formats.All {
		if !sampled[f.Key] {
			t.Errorf("%s has none", f.Key)
		}
	}
	files, err := os.ReadDir("testdata/formats")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, ok := formatSamples[file.Name()]; !ok && file.Name() != "tweetsentbr.tsv" {
			t.Errorf("%s is in no test", file.Name())
		}
	}
}

func TestAFileOfIdsAndVotesIsRefusedBecauseItsTextsAreMissing(t *testing.T) {
	_, err := ingest.Open(data.Plan{Path: "testdata/formats/tweetsentbr.tsv"}, ingest.Zones{Default: time.UTC})
	if code := data.CodeOf(err); code != data.ErrFileNoText {
		t.Errorf("got %v", err)
	}
}

func TestFilesWithoutDatesAreRecognisedAndAskForOne(t *testing.T) {
	for _, name := range []string{"sentipolc16.csv", "sentipolc16_bare.csv", "sentipolc14.tsv", "ironita.csv", "germeval.tsv", "youtube_spam_bare.csv"} {
		plan := data.Plan{Path: filepath.Join("testdata/formats", name)}
		rec, err := ingest.Recognise(plan, ingest.Zones{Default: time.UTC})
		if code := data.CodeOf(err); code != data.ErrFileNoDate || rec.Format != formatSamples[name].format {
			t.Errorf("%s: recognised as %q, %v", name, rec.Format, err)
		}
	}
}

func reasons(rejected []data.RejectedRow) (out []data.Reason) {
	for _, r := range rejected {
		out = append(out, r.Reason)
	}
	return out
}

// inOneLine is everything that a mention tells, what it does not tell left
// out; of a content key only its beginning.
func inOneLine(m data.Mention) string {
	id := m.ExternalID
	if strings.HasPrefix(id, "c:") {
		id = "c:"
	}
	author := m.Author.Name + "@" + m.Author.Handle
	if m.Author.ID != "" {
		author += " " + m.Author.ID
	}
	if m.Author.Followers >= 0 {
		author += fmt.Sprintf(" (%d)", m.Author.Followers)
	}
	said := fmt.Sprintf("%q", m.Text)
	if m.Title != "" {
		said = fmt.Sprintf("%q %q", m.Title, m.Text)
	}
	parts := []string{m.Source, id, author, m.URL, said, m.PublishedAt.Format(time.RFC3339Nano), m.Lang, m.SourceSentiment}
	if m.Rating > 0 {
		parts = append(parts, fmt.Sprintf("%g stars", m.Rating))
	}
	if m.InReplyTo != "" {
		parts = append(parts, "to "+m.InReplyTo)
	}
	counts := []int64{m.Engagement.Likes, m.Engagement.Replies, m.Engagement.Shares, m.Engagement.Views, m.Engagement.Reach}
	for i, name := range []string{"likes", "replies", "shares", "views", "reach"} {
		if counts[i] >= 0 {
			parts = append(parts, fmt.Sprintf("%s %d", name, counts[i]))
		}
	}
	if m.Answer != nil {
		parts = append(parts, fmt.Sprintf("answer %q %s", m.Answer.Text, m.Answer.SentAt.Format(time.RFC3339)))
	}
	told := parts[:0]
	for _, p := range parts {
		if p != "" {
			told = append(told, p)
		}
	}
	return strings.Join(told, "|")
}
