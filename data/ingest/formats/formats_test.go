package formats

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func TestFormatsAreDeclaredWhole(t *testing.T) {
	keys := map[string]bool{}
	for _, f := range All {
		if keys[f.Key] {
			t.Errorf("%s is there twice", f.Key)
		}
		keys[f.Key] = true
		if len(f.Signature) == 0 && f.Headless == nil && f.JSON == nil {
			t.Errorf("%s: nothing tells it", f.Key)
		}
		for _, name := range slices.Concat(strings.Split(strings.Join(f.Signature, "|"), "|"), f.Ignored) {
			if Fold(name) != name {
				t.Errorf("%s: %q is not folded", f.Key, name)
			}
		}
		for i, c := range f.Columns {
			if Fold(c.Name) != c.Name {
				t.Errorf("%s: %q is not folded", f.Key, c.Name)
			}
			if _, at := f.FieldOf(c.Name); at != i {
				t.Errorf("%s: %q is there twice", f.Key, c.Name)
			}
			if f.Ignores(c.Name) {
				t.Errorf("%s: %q fills a field and is ignored", f.Key, c.Name)
			}
			if f.Headless != nil && !slices.Contains(f.Headless.Names, c.Name) || f.JSON != nil && !slices.Contains(f.JSON.Names, c.Name) {
				t.Errorf("%s: there is no column %q", f.Key, c.Name)
			}
		}
	}
}

func TestASignatureAsksForOneOfItsSpellings(t *testing.T) {
	f := Format{Signature: []string{"post id|id post", "text"}}
	for header, want := range map[string]bool{"post id,text": true, "id post,text,more": true, "text": false, "post id": false} {
		at := map[string]int{}
		for i, name := range strings.Split(header, ",") {
			at[name] = i
		}
		if got := f.Matches(at); got != want {
			t.Errorf("%s: %v", header, got)
		}
	}
}

func TestTablesWithoutHeaderAreToldByTheirFirstRecords(t *testing.T) {
	for name, c := range map[string]struct {
		records []string // cells divided by |
		want    string
	}{
		"Sentiment140":         {[]string{"0|2000000001|Mon Apr 06 22:19:45 PDT 2009|NO_QUERY|anna|Ciao"}, "sentiment140"},
		"SENTIPOLC 2014":       {[]string{"122449983151669001|1|0|1|0|1|Ciao", "122449983151669002|1|0|1|0|2|Via"}, "sentipolc14"},
		"SENTIPOLC 2016":       {[]string{"122449983151669001|1|0|1|0|0|1|1|Ciao"}, "sentipolc16"},
		"GermEval, ragged":     {[]string{"http://a.test|Zug spät|true|negative|x:y", "http://b.test|Gut|false|neutral", "http://c.te"}, "germeval"},
		"TweetSentBR":          {[]string{"863044774588272640|TheNoite|[1,1,1]|1|g1"}, "tweetsentbr"},
		"UCI's spam":           {[]string{"spam|Look here", "ham|Nice song"}, "youtube_spam_bare"},
		"any other table":      {[]string{"Anna|Pane freddo|2026-03-01", "Luca|Buono|2026-03-02"}, ""},
		"a header":             {[]string{"id|text|date|author|source|lang"}, ""},
		"numbers of any kind":  {[]string{"1|1|0|1|0|1|7", "2|0|0|1|0|1|9"}, ""},
		"two columns of words": {[]string{"spam|Look here", "eggs|Nice", "bacon|Too"}, ""},
		"nothing":              {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var records [][]string
			for _, r := range c.records {
				records = append(records, strings.Split(r, "|"))
			}
			got := ""
			for _, f := range All {
				if f.Headless != nil && f.Headless.Is(records) {
					got += f.Key
				}
			}
			if got != c.want {
				t.Errorf("taken for %q", got)
			}
		})
	}
}

