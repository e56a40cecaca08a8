package fetch

import (
	"io"
	"net/http"
	"testing"
	"time"

	"vedetta/data"
)

// fetchAll fetches from a cursor and returns the mentions and the last cursor.
func fetchAll(t *testing.T, c Connector, client *Client, s Setup, cursor string) ([]data.Mention, string) {
	t.Helper()
	var all []data.Mention
	err := c.Fetch(ctx, client, s, cursor, func(p Page) error {
		all, cursor = append(all, p.Mentions...), p.Cursor
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, cursor
}

func TestAFeedBringsWhatIsNew(t *testing.T) {
	s, asked := server(t,
		func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("ETag", `"a"`)
			_, _ = io.WriteString(w, items(2))
		},
		text(items(3)), status(http.StatusNotModified))
	setup := Setup{"url": s.URL}
	client, _ := client(t, Feed{}, setup)
	first, cursor := fetchAll(t, Feed{}, client, setup, "")
	if len(first) != 2 {
		t.Fatalf("%d mentions", len(first))
	}
	m := first[0]
	if m.ExternalID != "g2" || m.URL != "https://giornale.example/2" || m.Title != "Notizia 2" || m.Text != "Forno Aurora & il pane" || m.Lang != "it" ||
		!m.PublishedAt.Equal(time.Date(2026, 11, 23, 9, 2, 0, 0, time.UTC)) || m.Engagement != data.NoEngagement {
		t.Errorf("%+v", m)
	}
	second, cursor := fetchAll(t, Feed{}, client, setup, cursor)
	if len(second) != 1 || second[0].ExternalID != "g3" {
		t.Errorf("then %+v", second)
	}
	if got := (*asked)[1].Header.Get("If-None-Match"); got != `"a"` {
		t.Errorf("asked with the state %q", got)
	}
	third, _ := fetchAll(t, Feed{}, client, setup, cursor)
	if len(third) != 0 {
		t.Errorf("of an unchanged feed %+v", third)
	}
}

func TestAFeedThatIsNone(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		code data.Code
	}{
		"a page":             {"<html><body>404</body></html>", data.ErrFetchAnswer},
		"half a feed":        {items(3)[:200], data.ErrFetchAnswer},
		"nothing":            {"", data.ErrFetchAnswer},
		"an empty RSS":       {items(0), ""},
		"a JSON feed":        {`{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","content_text":"ciao"}]}`, ""},
		"an Atom feed":       {`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>1</id><title>ciao</title></entry></feed>`, ""},
		"binary in a string": {"\x00\x01\x02", data.ErrFetchAnswer},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := server(t, text(c.body))
			client, _ := client(t, Feed{}, Setup{"url": s.URL})
			_, err := Feed{}.Test(ctx, client, Setup{"url": s.URL})
			if c.code == "" && err != nil || c.code != "" && data.CodeOf(err) != c.code {
				t.Errorf("error %v, want %q", err, c.code)
			}
		})
	}
	t.Run("an address that is none", func(t *testing.T) {
		client, _ := client(t, Feed{}, nil)
		if _, err := (Feed{}).Test(ctx, client, Setup{"url": "file:///etc/passwd"}); data.CodeOf(err) != data.ErrFetchField {
			t.Errorf("error %v", err)
		}
	})
}

func TestPlainText(t *testing.T) {
	for markup, want := range map[string]string{
		"ciao":                        "ciao",
		"<p>uno</p><p>due<br>tre</p>": "uno\ndue\ntre",
		"a &lt;b&gt; &amp; c":         "a <b> & c",
		`<a href="https://x">@forno</a> <img src="http://t/x.png">pane`: "@forno pane",
		"<style>p{}</style>x<script>alert(1)</script>":                  "x",
		"2 < 3": "2 < 3",
	} {
		if got := plain(markup); got != want {
			t.Errorf("%q is %q, want %q", markup, got, want)
		}
	}
}
