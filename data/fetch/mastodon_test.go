package fetch

import (
	"io"
	"net/http/httptest"
	"slices"
	"testing"

	"vedetta/data"
	"vedetta/data/fetch/fetchtest"
)

func TestMastodonBringsAHashtag(t *testing.T) {
	f := &fetchtest.Fediverse{N: 25, Limit: 10}
	s := httptest.NewServer(f)
	t.Cleanup(s.Close)
	setup := Setup{"server": s.URL, "token": "good", "tags": "#forno"}
	client, _ := client(t, Mastodon{}, setup)
	first, cursor := fetchAll(t, Mastodon{}, client, setup, "")
	if len(first) != 25 {
		t.Fatalf("%d mentions of 25", len(first))
	}
	m := first[0]
	if m.Text != "Pane bruciato 25" || m.Author.Handle != "anna" || m.Engagement.Likes != 3 || m.Lang != "it" || m.Extras[mastodonID] != "000025" {
		t.Errorf("%+v", m)
	}
	f.N = 48
	second, cursor := fetchAll(t, Mastodon{}, client, setup, cursor)
	if len(second) != 23 {
		t.Errorf("then %d mentions of 23", len(second))
	}
	if third, _ := fetchAll(t, Mastodon{}, client, setup, cursor); len(third) != 0 {
		t.Errorf("and again %d", len(third))
	}
}

func TestAFetchThatWasKilledGoesOnWhereItWas(t *testing.T) {
	for stopAt := range 6 {
		f := &fetchtest.Fediverse{N: 25, Limit: 10}
		s := httptest.NewServer(f)
		setup := Setup{"server": s.URL, "token": "good", "tags": "forno"}
		client, _ := client(t, Mastodon{}, setup)
		seen, cursor, pages := map[string]int{}, "", 0
		_ = Mastodon{}.Fetch(ctx, client, setup, "", func(p Page) error {
			if pages++; pages > stopAt {
				return io.ErrUnexpectedEOF // this page was never stored
			}
			for _, m := range p.Mentions {
				seen[m.ExternalID]++
			}
			cursor = p.Cursor
			return nil
		})
		f.N = 31 // meanwhile
		rest, _ := fetchAll(t, Mastodon{}, client, setup, cursor)
		for _, m := range rest {
			seen[m.ExternalID]++
		}
		for id, n := range seen {
			if n != 1 {
				t.Errorf("stopped at page %d: %s came %d times", stopAt, id, n)
			}
		}
		if len(seen) != 31 {
			t.Errorf("stopped at page %d: %d mentions of 31", stopAt, len(seen))
		}
		s.Close()
	}
}

func TestMastodonAnswersOnce(t *testing.T) {
	f := &fetchtest.Fediverse{N: 3, Limit: 10}
	s := httptest.NewServer(f)
	t.Cleanup(s.Close)
	setup := Setup{"server": s.URL, "token": "good"}
	client, _ := client(t, Mastodon{}, setup)
	out := data.Outgoing{Reply: 5, Text: "Ci dispiace, la richiamiamo oggi stesso.", To: data.Mention{Author: data.Author{Handle: "anna"}, Extras: map[string]string{mastodonID: "000003"}}}
	if _, found, err := (Mastodon{}).FindReply(ctx, client, setup, out); found || err != nil {
		t.Fatalf("before it was sent: found %v, %v", found, err)
	}
	posted, err := Mastodon{}.Reply(ctx, client, setup, out)
	if err != nil || posted.URL == "" {
		t.Fatalf("%+v, %v", posted, err)
	}
	want := []fetchtest.Post{{Status: "@anna " + out.Text, InReplyTo: "000003", Key: "vedetta-reply-5"}}
	if sent := f.Posted(); !slices.Equal(sent, want) {
		t.Errorf("sent %+v, want %+v", sent, want)
	}
	if _, found, err := (Mastodon{}).FindReply(ctx, client, setup, out); !found || err != nil {
		t.Errorf("after it was sent: found %v, %v", found, err)
	}
}

func TestMastodonRefreshesAndMissesWhatIsGone(t *testing.T) {
	f := &fetchtest.Fediverse{N: 3, Gone: []string{"000002"}}
	s := httptest.NewServer(f)
	t.Cleanup(s.Close)
	setup := Setup{"server": s.URL, "token": "good"}
	client, _ := client(t, Mastodon{}, setup)
	ask := func(id, uri string) data.Mention {
		return data.Mention{ExternalID: uri, Extras: map[string]string{mastodonID: id}}
	}
	found, gone, err := Mastodon{}.Refresh(ctx, client, setup, []data.Mention{ask("000001", "a"), ask("000002", "b")})
	if err != nil || len(found) != 1 || !slices.Equal(gone, []string{"b"}) {
		t.Errorf("found %+v, gone %v, %v", found, gone, err)
	}
}

func TestMastodonSaysWhatIsWrongWithTheKeys(t *testing.T) {
	s := httptest.NewServer(&fetchtest.Fediverse{})
	t.Cleanup(s.Close)
	for name, c := range map[string]struct {
		setup Setup
		code  data.Code
	}{
		"no server":   {Setup{"token": "good"}, data.ErrFetchField},
		"a bad token": {Setup{"server": s.URL, "token": "bad"}, data.ErrFetchKeys},
		"good keys":   {Setup{"server": s.URL, "token": "good"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			client, _ := client(t, Mastodon{}, c.setup)
			test, err := Mastodon{}.Test(ctx, client, c.setup)
			if c.code == "" && (err != nil || test.Account != "@forno") || c.code != "" && data.CodeOf(err) != c.code {
				t.Errorf("%+v, %v", test, err)
			}
		})
	}
}