func TestJSONIsToldByItsShape(t *testing.T) {
	for name, c := range map[string]struct{ doc, want string }{
		"X API v2":                    {`{"id":"1","text":"a","author_id":"5"}`, "x_api"},
		"X API v1.1":                  {`{"id_str":"1","full_text":"a","created_at":"x"}`, "x_v1"},
		"X archive":                   {`{"tweet":{"id_str":"1","full_text":"a","created_at":"x"}}`, "x_v1"},
		"a map of tweets":             {`{"1":{"id_str":"1","text":"a","created_at":"x"}}`, "x_v1"},
		"Mastodon":                    {`{"id":"1","content":"a","account":{},"uri":"u","created_at":"x"}`, "mastodon"},
		"Bluesky":                     {`{"posts":[{"uri":"at://d/app.bsky.feed.post/1","record":{}}]}`, "bluesky"},
		"Bluesky's notification":      {`{"uri":"at://d/app.bsky.feed.post/1","record":{},"author":{}}`, "bluesky"},
		"Bluesky's feed":              {`{"feed":[{"post":{"uri":"at://d/app.bsky.feed.post/1","record":{}}}]}`, "bluesky"},
		"Pushshift":                   {`{"id":"1","body":"a","created_utc":1}`, "reddit"},
		"a listing of Reddit":         {`{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"1","body":"a","created_utc":1}}]}}`, "reddit"},
		"youtube-comment-downloader":  {`{"cid":"1","text":"a","time":"2 days ago"}`, "youtube_downloader"},
		"Download your information":   {`{"comments_v2":[{"timestamp":1,"data":[{"comment":{"comment":"a"}}]}]}`, "meta_dyi"},
		"Google Takeout":              {`{"reviews":[]}`, "google_takeout"},
		"a single review":             {`{"reviewer":{},"starRating":"ONE","createTime":"x"}`, "google_takeout"},
		"some other object":           {`{"a":1,"posts":[{"x":1}],"data":{"y":2}}`, ""},
		"an object of another's kind": {`{"id":1,"title":"a","body":"b"}`, ""},
		"an empty object":             {`{}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := ""
			for _, f := range All {
				if f.JSON != nil && f.JSON.Is(decoded(t, c.doc)) {
					got += f.Key
				}
			}
			if got != c.want {
				t.Errorf("taken for %q", got)
			}
		})
	}
}

// Whatever a document holds, it is read or rejected, never a panic.
func TestOddDocumentsDoNoHarm(t *testing.T) {
	for _, doc := range []string{
		`{}`, `{"data":[1,null,"a"]}`, `{"tweet":null,"tweets":{"1":null,"2":[]},"users":7}`, `{"reviews":[null,{}]}`, `{"posts":[null],"feed":[{"post":3}]}`,
		`{"thread":{"post":null,"replies":[null,{"post":{}}]}}`, `{"comments_v2":[null,{"data":null},{"data":[{"comment":4}]}]}`, `{"kind":"Listing","data":{"children":[null]}}`,
		`{"statuses":[null,{"reblog":{"content":null}}],"accounts":0}`, `{"type":"x","account":null,"status":[]}`, `{"uri":"at://","record":{"langs":[null]}}`,
	} {
		for _, f := range All {
			if f.JSON == nil {
				continue
			}
			f.JSON.Is(decoded(t, doc))
			for _, row := range f.JSON.Rows(decoded(t, doc)) {
				if row.Reject == "" && len(row.Cells) != len(f.JSON.Names) {
					t.Errorf("%s: %d cells of %s", f.Key, len(row.Cells), doc)
				}
			}
		}
	}
}

func decoded(t *testing.T, doc string) map[string]any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(doc))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestThePreambleTellsTheZone(t *testing.T) {
	for from, want := range map[string]string{
		"Sat Jan 01 00:00:00 UTC 2020":  "UTC",
		"Sun Mar 01 00:00:00 CET 2026":  "Europe/Rome",
		"Wed Jul 01 00:00:00 EDT 2026":  "America/New_York",
		"Wed Jul 01 00:00:00 XYZ 2026":  "",
		"2026-03-01":                    "",
		"Sun Mar 01 00:00:00 CEST 2026": "Europe/Rome",
	} {
		got := ""
		if zone := brandwatchZone([][]string{{"Report:", "Bulk"}, {"From:", from}}); zone != nil {
			got = zone.String()
		}
		if got != want {
			t.Errorf("%s: %q", from, got)
		}
	}
	if zone := brandwatchZone(nil); zone != (*time.Location)(nil) {
		t.Errorf("no preamble: %v", zone)
	}
}

func TestWhatToolsWriteIsTakenApart(t *testing.T) {
	for name, c := range map[string]struct{ got, want string }{
		"a Python object":         {pythonValue("User(username='u', id=7, displayname='N, 0')", "displayname"), "N, 0"},
		"its first value":         {pythonValue("User(username='u', id=7)", "username"), "u"},
		"its number":              {pythonValue("User(username='u', id=7)", "id"), "7"},
		"a Python dictionary":     {pythonValue("{'username': 'u', 'id': 7}", "id"), "7"},
		"a value that is missing": {pythonValue("User()", "id"), ""},
		"a link in HTML":          {PlainHTML(`a <a href="x">b</a><br/>c &amp; d</p><p>e < f`), "a b\nc &amp; d\n\ne < f"},
		"Takeout's segments":      {joinTexts(`{"takeoutSegments":[{"text":"a "},{"text":"b"}]}`), "a b"},
		"Takeout's objects":       {joinTexts(`{"text":"a "},{"text":"b"}`), "a b"},
		"a text with a brace":     {joinTexts(`{not json`), "{not json"},
		"a number of sentiment":   {signed("-5") + signed("0") + signed("3.5") + signed("mixed"), "negativeneutralpositivemixed"},
		"UTF-8 spelled in bytes":  {bytesAsText("Perch\u00c3\u00a9"), "Perché"},
		"true Latin letters":      {bytesAsText("Perché"), "Perché"},
		"a list of sources":       {SourceKey("SOCIALMEDIA;SOCIALMEDIA_TWITTER") + SourceKey("['BLOG']") + SourceKey("Il mio Sito"), "xblogil mio sito"},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, c.got); d != "" {
				t.Error(d)
			}
		})
	}
	address, shown := hyperlink(`=HYPERLINK("https://a.test/1","Anna ""la"" B.")`)
	if address != "https://a.test/1" || shown != `Anna "la" B.` {
		t.Errorf("%q shown as %q", address, shown)
	}
	if _, shown := hyperlink("Anna"); shown != "Anna" {
		t.Errorf("shown as %q", shown)
	}
}

func TestWhatWasDeletedIsRejected(t *testing.T) {
	for _, text := range []string{"[deleted]", "[removed]"} {
		if got := reddit.Fix(&data.Mention{Text: text}, nil); got != data.RejectDeleted {
			t.Errorf("%s: %q", text, got)
		}
	}
}
