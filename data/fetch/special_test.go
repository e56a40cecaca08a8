package fetch

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

func TestFacetsOfBlueskyCountBytes(t *testing.T) {
	for text, want := range map[string][]string{
		"Però 🥖 https://forno.example/è?a=1.": {"https://forno.example/è?a=1"},
		"È #pane, e #é2 ma non C#a":           {"#pane", "#é2"},
		"niente":                              nil,
	} {
		facets := blueskyFacets(text)
		var got []string
		for _, f := range facets {
			at := f["index"].(map[string]int)
			got = append(got, text[at["byteStart"]:at["byteEnd"]])
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestXStopsBeforeTheMonthsLimit(t *testing.T) {
	n := spokenNetworks["x"]
	var asked []string
	client, setup := speaking(t, n, n.said(t, &asked))
	setup["limit"], setup["tariff"] = "1.00", "0,005" // 100 posts cost 50 cents
	cursor, fetches := "", 0
	for ; fetches < 1000; fetches++ {
		err := n.connector.Fetch(ctx, client, setup, cursor, func(p Page) error { cursor = p.Cursor; return nil })
		if data.CodeOf(err) == data.ErrFetchSpent && err != nil {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	spent, limit := X{}.Spent(setup, cursor, now)
	if page := 0.5; fetches >= 1000 || limit != 1 || spent > limit || spent+page < limit-0.01 {
		t.Errorf("%d fetches, spent %v of %v", fetches, spent, limit)
	}
	if spent, _ := (X{}).Spent(setup, cursor, now.AddDate(0, 1, 0)); spent != 0 {
		t.Errorf("a new month begins with %v", spent)
	}
}

// bot is Telegram's side: it forgets what is behind the offset it is asked for.
type bot struct {
	n, from int
	sent    []string
}

func (b *bot) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Offset int
		Text   string
	}
	_ = json.NewDecoder(r.Body).Decode(&in)
	switch {
	case !strings.HasPrefix(r.URL.Path, "/bot1:good/"):
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = io.WriteString(w, `{"ok":false,"error_code":401,"description":"Unauthorized"}`)
	case strings.HasSuffix(r.URL.Path, "/getMe"):
		_, _ = io.WriteString(w, `{"ok":true,"result":{"id":1,"username":"forno_bot","can_read_all_group_messages":false}}`)
	case strings.HasSuffix(r.URL.Path, "/sendMessage"):
		b.sent = append(b.sent, in.Text)
		_, _ = io.WriteString(w, `{"ok":true,"result":{"message_id":99,"date":1795341700,"text":"x","chat":{"id":-5,"username":"forno"}}}`)
	default:
		b.from = max(b.from, in.Offset)
		var all []string
		for i := max(b.from, 1); i <= b.n && len(all) < 3; i++ {
			all = append(all, `{"update_id":`+strconv.Itoa(i)+`,"message":{"message_id":`+strconv.Itoa(i)+`,"date":1795341600,"text":"Pane bruciato","chat":{"id":-5,"title":"Forno","username":"forno","type":"supergroup"},"from":{"id":9,"first_name":"Anna","username":"anna"}}}`)
		}
		_, _ = io.WriteString(w, `{"ok":true,"result":[`+strings.Join(all, ",")+`]}`)
	}
}

func TestTelegramForgetsOnlyWhatWasStored(t *testing.T) {
	b := &bot{n: 8}
	client, setup := speaking(t, spoken{connector: Telegram{}, setup: Setup{"token": "1:good"}}, b.ServeHTTP)
	seen, cursor, pages := map[string]int{}, "", 0
	_ = Telegram{}.Fetch(ctx, client, setup, "", func(p Page) error {
		if pages++; pages > 1 {
			return io.ErrUnexpectedEOF
		}
		for _, m := range p.Mentions {
			seen[m.ExternalID]++
		}
		cursor = p.Cursor
		return nil
	})
	all, _ := fetchAll(t, Telegram{}, client, setup, cursor)
	for _, m := range all {
		seen[m.ExternalID]++
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s came %d times", id, n)
		}
	}
	if len(seen) != 8 {
		t.Errorf("%d of 8", len(seen))
	}
	m := all[0]
	if m.Author.Handle != "anna" || m.URL != "https://t.me/forno/4" || m.Title != "Forno" {
		t.Errorf("%+v", m)
	}
	posted, err := Telegram{}.Reply(ctx, client, setup, data.Outgoing{Text: "La richiamiamo.", To: m, Extras: m.Extras})
	if err != nil || posted.URL != "https://t.me/forno/99" || len(b.sent) != 1 {
		t.Errorf("%+v, %v, sent %q", posted, err, b.sent)
	}
	if _, _, err := (Telegram{}).FindReply(ctx, client, setup, data.Outgoing{}); data.CodeOf(err) != data.ErrSendingUnknown {
		t.Errorf("a bot cannot look: %v", err)
	}
}

func TestTelegramKeepsItsTokenToItself(t *testing.T) {
	b := &bot{}
	first, setup := speaking(t, spoken{connector: Telegram{}, setup: Setup{"token": hidden}}, b.ServeHTTP)
	_, err := Telegram{}.Test(ctx, first, setup)
	if data.CodeOf(err) != data.ErrFetchKeys || strings.Contains(err.Error(), hidden) {
		t.Errorf("error %v", err)
	}
	setup[instead] = "http://127.0.0.1:1"
	again, _ := client(t, Telegram{}, setup)
	if _, err = (Telegram{}).Test(ctx, again, setup); data.CodeOf(err) != data.ErrFetchOffline || strings.Contains(err.Error(), hidden) {
		t.Errorf("error %v", err)
	}
}

func TestAnyInterfaceTurnsItsPages(t *testing.T) {
	const entries = 25
	serve := func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		from := 0
		switch {
		case q.Has("page"):
			page, _ := strconv.Atoi(q.Get("page"))
			from = (page - 1) * 10
		case q.Has("offset"):
			from, _ = strconv.Atoi(q.Get("offset"))
		case q.Has("c"):
			from, _ = strconv.Atoi(q.Get("c"))
		}
		var items []string
		for i := from; i < entries && len(items) < 10; i++ {
			items = append(items, fmt.Sprintf(`{"id":"%d","text":"Pane","at":"%s"}`, i, now.Add(-time.Duration(i)*time.Minute).Format(time.RFC3339)))
		}
		next := "null"
		if from+10 < entries {
			next = strconv.Itoa(from + 10)
			if r.URL.Path == "/link" {
				next = `"http://` + r.Host + `/link?c=` + next + `"`
			}
		}
		_, _ = io.WriteString(w, `{"items":[`+strings.Join(items, ",")+`],"next":`+next+`}`)
	}
	for name, c := range map[string]struct {
		path string
		more Setup
		want int
	}{
		"not at all":   {"/items", Setup{"paging": pagesNone}, 10},
		"by number":    {"/items", Setup{"paging": pagesNumber, "parameter": "page"}, entries},
		"by offset":    {"/items", Setup{"paging": pagesOffset, "parameter": "offset"}, entries},
		"by cursor":    {"/items", Setup{"paging": pagesCursor, "parameter": "c", "next": "next"}, entries},
		"by addresses": {"/link", Setup{"paging": pagesCursor, "next": "next"}, entries},
	} {
		t.Run(name, func(t *testing.T) {
			client, setup := speaking(t, spoken{connector: JSON{}, setup: Setup{"list": "items", "id": "id", "text": "text", "date": "at"}}, serve)
			setup["url"] = strings.TrimSuffix(setup["url"], "/items") + c.path
			for k, v := range c.more {
				setup[k] = v
			}
			all, _ := fetchAll(t, JSON{}, client, setup, "")
			if len(all) != c.want {
				t.Errorf("%d mentions, want %d", len(all), c.want)
			}
		})
	}
}

func TestAnInterfaceCannotSendItsKeyElsewhere(t *testing.T) {
	client, setup := speaking(t, spoken{connector: JSON{}, setup: Setup{"list": "items", "id": "id", "text": "text", "date": "at", "paging": pagesCursor, "next": "next", "key": hidden, "header": "X-Key"}},
		text(`{"items":[{"id":"1","text":"x","at":"2026-11-22T10:00:00Z"}],"next":"https://elsewhere.example/items"}`))
	err := JSON{}.Fetch(ctx, client, setup, "", func(Page) error { return nil })
	if data.CodeOf(err) != data.ErrFetchField {
		t.Errorf("error %v", err)
	}
}

func TestYouTubeCountsTheUnitsOfADayInCalifornia(t *testing.T) {
	n := spokenNetworks["youtube"]
	var asked []string
	client, setup := speaking(t, n, n.said(t, &asked))
	_, cursor := fetchAll(t, n.connector, client, setup, "")
	_, cursor = fetchAll(t, n.connector, client, setup, cursor)
	if used, most := (YouTube{}).Used(cursor, now); used != 2 || most != 10_000 {
		t.Errorf("used %d of %d", used, most)
	}
	if used, _ := (YouTube{}).Used(cursor, now.Add(24*time.Hour)); used != 0 {
		t.Errorf("the next day begins with %d", used)
	}
}
