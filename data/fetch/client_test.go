package fetch

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
)

// client speaks to a server of the test without pauses, and notes those that
// it would have made.
func client(t *testing.T, c Connector, s Setup) (*Client, *[]time.Duration) {
	t.Helper()
	client, waited := NewClient(c, s, data.At(now)), &[]time.Duration{}
	client.pace.SetLimit(1e6)
	client.wait = func(_ context.Context, d time.Duration) error {
		*waited = append(*waited, d)
		return nil
	}
	t.Cleanup(client.Close)
	return client, waited
}

// server answers with one function after the other, the last one for ever.
func server(t *testing.T, answers ...http.HandlerFunc) (*httptest.Server, *[]*http.Request) {
	t.Helper()
	asked := &[]*http.Request{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := answers[min(len(*asked), len(answers)-1)]
		*asked = append(*asked, r)
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s, asked
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

func text(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) }
}

func TestWhatPassesByIsTriedAgain(t *testing.T) {
	for name, c := range map[string]struct {
		answers []http.HandlerFunc
		asked   int
		code    data.Code
	}{
		"a server that is back the second time":          {[]http.HandlerFunc{status(502), text("{}")}, 2, ""},
		"a server that stays down":                       {[]http.HandlerFunc{status(500)}, 4, data.ErrFetchServer},
		"too many requests, then not":                    {[]http.HandlerFunc{status(429, "Retry-After", "7"), text("{}")}, 2, ""},
		"too many requests for an hour":                  {[]http.HandlerFunc{status(429, "Retry-After", "3600")}, 1, data.ErrFetchLimit},
		"keys that are not valid":                        {[]http.HandlerFunc{status(401)}, 1, data.ErrFetchKeys},
		"a permission that is missing":                   {[]http.HandlerFunc{status(403)}, 1, data.ErrFetchForbidden},
		"nothing there":                                  {[]http.HandlerFunc{status(404)}, 1, data.ErrFetchNotFound},
		"an answer that breaks off":                      {[]http.HandlerFunc{text(`{"a":`)}, 1, data.ErrFetchAnswer},
		"an answer longer than anybody could want":       {[]http.HandlerFunc{text(strings.Repeat(" ", largestBody+1))}, 1, data.ErrFetchTooBig},
		"a body that ends before its promised length":    {[]http.HandlerFunc{short}, 4, data.ErrFetchOffline},
		"more than five redirects":                       {[]http.HandlerFunc{status(302, "Location", "/again")}, 0, data.ErrFetchAddress},
		"a refusal that is nobody's fault in particular": {[]http.HandlerFunc{status(418)}, 1, data.ErrFetchRefused},
	} {
		t.Run(name, func(t *testing.T) {
			s, asked := server(t, c.answers...)
			client, waited := client(t, Feed{}, Setup{"url": s.URL})
			var into map[string]any
			_, err := client.JSON(ctx, Request{URL: s.URL + "/x?token=secret"}, &into)
			if c.code == "" && err != nil || c.code != "" && data.CodeOf(err) != c.code {
				t.Errorf("error %v, want %q", err, c.code)
			}
			if err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("the error tells the key: %v", err)
			}
			if c.asked > 0 && len(*asked) != c.asked {
				t.Errorf("asked %d times, want %d, waits %v", len(*asked), c.asked, *waited)
			}
		})
	}
}

func short(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "100")
	_, _ = io.WriteString(w, "{")
}

func TestWaitsAsLongAsTheServerAsks(t *testing.T) {
	s, _ := server(t, status(429, "Retry-After", "7"), status(503, "Retry-After", now.Add(9*time.Second).Format(http.TimeFormat)), text("{}"))
	client, waited := client(t, Feed{}, Setup{"url": s.URL})
	if _, err := client.Do(ctx, Request{URL: s.URL}); err != nil {
		t.Fatal(err)
	}
	if len(*waited) != 2 || (*waited)[0] != 7*time.Second || (*waited)[1] != 9*time.Second {
		t.Errorf("waited %v", *waited)
	}
}

