package fetch

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"golang.org/x/time/rate"

	"vedetta/data"
)

// Client makes the requests of one connection: it keeps to the pace of its
// network, tries again what is worth it, and bounds time and size.
type Client struct {
	http  *http.Client
	pace  *rate.Limiter
	clock data.Clock
	wait  func(context.Context, time.Duration) error
}

const (
	// longestRequest is how long one request may take, its answer included.
	longestRequest = 60 * time.Second
	// largestBody is the most that is read of an answer.
	largestBody = 16 << 20
	// mostTries of a request that only asks.
	mostTries = 4
	// longestWait is what is waited for a network that asks for patience; beyond
	// it the next fetch goes on.
	longestWait = time.Minute
	firstPause  = 500 * time.Millisecond
)

// NewClient makes a client for a connector as it is set up.
func NewClient(c Connector, s Setup, clock data.Clock) *Client {
	g := newGuard(c.Hosts(s))
	pause, burst := c.Pace()
	return &Client{
		http: &http.Client{
			Timeout:       longestRequest,
			CheckRedirect: g.redirect,
			Transport: &http.Transport{
				Proxy: g.proxy, DialContext: g.dial, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 2,
				TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 30 * time.Second, IdleConnTimeout: 30 * time.Second,
			},
		},
		pace:  rate.NewLimiter(rate.Every(pause), burst),
		clock: clock,
		wait:  rest,
	}
}

// Close lets go of connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

func rest(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Answer is what a server said.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Request is what is asked of a server. Body is sent as JSON if it is not nil,
// unless it is Form.
type Request struct {
	Method  string // GET if empty
	URL     string
	Header  map[string]string
	Body    any
	Form    string // a body as a form
	Accepts []int  // statuses beside 2xx that are no errors
}

// Do asks. What only asks (GET) is tried again after failures that pass by;
// what changes something is sent once.
func (c *Client) Do(ctx context.Context, r Request) (*Answer, error) {
	tries := 1
	if r.Method == "" || r.Method == http.MethodGet {
		tries = mostTries
	}
	for pause := firstPause; ; pause *= 2 {
		tries--
		a, err := c.once(ctx, r)
		if err == nil {
			return a, nil
		}
		delay, again := c.again(a, err, pause)
		if ctx.Err() != nil {
			return nil, &data.Error{Code: data.ErrCancelled, Err: ctx.Err()}
		}
		if tries <= 0 || !again {
			return nil, err
		}
		if err := c.wait(ctx, delay); err != nil {
			return nil, &data.Error{Code: data.ErrCancelled, Err: err}
		}
	}
}

// again tells whether a failure may pass by, and after how long.
func (c *Client) again(a *Answer, err error, pause time.Duration) (time.Duration, bool) {
	pause += rand.N(pause)
	if a == nil {
		return pause, data.CodeOf(err) == data.ErrFetchOffline
	}
	if asked := c.retryAfter(a.Header); asked > 0 {
		return asked, asked <= longestWait && (a.Status == http.StatusTooManyRequests || a.Status >= 500)
	}
	return pause, a.Status == http.StatusTooManyRequests || a.Status >= 500
}

// once makes a request and reads its answer, which is there beside an error of
// its status.
func (c *Client) once(ctx context.Context, r Request) (*Answer, error) {
	if err := c.pace.Wait(ctx); err != nil {
		return nil, &data.Error{Code: data.ErrCancelled, Err: err}
	}
	req, err := r.build(ctx)
	if err != nil {
		return nil, &data.Error{Code: data.ErrFetchAddress, Err: err}
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, unreachable(err, req.URL.Hostname())
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, largestBody+1))
	switch {
	case err != nil:
		return nil, unreachable(err, req.URL.Hostname())
	case len(body) > largestBody:
		return nil, hosted(data.ErrFetchTooBig, req.URL.Hostname())
	}
	a := &Answer{Status: resp.StatusCode, Header: resp.Header, Body: body}
	return a, c.judge(a, r, req.URL.Hostname())
}

func (r Request) build(ctx context.Context) (*http.Request, error) {
	method, body, kind := r.Method, io.Reader(nil), ""
	if method == "" {
		method = http.MethodGet
	}
	switch {
	case r.Body != nil:
		j, err := json.Marshal(r.Body)
		if err != nil {
			return nil, err
		}
		body, kind = bytes.NewReader(j), "application/json"
	case r.Form != "":
		body, kind = strings.NewReader(r.Form), "application/x-www-form-urlencoded"
	}
	req, err := http.NewRequestWithContext(ctx, method, r.URL, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "Vedetta (desktop app; +local)")
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	for k, v := range r.Header {
		if v != "" {
			req.Header.Set(k, v)
		}
	}
	return req, nil
}

// JSON asks and reads the answer into what into points to; nil leaves it
// unread.
func (c *Client) JSON(ctx context.Context, r Request, into any) (*Answer, error) {
	a, err := c.Do(ctx, r)
	if err != nil || into == nil || len(a.Body) == 0 {
		return a, err
	}
	if err := json.Unmarshal(a.Body, into); err != nil {
		return nil, &data.Error{Code: data.ErrFetchAnswer, Err: err}
	}
	return a, nil
}
