package fetch

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

// These run against real servers that `make test-servers` starts, and are left
// out elsewhere.

func TestAFeedOfARealWebServer(t *testing.T) {
	address, path := os.Getenv("VEDETTA_TEST_FEED"), os.Getenv("VEDETTA_TEST_FEED_FILE")
	if address == "" {
		t.Skip("make test-servers starts the server")
	}
	write := func(items ...string) {
		var all strings.Builder
		for _, item := range items {
			all.WriteString("<item><guid>" + item + "</guid><title>" + item + "</title><description>Pane bruciato</description><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate></item>")
		}
		if err := os.WriteFile(path, []byte(`<?xml version="1.0"?><rss version="2.0"><channel><title>Prova</title>`+all.String()+`</channel></rss>`), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	setup := Setup{"url": address}
	client, _ := client(t, Feed{}, setup)
	write("uno", "due")
	first, cursor := fetchAll(t, Feed{}, client, setup, "")
	if len(first) != 2 || !strings.Contains(cursor, "etag") {
		t.Fatalf("%d entries, cursor %s", len(first), cursor)
	}
	asked := 0
	if err := (Feed{}).Fetch(ctx, client, setup, cursor, func(Page) error { asked++; return nil }); err != nil || asked != 0 {
		t.Errorf("nothing changed, yet %d pages, %v", asked, err)
	}
	write("tre", "due", "uno")
	if third, _ := fetchAll(t, Feed{}, client, setup, cursor); len(third) != 1 || third[0].ExternalID != "tre" {
		t.Errorf("then %+v", third)
	}
	setup["url"] = address + ".gone"
	if _, err := (Feed{}).Test(ctx, client, setup); data.CodeOf(err) != data.ErrFetchNotFound {
		t.Errorf("a page that is not there: %v", err)
	}
}

// realPDS is a real server of Bluesky's with two accounts: one that answers and
// one that posted.
type realPDS struct {
	URL, Handle, Password string
	Post                  struct{ URI, CID, Author string }
}

func TestARealServerOfBluesky(t *testing.T) {
	told := os.Getenv("VEDETTA_TEST_PDS")
	if told == "" {
		t.Skip("make test-servers starts the server")
	}
	var pds realPDS
	if err := json.Unmarshal([]byte(told), &pds); err != nil {
		t.Fatal(err)
	}
	setup := Setup{"server": pds.URL, "handle": "@" + pds.Handle, "password": pds.Password, "words": "forno"}
	client, _ := client(t, Bluesky{}, setup)
	client.clock = time.Now
	out := data.Outgoing{
		Reply: 1, Text: "Ci dispiace 🥖, la richiamiamo. Qui: https://forno.example/è #pane",
		To: data.Mention{ExternalID: pds.Post.URI, Author: data.Author{Handle: pds.Post.Author}}, Extras: map[string]string{blueskyCID: pds.Post.CID},
	}
	if _, found, err := (Bluesky{}).FindReply(ctx, client, setup, out); found || err != nil {
		t.Fatalf("before: found %v, %v", found, err)
	}
	posted, err := Bluesky{}.Reply(ctx, client, setup, out)
	if err != nil || !strings.HasPrefix(posted.ID, "at://") {
		t.Fatalf("posted %+v, %v", posted, err)
	}
	again, found, err := Bluesky{}.FindReply(ctx, client, setup, out)
	if !found || err != nil || again.ID != posted.ID {
		t.Errorf("after: %+v, found %v, %v", again, found, err)
	}
	// Searching is not this server's: it says so, and the person is told.
	if _, err := (Bluesky{}).Test(ctx, client, setup); data.CodeOf(err) != data.ErrFetchServer && data.CodeOf(err) != data.ErrFetchRefused {
		t.Errorf("a search: %v", err)
	}
	setup["password"] = "wrong"
	if _, err := (Bluesky{}).Test(ctx, client, setup); data.CodeOf(err) != data.ErrFetchKeys {
		t.Errorf("a wrong password: %v", err)
	}
}