func TestWhatChangesSomethingIsSentOnce(t *testing.T) {
	s, asked := server(t, status(502))
	client, _ := client(t, Feed{}, Setup{"url": s.URL})
	if _, err := client.Do(ctx, Request{Method: http.MethodPost, URL: s.URL, Body: map[string]int{}}); data.CodeOf(err) != data.ErrFetchServer {
		t.Errorf("error %v", err)
	}
	if len(*asked) != 1 {
		t.Errorf("sent %d times", len(*asked))
	}
}

func TestNobodyLeadsIntoTheLocalNetwork(t *testing.T) {
	t.Run("a host that was not typed", func(t *testing.T) {
		s, asked := server(t, text("{}"))
		client, _ := client(t, Feed{}, Setup{"url": "https://example.org/feed"})
		if _, err := client.Do(ctx, Request{URL: s.URL}); data.CodeOf(err) != data.ErrFetchPrivate {
			t.Errorf("error %v", err)
		}
		if len(*asked) != 0 {
			t.Error("it was reached")
		}
	})
	t.Run("a redirect to another name of this machine", func(t *testing.T) {
		inner, reached := server(t, text("{}"))
		u, err := url.Parse(inner.URL)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := server(t, status(302, "Location", "http://localhost:"+u.Port()))
		client, _ := client(t, Feed{}, Setup{"url": s.URL}) // 127.0.0.1 was typed
		if _, err := client.Do(ctx, Request{URL: s.URL}); data.CodeOf(err) != data.ErrFetchPrivate {
			t.Errorf("error %v", err)
		}
		if len(*reached) != 0 {
			t.Error("it was reached")
		}
	})
	for ip, open := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1:248:1893:25c8:1946": true,
		"127.0.0.1": false, "10.1.2.3": false, "192.168.1.1": false, "172.20.0.1": false, "169.254.169.254": false, "100.64.1.1": false,
		"0.0.0.0": false, "::1": false, "fe80::1": false, "fd00::1": false, "224.0.0.1": false,
	} {
		if isPublic(netip.MustParseAddr(ip)) != open {
			t.Errorf("%s: public %v", ip, !open)
		}
	}
}

func TestARequestCanBeGivenUp(t *testing.T) {
	gone, cancel := context.WithCancel(ctx)
	s, _ := server(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	client, _ := client(t, Feed{}, Setup{"url": s.URL})
	if _, err := client.Do(gone, Request{URL: s.URL}); data.CodeOf(err) != data.ErrCancelled {
		t.Errorf("error %v", err)
	}
}

func TestGoesThroughTheProxyOfTheEnvironment(t *testing.T) {
	proxy, asked := server(t, text("{}"))
	client, _ := client(t, Feed{}, Setup{"url": "http://feeds.example/a"})
	u, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	// The environment is read once in a process; here it is told.
	g := newGuard(nil)
	g.proxy = http.ProxyURL(u)
	client.http.Transport = &http.Transport{Proxy: g.proxy, DialContext: g.dial}
	if _, err := client.Do(ctx, Request{URL: "http://feeds.example/a"}); err != nil {
		t.Fatal(err)
	}
	if len(*asked) != 1 || (*asked)[0].URL.Host != "feeds.example" {
		t.Errorf("the proxy was asked %d times: %v", len(*asked), *asked)
	}
}

// items are n items of an RSS feed, the newest first.
func items(n int) string {
	var out strings.Builder
	for i := n; i > 0; i-- {
		out.WriteString("<item><guid>g" + strconv.Itoa(i) + "</guid><title>Notizia " + strconv.Itoa(i) +
			"</title><link>https://www.google.com/url?url=https://giornale.example/" + strconv.Itoa(i) +
			"</link><description>&lt;b&gt;Forno Aurora&lt;/b&gt; &amp;amp; il pane&lt;script&gt;x()&lt;/script&gt;</description>" +
			"<pubDate>Mon, 23 Nov 2026 10:0" + strconv.Itoa(i%10) + ":00 +0100</pubDate></item>")
	}
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Google Alert</title><language>it-IT</language>` + out.String() + `</channel></rss>`
}
