package fetch

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

// alike is a network that says the same whatever it is asked.
type alike []byte

func (a alike) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Request: r, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(a))}, nil
}

// mostAsked is more than any network is asked in a fetch of its first backlog.
const mostAsked = 2000

// FuzzAnswers gives every connector answers of all sorts: none may panic, ask
// without end, tell a key, or bring a mention without id or time.
func FuzzAnswers(f *testing.F) {
	for _, n := range spokenNetworks {
		for _, says := range n.says {
			f.Add([]byte(says))
		}
	}
	f.Add([]byte(`<?xml version="1.0"?><rss version="2.0"><channel><title>a</title><item><guid>g</guid><title>t</title></item></channel></rss>`))
	f.Add([]byte(`{"ok":true,"result":[{"update_id":1,"message":{"message_id":1,"date":1,"text":"x","chat":{"id":1}}}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, c := range connectors {
			setup := Setup{instead: "https://example.org", "server": "https://example.org", "url": "https://example.org/items"}
			for _, field := range c.Fields() {
				if setup[field.Key] == "" {
					setup[field.Key] = hidden
				}
			}
			if n, ok := spokenNetworks[string(c.Network())]; ok {
				for k, v := range n.setup {
					setup[k] = v
				}
			}
			asked := 0
			client := NewClient(c, setup, data.At(now))
			client.pace.SetLimit(1e9)
			client.http.Transport = counted{alike(body), &asked}
			ctx, stop := context.WithTimeout(ctx, 5*time.Second)
			err := c.Fetch(ctx, client, setup, "", func(p Page) error {
				for _, m := range p.Mentions {
					if m.ExternalID == "" || m.PublishedAt.IsZero() {
						t.Errorf("%s: %+v", c.Network(), m)
					}
				}
				return nil
			})
			stop()
			if asked > mostAsked {
				t.Errorf("%s asks %d times", c.Network(), asked)
			}
			if err != nil && strings.Contains(err.Error(), hidden) && !bytes.Contains(body, []byte(hidden)) {
				t.Errorf("%s: a key stands in %v", c.Network(), err)
			}
		}
	})
}

type counted struct {
	alike
	asked *int
}

func (c counted) RoundTrip(r *http.Request) (*http.Response, error) {
	*c.asked++
	return c.alike.RoundTrip(r)
}
